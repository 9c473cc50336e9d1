"""Which way a time points: the tense of the clause around it and the words that announce."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from consilience.annotate.times.words import Word
from consilience.lang import english_times as lang

#: How many words to either side are asked.
REACH = 14

Side = Literal["past", "future"]


def direction(words: Sequence[Word], first: int, last: int) -> Literal["past", "future", "none"]:
    """Return where the words `[first, last)` point, by the nearest verb: of what comes before, else of what follows."""
    before = _signal(words, range(first - 1, max(first - 1 - REACH, -1), -1))
    after = _signal(words, range(last, min(last + REACH, len(words))))
    if first == 0 or _opens_clause(words, first):
        return after or before or "none"
    if first and words[first - 1].lower in lang.FUTURE_PREPOSITIONS and before != "past":
        return "future"
    if first and words[first - 1].lower in lang.APPOINTING_PREPOSITIONS and _is_day(words, first, last):
        return "future"
    return before or after or "none"


def _is_day(words: Sequence[Word], first: int, last: int) -> bool:
    """Say whether the words name a day, and are nobody's: not "for Monday's attack"."""
    named = any(word.letter == "w" for word in words[first:last])
    return named and (last == len(words) or words[last].lower not in {"'s", "’s"})


def _opens_clause(words: Sequence[Word], first: int) -> bool:
    """Say whether the time stands at the head of its clause, perhaps behind a preposition."""
    before = first - 1 if words[first - 1].letter in "i>SFB" else first
    return before == 0 or words[before - 1].letter == ";"


def _signal(words: Sequence[Word], places: Iterable[int]) -> Side | None:
    for n in places:
        word = words[n]
        if word.letter == ";" and word.lower != '"':
            return None
        found = _verb_side(words, n)
        if found:
            return found
    return None


def _verb_side(words: Sequence[Word], n: int) -> Side | None:
    lower = words[n].lower
    previous = words[n - 1].lower if n else ""
    if previous == "been" and n > 1 and words[n - 2].lower == "had":  # "had been expected on Thursday"
        return "past"
    if lower in lang.FUTURE_SIGNALS and words[n].letter != "m":
        return "future"
    if lower in lang.PROGRAMME_VERBS:
        return None if _is_noun(words, n) else "future"
    if previous == "to" and words[n].letter == "." and not lower.endswith(("ing", "ed", "s")):
        return "future" if _is_announced(words, n) else None
    regular = lower.endswith("ed") and len(lower) > 3 and lower not in lang.NOT_PAST_IN_ED and not words[n].capital
    if regular or lower in lang.PAST_SIGNALS:
        return None if previous in lang.PASSIVE_AUXILIARIES else "past"
    return None


def _is_noun(words: Sequence[Word], n: int) -> bool:
    """Say whether an article stands before a word, perhaps with one word between: "a bright start", "its visits"."""
    return any(word.lower in lang.ARTICLES for word in words[max(0, n - 2) : n])


def _is_announced(words: Sequence[Word], n: int) -> bool:
    """Say whether "to meet" at *n* is still to come: "is to meet", "plans to meet", not "used to meet"."""
    before = words[n - 2].lower if n > 1 else ""
    return before in {"is", "are", "be", "was", "were"} or before in lang.FUTURE_SIGNALS
