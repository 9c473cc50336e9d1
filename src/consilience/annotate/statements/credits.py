"""Who speaks a quotation that no verb of speech stands beside."""

from __future__ import annotations

from consilience.annotate.statements.cues import cue_at, speakers_of, spoken_by
from consilience.annotate.tokens import Tokens
from consilience.annotate.who import Who
from consilience.lang.speech import CALLS, WORDS_OF, speech_verbs

#: A credit behind a dash has at most this many tokens.
LONGEST_CREDIT = 6
_DASHES = frozenset({"-", "–", "—", "--"})


def credited(tokens: Tokens, who: Who, last: int) -> tuple[int, ...]:
    """Return who alone is named behind a quotation that ends before token *last*: "... it was over." - Ada Holm."""
    block = tokens.sentence(last - 1).block
    if last >= len(tokens) or tokens.words[last] not in _DASHES or tokens.sentence(last).block != block:
        return ()
    end = next((n for n in range(last, len(tokens)) if tokens.sentence(n).block != block), len(tokens))
    chains = {who.at(n) for n in range(last + 1, end)} - {None}
    named = [c for c in chains if c is not None and who.chains[c].named and who.chains[c].kind == "person"]
    return tuple(named) if len(chains) == 1 and end - last <= LONGEST_CREDIT else ()


def introduced(tokens: Tokens, who: Who, first: int) -> tuple[int, ...]:
    """Return who speaks the quotation that begins at token *first*, from the words that lead to it.

    "In the words of Ada Holm, ..."; "the mayor defended the sale: ...", where the sentence tells an act of speech.
    """
    sentence = tokens.sentence(first - 1) if first else None
    if sentence is None or tokens.words[first - 1] not in {",", ":"} or sentence.block != tokens.sentence(first).block:
        return ()
    for n in range(sentence.first, first - 2):
        if tokens.lower[n] in WORDS_OF and tokens.lower[n + 1] == "of":
            source = tokens.child(n + 1, "pobj")
            return spoken_by(tokens, who, source, first - 1) if source is not None else ()
    if tokens.words[first - 1] == ":":
        verbs = (n for n in range(sentence.first, first) if tokens.parts[n] == "VERB" and cue_at(tokens, n) is not None)
        told = next((speakers for n in verbs if (speakers := speakers_of(tokens, who, n))), ())
        return tuple(c for c in told if who.chains[c].kind in {"person", "organisation", "group"})
    return ()


def called_out(tokens: Tokens, who: Who, first: int) -> tuple[int, ...] | None:
    """Return who calls out the words that begin at token *first*, () for a crowd; None where nobody does.

    "Chants of “Out!”"; "the students' slogan, “Out!”".
    """
    before = range(max(tokens.sentence(first).first, first - 3), first)
    noun = next((n for n in reversed(before) if tokens.lemmas[n] in CALLS), None)
    if noun is None or any(tokens.lower[n] != "of" and tokens.parts[n] != "PUNCT" for n in range(noun + 1, first)):
        return None
    owner = tokens.child(noun, "poss")
    return who.parties(owner) if owner is not None else ()


def is_mistaken_cue(tokens: Tokens, who: Who, n: int) -> bool:
    """Say whether a tagger took a verb of speech before a quotation for a noun: "The union notes, ..."."""
    noun = tokens.parts[n] in {"NOUN", "PROPN"} and tokens.lower[n].endswith("s")
    named = n > 0 and who.at(n - 1) is not None and tokens.words[n + 1] in {",", ":"}
    return noun and named and tokens.lemmas[n] in speech_verbs() and "q" in speech_verbs()[tokens.lemmas[n]].frames
