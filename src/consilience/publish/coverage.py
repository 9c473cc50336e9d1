"""Which report tells what: the sources of a record, its facts by report, and what rests on one source alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable
from typing import NamedTuple

from consilience.model import Event, Figure, Situation, Span
from consilience.publish.choice import by_measure, event_weight, values_of
from consilience.publish.words import say_value

#: So many reports have a column each; of more, those that share most with others.
COLUMNS = 30
#: So many facts have a row.
ROWS = 60


class Source(NamedTuple):
    """The reports that go back to one origin, at least in part; *origin* is the entity they took it from, if known."""

    documents: tuple[str, ...]
    origin: str | None


class Fact(NamedTuple):
    """A row: an event or a figure, what each report that tells it says ("●", "≠" in dispute, a value), its support."""

    cell: Event | Figure
    told: dict[str, str]
    sources: int
    reports: int


class Matrix(NamedTuple):
    """Facts by report, the columns in groups of one source each; *left_out* counts reports without a column."""

    columns: tuple[Source, ...]
    rows: tuple[Fact, ...]
    left_out: int


class Alone(NamedTuple):
    """What one source alone tells."""

    source: Source
    events: tuple[Event, ...]
    figures: tuple[Figure, ...]


def sources_of(situation: Situation) -> tuple[Source, ...]:
    """Return the sources of *situation*, the largest first: reports that share an origin even in part are one."""
    parent = {document.id: document.id for document in situation.documents}

    def root(document: str) -> str:
        while parent[document] != document:
            parent[document] = document = parent[parent[document]]
        return document

    origins: dict[str, str | None] = {}
    for family in situation.families:
        known = [document for document in family.documents if document in parent]
        for other in known[1:]:
            parent[root(other)] = root(known[0])
    for family in situation.families:
        if family.origin and len(family.documents) > 1 and family.documents[0] in parent:
            origins.setdefault(root(family.documents[0]), family.origin)
    groups: dict[str, list[str]] = defaultdict(list)
    for document in parent:
        groups[root(document)].append(document)
    found = [Source(tuple(documents), origins.get(one)) for one, documents in groups.items()]
    return tuple(sorted(found, key=lambda source: -len(source.documents)))


def count_sources(situation: Situation) -> int:
    """Return how many sources the reports go back to if those that share one even in part count as one."""
    return len(sources_of(situation))


def coverage(situation: Situation) -> Matrix:
    """Return the facts that more than one report tells, best supported first, by report."""
    disputed = {about: one for one in situation.discrepancies for about in one.about if one.severity == "factual"}
    facts = [_event_fact(event, about=disputed) for event in situation.events if len(event.documents) > 1]
    facts += [fact for figure in by_measure(situation.figures) if (fact := _figure_fact(figure)).reports > 1]
    rows = sorted(facts, key=lambda fact: (-fact.sources, -fact.reports))[:ROWS]
    uses: dict[str, int] = {document.id: 0 for document in situation.documents}
    for fact in rows:
        for document in fact.told:
            uses[document] = uses.get(document, 0) + 1
    shown = frozenset(sorted(uses, key=lambda document: -uses[document])[:COLUMNS])
    columns = (
        source._replace(documents=tuple(document for document in source.documents if document in shown))
        for source in sources_of(situation)
    )
    return Matrix(tuple(source for source in columns if source.documents), tuple(rows), max(len(uses) - COLUMNS, 0))


def _event_fact(event: Event, about: Container[str]) -> Fact:
    sign = "≠" if event.id in about else "●"
    return Fact(event, dict.fromkeys(event.documents, sign), len(event.families), len(event.documents))


def _figure_fact(figure: Figure) -> Fact:
    told: dict[str, dict[str, None]] = defaultdict(dict)
    for value in values_of(figure):
        for span in value.evidence:
            told[span.document][say_value(value.readings[0], "")] = None
    families = {family for reading in figure.readings for family in reading.families}
    return Fact(figure, {document: ", ".join(said) for document, said in told.items()}, len(families), len(told))


def told_alone(situation: Situation) -> tuple[Alone, ...]:
    """Return what each source alone tells, the one that tells most first; who tells nothing alone is left out."""
    sources = sources_of(situation)
    number = {document: rank for rank, source in enumerate(sources) for document in source.documents}

    def only(evidence: Iterable[Span]) -> int | None:
        told = {number[span.document] for span in evidence if span.document in number}
        return told.pop() if len(told) == 1 else None

    events: dict[int | None, list[Event]] = defaultdict(list)
    for event in sorted(situation.events, key=event_weight, reverse=True):
        events[only(event.evidence)].append(event)
    figures: dict[int | None, list[Figure]] = defaultdict(list)
    for figure in by_measure(situation.figures):
        figures[only(span for reading in figure.readings for span in reading.evidence)].append(figure)
    alone = (Alone(source, tuple(events[rank]), tuple(figures[rank])) for rank, source in enumerate(sources))
    told = [one for one in alone if one.events or one.figures]
    return tuple(sorted(told, key=lambda one: -len(one.events) - len(one.figures)))
