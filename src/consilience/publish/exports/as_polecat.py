"""Event data as the tab-separated table of POLECAT, with columns of ours at its end."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from consilience.lang.plover import QUADS
from consilience.model import Situation, Statement
from consilience.publish.exports.coding import Coded, Coding, coded
from consilience.publish.exports.parties import Party, code_in
from consilience.publish.exports.wording import one_line
from consilience.publish.index import Index
from consilience.publish.words import visible_cell

#: The 40 columns of POLECAT, in its order and by its names.
COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name",
    "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw",
    "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
    "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City",
    "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
#: Ours: POLECAT has no slot for status, voice, independent sources and citations.
OWN_COLUMNS = (
    "cons_layer", "cons_status", "cons_said_by", "cons_type", "cons_mode", "cons_edtf", "cons_date_basis",
    "cons_latest_date", "cons_families", "cons_independent_sources", "cons_reports", "cons_evidence", "cons_quote",
    "cons_actor_ids", "cons_recipient_ids", "cons_actor_wikidata", "cons_recipient_wikidata",
)  # fmt: skip
_KINDS = {
    "Story People": ("person",), "Story Organizations": ("organisation", "group"),
    "Story Locations": ("state", "place"),
}  # fmt: skip

#: Names by column by report.
Named = dict[str, dict[str, list[str]]]


def to_polecat(situation: Situation, coding: Coding = Coding()) -> bytes:  # noqa: B008 - frozen
    """Return what PLOVER codes of the record as tab-separated UTF-8 with a header, one row an event.

    Lists are joined by "; ", a party for a party: the second country is that of the second name. No cell holds a tab or
    a line end; one that holds a quotation mark is quoted, as in CSV. Source, publication day, language and the story's
    names are those of the first report cited. `cons_evidence` is a list of `document:start-end`. What the record does
    not know stays empty: intensity, coordinates, GeoNames and Wikipedia numbers.
    """
    index = Index(situation)
    named, version = _named(situation), f"consilience-{situation.built_with.consilience}"
    rows = (_row(one, index, named) | {"Version": version} for one in coded(situation, coding))
    header = (*COLUMNS, *OWN_COLUMNS)
    out = io.StringIO()
    table = csv.writer(out, delimiter="\t", lineterminator="\n")
    table.writerow(header)
    table.writerows([visible_cell(one_line(row.get(name, ""))) for name in header] for row in rows)
    return out.getvalue().encode("utf-8", "replace")


def _named(situation: Situation) -> Named:
    """Return who is named in each report, by the column they stand in, in the order of the record."""
    named: Named = {}
    for column, kinds in _KINDS.items():
        for entity in situation.entities:
            if entity.kind in kinds:
                for report in dict.fromkeys(mention.span.document for mention in entity.mentions):
                    named.setdefault(report, {}).setdefault(column, []).append(entity.name)
    return named


def _row(one: Coded, index: Index, named: Named) -> dict[str, str]:
    return {
        "Event ID": one.cell.id,
        "Event Date": one.when.earliest.isoformat(),
        "Event Type": one.type,
        "Event Mode": one.mode,
        "Quad Code": str(QUADS[one.type]),
        "Contexts": _joined(one.contexts),
        **_parties("Actor", one.actors),
        **_parties("Recipient", one.recipients),
        **_place(one, index),
        **_story(one, index, named),
        **_ours(one, index),
    }


def _joined(parts: Iterable[str]) -> str:
    """Return a list as one cell; a list of nothing but blanks is an empty cell."""
    told = tuple(part.replace(";", ",") for part in parts)
    return "; ".join(told) if any(told) else ""


def _parties(side: str, parties: tuple[Party, ...]) -> dict[str, str]:
    prefix = side.lower()
    return {
        f"{side} Name": _joined(p.entity.name for p in parties),
        f"{side} Country": _joined(p.country for p in parties),
        f"{side} COW": _joined(code_in("cow", p.country) for p in parties),
        f"Primary {side} Sector": _joined(p.sectors[0] if p.sectors else "" for p in parties),
        f"{side} Sectors": _joined(", ".join(p.sectors) for p in parties),
        f"{side} Title": _joined(", ".join(p.titles) for p in parties),
        f"{side} Name Raw": _joined(p.words for p in parties),
        f"cons_{prefix}_ids": _joined(p.entity.id for p in parties),
        f"cons_{prefix}_wikidata": _joined(p.entity.wikidata or "" for p in parties),
    }


def _place(one: Coded, index: Index) -> dict[str, str]:
    if isinstance(one.cell, Statement) or one.cell.place is None:
        return {}
    place = index.entities[one.cell.place]
    return {"Placename": place.name, "Raw Placename": place.name, "Country": place.country or ""}


def _story(one: Coded, index: Index, named: Named) -> dict[str, str]:
    report = index.documents[one.evidence[0].document]
    names = {column: _joined(found) for column, found in named.get(report.id, {}).items()}
    day = report.published.earliest.isoformat() if report.published else ""
    return names | {"Source": index.outlet(report.id), "Publication Date": day, "Language": report.language}


def _ours(one: Coded, index: Index) -> dict[str, str]:
    return {
        "cons_layer": "statement" if isinstance(one.cell, Statement) else "event",
        "cons_status": one.status,
        "cons_said_by": index.name(one.said_by),
        "cons_type": one.deed,
        "cons_mode": one.deed_mode,
        "cons_edtf": one.when.edtf,
        "cons_date_basis": one.when.basis,
        "cons_latest_date": one.when.latest.isoformat(),
        "cons_families": _joined(one.cell.families),
        "cons_independent_sources": str(len(one.cell.families)),
        "cons_reports": _joined(dict.fromkeys(span.document for span in one.evidence)),
        "cons_evidence": _joined(f"{span.document}:{span.start}-{span.end}" for span in one.evidence),
        "cons_quote": index.quote(one.evidence[0]),
    }
