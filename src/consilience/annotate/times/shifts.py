"""Times counted from the report's day or from the time last spoken of, clock times, and bare durations."""

from __future__ import annotations

from typing import Literal, cast

from consilience.annotate.times.matching import Match, amount, clock_of, near_shift, part_of, unit_of
from consilience.lang import english_times as lang
from consilience.model import TimeExpression


def weekday(m: Match) -> TimeExpression | None:
    word = m.one("w")
    at = next(n for n in range(m.first, m.last) if m.words[n].letter == "w")
    after = m.words[at + 1] if at + 1 < len(m.words) else None
    if word is None or (len(word.lower) < 6 and m.last - m.first == 1):
        return None
    if m.words[at - 1].lower in lang.BEFORE_NAMED_WEEKDAYS and at:
        return None
    if after is not None and after.capital and after.lower in lang.AFTER_NAMED_WEEKDAYS:
        return None
    clock = clock_of(m)
    if m.inside[0].letter == "d" and m.one("x") is None and m.one("lf") is None:
        return TimeExpression(anchor="preceding", direction="future", weekday=word.value, **clock)
    if m.inside[0].letter == "d" and m.one("l") is None:
        return TimeExpression(anchor="preceding", direction="future", weekday=word.value, shift=1, **clock)
    near = m.one("lxf")
    if near is not None:
        shift = -1 if near.letter == "l" else 1
        side: Literal["past", "future"] = "past" if shift < 0 else "future"
        return TimeExpression(anchor="published", direction=side, weekday=word.value, shift=shift, **clock)
    tense = m.side()
    if tense == "none":
        tense = "future" if m.inside[0].letter == "t" else "past"
    return TimeExpression(anchor="published", direction=tense, weekday=word.value, **clock)


def near_day(m: Match) -> TimeExpression | None:
    word = m.one("T")
    if word is None:
        return None
    shift, implied = lang.NEAR_DAYS[word.lower]
    clock = clock_of(m) or ({"clock": implied} if implied else {})
    return TimeExpression(anchor="published", shift=shift, unit="day", **clock)


def near_period(m: Match) -> TimeExpression | None:
    """As in "last week", "this year", "next month", "the weekend", "this past week"."""
    word = m.one("ukq")
    if word is None:
        return None
    unit = unit_of(word)
    side: Literal["past", "future", "none"] = "none"
    if unit == "weekend":
        tense = m.side()
        side = "past" if tense == "none" else tense
    if (unit == "day" and near_shift(m) == -1) or (word.lower.endswith("s") and m.one("t") is None):
        return None
    return TimeExpression(anchor="published", direction=side, shift=near_shift(m), unit=unit, **part_of(m))


def near_part(m: Match) -> TimeExpression | None:
    """As in "this morning", "last night"."""
    return TimeExpression(anchor="published", shift=-1 if m.one("l") else 0, unit="day", **clock_of(m))


def rolling(m: Match) -> TimeExpression | None:
    """As in "the past 30 days", "over the next four years": a stretch that touches the report's day."""
    unit = m.one("u")
    if unit is None:
        return None
    count, vague = amount(m)
    if m.last - m.first <= 3 and m.one("nagY") is None:
        if unit.lower.endswith("s"):
            return None
        if m.one("x") and (unit.lower == "day" or m.before() not in lang.ROLLING_PREPOSITIONS):
            return following(m)
    side: Literal["past", "future"] = "future" if m.one("xf") else "past"
    return TimeExpression(
        anchor="published", direction=side, shift=0, count=count * unit.value, unit=unit_of(unit), approximate=vague
    )


def following(m: Match) -> TimeExpression | None:
    """As in "the next day", "the previous year", "the day before": from the time last spoken of."""
    unit = m.one("uk")
    if unit is None:
        return None
    back = m.one("vbE") is not None
    return TimeExpression(anchor="preceding", shift=-1 if back else 1, unit=unit_of(unit), direction="none")


def following_part(m: Match) -> TimeExpression:
    """As in "the next morning", "the previous evening": a day on from the time last spoken of, or back."""
    back = m.one("v") is not None
    return TimeExpression(anchor="preceding", shift=-1 if back else 1, unit="day", **clock_of(m))


def same_part(m: Match) -> TimeExpression:
    """As in "the same evening", "that night": a part of the day last spoken of."""
    return TimeExpression(anchor="preceding", shift=0, unit="day", **clock_of(m))


def same(m: Match) -> TimeExpression | None:
    """As in "the same day", "later in the day", "that week"; "the same month last year", "the period a year ago"."""
    unit = m.one("u")
    if m.one("Al") is not None:
        return TimeExpression(anchor="preceding", shift=-12, unit="month")
    if unit is None or unit_of(unit) in {"hour", "minute"}:
        return None
    return TimeExpression(anchor="preceding", shift=0, unit=unit_of(unit))


def ago(m: Match) -> TimeExpression | None:
    """As in "eight days ago", "a decade ago": so long before the report."""
    return _shift_by(m, "published", -1)


def later(m: Match) -> TimeExpression | None:
    """As in "eleven days later", "a year earlier": from the time last spoken of; "later than" is a length."""
    after = m.after()
    if after is not None and after.lower == "than":
        return duration(m)
    return _shift_by(m, "preceding", -1 if m.one("E") else 1)


def _shift_by(m: Match, anchor: Literal["published", "preceding"], sign: int) -> TimeExpression | None:
    word = m.one("u")
    if word is None:
        return None
    unit, (count, vague) = unit_of(word), amount(m)
    side: Literal["past", "future"] = "past" if sign < 0 else "future"
    if vague or m.one("nYa") is None:
        return TimeExpression(anchor=anchor, direction=side, unit=unit, approximate=True)
    steps = count * word.value
    longer = {"decade": 10, "century": 100}.get(unit)
    if longer:
        unit, steps = "year", steps * longer
    elif unit == "year" and steps != int(steps):
        unit, steps = "month", steps * 12
    return TimeExpression(anchor=anchor, shift=sign * int(steps), unit=unit, approximate=steps >= 100)


def duration(m: Match) -> TimeExpression | None:
    """As in "Fifty-year", "several weeks", "for decades", "recent years", "annual"."""
    unit = m.one("u")
    if unit is None:
        return TimeExpression(anchor="absolute", duration=True, count=1, unit="year")
    if any(word.lower == "old" for word in m.words[m.last : m.last + 2]):
        return None
    count, vague = amount(m)
    if m.one("nagY") is None:
        if not unit.lower.endswith("s"):
            return None
        vague = True
    if vague:
        return TimeExpression(anchor="absolute", duration=True, unit=unit_of(unit), approximate=True)
    return TimeExpression(anchor="absolute", duration=True, count=count * unit.value, unit=unit_of(unit))


def vague_reference(m: Match) -> TimeExpression | None:
    word = m.one("V")
    side = cast("Literal['past', 'none']", lang.VAGUE_REFERENCES[word.lower] if word else "none")
    return TimeExpression(anchor="published", direction=side, approximate=True)


def clock_alone(m: Match) -> TimeExpression | None:
    """A clock time belongs to the day last spoken of, else to the report's."""
    clock = clock_of(m)
    lone = m.inside[0].letter == "c" and m.last - m.first == 1
    if not clock or (lone and m.before() not in lang.TIME_PREPOSITIONS and m.before() not in {"around", "about"}):
        return None
    return TimeExpression(anchor="preceding", shift=0, unit="day", **clock)


def moment(m: Match) -> TimeExpression | None:
    part = m.one("p")
    if part is None or (m.one("d") is None and part.lower not in lang.MOMENTS):
        return None
    if m.one("d") is not None and m.before() not in lang.PART_OF_DAY_PREPOSITIONS:
        return None
    return TimeExpression(anchor="preceding", shift=0, unit="day", **clock_of(m))


def overnight(_: Match) -> TimeExpression | None:
    today = TimeExpression(anchor="published", shift=0, unit="day", clock="NI")
    return TimeExpression(anchor="published", shift=-1, unit="day", clock="NI", until=today)
