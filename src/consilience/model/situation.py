"""The record of a situation, field for field what `record.json` holds."""

from __future__ import annotations

from datetime import date
from typing import Literal

from consilience.model.annotation import Act, Change, Form, Kind, Measure, PloverType, Status, TellingForm
from consilience.model.base import Record, Span
from consilience.model.document import Segment
from consilience.model.when import Basis, When

#: The version of the contract of `record.json` (docs/record.md) that this version writes and reads.
SCHEMA = 1

Relation = Literal["update", "contradiction", "source dispute", "scope differs", "wording", "unresolved"]
DiscrepancyKind = Literal["figure", "date", "name", "term", "actor", "attribution", "framing", "identity"]


class Reason(Record, frozen=True):
    """Why we think so: the rule's name, one plain sentence, and what it rests on."""

    rule: str
    explanation: str
    evidence: tuple[Span, ...]


class Publication(Record, frozen=True, kw_only=True):
    """When a report was published, and why we think so."""

    edtf: str
    earliest: date
    latest: date
    basis: Basis
    evidence: tuple[Span, ...]
    reasons: tuple[Reason, ...]


class Report(Record, frozen=True, kw_only=True):
    """A document as the record shows it."""

    id: str
    path: str
    outlet: str | None
    agencies: tuple[str, ...]
    url: str | None
    title: str
    byline: str | None
    language: str
    published: Publication | None
    text: str
    segments: tuple[Segment, ...]
    notes: tuple[str, ...]


class Family(Record, frozen=True, kw_only=True):
    """Documents, or parts of documents, that go back to one origin."""

    id: str
    documents: tuple[str, ...]
    origin: str | None
    reason: Literal["alone", "same text", "same agency", "same readout", "quotes"]
    shared: tuple[tuple[Span, Span], ...]


class EntityMention(Record, frozen=True):
    span: Span
    form: Form


class EntityRole(Record, frozen=True, kw_only=True, rename={"since": "from", "until": "to"}):
    """A role held, of which entity, from when to when as far as reports say."""

    title: str
    of: str | None
    since: When | None
    until: When | None
    evidence: tuple[Span, ...]


class Entity(Record, frozen=True, kw_only=True):
    """A person, organisation, state, place or group, with every form its name takes."""

    id: str
    kind: Kind
    name: str
    aliases: tuple[str, ...]
    wikidata: str | None
    country: str | None
    roles: tuple[EntityRole, ...]
    mentions: tuple[EntityMention, ...]

    @property
    def is_named(self) -> bool:
        """Whether it has a name of its own, and is not only described: "officials"."""
        known = self.wikidata is not None or self.kind in {"state", "place"}
        return known or any(m.form == "name" for m in self.mentions)


class Event(Record, frozen=True, kw_only=True):
    """An event in the world; every report of it is evidence."""

    id: str
    label: str
    type: PloverType | None
    mode: str | None
    contexts: tuple[str, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    reciprocal: bool
    when: When | None
    place: str | None
    status: Status
    said_by: str | None
    documents: tuple[str, ...]
    evidence: tuple[Span, ...]
    families: tuple[str, ...]


class Telling(Record, frozen=True, kw_only=True):
    """One report's telling of an utterance."""

    content: Span
    cue: Span | None
    form: TellingForm
    via: tuple[str, ...]


class Statement(Record, frozen=True, kw_only=True):
    """An utterance; its tellings are the reports of it."""

    id: str
    speakers: tuple[str, ...]
    addressees: tuple[str, ...]
    act: Act
    target: str | None
    when: When | None
    occasion: str | None
    tellings: tuple[Telling, ...]
    families: tuple[str, ...]


class Reading(Record, frozen=True, kw_only=True):
    """One value given for a figure: bounds, as of when, on whose word."""

    id: str
    low: float
    high: float | None
    approximate: bool
    change: Change | None
    status: Status
    as_of: When | None
    said_by: str | None
    evidence: tuple[Span, ...]
    value_span: Span
    families: tuple[str, ...]


class Figure(Record, frozen=True, kw_only=True):
    """A quantity asked for; its readings are the values given for it."""

    id: str
    measure: Measure
    counted: str
    unit: str
    place: str | None
    part_of: str | None
    event: str | None
    readings: tuple[Reading, ...]


class Side(Record, frozen=True, kw_only=True):
    """One side of a discrepancy: what it says, where, on how many sources."""

    value: str
    evidence: tuple[Span, ...]
    families: tuple[str, ...]


class Discrepancy(Record, frozen=True, kw_only=True):
    """Where reports do not say the same, how it is meant, and what either side says."""

    id: str
    about: tuple[str, ...]
    kind: DiscrepancyKind
    relation: Relation
    severity: Literal["factual", "wording"]
    question: str
    sides: tuple[Side, ...]
    explanation: str


class TimelineEntry(Record, frozen=True):
    when: When | None
    event: str


class DayRange(Record, frozen=True):
    earliest: date
    latest: date


class BuiltWith(Record, frozen=True):
    """The versions that made the record."""

    consilience: str
    language_model: str
    knowledge_base: str


class Situation(Record, frozen=True, kw_only=True):
    """The whole record."""

    schema: int
    title: str
    span: DayRange | None
    built_with: BuiltWith
    documents: tuple[Report, ...]
    families: tuple[Family, ...]
    entities: tuple[Entity, ...]
    events: tuple[Event, ...]
    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]
    discrepancies: tuple[Discrepancy, ...]
    timeline: tuple[TimelineEntry, ...]
