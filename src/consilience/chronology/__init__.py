"""Pure calendar arithmetic: what time expressions mean, and how days are written down."""

from consilience.chronology.notation import edtf, to_timex
from consilience.chronology.resolving import can_anchor, resolve, resolve_all

__all__ = ["can_anchor", "edtf", "resolve", "resolve_all", "to_timex"]
