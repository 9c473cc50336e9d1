"""A record's cells grouped and ordered as the page shows them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable
from functools import cached_property
from itertools import groupby
from typing import NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from consilience import naming
from consilience.model import Entity, Event, Family, Figure, Reading, Report, Situation, Span, Statement, When
from consilience.publish import choice, words
from consilience.publish.citations import CONTEXT, Citations, Passage, telling_mentions
from consilience.publish.coverage import sources_of
from consilience.publish.index import Index
from consilience.publish.markup import cited_text, report_text

#: How many rows a list shows before the rest is folded away.
SHOWN = 12
#: How many reports that share its source a passage names.
NAMED = 4
#: All reports together shorter than this stand open on the page, longer ones are folded.
OPEN_TEXT = 200_000


class Day(NamedTuple):
    """The events of one day or interval."""

    when: When | None
    events: tuple[Event, ...]


class Voice(NamedTuple):
    """What one speaker said, or *several* who are told without a name in the same words: "officials"."""

    name: str
    several: int
    statements: tuple[Statement, ...]


class Word(NamedTuple):
    """A name written in one way, or a description: of one entity, or of several without a name."""

    name: str
    entities: tuple[Entity, ...]


class NameForm(NamedTuple):
    """A form of a name, how often it is written, the passage of its first cited use, and how it is like the name."""

    form: str
    uses: int
    passage: Passage | None
    why: str


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
            chosen.setdefault(self._index.voice(reading), reading)
        return tuple(chosen.values())

    def voices(self) -> tuple[Voice, ...]:
        """Return statements by their first speaker, who said most first; then several without a name."""
        by_speaker: dict[str | None, list[Statement]] = defaultdict(list)
        speakers: dict[str | None, set[str]] = defaultdict(set)
        for statement in self._situation.statements:
            speaker = statement.speakers[0] if statement.speakers else None
            key = speaker and self._listed_under(speaker)
            by_speaker[key].append(statement)
            speakers[key].update(statement.speakers[:1])
        voices = [
            Voice(self._index.name(min(speakers[key], default=None)), len(speakers[key]), tuple(told))
            for key, told in by_speaker.items()
        ]
        return tuple(sorted(voices, key=lambda v: (not v.name, v.several > 1, -len(v.statements), v.name)))

    def words(self, entities: Iterable[Entity]) -> tuple[Word, ...]:
        """Return *entities*, those without a name that are told in the same words as one, in the order given."""
        found: dict[str, list[Entity]] = defaultdict(list)
        for entity in entities:
            found[self._listed_under(entity.id)].append(entity)
        return tuple(Word(self._index.name(one[0].id), tuple(one)) for one in found.values())

    def _listed_under(self, entity: str) -> str:
        """Return what an entity is listed under: itself where it has a name, else the words it is told in."""
        known = self._index.entities.get(entity)
        return entity if known is None or known.is_named else f"{known.kind} {known.name}"

    def entities(self, kinds: tuple[str, ...]) -> tuple[Entity, ...]:
        """Return the entities of *kinds*, most named first."""
        return choice.by_mentions(entity for entity in self._situation.entities if entity.kind in kinds)

    def name_forms(self, entity: Entity) -> tuple[NameForm, ...]:
        """Return the forms in which reports write an entity's name, most used first."""
        uses: dict[str, list[Span]] = defaultdict(list)
        for mention in telling_mentions(entity):
            uses[" ".join(self._index.quote(mention.span).split())].append(mention.span)
        forms = [
            NameForm(form, len(spans), self._first_cited(spans), _likeness(form, entity))
            for form, spans in uses.items()
            if form
        ]
        return tuple(sorted(forms, key=lambda form: (-form.uses, form.form)))

    def _first_cited(self, spans: Iterable[Span]) -> Passage | None:
        found = (self._citations.passage(span) for span in spans)
        return next((passage for passage in found if passage), None)

    def major(self, entities: Iterable[Entity]) -> tuple[Entity, ...]:
        """Return the entities there is something to say of: several forms, roles, a country or a number."""
        return tuple(entity for entity in entities if not self._is_minor(entity))

    def minor(self, entities: Iterable[Entity]) -> tuple[Entity, ...]:
        """Return the entities that are written in one form, and have no role, country or number."""
        return tuple(entity for entity in entities if self._is_minor(entity))

    def _is_minor(self, entity: Entity) -> bool:
        told = entity.roles or entity.wikidata or entity.country
        return not told and len(self.name_forms(entity)) <= 1

    def reports_naming(self, entity: Entity) -> int:
        """Return how many reports mention *entity*."""
        return len({mention.span.document for mention in entity.mentions})

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
        more = f" and {len(letters) - NAMED} more" if len(letters) > NAMED else ""
        return f"shares a source with {', '.join(letters[:NAMED])}{more}"

    @cached_property
    def _sources_in_words(self) -> dict[str, str]:
        said = {}
        for number, source in enumerate(sources_of(self._situation), start=1):
            others = len(source.documents)
            for document in source.documents:
                said[document] = f"source {number}" + (f", of {others} reports" if others > 1 else "")
        return said

    def source_of(self, document: str) -> str:
        """Return in words which of the page's sources a report belongs to: "source 1, of 3 reports"."""
        return self._sources_in_words.get(document, "")

    def rest_of(self, family: Family, after: int) -> tuple[Passage, ...]:
        """Return the passages of a family behind its first *after* pairs, each once."""
        spans = dict.fromkeys(span for pair in family.shared[after:] for span in pair)
        return tuple(dict.fromkeys(p for span in spans if (p := self._citations.passage(span))))

    def context(self, passage: Passage) -> tuple[str, str]:
        """Return the words before and after a short passage in its paragraph; nothing around a whole sentence."""
        span = passage.span
        text = self._index.documents[span.document].text
        if span.end - span.start > CONTEXT:
            return "", ""
        begin = max(text.rfind("\n", 0, span.start) + 1, span.start - CONTEXT)
        line_end = text.find("\n", span.end)
        end = min(len(text) if line_end < 0 else line_end, span.end + CONTEXT)
        before, after = text[begin : span.start], text[span.end : end]
        if begin and text[begin - 1] != "\n":
            before = f"…{before[before.find(' ') :]}" if " " in before else "…"
        if end < len(text) and text[end] != "\n":
            after = f"{after[: after.rfind(' ') + 1]}…"
        return before, after

    def days_of(self, events: Iterable[Event]) -> str:
        """Return the days of *events* for a label: "11 Mar, 13 Mar"; "" where none is known."""
        days = dict.fromkeys(words.say_short_day(event.when.earliest) for event in events if event.when)
        return ", ".join(list(days)[:3]) + (" …" if len(days) > 3 else "")

    def fragment(self, report: Report) -> str:
        """Return what leads a browser to the first cited passage on the outlet's own page; "" without any.

        Source: WICG, "URL Fragment Text Directives".
        """
        passages = [passage for passage in self._citations.of(report.id) if not passage.name]
        if not passages:
            return ""
        said = " ".join(self._index.quote(passages[0].span).split()[:8])
        return f"#:~:text={quote(said, safe='').replace('-', '%2D')}"

    def cited(self, report: Report) -> Markup:
        """Return the cited passages of a report, without the text between them."""
        return cited_text(report, self._citations.of(report.id))

    def text(self, report: Report) -> Markup:
        """Return the full text of a report with its passages, quotations and values marked."""
        return report_text(report, self._citations.of(report.id), self._inner.get(report.id, ()))


def _likeness(form: str, entity: Entity) -> str:
    """Return in words how a form of a name is like the name itself; "" where they are the same."""
    one, name = naming.fold(form), naming.fold(entity.name)
    if naming.name_key(form) == naming.name_key(entity.name):
        return ""
    if form.isupper() and form in {naming.initials(entity.name), *map(naming.initials, entity.aliases)}:
        return "initials"
    if set(one.split()) <= set(name.split()):
        return "part of the name"
    if set(name.split()) <= set(one.split()):
        return "with more words"
    if entity.kind in {"state", "place"} and naming.belongs(form, entity.name):
        return "adjective"
    if naming.score(form, entity.name) >= naming.SAME:
        return "spelt alike"
    return "known name" if form in entity.aliases and entity.wikidata else "told of the same"


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
