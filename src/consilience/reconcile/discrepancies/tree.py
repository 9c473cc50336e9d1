"""The parse of a report as a tree: the tokens above and below a token, its verb, its subject."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from consilience.model import Annotations

#: A verb and its subject, or the verb that it is joined to, stand at most so many words apart.
REACH = 30
SUBJECTS = ("nsubj", "nsubjpass")
_NOUNS = frozenset({"NOUN", "PROPN"})


def token_at(n: Annotations, at: int) -> int:
    """Return the token in which, or the last before which, the character *at* stands."""
    return max(bisect_right(n.parse.starts, at) - 1, 0)


def above(n: Annotations, token: int) -> Iterator[int]:
    """Yield a token and those above it, up to the root."""
    seen: set[int] = set()
    while token not in seen:
        seen.add(token)
        yield token
        token = n.parse.heads[token]


def children(n: Annotations, token: int, *relations: str) -> list[int]:
    """Return the tokens near *token* that depend on it by one of *relations*, in text order."""
    p = n.parse
    near = range(max(0, token - REACH), min(token + REACH, len(p.heads)))
    return [k for k in near if p.heads[k] == token and k != token and p.relations[k] in relations]


def below(n: Annotations, token: int, first: int, last: int) -> list[int]:
    """Return *token* and all below it among the tokens `[first, last)`, in text order."""
    return [k for k in range(first, last) if token in above(n, k)]


def verb_above(n: Annotations, token: int) -> int | None:
    """Return the first verb from *token* up."""
    return next((t for t in above(n, token) if n.parse.parts[t] in {"VERB", "AUX"}), None)


def subject_of(n: Annotations, verb: int) -> int | None:
    """Return the head noun of a verb's subject, or of the verb it is joined to."""
    p = n.parse
    for t in above(n, verb):
        near = range(max(0, t - REACH), t)
        found = next((k for k in near if p.heads[k] == t and p.relations[k] in SUBJECTS and p.parts[k] in _NOUNS), None)
        if found is not None or p.relations[t] not in {"conj", "xcomp"}:
            return found
    return None


def chain_at(n: Annotations, token: int) -> int | None:
    """Return the chain that a token stands for: that of the mention around it, or of the name put beside it."""
    for t in (token, *children(n, token, "appos")):  # "the engineer Milan Orsag"
        start = n.parse.starts[t]
        around = [m for m in n.mentions if m.start <= start < m.end]
        if around:
            return next((m.chain for m in around if m.head == t), around[0].chain)
    return None
