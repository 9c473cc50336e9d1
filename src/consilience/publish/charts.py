"""The geometry of the page's two charts, in SVG user units; the templates draw it.

Nothing but places on paper: every number a chart shows stands in a table or list beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from math import ceil, floor, log10
from typing import NamedTuple

from consilience.lang.in_words import say_number
from consilience.model import Event, Figure, Reading, When
from consilience.publish.choice import is_long, is_vague
from consilience.publish.words import say_short_day

#: Marker shapes, one a source of the count, in order of appearance; further sources share the last.
SHAPES = ("circle", "square", "diamond", "triangle", "cross")


class Tick(NamedTuple):
    """A line on an axis with its label."""

    at: float
    label: str


class Point(NamedTuple):
    """A reading: its marker, its bounds top to bottom, its days left to right. *open* has no upper bound."""

    x: float
    y: float
    left: float
    right: float
    top: float
    bottom: float
    open: bool
    shape: str
    reading: Reading


class FigureChart(NamedTuple):
    """Readings over time. *x_axis* and *y_axis* are ticks; the plot spans `left..right` and `top..bottom`.

    *courses* are the revisions: for each voice that gave several values its points in time, as "x,y x,y".
    """

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    x_axis: tuple[Tick, ...]
    y_axis: tuple[Tick, ...]
    points: tuple[Point, ...]
    courses: tuple[str, ...]


class Dot(NamedTuple):
    """An event on the strip of days: its middle, and its ends where it lies within an interval."""

    x: float
    y: float
    left: float
    right: float
    event: Event


class Strip(NamedTuple):
    """All dated events on one strip of days."""

    width: float
    height: float
    baseline: float
    ticks: tuple[Tick, ...]
    dots: tuple[Dot, ...]


class _Scale(NamedTuple):
    """A linear scale from days or values to user units."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        share = 0.5 if self.high == self.low else (value - self.low) / (self.high - self.low)
        return round(self.start + min(max(share, 0.0), 1.0) * (self.end - self.start), 1)


def _voice(reading: Reading) -> str | None:
    return reading.said_by


def figure_chart(
    figure: Figure,
    voice: Callable[[Reading], str | None] = _voice,
    *,
    width: float = 340,
    height: float = 150,
) -> FigureChart | None:
    """Return the chart of a figure's readings; None unless two of them have a value each and about a day, not one day.

    Readings of one *voice* share a shape.
    """
    readings = [reading for reading in figure.readings if reading.change is None and not is_vague(reading)]
    if len({_ends(reading) for reading in readings}) < 2:
        return None
    left, right, top, bottom = 46.0, width - 16, 12.0, height - 24
    days = [day for reading in readings for day in _ends(reading)]
    highest = max(_ceiling(reading) for reading in readings)
    steps = round_steps(highest)
    across = _Scale(min(days), max(days), left + 10, right - 10)
    up = _Scale(0, steps[-1], bottom, top)
    speakers = list(dict.fromkeys(voice(reading) for reading in readings))
    points = tuple(_point(reading, across, up, SHAPES[min(speakers.index(voice(reading)), 4)]) for reading in readings)
    return FigureChart(
        width, height, left, right, top, bottom,
        _day_ticks(min(days), max(days), across, most=5),
        tuple(Tick(up(step), say_number(step)) for step in steps),
        points,
        tuple(_courses(points, voice)),
    )  # fmt: skip


def _courses(points: Sequence[Point], voice: Callable[[Reading], str | None]) -> Iterator[str]:
    """Yield the revisions of each voice that is named and gave more than one value."""
    spoken: dict[str, list[Point]] = {}
    for point in points:
        if (who := voice(point.reading)) is not None:
            spoken.setdefault(who, []).append(point)
    for course in spoken.values():
        if len({(point.x, point.y) for point in course}) > 1:
            yield " ".join(f"{point.x},{point.y}" for point in sorted(course, key=lambda one: (one.x, one.y)))


def shapes(chart: FigureChart | None) -> dict[str, str]:
    """Return the marker shape of each reading that a chart shows, by the reading's id."""
    return {point.reading.id: point.shape for point in chart.points} if chart else {}


def _ends(reading: Reading) -> tuple[int, int]:
    assert reading.as_of is not None  # noqa: S101 - callers keep only dated readings
    return reading.as_of.earliest.toordinal(), reading.as_of.latest.toordinal()


def _ceiling(reading: Reading) -> float:
    return reading.low if reading.high is None else reading.high


def _point(reading: Reading, across: _Scale, up: _Scale, shape: str) -> Point:
    first, last = _ends(reading)
    # An open count is known by its lower bound; a range by its middle.
    middle = reading.low if reading.high is None else (reading.low + reading.high) / 2
    top = up.end if reading.high is None else up(reading.high)
    return Point(
        across((first + last) / 2), up(middle), across(first), across(last), top, up(reading.low),
        reading.high is None, shape, reading,
    )  # fmt: skip


def round_steps(highest: float, *, most: int = 4) -> tuple[float, ...]:
    """Return 0 and up to *most* further round values, evenly spaced, the last at or above *highest*."""
    if highest <= 0:
        return (0.0, 1.0)
    magnitude = 10.0 ** floor(log10(highest / most))
    size = next(magnitude * factor for factor in (1, 2, 2.5, 5, 10) if magnitude * factor * most >= highest)
    return tuple(round(size * step, 6) for step in range(ceil(round(highest / size, 9)) + 1))


def _day_ticks(first: int, last: int, scale: _Scale, *, most: int) -> tuple[Tick, ...]:
    every = max(1, -(-(last - first + 1) // most))
    return tuple(Tick(scale(day), say_short_day(date.fromordinal(day))) for day in range(first, last + 1, every))


def event_strip(events: Sequence[Event], *, width: float = 900, pitch: float = 11) -> Strip | None:
    """Return all events that have a day on one strip, stacked where they meet; None if fewer than two have one.

    An event of unknown day stands in its middle, with a line over the whole interval. Events
    of no known week are left out.
    """
    dated = [(event.when, event) for event in events if event.when and not is_long(event.when)]
    if len(dated) < 2:
        return None
    first, last = _span(tuple(when for when, _ in dated))
    scale = _Scale(first, last, 24, width - 24)
    stacks: Counter[int] = Counter()
    places = []
    for when, event in dated:
        x = scale((_clip(when.earliest, first, last) + _clip(when.latest, first, last)) / 2)
        column = round(x / pitch)
        places.append((x, stacks[column], when, event))
        stacks[column] += 1
    baseline = 14 + pitch * max(stacks.values())
    dots = tuple(
        Dot(
            x,
            baseline - 8 - pitch * level,
            scale(_clip(when.earliest, first, last)),
            scale(_clip(when.latest, first, last)),
            event,
        )
        for x, level, when, event in places
    )
    return Strip(width, baseline + 22, baseline, _day_ticks(first, last, scale, most=12), dots)


#: This share of the events may lie off either end and is drawn at the edge: one look back must not flatten a week.
_TAIL = 0.05


def _span(whens: tuple[When, ...]) -> tuple[int, int]:
    starts = sorted(when.earliest for when in whens)
    ends = sorted(when.latest for when in whens)
    cut = int(len(whens) * _TAIL)
    first, last = starts[cut], ends[-1 - cut]
    return first.toordinal(), max(last, first + timedelta(days=1)).toordinal()


def _clip(day: date, first: int, last: int) -> int:
    return min(max(day.toordinal(), first), last)
