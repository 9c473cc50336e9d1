"""How alike two passages are, by the words that carry meaning."""

from __future__ import annotations

import re
from functools import lru_cache

from consilience.lang.english_function_words import FUNCTION_WORDS
from consilience.naming import fold

#: Words of stories that tell passages apart: one figure, day or turn is not another.
_TELLING = frozenset(["first", "new", "one", "two", "time", "again", "once"])
#: Words too common to tell passages apart: those of stories, and the pieces of "isn't" and "it's".
_MORE = frozenset(["does", "might", "must", "nor", "shall", "tells", "whom", "why", "s", "t"])
_COMMON = (FUNCTION_WORDS - _TELLING) | _MORE


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
