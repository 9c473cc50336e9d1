"""Events of single reports seen through the entities: what lets two reports be about the same thing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from consilience.model import Annotations, EventMention, Span
from consilience.reconcile.entities import Register


class Clue(NamedTuple):
    """An event mention with its parties as entities: the number of its report and of the mention, its sentence."""

    document: int
    number: int
    event: EventMention
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    said_by: str | None
    sentence: Span

    @property
    def parties(self) -> frozenset[str]:
        """All who took part."""
        return frozenset(self.actors + self.recipients)


def clues_of(notes: Sequence[Annotations], register: Register) -> tuple[Clue, ...]:
    """Return the event mentions of all reports, in the order of the reports and of their texts."""
    found = []
    for d, n in enumerate(notes):
        document = n.document.id
        for number, event in enumerate(n.events):
            s = n.parse.sentences[event.sentence]
            found.append(
                Clue(
                    d,
                    number,
                    event,
                    register.all_of(document, event.actors),
                    register.all_of(document, event.recipients),
                    register.of(document, event.place),
                    register.of(document, event.said_by),
                    n.document.span(s.start, s.end),
                )
            )
    return tuple(found)


def tell_the_same(a: Clue, b: Clue) -> bool:
    """Say whether two mentions may be of one event, leaving time aside: the same deed, and parties in common."""
    if a.event.lemma != b.event.lemma and (
        a.event.type is None or (a.event.type, a.event.mode) != (b.event.type, b.event.mode)
    ):
        return False
    shared = a.parties & b.parties
    if a.event.type == "CONSULT" or b.event.type == "CONSULT":
        return len(shared) >= 2 or (bool(shared) and min(len(a.parties), len(b.parties)) == 1)
    if shared:
        return True
    if a.event.lemma != b.event.lemma or (a.parties and b.parties):
        return False
    return a.place == b.place or a.place is None or b.place is None
