"""Running counts of a crisis: which of two reports gives the higher one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from consilience.model import Annotations, FigureMention, Measure, Span
from consilience.reconcile.entities import Register
from consilience.reconcile.offices import office_of

#: Counts that only grow while a crisis lasts. The missing are found and the detained released.
GROWING: frozenset[Measure] = frozenset({"killed", "wounded"})
RUNNING: frozenset[Measure] = GROWING | {"missing"}
#: Higher counts than so many times the other are another count.
SAME_COUNT = 3.0


class Toll(NamedTuple):
    """A count that a report gives for the whole crisis, on whose word (None: nobody's), and its sentence."""

    document: int
    measure: Measure
    value: float
    said_by: str | None
    sentence: Span


def tolls_of(notes: Sequence[Annotations], register: Register) -> tuple[Toll, ...]:
    """Return the count that each report gives first, by measure and by who says it: news before what it was."""
    found = []
    for d, n in enumerate(notes):
        first: dict[tuple[Measure, str], Toll] = {}
        for toll in _told(d, n, register):
            first.setdefault((toll.measure, toll.said_by or ""), toll)
        found += [first[key] for key in sorted(first)]
    return tuple(found)


def _told(d: int, notes: Annotations, register: Register) -> Iterator[Toll]:
    document = notes.document
    office = office_of(notes, register)
    for m in notes.figures:
        if _is_total(m):
            s = notes.parse.sentences[m.sentence]
            said_by = register.of(document.id, _speaker(notes, m)) or office
            yield Toll(d, m.measure, m.low, said_by, document.span(s.start, s.end))


def _speaker(notes: Annotations, m: FigureMention) -> int | None:
    """Return the chain on whose word a count is told: its own, else the speaker of the narrowest telling around it."""
    if m.said_by is not None:
        return m.said_by
    around = [s for s in notes.statements if s.start <= m.start and m.end <= s.end and s.speakers]
    narrowest = min(around, key=lambda s: (s.end - s.start, s.start), default=None)
    return narrowest.speakers[0] if narrowest else None


def _is_total(m: FigureMention) -> bool:
    exact = m.part_of is None and m.change is None and m.status == "occurred" and m.low == m.high and m.low >= 2
    return exact and m.measure in RUNNING and m.place is None


def comparable(a: Toll, b: Toll) -> bool:
    """Say whether two counts may be of one thing: not on the word of two sides, not of another order."""
    if a.measure != b.measure or a.document == b.document:
        return False
    if a.said_by and b.said_by and a.said_by != b.said_by:
        return False
    low, high = sorted((a.value, b.value))
    return high <= SAME_COUNT * low and (a.measure in GROWING or low == high)


def says_more(a: Toll, b: Toll) -> int:
    """Return 1 where *a* is the higher count, -1 where it is the lower, 0 where they are equal."""
    return (a.value > b.value) - (a.value < b.value)
