"""Days written down: EDTF for the record, TIMEX3 for the evaluation."""

from __future__ import annotations

import calendar
from datetime import date

from consilience.chronology.resolving import beginning, resolve
from consilience.model import Interval, TimeExpression
from consilience.model.annotation import Unit

#: EDTF level 1 codes of the seasons (Library of Congress, EDTF Specification 2019).
_EDTF_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
#: TIMEX3 codes of seasons and of the units of a duration (TimeML 1.2.1 annotation guidelines).
_TIMEX_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}
_TIMEX_UNITS: dict[Unit, str] = {
    "minute": "M", "hour": "H", "day": "D", "week": "W", "weekend": "WE", "month": "M", "quarter": "Q", "season": "S",
    "year": "Y", "decade": "DE", "century": "CE",
}  # fmt: skip


def edtf(days: Interval, expression: TimeExpression | None = None) -> str:
    """Return *days* in EDTF level 1, as coarse as they are: a day, month, year, decade, or an interval of these.

    *expression* gives what days cannot: a season's code, and that the words were approximate. The first and the last
    day that can be said stand for an open end.
    """
    if expression is not None and expression.season and expression.part is None and expression.until is None:
        text = f"{days.earliest.year:04d}-{_EDTF_SEASONS[expression.season]}"
    else:
        text = _plain(days)
    rough = expression is not None and expression.approximate and expression.until is None
    return f"{text}~" if rough and "/" not in text and "X" not in text else text


def _plain(days: Interval) -> str:
    first, last = days.earliest, days.latest
    if first == last:
        return first.isoformat()
    if _whole_months(days):
        return _of_months(first, last)
    return f"{_end(first, date.min)}/{_end(last, date.max)}"


def _end(day: date, open_end: date) -> str:
    return ".." if day == open_end else day.isoformat()


def _of_months(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%Y-%m}"
    if (first.month, last.month) != (1, 12):
        return f"{first:%Y-%m}/{last:%Y-%m}"
    if first.year == last.year:
        return f"{first.year:04d}"
    if first.year % 10 == 0 and last.year == first.year + 9:
        return f"{first.year // 10:03d}X"
    if first.year % 100 == 0 and last.year == first.year + 99:
        return f"{first.year // 100:02d}XX"
    return f"{first.year:04d}/{last.year:04d}"


def _whole_months(days: Interval) -> bool:
    last = days.latest
    return (
        days.earliest.day == 1
        and days.earliest > date.min
        and last < date.max
        and last.day == calendar.monthrange(last.year, last.month)[1]
    )


def to_timex(expression: TimeExpression, *, published: Interval | None, preceding: Interval | None = None) -> str:
    """Return the TIMEX3 value: "2009-06-01", "2004-W47", "2006-Q4", "P2Y", "2009-06-01T12:00Z", "XXXX-XX-XX".

    A range gives the value of its beginning, as TIMEX3 marks the two ends apart.
    """
    first = beginning(expression)
    if first.count is not None or first.duration:
        return _duration(first)
    days = resolve(first, published=published, preceding=preceding)
    if days is None:
        return _reference(first)
    return _point(first, Interval(days.earliest, days.earliest) if days.days == 1 else days)


def _reference(e: TimeExpression) -> str:
    if e.unit is not None or e.weekday is not None or e.month is not None:
        return "XXXX-XX-XX"
    return {"past": "PAST_REF", "future": "FUTURE_REF", "none": "PRESENT_REF"}[e.direction]


def _duration(e: TimeExpression) -> str:
    unit = e.unit or "day"
    amount = "X" if e.count is None or (e.approximate and e.shift is None and e.count == 3) else f"{e.count:g}"
    return f"P{'T' if unit in {'minute', 'hour'} else ''}{amount}{_TIMEX_UNITS[unit]}"


def _point(e: TimeExpression, days: Interval) -> str:
    day = days.earliest
    if e.clock:
        return f"{day.isoformat()}T{e.clock}" + ("Z" if e.clock[0].isdigit() else "")
    if e.season:
        return f"{day.year:04d}-{_TIMEX_SEASONS[e.season]}"
    if e.quarter or (e.unit == "quarter" and e.weekday is None):
        return f"{day.year:04d}-Q{(day.month + 2) // 3}"
    if e.month is not None:
        return day.isoformat() if e.day else f"{day:%Y-%m}"
    if e.weekday is not None or e.day is not None:
        return day.isoformat()
    return _period_value(e, days)


def _period_value(e: TimeExpression, days: Interval) -> str:
    day = days.latest if e.part == "end" else days.earliest
    iso = day.isocalendar()
    values: dict[Unit, str] = {
        "week": f"{iso.year:04d}-W{iso.week:02d}",
        "weekend": f"{iso.year:04d}-W{iso.week:02d}-WE",
        "month": f"{day:%Y-%m}",
        "year": f"{day.year:04d}",
        "decade": f"{day.year // 10:03d}",
        "century": f"{day.year // 100:02d}",
    }
    if e.unit is None:
        return f"{day.year:04d}" if e.year is not None else day.isoformat()
    return values.get(e.unit, day.isoformat())
