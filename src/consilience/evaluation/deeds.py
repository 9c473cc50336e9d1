"""Whether two mentions given by a set tell one deed, in reports of one story, by the words a record knows of deeds.

A record asks more: of two words the same type and whom it was done to (`reconcile.clues`), of two sayings what
`reconcile.statements` asks. The rule for sayings below is the evaluation's own, made of a record's measures.

Words of one deed do: "the blast" is what "exploded". Words that mean one thing, or that reports use for one deed, do
where they have a party or a thing in common: who "kept" a title "retained" it. Words that only tell that something was
said never do by themselves: everybody in a story "said" something.
"""

from __future__ import annotations

from typing import NamedTuple

from consilience.lang.events import deed_of
from consilience.lang.speech import plain_tellings
from consilience.lang.synonyms import may_tell_one_deed
from consilience.reconcile.wording import are_of_one_matter


class Deed(NamedTuple):
    """What a mention says of a deed: number of its report, the verb for it; words for who did it and who took part.

    *matter* are the other words of its sentence. Words are cut to stems.
    """

    document: int
    verb: str
    doers: frozenset[str]
    parties: frozenset[str]
    matter: frozenset[str]


def are_one_deed(a: Deed, b: Deed) -> bool:
    """Say whether two mentions in reports of one story tell one deed."""
    if is_telling(a.verb) and is_telling(b.verb):
        return a.document != b.document and bool(a.doers & b.doers) and are_of_one_matter(a.matter, b.matter)
    return deed_of(a.verb) == deed_of(b.verb) or (may_tell_one_deed(a.verb, b.verb) and bool(a.parties & b.parties))


def is_telling(verb: str) -> bool:
    """Say whether a word tells no more than that something was said."""
    return deed_of(verb) in plain_tellings()
