from datetime import date

import pytest

from consilience.lang.in_words import say_bounds, say_counted
from consilience.model import Change, Reading, Span, When
from consilience.publish import words


def when(edtf: str, earliest: str, latest: str) -> When:
    return When(
        edtf=edtf,
        earliest=date.fromisoformat(earliest),
        latest=date.fromisoformat(latest),
        basis="resolved",
        evidence=(),
    )


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (when("2025-03-11", "2025-03-11", "2025-03-11"), "11 March 2025"),
        (when("2025-03-10/2025-03-12", "2025-03-10", "2025-03-12"), "10–12 March 2025"),
        (when("2025-02-27/2025-03-02", "2025-02-27", "2025-03-02"), "27 February – 2 March 2025"),
        (when("2024-12-30/2025-01-02", "2024-12-30", "2025-01-02"), "30 December 2024 – 2 January 2025"),
        (when("2024-02", "2024-02-01", "2024-02-29"), "February 2024"),
        (when("2025-02-01/2025-02-27", "2025-02-01", "2025-02-27"), "1–27 February 2025"),
        (when("2025", "2025-01-01", "2025-12-31"), "2025"),
        (when("199X", "1990-01-01", "1999-12-31"), "1990–1999"),
        (when("2025-03~", "2025-03-01", "2025-03-31"), "about March 2025"),
        (when("../2025-03-12", "2025-03-01", "2025-03-12"), "until 12 March 2025"),
        (when("2025-03-12/..", "2025-03-12", "2025-03-17"), "from 12 March 2025"),
        (None, "day unknown"),
    ],
)
def test_days_are_said_as_precisely_as_they_are_known(value, said):
    assert words.say_when(value) == said


@pytest.mark.parametrize(
    ("low", "high", "approximate", "said"),
    [
        (38, 38, False, "38"),
        (6200, 6200, True, "about 6,200"),
        (23, None, False, "at least 23"),
        (0, 60, False, "up to 60"),
        (24, None, True, "dozens"),
        (24, None, False, "at least 24"),
        (30, 40, True, "30–40"),
        (2.4, 2.4, False, "2.4"),
        (0, 0, False, "0"),
        (1_500_000, 1_500_000, False, "1.5 million"),
        (1_062_388, 1_062_388, False, "1,062,388"),
        (2_000_000_000, 2_000_000_000, False, "2 billion"),
    ],
)
def test_bounds_are_said_as_they_are(low, high, approximate, said):
    assert say_bounds(low, high, approximate=approximate) == said


@pytest.mark.parametrize(
    ("unit", "change", "said"),
    [
        ("persons", None, "12"),
        ("euros", None, "12 euros"),
        ("crowns", Change("ratio", 2.0), "× 2"),
        ("percent", Change("rise", 35.0), "up 35"),
        ("percent", Change("fall", None), "down"),
    ],
)
def test_a_value_is_said_with_its_unit_and_a_change_as_a_change(unit, change, said):
    reading = Reading(
        id="r", low=12, high=12, approximate=False, change=change, status="occurred", as_of=None, said_by=None,
        evidence=(), value_span=Span("x", 0, 1), families=(),
    )  # fmt: skip

    assert words.say_value(reading, unit) == said


@pytest.mark.parametrize(
    ("sources", "reports", "said"),
    [(2, 5, "2 sources / 5 reports"), (1, 3, "1 source / 3 reports"), (1, 1, "1 source")],
)
def test_sources_are_counted_before_reports(sources, reports, said):
    assert words.say_corroboration(sources, reports) == said


@pytest.mark.parametrize(("number", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_reports_are_lettered_as_spreadsheets_letter_columns(number, letters):
    assert words.column_letters(number) == letters


@pytest.mark.parametrize(
    ("value", "noun", "several", "said"),
    [
        ("2", "crew member", True, "2 crew members"),
        ("1", "crew member", False, "1 crew member"),
        ("dozens", "rioters", True, "dozens of rioters"),
        ("a few hundred", "people", True, "a few hundred people"),
    ],
)
def test_a_count_stands_with_what_it_counts(value, noun, several, said):
    assert say_counted(value, noun, several=several) == said
