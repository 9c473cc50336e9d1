"""What a verb tells by another clause: what was to be done and was, what is threatened under a condition."""

from __future__ import annotations

from dataclasses import replace

from consilience.annotate.events.frames import Frame, frame_of, senses_of
from consilience.annotate.tokens import Tokens
from consilience.annotate.who import Who
from consilience.lang.english_names import SINGLE_OFFICES
from consilience.lang.event_grammar import FUTURE, SAYING, THREATENED, UNDER_CONDITION
from consilience.lang.events import Sense

#: Nouns are followed through these to the whole they are of: "a count at 90 of the 400 stations".
_WHOLES = frozenset({"NOUN", "NUM"})


def repeated(frame: Frame) -> tuple[str, Sense, Frame] | None:
    """Return what a verb takes up from the clause about its subject: "those who were to fly home on Monday flew".

    That is the verb with its particle, what it means, and the frame.
    """
    planned = _planned(frame.tokens, frame.verb, None if frame.passive else frame.subject)
    if planned is None:
        return None
    words, senses, whole = senses_of(frame_of(frame.tokens, frame.who, planned))
    word = next((s for s in senses if whole.fits(s)), None)
    return (words, word, replace(frame, object=whole.object)) if word else None


def is_done_above(tokens: Tokens, verb: int) -> bool:
    """Say whether the clause above tells that what was to be done was done: then this one tells no plan."""
    clause = tokens.heads[verb]
    if tokens.relations[verb] != "xcomp" or tokens.relations[clause] != "relcl":
        return False
    noun = tokens.heads[clause]
    return tokens.relations[noun] == "nsubj" and _planned(tokens, tokens.heads[noun], noun) == verb


def _planned(tokens: Tokens, verb: int, subject: int | None) -> int | None:
    """Return the same verb in a clause about the subject that tells what was to be done."""
    clauses = tokens.all_children(subject, "relcl") if subject is not None and tokens.tags[verb] == "VBD" else ()
    verbs = (v for c in clauses for v in tokens.all_children(c, "xcomp") if tokens.tags[c] == "VBD")
    return next((v for v in verbs if tokens.lemmas[v] == tokens.lemmas[verb]), None)


def threat(frame: Frame) -> Sense | None:
    """Return the threat in what somebody says he will do under a condition: "said it would strike unless paid"."""
    tokens, who = frame.tokens, frame.who
    deed = tokens.child(frame.verb, "ccomp")
    if tokens.lemmas[frame.verb] not in SAYING or deed is None or not _is_conditional(tokens, deed):
        return None
    _, senses, told = senses_of(frame_of(tokens, who, deed))
    word = next((s for s in senses if told.fits(s)), None)
    speaker, doer = who.at(frame.subject), who.at(told.subject)
    if word is None or word.type not in THREATENED or speaker is None or doer is None:
        return None
    return Sense((), "threaten", "THREATEN", None) if _speaks_for(who, speaker, doer) else None


def _is_conditional(tokens: Tokens, verb: int) -> bool:
    """Say whether a clause tells what will be if something else is, or is not."""
    marks = (tokens.child(c, "mark") for c in tokens.all_children(verb, "advcl"))
    ahead = any(tokens.lower[a] in FUTURE for a in tokens.all_children(verb, "aux"))
    return ahead and any(m is not None and tokens.lower[m] in UNDER_CONDITION for m in marks)


def _speaks_for(who: Who, speaker: int, doer: int) -> bool:
    """Say whether somebody speaks of himself, his body or his state; a president of none told speaks of his."""
    known = who.chains[speaker]
    held = [h for h in known.holdings if not h.former]
    if doer in {speaker, known.of, *(h.of for h in held)}:
        return True
    untold = any(h.of is None and h.title.split()[-1] in SINGLE_OFFICES for h in held if h.title)
    return untold and known.country is None and who.chains[doer].kind in {"state", "place"}


def of_whole(frame: Frame) -> Frame | None:
    """Return the frame of a participle after a comma, of the noun before it: "a count at 90 stations, published"."""
    tokens, verb, noun = frame.tokens, frame.verb, frame.object
    if noun is None or tokens.relations[verb] != "acl" or noun != tokens.heads[verb] or tokens.words[verb - 1] != ",":
        return None
    while tokens.relations[noun] == "pobj" and tokens.parts[tokens.heads[tokens.heads[noun]]] in _WHOLES:
        noun = tokens.heads[tokens.heads[noun]]
    return replace(frame, object=noun) if noun != frame.object else None
