"""Headlines that say who speaks with a colon: "Minister: no plan to resign", "Ready to help: VP Oktay"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from consilience.annotate.statements.draft import Draft, trimmed
from consilience.annotate.tokens import Tokens
from consilience.annotate.who import Who

#: The side that names the speaker has at most this many words.
SHORT = 4


def find_headlines(tokens: Tokens, who: Who) -> Iterator[Draft]:
    """Yield the tellings of headlines with a colon, in text order."""
    numbered = ((n, s) for n, s in enumerate(tokens.parse.sentences) if s.role == "headline")
    for _, parts in groupby(numbered, key=lambda pair: pair[1].block):  # a parser may end a sentence at the colon
        (number, opening), *more = parts
        first, last = opening.first, (more[-1][1] if more else opening).last
        colons = [n for n in range(first + 1, last - 1) if tokens.words[n] == ":"]
        if len(colons) != 1:
            continue
        colon = colons[0]
        sides = ((first, colon), (colon + 1, last))
        for side, content in (sides, sides[::-1]):
            speaker = _only_party(who, *side)
            span = trimmed(tokens, *content)
            if speaker is not None and span and content[1] - content[0] > 2:
                yield Draft(*span, number, None, "headline", "say", (speaker,))
                break


def _only_party(who: Who, first: int, last: int) -> int | None:
    """Return the person or body that a short side of the headline names, and nothing beside it."""
    if last - first > SHORT:
        return None
    found = {who.at(n) for n in range(first, last)} - {None}
    chain = next(iter(found), None)
    if len(found) != 1 or chain is None or who.chains[chain].kind not in {"person", "organisation", "group"}:
        return None
    return chain if who.chains[chain].named else None
