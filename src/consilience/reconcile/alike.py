"""When two names can be one thing: spellings of a person's name, common names of bodies."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from consilience.lang import english_names as en
from consilience.naming import fold, likeness, skeleton, start_alike, voiceless

#: Personal names that score this are one person, other things being equal: precision .96 on the labelled pairs.
SAME_PERSON = 0.7
#: A surname alone joins a full name whose last token is this much like it.
SURNAME = 0.86
#: Or by this much, told with an office that the one of the full name holds, and no other.
HOLDER = 0.75
#: Two holders of one office are one person from this likeness of last and of given names on, or of last names alone.
OFFICE_LAST, OFFICE_FIRST, SURE_LAST = 0.55, 0.5, 0.83
#: Names of places are compared from so many letters on; longer ones may be this little alike.
SHORTEST_PLACE, LONG_PLACE, MISSPELT = 6, 7, 0.87
#: Two tokens of a longer name equal, the third at least this alike: a transliteration.
THIRD_TOKEN = 0.5


def may_be_one(a: Mapping[str, int], b: Mapping[str, int]) -> bool:
    """Say whether names of two holders of one office can be one: like last names, and no unlike given ones."""
    for x in sorted(a):
        for y in sorted(b):
            p, q = fold(x).split(), fold(y).split()
            if not p or not q:  # a name in signs that no letters stand for
                continue
            last = likeness(p[-1], q[-1])
            first = likeness(p[0], q[0]) if len(p) > 1 and len(q) > 1 else 1.0
            if last >= OFFICE_LAST and (first >= OFFICE_FIRST or last >= SURE_LAST):
                return True
    return False


def is_misspelling(a: str, b: str) -> bool:
    """Say whether two names of places unknown to all tables are spellings of one: long, and alike in sound.

    Longer names may differ in a letter of their sound, shorter ones in none.
    """
    x, y = fold(a), fold(b)
    if " " in x or " " in y or min(len(x), len(y)) < SHORTEST_PLACE or x[0] != y[0]:
        return False
    return skeleton(x) == skeleton(y) or (min(len(x), len(y)) >= LONG_PLACE and likeness(x, y) >= MISSPELT)


def is_full(name: str) -> bool:
    return len(fold(name).split()) > 1


def blocks(name: str) -> tuple[str, ...]:
    """Return the keys under which a full name is compared with others: how its last name sounds, from either end."""
    words = fold(name).split()
    return ends(words[-1]) if len(words) > 1 else ()


def ends(word: str) -> tuple[str, ...]:
    """Return keys of which spellings of one name share one: the first and the last three consonants of its sound."""
    consonants = re.sub(r"[aeiouy]", "", voiceless(skeleton(word))) or word
    return (f"^{consonants[:3]}", f"{consonants[-3:]}$")


def are_two_names(a: str, b: str) -> bool:
    """Say whether two names that are nearly alike are two people's all the same."""
    return _starts_apart(a, b) or _are_of_a_couple(fold(a).split(), fold(b).split())


def _are_of_a_couple(words: Sequence[str], others: Sequence[str]) -> bool:
    """Say whether one surname is the other's as women bear it, their given names being two: Petrov, Petrova."""
    last, other = words[-1], others[-1]
    return words[0] != others[0] and any(
        last.endswith(x) and other.endswith(y) and last.removesuffix(x) == other.removesuffix(y)
        for man, woman in en.GENDERED_SURNAMES
        for x, y in ((man, woman), (woman, man))
    )


def _starts_apart(a: str, b: str) -> bool:
    """Say whether a word of the shorter name starts like none that is left of the longer: Ada Barker, Ada Parker.

    A slip of the pen or another alphabet rarely changes the sound that a name begins with.
    """
    words, others = sorted(([w for w in fold(n).split() if w not in en.PARTICLES] for n in (a, b)), key=len)
    for word in words:
        partner = next((w for w in others if start_alike(word, w)), None)
        if partner is None:
            return True
        others.remove(partner)
    return False


def transliterated(a: str, b: str) -> bool:
    """Say whether two names of three tokens or more share all but one, and that one in part."""
    x, y = fold(a).split(), fold(b).split()
    if len(x) != len(y) or len(x) < 3 or x[-1] != y[-1]:
        return False
    scores = sorted(likeness(p, q) for p, q in zip(x, y, strict=True))
    return scores[1] >= 0.95 and scores[0] >= THIRD_TOKEN


def is_common(name: str) -> bool:
    """Say whether every word of a body's name is common: "Foreign Ministry", "Ministry of Health"."""
    words = [w.casefold() for w in name.split()]
    return all(w in en.BODY_HEADS or w in en.TITLE_WORDS or w in en.JOINERS or w == "the" for w in words)
