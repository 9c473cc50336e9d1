"""The languages that reports are read in."""

from __future__ import annotations

from typing import Final

#: Languages whose reports are read further than their text, by ISO 639-1.
READ: Final = frozenset({"en"})
#: A report whose language cannot be told: a word or two, a table of names. It is read as if it were in one of `READ`.
UNKNOWN: Final = "und"


def is_read(language: str) -> bool:
    """Say whether reports in *language* are read further than their text."""
    return language in READ or language == UNKNOWN
