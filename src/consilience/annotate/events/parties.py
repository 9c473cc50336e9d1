"""Who did it, to whom, where: the arguments of one clause, never of another."""

from __future__ import annotations

from typing import NamedTuple, cast

from consilience.annotate.events.frames import Frame, prepositions_of
from consilience.annotate.events.nouns import doers, noun_sense
from consilience.annotate.events.places import place_of
from consilience.annotate.events.triggers import Trigger
from consilience.annotate.tokens import Tokens
from consilience.annotate.who import Who, subject_of
from consilience.lang.event_grammar import (
    ACTING_FOR,
    AGAINST,
    CALLING,
    DIPLOMATIC,
    GIVER,
    HOPING,
    NOT_OF_CALLER,
    NOUN_CLASSES,
    ORGANS,
    PARTY_PREPOSITIONS,
    SPEECH_DEEDS,
    SUFFERED,
    TOWARDS,
    VIOLENT,
    WRITTEN,
)

#: Deeds whose object may say whom it is for or from: "suspended aid to Norway", "sent a team to Norway".
_GIVEN_OR_TAKEN = frozenset({"AID", "SANCTION", "RETREAT", "SUPPORT", "CONCEDE"})


#: What completes a verb of saying or protesting, and what is inside such a complement; clauses of others are not.
_COMPLETING = frozenset({"ccomp", "xcomp", "dobj", "prep", "advcl"})
_INSIDE = frozenset({"dobj", "pobj", "pcomp", "xcomp", "ccomp", "poss", "conj", "acl"})
#: Deeds that tell the subject of their complement to do something, or not to.
_ORDERED = frozenset({"REQUEST", "REJECT", "THREATEN", "ACCUSE", "PROTEST"})
#: A complement is followed so many words down.
_DEEPEST = 5


class Parties(NamedTuple):
    """Chains of actors and recipients, and of the place."""

    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    place: int | None


def parties_of(tokens: Tokens, who: Who, trigger: Trigger) -> Parties:
    """Return the parties of an event as its clause gives them; in a talk all are actors, of a visit the guest is."""
    own = trigger.verb == trigger.token
    told, whom = _of_verb(tokens, who, trigger) if own else _of_noun(tokens, who, trigger)
    place = place_of(tokens, who, trigger)
    if trigger.word.type == "AID" and place is not None and place in whom and who.chains[place].kind == "state":
        place = None  # "sent aid to Norway"
    actors = tuple(c for c in dict.fromkeys(told) if c != place)
    recipients = tuple(c for c in dict.fromkeys(whom) if c not in actors and c != place)
    if trigger.word.lemma == "receive":
        return Parties(recipients, actors, place)
    if trigger.frame is not None and GIVER in trigger.word.frame:  # who gets it is whom it is given to
        giver = tuple(dict.fromkeys(c for g in trigger.frame.givers for c in who.parties(g)))
        return Parties(giver, tuple(c for c in actors if c not in giver), place)
    framed = any(c.startswith("obj=") for c in trigger.word.frame)  # "left prison": the object only makes the sense
    if trigger.word.lemma in SUFFERED and own and (framed or not recipients):
        return Parties((), actors, place)
    if trigger.word.type == "CONSULT" and trigger.word.mode != "visit":
        people = tuple(c for c in (*actors, *recipients) if who.chains[c].kind != "place")
        return Parties(tuple(dict.fromkeys(people)), (), place)
    grounds = [r for r in recipients if who.chains[r].kind == "place"]
    if grounds and place is None and trigger.word.type in {"ASSAULT", "MOBILIZE"}:
        recipients, place = tuple(r for r in recipients if r not in grounds), grounds[0]  # "recaptured Karu"
    if trigger.word.mode in {"curfew", "martial-law"} and place is not None:
        recipients = (*recipients, place)
    return Parties(actors, recipients, place)


def _of_verb(tokens: Tokens, who: Who, trigger: Trigger) -> tuple[list[int], list[int]]:
    frame, verb = trigger.frame, trigger.token
    if frame is None:
        return [], []
    unaccusative = frame.passive and trigger.scheduled  # "the ferry is awaited"
    actors = [_force(who, c) for c in _those(tokens, who, frame.object if unaccusative else frame.subject)]
    if frame.passive and frame.subject is None and trigger.word.lemma == "summon":
        actors += [c for g in frame.behind("to") for c in who.parties(g)]
    if not actors and trigger.word.lemma in WRITTEN and frame.object is not None:
        actors = _authors(tokens, who, frame.object)
    if not actors and trigger.word.type == "ASSAULT":
        actors = list(frame.doers)
    recipients: list[int] = []
    if not unaccusative and not _is_means(trigger):
        goals = [frame.object, *tokens.all_children(verb, "dative")]
        recipients = [c for g in dict.fromkeys(goals) for c in _those(tokens, who, g)]
    recipients += _behind(tokens, who, frame, trigger)
    if trigger.word.lemma in DIPLOMATIC and frame.object is not None:
        recipients += _owners(tokens, who, frame.object)
    with_somebody = trigger.word.type == "CONSULT" and "with" in trigger.word.frame  # "discussed the news with Norway"
    if (
        with_somebody or trigger.word.type in _GIVEN_OR_TAKEN
    ) and frame.object is not None:  # "suspended aid to Norway"
        recipients += _after(tokens, who, frame.object)
    mutual = trigger.word.type == "AGREE" and len(actors) > 1
    charged = noun_sense(tokens, frame.object) if trigger.word.type == "ACCUSE" and frame.object is not None else None
    if charged is not None and charged.type in VIOLENT:  # "condemned the killing of Holm by police"
        by = doers(tokens, who, cast("int", frame.object))
        return actors, [c for c in by if c not in actors]
    if not recipients and not mutual and trigger.word.type in SPEECH_DEEDS | {"CONCEDE", "PROTEST"}:
        recipients = _of_complement(tokens, who, trigger)
    return actors, [c for c in recipients if c not in actors]


def _authors(tokens: Tokens, who: Who, text: int) -> list[int]:
    """Return whose a text is: "a report by the council", "the ministry's letter"."""
    after = [p for p in tokens.all_children(text, "prep", "agent") if tokens.lower[p] in {"by", "from", "of"}]
    goals = [*tokens.all_children(text, "poss"), *(g for p in after for g in tokens.all_children(p, "pobj"))]
    return [c for g in goals for c in who.parties(g) if who.chains[c].kind != "place"]


def _of_complement(tokens: Tokens, who: Who, trigger: Trigger) -> list[int]:
    """Return whom a promise, demand, threat, refusal or protest is about: the first party of what completes it.

    Whoever is to do what is demanded; whom the promised or threatened deed is done to; whose offer is rejected.
    """
    own = frozenset(who.parties(trigger.frame.subject)) if trigger.frame is not None else frozenset()
    layer = [
        c
        for c in tokens.children[trigger.token]
        if tokens.relations[c] in _COMPLETING
        and (tokens.relations[c] != "prep" or (tokens.lower[c] in TOWARDS and c > trigger.token))
        and (tokens.relations[c] != "advcl" or trigger.word.type != "PROTEST" or tokens.lemmas[c] in HOPING | AGAINST)
    ]
    if trigger.frame is not None and trigger.frame.passive and trigger.frame.object is not None:
        layer.append(trigger.frame.object)  # "evidence against Norway was presented"
    for _ in range(_DEEPEST):
        found = [c for n in layer for c in (who.parties(n) or _whose(tokens, who, n)) if c not in own]
        named = [c for c in found if who.chains[c].named or who.chains[c].kind == "state"]
        named = named or [c for c in found if who.chains[c].country]  # "the Danish government"
        people = [c for c in named if who.chains[c].kind != "place"]
        if people:
            return list(dict.fromkeys(people))[:2]
        layer = [
            c for n in layer for c in tokens.children[n] if _leads_on(tokens, c, named=trigger.word.type in _ORDERED)
        ]
    return []


def _whose(tokens: Tokens, who: Who, n: int) -> list[int]:
    """Return whose a noun of a complement is: "a Norwegian proposal"."""
    money = tokens.lemmas[n] in NOUN_CLASSES["@money"]  # "Swiss francs"
    owners = (
        tokens.all_children(n, "poss", "amod", "compound", "nmod") if tokens.parts[n] == "NOUN" and not money else ()
    )
    return [c for o in owners for c in who.parties(o)]


def _leads_on(tokens: Tokens, n: int, *, named: bool) -> bool:
    """Say whether a word leads on to whom a complement is about; its subject does where it is told to do something."""
    if tokens.relations[n] in {"nsubj", "nsubjpass"}:
        return named
    if tokens.relations[n] in {"prep", "agent", "dative"}:
        return tokens.lower[n] in TOWARDS
    return tokens.relations[n] in _INSIDE


def _after(tokens: Tokens, who: Who, head: int) -> list[int]:
    return [
        c
        for p in tokens.all_children(head, "prep", "dative")
        if tokens.lower[p] in {"to", "from", "by", "against", "with", "on", "for"}
        for g in tokens.all_children(p, "pobj")
        for c in _those(tokens, who, g)
        if who.chains[c].kind != "place"
    ]


def _is_means(trigger: Trigger) -> bool:
    """Say whether the object is what is sent or signed, not whom it is done to: "sent doctors to Karu"."""
    if trigger.word.type == "AGREE" or any(c.startswith("prep=for") for c in trigger.word.frame):
        return True
    return any(
        c.startswith(("obj=@aid", "obj=@force", "obj=@weapon", "obj=@pact", "obj=@money")) for c in trigger.word.frame
    )


def _those(tokens: Tokens, who: Who, token: int | None) -> list[int]:
    """Return the parties a noun stands for, else those it belongs to: "the Danish trawler", "the ports of Norway"."""
    if token is None:
        return []
    bodies = _owners(tokens, who, token) if tokens.lower[token] in ORGANS else []  # "the plenary of the council"
    named = [c for c in bodies if who.chains[c].named and who.chains[c].kind == "organisation"]
    found = [_whole(tokens, who, c) for c in who.parties(token)]
    return named or [*found, *_second_states(tokens, who, token)] or _owners(tokens, who, token)


def _whole(tokens: Tokens, who: Who, chain: int) -> int:
    """Return the body for which a part of it acts, also where a pronoun stands for that part; else the chain itself."""
    organs = [n for n in who.heads(chain) if tokens.lower[n] in ORGANS]
    whole = [p for n in organs for p in tokens.all_children(n, "prep") if tokens.lower[p] == "of"]
    owners = [c for p in whole for g in tokens.all_children(p, "pobj") for c in who.parties(g)]
    return next((c for c in owners if who.chains[c].named and who.chains[c].kind == "organisation"), chain)


def _force(who: Who, chain: int) -> int:
    """Return the one force of the report that somebody acts for: "officers", where it speaks of the police."""
    known = who.chains[chain]
    force = ACTING_FOR.get(known.name.split()[-1].casefold()) if known.kind == "group" and not known.named else None
    of = (known.of, None)
    fitting = [
        n
        for n, c in enumerate(who.chains)
        if force and c.kind == "organisation" and c.name.split()[-1].casefold() == force and c.of in of
    ]
    return fitting[0] if len(fitting) == 1 else chain


def _second_states(tokens: Tokens, who: Who, token: int) -> list[int]:
    """Return the further states whose people a plural names together: "Danish and Norwegian officials"."""
    if tokens.tags[token] != "NNS":
        return []
    first = tokens.all_children(token, "amod", "nmod", "compound")
    states = [c for a in first for c in who.parties(a) if who.chains[c].kind == "state"]
    return states[1:] if len(states) > 1 else []


def _owners(tokens: Tokens, who: Who, token: int) -> list[int]:
    """Return whose a noun is: "the Danish trawler", "the ambassadors of Norway"."""
    if tokens.lemmas[token] in NOUN_CLASSES["@money"]:
        return []  # "Swiss francs"
    owners = [*tokens.all_children(token, "poss", "amod", "compound", "nmod")]
    after = [p for p in tokens.all_children(token, "prep") if tokens.lower[p] == "of"]
    after += [q for p in after for q in tokens.all_children(p, "conj") if tokens.lower[q] == "of"]  # "and of Norway"
    owners += [g for p in after for g in tokens.all_children(p, "pobj")]
    return [c for o in owners for c in _state_or_owner(tokens, who, o)]


def _state_or_owner(tokens: Tokens, who: Who, owner: int) -> list[int]:
    found = [c for c in who.parties(owner) if who.chains[c].kind != "place"]
    if found or tokens.relations[owner] != "pobj":
        return found
    inner = tokens.all_children(owner, "amod", "poss", "compound")  # "the first of two French aircraft"
    return [c for o in inner for c in who.parties(o) if who.chains[c].kind in {"state", "organisation"}]


def _of_noun(tokens: Tokens, who: Who, trigger: Trigger) -> tuple[list[int], list[int]]:
    noun, frame = trigger.token, trigger.frame
    actors: list[int] = []
    recipients: list[int] = []
    called = trigger.word.lemma in NOT_OF_CALLER and trigger.verb is not None and tokens.lemmas[trigger.verb] in CALLING
    if frame is not None and not trigger.scheduled and not called:
        actors += _those(tokens, who, frame.subject) if frame.subject != noun else []
        recipients += _behind(tokens, who, frame, trigger)
    for owner in tokens.all_children(noun, "poss", "amod", "compound"):
        actors += [c for c in who.parties(owner) if who.chains[c].kind != "place"]
    for preposition in tokens.all_children(noun, "prep", "agent"):
        found = [c for g in tokens.all_children(preposition, "pobj") for c in who.parties(g)]
        word = tokens.lower[preposition]
        suffered = trigger.word.lemma in SUFFERED and word == "of"  # "the death of Anna Berg"
        done = word == "of" and trigger.word.type in {"CONSULT", "RETREAT", "PROTEST", None}
        if word in {"by", "between"} or (done and not suffered):
            actors += found
        elif word in {"with", "on", "against", "to", "of", "for", "from", "into"}:
            recipients += found
            if word == "against" and not found:  # "riots against Danish policies"
                recipients += [c for g in tokens.all_children(preposition, "pobj") for c in _owners(tokens, who, g)]
    return [*actors, *_at_occasion(tokens, who, trigger)], recipients


def _at_occasion(tokens: Tokens, who: Who, trigger: Trigger) -> list[int]:
    """Return who speaks and is spoken to where the talk is the occasion: "in the call on Monday, X told Y"."""
    noun = trigger.token
    head = tokens.heads[noun]
    if (
        trigger.word.type != "CONSULT"
        or tokens.relations[noun] != "pobj"
        or tokens.lower[head] not in {"in", "at", "during"}
    ):
        return []
    verb = tokens.heads[head]
    if tokens.parts[verb] != "VERB":
        return []
    goals = [subject_of(tokens, verb), *tokens.all_children(verb, "dobj", "dative")]
    return [c for g in goals for c in who.parties(g) if who.chains[c].kind == "person" or who.chains[c].named]


def _behind(tokens: Tokens, who: Who, frame: Frame, trigger: Trigger) -> list[int]:
    """Return the parties that follow a verb after a preposition: "spoke with X", "fired on the crowd"."""
    asked = [c.partition("=")[2].split("|") for c in trigger.word.frame if c.startswith("prep=")]
    allowed = PARTY_PREPOSITIONS.union(*asked) | ({"on", "at"} if trigger.word.mode == "firearms" else set())
    if trigger.word.type in {"AID", "MOBILIZE"}:
        allowed = allowed - {"with"}  # "sent planes with rescuers"
    found: list[int] = []
    for preposition in prepositions_of(tokens, frame.verb):
        if tokens.lower[preposition] in allowed:
            for goal in tokens.all_children(preposition, "pobj"):
                found += [c for c in _those(tokens, who, goal) if who.chains[c].kind != "place"]
    if trigger.word.mode == "investigate":  # "an inquiry into Holm"; one into the death of Holm is none into him
        found += [c for g in frame.behind("into") for c in who.parties(g) if who.chains[c].kind != "place"]
    return found
