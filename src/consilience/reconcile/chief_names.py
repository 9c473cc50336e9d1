"""The names that reports use, and whether two groups of reports are about different people, bodies or places.

Two arrests of one team's players share their words and most of their names. What tells them apart is who was arrested:
a name that nearly all reports of one group have and hardly any of the other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from consilience.lang.english_function_words import FUNCTION_WORDS
from consilience.lang.english_times import MONTHS, WEEKDAYS

#: A word is a name where so much of its use in the pile is in capitals.
IN_CAPITALS = 0.9
#: Shorter words are initials and particles.
LEAST_LETTERS = 3
#: A chief name of a group: so many of its reports have it. Foreign to a group: at most so many have it. Both chosen on
#: the ECB+ training excerpts, in the middle of what does as well (docs/evaluation.md).
CHIEF, FOREIGN = 0.8, 0.1
#: Groups of fewer reports have no chief names: what three reports happen to name says little.
LEAST_REPORTS = 4
#: Names that begin with so many letters alike may be one: "America" and "American", "Maravel" and "Maravelian".
STEM = 5

_TOKEN = re.compile(r"(?P<word>[^\W_](?:[\w'’.-]*\w)?)|(?P<end>[.!?\n])")
_POSSESSIVE = re.compile(r"['’]s$")
_NO_NAMES = FUNCTION_WORDS | MONTHS.keys() | WEEKDAYS.keys()


def words_of(text: str) -> Iterator[tuple[str, str, bool]]:
    """Yield the words of a text folded and as written, with whether each opens a sentence or line; "" ends a line."""
    opens = True
    for match in _TOKEN.finditer(text):
        word = match["word"]
        if word is None:
            opens = True
            if match["end"] == "\n":
                yield "", "", True
        else:
            yield _POSSESSIVE.sub("", word.casefold()), word, opens
            opens = False


def names_in(texts: Sequence[str]) -> list[dict[str, str]]:
    """Return the words of names in each text, folded, each as it is written first.

    A name is what the whole pile writes in capitals inside sentences, so that a headline or the first word of a
    sentence makes none of "Rescuers". Months and weekdays are none.
    """
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    found: list[dict[str, str]] = []
    for text in texts:
        met: dict[str, str] = {}
        for word, written, opens in words_of(text):
            if not word.isalpha() or len(word) < LEAST_LETTERS or word in _NO_NAMES:
                continue
            if written[0].isupper():
                met.setdefault(word, _POSSESSIVE.sub("", written))
                capital[word] += not opens
            else:
                small[word] += 1
        found.append(met)
    names = {w for w, n in capital.items() if n and n >= IN_CAPITALS * (n + small[w])}
    return [{w: written for w, written in met.items() if w in names} for met in found]


def are_about_others(a: Mapping[str, int], size_a: int, b: Mapping[str, int], size_b: int) -> bool:
    """Say whether each of two groups of reports has a chief name that is foreign to the other.

    *a* and *b* give how many reports of a group have a name, the sizes how many reports it has.
    """
    if min(size_a, size_b) < LEAST_REPORTS:
        return False
    return any(_own(a, size_a, b, size_b)) and any(_own(b, size_b, a, size_a))


def _own(mine: Mapping[str, int], size: int, theirs: Mapping[str, int], their_size: int) -> Iterator[str]:
    """Yield the chief names of a group that are foreign to another, and like none of it."""
    known = {name[:STEM] for name, count in theirs.items() if count > FOREIGN * their_size}
    for name, count in mine.items():
        if count >= CHIEF * size and theirs.get(name, 0) <= FOREIGN * their_size and name[:STEM] not in known:
            yield name


def telling_names(texts: Sequence[str], groups: Sequence[Sequence[int]], most: int) -> tuple[tuple[str, ...], ...]:
    """Return for each group of *texts*, by number, the names that tell it from the others: at most *most*, best first.

    Best is what many of its reports have and few elsewhere do.
    """
    names = names_in(texts)
    everywhere = Counter(name for met in names for name in met)
    found = []
    for group in groups:
        inside = Counter(name for n in group for name in names[n])
        written = Counter((name, form) for n in group for name, form in names[n].items())
        best = {n: f for (n, f), _ in sorted(written.items(), key=lambda item: (item[1], item[0]))}
        others = max(len(texts) - len(group), 1)
        apart = {n: c / len(group) - (everywhere[n] - c) / others for n, c in inside.items()}
        chosen = sorted((n for n, share in apart.items() if share >= 1 / 2), key=lambda n: (-apart[n], n))
        found.append(tuple(best[n] for n in chosen[:most]))
    return tuple(found)
