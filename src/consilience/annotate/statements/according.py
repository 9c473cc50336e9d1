"""What is told by "according to"."""

from __future__ import annotations

from collections.abc import Iterator

from consilience.annotate.statements.cues import spoken_by
from consilience.annotate.statements.draft import Draft, trimmed
from consilience.annotate.tokens import Tokens
from consilience.annotate.who import Who
from consilience.lang.english_sources import COUNTS
from consilience.lang.speech import DOCUMENTS, speech_nouns


def find_according(tokens: Tokens, who: Who, n: int, number: int) -> Iterator[Draft]:
    """Yield what "according to X" covers: the clause before it, or, where it opens the clause, the one after."""
    sentence = tokens.parse.sentences[number]
    if n + 2 >= sentence.last or tokens.lower[n + 1] != "to" or _is_of_a_thing(tokens, who, n + 2):
        return
    source, end = _source(tokens, who, n + 2, sentence.last)
    end = _past_apposition(tokens, source, end, sentence.last)
    before = next((k + 1 for k in range(n - 1, sentence.first, -1) if tokens.lower[k] == "according"), sentence.first)
    told_before = any(tokens.relations[k] == "ROOT" and tokens.parts[k] in {"VERB", "AUX"} for k in range(before, n))
    closes = (
        sentence.last - end <= 6 or told_before or all(tokens.parts[k] == "PUNCT" for k in range(end, sentence.last))
    )
    opener = n - 1 - (tokens.words[n - 1] == ",")
    opens = opener >= before and (tokens.relations[opener] == "mark" or tokens.tags[opener] in {"WDT", "WP", "WRB"})
    content = (before, n) if n > before + 2 and closes and not opens else (end, sentence.last)
    span = trimmed(tokens, *content)
    clause = tokens.has_verb(*content) or told_before  # a tagger may take "telephoned" for a participle
    if span and content[1] - content[0] > 2 and clause:
        yield Draft(*span, number, n, "indirect", "say", spoken_by(tokens, who, source, end))


def _past_apposition(tokens: Tokens, source: int, end: int, last: int) -> int:
    """Return where the description behind a source ends: "according to Ada Holm, a teacher of music and art, ..."."""
    while end < last - 1 and tokens.words[end] == ",":
        noun = next((m for m in range(end + 1, last) if tokens.parts[m] in {"NOUN", "PROPN", "VERB", "AUX"}), None)
        if noun is None or source not in tokens.ancestors(noun):
            break
        end = next((m for m in range(end + 1, last) if source not in tokens.ancestors(m)), last)
    return end


def _is_of_a_thing(tokens: Tokens, who: Who, first: int) -> bool:
    """Say whether a source is somebody's thing that says nothing itself: "according to her bill of lading"."""
    noun = tokens.heads[first]
    speaks = tokens.lemmas[noun] in speech_nouns() or tokens.lemmas[noun] in COUNTS
    return tokens.tags[first] == "PRP$" and who.at(noun) is None and not speaks


def _source(tokens: Tokens, who: Who, first: int, last: int) -> tuple[int, int]:
    """Return the token that names the source after "according to", and where its phrase ends.

    The phrase ends at the first comma; without one, with the name or description that opens it.
    """
    comma = next((k for k in range(first, last) if tokens.words[k] in {",", ";", "—"}), last)
    noun = tokens.child(first - 1, "pobj")
    if noun is not None and first <= noun < comma and tokens.lemmas[noun] in DOCUMENTS and who.at(noun) is None:
        return noun, comma if comma < last else tokens.reach(noun)[1]
    if noun is not None and first <= noun < comma and who.at(noun) is not None and tokens.reach(noun)[1] <= comma:
        return noun, tokens.reach(noun)[1]
    named = next((k for k in range(first, comma) if who.at(k) is not None), first)
    if comma < last and comma - first <= 14:
        heads = [k for k in range(first, comma) if not first <= tokens.heads[k] < comma and who.at(k) is not None]
        return (heads[0] if heads else named), comma
    end = named + 1
    while end < comma and who.at(end) == who.at(named) and who.at(named) is not None:
        end += 1
    return named, max(end, first + 1)
