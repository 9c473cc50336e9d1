"""Words between which two translators of one sentence may choose: "clemency" and "mercy", "restraint" and "moderation"."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from consilience.lang.tables import several, table

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def synonym_sets() -> tuple[tuple[str, ...], ...]:
    """Return the sets of words that name one thing, in table order; a word of several senses is in several."""
    return tuple(several(row["words"]) for row in table("synonyms"))


#: Words of one meaning to the language whose deeds reports tell apart: a treaty is signed, and then ratified.
_TWO_DEEDS = frozenset(
    frozenset(pair.split("/"))
    for pair in (
        "accuse/charge assault/rape ban/censor bar/block block/stop boycott/protest deport/extradite expel/oust "
        "ratify/sign"
    ).split()
)


@cache
def like_deeds() -> tuple[tuple[str, ...], ...]:
    """Return the sets of words that reports use for one deed done by, to or with the same."""
    return tuple(several(row["words"]) for row in table("like_deeds"))


def may_tell_one_deed(a: str, b: str) -> bool:
    """Say whether two words mean one thing, or reports use them for one deed."""
    return not senses_of(a).isdisjoint(senses_of(b)) and frozenset((a, b)) not in _TWO_DEEDS


def senses_of(word: str) -> frozenset[int]:
    """Return the numbers of the sets that a word is in, of synonyms and of deeds alike."""
    return _senses().get(word, frozenset())


@cache
def _senses() -> Mapping[str, frozenset[int]]:
    found = defaultdict[str, set[int]](set)
    for number, words in enumerate((*synonym_sets(), *like_deeds())):
        for word in words:
            found[word].add(number)
    return MappingProxyType({word: frozenset(numbers) for word, numbers in found.items()})
