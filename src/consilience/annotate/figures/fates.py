"""What the sentence says befell the people it counts, whatever word of harm stands nearer to the number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from consilience.annotate.tokens import Tokens
from consilience.lang import english_quantities as lang
from consilience.lang.speech import speech_verbs
from consilience.model import Measure

#: Those who say something stand right before the verb, or behind it: "two aides to the mayor said".
BESIDE_SAID = 4
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PREDICATES = ("acomp", "attr", "oprd")


def fate_of(tokens: Tokens, head: int) -> Measure | None:
    """Return what befell those whom the token *head* names, by the verb they depend on; None where it tells nothing.

    "Ten who were sent are missing", "124 people have not been heard from", "36 are being treated for burns", "eleven
    have lost their lives". "Three were found alive" measures no harm, nor do those count who do it: "200 officers
    arrested 40 people".
    """
    relation, verb = tokens.relations[head], tokens.heads[head]
    if tokens.lemmas[head] == "life":
        lost = relation == "dobj" and tokens.lemmas[verb] in lang.COSTS_LIVES
        of_loss = relation == "pobj" and tokens.lower[verb] == "of" and tokens.lemmas[tokens.heads[verb]] == "loss"
        return "killed" if lost or of_loss else None
    if relation in _SUBJECTS:
        for told in (_unharmed, _dying, _cared_for, _doing):
            found = told(tokens, verb)
            if found and not (found == "wounded" and measure_named(tokens, head) == "killed"):  # bodies in a hospital
                return found
        if any(tokens.relations[n] == "relcl" for n in tokens.children[head]):
            found = _predicated(tokens, verb)
            if found:
                return found
    return _unheard_of(tokens, head, verb)


def is_witness(tokens: Tokens, head: int) -> bool:
    """Say whether people are counted only as those who say something: "two aides said"."""
    verb = tokens.heads[head]
    cue = speech_verbs().get(tokens.lemmas[verb]) if tokens.relations[head] == "nsubj" else None
    near = abs(verb - head) <= BESIDE_SAID
    return near and cue is not None and "q" in cue.frames and tokens.parts[verb] == "VERB"


def measure_named(tokens: Tokens, n: int) -> Measure | None:
    """Return the measure of a word of harm by its form or its lemma."""
    return cast("Measure | None", lang.MEASURES.get(tokens.lower[n]) or lang.MEASURES.get(tokens.lemmas[n]))


def _predicated(tokens: Tokens, verb: int) -> Measure | None:
    for n in (verb, *tokens.all_children(verb, *_PREDICATES)):
        found = measure_named(tokens, n)
        if found in lang.CASUALTY_MEASURES and not tokens.tags[n].startswith("NNP") and _tells(tokens, n):
            return found
    return None


def _tells(tokens: Tokens, n: int) -> bool:
    return tokens.lemmas[n] not in lang.NOT_ALONE or tokens.tags[n].startswith("VB")


def _unharmed(tokens: Tokens, verb: int) -> Measure | None:
    found = any(tokens.lower[n] in lang.UNHARMED for n in tokens.all_children(verb, *_PREDICATES, "advmod"))
    return "other" if found else None


def _dying(tokens: Tokens, verb: int) -> Measure | None:
    lost = tokens.child(verb, "dobj")
    return "killed" if tokens.lemmas[verb] == "lose" and lost is not None and tokens.lemmas[lost] == "life" else None


def _doing(tokens: Tokens, verb: int) -> Measure | None:
    """Return other for those who harm or bury others, or come to do so."""
    verbs = [verb]
    if measure_named(tokens, verb) is None:
        verbs += [n for n in tokens.all_children(verb, "xcomp", "advcl") if tokens.tags[n] == "VB"]
    return "other" if any(_is_done_to_others(tokens, n) for n in verbs) else None


def _is_done_to_others(tokens: Tokens, verb: int) -> bool:
    harms = measure_named(tokens, verb) in lang.CASUALTY_MEASURES and tokens.lemmas[verb] not in lang.DONE_BY_PEOPLE
    return harms and tokens.child(verb, "dobj") is not None and tokens.child(verb, "auxpass") is None


def _cared_for(tokens: Tokens, verb: int) -> Measure | None:
    """Return wounded for those who are treated for something, or lie in hospital, and not for who "treats" anybody."""
    lemma, tag = tokens.lemmas[verb], tokens.tags[verb]
    going_on = any(tokens.lower[n] == "being" for n in tokens.all_children(verb, "auxpass"))
    if lemma in lang.TAKEN_TO_CARE and tag == "VBN":
        return "wounded" if any(tokens.lemmas[n] in lang.WARDS for n in _behind(tokens, verb, {"to"})) else None
    if lemma in lang.CARED_FOR and tag == "VBN":
        return "wounded" if going_on or _is_in_care(tokens, verb) else None
    return "wounded" if lemma in lang.IN_CARE and _is_in_care(tokens, verb) else None


def _is_in_care(tokens: Tokens, verb: int) -> bool:
    return any(tokens.lemmas[n] in lang.CARE for n in _behind(tokens, verb, {"in", "at", "for"}))


def _behind(tokens: Tokens, verb: int, prepositions: set[str]) -> Iterator[int]:
    for preposition in tokens.all_children(verb, "prep"):
        if tokens.lower[preposition] in prepositions:
            yield from tokens.all_children(preposition, "pobj")


def _unheard_of(tokens: Tokens, head: int, verb: int) -> Measure | None:
    """Return missing for "124 people had not been heard from", "124 people who have not been heard from"."""
    clauses = [c for c in tokens.all_children(head, "relcl") if tokens.child(c, "nsubjpass") is not None]
    if tokens.relations[head] == "nsubjpass":
        clauses.append(verb)
    heard = (c for c in clauses if tokens.lemmas[c] in lang.HEARD_FROM and tokens.child(c, "neg") is not None)
    return "missing" if next(heard, None) is not None else None
