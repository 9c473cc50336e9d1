"""A text as a string of word classes, one letter a word, which the grammar of time is written over."""

from __future__ import annotations

import re
from typing import NamedTuple

from consilience.lang import english_times as lang

_TOKEN = re.compile(
    r"""(?P<D>\d{4}-\d{2}-\d{2}(?![\w-])|\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})(?![\w/]))  # 2022-01-07, 16.05.2024
    |(?P<c>\d{1,2}:\d{2}(?::\d{2})?(?!\d)|\d{1,2}\.\d{2}(?=\s?[ap]\.?m\b))                # 17:10, 5.42 pm
    |(?P<o>\d{1,2}(?:st|nd|rd|th)\b)
    |(?P<X>(?<!\w)(?:\d{3}0s|'?\d0s)\b)                                                  # 1960s, 70s
    |(?P<money>[$€£¥₹\#]\s?\d[\d,.]*)
    |(?P<Y>[12]\d{3}(?![\d,.%]*\d|\s?%))
    |(?P<n>\d+(?:[,.]\d+)*)
    |(?P<P>[ap]\.m\.?)
    |\[?(?P<name>[^\W\d_]+)\]?(?:\.(?=\s+\d))?                                          # words, "[Ten]", "Jan. 6"
    |(?P<tail>['’]s\b)
    |(?P<break>\n|[.;:!?](?=\s|$)|["“”])
    |(?P<C>,)|(?P<dash>[-–—‑]+)|(?P<open>\()|(?P<close>\))|(?P<other>[^\w\s])""",
    re.VERBOSE,
)
#: Tokens that are no words, by the group that finds them.
_PLAIN = {"tail": ".", "break": ";", "C": "C", "dash": "-", "open": "(", "close": ")", "other": ".", "money": "$"}


class Word(NamedTuple):
    """A word of the text: its class, the number it stands for if any, `[start, end)`, its letters in lower case."""

    letter: str
    value: int
    start: int
    end: int
    lower: str
    capital: bool


def _vocabulary() -> dict[str, tuple[str, int]]:
    """Return class and value of every word of the grammar."""
    known = {word: (letter, 0) for word, letter in lang.CLASSES.items()}
    known |= {word: ("m", number) for word, number in lang.MONTHS.items()}
    known |= {word: ("w", number) for word, number in lang.WEEKDAYS.items()}
    known |= {word: ("n", number) for word, number in lang.NUMBERS.items()}
    known |= {word: ("o", number) for word, number in lang.ORDINALS.items()}
    known |= {word: ("X", number) for word, number in lang.DECADES.items()}
    known |= {word: ("u", lang.UNIT_FACTORS.get(word, 1)) for word in lang.UNITS}
    known |= dict.fromkeys(lang.SEASONS, ("s", 0))
    known |= dict.fromkeys(lang.PARTS_OF_DAY, ("p", 0))
    known |= {word: ("T", shift) for word, (shift, _) in lang.NEAR_DAYS.items()}
    return known


_KNOWN = _vocabulary()
_MUST_BE_CAPITAL = frozenset("mw")

#: Something in a text without which no rule can match.
_TRIGGER = re.compile(
    r"\d|" + "|".join(sorted({w[:3] for w, (c, _) in _KNOWN.items() if c in "mwusTXpkqGVWA"})), re.IGNORECASE
)


def may_hold_times(text: str, start: int, end: int) -> bool:
    """Say whether `text[start:end]` has anything without which there is no time."""
    return _TRIGGER.search(text, start, end) is not None


def words_of(text: str, start: int, end: int) -> tuple[str, list[Word]]:
    """Return the classes of the words of `text[start:end]` as one string, and the words."""
    found = [_word(m) for m in _TOKEN.finditer(text, start, end)]
    return "".join([w.letter for w in found]), found


def _word(m: re.Match[str]) -> Word:
    kind = m.lastgroup or "other"
    start, end = m.span()
    if kind == "name":
        return _name(m, start, end)
    text = m.group()
    if kind in _PLAIN:
        return Word(_PLAIN[kind], 0, start, end, text, False)
    digits = "".join(c for c in text if c.isdigit())
    # A thousands separator or a decimal point: a quantity that may count units, and never a day.
    value = int(digits[:9]) if digits and kind in {"Y", "n", "o", "X"} and "." not in text and "," not in text else -1
    return Word(kind, value, start, end, text.casefold(), False)


def _name(m: re.Match[str], start: int, end: int) -> Word:
    text = m.group("name")
    lower = text.casefold()
    capital = text[0].isupper()
    letter, value = _KNOWN.get(lower, ("N" if capital else ".", 0))
    if letter in _MUST_BE_CAPITAL and not capital:
        letter = "."
    if letter in "mw" and m.end() > m.end("name") and len(lower) > 5:
        end = m.end("name")
    return Word(letter, value, start, end, lower, capital)
