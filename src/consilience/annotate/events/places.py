"""Where it happened: the place that the clause of an event gives, not a dateline, not where its matter lies."""

from __future__ import annotations

from collections.abc import Sequence

from consilience.annotate.events.triggers import Trigger
from consilience.annotate.tokens import Tokens
from consilience.annotate.who import Who
from consilience.lang.event_grammar import (
    DIPLOMATIC,
    GOAL_PREPOSITIONS,
    MOVING,
    OF_A_COUNTRY,
    OPINIONS,
    PLACE_PREPOSITIONS,
    PRONOUNS,
    SPEECH_DEEDS,
)

#: Deeds done from afar: to say where those are who did it is not to say where it was.
_FROM_AFAR = SPEECH_DEEDS - {"ACCUSE"} | {"SUPPORT", "CONSULT", "SANCTION"}
#: A noun and what stands before it have fewer words than this.
_LONGEST_NOUN = 7
#: The verb of which an event noun is the subject has its place within so many words.
_NEAR = 5


def place_of(tokens: Tokens, who: Who, trigger: Trigger) -> int | None:
    """Return the place or state that the clause says it happened in."""
    moving = trigger.word.lemma in MOVING
    allowed = PLACE_PREPOSITIONS | GOAL_PREPOSITIONS if moving else PLACE_PREPOSITIONS
    above = tokens.heads[trigger.token] if tokens.relations[trigger.token] == "nsubj" else None
    heads = [trigger.token, trigger.verb, above]
    goal = trigger.frame.object if trigger.frame is not None else None
    opinion = trigger.word.type in OPINIONS and trigger.word.lemma not in DIPLOMATIC
    if goal is not None and not opinion:  # "welcomed the calm in Norway" from elsewhere
        heads.append(goal)
    if (
        trigger.verb is not None
    ):  # "opened fire on the crowd, killing seven in Karu", "was kept from entering the hall in Karu"
        heads += _unfinished(tokens, trigger.verb)
    if trigger.frame is not None and trigger.word.type in {"ASSAULT", "PROTEST", "COERCE"}:
        heads += trigger.frame.behind("against", "with")  # "clashed with police in Karu"
    doers = trigger.frame.doers if trigger.frame is not None else ()
    for head in dict.fromkeys(h for h in heads if h is not None):
        for preposition in tokens.all_children(head, "prep"):
            far = head == above and preposition - head > _NEAR  # "the talks began with a minute for the dead in Karu"
            if tokens.lower[preposition] in allowed and not far:
                goals = tokens.all_children(preposition, "pobj")
                states = tokens.lower[preposition] not in {"for", "on"}  # "sanctions on Norway"
                found = _named_place(tokens, who, goals, allow_state=states)
                if found is not None and found not in doers:  # "in Danish shelling"
                    return found
    struck = tokens.all_children(above, "dobj") if above is not None and trigger.verb is None else ()
    hit = _named_place(tokens, who, struck, allow_state=True)
    if hit is not None and who.chains[hit].kind == "state":  # "an earthquake struck Norway"; a hangar is in a town
        return hit
    named = _beside_noun(tokens, who, trigger)
    return _of_those_there(tokens, who, trigger) if named is None else named


def _beside_noun(tokens: Tokens, who: Who, trigger: Trigger) -> int | None:
    """Return the place a noun itself names: "the Karu explosion", "left Karu prison", "Norway's election"."""
    nouns = [trigger.token]
    if trigger.word.lemma in MOVING and trigger.frame is not None and trigger.frame.object is not None:
        nouns.append(trigger.frame.object)
    for part in (p for n in nouns for p in tokens.all_children(n, "compound")):
        chain = who.at(part)
        if chain is not None and who.chains[chain].kind == "place":
            return chain
    if trigger.word.lemma in OF_A_COUNTRY:
        owners = (who.at(p) for p in tokens.all_children(trigger.token, "poss", "amod"))
        return next((c for c in owners if c is not None and who.chains[c].kind in {"place", "state"}), None)
    return None


def _of_those_there(tokens: Tokens, who: Who, trigger: Trigger) -> int | None:
    """Return where those are who did it, where the clause says it of a common noun: "police in Karu arrested"."""
    subject = trigger.frame.subject if trigger.frame is not None and trigger.token == trigger.verb else None
    if subject is None or tokens.tags[subject] not in {"NN", "NNS"} or trigger.word.type in _FROM_AFAR:
        return None
    there = [p for p in tokens.all_children(subject, "prep") if tokens.lower[p] in {"in", "at"}]
    return _named_place(tokens, who, [g for p in there for g in tokens.all_children(p, "pobj")], allow_state=True)


def _unfinished(tokens: Tokens, verb: int) -> list[int]:
    """Return the participles below a verb that have no subject of their own, with their objects."""
    clauses = [*tokens.all_children(verb, "advcl")]
    clauses += [c for p in tokens.all_children(verb, "prep") for c in tokens.all_children(p, "pcomp")]
    own = [c for c in clauses if tokens.tags[c] == "VBG" and tokens.child(c, "nsubj", "nsubjpass", "mark") is None]
    return [n for c in own for n in (c, *(tokens.all_children(c, "dobj") or _torn_off(tokens, c)))]


def _torn_off(tokens: Tokens, participle: int) -> tuple[int, ...]:
    """Return the noun right behind a participle without an object that was read as the subject of what follows.

    "..., killing at least seven people in Karu, the director of the hospital said": not the seven said it.
    """
    behind = range(participle + 1, min(participle + _LONGEST_NOUN, len(tokens)))
    subjects = (n for n in behind if tokens.relations[n] == "nsubj" and tokens.parts[n] == "NOUN")
    return tuple(n for n in subjects if tokens.reach(n)[0] == participle + 1)


def _named_place(tokens: Tokens, who: Who, goals: Sequence[int], *, allow_state: bool) -> int | None:
    kinds = {"place", "state"} if allow_state else {"place"}
    for goal in goals:
        inner = _within(tokens, goal)
        inner = (*inner, *(g for i in inner for g in _within(tokens, i)))
        # "in the port of Karu", "in the northern city of Lindholm", "at the gate of the prison in Karu"
        if tokens.lower[goal] in PRONOUNS:
            continue
        beside = [c for g in (goal, *inner) for c in tokens.all_children(g, "appos", "compound")]
        for token in (goal, *inner, *beside):
            chain = who.at(token)
            if chain is not None and who.chains[chain].kind in kinds and (token == goal or who.chains[chain].named):
                return chain
    return None


def _within(tokens: Tokens, goal: int) -> tuple[int, ...]:
    """Return what a place is of or in: "the port of Karu", "a warehouse in Karu"."""
    inside = [p for p in tokens.all_children(goal, "prep") if tokens.lower[p] in {"of", "in", "at", "near", "outside"}]
    return tuple(g for p in inside for g in tokens.all_children(p, "pobj"))
