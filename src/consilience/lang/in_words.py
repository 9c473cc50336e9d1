"""Numbers and bounds in English words, as records and pages print them."""

from __future__ import annotations

from types import MappingProxyType

from consilience.lang.english_names import role_nouns
from consilience.lang.english_quantities import VAGUE

#: What a report said where it gave no number, by the bounds that its word stands for: the first of several.
_WORDS = MappingProxyType({bounds: word for word, bounds in reversed(VAGUE.items())})

#: Words that count with "of": "dozens of rioters".
_OF = frozenset(word for word in VAGUE if word.endswith("s"))


def say_number(value: float) -> str:
    """Return "6,200", "2.4", "1.5 million" or "1,062,388": millions in words where that takes nothing from them."""
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size and value % (size / 1000) == 0:
            return f"{value / size:,.3f}".rstrip("0").rstrip(".") + f" {name}"
    return f"{value:,.3f}".rstrip("0").rstrip(".")


def say_bounds(low: float, high: float | None, *, approximate: bool = False) -> str:
    """Return both bounds in words: "38", "about 6,200", "at least 23", "up to 60", "30–40".

    Approximate bounds that stand for a word are said by the word, "dozens": no report printed the number.
    """
    if approximate and (low, high) in _WORDS:
        return _WORDS[low, high]
    if high is None:
        return f"at least {say_number(low)}"
    if low == high:
        return f"about {say_number(low)}" if approximate else say_number(low)
    if low == 0:
        return f"up to {say_number(high)}"
    return f"{say_number(low)}–{say_number(high)}"


def say_counted(value: str, noun: str, *, several: bool) -> str:
    """Return a value with what it counts: "2 crew members", "dozens of rioters"; *several* makes the noun plural."""
    of = " of" if value in _OF else ""
    return f"{value}{of} {plural_of(noun) if several else noun}"


def plural_of(noun: str) -> str:
    """Return a noun phrase whose last word is one person of a plural that English makes by rule, in the plural."""
    *before, last = noun.split(" ")
    return " ".join([*before, f"{last}s"]) if role_nouns().get(last) == "person" and not last.endswith("s") else noun
