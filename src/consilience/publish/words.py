"""Days, values and counts of a record in words, as the page and the brief print them."""

from __future__ import annotations

from datetime import date

from consilience.chronology import MONTHS, WEEKDAYS, say_day, say_days
from consilience.lang.in_words import say_bounds, say_number
from consilience.lang.labels import AFTER, NOUN_AFTER
from consilience.model import DayRange, Publication, Reading, When

#: Money and other units that carry no information beside their measure.
_SILENT_UNITS = frozenset({"", "persons", "person", "people"})


def say_short_day(day: date) -> str:
    """Return "11 Mar": for charts and marks where the year stands elsewhere."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def say_weekday(day: date) -> str:
    """Return "Tuesday"."""
    return WEEKDAYS[day.weekday()]


def say_briefly(when: When | None) -> str:
    """Return *when* as `say_when` does with months of three letters, for tables."""
    said = say_when(when)
    for month in MONTHS:
        said = said.replace(month, month[:3])
    return said


def say_when(when: When | Publication | DayRange | None) -> str:
    """Return *when* in words; "day unknown" for None. Open EDTF ends become "from" and "until", `~` and `?` "about"."""
    if when is None:
        return "day unknown"
    if isinstance(when, DayRange):
        return say_days(when.earliest, when.latest)
    if when.edtf.startswith(("../", "/")):
        return f"until {say_day(when.latest)}"
    if when.edtf.endswith(("/..", "/")):
        return f"from {say_day(when.earliest)}"
    about = "about " if any(sign in when.edtf for sign in "~?%") else ""
    return about + say_days(when.earliest, when.latest)


def say_value(reading: Reading, unit: str) -> str:
    """Return a reading's value with its unit; a change stands alone where no value is given: "doubled", "up 35"."""
    value = say_bounds(reading.low, reading.high, approximate=reading.approximate)
    if reading.change is not None:
        return say_change(reading.change.kind, reading.change.by)
    return value if unit in _SILENT_UNITS else f"{value} {unit}"


def say_change(kind: str, by: float | None) -> str:
    """Return a change in words: "x 2", "up 35", "down"."""
    if kind == "ratio":
        return "changed" if by is None else f"× {say_number(by)}"
    word = "up" if kind == "rise" else "down"
    return word if by is None else f"{word} {say_number(by)}"


def say_count(number: int, one: str, many: str = "") -> str:
    """Return "1 report" or "5 reports"; *many* defaults to *one* with an s."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def say_corroboration(sources: int, reports: int) -> str:
    """Return "2 sources / 5 reports": independent sources first, since only they count. One of one is "1 source".

    One report is one source of what it says: no more sources are named than there are reports.
    """
    sources = min(sources, reports)
    if sources == reports == 1:
        return "1 source"
    return f"{say_count(sources, 'source')} / {say_count(reports, 'report')}"


def bare_label(label: str) -> str:
    """Return an event's label without the status in brackets that may end it: pages show the status as a sign."""
    for ending in (*AFTER.values(), *NOUN_AFTER.values()):
        label = label.removesuffix(ending)
    return label


def capitalised(clause: str) -> str:
    """Return *clause* with its first letter upper-case and the rest as it is."""
    return clause[:1].upper() + clause[1:]


def column_letters(number: int) -> str:
    """Return the letters of column *number*, from 0: A, B, ... Z, AA, AB, as spreadsheets count."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


#: Spreadsheets run a cell that begins with one of these as a formula (OWASP, "CSV injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def visible_cell(text: str) -> str:
    """Return *text* so that a spreadsheet shows it and runs nothing."""
    return f"'{text}" if text.startswith(_FORMULA) else text
