"""Under what a mention is kept and looked for, so that it is held against those alone with which it can be one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from consilience.lang.event_grammar import BROUGHT
from consilience.lang.synonyms import senses_of
from consilience.reconcile.clues import Clue

#: What two mentions have in common that can be of one event: a relation, the deed, and what stands in the relation.
Link = tuple[str, str, str, str]

_ANY, _NONE = "*", ""
#: What is brought is planned by one report and has come by the other.
_COME_ABOUT = {"planned": "occurred", "occurred": "planned"}


def offered(clue: Clue) -> frozenset[Link]:
    """Return the links under which a mention is kept."""
    return frozenset(_offered(clue))


def sought(clue: Clue) -> frozenset[Link]:
    """Return the links that hold every mention of which `are_one` can be true with one of *clue*."""
    return frozenset(_sought(clue))


def _offered(clue: Clue) -> Iterator[Link]:
    deed, things = clue.family, clue.things or (_NONE,)
    yield from _both_ways(clue)
    for thing in (*things, _ANY):
        yield "any", deed, thing, ""
        if not clue.parties:
            yield "nobody", deed, thing, ""
        yield from (("of", deed, party, thing) for party in clue.parties)
    yield from (("thing", deed, thing, "") for thing in clue.things)
    yield from (("somebody", deed, word, "") for word in clue.party_words)
    yield from (("doer", deed, party, "") for party in clue.doers)
    yield from (("for", deed, state, "") for state in clue.acting_for)
    if clue.event.type in BROUGHT:
        yield from (("brought", clue.event.type, clue.event.status, word) for word in clue.words)
    if clue.event.type == "CONSULT":
        yield from (("met", deed, one, "") for one in clue.parties | clue.things)


def _sought(clue: Clue) -> Iterator[Link]:
    deed, things = clue.family, _fitting(clue.things)
    yield from _both_ways(clue)
    for thing in things:
        yield "nobody" if clue.parties else "any", deed, thing, ""
        yield from (("of", deed, party, thing) for party in clue.parties)
    yield from (("thing", deed, word, "") for word in clue.party_words)
    yield from (("somebody", deed, thing, "") for thing in clue.things)
    yield from (("doer", deed, state, "") for state in clue.acting_for)
    yield from (("for", deed, party, "") for party in clue.doers)
    if clue.event.type in BROUGHT and clue.event.status in _COME_ABOUT:
        status = _COME_ABOUT[clue.event.status]
        yield from (("brought", clue.event.type, status, word) for word in clue.words)
    if clue.event.type == "CONSULT":
        yield from (("of", deed, party, _ANY) for party in clue.parties)
        yield from (("any", deed, thing, "") for thing in clue.things)
    else:
        yield from (("met", deed, one, "") for one in clue.parties | clue.things)


def _both_ways(clue: Clue) -> Iterator[Link]:
    """Yield the links that two mentions have in the same words."""
    deed, document = clue.family, str(clue.document)
    yield "in", deed, document, ""
    yield from (("suffers", deed, party, "") for party in clue.sufferers)
    if clue.event.type is not None and clue.event.mode is not None:
        yield from (("suffers", clue.event.type, clue.event.mode, party) for party in clue.named_sufferers)
    for meaning in map(str, sorted(senses_of(clue.event.lemma))):
        yield from (("means", meaning, shared, "") for shared in clue.shareable)
    if clue.event.type == "CONSULT":
        yield "in", "CONSULT", document, ""
    if clue.event.mode == "visit":
        yield from (("guest", "visit", party, "") for party in clue.doers)
    if clue.doers:
        yield from (("things", deed, one, other) for one, other in combinations(sorted(clue.things), 2))


def _fitting(things: Iterable[str]) -> tuple[str, ...]:
    """Return the things that a mention of *things* can share: one of them, or none told; all where it tells none."""
    return (*things, _NONE) if things else (_ANY,)
