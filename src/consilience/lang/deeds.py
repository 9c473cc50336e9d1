"""Which words tell the same deed: verbs with their nouns, and synonyms."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from consilience.lang.events import deed_family, event_nouns
from consilience.lang.tables import table

if TYPE_CHECKING:
    from collections.abc import Mapping


def verb_of(noun: str) -> str:
    """Return the verb that a noun of a deed is of ("resignation": "resign"); the noun itself where none is known."""
    known = event_nouns().get(noun)
    if known is not None and known.event and " " not in known.lemma:
        return known.lemma
    return _verbs().get(noun, noun)


def are_synonyms(one: str, other: str) -> bool:
    """Say whether news uses two verbs for one deed."""
    return (one, other) in _synonyms() or deed_family(one) == deed_family(other)


@cache
def _verbs() -> Mapping[str, str]:
    return MappingProxyType({r["noun"]: r["verb"] for r in table("nominalisations")})


@cache
def _synonyms() -> frozenset[tuple[str, str]]:
    pairs = [(r["one"], r["other"]) for r in table("deed_synonyms")]
    return frozenset(pairs) | frozenset((b, a) for a, b in pairs)
