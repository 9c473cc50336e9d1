"""Which reports of a pile tell one story: another earthquake, another election is another story.

Reports are compared by the words, pairs of words and names they use, the rarer the weightier, and joined as long as two
groups are alike on average. Names weigh most: two floods share all words but the places and people.
"""

from __future__ import annotations

import heapq
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from consilience.lang.english_function_words import FUNCTION_WORDS

#: Two groups are one story while their reports are so much alike on average, as a cosine. The middle of the plateau on
#: the ECB+ training excerpts (docs/evaluation.md).
ALIKE = 0.155
#: More reports than this are not compared: the work grows with their square.
MOST_REPORTS = 1_500

_TOKEN = re.compile(r"(?P<word>[^\W_](?:[\w'’.-]*\w)?)|(?P<end>[.!?\n])")
_POSSESSIVE = re.compile(r"['’]s$")


def find_stories(texts: Sequence[str]) -> tuple[tuple[int, ...], ...]:
    """Return the numbers of the texts of each story, in order, by their first; one story if there are too many texts.

    Source: average-linkage clustering of TF-IDF vectors with sublinear counts (Salton and Buckley 1988).
    """
    if len(texts) > MOST_REPORTS:
        return (tuple(range(len(texts))),)
    likeness = _likeness([_weighted(terms) for terms in _rare(texts)])
    return _joined(len(texts), likeness)


def _rare(texts: Sequence[str]) -> list[dict[str, float]]:
    """Return the terms of each text with their weight: how often they stand there, and how few texts have them."""
    counted = [Counter(_terms(text)) for text in texts]
    holders = Counter(term for terms in counted for term in terms)
    rarity = {t: math.log((1 + len(texts)) / (1 + n)) + 1 for t, n in holders.items() if n > 1}
    return [{t: (1 + math.log(n)) * rarity[t] for t, n in terms.items() if t in rarity} for terms in counted]


def _terms(text: str) -> Iterator[str]:
    """Yield the words of a text, the pairs of neighbours, and once more the words with a capital inside a sentence."""
    words: list[str] = []
    opens = True
    for match in _TOKEN.finditer(text):
        word = match["word"]
        if word is None:
            yield from _pairs(words) if match["end"] == "\n" else ()
            words = [] if match["end"] == "\n" else words
            opens = True
            continue
        plain = _POSSESSIVE.sub("", word.casefold())
        if len(plain) > 1 and plain not in FUNCTION_WORDS:
            yield plain
            if word[0].isupper() and not opens:
                yield f"^{plain}"
        words.append(plain)
        opens = False
    yield from _pairs(words)


def _pairs(words: Sequence[str]) -> Iterator[str]:
    for one, other in pairwise(words):
        if one not in FUNCTION_WORDS and other not in FUNCTION_WORDS:
            yield f"{one} {other}"


def _weighted(terms: Mapping[str, float]) -> dict[str, float]:
    """Return the weights as a vector of length 1."""
    length = math.sqrt(math.fsum(w * w for w in terms.values())) or 1.0
    return {term: weight / length for term, weight in terms.items()}


def _likeness(vectors: Sequence[Mapping[str, float]]) -> list[dict[int, float]]:
    """Return for each text its cosine with every other that it shares a term with."""
    holders: dict[str, list[int]] = defaultdict(list)
    found: list[dict[int, float]] = [defaultdict(float) for _ in vectors]
    for number, vector in enumerate(vectors):
        for term, weight in vector.items():
            for other in holders[term]:
                found[number][other] += weight * vectors[other][term]
            holders[term].append(number)
    for number, row in enumerate(found):
        for other, cosine in list(row.items()):
            found[other][number] = cosine
    return found


def _joined(count: int, likeness: list[dict[int, float]]) -> tuple[tuple[int, ...], ...]:
    """Return the groups left when no two are alike enough on average; the likest two are joined first.

    *likeness* holds sums over the members of two groups and is used up.
    """
    members: dict[int, tuple[int, ...]] = {n: (n,) for n in range(count)}
    queue = [(-cosine, a, b) for a in range(count) for b, cosine in likeness[a].items() if a < b]
    heapq.heapify(queue)
    while queue:
        mean, a, b = heapq.heappop(queue)
        if -mean < ALIKE:
            break
        if a not in members or b not in members or -mean != _mean(a, b, members, likeness):
            continue
        _join(a, b, members, likeness)
        for other in sorted(likeness[a]):
            if other in members:
                low, high = sorted((a, other))
                heapq.heappush(queue, (-_mean(low, high, members, likeness), low, high))
    return tuple(sorted(members.values()))


def _mean(a: int, b: int, members: Mapping[int, tuple[int, ...]], likeness: Sequence[Mapping[int, float]]) -> float:
    return likeness[a].get(b, 0.0) / (len(members[a]) * len(members[b]))


def _join(a: int, b: int, members: dict[int, tuple[int, ...]], likeness: list[dict[int, float]]) -> None:
    """Make group *b* part of group *a*; the sums of both become those of *a*."""
    members[a] = tuple(sorted(members[a] + members.pop(b)))
    for other, total in likeness[b].items():
        if other in members and other != a:
            likeness[a][other] = likeness[other][a] = likeness[a].get(other, 0.0) + total
    likeness[a].pop(b, None)
