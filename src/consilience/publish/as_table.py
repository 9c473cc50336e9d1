"""The events of a record as one table, a row an event, for spreadsheets."""

from __future__ import annotations

import csv
import io

from consilience.model import Event, Situation
from consilience.publish.citations import Citations
from consilience.publish.words import visible_cell

HEADER = (
    "id", "label", "type", "mode", "contexts", "actors", "recipients", "earliest", "latest", "basis", "place", "status",
    "said_by", "sources", "reports", "passages", "evidence",
)  # fmt: skip


def to_table(situation: Situation) -> bytes:
    """Return the events of *situation* as CSV in UTF-8 with a header, lines ended by CR LF (RFC 4180).

    Lists are joined with "; ". *passages* are the marks the page shows ("B7"), *evidence* is the first cited sentence.
    """
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(HEADER)
    names = {entity.id: entity.name for entity in situation.entities}
    texts = {document.id: document.text for document in situation.documents}
    citations = Citations(situation)
    for entry in situation.events:
        table.writerow([visible_cell(cell) for cell in _row(entry, names, texts, citations)])
    return out.getvalue().encode("utf-8", "replace")


def _row(event: Event, names: dict[str, str], texts: dict[str, str], citations: Citations) -> tuple[str, ...]:
    marks = [passage.mark for group in citations.sources(event.evidence, event.families) for passage in group]
    first = event.evidence[0] if event.evidence else None
    return (
        event.id, event.label, event.type or "", event.mode or "", "; ".join(event.contexts),
        _names(event.actors, names), _names(event.recipients, names),
        event.when.earliest.isoformat() if event.when else "", event.when.latest.isoformat() if event.when else "",
        event.when.basis if event.when else "", names.get(event.place or "", ""), event.status,
        names.get(event.said_by or "", ""), str(len(event.families)), str(len(event.documents)), " ".join(marks),
        " ".join(texts.get(first.document, "")[first.start : first.end].split()) if first else "",
    )  # fmt: skip


def _names(ids: tuple[str, ...], names: dict[str, str]) -> str:
    return "; ".join(names.get(one, one) for one in ids)
