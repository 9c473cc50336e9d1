"""From characters to tokens, by halving: a sentence may hold thousands of numbers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from consilience.annotate.tokens import Tokens


def token_over(tokens: Tokens, at: int, first: int, last: int) -> int:
    """Return the first of the tokens `[first, last)` that ends behind the character *at*, else *last*."""
    return bisect_right(tokens.ends, at, first, last)


def token_from(tokens: Tokens, at: int, first: int, last: int) -> int:
    """Return the first of the tokens `[first, last)` that starts at the character *at* or behind it, else *last*."""
    return bisect_left(tokens.starts, at, first, last)
