"""The calendar: the day of every report, and through it the days of all its time expressions.

What a page prints is taken. An undated report is dated by what it shares with dated ones: a matter both tell of, with
a weekday here and a date there; what it tells as past, which must lie before it; what it announces, which must lie
ahead; a count that has grown; words copied from a release. Every candidate day is tried, the days that explain most are
kept, and a report dated so dates others in turn, until nothing changes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from consilience.model import Annotations, Interval, Publication
from consilience.reconcile.dating import (
    Case,
    Times,
    World,
    cases_of,
    printed_publication,
    short,
    times_of,
    weigh,
    window_of,
)
from consilience.reconcile.entities import Register
from consilience.reconcile.sources import Sources

#: Rounds of dating undated reports by each other, at most.
ROUNDS = 6
#: Reports that are dated in one round: those with so much of the greatest margin.
SURE = 0.75


class Calendar(NamedTuple):
    """The publication of each document (None: unknown), and the days of its time mentions, by document id."""

    published: Mapping[str, Publication | None]
    times: Mapping[str, Times]


def settle_dates(notes: Sequence[Annotations], register: Register, sources: Sources | None = None) -> Calendar:
    """Return the calendar of all reports. *notes* in the order of the record."""
    window = window_of(notes)
    known = {d: p for d, n in enumerate(notes) if (p := printed_publication(n, window))}
    undated = [d for d in range(len(notes)) if d not in known]
    if undated and window is not None:
        known |= _inferred(cases_of(undated, notes, register, sources, window), notes, known)
    times = _all_times(notes, known)
    return Calendar(
        MappingProxyType({n.document.id: known.get(d) for d, n in enumerate(notes)}),
        MappingProxyType({n.document.id: times[d] for d, n in enumerate(notes)}),
    )


def _inferred(
    cases: Sequence[Case], notes: Sequence[Annotations], printed: Mapping[int, Publication]
) -> dict[int, Publication]:
    """Return the publications of undated reports: dated by the printed ones first, then by each other too."""
    names = [_name(n) for n in notes]
    found: dict[int, Publication] = {}
    waiting = list(cases)
    while waiting:
        world = _world(notes, names, {**printed, **found})
        tried = [(case, weigh(case, world)) for case in waiting]
        surest = max(answer.margin for _, answer in tried)
        now = {case.number: a.publication for case, a in tried if a.margin >= SURE * surest}
        waiting = [case for case in waiting if case.number not in now]
        found |= {d: p for d, p in now.items() if p}
    for _ in range(ROUNDS):
        # A report must not confirm itself by way of others: its own day is unknown while it is weighed.
        again = {
            case.number: weigh(case, _world(notes, names, {**printed, **found}, but=case.number)).publication
            for case in cases
        }
        if {d: p for d, p in again.items() if p} == found:
            break
        found = {d: p for d, p in again.items() if p}
    return found


def _world(
    notes: Sequence[Annotations], names: Sequence[str], known: Mapping[int, Publication], but: int | None = None
) -> World:
    """Return what is known of the reports: those dated closely, without the one that is being weighed."""
    close = {d: p for d, p in known.items() if d != but and short(_days(p))}
    inferred = frozenset(notes[d].document.id for d, p in close.items() if p.basis == "inferred")
    return World(_all_times(notes, close), close, names, notes, inferred)


def _all_times(notes: Sequence[Annotations], known: Mapping[int, Publication]) -> list[Times]:
    return [times_of(n, _days(known[d]) if d in known else None) for d, n in enumerate(notes)]


def _days(p: Publication) -> Interval:
    return Interval(p.earliest, p.latest)


def _name(notes: Annotations) -> str:
    """Return how a report is called in an explanation."""
    document = notes.document
    return document.outlet or (f"“{document.title}”" if document.title else "another report")
