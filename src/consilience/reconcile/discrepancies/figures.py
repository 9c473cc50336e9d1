"""Values of one figure that differ: a later count, another source, another scope, or a contradiction.

By voice first: what one source says over time is a line of its own, and lines are compared with each other at one time.
A value with no moment, or of people that may be others, contradicts nobody.

Source: the nine classes of a pair of figures in docs/record.md (same and refines are no discrepancy).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise, permutations, product
from typing import NamedTuple

from consilience.ids import content_id
from consilience.model import Discrepancy, Entity, Figure, Reading, Relation, Span
from consilience.reconcile.discrepancies.sides import FamiliesBehind, in_words, side_of
from consilience.reconcile.discrepancies.voices import Voices, voices_of
from consilience.reconcile.populations import TOLLS

#: Moments this many days apart or less are one time.
SAME_TIME = 1
#: A moment of more days than this is not known well enough to set two voices of one kind apart.
CERTAIN = 3
#: "Some 2,500" may be this share off.
SLACK = 0.1
#: A lower bound has moved when it is this much higher.
MOVED = 1.05
#: Sentences this many letters apart speak of one thing.
NEAR = 220
#: Measures and units of which there is one value at a time, whoever counts.
_RUNNING = TOLLS | {"votes", "price", "members"}
_RUNNING_UNITS = frozenset({"seats"})
_RUNNING_WORDS = frozenset({"turnout"})
_INCLUDES = re.compile(r"\b(?:includ|exclud|without|not counting|counts? also|among them|except)", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|rather than|instead of|against)\b(?:\s+[\w’']+){0,4}\s*$", re.IGNORECASE)
_QUESTIONS: Mapping[str, str] = {
    "killed": "How many were killed: {}?",
    "wounded": "How many were wounded: {}?",
    "missing": "How many are missing: {}?",
    "detained": "How many were detained: {}?",
    "displaced": "How many were displaced: {}?",
    "price": "What is the price: {}?",
    "votes": "How many votes: {}?",
}


class _Value(NamedTuple):
    """One value of one voice, with all its readings, oldest first."""

    voice: str | None
    readings: tuple[Reading, ...]

    @property
    def first(self) -> Reading:
        return self.readings[0]


#: What a voice says over time, oldest first.
Line = list[_Value]


def figures_apart(
    figures: Sequence[Figure], entities: Sequence[Entity], texts: Mapping[str, str], families_behind: FamiliesBehind
) -> Iterator[Discrepancy]:
    """Yield the relations between the values of each figure, one a relation."""
    voices = voices_of(entities)
    parts: dict[str, list[Figure]] = defaultdict(list)
    for f in figures:
        if f.part_of is not None:
            parts[f.part_of].append(f)
    for figure in figures:
        told = [r for r in figure.readings if r.status in {"occurred", "alleged"}]
        writer = _Writer(figure, voices, families_behind)
        if len(told) > 1:
            yield from _relations(figure, _lines(told, voices), parts[figure.id], texts, writer)
        yield from _parts_against_whole(figure, parts[figure.id], writer)


def _lines(told: Sequence[Reading], voices: Voices) -> list[Line]:
    """Return what each voice says over time; the main one first, which also has what is told on nobody's word."""
    voice_of = voices.of(told)
    by_voice: dict[str | None, list[Reading]] = defaultdict(list)
    for r in told:
        by_voice[voice_of[r.said_by] if r.said_by is not None else None].append(r)
    named = sorted(
        (v for v in by_voice if v is not None), key=lambda v: (not v.startswith("state "), -len(by_voice[v]), v)
    )
    main = [*(by_voice[named[0]] if named else ()), *by_voice[None]]
    lines = [_values(main, named[0] if named else None), *(_values(by_voice[v], v) for v in named[1:])]
    return _joined([line for line in lines if line])


def _joined(lines: Sequence[Line]) -> list[Line]:
    """Return the lines without those that only repeat values of an earlier one: they quote it."""
    kept: list[Line] = []
    for line in lines:
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
    for r in sorted(readings, key=lambda r: (r.high is None or r.high != r.low, _moment(r))):
        home = next((g for g in groups if _agree(g[0], r) and not _has_moved(g[0], r)), None)
        if home is None:
            groups.append([r])
        else:
            home.append(r)
    values = [_Value(voice, tuple(sorted(g, key=_moment))) for g in groups]
    return sorted(values, key=lambda v: _moment(v.first))


def _moment(r: Reading) -> tuple[str, str, str]:
    if r.as_of is None:
        return ("9999-12-31", "", r.id)
    return (r.as_of.latest.isoformat(), r.as_of.earliest.isoformat(), r.id)


def _agree(a: Reading, b: Reading) -> bool:
    """Say whether two readings can both be true of one moment: their bounds meet, or nearly so for "some 2,500"."""
    if a.change or b.change:
        return a.change == b.change
    x, y = (a.high if a.high is not None else float("inf")), (b.high if b.high is not None else float("inf"))
    slack = SLACK * max(a.low, b.low) if (a.approximate or b.approximate) else 0.0
    return a.low <= y + slack and b.low <= x + slack


def _has_moved(a: Reading, b: Reading) -> bool:
    """Say whether an open lower bound was overtaken later: "at least 34" on Tuesday, 163 on Saturday."""
    first, second = (a, b) if _moment(a) <= _moment(b) else (b, a)
    return first.high is None and second.low > MOVED * first.low and _is_later(first, second)


def _is_later(a: Reading, b: Reading) -> bool:
    """Say whether the second reading is of a later time than the first."""
    x, y = a.as_of, b.as_of
    return x is not None and y is not None and x.latest < y.latest and x.earliest < y.earliest


def _same_time(a: Reading, b: Reading) -> bool:
    """Say whether two readings are of one time, as far as is known; those of one sentence are."""
    if a.evidence == b.evidence:
        return True
    if a.as_of is None or b.as_of is None:
        return False
    gap = max(a.as_of.earliest, b.as_of.earliest) - min(a.as_of.latest, b.as_of.latest)
    return gap.days <= SAME_TIME


# --- relations


def _relations(
    figure: Figure, lines: Sequence[Line], parts: Sequence[Figure], texts: Mapping[str, str], writer: _Writer
) -> Iterator[Discrepancy]:
    apart = {}
    for (m, a), (n, b) in combinations(enumerate(lines), 2):
        pairs = list(_pairs_apart(figure, a, b))
        explained = next((pair for pair in pairs if _explained(*pair, parts, texts)), None)
        if explained:
            yield writer.scope(*explained)
        elif pairs:
            apart[m, n] = pairs[0]
    disputing = sorted({n for pair in apart for n in pair})
    if disputing:
        yield writer.dispute([lines[n] for n in disputing])
    for line in lines:
        steps = [(a, b) for a, b in pairwise(line) if _is_update(figure, a, b)]
        if steps:
            yield writer.update(line, steps)
    corrected = _corrected(figure, texts)
    if corrected and not disputing:
        yield writer.corrected(*corrected)
    if not disputing and not any(_is_update(figure, a, b) for line in lines for a, b in pairwise(line)):
        yield from _contradictions(figure, lines, writer)


def _pairs_apart(figure: Figure, a: Line, b: Line) -> Iterator[tuple[_Value, _Value]]:
    """Yield the values of two voices that cannot both be true at one time. What nobody vouches for disputes nothing."""
    for x in a:
        for y in b:
            pairs = product(_vouched(x), _vouched(y))
            if any(not _agree(r, s) and _same_time(r, s) and _are_comparable(figure, r, s) for r, s in pairs):
                yield x, y


def _vouched(v: _Value) -> list[Reading]:
    return [r for r in v.readings if r.said_by is not None]


def _are_comparable(figure: Figure, r: Reading, s: Reading) -> bool:
    """Say whether two readings are surely of one thing: a running count, or told side by side."""
    if figure.measure in _RUNNING or figure.unit in _RUNNING_UNITS or figure.counted in _RUNNING_WORDS:
        return True
    a, b = r.evidence[0], s.evidence[0]
    return a.document == b.document and max(a.start, b.start) - min(a.end, b.end) <= NEAR // 10


def _is_update(figure: Figure, a: _Value, b: _Value) -> bool:
    """Say whether the second value of a voice is a later one of what has one value at a time."""
    running = figure.measure in _RUNNING or figure.unit in _RUNNING_UNITS or figure.counted in _RUNNING_WORDS
    if a.first.change or b.first.change:  # a rise on Monday and a fall on Tuesday are two
        return False
    return running and _is_later(a.first, b.first)


def _explained(a: _Value, b: _Value, parts: Sequence[Figure], texts: Mapping[str, str]) -> bool:
    """Say whether a sentence tells why two counts differ: one includes a part that is the whole of the difference."""
    gap = abs(a.first.low - b.first.low)
    for whole in (*a.readings, *b.readings):
        for part in (r for p in parts for r in p.readings if r.low == r.high == gap):
            e = whole.evidence[0]
            if e in part.evidence and _INCLUDES.search(texts[e.document], e.start, e.end):
                return True
    return False


def _corrected(figure: Figure, texts: Mapping[str, str]) -> tuple[_Value, _Value] | None:
    """Return two values of which one sentence gives the second as wrong: "1.02 million barrels, not 950,000"."""
    for r, s in permutations([r for r in figure.readings if r.status == "occurred"], 2):
        a, b = r.value_span, s.value_span
        near = r.evidence == s.evidence and 0 < b.start - a.end <= NEAR
        if near and not _agree(r, s) and _NOT.search(texts[a.document], a.end, b.start):
            return _Value(None, (r,)), _Value(None, (s,))
    return None


def _contradictions(figure: Figure, lines: Sequence[Line], writer: _Writer) -> Iterator[Discrepancy]:
    """Yield two values of one source for one printed moment; none where a moment is only concluded."""
    for line in lines:
        for x, y in combinations(line, 2):
            for r in x.readings:
                for s in y.readings:
                    if r.said_by is not None and r.said_by == s.said_by and _is_certain(figure, r, s):
                        yield writer.contradiction(x, y)
                        return


def _is_certain(figure: Figure, r: Reading, s: Reading) -> bool:
    if r.as_of is None or s.as_of is None or "inferred" in {r.as_of.basis, s.as_of.basis} or _agree(r, s):
        return False
    one_day = r.as_of.interval == s.as_of.interval and r.as_of.interval.days == 1
    return one_day and r.evidence != s.evidence and _are_comparable(figure, r, s)


def _parts_against_whole(figure: Figure, parts: Sequence[Figure], writer: _Writer) -> Iterator[Discrepancy]:
    """Yield a whole and the list of its parts, told in one report, where they do not add up.

    Parts that exceed their whole cannot be right; three or more that nearly make it are meant to be all of it.
    """
    for whole in figure.readings:
        document = whole.value_span.document
        lists: dict[Span, list[Reading]] = defaultdict(list)
        for p in parts:
            for r in p.readings:
                if r.value_span.document == document and r.low == r.high and r.change is None:
                    lists[r.evidence[0]].append(r)
        for sentence, told in sorted(lists.items()):
            total = sum(r.low for r in told)
            exact = whole.low == whole.high and not whole.approximate
            listed = len(told) >= LISTED and len({r.id for r in told}) == len(told)
            adds_up = any(r.low == total for r in figure.readings)
            if exact and listed and not adds_up and sentence not in whole.evidence and NEARLY <= total / whole.low < 1:
                yield writer.sum(whole, told, total)


#: A list of this many parts, that make up this share of the whole, is meant to be complete.
LISTED, NEARLY = 3, 0.9


class _Writer(NamedTuple):
    """Puts a relation between values of one figure into the words of the record."""

    figure: Figure
    voices: Voices
    families_behind: FamiliesBehind

    def update(self, line: Line, steps: Sequence[tuple[_Value, _Value]]) -> Discrepancy:
        values = list(dict.fromkeys([v for step in steps for v in step]))
        first, last = values[0].first, values[-1].first
        days = f" between {_day(first)} and {_day(last)}"
        down = last.low < first.low and last.high is not None
        word = "was revised from" if down else "moved from"
        who = self._name(line)
        told = f"{_capital(who)}: the" if who else "The"
        return self._discrepancy("update", values, f"{told} count {word} {_bare(first)} to {_bare(last)}{days}.")

    def dispute(self, lines: Sequence[Line]) -> Discrepancy:
        lines = [[v._replace(readings=tuple(told)) for v in line if (told := _vouched(v))] for line in lines]
        said = [f"{self._name(line) or 'reports'} gave {_all_of(line)}" for line in lines]
        about = [r for line in lines for v in line for r in v.readings]
        sides = [(f"{_all_of(line)} ({self._name(line)})", [r for v in line for r in v.readings]) for line in lines]
        explanation = f"{_capital(in_words(said))} for the same time."
        return self._write("source dispute", sides, about, explanation)

    def scope(self, a: _Value, b: _Value) -> Discrepancy:
        x, y = (a, b) if a.first.low >= b.first.low else (b, a)
        gap = f"{abs(a.first.low - b.first.low):,g}"
        return self._discrepancy(
            "scope differs", [x, y], f"{_bare(x.first)} includes {gap} that {_bare(y.first)} leaves out."
        )

    def corrected(self, a: _Value, b: _Value) -> Discrepancy:
        return self._discrepancy(
            "unresolved", [a, b], f"A report gives {_bare(a.first)} and says that {_bare(b.first)} is wrong."
        )

    def contradiction(self, a: _Value, b: _Value) -> Discrepancy:
        told = _capital(self._name([a]) or "the same source")
        return self._discrepancy(
            "contradiction",
            [a, b],
            f"{told} is given with {_bare(a.first)} and with {_bare(b.first)} for {_day(a.first)}.",
        )

    def sum(self, whole: Reading, parts: Sequence[Reading], total: float) -> Discrepancy:
        told = " + ".join(f"{r.low:,g}" for r in sorted(parts, key=lambda r: r.value_span))
        sides = [(_bare(whole), [whole]), (f"{told} = {total:,g}", list(parts))]
        explanation = f"The parts listed make {total:,g}, the whole is given as {_bare(whole)}."
        return self._write("unresolved", sides, [whole, *parts], explanation)

    def _discrepancy(self, relation: Relation, values: Sequence[_Value], explanation: str) -> Discrepancy:
        sides = [(_bare(v.first), list(v.readings)) for v in values]
        return self._write(relation, sides, [r for v in values for r in v.readings], explanation)

    def _write(
        self, relation: Relation, sides: Sequence[tuple[str, list[Reading]]], about: Sequence[Reading], explanation: str
    ) -> Discrepancy:
        first = min(about, key=_moment)
        question = _QUESTIONS.get(self.figure.measure, "How much, how many: {}?")
        return Discrepancy(
            id=content_id("dis", relation, self.figure.id, sides[0][1][0].id, first.id),
            about=(self.figure.id, *sorted({r.id for r in about})),
            kind="figure",
            relation=relation,
            severity="factual",
            question=question.format(self.figure.counted or self.figure.unit),
            sides=tuple(
                side_of(value, [e for r in readings for e in r.evidence], self.families_behind)
                for value, readings in sides
            ),
            explanation=explanation,
        )

    def _name(self, line: Sequence[_Value]) -> str:
        """Return the name of a voice: of its first source that has one."""
        said = (r.said_by for v in line for r in v.readings if r.said_by is not None)
        return next((self.voices.names[s] for s in said if s in self.voices.names), "")


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _all_of(line: Line) -> str:
    return in_words(dict.fromkeys(_bare(v.first) for v in line), "then")


def _day(r: Reading) -> str:
    if r.as_of is None:
        return "an unknown day"
    return f"{r.as_of.latest:%-d %B %Y}"


def _bare(r: Reading) -> str:
    """Return a value as people write it."""
    if r.change is not None and r.change.by is not None:
        return f"{r.change.kind} {r.change.by:g}"
    if r.high is None:
        return f"at least {r.low:,.10g}"
    return f"{r.low:,.10g}" if r.low == r.high else f"{r.low:,.10g} to {r.high:,.10g}"
