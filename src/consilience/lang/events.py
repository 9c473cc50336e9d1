"""Words of events with their frames and PLOVER types, and the words that say whether an event happened."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, cast

from consilience.lang.tables import several, table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from consilience.model import PloverType


class Sense(NamedTuple):
    """What a word means in a frame: the verb it stands for ("resign" for "resignation"), PLOVER type and mode or None.

    *frame* lists what must hold of the clause, all of it:

    - `object`, `bare`: it has an object, it has none; `party`, `thing`: the object is somebody, is something;
    - `passive`: it is one; `counted`: a number of its object is told;
    - `guest`: the object is a person; `place`: a place or state;
    - `actor`: the subject is a party, or a passive leaves it out; `doer`: it is told; `person`, `body`, `named`: it is a
      person, an organisation or state, has a name;
    - `goal`: it says which place it leads to; `home`, `phone`: it has that adverb, a telephone is the means;
    - `as`: it says what the object becomes; `to`: an infinitive follows; `clause`: a clause; `future`: one of the future;
    - `giver`: a party follows "from", and what the noun tells is its deed towards the subject: "received aid from";
    - `with`: a counterpart follows; `prep=on|at`: one of these prepositions; `into=prison`: with this noun after it;
    - `behind=to:street+square`: after this preposition one of these nouns; `made=guilty`: the object is made or found this;
    - `below=kill|wound`: of a noun, one of these verbs governs it;
    - `obj=`, `subj=`, `attr=`: the head of that part is one of these nouns, `@ship` any of a class of `NOUN_CLASSES`.

    *event* is false where the word tells no event in this frame.
    """

    frame: tuple[str, ...]
    lemma: str
    type: PloverType | None
    mode: str | None
    event: bool = True


@cache
def event_verbs() -> Mapping[str, tuple[Sense, ...]]:
    """Return verb, or verb and particle ("call off") -> its senses, the first that fits holds."""
    return _senses("verb")


@cache
def event_nouns() -> Mapping[str, Sense]:
    """Return noun or noun compound ("phone call") -> what it tells by itself."""
    return MappingProxyType({word: senses[-1] for word, senses in _senses("noun").items()})


@cache
def governed_nouns() -> Mapping[tuple[str, str], Sense]:
    """Return (verb, noun) -> what the noun tells below that verb: a strike that kills is no walk-out."""
    return MappingProxyType(
        {
            (verb, word): sense
            for word, senses in _senses("noun").items()
            for sense in senses
            for condition in sense.frame
            for verb in condition.removeprefix("below=").split("|")
        }
    )


def _senses(part: str) -> Mapping[str, tuple[Sense, ...]]:
    found: dict[str, tuple[Sense, ...]] = {}
    for r in table("event_words"):
        if r["part"] == part:
            kind = cast("PloverType | None", None if r["type"] in {"", "-"} else r["type"])
            sense = Sense(tuple(r["frame"].split()), r["lemma"], kind, r["mode"] or None, r["type"] != "-")
            found[r["word"]] = (*found.get(r["word"], ()), sense)
    return MappingProxyType(found)


@cache
def deed_family(lemma: str) -> str:
    """Return the name of the family of deeds that a lemma belongs to: words reports use for one event."""
    return _families().get(lemma, lemma)


@cache
def deed_of(lemma: str) -> str:
    """Return the name of the deed that a lemma tells, where its family holds several: who shoots need not kill."""
    return _deeds().get(lemma, deed_family(lemma))


@cache
def _families() -> Mapping[str, str]:
    return {member: r["family"] for r in table("event_families") for member in (r["family"], *several(r["lemmas"]))}


@cache
def _deeds() -> Mapping[str, str]:
    return {lemma: r["deed"] for r in table("event_families") if r["deed"] for lemma in several(r["lemmas"])}


@cache
def context_cues() -> Mapping[str, str]:
    """Return lemma -> PLOVER context that it is a cue of."""
    return {word: r["context"] for r in table("event_contexts") for word in several(r["cues"])}
