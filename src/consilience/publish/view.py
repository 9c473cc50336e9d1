"""A record's cells grouped and ordered as the page shows them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from consilience.model import Entity, Event, Family, Figure, Reading, Report, Situation, Span, Statement, When
from consilience.publish import choice, words
from consilience.publish.citations import CONTEXT, Citations, Passage, telling_mentions
from consilience.publish.index import Index
from consilience.publish.markup import report_text

#: How many rows a list shows before the rest is folded away.
SHOWN = 12
#: All reports together shorter than this stand open on the page, longer ones are folded.
OPEN_TEXT = 200_000


class Day(NamedTuple):
    """The events of one day or interval."""

    when: When | None
    events: tuple[Event, ...]


class Voice(NamedTuple):
    """What one speaker said."""

    speaker: str | None
    statements: tuple[Statement, ...]


class NameForm(NamedTuple):
    """A form of a name, how often it is written, and the passage of its first cited use."""

    form: str
    uses: int
    passage: Passage | None


class View:
    """The record's cells grouped and ordered as the page shows them."""

    def __init__(self, situation: Situation, index: Index, citations: Citations) -> None:
        self._situation = situation
        self._index = index
        self._citations = citations
        self._inner = _inner_marks(situation)
        self._companions = _companions(situation)

    def open_reports(self) -> bool:
        """Say whether the reports are short enough to stand open."""
        return sum(len(document.text) for document in self._situation.documents) <= OPEN_TEXT

    def days(self) -> tuple[Day, ...]:
        """Return the timeline by day or interval, in the record's order, without the undated."""
        dated = [
            (entry.when, event)
            for entry in self._situation.timeline
            if (event := self._event(entry.event)) and entry.when
        ]
        grouped = groupby(dated, key=lambda pair: (pair[0].earliest, pair[0].latest, pair[0].edtf))
        days = []
        for _, pairs in grouped:
            same_day = tuple(pairs)
            days.append(Day(same_day[0][0], tuple(event for _, event in same_day)))
        return tuple(days)

    def undated(self) -> tuple[Event, ...]:
        """Return the events of unknown day, in the record's order."""
        return tuple(
            event for entry in self._situation.timeline if entry.when is None and (event := self._event(entry.event))
        )

    def _event(self, identity: str) -> Event | None:
        return self._index.events.get(identity)

    def repeated(self, figures: Iterable[Figure]) -> tuple[Figure, ...]:
        """Return the figures that several values were given for."""
        return tuple(figure for figure in figures if len(choice.values_of(figure)) > 1)

    def told_once(self, figures: Iterable[Figure]) -> tuple[Figure, ...]:
        """Return the figures that everybody gives one value for."""
        return tuple(figure for figure in figures if len(choice.values_of(figure)) == 1)

    def moments(self, value: choice.Value) -> tuple[tuple[str, When | None], ...]:
        """Return the different moments a value was given for, in words and as they are, precise ones first."""
        days = {words.say_briefly(one.as_of): one.as_of for one in value.readings}
        return tuple(sorted(days.items(), key=lambda item: item[1].interval.days if item[1] else float("inf")))

    def callers(self, value: choice.Value, charted: Container[str]) -> tuple[Reading, ...]:
        """Return one reading for each on whose word a value stands, one that is *charted* if there is."""
        chosen: dict[str | None, Reading] = {}
        for reading in sorted(value.readings, key=lambda reading: reading.id not in charted):
            chosen.setdefault(reading.said_by, reading)
        return tuple(chosen.values())

    def voices(self) -> tuple[Voice, ...]:
        """Return statements by their first speaker, who said most first; without a speaker last."""
        by_speaker: dict[str | None, list[Statement]] = defaultdict(list)
        for statement in self._situation.statements:
            by_speaker[statement.speakers[0] if statement.speakers else None].append(statement)
        ordered = sorted(
            by_speaker.items(), key=lambda item: (item[0] is None, -len(item[1]), self._index.name(item[0]))
        )
        return tuple(Voice(speaker, tuple(statements)) for speaker, statements in ordered)

    def entities(self, kinds: tuple[str, ...]) -> tuple[Entity, ...]:
        """Return the entities of *kinds*, most named first."""
        return choice.by_mentions(entity for entity in self._situation.entities if entity.kind in kinds)

    def name_forms(self, entity: Entity) -> tuple[NameForm, ...]:
        """Return the forms in which reports write an entity's name, most used first."""
        uses: dict[str, list[Span]] = defaultdict(list)
        for mention in telling_mentions(entity):
            uses[" ".join(self._index.quote(mention.span).split())].append(mention.span)
        forms = [NameForm(form, len(spans), self._first_cited(spans)) for form, spans in uses.items() if form]
        return tuple(sorted(forms, key=lambda form: (-form.uses, form.form)))

    def _first_cited(self, spans: Iterable[Span]) -> Passage | None:
        found = (self._citations.passage(span) for span in spans)
        return next((passage for passage in found if passage), None)

    def reports_naming(self, entity: Entity) -> int:
        """Return how many reports mention *entity*."""
        return len({mention.span.document for mention in entity.mentions})

    def shared_events(self) -> tuple[Event, ...]:
        """Return the events that more than one report tells, most told first."""
        shared = [event for event in self._situation.events if len(event.documents) > 1]
        return tuple(sorted(shared, key=lambda event: (-len(event.families), -len(event.documents), event.id)))

    def shared_families(self) -> tuple[Family, ...]:
        """Return the families of more than one report."""
        return tuple(family for family in self._situation.families if len(family.documents) > 1)

    def on_their_own(self) -> tuple[Report, ...]:
        """Return the reports that share no source with another."""
        return tuple(document for document in self._situation.documents if not self._companions.get(document.id))

    def other_evidence(self, report: Report) -> tuple[Span, ...]:
        """Return the evidence for a report's day that none of its reasons cites."""
        if report.published is None:
            return ()
        reasoned = {span for reason in report.published.reasons for span in reason.evidence}
        return tuple(span for span in report.published.evidence if span not in reasoned)

    def day_evidence(self, event: Event) -> tuple[Span, ...]:
        """Return what the inferred day of an event was concluded from besides the event's own sentences."""
        if event.when is None or event.when.basis != "inferred":
            return ()
        return tuple(span for span in event.when.evidence if span not in event.evidence)

    @cached_property
    def _families_in_words(self) -> dict[str, str]:
        return {d: self._family_in_words(d) for d in self._index.documents}

    def family_of(self, document: str) -> str:
        """Return in words what else goes back to the same origin as a report: "shares its source with B, C"."""
        return self._families_in_words[document]

    def _family_in_words(self, document: str) -> str:
        others = sorted(self._companions.get(document, ()), key=self._index.rank)
        letters = [self._index.letters[other] for other in others if other in self._index.letters]
        if not letters:
            return "a source of its own"
        more = f" and {len(letters) - SHOWN} more" if len(letters) > SHOWN else ""
        return f"shares a source with {', '.join(letters[:SHOWN])}{more}"

    def context(self, passage: Passage) -> tuple[str, str]:
        """Return the words before and after a short passage in its paragraph; nothing around a whole sentence."""
        span = passage.span
        text = self._index.documents[span.document].text
        if span.end - span.start > CONTEXT // 2:
            return "", ""
        begin = max(text.rfind("\n", 0, span.start) + 1, span.start - CONTEXT)
        line_end = text.find("\n", span.end)
        end = min(len(text) if line_end < 0 else line_end, span.end + CONTEXT)
        return text[begin : span.start], text[span.end : end]

    def text(self, report: Report) -> Markup:
        """Return the full text of a report with its passages, quotations and values marked."""
        return report_text(report, self._citations.of(report.id), self._inner.get(report.id, ()))


def _companions(situation: Situation) -> dict[str, frozenset[str]]:
    """Return, by report, the other reports that go back to an origin of its own, wholly or in part."""
    found: dict[str, set[str]] = defaultdict(set)
    for family in situation.families:
        for document in family.documents:
            found[document].update(family.documents)
    return {document: frozenset(others - {document}) for document, others in found.items()}


def _inner_marks(situation: Situation) -> dict[str, tuple[tuple[int, int, str], ...]]:
    """Return, by report, the words within its sentences that give a value."""
    found: dict[str, set[tuple[int, int, str]]] = defaultdict(set)
    for figure in situation.figures:
        for span in (reading.value_span for reading in figure.readings):
            found[span.document].add((span.start, span.end, "value"))
    return {document: tuple(sorted(marks)) for document, marks in found.items()}
