"""What an office is called, so that "Foreign Minister" and "Minister of Foreign Affairs" are one."""

from __future__ import annotations

from functools import lru_cache

from consilience.lang import english_names as en
from consilience.naming import fold

#: Keys of the offices of heads of state and government, and that of kings and queens.
MONARCH = "monarch"
LEADING = frozenset({"president", "minister prime", "chancellor", "chancellor federal", "leader supreme", MONARCH})


@lru_cache(maxsize=16_384)
def office_key(title: str) -> str:
    """Return the words that tell an office from others, in one spelling and order.

    "Minister of Foreign Affairs", "Foreign Minister" and "minister for external affairs" give one key; what is said of
    the holder ("acting", "former") is left out.
    """
    words = fold(en.SHORT_TITLES.get(title.casefold(), title)).split()
    kept = {en.OFFICE_WORDS.get(w, w) for w in words if w not in en.JOINERS and w not in en.OFFICE_FILLERS}
    return " ".join(sorted({w for part in kept for w in part.split()})) or fold(title)
