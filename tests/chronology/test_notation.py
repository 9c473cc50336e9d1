"""Days as EDTF and TIMEX3."""

from datetime import date

import pytest

from consilience.chronology import edtf, resolve, to_timex
from consilience.model import Interval, TimeExpression

PUBLISHED = Interval(date(2024, 5, 15), date(2024, 5, 15))


def days(first, last):
    return Interval(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("interval", "written"),
    [
        (days("2024-05-14", "2024-05-14"), "2024-05-14"),
        (days("2024-05-01", "2024-05-31"), "2024-05"),
        (days("2024-01-01", "2024-12-31"), "2024"),
        (days("1960-01-01", "1969-12-31"), "196X"),
        (days("1900-01-01", "1999-12-31"), "19XX"),
        (days("2024-05-14", "2024-05-17"), "2024-05-14/2024-05-17"),
        (days("2024-01-01", "2024-03-31"), "2024-01/2024-03"),
        (days("2015-01-01", "2018-12-31"), "2015/2018"),
        (Interval(date.min, date(2024, 5, 14)), "../2024-05-14"),
        (Interval(date(2024, 5, 14), date.max), "2024-05-14/.."),
    ],
)
def test_days_are_written_as_coarse_as_they_are(interval, written):
    assert edtf(interval) == written


def test_a_season_has_its_code():
    summer = TimeExpression(anchor="absolute", year=2023, season="summer")

    assert edtf(resolve(summer, published=None, preceding=None), summer) == "2023-22"


def test_rough_words_make_a_rough_date():
    may = days("2024-05-01", "2024-05-31")

    assert edtf(may, TimeExpression(anchor="absolute", year=2024, month=5, approximate=True)) == "2024-05~"


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (TimeExpression(anchor="published", shift=-1, unit="week"), "2024-W19"),
        (TimeExpression(anchor="published", shift=0, unit="weekend", direction="future"), "2024-W20-WE"),
        (TimeExpression(anchor="absolute", year=2006, quarter=4), "2006-Q4"),
        (TimeExpression(anchor="published", weekday=3, direction="past", clock="NI"), "2024-05-09TNI"),
        (TimeExpression(anchor="published", shift=0, unit="day", clock="16:00"), "2024-05-15T16:00Z"),
        (TimeExpression(anchor="absolute", duration=True, count=2.5, unit="year"), "P2.5Y"),
        (TimeExpression(anchor="absolute", duration=True, count=30, unit="minute"), "PT30M"),
        (TimeExpression(anchor="absolute", duration=True, unit="year", approximate=True), "PXY"),
        (TimeExpression(anchor="absolute", year=1970, unit="decade"), "197"),
        (TimeExpression(anchor="published", direction="past", approximate=True), "PAST_REF"),
    ],
)
def test_an_expression_has_its_timex_value(expression, value):
    assert to_timex(expression, published=PUBLISHED) == value


@pytest.mark.parametrize(
    "expression",
    [
        TimeExpression(anchor="absolute", year=2023, month=2, day=30),
        TimeExpression(anchor="absolute", year=0),
        TimeExpression(anchor="published", shift=10**9, unit="century"),
        TimeExpression(anchor="published", count=10**12, unit="day", direction="future"),
    ],
)
def test_what_no_calendar_holds_has_no_days_or_ends_with_the_calendar(expression):
    found = resolve(expression, published=PUBLISHED, preceding=None)

    assert found is None or found.latest.year in {2024, 9999} or found.earliest.year < 10000


def test_29_february_is_the_nearest_there_is():
    leap_day = TimeExpression(anchor="published", month=2, day=29, direction="past")

    assert resolve(leap_day, published=PUBLISHED, preceding=None) == days("2024-02-29", "2024-02-29")
