"""English words in other forms: verbs as labels need them, and one spelling for words that have two."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

#: Past participles that no rule gives.
PARTICIPLES: Mapping[str, str] = MappingProxyType(
    dict(
        pair.split("=")
        for pair in (
            "be=been beat=beaten become=become begin=begun blow=blown break=broken bring=brought build=built burst=burst "
            "buy=bought catch=caught choose=chosen come=come cut=cut do=done draw=drawn drive=driven fall=fallen feed=fed "
            "fight=fought find=found flee=fled fly=flown forbid=forbidden free=freed freeze=frozen get=got give=given go=gone "
            "hang=hanged have=had hear=heard hide=hidden hit=hit hold=held hurt=hurt keep=kept lay=laid lead=led leave=left "
            "lend=lent let=let lose=lost make=made meet=met overthrow=overthrown pay=paid put=put quit=quit read=read "
            "rise=risen run=run say=said see=seen seek=sought sell=sold send=sent set=set shake=shaken shoot=shot shut=shut "
            "sink=sunk sit=sat speak=spoken spend=spent split=split spread=spread stand=stood steal=stolen strike=struck "
            "swear=sworn take=taken teach=taught tear=torn tell=told think=thought throw=thrown undergo=undergone "
            "undertake=undertaken win=won withdraw=withdrawn write=written overrun=overrun ban=banned stop=stopped "
            "drop=dropped plan=planned bar=barred slam=slammed ram=rammed grab=grabbed kidnap=kidnapped stab=stabbed rob=robbed "
            "expel=expelled annul=annulled cancel=cancelled commit=committed admit=admitted permit=permitted rebel=rebelled "
            "refer=referred submit=submitted control=controlled patrol=patrolled swap=swapped scrap=scrapped cap=capped wrap=wrapped"
        ).split()
    )
)
_VOWELS = "aeiou"


def third_person(verb: str) -> str:
    """Return the third person singular of a verb, with its particle: "call off" gives "calls off"."""
    word, space, rest = verb.partition(" ")
    if word in {"be", "have"}:
        form = {"be": "is", "have": "has"}[word]
    elif word.endswith(("s", "x", "z", "ch", "sh", "o")):
        form = f"{word}es"
    elif word.endswith("y") and word[-2:-1] not in _VOWELS:
        form = f"{word[:-1]}ies"
    else:
        form = f"{word}s"
    return f"{form}{space}{rest}"


def past_participle(verb: str) -> str:
    """Return the past participle of a verb, with its particle: "call off" gives "called off"."""
    word, space, rest = verb.partition(" ")
    if word in PARTICIPLES:
        form = PARTICIPLES[word]
    elif word.endswith("e"):
        form = f"{word}d"
    elif word.endswith("y") and word[-2:-1] not in _VOWELS:
        form = f"{word[:-1]}ied"
    else:
        form = f"{word}ed"
    return f"{form}{space}{rest}"


#: What ends the forms of a verb, and what stands there in the verb itself.
_ENDINGS = (("ies", "y"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"))
#: Shorter stems are words of their own: "bus", "red".
_SHORTEST_STEM = 3


def base_form(word: str, verbs: AbstractSet[str]) -> str:
    """Return the one of *verbs* that a word in small letters is a regular form of; of one of them or of none itself."""
    if word in verbs:
        return word
    for ending, instead in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST_STEM:
            undoubled = stem[:-1] if stem[-1] == stem[-2] and not instead else stem
            found = next((f"{s}{instead}" for s in (stem, undoubled) if f"{s}{instead}" in verbs), None)
            if found is not None:
                return found
    return word


#: British spellings that have an American one: the ending, and what it becomes.
SPELLINGS = ((re.compile(r"is(?=(?:e|ed|es|ing|ation|ations|er|ers)$)"), "iz"), (re.compile(r"(?<=\w{3})our"), "or"))


def in_one_spelling(word: str) -> str:
    """Return a word in small letters as both spell it: "organisation" as "organization", "labour" as "labor"."""
    for british, american in SPELLINGS:
        word = british.sub(american, word)
    return word
