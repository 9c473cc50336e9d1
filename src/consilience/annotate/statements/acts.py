"""Acts of speech told without their words: what is asked, promised, denied or voiced."""

from __future__ import annotations

from consilience.annotate.statements.complements import complement_of
from consilience.annotate.tokens import Tokens
from consilience.lang.speech import CHARGES, LIGHT_VERBS, NAMING, QUOTING, VERB_PARTICLES, Cue, speech_nouns


def deed_of(tokens: Tokens, verb: int, cue: Cue) -> tuple[int, int] | None:
    """Return what is asked, promised or refused in an infinitive: "asked both sides to wait", "vowed to return".

    The act is told, not its words: nobody said "to wait".
    """
    infinitive = tokens.child(verb, "xcomp")
    infinitive = complement_of(tokens, verb) if infinitive is None else infinitive
    called_on = _called_on(tokens, verb)
    if infinitive is None or infinitive < verb or ("i" not in cue.frames and called_on is None):
        return None
    first, last = tokens.reach(infinitive)
    goal = tokens.child(verb, "dobj") if called_on is None else called_on
    return (tokens.reach(goal)[0] if goal is not None and verb < goal < first else first), last


def _called_on(tokens: Tokens, verb: int) -> int | None:
    """Return who is called on to do something: "called on both sides to wait"."""
    for on in tokens.all_children(verb, "prep"):
        if VERB_PARTICLES.get((tokens.lemmas[verb], tokens.lower[on])) == "urge":
            return tokens.child(on, "pobj")
    return None


def object_of(tokens: Tokens, verb: int, cue: Cue) -> tuple[int, int] | None:
    """Return the object that says what was said: "called for restraint", "denied the report", "voiced regret"."""
    for child in tokens.all_children(verb, "prep", "prt"):
        if (tokens.lemmas[verb], tokens.lower[child]) in VERB_PARTICLES:
            goal = tokens.child(child, "pobj", "pcomp")
            if goal is None and tokens.relations[child] == "prt":
                goal = tokens.child(verb, "dobj")
            if (goal is not None and tokens.lemmas[verb] != "call") or tokens.lower[child] == "for":
                return tokens.reach(goal) if goal is not None else None
    if "o" not in cue.frames:
        return None
    goal = tokens.child(verb, "dobj")
    blames = cue.act in {"accuse", "condemn"} and tokens.relations[verb] == "relcl"
    if goal is not None and blames and tokens.tags[goal] in {"WDT", "WP"}:
        first, _ = tokens.reach(tokens.heads[verb])
        return (first, goal) if first < goal else None  # "the men whom it blames"
    if goal is None or tokens.parts[goal] == "PRON" or _only_names(tokens, verb):
        return None
    if tokens.lemmas[verb] in LIGHT_VERBS and cue.act == "say" and not _names_act(tokens, goal):
        return None
    first, last = tokens.reach(goal)
    # "described it as an act of piracy", "accused the ministry of ignoring a report"
    leads = {"as", *CHARGES.get(cue.act, ())}
    named = next((p for p in tokens.all_children(verb, "prep") if tokens.lower[p] in leads and p == last), None)
    return first, last if named is None else tokens.reach(named)[1]


def _only_names(tokens: Tokens, verb: int) -> bool:
    """Say whether a verb that names its object gives no name ("called the mayor"), or one is quoted "as saying"."""
    quoted_as = any(tokens.child(p, "pcomp") is not None for p in tokens.all_children(verb, "prep"))
    if tokens.lemmas[verb] in QUOTING:
        return quoted_as
    named = tokens.child(verb, "oprd", "ccomp", "xcomp") is not None or any(
        tokens.lower[p] == "as" for p in tokens.all_children(verb, "prep")
    )
    return tokens.lemmas[verb] in NAMING and not named


def _names_act(tokens: Tokens, noun: int) -> bool:
    return any(tokens.lemmas[n] in speech_nouns() for n in (noun, *tokens.all_children(noun, "conj")))
