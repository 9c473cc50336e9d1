"""How alike two passages are, by the words that carry meaning."""

from __future__ import annotations

import re
from functools import lru_cache

from consilience.naming import fold

#: Words too common to tell passages apart.
_COMMON = frozenset(
    [
        "the",
        "a",
        "an",
        "and",
        "or",
        "but",
        "of",
        "to",
        "in",
        "on",
        "at",
        "for",
        "with",
        "by",
        "from",
        "as",
        "that",
        "this",
        "these",
        "those",
        "it",
        "its",
        "he",
        "she",
        "his",
        "her",
        "they",
        "their",
        "them",
        "we",
        "our",
        "you",
        "i",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "has",
        "have",
        "had",
        "do",
        "does",
        "did",
        "will",
        "would",
        "shall",
        "should",
        "can",
        "could",
        "may",
        "might",
        "must",
        "not",
        "no",
        "nor",
        "so",
        "if",
        "than",
        "then",
        "there",
        "here",
        "who",
        "whom",
        "which",
        "what",
        "when",
        "where",
        "why",
        "how",
        "all",
        "any",
        "both",
        "each",
        "more",
        "most",
        "other",
        "some",
        "such",
        "only",
        "own",
        "same",
        "too",
        "very",
        "just",
        "about",
        "into",
        "over",
        "after",
        "before",
        "between",
        "through",
        "during",
        "against",
        "also",
        "s",
        "t",
        "said",
        "says",
        "say",
        "told",
        "tells",
    ]
)


@lru_cache(maxsize=65_536)
def content_words(text: str) -> frozenset[str]:
    """Return the words of a passage that carry meaning, folded, cut to six letters so that inflections meet."""
    return frozenset(
        w[:6] for w in re.findall(r"[a-z0-9]+", fold(text)) if w not in _COMMON and (len(w) > 2 or w.isdigit())
    )


def containment(a: frozenset[str], b: frozenset[str]) -> float:
    """Return the share of the smaller set that the larger one holds, 0.0 for an empty set."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Return intersection over union, 0.0 for two empty sets."""
    return len(a & b) / len(a | b) if a | b else 0.0
