"""Dates as pages print them, in stamps, datelines, metadata and addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from consilience.lang.english_times import MONTHS, WEEKDAYS
from consilience.model import Interval, Record

#: The year that stands for "the year is not printed"; a leap year, so that 29 February has a place in it.
NO_YEAR = 1904
#: No report is older (the first newspaper) and none is of a later century.
YEARS = range(1605, 2100)

_ISO = re.compile(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)")
_POINTS = re.compile(r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d|\.\d)")
_SLASHES = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])")
_IN_ADDRESS = re.compile(r"(?<![^\W_])(\d{4})(?:([/_-])(\d{1,2})\2(\d{1,2})|(\d\d)(\d\d))(?![^\W_])")


class FoundDate(Record, frozen=True):
    """A date at `[start, end)` of a text. Without a year *days* lie in 1904; a lone weekday spans that whole year."""

    start: int
    end: int
    days: Interval
    year_known: bool
    weekday: int | None


def find_dates(text: str) -> list[FoundDate]:
    """Return the dates in *text* in order: in full, without a year, and lone weekdays. Months alone are no dates."""
    found: list[FoundDate] = []
    for candidate in sorted(_candidates(text), key=lambda d: (d.start, -d.end)):
        if not found or candidate.start >= found[-1].end:
            found.append(candidate)
    return found


def address_date(address: str) -> Interval | None:
    """Return the day in a web address or a path: `/2021/03/09/`, `2021-03-09`, `20210309`; the last one if several."""
    days = [_day(int(m[1]), int(m[3] or m[5]), int(m[4] or m[6])) for m in _IN_ADDRESS.finditer(address)]
    known = [d for d in days if d and d.year >= 1980]
    return Interval(known[-1], known[-1]) if known else None


def _candidates(text: str) -> Iterator[FoundDate]:
    for m in _ISO.finditer(text):
        yield from _found(m, _day(int(m[1]), int(m[2]), int(m[3])))
    for m in _POINTS.finditer(text):
        yield from _found(m, _day(int(m[3]), int(m[2]), int(m[1])))
    for m in _SLASHES.finditer(text):
        yield from _found(m, _by_slashes(int(m[1]), int(m[2]), int(m[3])))
    for m in _in_words().finditer(text):
        yield from _written(m)


def _by_slashes(first: int, second: int, year: int) -> date | None:
    """Return the day where only one reading is possible: 03/04/2024 is March in one country and April in another."""
    readings = {d for d in (_day(year, first, second), _day(year, second, first)) if d}
    return readings.pop() if len(readings) == 1 else None


def _found(match: re.Match[str], day: date | None) -> Iterator[FoundDate]:
    if day:
        yield FoundDate(match.start(), match.end(), Interval(day, day), year_known=True, weekday=None)


@cache
def _in_words() -> re.Pattern[str]:
    month, weekday = ("|".join(sorted(names, key=len, reverse=True)) for names in (MONTHS, WEEKDAYS))
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    year = r"(?:,?\s+(?P<{}>\d{{4}})(?!\d|:))?"
    return re.compile(
        rf"\b(?:(?P<weekday>{weekday})\b\.?,?\s+)?(?:the\s+)?"
        rf"(?:(?P<month>{month})\b\.?\s+(?P<day>{day})\b(?!:){year.format('year')}"
        rf"|(?P<day2>{day})\s+(?:of\s+)?(?P<month2>{month})\b\.?{year.format('year2')})"
        rf"|\b(?P<alone>{weekday})\b",
        re.IGNORECASE,
    )


def _written(match: re.Match[str]) -> Iterator[FoundDate]:
    if match["alone"]:
        any_day = Interval(date(NO_YEAR, 1, 1), date(NO_YEAR, 12, 31))
        if len(match["alone"]) > 3:  # "sat", "sun" and "wed" are words
            yield FoundDate(
                match.start(), match.end(), any_day, year_known=False, weekday=WEEKDAYS[match["alone"].casefold()]
            )
        return
    year = match["year"] or match["year2"]
    month = MONTHS[(match["month"] or match["month2"]).casefold()]
    number = int(re.sub(r"\D", "", match["day"] or match["day2"]))
    day = _day(int(year) if year else NO_YEAR, month, number)
    weekday = WEEKDAYS[match["weekday"].casefold()] if match["weekday"] else None
    if day:
        yield FoundDate(match.start(), match.end(), Interval(day, day), year_known=bool(year), weekday=weekday)


def _day(year: int, month: int, day: int) -> date | None:
    if year not in YEARS and year != NO_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
