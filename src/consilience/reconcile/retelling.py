"""Sentences that retell what another report says in words of their own: the same nouns, verbs and numbers.

That proves a common origin only where the reports have to do with each other anyway: they share passages, or one is
the release of an office that the other draws on.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from consilience.reconcile.passages import SHINGLE, Passage, Shared

#: Reports known to share text: a sentence that has so much of the other's matter, and so many words of it, retells it.
RETOLD = 0.45
RETOLD_WORDS = 5
#: So many where nothing but a release's matter links them.
RETOLD_RELEASE = 7
#: So many words of names that stand in one sentence of each.
RARE_NAMES = 2
#: So many, and so much, where the sentence itself says that it retells: "according to the readout".
CREDITED = 0.6
CREDITED_WORDS = 3
#: A word in more sentences than this brings none of them to a release.
RARE = 24


def find_retold(passages: Sequence[Passage], shared: Sequence[Shared], official: frozenset[int]) -> tuple[Shared, ...]:
    """Return the sentences that retell each other's matter, where the reports have to do with each other.

    They share passages anyway, as *shared* shows, or one of them is a release, numbered in *official*, and the
    sentences have words in common that few others have.
    """
    by_document: dict[int, list[Passage]] = defaultdict(list)
    for passage in passages:
        by_document[passage.document].append(passage)
    pairs = set(_of_releases(passages, official))
    together = [*((s.first, s.second) for s in shared), *sorted(pairs)]
    for x, y in dict.fromkeys((passages[one].document, passages[other].document) for one, other in together):
        near = _with_common_matter(by_document[x], by_document[y])
        pairs |= {(a.key, b.key) for a, b in near if _is_retold(a, b)}
        if (x in official) != (y in official):
            pairs.update(_by_rare_names(by_document[x], by_document[y]))
    pairs -= {(s.first, s.second) for s in shared}
    return tuple(Shared(one, other, "retold") for one, other in sorted(pairs))


def _with_common_matter(one: Sequence[Passage], other: Sequence[Passage]) -> Iterator[tuple[Passage, Passage]]:
    """Yield the pairs of sentences of two reports that have words enough in common to retell, or all of them."""
    holders: dict[str, list[int]] = defaultdict(list)
    for n, passage in enumerate(other):
        for word in passage.matter:
            holders[word].append(n)
    for passage in one:
        common = Counter(n for word in passage.matter for n in holders.get(word, ()))
        for n, words in sorted(common.items()):
            if words >= RETOLD_WORDS or passage.words == other[n].words:
                yield passage, other[n]


def _of_releases(passages: Sequence[Passage], official: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of a sentence of a release and one elsewhere that retells it."""
    for one, other in _with_rare_words(passages, official):
        a, b = passages[one], passages[other]
        teller = a if b.document in official else b
        if _is_retold(a, b, words=RETOLD_RELEASE) or (teller.credited and _is_credited(a, b)):
            yield one, other


def _by_rare_names(release: Sequence[Passage], report: Sequence[Passage]) -> Iterator[tuple[int, int]]:
    """Yield the sentences that alone of a release and a report that draws on it name the same, and say it of one thing.

    Both name the Red Cross once, and both speak of a visit: the report has the visit from the release.
    """
    rare = _named_once(release) & _named_once(report)
    telling = [(b, said) for b in report if len(said := rare.intersection(b.names)) >= RARE_NAMES]
    for a in release:
        for b, said in telling:
            if len(said.intersection(a.names)) >= RARE_NAMES and _in_common(a.matter, b.matter):
                yield a.key, b.key


def _named_once(passages: Sequence[Passage]) -> frozenset[str]:
    counted = Counter(name for passage in passages for name in passage.names)
    return frozenset(name for name, times in counted.items() if times == 1)


def _with_rare_words(passages: Sequence[Passage], official: frozenset[int]) -> list[tuple[int, int]]:
    """Return the pairs of a sentence of a release and one elsewhere that share a word which few have, in order."""
    words = {word for passage in passages if passage.document in official for word in passage.matter}
    holders: dict[str, list[int]] = defaultdict(list)
    for passage in passages:
        for word in passage.matter:
            if word in words:
                holders[word].append(passage.key)
    pairs: set[tuple[int, int]] = set()
    for keys in (keys for keys in holders.values() if len(keys) <= RARE):
        theirs = [key for key in keys if passages[key].document in official]
        pairs.update((min(a, b), max(a, b)) for a in theirs for b in keys if passages[b].document not in official)
    return sorted(pairs)


def _is_retold(a: Passage, b: Passage, words: int = RETOLD_WORDS) -> bool:
    if a.words == b.words:
        return len(a.words) >= SHINGLE
    common = _in_common(a.matter, b.matter)
    return common >= words and common >= RETOLD * min(len(a.matter), len(b.matter))


def _is_credited(a: Passage, b: Passage) -> bool:
    common = _in_common(a.matter, b.matter) if _in_common(a.deeds, b.deeds) else 0
    return common >= CREDITED_WORDS and common >= CREDITED * min(len(a.matter), len(b.matter))


def _in_common(one: Sequence[str], other: Sequence[str]) -> int:
    return len(set(one).intersection(other))
