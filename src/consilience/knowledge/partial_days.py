"""Days as precise as their source: "2022", "2022-01", "2022-01-05"; their first and last day."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def is_partial_day(text: str) -> bool:
    """Say whether *text* is a year, a month or a day that exists."""
    found = _PARTIAL.fullmatch(text)
    if not found:
        return False
    year, month, day = (int(part) if part else 1 for part in found.groups())
    return year > 0 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def first_day(text: str) -> date:
    """Return the first day that a partial day covers."""
    year, month, day = _parts(text)
    return date(year, month or 1, day or 1)


def last_day(text: str) -> date:
    """Return the last day that a partial day covers."""
    year, month, day = _parts(text)
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def _parts(text: str) -> tuple[int, int, int]:
    found = _PARTIAL.fullmatch(text)
    if not found:
        raise ValueError(f"{text!r} is no year, month or day")
    year, month, day = found.groups()
    return int(year), int(month or 0), int(day or 0)
