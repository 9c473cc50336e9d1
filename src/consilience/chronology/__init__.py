"""Pure calendar arithmetic: what time expressions mean, and how days are written down."""

from consilience.chronology.in_words import MONTHS, WEEKDAYS, say_day, say_days, say_interval
from consilience.chronology.notation import edtf, to_timex
from consilience.chronology.resolving import can_anchor, resolve, resolve_all

__all__ = [
    "MONTHS",
    "WEEKDAYS",
    "can_anchor",
    "edtf",
    "resolve",
    "resolve_all",
    "say_day",
    "say_days",
    "say_interval",
    "to_timex",
]
