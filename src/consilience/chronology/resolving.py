"""From what a time expression says to the days it means."""

from __future__ import annotations

import calendar as month_lengths
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from msgspec.structs import replace

from consilience.chronology import calendar
from consilience.model import Interval, TimeExpression
from consilience.model.annotation import Unit

#: "Days later", "weeks ago", with no number: from one to this many units.
VAGUE_UNITS = 6
#: Longer periods than this many days are no time from which "the next day" or a clock time is counted.
LONGEST_ANCHOR = 7
#: "A June 3 hearing", told in May, is not the one eleven months ago, whatever the tense: a date without a year lies at
#: most this many days on the side it points to, else on the other.
FARTHEST_DATE = 300


def resolve(
    expression: TimeExpression, *, published: Interval | None, preceding: Interval | None = None
) -> Interval | None:
    """Return the days that *expression* means, both ends included; None when that cannot be told.

    *published* is when the report came out, *preceding* the time it last spoke of. Where the anchor itself is several
    days, the answer holds what each of them gives. A bare duration ("for two years") has no days.
    """
    try:
        return _resolved(expression, published, preceding)
    except (ValueError, OverflowError):  # the 31st of June, the year 0
        return None


def resolve_all(
    expressions: Iterable[TimeExpression],
    published: Interval | None,
    known: Mapping[int, Interval] = MappingProxyType({}),
) -> tuple[tuple[Interval | None, Interval | None], ...]:
    """Return for each time of one report, in text order, its days and the time last spoken of that it counts from.

    Months and years count from any time, days and clock times only from one of at most `LONGEST_ANCHOR` days.
    *known*: the days of some, by number, from elsewhere.
    """
    return tuple(_running(expressions, published, known))


def can_anchor(expression: TimeExpression, days: Interval | None) -> bool:
    """Say whether the next time may be counted from this one: it has days and is no bare duration or long stretch."""
    return days is not None and not expression.duration and expression.count is None


def _running(
    expressions: Iterable[TimeExpression], published: Interval | None, known: Mapping[int, Interval]
) -> Iterator[tuple[Interval | None, Interval | None]]:
    fine: Interval | None = None
    coarse: Interval | None = None
    for number, expression in enumerate(expressions):
        preceding = coarse if expression.unit in {"month", "quarter", "season", "year", "decade"} else fine
        days = known.get(number) or resolve(expression, published=published, preceding=preceding)
        yield days, preceding
        if days is not None and (number in known or can_anchor(expression, days)):
            coarse = days
            fine = days if days.days <= LONGEST_ANCHOR else fine


def _resolved(e: TimeExpression, published: Interval | None, preceding: Interval | None) -> Interval | None:
    if e.until is not None:
        start = _resolved(beginning(e), published, preceding)
        end = _resolved(e.until, published, preceding)
        if start and end and end.latest < start.earliest:  # "from Monday to Friday", told on a Wednesday
            end = _resolved(replace(e.until, direction="future"), start, start)
        return Interval(start.earliest, end.latest) if start and end and start.earliest <= end.latest else start
    if e.anchor == "absolute":
        return _calendar_point(e, e.year) if e.year is not None else None
    anchor = published if e.anchor == "published" else preceding
    if anchor is None and e.clock and e.anchor == "preceding":
        anchor = published
    if anchor is None or (e.duration and e.direction == "none" and e.shift is None):
        return None
    ends = (_from_day(e, anchor.earliest), _from_day(e, anchor.latest))
    found = [days for days in ends if days]
    if not found:
        return None
    return Interval(min(d.earliest for d in found), max(d.latest for d in found))


def beginning(e: TimeExpression) -> TimeExpression:
    """Return the expression with which a range begins."""
    return replace(e, until=None)


def _calendar_point(e: TimeExpression, year: int) -> Interval:
    """Return the days of a date, month, quarter, season or year, of *year*."""
    if e.unit == "decade":
        return narrowed(calendar.years(year, 10), e)
    if e.unit == "century":
        return narrowed(calendar.years(year, 100), e)
    if e.month and e.day:
        day = date(year, e.month, e.day)
        return Interval(day, day)
    if e.month:
        return narrowed(calendar.months(year, e.month), e)
    if e.quarter:
        return narrowed(calendar.months(year, e.quarter * 3 - 2, 3), e)
    if e.season:
        return narrowed(calendar.season(year, e.season), e)
    return narrowed(calendar.years(year), e)


def _from_day(e: TimeExpression, day: date) -> Interval | None:
    if e.weekday is not None:
        found = _weekday(e, day)
        return Interval(found, found)
    if e.month or e.quarter or e.season:
        return _partial(e, day)
    if e.day:
        return _day_of_month(e, day)
    if e.unit is None:
        return None
    if e.count is not None:
        return _lasting(e, e.count, e.unit, day)
    if e.shift is None:
        return _vague(e, e.unit, day)
    return _shifted(e, e.shift, e.unit, day)


def _shifted(e: TimeExpression, shift: int, unit: Unit, day: date) -> Interval:
    if unit == "weekend":
        return _weekend(e, shift, day)
    return narrowed(calendar.period(calendar.moved(day, shift, unit), unit), e)


def _weekend(e: TimeExpression, shift: int, day: date) -> Interval:
    """Return a weekend: told as past, the last one that has begun, else the one that closes this week."""
    this = calendar.weekend(day)
    if shift == 0 and e.direction == "past" and day < this.earliest:
        shift = -1
    return calendar.weekend(calendar.plus_days(day, 7 * shift))


def _lasting(e: TimeExpression, count: float, unit: Unit, day: date) -> Interval:
    start = calendar.moved(day, e.shift or 0, unit)
    if e.direction == "past":
        return Interval(calendar.moved(start, -count, unit), start)
    return Interval(start, calendar.moved(start, count, unit))


def _vague(e: TimeExpression, unit: Unit, day: date) -> Interval | None:
    """Return one to six units before or after: "days later", "weeks ago"."""
    if e.direction == "none":
        return None
    sign = -1 if e.direction == "past" else 1
    near, far = (calendar.moved(day, sign * n, unit) for n in (1, VAGUE_UNITS))
    if unit in {"hour", "minute"}:
        far = calendar.plus_days(day, sign)
    return Interval(min(near, far), max(near, far))


def _weekday(e: TimeExpression, day: date) -> date:
    """Return the day of the week meant from *day*: today counts, unless "last" or "next" says otherwise."""
    back = (day.weekday() - (e.weekday or 0)) % 7
    if e.shift is not None and e.shift > 0:
        if e.anchor == "preceding":
            return calendar.plus_days(day, 7 - back)
        # On a Monday "next Friday" is not four days away: it is the Friday of next week.
        return calendar.plus_days(calendar.week(day).earliest, 7 * e.shift + (e.weekday or 0))
    if e.shift is not None and e.shift < 0:
        return calendar.plus_days(day, -(back or 7) + 7 * (e.shift + 1))
    if e.direction == "future":
        return calendar.plus_days(day, -back % 7)
    return calendar.plus_days(day, -back)


def _partial(e: TimeExpression, day: date) -> Interval:
    """Return the date, month, quarter or season without a year that is meant from *day*."""
    if e.unit == "year" and e.shift is not None:
        return _calendar_point(e, day.year + e.shift)
    if e.shift is not None:
        return _named_shift(e, e.shift, day)
    choices = [c for year in (day.year - 1, day.year, day.year + 1) if (c := _possible(e, year))]
    if not choices:
        raise ValueError(e)
    sided = choices
    if e.direction == "past":
        sided = [c for c in choices if c.earliest <= day]
    elif e.direction == "future":
        sided = [c for c in choices if c.latest >= day]
    best = min(sided or choices, key=lambda c: (_distance(c, day), c.earliest))
    if e.day and _distance(best, day) > FARTHEST_DATE:
        return min(choices, key=lambda c: (_distance(c, day), c.earliest))
    return best


def _named_shift(e: TimeExpression, shift: int, day: date) -> Interval:
    """Return "last summer", "next May": the last one that is over, the next one that has not begun."""
    near = [c for year in range(day.year - 2, day.year + 3) if (c := _possible(e, year))]
    if shift < 0:
        return max(c for c in near if c.latest < day)
    if shift > 0:
        return min(c for c in near if c.earliest > day)
    return _calendar_point(e, day.year)


def _possible(e: TimeExpression, year: int) -> Interval | None:
    """Return the date in *year*, None for 29 February where there is none."""
    if e.day and e.month and e.day > month_lengths.monthrange(year, e.month)[1]:
        return None
    return _calendar_point(e, year)


def _day_of_month(e: TimeExpression, day: date) -> Interval:
    """Return "the 14th": the nearest one on the side it points to."""
    found = []
    for months in (-1, 0, 1):
        first = calendar.plus_months(day.replace(day=1), months)
        if e.day and e.day <= month_lengths.monthrange(first.year, first.month)[1]:
            found.append(first.replace(day=e.day))
    if e.direction == "past":
        found = [d for d in found if d <= day] or found
    if e.direction == "future":
        found = [d for d in found if d >= day] or found
    best = min(found, key=lambda d: (abs(d - day), d))
    return Interval(best, best)


def _distance(choice: Interval, day: date) -> int:
    if choice.earliest <= day <= choice.latest:
        return 0
    return min(abs((choice.earliest - day).days), abs((choice.latest - day).days))


def narrowed(days: Interval, e: TimeExpression) -> Interval:
    """Return the start, middle or end of a period.

    "Early", "mid" and "late" are its thirds; "the end of", said outright, is the last month of a year, the last week of
    a month, the last two days of a week.
    """
    if e.part is None or days.days < 3:
        return days
    third = days.days // 3
    share = third if e.approximate else 30 if days.days > 300 else 6 if days.days > 27 else 1
    if e.part == "start":
        return Interval(days.earliest, calendar.plus_days(days.earliest, share))
    if e.part == "middle":
        return Interval(calendar.plus_days(days.earliest, third), calendar.plus_days(days.latest, -third))
    return Interval(calendar.plus_days(days.latest, -share), days.latest)
