"""The language of a report, by the share of its words that are a language's commonest."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

#: Languages whose reports are read further than their text.
SUPPORTED = frozenset({"en"})
#: How many words are looked at.
LOOKED_AT = 400
#: A text in a language has about a third of its words in the list of its commonest; another language far fewer.
LEAST_SHARE = 0.12


def detect_language(text: str) -> str:
    """Return the ISO 639-1 code of the language of *text*, "und" if none can be made out.

    A text too short to tell (fewer than 5 words) counts as English.
    """
    words = re.findall(r"[^\W\d_]+", text.casefold())[:LOOKED_AT]
    if len(words) < 5:
        return "en" if text.isascii() else "und"
    shares = {code: sum(w in common for w in words) / len(words) for code, common in _common_words().items()}
    best = max(sorted(shares), key=lambda code: shares[code])
    if shares[best] >= LEAST_SHARE:
        return best
    return _by_script(text)


def _by_script(text: str) -> str:
    """Return the language of a script that only one of the larger languages is written in; else "und"."""
    letters = [c for c in text[:4000] if c.isalpha()]
    for code, first, last in _SCRIPTS:
        if sum(first <= c <= last for c in letters) > len(letters) / 4:
            return code
    return "und"


#: Blocks of Unicode and the language most often written in them.
_SCRIPTS = (
    ("ja", "\u3040", "\u30ff"),
    ("zh", "\u4e00", "\u9fff"),
    ("ko", "\uac00", "\ud7af"),
    ("el", "\u0370", "\u03ff"),
    ("he", "\u0590", "\u05ff"),
    ("ar", "\u0600", "\u06ff"),
    ("th", "\u0e00", "\u0e7f"),
    ("ka", "\u10a0", "\u10ff"),
    ("hy", "\u0530", "\u058f"),
    ("hi", "\u0900", "\u097f"),
    ("ru", "\u0400", "\u04ff"),
)


@cache
def _common_words() -> Mapping[str, frozenset[str]]:
    listed = tomllib.loads((files("consilience.lang") / "data" / "common_words.toml").read_text(encoding="utf-8"))
    return {code: frozenset(words.split()) for code, words in listed.items()}
