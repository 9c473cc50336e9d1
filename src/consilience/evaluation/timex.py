"""Time expressions against a set of texts with TIMEX3 values and days, one JSON document a line.

Metric, leaving out the dateline: relaxed precision, recall and F1 (spans that overlap, one to one), strict F1, accuracy
of the TIMEX3 value on the matched and value F1, and anchor recall: the share of gold expressions with an interval in
which the first day of ours lies. A set that marks no durations drops ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

import msgspec

from consilience.annotate.times import TimeWords, times_in
from consilience.chronology import resolve_all, to_timex
from consilience.model import Interval


class GoldTime(msgspec.Struct, frozen=True):
    """An expression of the gold; *interval* are its first and last day, null where it says none."""

    begin: int
    end: int
    text: str
    type: str
    value: str = ""
    interval: tuple[date | None, date | None] | None = None
    dct: bool = False


class GoldText(msgspec.Struct, frozen=True):
    """A text with its date of publication and its expressions."""

    id: str
    dct: date
    text: str
    timexes: tuple[GoldTime, ...]


class FoundTime(msgspec.Struct, frozen=True):
    """An expression of ours with its TIMEX3 value and its days."""

    start: int
    end: int
    value: str
    days: Interval | None
    duration: bool


Pair = tuple[GoldTime, FoundTime | None]


def evaluate(path: Path) -> dict[str, float | int]:
    """Return the metrics over the JSON lines of *path*: shares from 0 to 100, counts whole."""
    texts = [msgspec.json.decode(line, type=GoldText) for line in path.read_bytes().splitlines() if line.strip()]
    marks_durations = any(t.type == "DURATION" for text in texts for t in text.timexes)
    pairs: list[Pair] = []
    predicted = 0
    for text in texts:
        matched, count = compare(text, with_durations=marks_durations)
        pairs += matched
        predicted += count
    return _figures(pairs, predicted)


def compare(text: GoldText, *, with_durations: bool) -> tuple[list[Pair], int]:
    """Return each gold expression with its match, and the number of expressions predicted."""
    datelines = [t for t in text.timexes if t.dct]
    ours = [
        t
        for t in found_times(text)
        if not any(t.start < d.end and d.begin < t.end for d in datelines) and (with_durations or not t.duration)
    ]
    return list(_matched([t for t in text.timexes if not t.dct], ours)), len(ours)


def found_times(text: GoldText) -> list[FoundTime]:
    """Return our expressions, the ends of a range apart as TIMEX3 marks them."""
    published = Interval(text.dct, text.dct)
    return list(_resolved(_lines(text.text), published))


def _lines(text: str) -> Iterator[TimeWords]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield from times_in(text, start, start + len(line))
        start += len(line)


def _resolved(times: Iterable[TimeWords], published: Interval) -> Iterator[FoundTime]:
    parts = [part for time in times for part in time.parts or (time,)]
    days = resolve_all((part.expression for part in parts), published)
    for part, (found, preceding) in zip(parts, days, strict=True):
        value = to_timex(part.expression, published=published, preceding=preceding)
        yield FoundTime(part.start, part.end, value, found, part.expression.duration)


def _matched(gold: Sequence[GoldTime], ours: Sequence[FoundTime]) -> Iterator[Pair]:
    """Match by overlap, one to one, the same span first."""
    left = list(ours)
    exact = {(t.start, t.end): t for t in ours}
    for g in sorted(gold, key=lambda g: ((g.begin, g.end) not in exact, g.begin, g.end)):
        best = max(left, key=lambda t: (min(t.end, g.end) - max(t.start, g.begin), -t.start), default=None)
        if best is None or min(best.end, g.end) <= max(best.start, g.begin):
            yield g, None
        else:
            left.remove(best)
            yield g, best


def _figures(pairs: Sequence[Pair], predicted: int) -> dict[str, float | int]:
    matched = [(g, t) for g, t in pairs if t is not None]
    same = [1 for g, t in matched if (g.begin, g.end) == (t.start, t.end)]
    valued = [(g, t) for g, t in matched if g.value]
    right = [1 for g, t in valued if g.value == t.value]
    placed = [(g, t) for g, t in pairs if g.interval]
    anchored = [1 for g, t in placed if t is not None and _is_anchored(g, t)]
    precision, recall = _share(len(matched), predicted), _share(len(matched), len(pairs))
    accuracy = _share(len(right), len(valued))
    relaxed = _harmonic(precision, recall)
    return {
        "gold": len(pairs),
        "predicted": predicted,
        "relaxed precision": precision,
        "relaxed recall": recall,
        "relaxed F1": relaxed,
        "strict F1": _harmonic(_share(len(same), predicted), _share(len(same), len(pairs))),
        "value accuracy": accuracy,
        "value F1": round(relaxed * accuracy / 100, 1),
        "anchor recall": _share(len(anchored), len(placed)),
    }


def _is_anchored(gold: GoldTime, time: FoundTime) -> bool:
    earliest, latest = gold.interval or (None, None)
    if time.days is None:
        return False
    return (earliest or date.min) <= time.days.earliest <= (latest or date.max)


def _share(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def _harmonic(a: float, b: float) -> float:
    return round(2 * a * b / (a + b), 1) if a + b else 0.0
