"""How far a proper name goes: over hyphens, particles, "of", "and" inside an office, not beyond its sentence."""

from __future__ import annotations

from itertools import takewhile
from typing import NamedTuple

from consilience.annotate.names.no_names import is_never_a_name
from consilience.annotate.tokens import Tokens
from consilience.lang import english_names as en

#: Entity labels of the tagger that are names of somebody or some place.
NAME_LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"})


class Known(NamedTuple):
    """What a report tells about its own words: those that are names wherever they stand, those that are demonyms."""

    certain: frozenset[str]
    demonyms: frozenset[int]


def extend(tokens: Tokens, first: int, end: int, known: Known) -> int:
    """Return where the run that begins at *first* ends."""
    at = first + 1
    while at < end:
        if _continues(tokens, at, known):
            at += 1
        elif step := _over_joiner(tokens, first, at, end):
            at = step
        else:
            break
    return at


def _continues(tokens: Tokens, n: int, known: Known) -> bool:
    word, lower = tokens.words[n], tokens.lower[n]
    if word in {"'s", "’s", "'", "’"} and _is_of_many(tokens, n):
        return True
    if tokens.words[n - 1] in {"'s", "’s", "'", "’"} and _is_of_many(tokens, n - 1):
        return True
    if tokens.glued(n) and word in {"-", "–", "’", "'"} and n + 1 < len(tokens) and tokens.glued(n + 1):
        return is_capital(tokens, n + 1) or tokens.words[n + 1][:1].isalpha()
    if tokens.glued(n) and tokens.words[n - 1] in {"-", "–", "’", "'"}:
        return word[:1].isalpha() and lower != "s" and not is_never_a_name(tokens, n)
    if not is_capital(tokens, n) or is_never_a_name(tokens, n) or n in known.demonyms:
        return _is_number_of_place(tokens, n)
    if ends_sentence(tokens.words[n - 1]):
        return False
    named = tokens.parts[n] == "PROPN" or tokens.entities[n][2:] in NAME_LABELS or tokens.tags[n] in {"NNP", "NNPS"}
    return named or lower in known.certain


def _is_of_many(tokens: Tokens, n: int) -> bool:
    """Say whether the mark at *n* stands inside the name of a body of many: "People's Party", "Workers' Union"."""
    if n + 1 >= len(tokens) or not n or not is_capital(tokens, n + 1) or tokens.glued(n + 1):
        return False
    owner = tokens.lower[n - 1]
    many = owner in en.PEOPLES or (owner.endswith("s") and tokens.words[n] in {"'", "’"} and names_role(owner))
    return many and is_capital(tokens, n - 1)


def ends_sentence(word: str) -> bool:
    """Say whether a word with a stop is no abbreviation: a sentence ends that the parser goes on with, "an A400M."."""
    letters = word.removesuffix(".")
    return word != letters and any(c.isdigit() for c in letters)


def _is_number_of_place(tokens: Tokens, n: int) -> bool:
    """Say whether token *n* is the number in "Pier 3" or "Hangar 9"."""
    return tokens.words[n].isdigit() and len(tokens.words[n]) <= 3 and tokens.lower[n - 1] in en.PLACE_HEADS


def _over_joiner(tokens: Tokens, first: int, at: int, end: int) -> int | None:
    """Return the token after a joining word that belongs to the name ("Ministry of the Interior"), else None."""
    lower = tokens.lower[at]
    ahead = at + 1
    if lower in en.JOINERS and ahead < end and tokens.lower[ahead] == "the":
        ahead += 1
    if lower in en.PARTICLES and ahead + 1 < end and tokens.lower[ahead] in en.PARTICLES and is_capital(tokens, at + 2):
        return at + 2  # "de la Cruz"
    if ahead >= end or not is_capital(tokens, ahead) or is_never_a_name(tokens, ahead):
        return None
    if (lower in en.PARTICLES or lower == "&") and ahead == at + 1:
        return ahead
    if tokens.lower[first] in en.PLACE_OPENERS | en.PLACE_HEADS and at == first + 1:  # "Church of St Anne"
        return ahead if lower == "of" else None
    body = any(tokens.lower[n] in en.BODY_HEADS for n in range(first, at))
    office = names_role(tokens.lower[first]) or any(names_role(tokens.lower[n]) for n in range(first, at))
    if office and lower in en.JOINERS and tokens.lower[ahead] in en.TITLE_WORDS:
        return ahead if lower != "and" or _goes_on(tokens, first, at, end) else None
    if lower == "and":
        return ahead if body and _joins_portfolio(tokens, first, at, ahead) else None
    return ahead if lower in en.JOINERS and body and tokens.lower[first] not in en.SHORT_TITLES else None


def _goes_on(tokens: Tokens, first: int, at: int, end: int) -> bool:
    """Say whether an office goes on behind "and" ("Minister of Ports and Transport"), and no other holder follows.

    Not so "President X and President Y", "Minister of Health X and Finance Minister Y".
    """
    following = takewhile(lambda n: is_capital(tokens, n), range(at + 1, end))
    portfolio = {"of", "for"} & set(tokens.lower[first:at])
    return bool(portfolio) and not any(names_role(tokens.lower[n]) for n in following)


def _joins_portfolio(tokens: Tokens, first: int, at: int, ahead: int) -> bool:
    """Say whether "and" stands inside one name ("Ports and Transport") and not between two."""
    head = {"of", "for"} & set(tokens.lower[first:at])
    return bool(head) and not tokens.words[ahead].isupper() and tokens.lower[ahead] not in en.role_nouns()


def names_role(lower: str) -> bool:
    nouns = en.role_nouns()
    return nouns.get(lower) == "person" or (lower.endswith("s") and nouns.get(lower[:-1]) == "person")


def is_capital(tokens: Tokens, n: int) -> bool:
    word = tokens.words[n]
    return word[:1].isupper() or (word[:3].casefold() in {"al-", "el-"} and word[3:4].isupper())
