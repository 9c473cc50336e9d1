"""Words of events with their PLOVER types, and the words that say whether an event happened."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, cast

from consilience.lang.tables import table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from consilience.model import PloverType


class EventWord(NamedTuple):
    """The verb a word stands for ("resign" for "resignation"), its PLOVER type or None, its mode or None."""

    lemma: str
    type: PloverType | None
    mode: str | None


@cache
def event_verbs() -> Mapping[str, EventWord]:
    """Return verb, or verb and particle ("call off") -> event word."""
    return _words("verb")


@cache
def event_nouns() -> Mapping[str, EventWord]:
    """Return noun or noun compound ("phone call") -> event word."""
    return _words("noun")


def _words(part: str) -> Mapping[str, EventWord]:
    return MappingProxyType(
        {
            r["word"]: EventWord(r["lemma"], cast("PloverType | None", r["type"] or None), r["mode"] or None)
            for r in table("event_words")
            if r["part"] == part
        }
    )


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Verbs that only carry their object noun: "held talks", "declared a curfew".
CARRIERS = _set(
    "hold have make conduct give take launch stage carry begin start open announce declare impose call convene order sign "
    "reach attend host chair do join continue resume end cancel lead adopt extend prolong lift suspend send issue set "
    "spend finish complete face undergo demand set see observe"
)
#: Verbs an event noun is the subject of: "the blast tore through", "talks took place".
HAPPEN = _set(
    "happen occur begin start take break erupt follow kill wound rip tear flatten shake hit last end continue spread come "
    "fail collapse leave destroy rock trigger spark force cut stop resume open"
)
#: Verbs whose complement has not happened: it is planned.
PLANNING = _set(
    "plan intend expect schedule prepare promise vow pledge agree undertake set decide threaten slate offer propose ready "
    "commit want aim due announce"
)
#: Verbs whose complement is hoped for or asked for.
HOPING = _set("hope wish urge call demand ask appeal request want seek advise recommend insist invite order")
#: Verbs whose complement is said not to be so.
DENYING = _set("deny reject refute dismiss")
#: Auxiliaries of the future.
FUTURE = _set("will would shall 'll wo ’ll")
#: Auxiliaries of what may be: such a clause tells no event.
POSSIBLE = _set("could may might should must can ca cannot")
#: Words that open a clause of condition or purpose.
CONDITIONS = _set("if unless until once whether lest")
#: Places of an event follow these.
PLACE_PREPOSITIONS = _set("in at near on outside inside off around across through into")
#: A counterpart follows these: "spoke with", "a call to", "between".
PARTY_PREPOSITIONS = _set("with between to against on for at from upon")
#: Verbs that are a talk only with someone or about something: "spoke by telephone with".
TALKING = _set("speak talk")
#: Adjectives of doubt.
DOUBTED = _set("alleged so-called supposed purported reported reputed rumoured rumored")
