"""The clause below a verb of speech that tells what is said."""

from __future__ import annotations

from consilience.annotate.statements.extents import is_closing_teller
from consilience.annotate.tokens import Tokens
from consilience.lang.speech import CLEAR


def complement_of(tokens: Tokens, verb: int) -> int | None:
    """Return the verb, or what stands for it, of the clause that tells what a verb of speech says."""
    found = _clause_below(tokens, verb)
    if found is not None and tokens.lower[found] in CLEAR:
        return tokens.child(found, "csubj", "ccomp", "advcl")  # "made it clear that no ship would sail"
    return found


def _clause_below(tokens: Tokens, verb: int) -> int | None:
    return next(
        (
            c
            for c in tokens.all_children(verb, "ccomp")
            if tokens.parts[c] in {"VERB", "AUX", "ADJ", "NOUN", "PROPN", "NUM", "ADV"}
            and not _describes(tokens, c)
            and not _closes_sentence(tokens, c)
        ),
        None,
    )


def _closes_sentence(tokens: Tokens, clause: int) -> bool:
    """Say whether a clause only tells who says the whole sentence: "..., the ministry said on Monday"."""
    first, last = tokens.reach(clause)
    return tokens.words[first - 1 : first] == (",",) and is_closing_teller(tokens, first - 1, last)


def _describes(tokens: Tokens, participle: int) -> bool:
    """Say whether a participle is no clause but describes what stands before it: "a table laden with fruit"."""
    bare = tokens.child(participle, "nsubj", "nsubjpass", "aux", "auxpass", "mark") is None
    return bare and tokens.tags[participle] == "VBN" and tokens.parts[tokens.heads[participle] + 1] != "PUNCT"
