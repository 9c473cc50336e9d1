"""A telling while it is found: tokens and characters of what was said, and by which words."""

from __future__ import annotations

from typing import NamedTuple

from consilience.annotate.tokens import Tokens
from consilience.model import Act, TellingForm

_EDGES = frozenset(" \n\t,;:.—–-")


class Draft(NamedTuple):
    """Content `[start, end)` in characters; *cue* the verb or noun that tells it; its parties as chains.

    *via* are those who quote the speaker: "KNA quoted him as saying ...".
    """

    start: int
    end: int
    sentence: int
    cue: int | None
    form: TellingForm
    act: Act
    speakers: tuple[int, ...]
    addressees: tuple[int, ...] = ()
    via: tuple[int, ...] = ()


def trimmed(tokens: Tokens, first: int, last: int) -> tuple[int, int] | None:
    """Return the characters of the tokens `[first, last)` without stops, commas and blanks at the edges."""
    if last <= first:
        return None
    source, start, end = tokens.source, tokens.starts[first], tokens.ends[last - 1]
    while start < end and source[start] in _EDGES:
        start += 1
    while end > start and source[end - 1] in _EDGES:
        end -= 1
    return (start, _with_closing_mark(source, start, end)) if end > start else None


def _with_closing_mark(source: str, start: int, end: int) -> int:
    """Return where a content ends whose closing mark the parser hung elsewhere: called him “a man of his word”."""
    after = end + (source[end : end + 1] in {",", "."} and end + 1 < len(source))
    mark = source[after : after + 1]
    opened = source.count("“", start, end) > source.count("”", start, end) if mark == "”" else False
    odd = mark == '"' and source.count('"', start, end) % 2 == 1
    return after + 1 if opened or odd else end
