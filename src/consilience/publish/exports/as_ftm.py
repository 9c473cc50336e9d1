"""People, bodies, reports, events and calls as FollowTheMoney entities, for Aleph and its kin: JSON lines.

Written without the library: it brings code under the LGPL and the MPL, and a C++ library without wheels. The tests read
it with the library where it is installed. Source of the schemata: followthemoney 4.11, schema/*.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator

from consilience.model import Entity, Event, Report, Situation
from consilience.publish.exports.parties import code_in
from consilience.publish.exports.wording import cited, headed, json_lines, one_line
from consilience.publish.index import Index

_SCHEMATA = {
    "person": "Person", "organisation": "Organization", "group": "Organization", "state": "PublicBody",
    "place": "Address",
}  # fmt: skip

#: FollowTheMoney refuses what is longer: an address (the shortest bound of what we write), a text.
LONGEST, LONGEST_TEXT = 250, 65_000

Properties = dict[str, list[str]]


def to_ftm(situation: Situation) -> bytes:
    """Return `{"id", "schema", "properties"}` a line: reports as Article, entities, and events with their parties.

    A telephone call that took place, between two, is a Call. Any other event is an Event, whose name begins with its
    status unless it occurred; its description holds the cited sentences, its proof the reports. What is longer than
    FollowTheMoney allows ends in "…".
    """
    index = Index(situation)
    lines = [*_articles(situation), *_entities(situation), *_events(situation, index)]
    return json_lines(
        {"id": identity, "schema": schema, "properties": {name: values for name, values in told.items() if values}}
        for identity, schema, told in lines
    )


def _articles(situation: Situation) -> Iterator[tuple[str, str, Properties]]:
    yield from ((document.id, "Article", _article(document)) for document in situation.documents)


def _article(document: Report) -> Properties:
    return {
        "title": _said(document.title),
        "fileName": _said(document.path),
        "publisher": _said(document.outlet),
        "publishedAt": _one_day(document),
        "sourceUrl": _said(document.url) if (document.url or "").startswith(("http://", "https://")) else [],
        "bodyText": [_cut(document.text, LONGEST_TEXT)] if document.text else [],
    }


def _one_day(document: Report) -> list[str]:
    day = document.published
    return [day.earliest.isoformat()] if day and day.earliest == day.latest else []


def _entities(situation: Situation) -> Iterator[tuple[str, str, Properties]]:
    for entity in situation.entities:
        schema = _SCHEMATA[entity.kind]
        yield entity.id, schema, _entity(entity, schema)


def _entity(entity: Entity, schema: str) -> Properties:
    country = code_in("iso2", entity.country).lower()
    about: Properties = {
        "name": _said(entity.name),
        "alias": [alias for one in entity.aliases for alias in _said(one)],
        "country": [country] if country else [],
        "wikidataId": _said(entity.wikidata),
    }
    if schema == "Person":
        about["position"] = list(dict.fromkeys(title for role in entity.roles for title in _said(role.title)))
    if schema == "Address":
        about["full"] = _said(entity.name)
    return about


def _events(situation: Situation, index: Index) -> Iterator[tuple[str, str, Properties]]:
    for event in situation.events:
        call = event.status == "occurred" and (event.type, event.mode) == ("CONSULT", "phone")
        pair = event.actors if event.reciprocal else (*event.actors, *event.recipients)
        people = [party for party in pair if index.entities[party].kind != "place"]
        if call and len(people) == 2:
            parties: Properties = {"caller": [people[0]], "receiver": [people[1]]}
            yield (
                event.id,
                "Call",
                parties
                | _days(event)
                | {"summary": _said(event.label), "description": [_cut(cited(event, index), LONGEST_TEXT)]},
            )
        else:
            yield event.id, "Event", _event(event, index) | _days(event)


def _event(event: Event, index: Index) -> Properties:
    involved = [party for party in (*event.actors, *event.recipients) if index.entities[party].kind != "place"]
    return {
        "name": _said(headed(event, index)),
        "summary": [f"Status: {event.status}."],
        "description": [_cut(cited(event, index), LONGEST_TEXT)],
        "involved": list(dict.fromkeys(involved)),
        "location": _said(index.name(event.place)),
        "keywords": [word for word in (event.type, event.mode) if word],
        "proof": list(dict.fromkeys(span.document for span in event.evidence)),
    }


def _days(event: Event) -> Properties:
    if event.when is None:
        return {}
    if event.when.earliest == event.when.latest:
        return {"date": [event.when.earliest.isoformat()]}
    return {"startDate": [event.when.earliest.isoformat()], "endDate": [event.when.latest.isoformat()]}


def _said(text: str | None) -> list[str]:
    line = one_line(text or "")
    return [_cut(line, LONGEST)] if line else []


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
