"""The talk in which something was said: a call, a meeting or a session of the speaker's, told just before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from consilience.model import Annotations, StatementMention
from consilience.reconcile.entities import Register
from consilience.reconcile.events import Events

#: In a report of a talk what is told within this many sentences of it was said there.
NEAR = 12


class Talk(NamedTuple):
    """A call or meeting of two parties or more, or a body's own session: who took part, and where it is told."""

    sentence: int
    block: int
    parties: tuple[str, ...]
    event: str


def talks_of(notes: Annotations, register: Register, events: Events) -> tuple[Talk, ...]:
    """Return the talks that a report tells as held, in text order."""
    bodies = {e.id for e in register.entities if e.kind == "organisation"}
    found = []
    for number, event in enumerate(notes.events):
        parties = register.all_of(notes.document.id, event.actors)
        made = events.by_mention.get((notes.document.id, number))
        held = event.type == "CONSULT" and event.status == "occurred"
        if held and made is not None and (len(parties) >= 2 or bodies.issuperset(parties or [""])):
            found.append(Talk(event.sentence, notes.parse.sentences[event.sentence].block, parties, made))
    return tuple(sorted(found))


def occasion_of(
    mention: StatementMention, speakers: Sequence[str], talks: Sequence[Talk], notes: Annotations
) -> Talk | None:
    """Return the talk in which a statement was made; None where the report does not show it.

    It is told in the same sentence or paragraph; or the report is of talks (its first sentences tell one) and the last
    talk before was the speaker's. A session is told in the same sentence or in the one before.
    """
    sessions = [t for t in talks if len(t.parties) == 1 and 0 <= mention.sentence - t.sentence <= 1]
    own = next((t for t in reversed(sessions) if t.parties == tuple(speakers)), None)
    if own is not None:
        return own
    talks = [t for t in talks if len(t.parties) > 1]
    before = [t for t in talks if t.sentence <= mention.sentence and mention.sentence - t.sentence <= NEAR]
    if not before or not speakers:
        return None
    last = before[-1]
    if not set(speakers) & set(last.parties):
        return None
    same_place = last.sentence == mention.sentence or last.block == notes.parse.sentences[mention.sentence].block
    of_talks = talks[0].sentence <= _opening(notes)
    return last if same_place or of_talks else None


def _opening(notes: Annotations) -> int:
    """Return the number of the second sentence of the running text."""
    body = [n for n, s in enumerate(notes.parse.sentences) if s.role == "body"]
    return body[1] if len(body) > 1 else 0
