"""Words between which two translators of one sentence may choose: "clemency" and "mercy", "restraint" and "moderation"."""

from __future__ import annotations

from functools import cache

from consilience.lang.tables import several, table


@cache
def synonym_sets() -> tuple[tuple[str, ...], ...]:
    """Return the sets of words that name one thing, in table order; a word of several senses is in several."""
    return tuple(several(row["words"]) for row in table("synonyms"))
