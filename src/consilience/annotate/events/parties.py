"""Who did it, to whom, where: the arguments of one clause, never of another."""

from __future__ import annotations

from typing import NamedTuple

from consilience.annotate.events.triggers import Trigger
from consilience.annotate.tokens import Tokens
from consilience.annotate.who import Who, subject_of
from consilience.lang.events import PARTY_PREPOSITIONS, PLACE_PREPOSITIONS


class Parties(NamedTuple):
    """Chains of actors and recipients, and of the place."""

    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    place: int | None


def parties_of(tokens: Tokens, who: Who, trigger: Trigger) -> Parties:
    """Return the parties of an event as its clause gives them; in a talk all of them are actors."""
    told, whom = _of_verb(tokens, who, trigger) if trigger.verb == trigger.token else _of_noun(tokens, who, trigger)
    place = _place(tokens, who, trigger)
    actors = tuple(c for c in dict.fromkeys(told) if who.chains[c].kind != "place" or c != place)
    recipients = tuple(c for c in dict.fromkeys(whom) if c not in actors and c != place)
    if trigger.word.type == "CONSULT" and trigger.word.mode != "visit":
        people = tuple(c for c in (*actors, *recipients) if who.chains[c].kind != "place")
        return Parties(tuple(dict.fromkeys(people)), (), place)
    return Parties(actors, recipients, place)


def _of_verb(tokens: Tokens, who: Who, trigger: Trigger) -> tuple[list[int], list[int]]:
    verb = trigger.token
    passive = tokens.child(verb, "nsubjpass")
    agent = tokens.child(verb, "agent")
    bare = tokens.relations[verb] == "acl" and tokens.tags[verb] == "VBN"  # "cargo seized from the ship"
    if passive is not None or agent is not None or bare:
        actors = list(who.parties(tokens.child(agent, "pobj"))) if agent is not None else []
        return actors, list(who.parties(passive if passive is not None else tokens.heads[verb] if bare else None))
    subject = subject_of(tokens, verb)
    actors = list(who.parties(subject))
    recipients = [c for goal in tokens.all_children(verb, "dobj", "dative") for c in who.parties(goal)]
    for goal in tokens.all_children(verb, "dobj"):  # "seized the tanker of Melithea", "arrested the company's manager"
        recipients += (
            [c for owner in tokens.all_children(goal, "poss") for c in who.parties(owner)] if not recipients else []
        )
    return actors, recipients + _behind(tokens, who, verb)


def _of_noun(tokens: Tokens, who: Who, trigger: Trigger) -> tuple[list[int], list[int]]:
    noun, verb = trigger.token, trigger.verb
    actors: list[int] = []
    if verb is not None:
        subject = subject_of(tokens, verb)
        passive = tokens.child(verb, "nsubjpass") == noun
        agent = tokens.child(verb, "agent")
        actors += (
            who.parties(tokens.child(agent, "pobj"))
            if agent is not None
            else []
            if passive or subject == noun
            else who.parties(subject)
        )
    for owner in tokens.all_children(noun, "poss"):
        actors += who.parties(owner)
    recipients: list[int] = []
    for preposition in tokens.all_children(noun, "prep"):
        found = who.parties(tokens.child(preposition, "pobj"))
        if tokens.lower[preposition] in {"by", "between"} or (
            tokens.lower[preposition] == "of" and trigger.word.type in {"CONSULT", "RETREAT", "PROTEST", None}
        ):
            actors += found
        elif tokens.lower[preposition] in {"with", "on", "against", "to", "of"}:
            recipients += found
    if verb is not None:
        recipients += _behind(tokens, who, verb)
    return actors, recipients


def _behind(tokens: Tokens, who: Who, verb: int) -> list[int]:
    """Return the parties that follow a verb after a preposition: "spoke with X", "fired on the crowd"."""
    found: list[int] = []
    for preposition in tokens.all_children(verb, "prep", "dative"):
        if tokens.lower[preposition] in PARTY_PREPOSITIONS:
            parties = who.parties(tokens.child(preposition, "pobj"))
            found += [c for c in parties if who.chains[c].kind != "place"]
    return found


def _place(tokens: Tokens, who: Who, trigger: Trigger) -> int | None:
    """Return the place or state that the clause says it happened in."""
    for head in dict.fromkeys(h for h in (trigger.token, trigger.verb) if h is not None):
        for preposition in tokens.all_children(head, "prep"):
            if tokens.lower[preposition] in PLACE_PREPOSITIONS:
                for goal in tokens.all_children(preposition, "pobj"):
                    chain = who.at(goal)
                    if chain is None:  # "in the port of Maravel", "in the northern city of Mussandé"
                        of = tokens.child(goal, "prep")
                        chain = (
                            who.at(tokens.child(of, "pobj")) if of is not None and tokens.lower[of] == "of" else None
                        )
                        chain = chain if chain is not None else who.at(tokens.child(goal, "appos"))
                    if chain is not None and who.chains[chain].kind in {"place", "state"}:
                        return chain
    return None
