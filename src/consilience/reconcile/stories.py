"""Which reports of a pile tell one story: another earthquake, another election is another story.

Reports are compared by the words, pairs of words and names they use, the rarer the weightier, and joined as long as two
groups are alike on average. Names weigh most: two floods share all words but the places and people. Groups of other
people, bodies or places, and groups of other times, are never joined.
"""

from __future__ import annotations

import heapq
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from consilience.lang.english_function_words import FUNCTION_WORDS
from consilience.lang.english_times import MONTHS, WEEKDAYS
from consilience.model import Interval
from consilience.reconcile.chief_names import are_about_others, names_in, words_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Likeness = NDArray[np.float64]

#: Two groups are one story while their reports are so much alike on average, as a cosine. The middle of the plateau on
#: the ECB+ training excerpts (docs/evaluation.md).
ALIKE = 0.155
#: What only one text says makes it a little less like all others: such words count so much. All of it would tell two
#: reports of one crisis apart, nothing of it would make two that share one word alike.
ALONE = 0.3
#: More reports than this are not compared: the matrix of their likeness would outgrow a laptop (200 MB here).
MOST_REPORTS = 5_000
#: Reports whose days lie farther apart tell of other events, in days: the reach of one story in the dating of reports.
FAR = 120

_UNTOLD = FUNCTION_WORDS | MONTHS.keys() | WEEKDAYS.keys()
_YEAR = re.compile(r"\d{4}")


def find_stories(texts: Sequence[str], days: Sequence[Interval | None] = ()) -> tuple[tuple[int, ...], ...]:
    """Return the numbers of the texts of each story, in order, by their first; one story if there are too many texts.

    *days*, where given, are those on which each was published, None for unknown.

    Source: average-linkage clustering of TF-IDF vectors with sublinear counts (Salton and Buckley 1988).
    """
    if len(texts) > MOST_REPORTS:
        return (tuple(range(len(texts))),)
    likeness = _likeness([_weighted(terms) for terms in _rare(texts)])
    groups = [_Group((n,), Counter(names.keys()), days[n] if days else None) for n, names in enumerate(names_in(texts))]
    return _joined(groups, likeness)


def _rare(texts: Sequence[str]) -> list[dict[str, float]]:
    """Return the terms of each text with their weight: how often they stand there, and how few texts have them."""
    counted = [Counter(_terms(text)) for text in texts]
    holders = Counter(term for terms in counted for term in terms)
    rarity = {t: (math.log((1 + len(texts)) / (1 + n)) + 1) * (1 if n > 1 else ALONE) for t, n in holders.items()}
    return [{t: (1 + math.log(n)) * rarity[t] for t, n in terms.items()} for terms in counted]


def _terms(text: str) -> Iterator[str]:
    """Yield the words of a text, the pairs of neighbours, and once more the words with a capital inside a sentence.

    Words of dates are left out: a month in common is no matter in common.
    """
    line: list[str] = []
    for word, written, opens in words_of(text):
        if not word:
            yield from _pairs(line)
            line = []
            continue
        if len(word) > 1 and word not in _UNTOLD and not _YEAR.fullmatch(word):
            yield word
            if written[0].isupper() and not opens:
                yield f"^{word}"
        line.append(word)
    yield from _pairs(line)


def _pairs(words: Sequence[str]) -> Iterator[str]:
    for one, other in pairwise(words):
        if one not in _UNTOLD and other not in _UNTOLD and not (_YEAR.fullmatch(one) or _YEAR.fullmatch(other)):
            yield f"{one} {other}"


def _weighted(terms: Mapping[str, float]) -> dict[str, float]:
    """Return the weights as a vector of length 1."""
    length = math.sqrt(math.fsum(w * w for w in terms.values())) or 1.0
    return {term: weight / length for term, weight in terms.items()}


def _likeness(vectors: Sequence[Mapping[str, float]]) -> Likeness:
    """Return the cosine of each text with each other, as a symmetric matrix; nothing on its diagonal.

    The sums are made term by term, in the order of the texts, so that every machine adds in the same order.
    """
    import numpy as np

    holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, vector in enumerate(vectors):
        for term, weight in vector.items():
            holders[term].append((number, weight))
    found = np.zeros((len(vectors), len(vectors)))
    for held in holders.values():
        if len(held) == 1:
            continue
        if len(held) == 2:  # most terms; without the arrays three times as fast
            (one, first), (other, second) = held
            found[one, other] += first * second
            found[other, one] += first * second
        else:
            numbers, weights = (np.array(column) for column in zip(*held, strict=True))
            found[np.ix_(numbers, numbers)] += np.multiply.outer(weights, weights)
    np.fill_diagonal(found, 0.0)
    return found


class _Group:
    """Reports held to tell one story: their numbers, how many have each name, the days they are of."""

    def __init__(self, members: tuple[int, ...], names: Counter[str], days: Interval | None) -> None:
        self.members, self.names, self.days = members, names, days

    def joined(self, other: _Group) -> _Group:
        """Return both as one."""
        days = [d for d in (self.days, other.days) if d]
        whole = Interval(min(d.earliest for d in days), max(d.latest for d in days)) if days else None
        return _Group(tuple(sorted(self.members + other.members)), self.names + other.names, whole)

    def is_another(self, other: _Group) -> bool:
        """Say whether both cannot be of one story: of other times, or about others."""
        if self.days and other.days:
            first, second = sorted((self.days, other.days), key=lambda d: (d.earliest, d.latest))
            if (second.earliest - first.latest).days > FAR:
                return True
        return are_about_others(self.names, len(self.members), other.names, len(other.members))


def _joined(groups: Sequence[_Group], likeness: Likeness) -> tuple[tuple[int, ...], ...]:
    """Return the groups left when no two are alike enough on average; the likest two are joined first.

    *likeness* becomes that of groups: sums over the members of both.
    """
    left = dict(enumerate(groups))
    queue = [(-likeness[a, b], a, b) for a in left for b in range(a) if likeness[a, b] >= ALIKE]
    queue = [(mean, min(a, b), max(a, b)) for mean, a, b in queue]
    heapq.heapify(queue)
    while queue:
        mean, a, b = heapq.heappop(queue)
        if a not in left or b not in left or -mean != _mean(a, b, left, likeness) or left[a].is_another(left[b]):
            continue
        left[a] = left[a].joined(left.pop(b))
        likeness[a] += likeness[b]
        likeness[:, a] = likeness[a]
        for other in left:
            now = _mean(a, other, left, likeness)
            if other != a and now >= ALIKE:
                heapq.heappush(queue, (-now, min(a, other), max(a, other)))
    return tuple(sorted(group.members for group in left.values()))


def _mean(a: int, b: int, left: Mapping[int, _Group], likeness: Likeness) -> float:
    return float(likeness[a, b] / (len(left[a].members) * len(left[b].members)))
