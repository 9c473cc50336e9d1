"""How alike two passages are, by the words that carry meaning."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

from consilience.lang.english_function_words import FUNCTION_WORDS
from consilience.lang.synonyms import synonym_sets
from consilience.naming import fold

#: Two passages speak of one matter where they share so much of the shorter one's words. Chosen on the training part of
#: ECB+ (docs/evaluation.md).
ONE_MATTER = 0.3
#: Words of stories that tell passages apart: one figure, day or turn is not another.
_TELLING = frozenset(["first", "new", "one", "two", "time", "again", "once"])
#: Words too common to tell passages apart: those of stories, and the pieces of "isn't" and "it's".
_MORE = frozenset(
    [
        "does",
        "might",
        "must",
        "nor",
        "shall",
        "tells",
        "whom",
        "why",
        "s",
        "t",
        "all",
        "none",
        "anybody",
        "anyone",
        "everybody",
        "everyone",
        "nobody",
        "somebody",
        "someone",
    ]
)
_COMMON = (FUNCTION_WORDS - _TELLING) | _MORE
#: Words are cut to this many letters, so that inflections meet.
_STEM = 6


@lru_cache(maxsize=65_536)
def content_words(text: str) -> frozenset[str]:
    """Return the words of a passage that carry meaning, folded, cut so that inflections meet."""
    return frozenset(
        w[:_STEM] for w in re.findall(r"[a-z0-9]+", fold(text)) if w not in _COMMON and (len(w) > 2 or w.isdigit())
    )


def containment(a: frozenset[str], b: frozenset[str]) -> float:
    """Return the share of the smaller set that the larger one holds, 0.0 for an empty set."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Return intersection over union, 0.0 for two empty sets."""
    return len(a & b) / len(a | b) if a | b else 0.0


def shared_in_meaning(a: frozenset[str], b: frozenset[str]) -> int:
    """Return how many content words two sets share, where one translator's word may stand for the other's.

    "Clemency" in one is "mercy" in the other; no word stands for two.
    """
    senses = _senses()
    left = sorted(b - a)
    shared = len(a & b)
    for word in sorted(a - b):
        twin = next((w for w in left if not senses.get(word, frozenset()).isdisjoint(senses.get(w, ()))), None)
        if twin is not None:
            left.remove(twin)
            shared += 1
    return shared


@cache
def _senses() -> Mapping[str, frozenset[int]]:
    """Return content word -> the numbers of the sets of synonyms it is in."""
    found = defaultdict[str, set[int]](set)
    for number, words in enumerate(synonym_sets()):
        for word in words:
            found[word[:_STEM]].add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def are_of_one_matter(a: frozenset[str], b: frozenset[str]) -> bool:
    """Say whether two passages, by the stems of their words, speak of one matter."""
    return containment(a, b) >= ONE_MATTER
