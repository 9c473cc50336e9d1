"""Who met, called or visited whom: the contacts of a record, and a network of them drawn on paper."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from math import ceil, sqrt
from typing import NamedTuple

from consilience.model import Event, Situation

#: Networks of more parties than this are drawn by their best connected; the table has all.
DRAWN = 40
#: A meeting of more parties than this joins no pairs: everybody at a summit did not speak with everybody.
PARTIES = 6
#: User units: the width of the drawing, and what one party needs of it.
WIDTH, ACROSS, DOWN, MARGIN = 900.0, 190.0, 96.0, 26.0


class Contact(NamedTuple):
    """An event of talk and those who took part in it, in the record's order."""

    event: Event
    parties: tuple[str, ...]


class Node(NamedTuple):
    """A party of the network and its place."""

    x: float
    y: float
    entity: str


class Edge(NamedTuple):
    """Two parties with all their contacts, and the line between them. *occurred* if any of the contacts did."""

    x1: float
    y1: float
    x2: float
    y2: float
    events: tuple[Event, ...]
    occurred: bool


class Network(NamedTuple):
    """A drawing of `width` by `height`; *left_out* counts the parties it does not show."""

    width: float
    height: float
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int


def contacts(situation: Situation) -> tuple[Contact, ...]:
    """Return the calls, meetings, visits and talks of a record with their parties, in the order of its timeline."""
    events = {event.id: event for event in situation.events}
    told = (events[entry.event] for entry in situation.timeline if entry.event in events)
    return tuple(
        Contact(event, tuple(dict.fromkeys((*event.actors, *event.recipients))))
        for event in told
        if event.type == "CONSULT"
    )


def network(found: Iterable[Contact]) -> Network | None:
    """Return the network of *found* laid out, the same for the same contacts; None if no two parties are joined.

    Each group of connected parties is laid out by itself and the groups are packed in rows, the largest first.
    """
    pairs = _pairs(found)
    degrees: dict[str, int] = defaultdict(int)
    for one, other in pairs:
        degrees[one] += 1
        degrees[other] += 1
    drawn = sorted(degrees, key=lambda party: (-degrees[party], party))[:DRAWN]
    kept = {pair: events for pair, events in pairs.items() if pair[0] in drawn and pair[1] in drawn}
    if not kept:
        return None
    places, height = _packed(kept)
    nodes = tuple(Node(*places[party], party) for party in sorted(places))
    edges = tuple(_edge(places[one], places[other], tuple(events)) for (one, other), events in kept.items())
    return Network(WIDTH, height, nodes, edges, len(degrees) - len(places))


def _pairs(found: Iterable[Contact]) -> dict[tuple[str, str], list[Event]]:
    pairs: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for contact in found:
        if len(contact.parties) <= PARTIES:
            for one, other in combinations(sorted(contact.parties), 2):
                pairs[one, other].append(contact.event)
    return dict(sorted(pairs.items()))


def _edge(one: tuple[float, float], other: tuple[float, float], events: tuple[Event, ...]) -> Edge:
    return Edge(*one, *other, events, any(event.status == "occurred" for event in events))


def _packed(pairs: Iterable[tuple[str, str]]) -> tuple[dict[str, tuple[float, float]], float]:
    """Return a place for every party, and the height of them all."""
    import networkx as nx

    # Networkx takes long to import, and most commands draw nothing.
    graph = nx.Graph(sorted(pairs))
    groups = sorted((sorted(group) for group in nx.connected_components(graph)), key=lambda g: (-len(g), g))
    places: dict[str, tuple[float, float]] = {}
    left = top = row = 0.0
    for group in groups:
        columns = ceil(sqrt(len(group))) if len(group) > 2 else 1
        width, height = ACROSS * (columns + 1), DOWN * columns
        if left and left + width > WIDTH:
            left, top, row = 0.0, top + row, 0.0
        layout = {group[0]: (-1.0, 0.0), group[1]: (1.0, 0.0)}
        if len(group) > 2:
            part = nx.Graph()  # a subgraph of networkx has its parties in the order of a set
            part.add_nodes_from(group)
            part.add_edges_from(sorted(tuple(sorted(pair)) for pair in graph.edges(group)))
            layout = nx.spring_layout(part, seed=7, iterations=80, k=2 / sqrt(len(group)))
        places |= _fitted(layout, left + ACROSS / 2, top + MARGIN, width - ACROSS, height - 2 * MARGIN)
        left, row = left + width, max(row, height)
    return places, top + row


def _fitted(
    layout: Mapping[str, Iterable[float]], left: float, top: float, width: float, height: float
) -> dict[str, tuple[float, float]]:
    """Return the places of *layout* stretched into a box, rounded so that noise of the arithmetic does not show."""
    points = {party: tuple(float(at) for at in layout[party]) for party in sorted(layout)}
    xs, ys = zip(*points.values(), strict=True)

    def along(at: float, among: tuple[float, ...], start: float, length: float) -> float:
        low, high = min(among), max(among)
        return round(start + (0.5 if high - low < 1e-9 else (at - low) / (high - low)) * length, 1)

    return {party: (along(x, xs, left, width), along(y, ys, top, height)) for party, (x, y) in points.items()}
