"""Where things happened: a map of the cities and states of a record's events, drawn over borders of Natural Earth.

A city has a point where the knowledge base knows one city of that name in the state that the record gives it, a state
is an area. Regions, and names that several cities bear, are not drawn; the map says how many events lie there.
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import cos, radians
from typing import NamedTuple

from consilience.knowledge import Knowledge, core
from consilience.model import Entity, Event, Situation

#: User units: the width of the drawing, its least and greatest height, the room that a label needs.
WIDTH, LOWEST, HIGHEST, LABEL, LINE = 900.0, 260.0, 560.0, 7.0, 15.0
#: Degrees: the least height of what is shown, and the share of it that is left around the outermost cities.
SMALLEST, AROUND = 6.0, 0.2
#: No map goes further than this: degrees of latitude.
POLE = 84.0

_Point = tuple[float, float]


class Spot(NamedTuple):
    """A city: its place on the paper, its events in the order of the timeline; *side* of its label, "" for none."""

    x: float
    y: float
    radius: float
    entity: str
    events: tuple[Event, ...]
    side: str


class Area(NamedTuple):
    """A state: its SVG path, the middle of its largest part, the entity, its events in the order of the timeline."""

    path: str
    x: float
    y: float
    entity: str
    events: tuple[Event, ...]


class Map(NamedTuple):
    """A drawing of `width` by `height`: an SVG path of all land, states and cities, how many events have none."""

    width: float
    height: float
    land: str
    areas: tuple[Area, ...]
    spots: tuple[Spot, ...]
    left_out: int

    @property
    def places(self) -> tuple[Area | Spot, ...]:
        """States and cities, those with most events first."""
        return tuple(sorted((*self.areas, *self.spots), key=lambda p: (-len(p.events), p.entity)))


class _Window(NamedTuple):
    """What is shown, in degrees, and how it is put on paper: as wide as long in the middle."""

    west: float
    south: float
    east: float
    north: float

    @property
    def scale(self) -> float:
        """User units of a degree of longitude."""
        return WIDTH / (self.east - self.west)

    @property
    def stretch(self) -> float:
        """How much longer a degree of latitude is than one of longitude here."""
        return 1 / cos(radians((self.south + self.north) / 2))

    @property
    def height(self) -> float:
        return round((self.north - self.south) * self.scale * self.stretch, 1)

    def on_paper(self, longitude: float, latitude: float) -> _Point:
        return (longitude - self.west) * self.scale, (self.north - latitude) * self.scale * self.stretch


def map_of(situation: Situation, base: Knowledge | None = None) -> Map | None:
    """Return the map of a record's events; None where no place of theirs is known."""
    base = base or core()
    by_place: dict[str, list[Event]] = defaultdict(list)
    events = {e.id: e for e in situation.events}
    for entry in situation.timeline:
        event = events.get(entry.event)
        if event is not None and event.place is not None:
            by_place[event.place].append(event)
    places = [e for e in situation.entities if e.id in by_place]
    points = {e.id: point for e in places if e.kind == "place" and (point := _point_of(e, base)) is not None}
    states = _outlines()
    areas = {e.id: states[e.country] for e in places if e.kind == "state" and e.country in states}
    if not points and not areas:
        return None
    window = _window([*points.values(), *(corner for rings in areas.values() for corner in _corners(rings))])
    drawn = {*points, *areas}
    return Map(
        WIDTH,
        window.height,
        "".join(_area(rings, window) for rings in states.values()),
        tuple(_state(place, areas[place], window, by_place[place]) for place in sorted(areas)),
        tuple(_spots(points, by_place, window, {e.id: e.name for e in places})),
        sum(len(events) for place, events in by_place.items() if place not in drawn),
    )


def _corners(rings: Sequence[list[_Point]]) -> tuple[_Point, _Point]:
    """Return the corners of the largest part of a state: its islands overseas are not what the map is for."""
    boxes = [
        (min(x for x, _ in ring), min(y for _, y in ring), max(x for x, _ in ring), max(y for _, y in ring))
        for ring in rings
    ]
    west, south, east, north = max(boxes, key=lambda b: ((b[2] - b[0]) * (b[3] - b[1]), b))
    return (west, south), (east, north)


def _state(place: str, rings: Sequence[list[_Point]], window: _Window, events: Sequence[Event]) -> Area:
    (west, south), (east, north) = _corners(rings)
    x, y = window.on_paper((west + east) / 2, (south + north) / 2)
    return Area(_area(rings, window), round(x, 1), round(y, 1), place, tuple(events))


def _area(rings: Iterable[list[_Point]], window: _Window) -> str:
    return "".join(_path(ring, window) for ring in _clipped(rings, window))


def _point_of(place: Entity, base: Knowledge) -> _Point | None:
    """Return longitude and latitude of a place by its name, else by the one of its other names that is a city's."""
    found = (base.point(name, place.country) for name in (place.name, *place.aliases))
    point = next((p for p in found if p is not None), None)
    return (point[1], point[0]) if point is not None else None


def _window(points: Iterable[_Point]) -> _Window:
    """Return what to show: all cities with room around them, in a shape that a page has room for."""
    longitudes, latitudes = zip(*points, strict=True)
    middle = (min(longitudes) + max(longitudes)) / 2, (min(latitudes) + max(latitudes)) / 2
    stretch = 1 / cos(radians(min(abs(middle[1]), 70)))
    tall = max(SMALLEST, (max(latitudes) - min(latitudes)) * (1 + 2 * AROUND))
    wide = max(tall * stretch * WIDTH / HIGHEST, (max(longitudes) - min(longitudes)) * (1 + 2 * AROUND))
    tall = max(tall, wide * LOWEST / WIDTH / stretch)
    wide, tall = min(wide, 360.0), min(tall, 2 * POLE)
    south = min(max(middle[1] - tall / 2, -POLE), POLE - tall)
    west = min(max(middle[0] - wide / 2, -180.0), 180.0 - wide)
    return _Window(west, south, west + wide, south + tall)


def _spots(
    points: dict[str, _Point], by_place: dict[str, list[Event]], window: _Window, names: dict[str, str]
) -> Iterator[Spot]:
    """Yield the cities, those with most events first; a label that would lie on another is left to the table."""
    taken: list[tuple[float, float, float, float]] = []
    for place in sorted(points, key=lambda p: (-len(by_place[p]), names[p], p)):
        x, y = window.on_paper(*points[place])
        radius = min(4 + 1.6 * len(by_place[place]) ** 0.5, 14)
        long = LABEL * len(names[place])
        boxes = {
            "right": (x + radius, y - LINE / 2, x + radius + 4 + long, y + LINE / 2),
            "left": (x - radius - 4 - long, y - LINE / 2, x - radius, y + LINE / 2),
        }
        free = (s for s, b in boxes.items() if b[0] >= 0 and b[2] <= WIDTH and not any(_meet(b, o) for o in taken))
        side = next(free, "")
        taken += [(x - radius, y - radius, x + radius, y + radius), *([boxes[side]] if side else [])]
        yield Spot(round(x, 1), round(y, 1), round(radius, 1), place, tuple(by_place[place]), side)


def _meet(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


# --- outlines


@cache
def _outlines() -> dict[str, list[list[_Point]]]:
    """Return the rings of each state in degrees, by its ISO code; under "" those of land without one."""
    packed = files("consilience.publish").joinpath("templates", "outlines.json.gz").read_bytes()
    drawn = json.loads(gzip.decompress(packed))
    return {code: [_unpacked(ring) for ring in rings] for code, rings in drawn.items()}


def _unpacked(steps: Sequence[int]) -> list[_Point]:
    x = y = 0
    points = []
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / 100, y / 100))
    return points


def _clipped(rings: Iterable[list[_Point]], window: _Window) -> Iterator[list[_Point]]:
    """Yield what of each ring lies in the window (Sutherland and Hodgman 1974), one edge of it after the other."""
    edges = ((0, window.west, 1), (0, window.east, -1), (1, window.south, 1), (1, window.north, -1))
    for ring in rings:
        if not _touches(ring, window):
            continue
        left = ring
        for axis, at, sign in edges:
            left = _cut(left, axis, at, sign)
        if len(left) > 2:
            yield left


def _touches(ring: Sequence[_Point], window: _Window) -> bool:
    return (
        min(x for x, _ in ring) <= window.east
        and max(x for x, _ in ring) >= window.west
        and min(y for _, y in ring) <= window.north
        and max(y for _, y in ring) >= window.south
    )


def _cut(ring: list[_Point], axis: int, at: float, sign: int) -> list[_Point]:
    """Return the part of a ring on one side of a line: where `sign * (coordinate - at)` is not below zero."""
    kept = []
    for one, other in zip(ring, [*ring[1:], *ring[:1]], strict=True):
        inside = sign * (one[axis] - at) >= 0
        if inside:
            kept.append(one)
        if inside != (sign * (other[axis] - at) >= 0):
            share = (at - one[axis]) / (other[axis] - one[axis])
            across = one[1 - axis] + share * (other[1 - axis] - one[1 - axis])
            kept.append((at, across) if axis == 0 else (across, at))
    return kept


def _path(ring: Iterable[_Point], window: _Window) -> str:
    """Return a closed SVG path in whole user units, a point only where the pen moves."""
    rounded = [tuple(round(at) for at in window.on_paper(*point)) for point in ring]
    moved = [p for n, p in enumerate(rounded) if n == 0 or p != rounded[n - 1]]
    if len(moved) < 3:
        return ""
    x, y = moved[0]
    return f"M{x} {y}{''.join(f'l{b[0] - a[0]} {b[1] - a[1]}' for a, b in pairwise(moved))}z"
