"""The network of contacts, as GraphML and GEXF: who called, met and visited whom, who spoke to whom."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import combinations, product
from typing import Any

from consilience.model import Event, Situation, Span, Statement, When
from consilience.publish.exports.wording import clean, headed, one_line, told
from consilience.publish.index import Index


def to_graphml(situation: Situation) -> bytes:
    """Return the network as GraphML: nodes are entities, an edge is one contact, with its status and its sentence."""
    import networkx as nx  # slow to load: only when asked for

    return b"".join(line.encode() + b"\n" for line in nx.generate_graphml(_graph(situation)))


def to_gexf(situation: Situation) -> bytes:
    """Return the network of `to_graphml` as GEXF 1.2, for Gephi."""
    from networkx.readwrite.gexf import GEXFWriter

    writer = GEXFWriter(version="1.2draft")
    writer.add_graph(_graph(situation))
    for meta in writer.xml.iter("meta"):
        meta.attrib.pop("lastmodifieddate", None)  # the day of writing would change the bytes
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue() + b"\n"


def _graph(situation: Situation) -> Any:
    """Return a directed multigraph; a mutual contact is an edge from the party named first, marked mutual."""
    import networkx as nx

    index = Index(situation)
    graph = nx.MultiDiGraph(name=clean(situation.title))
    edges = [*_meetings(situation, index), *_addresses(situation, index)]
    parties = {party for source, target, _, _ in edges for party in (source, target)}
    for entity in situation.entities:
        if entity.id in parties:
            known = {"kind": entity.kind, "country": entity.country or "", "wikidata": entity.wikidata or ""}
            graph.add_node(entity.id, label=clean(one_line(entity.name)), **known)
    for source, target, key, about in edges:
        graph.add_edge(source, target, key=key, id=key, **about)
    return graph


def _meetings(situation: Situation, index: Index) -> Iterator[tuple[str, str, str, dict[str, object]]]:
    for event in situation.events:
        if event.type != "CONSULT":
            continue
        mutual = not event.recipients
        pairs = combinations(event.actors, 2) if mutual else product(event.actors, event.recipients)
        for n, (one, other) in enumerate((p for p in pairs if p[0] != p[1]), start=1):
            about = _about(event, event.status, event.said_by, event.evidence[:1], index)
            yield one, other, f"{event.id}-{n}", about | {"label": clean(headed(event, index)), "mutual": mutual}


def _addresses(situation: Situation, index: Index) -> Iterator[tuple[str, str, str, dict[str, object]]]:
    for s in situation.statements:
        pairs = ((a, b) for a, b in product(s.speakers, s.addressees) if a != b)
        for n, (speaker, addressee) in enumerate(pairs, start=1):
            # That something was said is what the reports tell; what was said is not told as fact here.
            about = _about(s, "occurred", None, tuple(t.content for t in s.tellings[:1]), index)
            yield speaker, addressee, f"{s.id}-{n}", about | {"label": clean(told(s, index)), "mutual": False}


def _about(
    cell: Event | Statement, status: str, voice: str | None, evidence: tuple[Span, ...], index: Index
) -> dict[str, object]:
    about: dict[str, object] = {
        "cell": cell.id,
        "layer": "event" if isinstance(cell, Event) else "statement",
        "kind": (cell.mode or "") if isinstance(cell, Event) else cell.act,
        "status": status,
        "said_by": index.name(voice),
        "sources": len(cell.families),
        **_days(cell.when),
    }
    for span in evidence:
        quote = clean(index.quote(span))
        about |= {"document": span.document, "from": span.start, "upto": span.end, "quote": quote}
    return about


def _days(when: When | None) -> dict[str, object]:
    if when is None:
        return {"edtf": "", "earliest": "", "latest": ""}
    return {"edtf": when.edtf, "earliest": when.earliest.isoformat(), "latest": when.latest.isoformat()}
