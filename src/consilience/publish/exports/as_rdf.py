"""The record as linked data: events in SEM, origin in PROV, citations as Web Annotations; Turtle and JSON-LD.

Only what occurred is a `sem:Event` with SEM's properties. What is planned, hoped, denied or alleged has classes and
properties of its own (`cons:PlannedEvent`, `cons:actor`), so that no query for events takes it for one.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from consilience.model import Entity, Event, Figure, Report, Situation, Span, Statement, When
from consilience.publish.exports.libraries import needed
from consilience.publish.exports.tables import evidence_of
from consilience.publish.exports.wording import clean
from consilience.publish.index import Index

SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
DCTERMS = "http://purl.org/dc/terms/"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#: Our own terms and ids; a URN, since no page answers for them.
TERMS, IDS = "urn:consilience:terms:", "urn:consilience:id:"
_PREFIXES = {"sem": SEM, "prov": PROV, "oa": OA, "dcterms": DCTERMS, "rdfs": RDFS, "cons": TERMS}
#: How much of the text a quotation carries on either side, in code points, to be found again in an edited text.
CONTEXT = 32
_SEM_CLASSES = {"person": "Actor", "organisation": "Actor", "group": "Actor", "state": "Actor", "place": "Place"}


def to_turtle(situation: Situation) -> bytes:
    """Return the record as Turtle.

    Raises:
        UsageError: rdflib is not installed.
    """
    return str(_Graph(situation).filled().serialize(format="turtle")).encode("utf-8", "replace")


def to_jsonld(situation: Situation) -> bytes:
    """Return the triples of `to_turtle` as JSON-LD.

    Raises:
        UsageError: rdflib is not installed.
    """
    text = _Graph(situation).filled().serialize(format="json-ld", context=_PREFIXES, indent=None)
    return json.dumps(_ordered(json.loads(text)), indent=1, ensure_ascii=False, sort_keys=True).encode("utf-8") + b"\n"


def _ordered(value: Any) -> Any:
    """Return JSON-LD with its lists sorted: they are sets, and the library gives them in no stated order."""
    if isinstance(value, dict):
        return {key: _ordered(one) for key, one in value.items()}
    if isinstance(value, list):
        return sorted((_ordered(one) for one in value), key=lambda one: json.dumps(one, sort_keys=True))
    return value


class _Graph:
    """Adds the layers to a graph; no blank nodes, whose names differ from run to run."""

    def __init__(self, situation: Situation) -> None:
        self._rdf = needed("rdflib", "rdf")
        self._situation = situation
        self._index = Index(situation)
        self._graph = self._rdf.Graph()
        for prefix, space in _PREFIXES.items():
            self._graph.bind(prefix, space, replace=True)

    def filled(self) -> Any:
        situation = self._situation
        for document in situation.documents:
            self._document(document)
        for entity in situation.entities:
            self._entity(entity)
        for family in situation.families:
            self._add(family.id, RDF + "type", [PROV + "Collection", TERMS + "Family"])
            self._say(family.id, TERMS + "reason", family.reason)
            self._lead(family.id, PROV + "hadMember", *dict.fromkeys(family.documents))
            self._lead(family.id, PROV + "wasAttributedTo", family.origin)
        for event in situation.events:
            self._event(event)
        for statement in situation.statements:
            self._statement(statement)
        for figure in situation.figures:
            self._figure(figure)
        for layer, cell, span in evidence_of(situation):
            if layer in {"events", "statements", "readings"}:
                self._cite(cell, span)
        return self._graph

    def _document(self, document: Report) -> None:
        self._add(document.id, RDF + "type", [PROV + "Entity"])
        self._say(document.id, DCTERMS + "title", document.title)
        self._say(document.id, DCTERMS + "language", document.language)
        self._say(document.id, DCTERMS + "publisher", document.outlet)
        self._say(document.id, DCTERMS + "source", document.url)
        self._say(document.id, TERMS + "sha256", sha256(document.text.encode("utf-8", "replace")).hexdigest())
        if document.published:
            self._say(document.id, DCTERMS + "issued", document.published.edtf)

    def _entity(self, entity: Entity) -> None:
        self._add(entity.id, RDF + "type", [SEM + _SEM_CLASSES[entity.kind]])
        self._say(entity.id, RDFS + "label", entity.name)
        self._say(entity.id, TERMS + "kind", entity.kind)
        self._say(entity.id, TERMS + "country", entity.country)
        for alias in entity.aliases:
            self._say(entity.id, DCTERMS + "alternative", alias)
        if entity.wikidata:
            address = f"http://www.wikidata.org/entity/{quote(entity.wikidata)}"
            self._add(entity.id, "http://www.w3.org/2004/02/skos/core#exactMatch", [address])

    def _event(self, event: Event) -> None:
        happened = event.status == "occurred"
        kind = SEM + "Event" if happened else f"{TERMS}{event.status.capitalize()}Event"
        self._add(event.id, RDF + "type", [kind])
        self._say(event.id, RDFS + "label", event.label if happened else f"[{event.status}] {event.label}")
        self._say(event.id, TERMS + "status", event.status)
        if event.type:
            mode = f"-{event.mode}" if event.mode else ""
            self._add(
                event.id, SEM + "eventType" if happened else TERMS + "type", [f"{TERMS}plover:{event.type}{mode}"]
            )
        self._lead(event.id, SEM + "hasActor" if happened else TERMS + "actor", *event.actors)
        self._lead(event.id, TERMS + "recipient", *event.recipients)
        self._lead(event.id, SEM + "hasPlace" if happened else TERMS + "place", event.place)
        self._lead(event.id, SEM + "accordingTo" if happened else TERMS + "saidBy", event.said_by)
        self._days(event.id, event.when, sem=happened)
        self._support(event.id, event.families, event.documents)

    def _statement(self, statement: Statement) -> None:
        self._add(statement.id, RDF + "type", [TERMS + "Statement"])
        self._say(statement.id, TERMS + "act", statement.act)
        self._lead(statement.id, TERMS + "speaker", *statement.speakers)
        self._lead(statement.id, TERMS + "addressee", *statement.addressees)
        self._lead(statement.id, TERMS + "target", statement.target)
        self._lead(statement.id, TERMS + "occasion", statement.occasion)
        self._days(statement.id, statement.when, sem=False)
        documents = dict.fromkeys(telling.content.document for telling in statement.tellings)
        self._support(statement.id, statement.families, tuple(documents))

    def _figure(self, figure: Figure) -> None:
        self._add(figure.id, RDF + "type", [TERMS + "Figure"])
        self._say(figure.id, TERMS + "measure", figure.measure)
        self._say(figure.id, TERMS + "counted", figure.counted)
        self._say(figure.id, TERMS + "unit", figure.unit)
        self._lead(figure.id, TERMS + "event", figure.event)
        for reading in figure.readings:
            self._add(reading.id, RDF + "type", [TERMS + "Reading"])
            self._lead(reading.id, TERMS + "figure", figure.id)
            self._say(reading.id, TERMS + "status", reading.status)
            self._say(reading.id, TERMS + "low", reading.low)
            self._say(reading.id, TERMS + "high", reading.high)
            self._lead(reading.id, TERMS + "saidBy", reading.said_by)
            self._days(reading.id, reading.as_of, sem=False)
            self._support(reading.id, reading.families, tuple(dict.fromkeys(s.document for s in reading.evidence)))

    def _support(self, cell: str, families: tuple[str, ...], documents: tuple[str, ...]) -> None:
        self._lead(cell, TERMS + "independentSource", *families)
        self._lead(cell, PROV + "wasDerivedFrom", *documents)

    def _days(self, cell: str, when: When | None, *, sem: bool) -> None:
        if when is None:
            return
        space = SEM if sem else TERMS
        names = ("hasEarliestBeginTimeStamp", "hasLatestEndTimeStamp") if sem else ("earliest", "latest")
        for name, day in zip(names, (when.earliest, when.latest), strict=True):
            self._graph.add((self._id(cell), self._rdf.URIRef(space + name), self._rdf.Literal(day)))
        self._say(cell, TERMS + "edtf", when.edtf)
        self._say(cell, TERMS + "basis", when.basis)

    def _cite(self, cell: str, span: Span) -> None:
        """Add an annotation of a cell with the place it cites: by position, and by quotation with its surroundings."""
        place = f"{span.document}:{span.start}-{span.end}"
        text = self._index.documents[span.document].text
        note = f"{cell}:cites:{place}"
        self._add(note, RDF + "type", [OA + "Annotation"])
        self._lead(note, OA + "hasBody", cell)
        self._lead(note, OA + "hasTarget", place)
        self._add(place, RDF + "type", [OA + "SpecificResource"])
        self._lead(place, OA + "hasSource", span.document)
        self._lead(place, OA + "hasSelector", f"{place}:position", f"{place}:quote")
        self._add(f"{place}:position", RDF + "type", [OA + "TextPositionSelector"])
        self._say(f"{place}:position", OA + "start", span.start)
        self._say(f"{place}:position", OA + "end", span.end)
        self._add(f"{place}:quote", RDF + "type", [OA + "TextQuoteSelector"])
        self._say(f"{place}:quote", OA + "exact", text[span.start : span.end])
        self._say(f"{place}:quote", OA + "prefix", text[max(0, span.start - CONTEXT) : span.start])
        self._say(f"{place}:quote", OA + "suffix", text[span.end : span.end + CONTEXT])

    def _id(self, cell: str) -> Any:
        return self._rdf.URIRef(IDS + quote(cell, safe=":-"))

    def _add(self, cell: str, term: str, addresses: list[str]) -> None:
        for address in addresses:
            self._graph.add((self._id(cell), self._rdf.URIRef(term), self._rdf.URIRef(address)))

    def _lead(self, cell: str, term: str, *targets: str | None) -> None:
        for target in targets:
            if target is not None:
                self._graph.add((self._id(cell), self._rdf.URIRef(term), self._id(target)))

    def _say(self, cell: str, term: str, value: str | float | None) -> None:
        if value is None or value == "":
            return
        literal = self._rdf.Literal(clean(value) if isinstance(value, str) else value)
        self._graph.add((self._id(cell), self._rdf.URIRef(term), literal))
