"""Whether it happened: negation, modality, plans, hopes and denials, from the clause up to its sentence's main verb."""

from __future__ import annotations

from typing import Literal

from consilience.annotate.events.doubts import doubt_of
from consilience.annotate.events.frames import plan_of
from consilience.annotate.events.triggers import Trigger
from consilience.annotate.tokens import Tokens
from consilience.lang.english_sources import DENYING
from consilience.lang.event_grammar import (
    AHEAD,
    ARGUMENTS,
    CALLING,
    CLAIMING,
    CONDITIONS,
    DECLARED,
    DENYING_PLAINLY,
    DONE_BY_SAYING,
    DOUBTED,
    FAILING,
    FUTURE,
    HAD_OR_WOULD,
    HELD,
    HOPING,
    NEVER,
    OF_NONE,
    PLANNING,
    PLANS,
    POSSIBLE,
    RETRACTING,
    SAYING,
    SCHEDULING,
    STOPPING,
    TELLINGS,
    UNDECIDED,
    USING,
)
from consilience.model import Status

_Told = Status | Literal["none"]


def status_of(tokens: Tokens, trigger: Trigger) -> Status | None:
    """Return the status of an event; None where the clause tells none (a condition, a mere possibility)."""
    head = trigger.verb if trigger.verb is not None else trigger.token
    if _is_asked(tokens, head) or _is_stopped(tokens, head):
        return None
    if trigger.scheduled:
        if any(tokens.lower[c] == "had" for c in tokens.all_children(head, "aux")):
            return None  # "had been expected": what came of it is told elsewhere
        return "denied" if tokens.child(head, "neg") is not None else "planned"
    said = (doubt_of(tokens, n, trigger.word.type) for n in dict.fromkeys((head, trigger.token)))
    doubt = next((d for d in said if d), None)
    own = doubt or (_of_verb(tokens, head) if tokens.parts[head] in {"VERB", "AUX"} else None)
    if own == "none":
        return None
    if trigger.verb != trigger.token:
        own = _of_noun(tokens, trigger) or own
    return own or _from_above(tokens, head)


def _is_asked(tokens: Tokens, head: int) -> bool:
    sentence = tokens.sentence(head)
    return tokens.words[sentence.last - 1] == "?"


def _is_stopped(tokens: Tokens, head: int) -> bool:
    """Say whether a clause tells only that a deed ends: "agreed to stop firing"."""
    above = tokens.heads[head]
    return tokens.relations[head] == "xcomp" and tokens.tags[head] == "VBG" and tokens.lemmas[above] in STOPPING


def _of_noun(tokens: Tokens, trigger: Trigger) -> Status | None:
    """Return what the words around an event noun say of it."""
    noun, verb = trigger.token, trigger.verb
    governor = tokens.heads[noun]
    if any(
        tokens.lower[c] in NEVER for c in (*tokens.all_children(noun, "det"), *tokens.all_children(governor, "neg"))
    ):
        return "denied"
    adjectives = {tokens.lower[c] for c in tokens.all_children(noun, "amod")}
    claimed = verb is not None and tokens.lemmas[verb] in CLAIMING and tokens.relations[noun] == "pobj"
    if adjectives & DOUBTED or claimed:  # "claimed responsibility for the attack"
        return "alleged"
    scheduled = tokens.relations[noun] == "nsubjpass" and tokens.lemmas[governor] in SCHEDULING
    if scheduled or adjectives & AHEAD:
        return "planned"
    asked = verb is not None and tokens.lemmas[verb] in CALLING and tokens.heads[verb] != noun
    if asked and trigger.word.type not in DONE_BY_SAYING and trigger.word.lemma not in DECLARED:
        return "planned"
    return _of_verb_only_future(tokens, governor) if verb is None and tokens.relations[noun] == "nsubj" else None


def _of_verb_only_future(tokens: Tokens, verb: int) -> Status | None:
    return "planned" if any(tokens.lower[c] in FUTURE for c in tokens.all_children(verb, "aux")) else None


def _of_verb(tokens: Tokens, verb: int) -> _Told | None:
    """Return what a clause's own words say of it; "none" where it tells no event, None where they say nothing."""
    auxiliaries = {tokens.lower[c] for c in tokens.all_children(verb, "aux", "auxpass")}
    if tokens.tags[verb] in {"VBN", "VBD"}:
        auxiliaries -= HAD_OR_WOULD  # "she'd asked him"
    if not auxiliaries and tokens.relations[verb] == "conj":  # "will meet and sign"
        auxiliaries = {tokens.lower[c] for c in tokens.all_children(tokens.heads[verb], "aux")} & (FUTURE | POSSIBLE)
        if tokens.child(verb, "nsubj", "nsubjpass") is not None:
            auxiliaries = set()
    if any(tokens.lower[c] in CONDITIONS for c in tokens.all_children(verb, "mark", "advmod")):
        return "none"
    if "would" in auxiliaries and _has_condition(tokens, verb):
        return "none"
    if auxiliaries & POSSIBLE or ("would" in auxiliaries and "have" in auxiliaries):
        return "none"
    if any(tokens.lower[c] in NEVER for c in tokens.all_children(verb, "neg", "advmod")):
        return "denied"
    subject = tokens.child(verb, "nsubj")
    if subject is not None and any(tokens.lower[c] == "no" for c in tokens.all_children(subject, "det")):
        return "none"
    if _is_of_none(tokens, verb):
        return "denied"
    if auxiliaries & FUTURE or _is_ahead(tokens, verb):
        return "planned"
    if _is_subjunctive(tokens, verb):
        return "planned" if tokens.lemmas[tokens.heads[verb]] in CALLING else "hoped"
    return _of_infinitive(tokens, verb) if "to" in auxiliaries else None


def _is_ahead(tokens: Tokens, verb: int) -> bool:
    """Say whether a clause tells what comes after: "comes a day before she heads to Oslo"."""
    present = tokens.tags[verb] in {"VBZ", "VBP"}
    return present and any(tokens.lower[c] == "before" for c in tokens.all_children(verb, "mark"))


def _is_of_none(tokens: Tokens, verb: int) -> bool:
    """Say whether nobody did it, or it was done to nobody: "neither Norway nor Sweden attacked"."""
    sides = tokens.all_children(verb, "nsubj", "nsubjpass", "dobj")
    before = (c for n in sides for c in tokens.all_children(n, "det", "preconj", "cc") if c < n)
    no_object = (c for n in tokens.all_children(verb, "dobj") for c in tokens.all_children(n, "det"))
    named = any(tokens.lower[n] in OF_NONE for n in (*sides, *before))
    return named or any(tokens.lower[c] == "no" for c in no_object)


def _is_subjunctive(tokens: Tokens, verb: int) -> bool:
    """Say whether a clause tells what shall be: "ordered that the body be handed over"."""
    helpers = tokens.all_children(verb, "aux", "auxpass")
    return tokens.relations[verb] == "ccomp" and [(tokens.lower[n], tokens.tags[n]) for n in helpers] == [("be", "VB")]


def _has_condition(tokens: Tokens, verb: int) -> bool:
    """Say whether a clause holds only under another: "would leave if they lost"."""
    marks = (tokens.child(c, "mark") for c in tokens.all_children(verb, "advcl"))
    return any(m is not None and tokens.lower[m] in CONDITIONS for m in marks)


def _of_infinitive(tokens: Tokens, verb: int) -> _Told | None:
    relation, governor = tokens.relations[verb], tokens.lemmas[tokens.heads[verb]]
    if (plan := plan_of(tokens, verb)) is not None:  # "welcomed the initiative to convene a conference"
        return "planned" if tokens.lemmas[plan] in PLANS else "hoped"
    if relation == "ROOT" or governor in PLANNING | {"be"}:
        return "planned"
    if governor in HOPING:
        return "hoped"
    if governor in FAILING:
        return "denied"
    if governor in USING and tokens.child(tokens.heads[verb], "dobj") is not None:
        return None
    return "none" if governor in UNDECIDED or relation in {"acl", "advcl", "relcl"} else None


def _from_above(tokens: Tokens, n: int) -> Status:
    """Return what the verbs above make of a clause, as far as they govern it."""
    below = n
    for above in tokens.ancestors(n):
        relation, lemma = tokens.relations[below], tokens.lemmas[above]
        if relation == "prep" and not _is_argument(tokens, below, lemma):
            break  # "in a call he demanded": the call is the occasion, not what he demanded
        if relation in {"xcomp", "ccomp", "dobj", "pobj", "prep", "pcomp", "acl", "attr"}:
            found = _governed(tokens, above, relation, lemma) if below > above or relation != "ccomp" else None
            if found:
                return found
        if relation in {"advcl", "relcl", "parataxis", "conj"} and below != n:
            break
        if relation in {"advcl", "relcl", "parataxis"}:
            break
        below = above
    return "occurred"


def _is_argument(tokens: Tokens, preposition: int, lemma: str) -> bool:
    """Say whether a preposition leads to what a verb wants or claims: "called for talks", "accused him of firing"."""
    if lemma not in HOPING | CLAIMING | PLANNING:
        return True
    return tokens.lower[preposition] in ARGUMENTS


def _governed(tokens: Tokens, above: int, relation: str, lemma: str) -> Status | None:
    clause = relation in {"ccomp", "xcomp", "dobj"}
    if clause and (lemma in DENYING or tokens.with_particle(above) in DENYING_PLAINLY):
        return "denied"
    if relation == "acl" and lemma in TELLINGS and tokens.lemmas[tokens.heads[above]] in RETRACTING:
        return "denied"
    if tokens.parts[above] == "VERB":
        if lemma in HOPING and relation != "acl":
            return "hoped"
        if lemma in CLAIMING and relation in {"ccomp", "xcomp", "prep"}:
            return "alleged"
        if relation == "xcomp" and lemma in SAYING | HELD and tokens.child(above, "nsubjpass") is not None:
            return "alleged"  # "is said to have left"
        if lemma in PLANNING and relation in {"xcomp", "dobj"} and lemma not in {"inform", "assure", "confirm"}:
            return "planned"
    if clause and tokens.child(above, "neg") is not None and tokens.parts[above] in {"VERB", "AUX"}:
        return "denied"
    return None
