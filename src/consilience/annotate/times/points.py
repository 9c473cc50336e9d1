"""Points of the calendar: dates, months, quarters, seasons, years, decades, and parts of them."""

from __future__ import annotations

import re
from typing import Any, Literal, cast

from consilience.annotate.times.matching import Match, clock_of, is_capitalised, near_shift, part_of, unit_of
from consilience.lang import english_times as lang
from consilience.model import TimeExpression


def numeric(m: Match) -> TimeExpression | None:
    """2022-01-07, 16.05.2024, 7/8/07: day first unless that is no date; with slashes the American order first."""
    text = m.inside[0].lower
    fields = [int(f) for f in re.split(r"[-./]", text)]
    if "-" in text:
        year, month, day = fields
    else:
        day, month, year = fields
        if ("/" in text and day <= 12) or month > 12:
            day, month = month, day
        year = year if year > 99 else 2000 + year if year < 70 else 1900 + year
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1000 <= year <= 2999):
        return None
    return TimeExpression(anchor="absolute", year=year, month=month, day=day)


def day_or_month(m: Match) -> TimeExpression | None:
    """A month with day, year or both; a weekday may stand before it."""
    month, year = m.one("m"), m.one("Y")
    day = next((w for w in m.inside if w.letter in "no"), None)
    if month is None or (day is not None and not 1 <= day.value <= 31):
        return None
    fields: dict[str, Any] = {"month": month.value, "day": day.value if day else None, **part_of(m), **clock_of(m)}
    if year is not None:
        return TimeExpression(anchor="absolute", year=year.value, **fields)
    return TimeExpression(anchor="published", direction=m.side(), **fields)


def month(m: Match) -> TimeExpression | None:
    """A month alone: "in October", "early June". Names that are words too need a preposition of time."""
    month = m.one("m")
    if month is None:
        return None
    plain = m.last - m.first == 1
    after = m.after()
    if plain and m.before() not in lang.TIME_PREPOSITIONS:
        named = after is not None and after.letter == "N"
        if month.lower in lang.DOUBTFUL_MONTHS or named or is_capitalised(m, m.first - 1):
            return None
    side = m.side()
    return TimeExpression(
        anchor="published", month=month.value, direction="past" if side == "none" else side, **part_of(m)
    )


def near_month(m: Match) -> TimeExpression | None:
    """As in "last May", "next October"."""
    month = m.one("m")
    if month is None:
        return None
    return TimeExpression(anchor="published", month=month.value, shift=near_shift(m), **part_of(m))


def quarter(m: Match) -> TimeExpression | None:
    order, year, unit = m.one("o"), m.one("Y"), m.one("u")
    if order is None or not 1 <= order.value <= 4:
        return None
    if year is not None:
        return TimeExpression(anchor="absolute", year=year.value, quarter=order.value)
    if unit is not None:
        return TimeExpression(anchor="published", quarter=order.value, unit="year", shift=near_shift(m))
    side = m.side()
    return TimeExpression(anchor="published", quarter=order.value, direction="past" if side == "none" else side)


def season(m: Match) -> TimeExpression | None:
    word, year = m.one("s"), m.one("Y")
    if word is None or (word.lower == "fall" and year is None and m.one("ltx") is None):
        return None
    if m.last - m.first == 1 and (m.before() not in lang.TIME_PREPOSITIONS or word.capital):
        return None
    name = cast("Literal['spring', 'summer', 'autumn', 'winter']", lang.SEASONS[word.lower])
    if word.capital and is_capitalised(m, m.first - 1):
        return None
    if year is not None:
        return TimeExpression(anchor="absolute", year=year.value, season=name, **part_of(m))
    if m.one("ltx") is not None:
        return TimeExpression(anchor="published", season=name, shift=near_shift(m) or None, **part_of(m))
    side = m.side()
    return TimeExpression(anchor="published", season=name, direction="past" if side == "none" else side, **part_of(m))


def decade(m: Match) -> TimeExpression | None:
    word = m.one("X")
    if word is None or (word.lower.isalpha() and m.one("d") is None):
        return None
    year = word.value if word.value > 999 else 1900 + word.value if word.value > 20 else 2000 + word.value
    if year % 10 or (word.value <= 99 and not word.lower.isalpha() and m.before() == "his"):
        return None
    return TimeExpression(anchor="absolute", year=year, unit="decade", **part_of(m))


def century(m: Match) -> TimeExpression | None:
    order = m.one("o")
    if order is None or m.inside[-1].lower != "century":
        return None
    return TimeExpression(anchor="absolute", year=order.value * 100 - 100, unit="century", **part_of(m))


def year(m: Match) -> TimeExpression | None:
    """A bare year: after a preposition of time, in brackets, before what it dates ("the 2018 cup"), after a name."""
    word = m.one("Y")
    if word is None or not 1000 <= word.value <= 2199:
        return None
    if m.last - m.first == 1 and not _is_year(m):
        return None
    return TimeExpression(anchor="absolute", year=word.value, **part_of(m))


def _is_year(m: Match) -> bool:
    before, after = m.before(), m.after()
    if after is not None and (after.lower in lang.NOT_AFTER_YEARS or after.lower.endswith(lang.COUNTED_ENDINGS)):
        return False
    if _is_end_of_two(m):
        return True
    if before in lang.NOT_BEFORE_YEARS or before == "at":
        return False
    if before in lang.TIME_PREPOSITIONS:
        return not (before in {"of", "to", "for", "about", "around"} and m.inside[0].value < 1500)
    if m.inside[0].value < 1800:
        return False
    if before in {"(", ","}:
        return True
    if before in {"the", "a", "'s", "’s", "its", "their", "his", "her", "and", "-", "–"}:
        return after is not None and (after.letter in ".N-–);C" or before == "and")
    return is_capitalised(m, m.first - 1) or (m.first == 1 and m.words[0].capital)


def _is_end_of_two(m: Match) -> bool:
    """Say whether a range of years begins or ends here, whatever stands around it: "over 2000 - 2050 on wheat"."""
    around = (m.words[max(0, m.first - 2) : m.last], m.words[m.first : m.last + 2])
    return any([w.letter for w in ends] == ["Y", "-", "Y"] and ends[0].value < ends[2].value < 2200 for ends in around)


def part_of_near(m: Match) -> TimeExpression | None:
    """As in "The end of the year", "the last week of March", "later this year"."""
    month, year, unit = m.one("m"), m.one("Y"), next((w for w in reversed(m.inside) if w.letter in "uk"), None)
    fields = part_of(m)
    if m.one("H") is None and not fields and m.inside[0].letter != "L":
        fields = {"part": "end" if m.one("l") else "start", "approximate": False}
    if month is not None:
        anchor: Literal["absolute", "published"] = "absolute" if year else "published"
        side = m.side() if year is None else "none"
        return TimeExpression(
            anchor=anchor, year=year.value if year else None, month=month.value, direction=side, **fields
        )
    if year is not None:
        return TimeExpression(anchor="absolute", year=year.value, **fields)
    if unit is None or unit_of(unit) in {"day", "hour", "minute"}:
        return None
    return TimeExpression(anchor="published", shift=near_shift(m), unit=unit_of(unit), **fields)
