"""One figure across reports: readings of the same measure of the same things, each with its moment and its source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from consilience.ids import content_id
from consilience.model import Annotations, Figure, FigureMention, Reading, Span, When
from consilience.reconcile.dates import Calendar
from consilience.reconcile.entities import Register
from consilience.reconcile.timing import days_of_mention, when_of
from consilience.reconcile.wording import containment, content_words

#: Measures that count people in a crisis: one running count each, unless another group is counted.
TOLLS = frozenset({"killed", "wounded", "missing", "detained", "displaced"})
#: Words that say no more than that people are counted.
_ANYONE = content_words(
    "people persons dead killed wounded injured missing victims casualties deaths bodies others number toll count"
)


class _Told(NamedTuple):
    document: int
    number: int
    mention: FigureMention
    said_by: str | None
    words: frozenset[str]
    sentence: Span
    as_of: When | None


class Figures(NamedTuple):
    """The figures, and which of them a mention is: `by_mention[document id, number]`."""

    figures: tuple[Figure, ...]
    by_mention: Mapping[tuple[str, int], str]


def merge_figures(
    notes: Sequence[Annotations],
    register: Register,
    calendar: Calendar,
    families_behind: Callable[[Iterable[Span]], tuple[str, ...]],
) -> Figures:
    """Return the figures of all reports, by id; a figure's readings by moment, then id."""
    told = [_told(d, number, n, register, calendar) for d, n in enumerate(notes) for number in range(len(n.figures))]
    groups: list[list[_Told]] = []
    comparable: dict[tuple[str, str], list[list[_Told]]] = defaultdict(list)
    for t in told:
        alike = comparable[t.mention.measure, t.mention.unit]
        home = next((g for g in alike if _same(t, g[0]) or any(_equal(t, o) for o in g)), None)
        if home is None:
            home = []
            groups.append(home)
            alike.append(home)
        home.append(t)
    ids = {}
    for g in groups:
        document = notes[g[0].document].document.id
        made = content_id("fig", document, g[0].mention.start, g[0].mention.end, g[0].mention.measure, g[0].number)
        ids.update({(notes[t.document].document.id, t.number): made for t in g})
    figures = tuple(sorted((_figure(g, notes, register, ids, families_behind) for g in groups), key=lambda f: f.id))
    return Figures(figures, ids)


def _told(d: int, number: int, notes: Annotations, register: Register, calendar: Calendar) -> _Told:
    m = notes.figures[number]
    document = notes.document.id
    s = notes.parse.sentences[m.sentence]
    span = notes.document.span(min(s.start, m.start), max(s.end, m.end))  # a figure may straddle a parser's slip
    found = days_of_mention(notes, calendar.times[document], calendar.published[document], m.time, m.sentence)
    return _Told(
        d,
        number,
        m,
        _source(notes, register, m),
        content_words(m.counted),
        span,
        when_of(*found, (span,)) if found else None,
    )


def _source(notes: Annotations, register: Register, m: FigureMention) -> str | None:
    """Return on whose word a figure is told: its own, else the speaker of the narrowest telling around it."""
    if m.said_by is not None:
        return register.of(notes.document.id, m.said_by)
    around = [s for s in notes.statements if s.start <= m.start and m.end <= s.end and s.speakers]
    narrowest = min(around, key=lambda s: (s.end - s.start, s.start), default=None)
    return register.of(notes.document.id, narrowest.speakers[0]) if narrowest else None


def _same(a: _Told, b: _Told) -> bool:
    """Say whether two mentions give values for one figure."""
    x, y = a.mention, b.mention
    if x.measure != y.measure or x.unit != y.unit or (x.part_of is None) != (y.part_of is None):
        return False
    if x.measure in TOLLS:
        return _who(a) == _who(b) or (bool(_who(a)) and bool(_who(b)) and containment(_who(a), _who(b)) >= 0.99)
    return bool(a.words) and a.words == b.words


def _who(t: _Told) -> frozenset[str]:
    """Return the words that narrow down who is counted; none when anyone is."""
    return t.words - _ANYONE


def _equal(a: _Told, b: _Told) -> bool:
    """Say whether two mentions give the same value for what is described alike: copies, or one fact twice."""
    x, y = a.mention, b.mention
    if (x.measure, x.unit, x.low, x.high) != (y.measure, y.unit, y.low, y.high) or a.document == b.document:
        return False
    return containment(a.words, b.words) >= 0.5


def _figure(
    group: Sequence[_Told],
    notes: Sequence[Annotations],
    register: Register,
    ids: Mapping[tuple[str, int], str],
    families_behind: Callable[[Iterable[Span]], tuple[str, ...]],
) -> Figure:
    first = group[0]
    document = notes[first.document].document.id
    made = ids[document, first.number]
    parents = [ids[notes[t.document].document.id, t.mention.part_of] for t in group if t.mention.part_of is not None]
    behind = _behind(group, families_behind)
    readings = tuple(_reading(t, notes, behind[t.mention.low, t.mention.high]) for t in group)
    return Figure(
        id=made,
        measure=first.mention.measure,
        counted=max((t.mention.counted for t in group), key=lambda c: (len(c), c)),
        unit=first.mention.unit,
        place=next(
            (register.of(notes[t.document].document.id, t.mention.place) for t in group if t.mention.place is not None),
            None,
        ),
        part_of=next((p for p in parents if p != made), None),
        event=None,
        readings=tuple(sorted(readings, key=_by_moment)),
    )


def _by_moment(r: Reading) -> tuple[str, str]:
    return (r.as_of.earliest.isoformat() if r.as_of else "9999", r.id)


def _behind(
    group: Sequence[_Told], families_behind: Callable[[Iterable[Span]], tuple[str, ...]]
) -> dict[tuple[float, float | None], tuple[str, ...]]:
    """Return for each value of a figure the families of all sentences that give it."""
    sentences: dict[tuple[float, float | None], set[Span]] = defaultdict(set)
    for t in group:
        sentences[t.mention.low, t.mention.high].add(t.sentence)
    return {value: families_behind(sorted(spans)) for value, spans in sentences.items()}


def _reading(t: _Told, notes: Sequence[Annotations], families: tuple[str, ...]) -> Reading:
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
        evidence=(t.sentence,),
        value_span=document.span(m.start, m.end),
        families=families,
    )
