"""Whether it happened: negation, modality, plans, hopes and denials, from the clause up to its sentence's main verb."""

from __future__ import annotations

from typing import Literal

from consilience.annotate.events.triggers import Trigger
from consilience.annotate.tokens import Tokens
from consilience.lang.events import CONDITIONS, DENYING, DOUBTED, FUTURE, HOPING, PLANNING, POSSIBLE
from consilience.model import Status


def status_of(tokens: Tokens, trigger: Trigger) -> Status | None:
    """Return the status of an event; None where the clause tells none (a condition, a mere possibility)."""
    head = trigger.verb if trigger.verb is not None else trigger.token
    own = _of_verb(tokens, head)
    if own == "none":
        return None
    if own:
        return own
    if trigger.verb is None and _doubted(tokens, trigger.token):
        return "alleged"
    return _from_above(tokens, head)


def _of_verb(tokens: Tokens, verb: int) -> Status | Literal["none"] | None:
    """Return what a clause's own words say of it; "none" where it tells no event, None where they say nothing."""
    auxiliaries = {tokens.lower[c] for c in tokens.all_children(verb, "aux", "auxpass")}
    if any(tokens.lower[c] in CONDITIONS for c in tokens.all_children(verb, "mark", "advmod")):
        return "none"
    if auxiliaries & POSSIBLE:
        return "none"
    if tokens.child(verb, "neg") is not None:
        return "denied"
    if auxiliaries & FUTURE:
        return "planned"
    if "to" in auxiliaries and tokens.relations[verb] in {"xcomp", "acl", "advcl", "ccomp", "ROOT", "relcl"}:
        governor = tokens.lemmas[tokens.heads[verb]]
        if tokens.relations[verb] == "ROOT" or governor in PLANNING | {"be", "plan"}:
            return "planned"
        return (
            "hoped" if governor in HOPING else "none" if tokens.relations[verb] in {"acl", "advcl", "relcl"} else None
        )
    return None


def _from_above(tokens: Tokens, n: int) -> Status:
    """Return what the verbs above make of a clause, as far as they govern it."""
    below = n
    for above in tokens.ancestors(n):
        relation, lemma = tokens.relations[below], tokens.lemmas[above]
        if relation in {"xcomp", "ccomp", "dobj", "pobj", "prep", "pcomp", "acl", "attr"} or (
            relation == "conj" and below == n
        ):
            if lemma in DENYING and relation in {"ccomp", "xcomp", "dobj"}:
                return "denied"
            if (
                lemma in HOPING
                and relation in {"dobj", "pobj", "prep", "xcomp", "ccomp"}
                and tokens.parts[above] == "VERB"
            ):
                return "hoped"
            if lemma in PLANNING and relation == "xcomp":
                return "planned"
            if tokens.child(above, "neg") is not None and relation in {"ccomp", "xcomp", "dobj", "attr"}:
                return "denied"
        if relation in {"advcl", "relcl", "parataxis"}:
            break
        below = above
    return "occurred"


def _doubted(tokens: Tokens, noun: int) -> bool:
    return any(tokens.lower[c] in DOUBTED for c in tokens.all_children(noun, "amod"))
