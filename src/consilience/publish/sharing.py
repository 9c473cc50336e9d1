"""Why reports are held to share a source, as readers say it: whose readout they carry, whose copy, who had it first."""

from __future__ import annotations

from collections.abc import Mapping

from consilience.model import Family, Report
from consilience.publish.words import say_when

_REASONS = {
    "alone": "stands on its own",
    "same text": "carry the same text",
    "same agency": "carry the same agency",
    "same readout": "carry the same official readout",
    "quotes": "one quotes the other",
}
_REASONS_WITH_ORIGIN = {"same agency": "carry the copy of {}", "same readout": "carry one readout, that of {}"}


def say_sharing(family: Family, reports: Mapping[str, Report], origin: str) -> str:
    """Return why the reports of *family* share a source; *origin* is the name of what it comes from, "" if unknown."""
    reason = _REASONS[family.reason]
    if origin and family.reason in _REASONS_WITH_ORIGIN:
        named = f"the {origin}" if origin[0].islower() else origin
        reason = _REASONS_WITH_ORIGIN[family.reason].format(named)
    first = _first(family, reports)
    return f"{reason}; {first} first" if first else reason


def _first(family: Family, reports: Mapping[str, Report]) -> str:
    """Return the outlet and day of the report that came before all others of a family; "" where that is not known."""
    dated = [(p, r) for d in family.documents if (r := reports.get(d)) and (p := r.published)]
    if len(dated) < max(2, len(family.documents)):
        return ""
    (first, report), *others = sorted(dated, key=lambda one: (one[0].latest, one[1].id))
    if any(other.earliest <= first.latest for other, _ in others):
        return ""
    return f"{report.outlet or report.title or report.path} ({say_when(first)})"
