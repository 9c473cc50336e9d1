"""Days in English words, the same on every system and in every locale."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Protocol

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
#: From Monday on, as `date.weekday()` counts.
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def say_day(day: date) -> str:
    """Return "11 March 2025"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def say_days(earliest: date, latest: date) -> str:
    """Return the interval in words: a day, a whole month or year by its name, else both ends."""
    if earliest == latest:
        return say_day(earliest)
    if (earliest.month, earliest.day, latest.month, latest.day) == (1, 1, 12, 31):
        return str(earliest.year) if earliest.year == latest.year else f"{earliest.year}–{latest.year}"
    if earliest.year != latest.year:
        return f"{say_day(earliest)} – {say_day(latest)}"
    if earliest.month != latest.month:
        return f"{earliest.day} {MONTHS[earliest.month - 1]} – {say_day(latest)}"
    if earliest.day == 1 and (latest + timedelta(days=1)).day == 1:
        return f"{MONTHS[earliest.month - 1]} {earliest.year}"
    return f"{earliest.day}–{say_day(latest)}"


class Days(Protocol):
    """Anything that lasts from one day to another: an interval, a moment of a cell, a publication."""

    @property
    def earliest(self) -> date:
        """The first day."""
        ...

    @property
    def latest(self) -> date:
        """The last day."""
        ...


def say_interval(days: Days) -> str:
    """Return the days in words, as `say_days` does."""
    return say_days(days.earliest, days.latest)
