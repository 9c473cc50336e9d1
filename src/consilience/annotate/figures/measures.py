"""What a number measures: by the word of harm, custody, flight or money nearest to it."""

from __future__ import annotations

from typing import NamedTuple, cast

from consilience.annotate.figures.fates import fate_of, measure_named
from consilience.annotate.figures.phrase import Phrase
from consilience.annotate.figures.places import token_from, token_over
from consilience.annotate.tokens import Tokens
from consilience.lang import english_quantities as lang
from consilience.model import Measure

#: How many words to the left, to the right, and up the tree are asked for a measure.
LEFT, RIGHT, UP = 11, 8, 4


class Sentence(NamedTuple):
    """The tokens `[first, last)` and, within them, the nearest other numbers around a phrase."""

    first: int
    last: int
    left: int
    right: int


def measure_of(tokens: Tokens, phrase: Phrase, at: Sentence) -> Measure | None:
    """Return what *phrase* measures, None where nothing tells it."""
    if phrase.sort == "duration":
        return "duration"
    if phrase.sort == "money":
        return "price" if phrase.per or _names_price(tokens, at) else "money"
    if phrase.sort in {"percent", "share"}:
        return _share(tokens, phrase, at)
    if phrase.sort == "measured":
        return "other"
    noun = phrase.noun
    if noun is None and phrase.sort == "count":
        return "other"
    told = fate_of(tokens, noun if noun is not None else token_over(tokens, phrase.number.core, at.first, at.last - 1))
    if told:
        return told
    if noun is not None:
        own = _own(tokens, noun)
        if own == "members" and noun and tokens.lemmas[noun - 1] in lang.NO_MEMBERSHIP:
            return _nearest(tokens, phrase, at)
        if own in {"members", "deployed"}:
            # "700 of our members are in prison": what befell them says more than what they are.
            return _nearest(tokens, phrase, at) or own
        if own:
            return own
        if phrase.unit != "persons":
            return _befallen(tokens, noun) or _of_things(tokens, noun, at)
    return _nearest(tokens, phrase, at)


def _own(tokens: Tokens, noun: int) -> Measure | None:
    """Return the measure that the noun itself names: deaths, arrests, votes, peacekeepers."""
    found = measure_named(tokens, noun)
    return found if found and tokens.lemmas[noun] not in lang.NOT_ALONE - {"body", "member"} else None


def _befallen(tokens: Tokens, noun: int) -> Measure | None:
    """Return what a verb that takes only people does to the noun: "abducted 33 schoolgirls", "300 families fled"."""
    if tokens.lemmas[noun] in lang.ANIMALS:
        return None
    relation, verb = tokens.relations[noun], tokens.heads[noun]
    if relation not in {"dobj", "nsubjpass", "nsubj"} or tokens.parts[verb] != "VERB":
        return None
    lemma = tokens.lemmas[verb]
    undergoes = lemma in lang.DONE_TO_PEOPLE and relation != "nsubj"
    does = lemma in lang.DONE_BY_PEOPLE and relation == "nsubj"
    return cast("Measure", lang.MEASURES[lemma]) if undergoes or does else None


def _of_things(tokens: Tokens, noun: int, at: Sentence) -> Measure:
    sent = any(tokens.lemmas[n] in lang.SENDING for n in range(at.first, at.last))
    return "deployed" if tokens.lemmas[noun] in lang.SENT and sent else "other"


def _names_price(tokens: Tokens, at: Sentence) -> bool:
    return any(tokens.lemmas[n] in lang.PRICES or tokens.lower[n] in lang.PRICES for n in range(at.first, at.last))


def _share(tokens: Tokens, phrase: Phrase, at: Sentence) -> Measure | None:
    """Return what a percentage measures: its "of" decides, then the nearest word, then the sentence."""
    start = token_over(tokens, phrase.start, at.first, at.last)
    end = token_from(tokens, phrase.end, start, at.last)
    near = {tokens.lemmas[n] for n in range(max(at.first, at.left), min(end + 2, at.last))}
    lemmas = {tokens.lemmas[n] for n in range(at.first, at.last)}
    if end < at.last and tokens.lower[end] == "of":
        of = {tokens.lemmas[n] for n in range(end, min(end + 5, at.last))}
        return "votes" if of & lang.BALLOTS else "price" if of & lang.PRICES or lemmas & lang.PREMIUMS else "other"
    if near & lang.NO_VOTES:
        return "other"
    if lemmas & lang.BALLOTS or lemmas & lang.RACES:
        return "votes"
    return "price" if lemmas & lang.PRICES else None


def _nearest(tokens: Tokens, phrase: Phrase, at: Sentence) -> Measure | None:
    """Return the measure of people, or of a number alone: beside it, then up the tree."""
    place = _nearest_word(tokens, phrase, at)
    if place is None:
        return None
    if tokens.lemmas[place] == "cross" and phrase.noun is not None and tokens.lemmas[phrase.noun] not in lang.CIVILIANS:
        return None
    return _measure_word(tokens, place)


def measure_noun(tokens: Tokens, phrase: Phrase, at: Sentence) -> str:
    """Return the noun that tells the measure of a number alone: "arrests" in "put the arrests at 58"."""
    place = _nearest_word(tokens, phrase, at)
    if place is None or tokens.tags[place] != "NNS" or _measure_word(tokens, place) == "killed":
        return ""
    return tokens.words[place]


def _nearest_word(tokens: Tokens, phrase: Phrase, at: Sentence) -> int | None:
    start = token_over(tokens, phrase.start, at.first, at.last)
    end = token_from(tokens, phrase.end, start, at.last)
    left, right = _look_left(tokens, start, at), _look_right(tokens, end, at)
    # "Six died and 45 more were injured": what stands before the "and" is of others.
    beside = left is not None and start - left <= 2 and tokens.tags[start - 1] != "CC"
    if beside and left is not None and (right is None or start - left < right - end + 1):
        return left
    if right is not None:
        return right
    above = _look_up(tokens, phrase.noun if phrase.noun is not None else start, at)
    return above if above is not None else left


def _look_left(tokens: Tokens, start: int, at: Sentence) -> int | None:
    for n in range(start - 1, max(at.first, at.left, start - LEFT) - 1, -1):
        if tokens.lower[n] in {";", ":"}:
            return None
        if _measure_word(tokens, n):
            return n
    return None


def _look_right(tokens: Tokens, end: int, at: Sentence) -> int | None:
    for n in range(end, min(at.last, at.right, end + RIGHT)):
        if tokens.tags[n] == "CC" or tokens.lower[n] in {",", ";", ":", "—", "–"}:
            return None
        if _measure_word(tokens, n):
            return n
    return None


def _look_up(tokens: Tokens, start: int, at: Sentence) -> int | None:
    if start >= at.last:
        return None
    for step, n in enumerate(tokens.ancestors(start)):
        if step >= UP:
            return None
        if _measure_word(tokens, n):
            return n
        subjects = tokens.all_children(n, "nsubj", "nsubjpass", "attr", "acomp", "oprd") if step < 2 else ()
        for child in subjects:
            if _measure_word(tokens, child):
                return child
    return None


def _measure_word(tokens: Tokens, n: int, *, in_heading: bool = False) -> Measure | None:
    """Return the measure a word tells: a verb of harm, a participle, a noun; names tell nothing."""
    if tokens.tags[n].startswith("NNP") and not in_heading:
        return None
    found = measure_named(tokens, n)
    if found in {"deployed", "members"} and tokens.tags[n].startswith("NN"):
        return None  # "Rescuers freed two miners": they say what they are, not what befell the miners
    if found is None or (tokens.lemmas[n] in lang.NOT_ALONE and not tokens.tags[n].startswith("VB")):
        return None
    return found


def told_by(tokens: Tokens, start: int, end: int) -> Measure | None:
    """Return the measure that a heading, the tokens `[start, end)`, tells."""
    return next((m for n in range(start, end) if (m := _measure_word(tokens, n, in_heading=True))), None)
