"""Whom an act of speech is about: the accused, the one supported or threatened."""

from __future__ import annotations

from collections.abc import Iterator

from consilience.annotate.statements.draft import Draft
from consilience.annotate.tokens import Tokens
from consilience.annotate.who import Who
from consilience.lang.speech import ABOUT, AIMED


def target_of(d: Draft, tokens: Tokens, who: Who) -> int | None:
    """Return the chain of whom a telling is about, by an argument of its cue; None where none, or several, are named.

    "Accused Norway of delay", "reiterated its support for Norway". Speakers and addressees are no targets.
    """
    if d.cue is None or d.act not in AIMED:
        return None
    for n in _arguments(tokens, d.cue):
        found = who.parties(n)
        if found:
            (first, *more) = found
            own = first in {*d.speakers, *d.addressees} or who.chains[first].kind == "place"
            return None if more or own else first
    return None


def _arguments(tokens: Tokens, cue: int) -> Iterator[int]:
    """Yield the objects of a cue, then what stands behind "for", "against" and the like below it."""
    objects = tokens.all_children(cue, "dobj")
    yield from objects
    for governor in (cue, *objects):
        for preposition in tokens.all_children(governor, "prep"):
            if tokens.lower[preposition] in ABOUT:
                yield from tokens.all_children(preposition, "pobj")
