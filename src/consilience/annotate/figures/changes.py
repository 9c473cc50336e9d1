"""Quantities told as a change, and the state a quantity is in: planned, hoped for, denied, alleged."""

from __future__ import annotations

import re
from collections.abc import Iterator

from consilience.annotate.figures.numbers import Number
from consilience.annotate.figures.phrase import Phrase
from consilience.annotate.figures.places import token_from, token_over
from consilience.annotate.tokens import Tokens
from consilience.lang import english_quantities as lang
from consilience.model import Change, Status

_RATIO = re.compile(rf"\b(?:{'|'.join(lang.RATIOS)})\b", re.IGNORECASE)
_FRACTION = re.compile(
    rf"(?P<bound>more than|less than|almost|nearly|about|over|under|by)?\s*\b(?:an?\s+|one\s+)?"
    rf"(?P<word>{'|'.join(sorted(lang.FRACTIONS, key=lambda w: (-len(w), w)))})\b(?=\s+of\s+(?!\d)|\s*[.,;]|\s*$)",
    re.IGNORECASE,
)
_LEVEL = re.compile(r"\b(?:to|at|from|of|is|was|reached|stood|stands)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_NEAR_WORDS = 4
#: Verbs that govern a plan, a hope, a claim and a denial, nearest first up the tree.
_STATES: tuple[tuple[frozenset[str], Status], ...] = (
    (lang.DENIED, "denied"),
    (lang.HOPED, "hoped"),
    (lang.ALLEGED, "alleged"),
    (lang.PLANNED, "planned"),
)


def ratios_in(text: str, start: int, end: int) -> Iterator[tuple[Number, Change]]:
    """Yield "doubled", "halved", "threefold" as numbers that are ratios."""
    for m in _RATIO.finditer(text, start, end):
        value = lang.RATIOS[m.group().casefold()]
        yield Number(m.start(), m.end(), m.start(), value, value, False, word=True), Change("ratio", value)


def fractions_in(text: str, start: int, end: int) -> Iterator[Number]:
    """Yield "more than half", "a quarter of", "by a fifth" as numbers from 0 to 1."""
    for m in _FRACTION.finditer(text, start, end):
        bound = (m["bound"] or "").casefold()
        whole = m.group().strip().casefold()
        value = lang.FRACTIONS[re.sub(r"\s+", " ", m["word"].casefold())]
        if not bound and not re.match(r"(?:an?|one|two|three)\b|half", whole):
            continue
        if not bound and text[m.end() : m.end() + 3] != " of":
            continue
        low = 0.0 if bound in {"less than", "under"} else value
        high = None if bound in {"more than", "over"} else value
        first = m.start() + (len(m.group()) - len(m.group().lstrip()))
        yield Number(first, m.end(), first, low, high, bound in {"almost", "nearly", "about"}, word=True)


def change_of(tokens: Tokens, phrase: Phrase, first: int, last: int) -> Change | None:
    """Return "rose by 35 percent", "up 3 %", "2.4 percent higher" as a change; "rose to 71 percent" is none."""
    if phrase.sort not in {"percent", "share"} or phrase.number.high is None:
        return None
    before = tokens.source[tokens.starts[first] : phrase.start]
    if _LEVEL.search(before) and not re.search(r"\bby\s+(?:\w+\s+){0,2}$", before):
        return None
    start = token_over(tokens, phrase.start, first, last)
    end = token_from(tokens, phrase.end, start, last)
    near = [*range(start - 1, max(first, start - _NEAR_WORDS) - 1, -1), *range(end, min(last, end + 2))]
    for n in near:
        kind = "rise" if tokens.lower[n] in lang.RISES else "fall" if tokens.lower[n] in lang.FALLS else None
        if kind:
            return Change("rise" if kind == "rise" else "fall", phrase.number.high)
    if end < last and tokens.lower[end] in {"above", "over"}:
        return Change("rise", phrase.number.high)
    return Change("fall", phrase.number.high) if end < last and tokens.lower[end] == "below" else None


def status_of(tokens: Tokens, phrase: Phrase, first: int, last: int) -> Status:
    """Return the state of a quantity by the verbs that govern it, within its clause and what tells it."""
    start = token_over(tokens, phrase.number.core, first, last)
    if start >= last:
        return "occurred"
    found = {state for n, told in _governors(tokens, start, first, last) if (state := _state(tokens, n, told=told))}
    return next((status for _, status in _STATES if status in found), "occurred")


def _governors(tokens: Tokens, start: int, first: int, last: int) -> Iterator[tuple[int, bool]]:
    """Yield the verbs above *start* within its clause or of what tells it, and whether they tell it ("that ...")."""
    told = False
    for n in (start, *tokens.ancestors(start)):
        if not first <= n < last:
            return
        if tokens.parts[n] not in {"VERB", "AUX"}:
            told = False
            continue
        yield n, told
        relation = tokens.relations[n]
        if relation == "conj" and tokens.tags[n] in {"VB", "VBG"}:
            continue
        if relation not in {"ccomp", "xcomp", "aux", "auxpass"}:
            return
        told = relation in {"ccomp", "xcomp"}


def _state(tokens: Tokens, verb: int, *, told: bool) -> Status | None:
    """Return the state that a verb with its auxiliaries and adverbs puts on what it governs."""
    lower = tokens.lower[verb]
    for words, status in _STATES:
        if lower not in words or status == "planned":
            continue
        # "He asked for ten" is a wish; what follows "he asked whether" need not be one.
        if (status == "hoped") != told or lower.startswith("hop"):
            return status
    children = {tokens.lower[c] for c in tokens.all_children(verb, "aux", "auxpass", "neg", "advmod")}
    if children & {"allegedly", "reportedly", "purportedly"}:
        return "alleged"
    if _is_to_be(tokens, verb):
        return None if children & {"have"} else "planned"
    if lower in lang.PLANNED or children & {"will", "shall", "would", "'ll", "’ll"}:
        return None if children & {"have"} else "planned"
    return None


def _is_to_be(tokens: Tokens, verb: int) -> bool:
    """Say whether "is to" makes a plan of a verb, or of what its subject is to do: "a fund of $5m is to be set up"."""
    if tokens.lemmas[verb] == "be":
        infinitive = tokens.child(verb, "xcomp")
    else:
        infinitive = verb if tokens.relations[verb] == "xcomp" and tokens.lemmas[tokens.heads[verb]] == "be" else None
    return infinitive is not None and any(tokens.lower[n] == "to" for n in tokens.all_children(infinitive, "aux"))
