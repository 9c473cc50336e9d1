"""Whom a figure counts: anyone, or a group that narrows it; and whether two descriptions are of one population."""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType

from consilience.lang import english_counts as lang
from consilience.reconcile.wording import content_words

#: Measures that count people in a crisis: one running count each, unless another group is counted.
TOLLS = frozenset({"killed", "wounded", "missing", "detained", "displaced"})
_ANYONE = content_words(" ".join(sorted(lang.ANYONE)))
#: Words that say no more of the arrested, of the displaced, than that they are.
_OF_THEIR_MEASURE = MappingProxyType(
    {
        measure: content_words(" ".join(sorted(words)))
        for measure, words in (("detained", lang.ARRESTED), ("displaced", lang.DISPLACED))
    }
)
_FILLERS = content_words(" ".join(sorted(lang.GROUP_FILLERS)))
#: Each word for a group of people, with the first word of its group.
_GROUPS = MappingProxyType({w: min(words) for words in map(content_words, lang.GROUPS) for w in words})


@lru_cache(maxsize=65_536)
def population(counted: str, measure: str) -> frozenset[str]:
    """Return the groups that a description narrows a toll down to; none when anyone is counted."""
    words = content_words(counted) - _ANYONE - _OF_THEIR_MEASURE.get(measure, frozenset())
    groups = frozenset(_GROUPS.get(w, w) for w in words)
    return (groups - _FILLERS) or groups


def same_population(a: frozenset[str], b: frozenset[str]) -> bool:
    """Say whether two descriptions are of one group; "police officers" are of "police and military personnel"."""
    return a == b or (bool(a) and bool(b) and (a <= b or b <= a))
