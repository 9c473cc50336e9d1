"""One figure across reports: readings of the same measure of the same things, each with its moment and its source.

A figure is a measure, the people or things counted, the place, the occasion, cumulative or single. What might be of
other people or of another occasion stays apart: a wrong merge makes a false dispute.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple

from consilience.ids import content_id
from consilience.model import Annotations, Figure, Reading, Span
from consilience.reconcile.dates import Calendar
from consilience.reconcile.entities import Register
from consilience.reconcile.figures.grouping import grouped
from consilience.reconcile.figures.populations import population
from consilience.reconcile.figures.telling import Told, told_in
from consilience.reconcile.sources import FamiliesBehind
from consilience.reconcile.voices import voices_of

__all__ = ["Figures", "merge_figures"]

#: Lowest and highest number, and on whose word.
_Value = tuple[float, float | None, str | None]


class Figures(NamedTuple):
    """The figures, and which of them a mention is: `by_mention[document id, number]`."""

    figures: tuple[Figure, ...]
    by_mention: Mapping[tuple[str, int], str]


def merge_figures(
    notes: Sequence[Annotations], register: Register, calendar: Calendar, families_behind: FamiliesBehind
) -> Figures:
    """Return the figures of all reports, by id; a figure's readings by moment, then id."""
    told = [t for d, n in enumerate(notes) for t in told_in(d, n, register, calendar)]
    groups = grouped(told)
    ids = {}
    for g in groups:
        document = notes[g[0].document].document.id
        made = content_id("fig", document, g[0].mention.start, g[0].mention.end, g[0].mention.measure, g[0].number)
        ids.update({(notes[t.document].document.id, t.number): made for t in g})
    made_of = (_figure(g, notes, ids, _voiced(g, register, families_behind)) for g in groups)
    figures = tuple(sorted(made_of, key=lambda f: f.id))
    return Figures(figures, ids)


def _voiced(group: Sequence[Told], register: Register, families_behind: FamiliesBehind) -> FamiliesBehind:
    """Return what tells the families behind a figure: outlets that give it on one body's word are one source."""
    return partial(families_behind, voices=voices_of(((t.sentence, t.said_by) for t in group), register))


def _figure(
    group: Sequence[Told],
    notes: Sequence[Annotations],
    ids: Mapping[tuple[str, int], str],
    families_behind: FamiliesBehind,
) -> Figure:
    first = group[0]
    made = ids[notes[first.document].document.id, first.number]
    parents = [ids[notes[t.document].document.id, t.mention.part_of] for t in group if t.mention.part_of is not None]
    saying: dict[_Value, set[Span]] = defaultdict(set)
    for t in group:
        saying[_value(t)].add(t.sentence)
    readings = tuple(
        _reading(t, notes, (t.sentence, *sorted(saying[_value(t)] - {t.sentence})), families_behind) for t in group
    )
    places = {t.place for t in group if t.place is not None}
    return Figure(
        id=made,
        measure=first.mention.measure,
        counted=_label(group),
        unit=first.mention.unit,
        place=next(iter(places)) if len(places) == 1 and all(t.place is not None for t in group) else None,
        part_of=next((p for p in parents if p != made), None),
        event=None,
        readings=tuple(sorted(readings, key=_by_moment)),
    )


def _label(group: Sequence[Told]) -> str:
    """Return the words for what is counted: the most general, then the most frequent, then the shortest."""
    counts = Counter(t.mention.counted for t in group)
    widest = min(len(t.who) for t in group)
    general = [
        t for t in group if len(t.who) == widest and len(population(t.mention.counted, t.mention.measure)) <= widest
    ]
    kept = general or list(group)
    return min(
        (t.mention.counted for t in kept),
        key=lambda c: ("total" in c.casefold(), not c.startswith("vote share"), -counts[c], len(c), c),
    )


def _by_moment(r: Reading) -> tuple[str, str]:
    return (r.as_of.earliest.isoformat() if r.as_of else "9999", r.id)


def _value(t: Told) -> _Value:
    """Return what a mention says, and on whose word: the sentences that say the same are evidence for each other."""
    return t.mention.low, t.mention.high, t.said_by


def _reading(
    t: Told, notes: Sequence[Annotations], evidence: tuple[Span, ...], families_behind: FamiliesBehind
) -> Reading:
    m = t.mention
    document = notes[t.document].document
    return Reading(
        id=content_id("rdg", document.id, m.start, m.end, m.measure, t.number),
        low=m.low,
        high=m.high,
        approximate=m.approximate,
        change=m.change,
        status=m.status,
        as_of=t.as_of,
        said_by=t.said_by,
        evidence=evidence,
        value_span=document.span(m.start, m.end),
        families=families_behind(evidence),
    )
