"""One side of a disagreement: what it says, where, on how many sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from consilience.model import Side, Span

FamiliesBehind = Callable[[Iterable[Span]], tuple[str, ...]]


def side_of(value: str, evidence: Iterable[Span], families_behind: FamiliesBehind) -> Side:
    """Return a side with each sentence once, in order."""
    spans = tuple(sorted(set(evidence)))
    return Side(value=value, evidence=spans, families=families_behind(spans))


def in_words(parts: Iterable[str], link: str = "and") -> str:
    """Return "a", "a and b", "a, b and c"."""
    *most, last = list(parts)
    return f"{', '.join(most)} {link} {last}" if most else last
