"""Whom a figure counts: anyone, or a group that narrows it; and whether two descriptions are of one population."""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType

from consilience.reconcile.wording import content_words

#: Measures that count people in a crisis: one running count each, unless another group is counted.
TOLLS = frozenset({"killed", "wounded", "missing", "detained", "displaced"})
#: Words that say no more than that people are counted.
_ANYONE = content_words(
    "people persons dead killed wounded injured hurt missing detained displaced arrested victims casualties deaths "
    "fatalities others number toll count total lives arrests prisoners detainees inhabitants residents known names"
)
#: Whoever is arrested in unrest is called so by one side or the other: no group of their own among the arrested.
_ARRESTED = content_words(
    "protesters demonstrators rioters vandals looters suspects members supporters militants activists opponents"
)
#: Words for one group of people, under the first of them.
_GROUPS = MappingProxyType(
    {
        word: min(words)
        for words in (
            content_words("police policemen officers security law enforcement gendarmes"),
            content_words("soldiers troops military army servicemen servicewomen conscripts"),
            content_words("firefighters firemen fireman firefighter"),
            content_words("children child minors boys girls kids schoolchildren"),
            content_words("women woman"),
            content_words("sailors crew crewmen seafarers seamen crewmember"),
            content_words("protesters demonstrators marchers"),
            content_words("rioters looters vandals"),
            content_words("journalists reporters"),
            content_words("fishermen fisherman fishers"),
        )
        for word in words
    }
)
#: Words that go with a group and are none.
_FILLERS = content_words("personnel staff member forces nationals citizens other first local young")


@lru_cache(maxsize=65_536)
def population(counted: str, measure: str) -> frozenset[str]:
    """Return the groups that a description narrows a toll down to; none when anyone is counted."""
    words = content_words(counted) - _ANYONE - (_ARRESTED if measure == "detained" else frozenset())
    groups = frozenset(_GROUPS.get(w, w) for w in words)
    return (groups - _FILLERS) or groups


def same_population(a: frozenset[str], b: frozenset[str]) -> bool:
    """Say whether two descriptions are of one group; "police officers" are of "police and military personnel"."""
    return a == b or (bool(a) and bool(b) and (a <= b or b <= a))
