"""Whose noun a bare number borrows: of all the figures told before it, the one it is another count of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from consilience.annotate.figures.measures import Sentence, measure_of
from consilience.annotate.figures.phrase import Phrase
from consilience.annotate.figures.relations import AS_PART, Draft, is_fraction
from consilience.annotate.tokens import Tokens
from consilience.lang import english_quantities as lang
from consilience.model import Change, Measure

#: A bare number borrows its noun from a figure at most this many sentences before it.
BORROWING_REACH = 3
MOST_LENDERS = 20
#: How many times larger a number is than what it cannot be another count of, and how much what it can be may differ.
MUCH_LARGER, AS_LARGE = 20, 5
_OF_WHOLE = re.compile(rf"\b(?:{'|'.join(lang.WHOLES_OF)})\s+of\s+$", re.IGNORECASE)
_THEN = re.compile(rf",?\s+(?:{'|'.join(lang.THEN)})\s+(?:of\s+|to\s+|at\s+)?", re.IGNORECASE)
#: "Of whom", before a number or at the head of its label: what follows are people told of before.
OF_WHOM = re.compile(r"\b(?:of|among)\s+whom\b", re.IGNORECASE)


class Found(NamedTuple):
    """A quantity of the text before it is known what it measures; *heading* is what the line above its block tells."""

    phrase: Phrase
    sentence: int
    block: int
    at: Sentence
    change: Change | None
    heading: Measure | None


def as_told_last(tokens: Tokens, found: Sequence[Found]) -> list[Found]:
    """Return the quantities, where "14, then of 29, then of 31 dead" are all of the dead."""
    result = list(found)
    for n in range(len(found) - 2, -1, -1):
        q, following = found[n], result[n + 1]
        if q.phrase.sort == "elided" and q.sentence == following.sentence and not q.heading:
            between = tokens.source[q.phrase.end : following.phrase.start]
            if _THEN.fullmatch(between):
                result[n] = q._replace(heading=following.heading or measure_of(tokens, following.phrase, following.at))
    return result


def lender_of(tokens: Tokens, q: Found, before: Sequence[Draft]) -> Draft | None:
    """Return the figure whose noun a bare number borrows: the one before, in reach and of a count."""
    of_whom = OF_WHOM.search(tokens.source, max(0, q.phrase.start - 30), q.phrase.end) is not None
    whole = _OF_WHOLE.search(tokens.source, max(0, q.phrase.start - 20), q.phrase.start) is not None
    for place in range(len(before) - 1, -1, -1):
        draft = before[place]
        start = draft.phrase.start
        if place and is_fraction(tokens.source, before[place - 1], draft):
            continue  # "120 of the 400 soldiers left; the mayor speaks of 200": of 200 who left
        if draft.sentence != q.sentence and AS_PART.search(tokens.source, max(0, start - 30), start):
            continue  # "52 were killed, among them 37 civilians. The league's figure stands at 41": of all
        if whole and AS_PART.search(tokens.source, max(0, start - 30), start):
            continue  # "23 people, including nine children, were killed, raising an earlier toll of 17"
        if of_whom and draft.phrase.unit != "persons":
            continue
        if q.sentence - draft.sentence > BORROWING_REACH or draft.block < q.block - 1:
            return None
        if draft.phrase.sort in {"percent", "share", "duration"} or draft.change is not None:
            continue
        if draft.sentence != q.sentence and place and _are_listed(tokens, before[place - 1], draft):
            return None  # "14 patients and two nurses died. The city speaks of nine": of which, it does not say
        return _nearest_in_size(q, draft, before[:place])
    return None


def _are_listed(tokens: Tokens, one: Draft, other: Draft) -> bool:
    """Say whether two counts of people of two kinds stand side by side: "14 patients and two nurses"."""
    return one.sentence == other.sentence and (
        tokens.source[one.phrase.end : other.phrase.start].strip() in lang.LISTED_BY
        and one.is_plain_count
        and other.is_plain_count
    )


def _nearest_in_size(q: Found, found: Draft, before: Sequence[Draft]) -> Draft:
    """Return *found*, unless another figure of its sentence is as large as the number and *found* is much smaller.

    As in "Around 3,000 came to bury 11 miners. Police speak of 1,500".
    """
    value = q.phrase.number.low
    if found.sentence == q.sentence or not found.value or value < MUCH_LARGER * found.value:
        return found
    others = (d for d in reversed(before) if d.sentence == found.sentence and d.is_plain_count)
    return next((d for d in others if value / AS_LARGE <= d.value <= value * AS_LARGE), found)
