"""The act that words perform where their verb names another or none: "described it as an act of piracy" accuses."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from consilience.annotate.statements.cues import act_of, cue_at
from consilience.annotate.statements.draft import Draft
from consilience.annotate.tokens import Tokens
from consilience.annotate.who import Who
from consilience.lang.speech import (
    CALM,
    CLAIMS,
    CRIMES,
    DESCRIBING,
    FALSEHOODS,
    INSTANCES,
    LEAVING,
    SIDING,
    THESE,
    VERB_PARTICLES,
)
from consilience.model import Act

#: Acts that are performed as well by saying that one has performed them: "said it had offered its help".
_PERFORMED = frozenset({"offer", "promise"})


def act_meant(d: Draft, tokens: Tokens, who: Who) -> Act:
    """Return the act of a telling in view of its words; that of its verb where they say nothing else."""
    if d.cue is not None:
        named = _act_of_name(tokens, d.cue, d.act)
        if named is not None:
            return named
        if d.act == "request" and _asks_for_calm(tokens, d.cue):
            return "urge"
    if d.act != "say":
        return d.act
    words = range(bisect_left(tokens.starts, d.start), bisect_left(tokens.starts, d.end))
    if d.form in {"direct", "mixed"} and _tells_crime(tokens, words):
        return "accuse"
    if any(_sides(tokens, n) for n in words):
        return "support"
    return (_own_act(tokens, who, d, words) or "say") if d.form == "indirect" else "say"


def _act_of_name(tokens: Tokens, cue: int, act: Act) -> Act | None:
    """Return what giving a thing this name does: a crime accuses, a lie denies; to dismiss a thing condemns it."""
    if act not in {"say", "deny"}:
        return None
    named = {tokens.lemmas[n] for head in _names(tokens, cue) for n in _phrase(tokens, head)}
    if named & FALSEHOODS:
        return "deny"
    if named & CRIMES and act == "say":
        return "accuse"
    if tokens.lemmas[cue] == "dismiss" and named:
        goal = tokens.child(cue, "dobj")
        pronoun = goal is not None and tokens.tags[goal] in {"WDT", "WP"}
        thing = tokens.heads[cue] if pronoun else goal
        return None if thing is None or tokens.lemmas[thing] in CLAIMS else "condemn"
    return None


def _names(tokens: Tokens, cue: int) -> list[int]:
    """Return the nouns by which a verb calls something: "called it a lie", "described it as theft"."""
    lemma = tokens.lemmas[cue]
    if lemma not in DESCRIBING:
        return []
    before = {"as"} | ({"of"} if (lemma, "of") in VERB_PARTICLES else set())
    governors = (cue, *tokens.all_children(cue, "dobj"))
    prepositions = [p for v in governors for p in tokens.all_children(v, "prep") if tokens.lower[p] in before]
    found = [*tokens.all_children(cue, "oprd", "ccomp", "xcomp")]
    found += [n for p in prepositions for n in tokens.all_children(p, "pobj", "amod")]
    return [n for n in found if tokens.child(n, "neg") is None]


def _phrase(tokens: Tokens, head: int) -> list[int]:
    """Return a noun with what stands before it, and what it is one of: "state piracy", "an act of piracy"."""
    of = tokens.all_children(head, "prep") if tokens.lemmas[head] in INSTANCES else ()
    kinds = [k for p in of for k in tokens.children[p]]
    return [head, *tokens.all_children(head, "amod", "compound", "nmod"), *kinds]


def _asks_for_calm(tokens: Tokens, cue: int) -> bool:
    """Say whether what is asked for is for all to give, not for the one who asks: "asked for restraint"."""
    goals = (g for p in tokens.all_children(cue, "prep") if tokens.lower[p] == "for" for g in tokens.children[p])
    return any(tokens.lemmas[g] in CALM for g in goals)


def _tells_crime(tokens: Tokens, words: Iterable[int]) -> bool:
    """Say whether somebody says "this was a crime"."""
    for n in words:
        subject, name = tokens.child(n, "nsubj"), tokens.child(n, "attr")
        if tokens.lemmas[n] != "be" or subject is None or name is None or tokens.child(n, "neg") is not None:
            continue
        denied = any(tokens.lower[m] == "no" for m in tokens.all_children(name, "det"))
        if (
            tokens.lower[subject] in THESE
            and not denied
            and any(tokens.lemmas[w] in CRIMES for w in _phrase(tokens, name))
        ):
            return True
    return False


def _sides(tokens: Tokens, n: int) -> bool:
    """Say whether a verb puts the speaker at somebody's side: "we stand with you", "will not leave them alone"."""
    if tokens.child(n, "nsubj") is None:
        return False
    if tokens.child(n, "neg") is not None:
        alone = tokens.all_children(n, "acomp", "advmod", "oprd", "ccomp", "xcomp")
        return tokens.lemmas[n] in LEAVING and any(tokens.lower[a] == "alone" for a in alone)
    by = {tokens.lower[p] for p in tokens.all_children(n, "prep") if tokens.child(p, "pobj") is not None}
    return any((tokens.lemmas[n], p) in SIDING for p in by) and tokens.lower[n] != "stood"


def _own_act(tokens: Tokens, who: Who, d: Draft, words: range) -> Act | None:
    """Return the act by which somebody says what he himself has done by speaking: "said it had offered its help"."""
    root = next((n for n in words if tokens.heads[n] == d.cue and tokens.relations[n] == "ccomp"), None)
    cue = cue_at(tokens, root) if root is not None else None
    if root is None or cue is None or not d.speakers:
        return None
    act, subject = act_of(tokens, root, cue), tokens.child(root, "nsubj")
    return act if act in _PERFORMED and who.parties(subject) == d.speakers else None
