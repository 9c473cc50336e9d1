"""Periods of the calendar: the day, week, month, quarter, season, year, decade, century that a day lies in."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date

from consilience.model import Interval
from consilience.model.annotation import Unit

#: First month of each season in the northern meteorological year; a winter is named after the year of its December.
SEASON_STARTS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


def plus_days(day: date, days: int) -> date:
    """Return the day *days* later, held inside what `date` can say."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def plus_months(day: date, months: int) -> date:
    """Return the same day *months* later; 31 January plus one month is the last of February."""
    count = day.year * 12 + day.month - 1 + months
    year = min(max(count // 12, date.min.year), date.max.year)
    month = count % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def months(year: int, month: int, count: int = 1) -> Interval:
    """Return the days of *count* months from *month* of *year* on."""
    first = date(year, month, 1)
    last = plus_months(first, count - 1)
    return Interval(first, last.replace(day=calendar.monthrange(last.year, last.month)[1]))


def years(first: int, count: int = 1) -> Interval:
    """Return the days of *count* years from *first* on."""
    first = min(max(first, date.min.year), date.max.year)
    last = min(first + count - 1, date.max.year)
    return Interval(date(first, 1, 1), date(last, 12, 31))


def season(year: int, name: str) -> Interval:
    """Return the days of a season of *year*."""
    return months(year, SEASON_STARTS[name], 3)


def week(day: date) -> Interval:
    """Return the calendar week of *day*, Monday to Sunday (ISO 8601)."""
    monday = plus_days(day, -day.weekday())
    return Interval(monday, plus_days(monday, 6))


def weekend(day: date) -> Interval:
    """Return the Saturday and Sunday that close the calendar week of *day*."""
    saturday = plus_days(day, 5 - day.weekday())
    return Interval(saturday, plus_days(saturday, 1))


def _season_of(day: date) -> Interval:
    month = day.month // 3 * 3 or 12
    return months(day.year if day.month >= 3 else day.year - 1, month, 3)


_PERIODS: dict[Unit, Callable[[date], Interval]] = {
    "minute": lambda day: Interval(day, day),
    "hour": lambda day: Interval(day, day),
    "day": lambda day: Interval(day, day),
    "week": week,
    "weekend": weekend,
    "month": lambda day: months(day.year, day.month),
    "quarter": lambda day: months(day.year, (day.month - 1) // 3 * 3 + 1, 3),
    "season": _season_of,
    "year": lambda day: years(day.year),
    "decade": lambda day: years(day.year // 10 * 10, 10),
    "century": lambda day: years((day.year - 1) // 100 * 100 + 1, 100),
}

#: Units that are a number of days, and units that are a number of months.
_DAYS: dict[Unit, float] = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1, "week": 7, "weekend": 7}
_MONTHS: dict[Unit, int] = {"month": 1, "quarter": 3, "season": 3, "year": 12, "decade": 120, "century": 1200}


def period(day: date, unit: Unit) -> Interval:
    """Return the period of the calendar that *day* lies in."""
    return _PERIODS[unit](day)


def moved(day: date, count: float, unit: Unit) -> date:
    """Return the day *count* units later (earlier if negative), in whole days or whole months."""
    if unit in _DAYS:
        return plus_days(day, int(max(min(count * _DAYS[unit], 4e6), -4e6)))
    return plus_months(day, round(max(min(count * _MONTHS[unit], 1e5), -1e5)))
