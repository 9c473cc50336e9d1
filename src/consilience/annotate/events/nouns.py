"""What a noun means as an event, and whose deed it is."""

from __future__ import annotations

from consilience.annotate.tokens import Tokens
from consilience.annotate.who import Who
from consilience.lang.event_grammar import OF_ARMIES
from consilience.lang.events import Sense, event_nouns, governed_nouns


def noun_sense(tokens: Tokens, n: int) -> Sense | None:
    """Return what a noun, with its compound or "of" phrase, means as an event; None where it tells none."""
    if hyphenated := _hyphenated(tokens, n):
        return hyphenated
    if tokens.parts[n] not in {"NOUN", "PROPN"} and tokens.tags[n] != "NN":
        return None
    nouns, lemma = event_nouns(), tokens.lemmas[n].casefold()
    above = tokens.heads[n] if tokens.relations[n] != "pobj" else tokens.heads[tokens.heads[n]]
    if found := governed_nouns().get((tokens.lemmas[above], lemma)):
        return found
    if n and tokens.heads[n - 1] == n and (found := nouns.get(f"{tokens.lower[n - 1]} {lemma}")):
        return found
    if n + 2 < len(tokens) and tokens.lower[n + 1] == "of":
        phrases = [f"{lemma} of {tokens.lower[n + 2]}", f"{lemma} of {' '.join(tokens.lower[n + 2 : n + 4])}"]
        if found := next((nouns[p] for p in phrases if p in nouns), None):
            return found
    return nouns.get(tokens.lower[n]) or nouns.get(lemma)


def _hyphenated(tokens: Tokens, n: int) -> Sense | None:
    """Return what a noun with a hyphen means, the last of its tokens standing for it: "sit-in", "walk-out"."""
    if n < 2 or tokens.words[n - 1] != "-" or not (tokens.glued(n) and tokens.glued(n - 1)):
        return None
    return event_nouns().get(f"{tokens.lower[n - 2]}-{tokens.lower[n]}")


def doers(tokens: Tokens, who: Who, noun: int) -> list[int]:
    """Return whose the deed is that a noun names: "a raid by troops", "their raid", "Danish shelling".

    The adjective of a state tells whose fire it was of what only armies do; of other deeds it may tell where.
    """
    found = [
        c
        for p in tokens.all_children(noun, "prep", "agent")
        if tokens.lower[p] == "by"
        for g in tokens.all_children(p, "pobj")
        for c in who.parties(g)
    ]
    sense = noun_sense(tokens, noun)
    of_army = sense is not None and sense.mode in OF_ARMIES
    owners = tokens.all_children(noun, "poss", *(("amod", "compound") if of_army else ()))
    owned = [c for o in owners for c in who.parties(o)]
    return [*found, *(c for c in owned if who.chains[c].kind != "place")]
