"""Whether two mentions in reports of one story are of one event: by words, neighbours and reports.

A logistic model over 14 features, its weights fitted on the training part of ECB+ by tools/fit_same_event.py. Mentions
are joined by average linkage of its log-odds, the likest first, so that one doubtful pair joins no two clusters.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from consilience.lang.deeds import are_synonyms, verb_of
from consilience.lang.event_grammar import SAYING
from consilience.model import Parse

#: Clusters are joined while the mean of the log-odds between them is above this; chosen on the training part.
JOINED = -0.5
#: Words with so many first letters in common are one, "acquire" and "acquisition".
STEM = 6
#: Weights of the features, in the order of `features`.
WEIGHTS = (-3.4, 2.7, 2.0, 4.6, 3.0, 1.2, 1.2, 3.5, -1.4, -3.2, -2.0, -3.2, 3.9, -1.1)
#: Parts of speech that carry meaning, and those that tell one story from its twin.
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_TELLING_APART = frozenset({"PROPN", "NUM"})
#: Kept from the denominator of an overlap of two short contexts, in units of weight.
_LEAST = 3.0
_UNKNOWN = 5.0


class Seen(NamedTuple):
    """A mention: its id and report, its deed (a verb), the words of its sentence, and those near it in the tree."""

    id: str
    report: int
    deed: str
    around: frozenset[str]
    near: frozenset[str]


class Vectors(NamedTuple):
    """The reports as vectors: by all their words, and by names and numbers rare within their story."""

    rarity: Mapping[str, float]
    words: Sequence[Mapping[str, float]]
    names: Sequence[Mapping[str, float]]


def seen_at(identity: str, report: int, parse: Parse, inside: Sequence[int], words: str) -> Seen:
    """Return a mention of the tokens *inside* of a report, or of its bare *words* where there are none."""
    if not inside:
        return Seen(identity, report, words.casefold(), frozenset(), frozenset())
    head = next((n for n in inside if parse.heads[n] not in inside or parse.heads[n] == n), inside[-1])
    lemma = parse.lemmas[head].casefold()
    sentence = next(s for s in parse.sentences if s.first <= head < s.last)
    tokens = range(sentence.first, sentence.last)
    below = {n for n in tokens if parse.heads[n] == head and n != head}
    near = below | {n for n in tokens if parse.heads[n] in below} | {parse.heads[head]}
    deed = verb_of(lemma) if parse.parts[head] in {"NOUN", "PROPN"} else lemma
    return Seen(identity, report, deed, _lemmas(parse, set(tokens) - {head}), _lemmas(parse, near))


def _lemmas(parse: Parse, tokens: set[int]) -> frozenset[str]:
    return frozenset(parse.lemmas[n].casefold() for n in tokens if parse.parts[n] in _CONTENT)


def vectors_of(parses: Sequence[Parse], stories: Sequence[Sequence[int]]) -> Vectors:
    """Return the vectors of all reports."""
    counts = [_counted(p, _CONTENT) for p in parses]
    holders = Counter(w for c in counts for w in c)
    rarity = {w: math.log((1 + len(parses)) / (1 + n)) + 1 for w, n in holders.items()}
    words = [_unit({w: (1 + math.log(n)) * rarity[w] for w, n in c.items()}) for c in counts]
    names: list[Mapping[str, float]] = [{}] * len(parses)
    for story in stories:
        inside = {r: _counted(parses[r], _TELLING_APART) for r in story}
        spread = Counter(w for c in inside.values() for w in c)
        for r, c in inside.items():
            names[r] = _unit({w: math.sqrt(n) * math.log((len(story) + 1) / spread[w]) for w, n in c.items()})
    return Vectors(rarity, words, names)


def _counted(parse: Parse, parts: frozenset[str]) -> Counter[str]:
    return Counter(w.casefold() for w, part in zip(parse.lemmas, parse.parts, strict=True) if part in parts)


def _unit(weights: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(math.fsum(v * v for v in weights.values())) or 1.0
    return {w: v / length for w, v in weights.items()}


def features(a: Seen, b: Seen, v: Vectors) -> tuple[float, ...]:
    """Return what speaks for and against two mentions of one story being one event."""
    same = float(a.deed[:STEM] == b.deed[:STEM])
    like = (1 - same) * float(are_synonyms(a.deed, b.deed))
    other = 1 - same - like
    here = float(a.report == b.report)
    reports = _cosine(v.words[a.report], v.words[b.report])
    names = 1.0 if here else _cosine(v.names[a.report], v.names[b.report])
    near = _overlap(a.near, b.near, v.rarity)
    told = float(a.deed in SAYING and b.deed in SAYING)
    beside = float(a.deed in b.around or b.deed in a.around)  # both deeds in one sentence are two
    return (
        1.0, same, like, same * reports, like * reports, same * names, like * near, other * near, beside * (1 - same),
        here * same, here * like, same * told, same * told * near, like * told,
    )  # fmt: skip


def _cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    return math.fsum(weight * b[w] for w, weight in a.items() if w in b)


def _overlap(a: frozenset[str], b: frozenset[str], rarity: Mapping[str, float]) -> float:
    def weight(words: frozenset[str]) -> float:
        return math.fsum(rarity.get(w, _UNKNOWN) for w in words)

    return weight(a & b) / (_LEAST + min(weight(a), weight(b)))


def joined(mentions: Sequence[Seen], v: Vectors) -> Iterator[frozenset[str]]:
    """Yield the clusters of the mentions of one story."""
    odds: dict[tuple[int, int], float] = {}
    for x, y in combinations(range(len(mentions)), 2):
        told = features(mentions[x], mentions[y], v)
        odds[x, y] = math.fsum(weight * value for weight, value in zip(WEIGHTS, told, strict=True))
    members = {n: [n] for n in range(len(mentions))}
    while odds:
        (a, b), mean = max(odds.items(), key=lambda item: (item[1], item[0]))
        if mean < JOINED:
            break
        x, y = len(members[a]), len(members[b])
        members[a] += members.pop(b)
        for c in members:
            if c != a:
                one, two = (min(a, c), max(a, c)), (min(b, c), max(b, c))
                odds[one] = (odds[one] * x + odds.pop(two) * y) / (x + y)
        del odds[a, b]
    yield from (frozenset(mentions[n].id for n in group) for group in members.values())
