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
    Answer,
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
    scales = _Scales(notes)
    found: dict[int, Publication] = {}
    waiting = list(cases)
    while waiting:
        tried = [(case, scales.weigh(case, {**printed, **found})) for case in waiting]
        surest = max(answer.margin for _, answer in tried)
        now = {case.number: a.publication for case, a in tried if a.margin >= SURE * surest}
        waiting = [case for case in waiting if case.number not in now]
        found |= {d: p for d, p in now.items() if p}
    for _ in range(ROUNDS):
        weighed = {case.number: scales.weigh(case, {**printed, **found}).publication for case in cases}
        again = {d: p for d, p in weighed.items() if p}
        if again == found:
            break
        found = again
    return found


class _Scales:
    """Weighs cases against what is known of the other reports; what has not changed is not weighed again."""

    def __init__(self, notes: Sequence[Annotations]) -> None:
        self._notes = notes
        self._names = [_name(n) for n in notes]
        self._times: dict[tuple[int, Interval | None], Times] = {}
        self._answers: dict[int, tuple[Mapping[int, Publication], Answer]] = {}

    def weigh(self, case: Case, known: Mapping[int, Publication]) -> Answer:
        """Return the answer to a case. A report never confirms itself: it is none of the case's other reports."""
        close = {d: known[d] for d in sorted(case.others) if d in known and short(_days(known[d]))}
        before = self._answers.get(case.number)
        if before is None or before[0] != close:
            before = self._answers[case.number] = (close, weigh(case, self._world(case, close)))
        return before[1]

    def _world(self, case: Case, close: Mapping[int, Publication]) -> World:
        times = {d: self._times_of(d, _days(close[d]) if d in close else None) for d in sorted(case.others)}
        inferred = frozenset(self._notes[d].document.id for d, p in close.items() if p.basis == "inferred")
        return World(times, close, self._names, inferred)

    def _times_of(self, number: int, published: Interval | None) -> Times:
        key = (number, published)
        if key not in self._times:
            self._times[key] = times_of(self._notes[number], published)
        return self._times[key]


def _all_times(notes: Sequence[Annotations], known: Mapping[int, Publication]) -> list[Times]:
    return [times_of(n, _days(known[d]) if d in known else None) for d, n in enumerate(notes)]


def _days(p: Publication) -> Interval:
    return Interval(p.earliest, p.latest)


def _name(notes: Annotations) -> str:
    """Return how a report is called in an explanation."""
    document = notes.document
    return document.outlet or (f"“{document.title}”" if document.title else "another report")
