"""Event data as PLOVER JSON, one event a line (manual, draft 0.8)."""

from __future__ import annotations

from consilience.lang.plover import QUADS
from consilience.model import Report, Situation, Statement
from consilience.publish.exports.coding import COUNTS, Coded, Coding, coded, count_of
from consilience.publish.exports.parties import Party
from consilience.publish.exports.wording import json_lines, one_line
from consilience.publish.index import Index

CODEBOOK = "plover-0.8"


def to_plover(situation: Situation, coding: Coding = Coding()) -> bytes:  # noqa: B008 - frozen
    """Return what PLOVER codes of the record as JSON lines.

    Fields are the manual's; those that begin with `cons_` are ours: the cell's layer, status and voice, the type of the
    deed itself, day with basis, families, reports, figures. `text_info` gives each cited sentence by document and code
    points. A day that is not certain runs from `date` to `enddate`. `event_scale` is left out: the record has none.
    """
    index = Index(situation)
    version = f"consilience-{situation.built_with.consilience}"
    return json_lines(_line(one, index, version) for one in coded(situation, coding))


def _line(one: Coded, index: Index, version: str) -> dict[str, object]:
    reports = tuple(dict.fromkeys(span.document for span in one.evidence))
    days = {"date": one.when.earliest.isoformat()}
    if one.when.latest != one.when.earliest:
        days["enddate"] = one.when.latest.isoformat()
    counts = {field: number for measure, field in COUNTS.items() if (number := count_of(one, measure)) is not None}
    return {
        "id": one.cell.id,
        "has_event": True,
        **days,
        "actor": [_entity(party) for party in one.actors],
        "recipient": [_entity(party) for party in one.recipients],
        "event": [one.type],
        "mode": [one.mode] if one.mode else [],
        "context": list(one.contexts),
        "quad_code": QUADS[one.type],
        **_place(one, index),
        **counts,
        "event_text": [one_line(index.quote(span)) for span in one.evidence],
        "text_info": [{"document": s.document, "start": s.start, "end": s.end} for s in one.evidence],
        "cite_info": [_citation(index.documents[report], version) for report in reports],
        "coder": version,
        **_ours(one, index),
    }


def _entity(party: Party) -> dict[str, object]:
    known: dict[str, object] = {
        "code": party.country,
        "sector": " ".join(party.sectors),
        "entity_text": party.words,
        "identifier_id": party.entity.wikidata or "",
        "identifier_text": party.entity.name,
        "office": "; ".join(party.titles),
    }
    return {name: value for name, value in known.items() if value} | {"cons_entity": party.entity.id}


def _place(one: Coded, index: Index) -> dict[str, object]:
    if isinstance(one.cell, Statement) or one.cell.place is None:
        return {}
    place = index.entities[one.cell.place]
    return {"event_loc": {"name": place.name, **({"cc3": place.country} if place.country else {})}}


def _citation(report: Report, version: str) -> dict[str, object]:
    known: dict[str, object] = {
        "citation": report.id,
        "title": report.title,
        "publication": report.outlet,
        "url": report.url,
        "language": report.language,
    }
    return {name: value for name, value in known.items() if value} | {"coder": version, "codebook": CODEBOOK}


def _ours(one: Coded, index: Index) -> dict[str, object]:
    return {
        "cons_layer": "statement" if isinstance(one.cell, Statement) else "event",
        "cons_status": one.status,
        "cons_said_by": index.name(one.said_by) or None,
        "cons_type": one.deed,
        "cons_mode": one.deed_mode or None,
        "cons_when": {"edtf": one.when.edtf, "basis": one.when.basis},
        "cons_families": list(one.cell.families),
        "cons_reports": list(dict.fromkeys(span.document for span in one.evidence)),
        "cons_figures": [figure.id for figure in one.figures],
    }
