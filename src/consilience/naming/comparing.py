"""Whether two names can be one, whatever they name: features of the pair, weighed by a fitted logistic model.

The names are folded to Latin letters, cut into words and paired word by word, each with its best counterpart in any
order; words that pair with none on both sides speak against. Weights are data (`lang/data/name_weights.tsv`), fitted by
`tools/fit_names.py` on labelled pairs; the score is between 0 and 1. Figures against peers: docs/evaluation.md.

Source: token alignment and consonant keys after the measurements of docs/evaluation.md; surname order and the optional
second surname after logic-v2 of nomenklatura.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA, JaroWinkler, Levenshtein

from consilience.lang import english_names as en
from consilience.lang.states import states
from consilience.lang.tables import table
from consilience.naming.spelling import fold, skeleton

#: Names that score at least this are more likely one than not, at the threshold of best F1 on the labelled pairs.
SAME = 0.5
#: Words pair when they are at least this alike.
PAIRED = 0.72
#: Reasons told of a score.
REASONS = 5
#: The weight of a word that many names share, beside 1.0 for any other.
COMMON_WEIGHT, TITLE_WEIGHT = 0.4, 0.1
#: Scripts that write no short vowels: Hebrew, Arabic and its extensions.
_CONSONANTAL = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_NO_VOWELS = str.maketrans("", "", "aeiouy")
_NOT_LATIN = re.compile(r"[^\u0000-\u024f\u1e00-\u1eff\u02b0-\u036f\u2000-\u206f]")
_GLUED = re.compile(r"^(?:al|el|ul)(?=[a-z]{4})")


class Comparison(NamedTuple):
    """How surely two names are one, from 0.0 to 1.0, and what spoke for (+) and against (-) it, the strongest first."""

    score: float
    reasons: tuple[str, ...]


class _Prepared(NamedTuple):
    """A name made ready: words with skeletons and weights, all letters joined, and what its script leaves out."""

    words: tuple[str, ...]
    sounds: tuple[str, ...]
    bones: tuple[str, ...]
    weights: tuple[float, ...]
    joined: str
    sound: str
    bone: str
    acronym: str
    initials: tuple[str, ...]
    consonantal: bool
    latin: bool


def compare(a: str, b: str) -> Comparison:
    """Return how surely *a* and *b* are names of one thing.

    States are a closed list, and alike names of two are common (Niger, Nigeria): where both names are in it, the table
    decides. All else is judged by the names alone.
    """
    known = _both_states(a, b)
    if known is not None:
        return Comparison(known, ("+ one state" if known else "- two states",))
    weights = _weights()
    parts = {name: weights[name] * value for name, value in features(a, b).items() if value}
    told = sorted(parts, key=lambda name: (-abs(parts[name]), name))
    reasons = tuple(f"{'+' if parts[n] > 0 else '-'} {n.replace('_', ' ')}" for n in told[:REASONS])
    return Comparison(score_strings(a, b), reasons)


def score(a: str, b: str) -> float:
    """Return the score of `compare`, without its reasons."""
    known = _both_states(a, b)
    return score_strings(a, b) if known is None else known


def score_strings(a: str, b: str) -> float:
    """Return the score of two names judged by the names alone, without the closed list of states."""
    weights, found = _weights(), features(a, b)
    return _logistic(weights["bias"] + sum(weights[n] * value for n, value in found.items())) if found else 0.0


def _logistic(z: float) -> float:
    return 1 / (1 + math.exp(-z))


def features(a: str, b: str) -> dict[str, float]:
    """Return the features of a pair of names, each about 0.0 to 1.0; symmetric. None for a name without letters."""
    x, y = _prepared(a), _prepared(b)
    if (len(x.words), x.joined) > (len(y.words), y.joined):
        x, y = y, x
    consonantal = x.consonantal or y.consonantal
    if not x.words or not y.words:
        return {}
    pairs = _paired(x, y, consonantal=consonantal)
    theirs = sum(y.weights)
    used_x = {i for i, _, _ in pairs}
    used_y = {j for _, j, _ in pairs}
    left = [(x.words[i], x.weights[i]) for i in range(len(x.words)) if i not in used_x]
    right = [(y.words[j], y.weights[j]) for j in range(len(y.words)) if j not in used_y]
    left, right = _rejoined(left, right)
    lost, more = sum(w for _, w in left), sum(w for _, w in right)
    inexact = [1 - s for i, j, s in pairs if s < 0.99]
    whole = JaroWinkler.similarity(x.sound, y.sound)
    bones = Levenshtein.normalized_similarity(x.bone, y.bone)
    single = len(x.words) == 1
    both_single = single and len(y.words) == 1
    ends = {(i == len(x.words) - 1, j == len(y.words) - 1) for i, j, _ in pairs}
    both = bool(left and right)
    return {
        "longer_covered": 1 - more / theirs,
        "longer_left": min(more, 3.0),
        "left_on_both": min(lost, more, 2.0),
        "worst_pair": max(inexact, default=0.0),
        "several_inexact": max(len(inexact) - 1, 0) / 2,
        "last_with_last": float((True, True) in ends),
        "first_with_first": float(any(i == 0 and j == 0 for i, j, _ in pairs)),
        "sound": whole,
        "sound_equal": float(x.sound == y.sound),
        "consonants": bones,
        "both_single": float(both_single),
        "cross_sound": whole * (x.latin != y.latin),
        "cross_consonants": bones * (x.latin != y.latin),
        "consonantal_bones": bones * consonantal,
        "no_pair": float(not pairs),
        "full_left_on_both": float(lost >= 0.9 and more >= 0.9),
        "all_paired": float(lost == 0.0 and more == 0.0),
        "first_lost": float(both and not single and left[0][0] == x.words[0]),
        "last_lost": float(both and not single and left[-1][0] == x.words[-1]),
        "common_words_only": float(bool(pairs) and all(x.weights[i] < 0.9 for i, _, _ in pairs)),
        "same_start": float(x.sound[:1] == y.sound[:1]),
        "acronym": float(_is_acronym(x, y)),
        "one_letter_of_many": float(min(len(x.joined), len(y.joined)) > 6 and _distance(x.joined, y.joined) == 1),
        "given_left": float(_has_given(left) or _has_given(right)),
        "surname_inexact": next((1 - s for i, j, s in pairs if i == len(x.words) - 1 and j == len(y.words) - 1), 0.0),
        "surname_sound_inexact": _surname_gap(x, y),
        "inexact_of_several": sum(inexact) * (len(pairs) > 1),
    }


def _surname_gap(x: _Prepared, y: _Prepared) -> float:
    return 1 - Levenshtein.normalized_similarity(x.sounds[-1], y.sounds[-1])


def _distance(a: str, b: str) -> int:
    return OSA.distance(a, b, score_cutoff=1)


def _has_given(words: list[tuple[str, float]]) -> bool:
    given = en.given_names()
    return any(w in given for w, _ in words)


def _is_acronym(x: _Prepared, y: _Prepared) -> bool:
    return bool(x.acronym and x.acronym in y.initials) or bool(y.acronym and y.acronym in x.initials)


@cache
def _states() -> Mapping[str, str]:
    """Return folded name -> code of every state's names; a name that two states bear is left out."""
    found: dict[str, set[str]] = {}
    for state in states():
        for name in state.names:
            found.setdefault(fold(name), set()).add(state.iso3)
    return {name: min(codes) for name, codes in found.items() if len(codes) == 1}


def _both_states(a: str, b: str) -> float | None:
    """Return 1.0 for two names of one state, 0.0 for names of two; None unless both are in the closed list."""
    known = _states()
    x = known.get(fold(a).removeprefix("the "))
    if x is None:
        return None
    y = known.get(fold(b).removeprefix("the "))
    return None if y is None else float(x == y)


@cache
def _weights() -> Mapping[str, float]:
    return {row["feature"]: float(row["weight"]) for row in table("name_weights")}


@lru_cache(maxsize=65_536)
def _prepared(name: str) -> _Prepared:
    plain = fold(name)
    words = [w for w in plain.split() if w not in en.PARTICLES and w not in en.NAME_FILLERS] or plain.split()
    words = [_GLUED.sub("", w) for w in words]
    sounds = tuple(skeleton(" ".join(words)).split(" "))
    bones = tuple(s.translate(_NO_VOWELS) or s for s in sounds)
    letters = name.replace(".", "").replace("-", "")
    acronym = letters.casefold() if letters.isalpha() and letters.isupper() and 2 <= len(letters) <= 8 else ""
    parts = plain.split()
    return _Prepared(
        words=tuple(words),
        sounds=sounds,
        bones=bones,
        weights=tuple(_weight(w) for w in words),
        joined="".join(words),
        sound="".join(sounds),
        bone="".join(bones),
        acronym=acronym,
        initials=("".join(w[0] for w in words), "".join(w[0] for w in parts)) if len(parts) > 1 else (),
        consonantal=bool(_CONSONANTAL.search(name)),
        latin=not _NOT_LATIN.search(name),
    )


def _weight(word: str) -> float:
    if word in en.HONORIFICS or word in en.SHORT_TITLES or word in en.NAME_COMPANIONS:
        return TITLE_WEIGHT
    if word in en.BODY_HEADS or word in en.PLACE_HEADS or word in en.role_nouns() or len(word) == 1:
        return COMMON_WEIGHT
    return 1.0


def _paired(x: _Prepared, y: _Prepared, *, consonantal: bool) -> list[tuple[int, int, float]]:
    """Return the words paired, (position, position, likeness), best pairs first; each word once."""
    scored = []
    for i, a in enumerate(x.words):
        for j, b in enumerate(y.words):
            s = 1.0 if a == b else _alike(a, b, x.sounds[i], y.sounds[j])
            if consonantal and s < 0.97 and len(x.bones[i]) > 1:
                s = max(s, 0.97 * Levenshtein.normalized_similarity(x.bones[i], y.bones[j]))
            if s >= PAIRED:
                scored.append((-s, abs(i - j), i, j))
    scored.sort()
    pairs: list[tuple[int, int, float]] = []
    seen_x, seen_y = set(), set()
    for s, _, i, j in scored:
        if i not in seen_x and j not in seen_y:
            seen_x.add(i)
            seen_y.add(j)
            pairs.append((i, j, -s))
    return pairs


def _alike(a: str, b: str, x: str, y: str) -> float:
    """Return how alike two words are by letters and by sound; an initial is like what begins with it."""
    if len(a) == 1 or len(b) == 1:
        return 0.85 if a[0] == b[0] else 0.0
    if x == y:
        return 0.97
    if min(len(a), len(b)) < 3:
        return 0.0
    sound = OSA.normalized_similarity(x, y)
    letters = OSA.normalized_similarity(a, b)
    s = max(sound, letters, (sound + JaroWinkler.similarity(a, b)) / 2)
    return s if x[0] == y[0] else 0.9 * s


def _rejoined(
    left: list[tuple[str, float]], right: list[tuple[str, float]]
) -> tuple[list[tuple[str, float]], list[tuple[str, float]]]:
    """Return what is left when words written apart on one side and together on the other are paired too."""
    if not left or not right:
        return left, right
    a, b = "".join(w for w, _ in left), "".join(w for w, _ in right)
    if len(left) != len(right) and Levenshtein.normalized_similarity(skeleton(a), skeleton(b)) >= 0.85:
        return [], []
    return left, right
