"""Every passage a record cites, numbered for people and anchored for links.

A passage is a cited sentence. Inside the sentences stand quotations and values, which are cited by the sentence that
holds them. A mark such as `B7` is the seventh cited passage of the second report.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, groupby

from msgspec.structs import replace

from consilience.ids import content_id
from consilience.model import (
    Entity,
    EntityMention,
    Event,
    Figure,
    Reading,
    Record,
    Report,
    Situation,
    Span,
    Statement,
    When,
)
from consilience.publish.words import column_letters

_SAFE_ID = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,80}")

#: How many code points of the same paragraph a mark shows on either side of a passage that is shorter than that.
CONTEXT = 60


class Passage(Record, frozen=True):
    """A cited stretch of a report: its mark ("B7"), the id of its place on the page, and whether it is only a name.

    *shared* is the id on the page of a cell that cites a passage whose mark only leads to its report and opens nothing:
    one that proves a shared source and nothing else, and every passage of a record too large to hold sentences twice.
    """

    span: Span
    mark: str
    anchor: str
    name: bool
    shared: str = ""


class Use(Record, frozen=True):
    """A cell that cites a passage: its id on the page, its id in the record, and what to call it."""

    cell: str
    id: str
    label: str


def cell_id(prefix: str, identity: str) -> str:
    """Return an HTML id for a record's id: itself where it is plain, else a name made from it."""
    return f"{prefix}-{identity}" if _SAFE_ID.fullmatch(identity) else content_id(prefix, identity)


def telling_mentions(entity: Entity) -> tuple[EntityMention, ...]:
    """Return the mentions that show how *entity* is called: its names, or without any its descriptions."""
    named = tuple(mention for mention in entity.mentions if mention.form in {"name", "adjective"})
    return named or tuple(mention for mention in entity.mentions if mention.form == "nominal")


def cited_sentences(situation: Situation) -> Iterator[Span]:
    """Yield every span the record gives as evidence: sentences and headlines, repeats included."""
    for document in situation.documents:
        yield from _publication_sentences(document)
    for family in situation.families:
        yield from chain.from_iterable(family.shared)
    for entity in situation.entities:
        yield from _entity_sentences(entity)
    yield from chain.from_iterable(event.evidence for event in situation.events)
    yield from chain.from_iterable(reading.evidence for reading in _readings(situation))
    for discrepancy in situation.discrepancies:
        yield from chain.from_iterable(side.evidence for side in discrepancy.sides)
    for when in _days(situation):
        yield from when.evidence if when else ()


def cited_words(situation: Situation) -> Iterator[Span]:
    """Yield every span within sentences that a cell stands on: quotations and values."""
    for statement in situation.statements:
        for telling in statement.tellings:
            yield telling.content
    for reading in _readings(situation):
        yield reading.value_span


def _readings(situation: Situation) -> tuple[Reading, ...]:
    return tuple(chain.from_iterable(figure.readings for figure in situation.figures))


def _days(situation: Situation) -> Iterator[When | None]:
    yield from (event.when for event in situation.events)
    yield from (statement.when for statement in situation.statements)
    yield from (reading.as_of for reading in _readings(situation))


def _publication_sentences(document: Report) -> Iterator[Span]:
    if document.published:
        yield from document.published.evidence
        yield from chain.from_iterable(reason.evidence for reason in document.published.reasons)


def _entity_sentences(entity: Entity) -> Iterator[Span]:
    for role in entity.roles:
        yield from role.evidence
        for when in (role.since, role.until):
            yield from when.evidence if when else ()


class Citations:
    """The passages of a record in document order, and the way from any cited span to its passage."""

    def __init__(self, situation: Situation, *, opens: bool = True) -> None:
        """Number the passages of *situation*; spans of documents it does not hold are left out.

        Unless marks shall *open* their sentences, all passages are only linked to.
        """
        self.opens = opens
        self._families = {family.id: frozenset(family.documents) for family in situation.families}
        self._rank = {document.id: number for number, document in enumerate(situation.documents)}
        sentences = {span for span in cited_sentences(situation) if span.document in self._rank}
        self._holding = _by_document(sentences)
        loose = {span for span in cited_words(situation) if span.document in self._rank and not self._holder(span)}
        names = frozenset(self._names_elsewhere(situation)) - loose
        self._holding = _by_document(sentences | loose | names)
        self._at = {passage.span: passage for passage in self._number(self._holding, names)}
        self._uses = _uses(situation, self)
        self._at = {span: self._linked(passage) for span, passage in self._at.items()}
        self.passages = tuple(self._at.values())
        self._in_document = {
            document: tuple(passages)
            for document, passages in groupby(self.passages, key=lambda passage: passage.span.document)
        }

    def _linked(self, passage: Passage) -> Passage:
        uses = self.uses(passage)
        only_shared = uses and all(use.cell.startswith("f-") for use in uses)
        if self.opens and not only_shared:
            return passage
        return replace(passage, shared=uses[0].cell if uses else cell_id("r", passage.span.document))

    def _names_elsewhere(self, situation: Situation) -> Iterator[Span]:
        """Yield the first use of each name form that no cited sentence shows."""
        texts = {document.id: document.text for document in situation.documents}
        for entity in situation.entities:
            uses: dict[str, list[Span]] = defaultdict(list)
            for mention in telling_mentions(entity):
                if mention.span.document in texts:
                    uses[texts[mention.span.document][mention.span.start : mention.span.end]].append(mention.span)
            yield from (spans[0] for spans in uses.values() if not any(map(self._holder, spans)))

    def _number(self, spans: dict[str, list[Span]], names: frozenset[Span]) -> Iterator[Passage]:
        for document, rank in self._rank.items():
            letters = column_letters(rank)
            for number, span in enumerate(spans.get(document, ()), start=1):
                anchor = content_id("s", span.document, span.start, span.end)
                yield Passage(span, f"{letters}{number}", anchor, span in names)

    def _holder(self, span: Span) -> Span | None:
        """Return the shortest cited sentence that holds *span*, itself included, or None."""
        spans = self._holding.get(span.document, [])
        upto = bisect_right(spans, span.start, key=lambda other: other.start)
        holders = [other for other in spans[:upto] if span.end <= other.end]
        return min(holders, key=lambda other: (other.end - other.start, other.start), default=None)

    def passage(self, span: Span) -> Passage | None:
        """Return the passage that *span* is cited by; None if the record does not hold it."""
        if span in self._at:
            return self._at[span]
        holder = self._holder(span)
        return self._at[holder] if holder else None

    def of(self, document: str) -> tuple[Passage, ...]:
        """Return the passages of one document, in text order."""
        return self._in_document.get(document, ())

    def sources(self, evidence: Iterable[Span], families: tuple[str, ...] = ()) -> tuple[tuple[Passage, ...], ...]:
        """Return the passages behind *evidence* grouped by independent source, in the order of *families*.

        A passage whose document is in none of *families* stands in a last group of its own document.
        """
        groups: dict[tuple[int, str], list[Passage]] = defaultdict(list)
        for span in sorted(set(evidence), key=lambda span: (self._rank.get(span.document, 0), span.start, span.end)):
            passage = self.passage(span)
            if passage and passage not in groups[key := self._source_of(span.document, families)]:
                groups[key].append(passage)
        return tuple(tuple(groups[key]) for key in sorted(groups) if groups[key])

    def _source_of(self, document: str, families: tuple[str, ...]) -> tuple[int, str]:
        for number, family in enumerate(families):
            if document in self._families.get(family, ()):
                return number, family
        return len(families) + self._rank.get(document, 0), document

    def uses(self, passage: Passage) -> tuple[Use, ...]:
        """Return the cells that cite *passage*, in the order of the page."""
        return self._uses.get(passage.anchor, ())


def _by_document(spans: set[Span]) -> dict[str, list[Span]]:
    sorted_spans: dict[str, list[Span]] = defaultdict(list)
    for span in sorted(spans, key=lambda span: (span.document, span.start, -span.end)):
        sorted_spans[span.document].append(span)
    return sorted_spans


def _uses(situation: Situation, citations: Citations) -> dict[str, tuple[Use, ...]]:
    found: dict[str, dict[Use, None]] = defaultdict(dict)
    for use, spans in _cells(situation):
        for span in spans:
            if passage := citations.passage(span):
                found[passage.anchor][use] = None
    return {anchor: _telling(tuple(uses)) for anchor, uses in found.items()}


def _telling(uses: tuple[Use, ...]) -> tuple[Use, ...]:
    """Return the uses without shared sources and days of reports, unless there are no others."""
    return tuple(use for use in uses if not use.cell.startswith(("f-", "r-"))) or uses


def _cells(situation: Situation) -> Iterator[tuple[Use, Iterable[Span]]]:
    """Yield each cell of the record with the spans it cites, in the order of the page."""
    for discrepancy in situation.discrepancies:
        spans = [span for side in discrepancy.sides for span in side.evidence]
        yield Use(cell_id("d", discrepancy.id), discrepancy.id, discrepancy.question), spans
    for figure in situation.figures:
        yield figure_cell(figure)
    for event in situation.events:
        yield event_cell(event)
    names = {entity.id: entity.name for entity in situation.entities}
    for statement in situation.statements:
        yield statement_cell(statement, names)
    for entity in situation.entities:
        spans = [span for role in entity.roles for span in role.evidence]
        yield Use(cell_id("n", entity.id), entity.id, entity.name), spans
    for family in situation.families:
        yield (
            Use(cell_id("f", family.id), family.id, f"shared source: {family.reason}"),
            [s for pair in family.shared for s in pair],
        )
    for document in situation.documents:
        reasons = document.published.reasons if document.published else ()
        spans = [span for reason in reasons for span in reason.evidence]
        yield Use(cell_id("r", document.id), document.id, "the day of the report"), spans


def figure_cell(figure: Figure) -> tuple[Use, list[Span]]:
    """Return the cell of a figure and what it cites."""
    spans = [span for reading in figure.readings for span in (*reading.evidence, reading.value_span)]
    return Use(cell_id("q", figure.id), figure.id, figure.counted or figure.measure), spans


def event_cell(event: Event) -> tuple[Use, tuple[Span, ...]]:
    """Return the cell of an event and what it cites."""
    return Use(cell_id("e", event.id), event.id, event.label), event.evidence


def statement_cell(statement: Statement, names: dict[str, str]) -> tuple[Use, list[Span]]:
    """Return the cell of a statement and what it cites."""
    speakers = ", ".join(names.get(speaker, speaker) for speaker in statement.speakers) or "unnamed speaker"
    label = f"{speakers}: {statement.act}"
    return Use(cell_id("u", statement.id), statement.id, label), [telling.content for telling in statement.tellings]
