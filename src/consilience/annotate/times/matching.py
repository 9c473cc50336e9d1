"""What the rules of the grammar work with: the words they matched, and what is read off single words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, Literal, NamedTuple, cast

from consilience.annotate.times.direction import direction
from consilience.annotate.times.words import Word
from consilience.lang import english_times as lang
from consilience.model import TimeExpression
from consilience.model.annotation import Unit

Side = Literal["past", "future", "none"]


class Found(NamedTuple):
    """A time expression on the words `[first, last)`; *parts* are the ends of a range or a day and its clock."""

    first: int
    last: int
    expression: TimeExpression
    parts: tuple[Found, ...] = ()


class Match(NamedTuple):
    """Words that a rule matched, and all words of the text, for the look around."""

    words: Sequence[Word]
    first: int
    last: int

    @property
    def inside(self) -> Sequence[Word]:
        return self.words[self.first : self.last]

    def one(self, letters: str) -> Word | None:
        """Return the first word inside of one of these classes."""
        return next((w for w in self.inside if w.letter in letters), None)

    def before(self) -> str:
        return self.words[self.first - 1].lower if self.first else ""

    def after(self) -> Word | None:
        return self.words[self.last] if self.last < len(self.words) else None

    def side(self) -> Literal["past", "future", "none"]:
        return direction(self.words, self.first, self.last)


#: What a rule makes of its words; None where they are no time after all.
Builder = Callable[[Match], TimeExpression | None]


def unit_of(word: Word) -> Unit:
    if word.letter in "kq":
        return "weekend" if word.letter == "k" else "quarter"
    return cast("Unit", lang.UNITS[word.lower])


def part_of(m: Match) -> dict[str, Any]:
    """Return the narrowing that "early", "mid", "late" and "the end of" make."""
    word = m.one("rRQH")
    if word is None or word.lower not in lang.PARTS:
        return {}
    return {"part": lang.PARTS[word.lower], "approximate": word.letter != "H"}


def clock_of(m: Match) -> dict[str, Any]:
    """Return the clock time or part of the day inside."""
    part = m.one("p")
    if part is not None:
        return {"clock": lang.PARTS_OF_DAY[part.lower]}
    at = next((n for n in range(m.first, m.last) if m.words[n].letter == "c"), None)
    if at is None:
        at = next((n for n in range(m.first, m.last - 1) if m.words[n + 1].letter in "PZ"), None)
    if at is None:
        return {}
    clock = _clock(m.words[at], m.words[at + 1] if at + 1 < m.last else None)
    return {"clock": clock} if clock else {}


def _clock(word: Word, half: Word | None) -> str | None:
    """Return "17:42" for 5:42 p.m., 1742 and 17:42."""
    digits = re.split(r"[:.]", word.lower)
    if word.letter == "Y" or (len(digits) == 1 and len(word.lower) == 4):
        digits = [word.lower[:2], word.lower[2:]]
    if not all(d.isdigit() for d in digits):
        return None
    hour, minute = int(digits[0]), int(digits[1]) if len(digits) > 1 else 0
    if half is not None and half.letter == "P" and hour <= 12:
        hour = hour % 12 + (12 if half.lower.startswith("p") else 0)
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None


def near_shift(m: Match) -> int:
    word = next((w for w in reversed(m.inside) if w.letter in "ltxvf"), None)
    return {"l": -1, "v": -1, "x": 1, "f": 1}.get(word.letter if word else "t", 0)


def amount(m: Match) -> tuple[float, bool]:
    """Return the number inside, and whether it is vague: "a few" and its like are taken for three."""
    vague = m.one("g")
    if vague is not None:
        return (2, True) if vague.lower == "couple" else (3, True)
    number = next((w for w in m.inside if w.letter in "nY"), None)
    half = 0.5 if m.one("h") else 0.0
    return (number.value if number else 1) + half, False


def is_capitalised(m: Match, place: int) -> bool:
    """Say whether the word there is a capitalised one inside a sentence: part of a name."""
    return place > 0 and m.words[place].capital and m.words[place - 1].letter != ";"
