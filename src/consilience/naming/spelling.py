"""Words of names as they sound: folding, spelling skeletons, likeness of words, adjectives of places."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import DamerauLevenshtein

#: Spellings of one sound, the longer before the shorter: transliterations of Cyrillic, Arabic and Turkic names.
_SOUNDS = {
    "tsch": "c", "dzh": "j", "gzh": "j", "tsh": "c", "tch": "c", "tsj": "c", "sch": "s", "dj": "j", "zh": "j",
    "sj": "s", "sz": "s", "sh": "s", "kh": "h", "gh": "h", "ph": "f", "ch": "c", "cz": "c", "ts": "z", "tz": "z",
}  # fmt: skip
_DIGRAPH = re.compile(rf"ch(?=[rl])|{'|'.join(_SOUNDS)}|c(?![ei])|g(?=[ei])")
_OTHERS = {"c": "k", "g": "j", "ch": "h"}
#: Letters that stand for one another: "w", "v", "u" and "o"; "y", "i" and "e"; "q" and "k".
_LETTERS = str.maketrans("wvoqye", "uuukii")
#: Sounds of skeletons that stand for one another where a name begins: Gaddafi, Kadhafi; Elchin, Jelchin; Abibi, Habibi.
_ONE_START = ("kgh", "jgi", "aiuh", "sz", "ub")
#: Voiced sounds and the voiceless ones for which they are heard or written: Jabarov, Japarov.
_VOICELESS = str.maketrans("bdgz", "ptks")
#: How alike names are that differ in nothing else.
MISHEARD = 0.9
_DOUBLED = re.compile(r"(.)\1+")
_FORM_OF_STATE = re.compile(r"^(?:republic|kingdom|sultanate|emirate|state) of (?:the )?(?=\w)")
_NOT_WORD = re.compile(r"[^a-z0-9 ]+")
#: Endings that make the adjective or the people of a place's name: Kestria, Kestrian.
DEMONYM_ENDINGS = ("ians", "ian", "eans", "ean", "ans", "an", "ese", "ish", "is", "i", "ite", "ites")
#: What may be left of the place's name where the ending begins.
_PLACE_RESTS = frozenset({"", "a", "ia", "e", "ea", "o", "y", "i", "n", "land", "os", "us", "as", "ey", "aa", "s"})
#: Letters that an adjective and its place must share from the front.
SHORTEST_STEM = 3


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """Return *name* in plain lower-case letters: accents, punctuation and possessives gone, hyphens as blanks."""
    plain = anyascii(re.sub(r"['’`ʼ]s?\b", "", name)).casefold()
    return " ".join(_NOT_WORD.sub(" ", plain.replace("'", "")).split())


def name_key(name: str) -> str:
    """Return what a name is looked up by: folded, "Republic of X" as X."""
    return _FORM_OF_STATE.sub("", fold(name)) or fold(name)


def spelled_one_way(name: str) -> str:
    """Return the name of a body in the spelling of the tables: "Organisation" as "Organization"."""
    return name.replace("isation", "ization")


@lru_cache(maxsize=65_536)
def skeleton(token: str) -> str:
    """Return a key that spellings of one name share: "zhomart", "jomart" and "dzhomart" have one."""
    return _DOUBLED.sub(r"\1", _DIGRAPH.sub(_sound, token).translate(_LETTERS))


def voiceless(key: str) -> str:
    """Return a skeleton without the difference of voiced and voiceless sounds: "jabaruu" and "japaruu" have one."""
    return key.translate(_VOICELESS)


def _sound(found: re.Match[str]) -> str:
    letters = found[0]
    if len(letters) == 1 or (letters == "ch" and found.string[found.end() : found.end() + 1] in {"r", "l"}):
        return _OTHERS[letters]
    return _SOUNDS[letters]


def start_alike(a: str, b: str) -> bool:
    """Say whether two folded words begin with a sound of spellings of one: Qasym, Gasim; not Barker, Parker."""
    x, y = skeleton(a)[:1], skeleton(b)[:1]
    return x == y or any(x in sounds and y in sounds for sounds in _ONE_START)


@lru_cache(maxsize=262_144)
def likeness(a: str, b: str) -> float:
    """Return how alike two folded tokens are, from 0.0 to 1.0. Short tokens must be equal."""
    if a == b:
        return 1.0
    if len(a) == 1 or len(b) == 1:
        return 0.85 if a[:1] == b[:1] else 0.0
    if min(len(a), len(b)) < 4:
        return 0.0
    x, y = skeleton(a), skeleton(b)
    if x == y:
        return 0.95
    if x[0] == y[0] and voiceless(x) == voiceless(y):
        return MISHEARD
    score = DamerauLevenshtein.normalized_similarity(x, y)
    return score if x[:1] == y[:1] else 0.9 * score


def initials(name: str) -> str:
    """Return the initials of the capitalised words of *name*, upper-case: "Collective Security ..." gives "CS..."."""
    return "".join(word[0] for word in re.findall(r"\b[A-ZÀ-Ž][\w’'-]*", name)).upper()


def belongs(adjective: str, place: str) -> bool:
    """Say whether an adjective can be made of the name of a place: "Kestrian", "Kestria"."""
    adjective, place = fold(adjective), fold(place)
    for ending in DEMONYM_ENDINGS:
        stem = adjective.removesuffix(ending)
        if (
            stem != adjective
            and len(stem) >= SHORTEST_STEM
            and place.startswith(stem)
            and place[len(stem) :] in _PLACE_RESTS
        ):
            return True
    return False
