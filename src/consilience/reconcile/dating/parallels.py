"""Sentences of two reports that tell of the same matter, whatever their wording.

Events and quotations tie reports where they are found as such. Sentences tie them where nothing but rare words does:
two that name the same people and share words which few others have are about one thing, and a weekday in one may mean
the date in the other. Chance puts such words together too, so a tie is a vote and proves nothing alone.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from consilience.model import TESTIFYING_ROLES, Annotations, Role, Sentence, Span, TimeExpression
from consilience.reconcile.entities import Register
from consilience.reconcile.passages import folded

#: Sentences share at least so many words or names, and so much weight of them (see `_weights`).
LEAST_SHARED = 2
LEAST_WEIGHT = 7.0
#: So much weight in common makes two sentences a certain pair.
CERTAIN = 18.0
#: A pile of fewer sentences tells no more how rare a word is than one of so many.
PILE = 200
#: A word in more sentences than this brings no two of them together, though it counts where another does.
COMMON = 24
#: The best ties of a sentence that are kept.
KEPT = 4

Tense = Literal["past", "future", "none"]
_TELLING: frozenset[Role] = TESTIFYING_ROLES | {"caption"}
_MATTER = frozenset({"NOUN", "VERB", "ADJ", "NUM"})


class Line(NamedTuple):
    """A sentence seen as what it is about: folded lemmas and numbers, entity ids; the numbers of its times.

    *carried* is what the sentence before names, which is still spoken of: "The senate met. The vote was close.".
    *near* are those of the times that only say "today".
    """

    document: int
    sentence: int
    span: Span
    about: frozenset[str]
    carried: frozenset[str]
    times: tuple[int, ...]
    near: frozenset[int]
    tense: Tense


class Tie(NamedTuple):
    """Two sentences about one matter; *strength* is above 0.0, up to 1.0.

    *numbers* are those both give, sorted, where there are two or more.
    """

    mine: Line
    other: Line
    strength: float
    numbers: tuple[str, ...] = ()


def find_ties(notes: Sequence[Annotations], register: Register) -> tuple[Tie, ...]:
    """Return the ties between all reports, each in both directions, by report and sentence, strongest first."""
    lines = [line for d, n in enumerate(notes) for line in lines_of(d, n, register)]
    holders: dict[str, list[int]] = defaultdict(list)
    for k, line in enumerate(lines):
        for word in sorted(line.about):
            holders[word].append(k)
    weights = _weights(holders, len(lines))
    found: dict[int, list[Tie]] = defaultdict(list)
    for a, b in _candidates(holders, lines):
        shared = lines[a].about & lines[b].about
        carried = (lines[a].about & lines[b].carried) | (lines[a].carried & lines[b].about)
        weight = sum(weights[word] for word in sorted(shared | carried))
        if len(shared | carried) >= LEAST_SHARED and weight >= LEAST_WEIGHT:
            strength = min(1.0, weight / CERTAIN)
            digits = tuple(sorted(word for word in shared if word.isdigit()))
            numbers = digits if len(digits) >= LEAST_SHARED else ()
            found[a].append(Tie(lines[a], lines[b], strength, numbers))
            found[b].append(Tie(lines[b], lines[a], strength, numbers))
    return tuple(tie for k in sorted(found) for tie in _best(found[k]))


def _best(ties: Sequence[Tie]) -> list[Tie]:
    return sorted(ties, key=lambda t: (-t.strength, t.other.document, t.other.sentence))[:KEPT]


def _weights(holders: dict[str, list[int]], lines: int) -> dict[str, float]:
    """Return what a word says about a sentence: the less, the more have it (inverse frequency, Jones 1972)."""
    return {word: math.log((max(lines, PILE) + 1) / len(keys)) for word, keys in holders.items()}


def _candidates(holders: dict[str, list[int]], lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Return the pairs of sentences of different reports that share a word few have, in order."""
    pairs = {
        (a, b) for keys in holders.values() if len(keys) <= COMMON for n, a in enumerate(keys) for b in keys[n + 1 :]
    }
    return sorted(p for p in pairs if lines[p[0]].document != lines[p[1]].document)


def lines_of(d: int, notes: Annotations, register: Register) -> Iterator[Line]:
    """Yield the sentences of report number *d* that may tell something, in order."""
    times: dict[int, list[int]] = defaultdict(list)
    for number, t in enumerate(notes.times):
        times[t.sentence].append(number)
    named: dict[int, set[str]] = defaultdict(set)
    for m in notes.mentions:
        entity = register.of(notes.document.id, m.chain)
        if entity:
            named[m.sentence].add(entity)
    for s, sentence in enumerate(notes.parse.sentences):
        if sentence.role in _TELLING:
            words = frozenset(_matter(notes, sentence, times[s])) | named[s]
            follows = s > 0 and notes.parse.sentences[s - 1].block == sentence.block
            carried = frozenset(named[s - 1] if follows else ()) - words
            near = frozenset(t for t in times[s] if _is_today(notes.times[t].expression))
            span = notes.document.span(sentence.start, sentence.end)
            yield Line(d, s, span, words, carried, tuple(times[s]), near, tense_of(notes, sentence))


def _is_today(e: TimeExpression) -> bool:
    return e.anchor == "published" and e.unit == "day" and e.shift == 0 and e.weekday is None


def _matter(notes: Annotations, sentence: Sentence, times: Sequence[int]) -> Iterator[str]:
    """Yield the folded lemmas of what is no name, no time and no function word."""
    parse = notes.parse
    when = [(notes.times[t].start, notes.times[t].end) for t in times]
    for n in range(sentence.first, sentence.last):
        at = parse.starts[n]
        timed = any(start <= at < end for start, end in when)
        if parse.parts[n] in _MATTER and not timed and not parse.entities[n].endswith(("PERSON", "GPE", "ORG")):
            yield folded(parse.lemmas[n])


def tense_of(notes: Annotations, sentence: Sentence) -> Tense:
    """Return whether the main clause of a sentence tells what was or what will be."""
    parse = notes.parse
    roots = [n for n in range(sentence.first, sentence.last) if parse.heads[n] == n]
    if not roots:
        return "none"
    root = roots[0]
    helpers = {
        parse.lemmas[n]
        for n in range(sentence.first, sentence.last)
        if parse.heads[n] == root and parse.relations[n].startswith("aux")
    }
    if helpers & {"will", "shall"}:
        return "future"
    return "past" if parse.tags[root] == "VBD" or (parse.tags[root] == "VBN" and helpers & {"have", "be"}) else "none"
