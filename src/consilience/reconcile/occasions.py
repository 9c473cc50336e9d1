"""The talk in which something was said: a call, a meeting or a session of the speaker's, told just before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from consilience.lang.speech import BOTH_WHO_TALKED
from consilience.model import Annotations, EventMention, StatementMention
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
    teller: tuple[str, ...] = ()  # the office on whose word it is told
    known: bool = True  # whether the report names all who took part


def talks_of(notes: Annotations, register: Register, events: Events) -> tuple[Talk, ...]:
    """Return the talks that a report tells as held, in text order, those too of which it names one party only."""
    found = []
    for number, event in enumerate(notes.events):
        parties = register.all_of(notes.document.id, event.actors)
        made = events.by_mention.get((notes.document.id, number))
        held = event.type == "CONSULT" and event.status == "occurred"
        if held and made is not None:
            block = notes.parse.sentences[event.sentence].block
            known = len(parties) >= 2 or _are_bodies(parties, register)
            found.append(Talk(event.sentence, block, parties, made, _teller(event, parties, notes, register), known))
    return tuple(sorted(found))


def _teller(event: EventMention, parties: Sequence[str], notes: Annotations, register: Register) -> tuple[str, ...]:
    """Return the office that tells of a talk: "the two spoke on Monday, his office said". None of the parties is it."""
    for s in notes.statements:
        tellers = register.all_of(notes.document.id, s.speakers)
        told = s.form == "indirect" and s.start <= event.start < s.end
        if told and _are_bodies(tellers, register) and not set(tellers) & set(parties):
            return tellers
    return ()


def _are_bodies(parties: Sequence[str], register: Register) -> bool:
    """Say whether there are parties, and all are organisations."""
    return bool(parties) and all(register.kinds[p] == "organisation" for p in parties)


def relayed_by(mention: StatementMention, talk: Talk, notes: Annotations) -> tuple[str, ...]:
    """Return the office through which words spoken in a talk are known: the one that told of it in that paragraph."""
    same = notes.parse.sentences[mention.sentence].block == talk.block
    return talk.teller if same and mention.form != "direct" else ()


def both_of(mention: StatementMention, talks: Sequence[Talk], notes: Annotations) -> tuple[str, ...]:
    """Return the two who talked with each other just before, where "the sides" or "the two presidents" speak; else ().

    The talk is told in the same paragraph, or the report is of talks, and no other is told since, were it of parties
    that the report does not name. Of three parties nobody knows which two are meant.
    """
    chains = [notes.chains[c] for c in mention.speakers]
    if len(chains) != 1 or chains[0].named or chains[0].name.split()[-1] not in BOTH_WHO_TALKED:
        return ()
    known = [t for t in talks if t.known]
    before = [t for t in known if t.sentence <= mention.sentence <= t.sentence + NEAR]
    last = before[-1] if before else None
    if last is None or len(last.parties) != 2 or _another_since(last, mention, talks):
        return ()
    near = last.block == notes.parse.sentences[mention.sentence].block or known[0].sentence <= _opening(notes)
    return last.parties if near else ()


def _another_since(last: Talk, mention: StatementMention, talks: Sequence[Talk]) -> bool:
    """Say whether another talk, of parties not all known, is told between a talk and what is said."""
    since = range(last.sentence + 1, mention.sentence)
    return any(not t.known and t.sentence in since and t.event != last.event for t in talks)


def occasion_of(
    mention: StatementMention, speakers: Sequence[str], talks: Sequence[Talk], notes: Annotations
) -> Talk | None:
    """Return the talk in which a statement was made; None where the report does not show it.

    It is told in the same sentence or paragraph; or the report is of talks (its first sentences tell one) and the last
    talk before was the speaker's. A session is told in the same sentence or in the one before.
    """
    sessions = [t for t in talks if t.known and len(t.parties) == 1 and 0 <= mention.sentence - t.sentence <= 1]
    own = next((t for t in reversed(sessions) if t.parties == tuple(speakers)), None)
    if own is not None:
        return own
    whole = [t for t in talks if len(t.parties) > 1]
    before = [t for t in whole if t.sentence <= mention.sentence and mention.sentence - t.sentence <= NEAR]
    if not before or not speakers:
        return None
    last = before[-1]
    if not set(speakers) & set(last.parties) or _another_since(last, mention, talks):
        return None
    same_place = last.sentence == mention.sentence or last.block == notes.parse.sentences[mention.sentence].block
    of_talks = whole[0].sentence <= _opening(notes)
    return last if same_place or of_talks else None


def _opening(notes: Annotations) -> int:
    """Return the number of the second sentence of the running text."""
    body = [n for n, s in enumerate(notes.parse.sentences) if s.role == "body"]
    return body[1] if len(body) > 1 else 0
