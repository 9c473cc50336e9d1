"""Adjectives of states and peoples, known ("Turkish") or new ("Marovian"), and the place each belongs to."""

from __future__ import annotations

from consilience.annotate.tokens import Tokens
from consilience.lang import english_names as en
from consilience.lang.states import states_by_adjective, states_by_name
from consilience.naming import DEMONYM_ENDINGS, belongs, fold


def find_demonyms(tokens: Tokens) -> frozenset[int]:
    """Return the tokens of a report that are adjectives or nouns of a people."""
    places = {
        tokens.lower[n] for n in range(len(tokens)) if tokens.parts[n] == "PROPN" and tokens.words[n][:1].isupper()
    }
    words = {
        tokens.words[n]
        for n in range(len(tokens))
        if tokens.words[n][:1].isupper() and tokens.words[n] not in states_by_name() and _is_demonym(tokens, n, places)
    }
    return frozenset(
        n for n in range(len(tokens)) if tokens.words[n] in words or _is_prefix_of_state_adjective(tokens, n)
    )


def _is_demonym(tokens: Tokens, n: int, places: set[str]) -> bool:
    word = tokens.words[n]
    if word in states_by_adjective():
        return True
    lower = tokens.lower[n]
    if (
        lower in en.role_nouns()
        or lower in en.TITLE_WORDS
        or lower in en.NOT_NAMES
        or lower in en.BODY_HEADS
        or len(word) < 5
    ):
        return False
    ending = any(lower.endswith(e) for e in DEMONYM_ENDINGS)
    if ending and any(place != lower and belongs(lower, place) for place in places):
        return tokens.tags[n] in {"JJ", "NNP", "NNPS", "NNS", "NN"} and not _is_given_name(tokens, n)
    return ending and tokens.entities[n] == "B-NORP" and tokens.tags[n] in {"JJ", "NNPS", "NNS", "NNP"}


def _is_given_name(tokens: Tokens, n: int) -> bool:
    following = n + 1 < len(tokens) and tokens.parts[n + 1] == "PROPN" and tokens.words[n + 1][:1].isupper()
    title = following and tokens.lower[n + 1] in en.role_nouns()
    return fold(tokens.words[n]) in en.given_names() and following and not title


def _is_prefix_of_state_adjective(tokens: Tokens, n: int) -> bool:
    """Say whether token *n* is "South" or "Korean" of a two-word adjective of a state."""
    pair = tokens.text(n, n + 2) if n + 1 < len(tokens) else ""
    before = tokens.text(n - 1, n + 1) if n else ""
    return pair in states_by_adjective() or (" " in before and before in states_by_adjective())
