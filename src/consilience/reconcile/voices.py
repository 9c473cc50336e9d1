"""On whose word a cell is told, where that word is given out once for all: outlets that carry it are one source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from consilience.model import Kind, Span
from consilience.reconcile.entities import Register

#: Bodies speak to all at once. A person may be asked by each outlet, which then is a witness of its own.
_BODIES: frozenset[Kind] = frozenset({"organisation", "state", "group"})


def voices_of(told: Iterable[tuple[Span, str | None]], register: Register) -> Mapping[Span, str]:
    """Return the body on whose word each sentence tells, for the pairs of sentence and entity that have one.

    A sentence that tells on two words, or once on nobody's, has no entry: its outlet may know more than either.
    """
    by_sentence: dict[Span, set[str | None]] = {}
    for sentence, entity in told:
        speaks_to_all = entity is not None and register.kinds[entity] in _BODIES
        by_sentence.setdefault(sentence, set()).add(entity if speaks_to_all else None)
    found: dict[Span, str] = {}
    for sentence, entities in by_sentence.items():
        (first, *more) = sorted(entities, key=lambda e: (e is not None, e or ""))
        if first is not None and not more:
            found[sentence] = first
    return found
