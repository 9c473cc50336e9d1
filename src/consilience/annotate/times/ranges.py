"""Two times that are one: the ends of a range, a day with its clock."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from consilience.annotate.times.matching import Found
from consilience.annotate.times.words import Word
from consilience.model import TimeExpression

#: The words between the two ends of a range, by class: "from 6 to 7 October", "2015-2018", "between May and July".
_BETWEEN = {">", "-"}


def joined(letters: str, words: Sequence[Word], found: Iterable[Found]) -> list[Found]:
    """Return the times with ranges, days with a clock, and what "since" begins made one."""
    result: list[Found] = []
    for time in found:
        time = _with_bare_start(letters, words, time)
        last = result[-1] if result else None
        merged = last and (
            _range(letters, last, time) or _clocked(letters, last, time) or _of_year(letters, last, time)
        )
        if merged:
            result[-1] = merged
        else:
            result.append(time)
    return [_since(letters, time) for time in result]


def _with_bare_start(letters: str, words: Sequence[Word], time: Found) -> Found:
    """Return "6 to 7 October", "May 14-16" as a range where one end is a bare number."""
    e, first, last = time.expression, time.first, time.last
    if e.month is None or e.day is None:
        return time
    if first > 1 and letters[first - 2] in "no" and _connects(letters, first - 1, first - 2):
        day = words[first - 2].value
        if 1 <= day < e.day:
            return Found(first - 2, last, replace(e, day=day, until=e), (_at(time, first - 2, day), time))
    if letters[last : last + 2] in {"-n", ">n"} and letters[last + 2 : last + 3] != "u":
        day = words[last + 1].value
        if e.day < day <= 31:
            end = replace(e, day=day)
            return Found(first, last + 2, replace(e, until=end), (time, Found(last + 1, last + 2, end)))
    return time


def _at(time: Found, place: int, day: int) -> Found:
    return Found(place, place + 1, replace(time.expression, day=day))


def _connects(letters: str, place: int, start: int) -> bool:
    """Say whether the word there joins the ends of a range that begins at *start*."""
    return letters[place] in _BETWEEN or (letters[place] == "&" and letters[start - 1 : start] == "B")


def _range(letters: str, first: Found, second: Found) -> Found | None:
    a, b = first.expression, second.expression
    if second.first != first.last + 1 or not _connects(letters, first.last, first.first):
        return None
    if a.duration or b.duration or a.until or b.until or a.count or b.count or _grain(a) != _grain(b):
        return None
    if letters[first.last] == ">" and letters[first.first - 1 : first.first] not in {"F", ""} and a.clock != b.clock:
        return None
    if a.year is None and b.year is not None and a.month is not None:
        a = replace(a, year=b.year, anchor="absolute", direction="none")
    return Found(first.first, second.last, replace(a, until=b), (first, second))


def _grain(e: TimeExpression) -> str:
    if e.day or e.weekday is not None or e.unit == "day":
        return "day"
    return "month" if e.month or e.quarter or e.season else e.unit or "year"


def _clocked(letters: str, first: Found, second: Found) -> Found | None:
    """Return a day and a clock time as one: "at 5 p.m. on Tuesday", "Tuesday at 5 p.m."."""
    between = letters[first.last : second.first]
    if between not in {"", "i"}:
        return None
    for day, clock in ((first, second), (second, first)):
        e = clock.expression
        bare = e.clock and e.anchor == "preceding" and e.shift == 0
        if bare and _grain(day.expression) == "day" and not day.expression.clock and day.expression.until is None:
            whole = replace(day.expression, clock=e.clock)
            parts = (first, second) if between else ()
            return Found(first.first, second.last, whole, parts)
    return None


def _of_year(letters: str, first: Found, second: Found) -> Found | None:
    """Return "27 November last year", "October of next year" as one."""
    date, year = first.expression, second.expression
    partial = date.anchor == "published" and date.month is not None and date.shift is None and date.until is None
    if not partial or letters[first.last : second.first] not in {"", "C", "O"}:
        return None
    if year.unit != "year" or year.anchor != "published" or year.shift is None or year.count or year.part:
        return None
    whole = replace(date, unit="year", shift=year.shift, direction="none")
    return Found(first.first, second.last, whole, (first._replace(expression=whole), second))


def _since(letters: str, time: Found) -> Found:
    """Return what "since" begins as a stretch up to the report's day."""
    e = time.expression
    if letters[time.first - 1 : time.first] != "S" or e.until or e.duration or e.count:
        return time
    today = TimeExpression(anchor="published", shift=0, unit="day")
    past = "past" if e.direction == "future" else e.direction
    return time._replace(expression=replace(e, until=today, direction=past))
