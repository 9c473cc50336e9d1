"""What each source says of one figure over time: its values, oldest first, and when two of them differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from consilience.model import Reading
from consilience.reconcile.discrepancies.voices import Voices

#: Moments this many days apart or less are one time.
SAME_TIME = 1
#: Readings of one value that are compared with those of another; a thousand reports of it say no more.
MOST_COMPARED = 50
#: "Some 2,500" may be this share off.
SLACK = 0.1
#: A lower bound has moved when it is this much higher.
MOVED = 1.05


class Value(NamedTuple):
    """One value of one voice, with all its readings, oldest first."""

    voice: str | None
    readings: tuple[Reading, ...]

    @property
    def first(self) -> Reading:
        return self.readings[0]


#: What a voice says over time, oldest first.
Line = list[Value]


def lines_of(told: Sequence[Reading], voices: Voices) -> list[Line]:
    """Return what each voice says over time; the main one first, which also has what is told on nobody's word."""
    voice_of = voices.of(told)
    by_voice: dict[str | None, list[Reading]] = defaultdict(list)
    for r in told:
        by_voice[voice_of[r.said_by] if r.said_by is not None else None].append(r)
    named = sorted(
        (v for v in by_voice if v is not None), key=lambda v: (not v.startswith("state "), -len(by_voice[v]), v)
    )
    for voice in named[1:]:
        by_voice[voice] += _quoted(by_voice[None], by_voice[voice], by_voice[named[0]])
    quoted = {r.id for voice in named[1:] for r in by_voice[voice]}
    by_voice[None] = [r for r in by_voice[None] if r.id not in quoted]
    main = [*(by_voice[named[0]] if named else ()), *by_voice[None]]
    lines = [_values(main, named[0] if named else None), *(_values(by_voice[v], v) for v in named[1:])]
    return _joined([line for line in lines if line])


def _quoted(unvouched: Sequence[Reading], given: Sequence[Reading], main: Sequence[Reading]) -> list[Reading]:
    """Return what nobody vouches for and another than the main voice gives, where that disputes the main voice."""
    values = {(r.low, r.high) for r in given if any(not agree(r, m) and same_time(r, m) for m in main)}
    return [r for r in unvouched if (r.low, r.high) in values]


def _joined(lines: Sequence[Line]) -> list[Line]:
    """Return the lines without those that only repeat values of an earlier one: they quote it."""
    kept: list[Line] = []
    for line in [*lines[:1], *sorted(lines[1:], key=lambda line: -len(line))]:
        values = {(v.first.low, v.first.high) for v in line}
        home = next((n for n, k in enumerate(kept) if values <= {(v.first.low, v.first.high) for v in k}), None)
        if home is None:
            kept.append(line)
        else:
            kept[home] = _values([r for v in (*kept[home], *line) for r in v.readings], kept[home][0].voice)
    return kept


def _values(readings: Sequence[Reading], voice: str | None) -> Line:
    """Return the readings of one voice by value; one that says the same more vaguely goes with it."""
    groups: list[list[Reading]] = []
    for r in sorted(readings, key=lambda r: (r.high is None or r.high != r.low, moment(r))):
        home = next((g for g in groups if agree(g[0], r) and not has_moved(g[0], r)), None)
        if home is None:
            groups.append([r])
        else:
            home.append(r)
    values = [Value(voice, tuple(sorted(g, key=moment))) for g in groups]
    return sorted(values, key=lambda v: moment(v.first))


def moment(r: Reading) -> tuple[str, str, str]:
    if r.as_of is None:
        return ("9999-12-31", "", r.id)
    return (r.as_of.latest.isoformat(), r.as_of.earliest.isoformat(), r.id)


def agree(a: Reading, b: Reading) -> bool:
    """Say whether two readings can both be true of one moment: their bounds meet, or nearly so for "some 2,500"."""
    if a.change or b.change:
        return a.change == b.change
    x, y = (a.high if a.high is not None else float("inf")), (b.high if b.high is not None else float("inf"))
    slack = SLACK * max(a.low, b.low) if (a.approximate or b.approximate) else 0.0
    return a.low <= y + slack and b.low <= x + slack


def has_moved(a: Reading, b: Reading) -> bool:
    """Say whether an open lower bound was overtaken later: "at least 34" on Tuesday, 163 on Saturday."""
    first, second = (a, b) if moment(a) <= moment(b) else (b, a)
    return first.high is None and second.low > MOVED * first.low and is_later(first, second)


def is_later(a: Reading, b: Reading) -> bool:
    """Say whether the second reading is of a later time than the first: it begins or ends later, and neither sooner."""
    if a.as_of is None or b.as_of is None:
        return False
    x, y = a.as_of.interval, b.as_of.interval
    return x != y and x.earliest <= y.earliest and x.latest <= y.latest


def same_time(a: Reading, b: Reading) -> bool:
    """Say whether two readings are of one time, as far as is known; those of one sentence are."""
    if a.evidence == b.evidence:
        return True
    if a.as_of is None or b.as_of is None:
        return False
    gap = max(a.as_of.earliest, b.as_of.earliest) - min(a.as_of.latest, b.as_of.latest)
    return gap.days <= SAME_TIME


def vouched(v: Value) -> list[Reading]:
    """Return the readings of a value that somebody vouches for."""
    return [r for r in v.readings if r.said_by is not None]


def representatives(v: Value) -> list[Reading]:
    """Return one vouched reading for each sentence that somebody else could answer: at most MOST_COMPARED of them."""
    kept: dict[object, Reading] = {}
    for r in vouched(v):
        kept.setdefault((r.as_of.interval if r.as_of else None, r.evidence[0].document), r)
    return list(kept.values())[:MOST_COMPARED]
