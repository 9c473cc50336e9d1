"""Those who have just talked, taken up together: "They agreed", "the two sides welcomed" are the two who met."""

from __future__ import annotations

from collections.abc import Sequence

from consilience.annotate.events.parties import Parties
from consilience.annotate.events.triggers import Trigger
from consilience.annotate.tokens import Tokens
from consilience.annotate.who import Who
from consilience.lang.event_grammar import BOTH, PAIRS, PLURAL_ARTICLES, THOSE_TWO
from consilience.model import EventMention

#: "They" are the two of the sentence before; "the two ministers" of a report of their talk stand this many further on.
_FAR = 12
_TWO = 2


def with_pair(tokens: Tokens, who: Who, trigger: Trigger, parties: Parties, told: Sequence[EventMention]) -> Parties:
    """Return the parties of an event done by "they" or "the two ministers": the two who talked last, of all *told*."""
    subject = _subject(trigger)
    if trigger.word.type == "CONSULT":
        return _of_talk_told(tokens, subject, parties, told)
    talk = next((e for e in reversed(told) if _is_talk(e)), None)
    if talk is None or subject is None:
        return parties
    back = tokens.sentence_of[subject] - talk.sentence
    if not 0 <= back <= _reach(tokens, who, subject) or _are_others(tokens, who, subject, talk):
        return parties
    own = {*who.parties(subject), *talk.actors}
    actors = (*talk.actors, *(a for a in parties.actors if a not in own))
    return Parties(actors, tuple(r for r in parties.recipients if r not in talk.actors), parties.place)


def _of_talk_told(tokens: Tokens, subject: int | None, parties: Parties, told: Sequence[EventMention]) -> Parties:
    """Return the parties of a talk of "the two": the two of the talk in the sentence before, had they met or not."""
    if subject is None or parties.actors or tokens.lower[subject] not in BOTH | THOSE_TWO:
        return parties
    here = tokens.sentence_of[subject]
    before = [e for e in told if e.type == "CONSULT" and e.reciprocal and e.sentence == here - 1]
    return Parties(before[-1].actors, (), parties.place) if before and len(before[-1].actors) == _TWO else parties


def _is_talk(event: EventMention) -> bool:
    """Say whether two or three have met or called: of a conference nobody takes up "the two"."""
    return event.type == "CONSULT" and event.status == "occurred" and event.mode != "multilateral" and event.reciprocal


def _subject(trigger: Trigger) -> int | None:
    frame = trigger.frame
    return None if frame is None or frame.passive or trigger.verb != trigger.token else frame.subject


def _reach(tokens: Tokens, who: Who, subject: int) -> int:
    """Return how many sentences back the talk may stand that a subject takes up; -1 where it takes up none."""
    if tokens.lower[subject] in BOTH:
        return 1
    chain = who.at(subject)
    before = {tokens.lower[n] for n in tokens.all_children(subject, "det", "predet", "nummod", "poss")}
    owned = chain is not None and (who.chains[chain].named or who.chains[chain].of is not None)
    several = {tokens.lemmas[subject].casefold(), tokens.lower[subject].removesuffix("s")}  # "Ministers" as a name
    fits = bool(several & PAIRS) or tokens.lower[subject] == "two"
    return _FAR if fits and before & PLURAL_ARTICLES and not owned else -1


def _are_others(tokens: Tokens, who: Who, subject: int, talk: EventMention) -> bool:
    """Say whether "they" may be some others told of since the talk began."""
    if tokens.lower[subject] not in BOTH:
        return False
    between = range(tokens.sentence(talk.head).first, subject)
    met = (c for n in between if (c := who.at(n)) is not None and c not in talk.actors)
    return any(who.chains[c].plural for c in met)
