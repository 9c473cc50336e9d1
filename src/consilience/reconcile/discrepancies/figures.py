"""Values of one figure that differ: a later count, another source, another scope, or a contradiction.

By voice first: what one source says over time is a line of its own, and lines are compared with each other at one time.
A value with no moment, or of people that may be others, contradicts nobody.

Source: the nine classes of a pair of figures in docs/record.md (same and refines are no discrepancy).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise, product

from consilience.lang import english_disputes as lang
from consilience.model import Discrepancy, Entity, Figure, Reading, Relation, Span
from consilience.reconcile.discrepancies.figure_words import Writer
from consilience.reconcile.discrepancies.lines import (
    Line,
    Value,
    agree,
    has_moved,
    is_later,
    lines_of,
    moment,
    representatives,
    same_time,
    vouched,
)
from consilience.reconcile.discrepancies.voices import voices_of
from consilience.reconcile.figures.populations import TOLLS
from consilience.reconcile.sources import FamiliesBehind
from consilience.reconcile.timing import is_replaced

#: A value: the number of its line, and its place there.
_At = tuple[int, int]
#: Sentences this many letters apart speak of one thing.
NEAR = 220
#: A list of this many parts, that make up this share of the whole, is meant to be complete.
LISTED, NEARLY = 3, 0.9
#: Measures and units of which there is one value at a time, whoever counts.
_RUNNING = TOLLS | {"votes", "price", "members"}
#: Counts that only grow, and how many times smaller a later one cannot be of the same people.
_GROWING, LESS = frozenset({"killed", "wounded"}), 2
_RUNNING_UNITS = frozenset({"seats"})
_RUNNING_WORDS = frozenset({"turnout"})
_INCLUDES = re.compile(rf"\b(?:{'|'.join(lang.INCLUDING)})", re.IGNORECASE)
_LOCAL = re.compile(
    rf"\b(?:{'|'.join(lang.TAKEN)})\s+(?:to|at|in)\s+(?:the|a|its|his)\b|"
    rf"\bin\s+(?:{'|'.join(lang.WHICH_PLACE)})\s+(?:{'|'.join(lang.ONE_PLACE)})\b|"
    rf"\bin\s+[\w’'-]+(?:\s+[\w’'-]+){{0,2}}\s+(?:{'|'.join(lang.ALONE)})\b",
    re.IGNORECASE,
)
_OF_THE = re.compile(r"\w\s+of\s+(?:the|its|their|his|her)\s+$", re.IGNORECASE)
_NOT = re.compile(
    rf"\b(?:{'|'.join(lang.IN_PLACE_OF)})\b(?:\s+[\w’']+){{0,4}}\s*$",
    re.IGNORECASE,
)

#: What stands before a list that is all of a whole: "The crew are", "made up of", "By nationality:".
_ALL_OF_IT = re.compile(
    rf"(?:\b(?:{'|'.join(lang.MADE_UP_OF)})|\bby [\w ]+:)\s*$",
    re.IGNORECASE,
)


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
        told = [r for r in figure.readings if r.status in {"occurred", "alleged"} and not _is_given(r, texts)]
        writer = Writer(figure, voices, families_behind)
        if len(told) > 1:
            yield from _relations(figure, lines_of(told, voices), parts[figure.id], texts, writer)
        yield from _parts_against_whole(figure, parts[figure.id], texts, writer)


def _is_given(r: Reading, texts: Mapping[str, str]) -> bool:
    """Say whether a value is only what a part is told of: "120 of the 400 soldiers left"."""
    e = r.evidence[0]
    return _OF_THE.search(texts[e.document], e.start, r.value_span.start) is not None


def _is_replaced(r: Reading, texts: Mapping[str, str]) -> bool:
    """Say whether a count is told only as what another took the place of: "raising an earlier toll of 17"."""
    e = r.evidence[0]
    return is_replaced(texts[e.document], e.start, r.value_span.start)


# --- relations


def _relations(
    figure: Figure, lines: Sequence[Line], parts: Sequence[Figure], texts: Mapping[str, str], writer: Writer
) -> Iterator[Discrepancy]:
    lines = [kept for line in lines if (kept := _without_strays(figure, line))]
    apart: list[tuple[_At, _At]] = []
    narrow: dict[Value, list[Value]] = {}
    for (m, a), (n, b) in combinations(enumerate(lines), 2):
        pairs = list(_pairs_apart(figure, a, b, texts))
        explained = next((pair for pair in pairs if _explained(*pair, parts, texts)), None)
        local = next(
            (pair for x, y in ((a, b), (b, a)) for pair in product(x, y) if _is_local(figure, *pair, texts)), None
        )
        if explained:
            yield writer.scope(*explained)
        elif local:
            narrow.setdefault(local[0], []).append(local[1])
        apart += [] if explained or local else [((m, a.index(x)), (n, b.index(y))) for x, y in pairs]
    for part, wider in narrow.items():
        yield writer.local(part, wider)
    for one in _disputes(apart):
        yield writer.dispute([[lines[m][k] for k in ks] for m, ks in one.items()])
    for line in lines:
        steps = [(a, b) for a, b in pairwise(line) if _is_update(figure, a, b)]
        if steps:
            yield writer.update(steps)
    for told, passed in _overtaken(figure, lines):
        yield writer.update([(told, passed)])
    corrected = _corrected(figure, texts)
    if corrected and not apart:
        yield writer.corrected(*corrected)
    if not apart and not any(_is_update(figure, a, b) for line in lines for a, b in pairwise(line)):
        yield from _contradictions(figure, lines, writer)


def _pairs_apart(figure: Figure, a: Line, b: Line, texts: Mapping[str, str]) -> Iterator[tuple[Value, Value]]:
    """Yield the values of two voices that cannot both be true at one time. What nobody vouches for disputes nothing."""
    for x in a:
        for y in b:
            pairs = product(*([r for r in representatives(v) if not _is_replaced(r, texts)] for v in (x, y)))
            settled = _is_result(figure)
            if any(
                not agree(r, s)
                and (settled or (same_time(r, s) and not _may_have_moved(figure, r, s)))
                and _are_comparable(figure, r, s)
                for r, s in pairs
            ):
                yield x, y


def _disputes(apart: Sequence[tuple[_At, _At]]) -> Iterator[Mapping[int, list[int]]]:
    """Yield who is in each dispute, line -> places of values in it: values apart, and what others they are apart from.

    Tolls disputed on Tuesday and again on Friday are two disputes, whoever is in both.
    """
    left = sorted({at for pair in apart for at in pair})
    while left:
        found = {left[0]}
        while more := {x for pair in apart for x in pair if found & set(pair)} - found:
            found |= more
        left = [at for at in left if at not in found]
        one: dict[int, list[int]] = defaultdict(list)
        for line, place in sorted(found):
            one[line].append(place)
        yield one


def _may_have_moved(figure: Figure, r: Reading, s: Reading) -> bool:
    """Say whether two tolls of two reports differ as one grew, or as the missing were found, from a day to the next."""
    if figure.measure not in TOLLS - {"detained"} or r.evidence[0].document == s.evidence[0].document:
        return False
    first, second = (r, s) if moment(r) <= moment(s) else (s, r)
    if not is_later(first, second):
        return False
    return figure.measure == "missing" or (first.high is not None and second.low > first.high)


def _without_strays(figure: Figure, line: Line) -> Line:
    """Return a line without counts of less than half of what it told before: the dead of one hospital, of one night.

    The dead do not rise again: so few are of some other scope, unless one sentence tells both numbers.
    """
    if figure.measure not in _GROWING:
        return line
    kept: Line = []
    for v in line:
        high = v.first.high
        more = [u for u in kept if high is not None and u.first.low > high * LESS]
        if all({r.evidence[0] for r in v.readings} & {r.evidence[0] for r in u.readings} for u in more):
            kept.append(v)
    return kept


def _is_result(figure: Figure) -> bool:
    """Say whether a figure is of a day that is over, whenever it is told: the outcome of a vote."""
    return figure.measure == "votes" or figure.unit in _RUNNING_UNITS or figure.counted in _RUNNING_WORDS


def _are_comparable(figure: Figure, r: Reading, s: Reading) -> bool:
    """Say whether two readings are surely of one thing: a running count, or told side by side."""
    if figure.measure in _RUNNING or figure.unit in _RUNNING_UNITS or figure.counted in _RUNNING_WORDS:
        return True
    a, b = r.evidence[0], s.evidence[0]
    return a.document == b.document and max(a.start, b.start) - min(a.end, b.end) <= NEAR // 10


def _is_update(figure: Figure, a: Value, b: Value) -> bool:
    """Say whether the second value of a voice is a later one of what has one value at a time."""
    running = figure.measure in _RUNNING or figure.unit in _RUNNING_UNITS or figure.counted in _RUNNING_WORDS
    if a.first.change or b.first.change:  # a rise on Monday and a fall on Tuesday are two
        return False
    return running and is_later(a.first, b.first)


def _overtaken(figure: Figure, lines: Sequence[Line]) -> Iterator[tuple[Value, Value]]:
    """Yield the lower bound with which a voice fell silent and a count of another's that passed it later.

    As in "at least seven", told by a hospital, and the nine of a list ten days after.
    """
    for line in lines:
        told = line[-1]
        passed = (v for other in lines if other is not line for v in other if has_moved(told.first, v.first))
        later = (v for v in passed if all(is_later(r, v.first) for r in told.readings) and _is_update(figure, told, v))
        first = next(later, None)
        if first is not None and len(line) == 1:
            yield told, first


def _explained(a: Value, b: Value, parts: Sequence[Figure], texts: Mapping[str, str]) -> bool:
    """Say whether a sentence tells why two counts differ: one includes a part that is the whole of the difference."""
    gap = abs(a.first.low - b.first.low)
    for whole in (*a.readings, *b.readings):
        for part in (r for p in parts for r in p.readings if r.low == r.high == gap):
            e = whole.evidence[0]
            if e in part.evidence and _INCLUDES.search(texts[e.document], e.start, e.end):
                return True
    return False


def _corrected(figure: Figure, texts: Mapping[str, str]) -> tuple[Value, Value] | None:
    """Return two values of which one sentence gives the second as wrong: "1.02 million barrels, not 950,000"."""
    by_sentence: dict[Span, list[Reading]] = defaultdict(list)
    for r in figure.readings:
        if r.status == "occurred":
            by_sentence[r.evidence[0]].append(r)
    for sentence, told in sorted(by_sentence.items()):
        for r, s in pairwise(sorted(told, key=lambda r: r.value_span)):
            near = 0 < s.value_span.start - r.value_span.end <= NEAR
            if near and not agree(r, s) and _NOT.search(texts[sentence.document], r.value_span.end, s.value_span.start):
                return Value(None, (r,)), Value(None, (s,))
    return None


def _is_local(figure: Figure, a: Value, b: Value, texts: Mapping[str, str]) -> bool:
    """Say whether the smaller count is of one hospital or town, by its own words, and the larger one is of no such."""
    if figure.measure not in TOLLS or a.first.low >= b.first.low or agree(a.first, b.first):
        return False
    return _names_a_place(a, texts) and not _names_a_place(b, texts)


def _names_a_place(v: Value, texts: Mapping[str, str]) -> bool:
    return any(
        _LOCAL.search(
            texts[e.document], max(e.start, r.value_span.start - NEAR // 4), min(e.end, r.value_span.end + NEAR // 4)
        )
        for r in vouched(v)
        for e in r.evidence
    )


def _contradictions(figure: Figure, lines: Sequence[Line], writer: Writer) -> Iterator[Discrepancy]:
    """Yield two values of one source for one printed moment; none where a moment is only concluded."""
    for line in lines:
        for x, y in combinations(line, 2):
            for r in x.readings:
                for s in y.readings:
                    if r.said_by is not None and r.said_by == s.said_by and _is_certain(figure, r, s):
                        yield writer.contradiction(x, y)
                        return


def _is_certain(figure: Figure, r: Reading, s: Reading) -> bool:
    if r.as_of is None or s.as_of is None or "inferred" in {r.as_of.basis, s.as_of.basis} or agree(r, s):
        return False
    one_day = r.as_of.interval == s.as_of.interval and r.as_of.interval.days == 1
    return one_day and r.evidence != s.evidence and _are_comparable(figure, r, s)


def _parts_against_whole(
    figure: Figure, parts: Sequence[Figure], texts: Mapping[str, str], writer: Writer
) -> Iterator[Discrepancy]:
    """Yield a whole and the list of its parts, told in one report, where they do not add up.

    Parts that exceed their whole cannot be right; three or more that nearly make it are meant to be all of it. Where
    the words say so ("The crew are 11 Indians, ...") right after the whole, the report contradicts itself.
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
                first = min(told, key=lambda r: r.value_span)
                says_all = _ALL_OF_IT.search(texts[sentence.document], sentence.start, first.value_span.start)
                beside = first.value_span.start - whole.value_span.end <= NEAR
                relation: Relation = "contradiction" if says_all and beside else "unresolved"
                yield writer.sum(whole, told, total, relation)
