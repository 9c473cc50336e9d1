"""What the words around a deed say against its having been done: "allegedly", "almost", "prevented them from"."""

from __future__ import annotations

from typing import Literal

from consilience.annotate.tokens import Tokens
from consilience.lang.english_sources import DENYING
from consilience.lang.event_grammar import (
    ALLEGEDLY,
    ALMOST,
    AVOIDING,
    AWAITING,
    CALLING_OFF,
    CLEARING,
    FEARS,
    FOILING,
    IN_PROSPECT,
    INVERTED,
    MAYBE,
    NEGOTIATIONS,
    OFFERS,
    PLANS,
    PREVENTING,
    PROOFS,
    RETRACTING,
    RUMOURS,
    UNDECIDED,
    UNTRUE,
    VIOLENT,
)
from consilience.model import PloverType

#: "none": nothing is told to have been done, or left.
Doubt = Literal["alleged", "denied", "none"]


def doubt_of(tokens: Tokens, head: int, kind: PloverType | None) -> Doubt | None:
    """Return what the words around say against a deed of a type, told by a verb or a noun; None where nothing does."""
    adverbs = {tokens.lower[c] for c in tokens.all_children(head, "advmod")}
    if adverbs & ALMOST or _is_inverted(tokens, head) or _is_undecided(tokens, head):
        return "none"
    if adverbs & ALLEGEDLY:
        return "alleged"
    if _has_yet(tokens, head) or _is_kept_from(tokens, head) or _is_foiled(tokens, head):
        return "denied"
    if tokens.parts[head] == "NOUN":
        return _of_noun(tokens, head, harm=kind in VIOLENT)
    return _by_noun(tokens, head)


def _of_noun(tokens: Tokens, noun: int, *, harm: bool) -> Doubt | None:
    """Return what speaks against a deed told by a noun: "fears an attack", "a possible attack", "rumours of a coup".

    What talks are on is to come, but for *harm*, which has been done: "talks on the release", "talks on the killing".
    """
    above = tokens.heads[noun]
    said = {tokens.lower[c] for c in tokens.all_children(noun, "amod")}
    if tokens.relations[noun] == "nsubj":
        said |= {tokens.lower[c] for c in tokens.all_children(above, "acomp")}
    if tokens.relations[noun] in {"dobj", "nsubjpass"}:
        verb = tokens.with_particle(above)
        return "none" if said & MAYBE or verb in CALLING_OFF | AWAITING else None
    if said & MAYBE or tokens.relations[noun] != "pobj":
        return "none" if said & MAYBE else None
    over = tokens.lemmas[tokens.heads[above]].removesuffix("s")
    if tokens.parts[tokens.heads[above]] != "NOUN" or tokens.lower[above] not in {"of", "on", "for"}:
        return None
    if over in FEARS | IN_PROSPECT | PLANS | OFFERS or (over in NEGOTIATIONS and not harm):
        return "none"
    return "alleged" if over in RUMOURS and tokens.lower[above] == "of" else None  # not "a report on the killing"


def _is_inverted(tokens: Tokens, verb: int) -> bool:
    """Say whether a clause is a condition without "if": "had they attacked, we would have left"."""
    helper, subject = tokens.child(verb, "aux", "auxpass"), tokens.child(verb, "nsubj", "nsubjpass")
    if helper is None or subject is None or tokens.relations[verb] not in {"advcl", "ccomp", "ROOT"}:
        return False
    return tokens.reach(verb)[0] == helper < subject and tokens.lower[helper] in INVERTED


def _is_undecided(tokens: Tokens, verb: int) -> bool:
    """Say whether a gerund tells what is weighed or kept from: "is considering closing it", "avoided attacking"."""
    above = tokens.heads[verb]
    return (
        tokens.relations[verb] == "xcomp"
        and tokens.tags[verb] == "VBG"
        and tokens.lemmas[above] in UNDECIDED | AVOIDING
    )


def _has_yet(tokens: Tokens, verb: int) -> bool:
    """Say whether it is still to be done: "has yet to resign"."""
    above = tokens.heads[verb]
    yet = any(tokens.lower[c] == "yet" for c in tokens.all_children(above, "advmod"))
    return tokens.relations[verb] == "xcomp" and tokens.lemmas[above] in {"have", "be"} and yet


def _is_kept_from(tokens: Tokens, verb: int) -> bool:
    """Say whether somebody was kept from it or found not to have done it: "prevented them from storming it"."""
    to = tokens.heads[verb]
    words = {"from": PREVENTING, "of": CLEARING}.get(tokens.lower[to], frozenset())
    if tokens.relations[verb] != "pcomp":
        return False
    governor = tokens.heads[to]  # the verb, or its object
    return tokens.lemmas[governor if tokens.parts[governor] == "VERB" else tokens.heads[governor]] in words


def _is_foiled(tokens: Tokens, noun: int) -> bool:
    """Say whether what a noun names was kept from happening: "an attack was averted"."""
    above = tokens.heads[noun]
    return tokens.relations[noun] in {"dobj", "nsubjpass"} and tokens.with_particle(above) in FOILING


def _by_noun(tokens: Tokens, verb: int) -> Doubt | None:
    """Return what the noun says whose content a clause is: "rumours that she resigned", "no evidence that"."""
    above = tokens.heads[verb]
    if tokens.relations[verb] not in {"acl", "ccomp"}:
        return None
    noun = above if tokens.parts[above] == "NOUN" else tokens.child(above, "nsubj", "nsubjpass", "attr")
    if noun is None or tokens.parts[noun] != "NOUN" or noun > verb:
        return None
    lemma = tokens.lemmas[noun]
    denied = any(tokens.lower[c] == "no" for c in tokens.all_children(noun, "det"))
    if lemma in FEARS or (denied and lemma in PROOFS | RUMOURS):
        return "none"
    governor = tokens.heads[noun]
    if lemma not in RUMOURS or tokens.lemmas[governor] in DENYING | RETRACTING:
        return None
    judged = tokens.all_children(governor, "acomp", "attr")
    return "denied" if any(tokens.lower[n] in UNTRUE for n in judged) else "alleged"
