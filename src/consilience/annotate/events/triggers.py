"""Words that tell an event, with its type: verbs, and nouns where grammar shows that they happen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from consilience.annotate.tokens import Tokens
from consilience.lang.events import CARRIERS, HAPPEN, TALKING, EventWord, event_nouns, event_verbs
from consilience.model import TESTIFYING_ROLES


class Trigger(NamedTuple):
    """The token of the event word, the verb that carries it (itself for a verb), and what it means."""

    token: int
    verb: int | None
    word: EventWord


def find_triggers(tokens: Tokens, quoted: frozenset[int]) -> Iterator[Trigger]:
    """Yield the events of the testifying sentences, in text order; *quoted* tokens are somebody's words, not ours."""
    for sentence in tokens.parse.sentences:
        if sentence.role not in TESTIFYING_ROLES:
            continue
        for n in range(sentence.first, sentence.last):
            if n not in quoted:
                found = _verb(tokens, n) if tokens.parts[n] == "VERB" else _noun(tokens, n)
                if found:
                    yield found


def _verb(tokens: Tokens, n: int) -> Trigger | None:
    if tokens.relations[n] == "amod" or (tokens.relations[n] == "compound"):
        return None
    lemma = tokens.lemmas[n]
    particle = tokens.child(n, "prt")
    word = event_verbs().get(f"{lemma} {tokens.lower[particle]}") if particle is not None else None
    if lemma in TALKING and word is None:
        return Trigger(n, n, _talk(tokens, n)) if _talks_with(tokens, n) else None
    word = word or (
        event_verbs().get(lemma) if particle is None or tokens.lower[particle] not in {"off", "out"} else None
    )
    if word is None or _carries_event(tokens, n):
        return None
    return Trigger(n, n, word)


def _talks_with(tokens: Tokens, n: int) -> bool:
    return any(tokens.lower[p] == "with" for p in tokens.all_children(n, "prep"))


def _talk(tokens: Tokens, n: int) -> EventWord:
    remote = {"telephone", "phone", "videoconference", "video"}
    by = any(tokens.lower[g] in remote for p in tokens.all_children(n, "prep") for g in tokens.all_children(p, "pobj"))
    return EventWord("call", "CONSULT", "phone") if by else EventWord("talk", "CONSULT", None)


def _carries_event(tokens: Tokens, n: int) -> bool:
    """Say whether a verb only carries its object ("declared a state of emergency"): then the noun is the event."""
    goals = tokens.all_children(n, "dobj", "nsubjpass")
    return tokens.lemmas[n] in CARRIERS and any(_word_of(tokens, g) is not None for g in goals)


def _word_of(tokens: Tokens, n: int) -> EventWord | None:
    """Return what a noun, with its compound or "of" phrase, means as an event."""
    if tokens.parts[n] not in {"NOUN", "PROPN"}:
        return None
    nouns, lemma = event_nouns(), tokens.lemmas[n]
    before = n - 1
    if before >= 0 and tokens.heads[before] == n and f"{tokens.lower[before]} {lemma}" in nouns:
        return nouns[f"{tokens.lower[before]} {lemma}"]
    if n + 2 < len(tokens) and tokens.lower[n + 1] == "of":
        phrase = f"{lemma} of {tokens.lower[n + 2]}"
        if phrase in nouns:
            return nouns[phrase]
    return nouns.get(lemma) or nouns.get(tokens.lower[n])


def _noun(tokens: Tokens, n: int) -> Trigger | None:
    word = _word_of(tokens, n)
    if (
        word is None
        or tokens.relations[n] == "compound"
        or (tokens.parts[n] == "PROPN" and tokens.words[n][:1].isupper() and n > tokens.sentence(n).first)
    ):
        return None
    head = tokens.heads[n]
    relation = tokens.relations[n]
    if relation in {"dobj", "nsubjpass", "attr"} and tokens.lemmas[head] in CARRIERS | {"be"}:
        return Trigger(n, head, word) if tokens.lemmas[head] in CARRIERS else None
    if relation == "nsubj" and tokens.lemmas[head] in HAPPEN:
        return Trigger(n, None, word)
    if (
        relation == "pobj"
        and tokens.lower[head] in {"during", "in", "after", "before", "at", "following", "by"}
        and _has_party(tokens, n)
    ):
        return Trigger(n, None, word)
    if relation in {"nsubj", "dobj", "pobj", "ROOT"} and _has_party(tokens, n) and word.type is not None:
        return Trigger(n, None, word)
    return None


def _has_party(tokens: Tokens, n: int) -> bool:
    """Say whether a noun names who took part: "the resignation of X", "X's call with Y"."""
    if any(tokens.parts[c] == "PROPN" for c in tokens.all_children(n, "poss")):
        return True
    return any(
        tokens.lower[p] in {"of", "by", "with", "between", "on"}
        and any(tokens.parts[g] == "PROPN" for g in tokens.all_children(p, "pobj"))
        for p in tokens.all_children(n, "prep")
    )
