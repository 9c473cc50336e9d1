"""Indirect speech: clauses, infinitives and objects of verbs of speech, "according to", and acts told by a noun."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consilience.annotate.statements.according import find_according
from consilience.annotate.statements.acts import deed_of, object_of
from consilience.annotate.statements.complements import complement_of
from consilience.annotate.statements.cues import (
    act_of,
    cue_at,
    listeners_of,
    quoters_of,
    speakers_of,
    subject_behind_comma,
)
from consilience.annotate.statements.draft import Draft, trimmed
from consilience.annotate.statements.extents import claims_joined, clause_at, up_to_additions, without_mark
from consilience.annotate.tokens import Tokens
from consilience.annotate.who import Who, subject_of
from consilience.lang.english_materiel import COMBATANTS
from consilience.lang.speech import (
    DOCUMENTS,
    EARLIER,
    FUTURE,
    GIVING,
    NARRATING,
    QUESTION_WORDS,
    QUOTE_PAIRS,
    READY,
    TELLING,
    Cue,
    speech_nouns,
)
from consilience.model import TESTIFYING_ROLES, TellingForm

#: What may stand after a cue that closes its sentence: ", the ministry said on Friday in a statement".
_TRAILING = frozenset(
    {"prep", "npadvmod", "advmod", "punct", "nsubj", "dobj", "dative", "agent", "appos", "prt", "aux"}
)


def find_clauses(tokens: Tokens, who: Who) -> Iterator[Draft]:
    """Yield the indirect tellings of a report, in text order of their cues."""
    for number, sentence in enumerate(tokens.parse.sentences):
        if sentence.role not in TESTIFYING_ROLES:
            continue
        for n in range(sentence.first, sentence.last):
            if tokens.lower[n] == "according":
                yield from find_according(tokens, who, n, number)
            cue = cue_at(tokens, n)
            if cue:
                yield from _told(tokens, who, n, cue, number)


def _told(tokens: Tokens, who: Who, verb: int, cue: Cue, number: int) -> Iterator[Draft]:
    speakers = speakers_of(tokens, who, verb)
    contents, form = _contents(tokens, verb, cue, speakers)
    addressees = listeners_of(tokens, who, verb, speakers)
    for content in contents:
        span = trimmed(tokens, *content)
        if span is None or (form == "indirect" and _is_unsaid(tokens, verb, content)):
            continue
        act = act_of(tokens, verb, cue)
        if act == "say" and form == "indirect" and _offers(tokens, content):
            act = "offer"
        if act == "say" and form == "nominal" and tokens.lemmas[verb] in TELLING:
            act = "urge"  # "told him to leave"
        via = tuple(v for v in quoters_of(tokens, who, verb) if v not in speakers)
        yield Draft(*span, number, verb, form, act, speakers, addressees, via)


def _contents(
    tokens: Tokens, verb: int, cue: Cue, speakers: tuple[int, ...]
) -> tuple[Sequence[tuple[int, int]], TellingForm]:
    """Return what a verb of speech introduces, claim by claim, and whether it tells the words or only the act."""
    whole = _as_told(tokens, verb) or _closed_by(tokens, verb, cue)
    if whole is not None:
        return (whole,), "indirect"
    clause = _clause(tokens, verb, cue)
    if clause is not None:
        complement = complement_of(tokens, verb)
        return claims_joined(tokens, complement, *clause) if complement is not None else (clause,), "indirect"
    told = _noun_clause(tokens, verb) or _that_clause(tokens, verb, cue) or _fronted(tokens, verb, cue, speakers)
    if told is not None:
        return (told,), "indirect"
    deed = deed_of(tokens, verb, cue) or object_of(tokens, verb, cue)
    return ((deed,) if deed is not None else ()), "nominal"


def _is_unsaid(tokens: Tokens, verb: int, content: tuple[int, int]) -> bool:
    """Say whether a clause tells that something was said, not what ("said who had won"), or is told by another cue."""
    first = tokens.lower[content[0]]
    elsewhere = first == "according" and content[0] == tokens.sentence(verb).first
    return elsewhere or (first in QUESTION_WORDS and tokens.lemmas[verb] not in NARRATING)


def _offers(tokens: Tokens, content: tuple[int, int]) -> bool:
    """Say whether a clause announces help: "it would send two planes", "was ready to help"."""
    for n in range(*content):
        if tokens.lemmas[n] not in GIVING or tokens.parts[n] != "VERB":
            continue
        auxiliaries = {tokens.lower[a] for a in tokens.all_children(n, "aux")}
        ready = tokens.lemmas[tokens.heads[n]] in READY
        if any(tokens.lemmas[g] in COMBATANTS for g in tokens.all_children(n, "dobj")):
            continue  # who sends a frigate offers no help
        if tokens.child(n, "neg") is None and (auxiliaries & FUTURE or ready):
            return True
    return False


def _as_told(tokens: Tokens, verb: int) -> tuple[int, int] | None:
    """Return the main clause behind "As X told Y, ..."."""
    opens = any(tokens.lower[m] == "as" for m in tokens.all_children(verb, "mark", "advmod"))
    sentence = tokens.sentence(verb)
    if not opens or tokens.relations[verb] != "advcl" or tokens.child(verb, "ccomp") is not None:
        return None
    first, last = tokens.reach(verb)
    return (last, sentence.last) if first <= sentence.first + 1 and last < sentence.last - 2 else None


def _is_infinitive(tokens: Tokens, clause: int) -> bool:
    return any(tokens.lower[a] == "to" for a in tokens.all_children(clause, "aux"))


def _clause(tokens: Tokens, verb: int, cue: Cue) -> tuple[int, int] | None:
    """Return the tokens of the clause that a verb introduces, without "that"."""
    clause = complement_of(tokens, verb)
    if clause is None or "c" not in cue.frames or ("i" in cue.frames and _is_infinitive(tokens, clause)):
        return None
    found = clause_at(tokens, verb, clause)
    if found[1] <= verb and _is_told_by_another(tokens, found[0]):
        return tokens.sentence(verb).first, found[1]  # "He thanked her but said that all was well, the office said"
    return None if found[1] <= verb and _stands_apart(tokens, verb, found[1]) else found


def _is_told_by_another(tokens: Tokens, first: int) -> bool:
    """Say whether a clause stands right behind a verb of speech, with or without "that"."""
    before = first - 1 - (first > 0 and tokens.lower[first - 1] == "that")
    return before > tokens.sentence(first).first and cue_at(tokens, before) is not None


def _stands_apart(tokens: Tokens, verb: int, end: int) -> bool:
    """Say whether a clause before a verb is told beside it, not by it: "Two are missing; so the mayor says ..."."""
    subject = tokens.child(verb, "nsubj")
    edge = tokens.reach(subject)[0] if subject is not None and end <= subject < verb else verb
    joining = any(tokens.parts[n] != "PUNCT" and tokens.lower[n] != "as" for n in range(end, edge))
    opener = next((n for n in tokens.within(verb) if tokens.parts[n] != "PUNCT"), verb)
    when = tokens.lower[opener] in EARLIER and tokens.relations[opener] == "mark"  # "After prices rose, he declared"
    return tokens.words[end] == ";" or (joining and edge < verb) or when


def _closed_by(tokens: Tokens, verb: int, cue: Cue) -> tuple[int, int] | None:
    """Return what stands before ", the director of the hospital said" where the parser took another for its subject."""
    closing = subject_behind_comma(tokens, verb)
    first = tokens.sentence(verb).first
    if closing is None or "c" not in cue.frames or not tokens.has_verb(first, closing - 1):
        return None
    comma = next(n for n in range(closing, first, -1) if tokens.words[n] == ",")
    return first, comma


def _that_clause(tokens: Tokens, verb: int, cue: Cue) -> tuple[int, int] | None:
    """Return what follows "observed that" where the parser saw no clause."""
    first, last = verb + 2, tokens.sentence(verb).last
    opens = first < last and tokens.lower[verb + 1] == "that" and tokens.relations[verb + 1] == "mark"
    if not opens or "c" not in cue.frames or not tokens.has_verb(first, last):
        return None
    return first, up_to_additions(tokens, first, last)


def _noun_clause(tokens: Tokens, verb: int) -> tuple[int, int] | None:
    """Return the clause in "expressed his hope that ...", "told the Bee in a statement that ..."."""
    behind = [tokens.child(p, "pobj") for p in tokens.all_children(verb, "prep")]
    written = [n for n in behind if n is not None and tokens.lemmas[n] in DOCUMENTS]
    objects = tokens.all_children(verb, "dobj")
    aside = [n for n in (*behind, *(objects if tokens.lemmas[verb] in TELLING else ())) if n is not None]
    for target in dict.fromkeys((*objects, *aside)):
        says = tokens.lemmas[target] in speech_nouns() or target in written
        for c in tokens.all_children(target, "acl", "ccomp", "relcl"):
            that = next((m for m in tokens.children[c] if tokens.lower[m] == "that"), None)
            if that is not None and (says or (target in aside and _is_whole(tokens, c, that))):
                first, last = tokens.reach(c)
                return without_mark(tokens, first + (that == first), last)
    return None


def _is_whole(tokens: Tokens, clause: int, that: int) -> bool:
    """Say whether a clause that the parser took for a relative one lacks nothing: "told her at dinner that it was"."""
    subject = tokens.child(clause, "nsubj", "nsubjpass")
    own = tokens.relations[that] == "mark" and subject is not None and subject > that
    return own and tokens.has_verb(that, tokens.reach(clause)[1])


def _fronted(tokens: Tokens, verb: int, cue: Cue, speakers: tuple[int, ...]) -> tuple[int, int] | None:
    """Return what stands before ", X said" where the parser saw no clause of it.

    The cue must close its sentence: nothing but its own subject, adverbs and prepositional phrases follow.
    """
    if not cue.frames & {"c", "q"} or tokens.child(verb, "ccomp", "xcomp") is not None:
        return None
    if tokens.relations[verb] in {"acl", "relcl", "amod"} and not speakers:
        return None  # "the sum requested"; a parser may see "the ministry announced" so, too
    sentence = tokens.sentence(verb)
    subject = subject_of(tokens, verb)
    if subject is None and not speakers:
        return None
    left = (
        min(verb, tokens.reach(subject)[0])
        if subject is not None and sentence.first <= subject < sentence.last
        else verb
    )
    comma = left - 1
    if comma <= sentence.first + 2 or tokens.words[comma] not in {",", "”", '"'}:
        return None
    rest = [
        n
        for n in range(verb + 1, sentence.last)
        if tokens.heads[n] == verb and n not in tokens.subtree(subject if subject is not None else verb)
    ]
    opening = tokens.lower[sentence.first]
    as_told = opening == "as" and tokens.relations[sentence.first] == "mark"  # "As X told Y, ..."
    if opening in QUOTE_PAIRS or as_told or tokens.words[comma] != ",":
        return None
    put_in = tokens.relations[verb] == "parataxis" and tokens.words[verb + 1 : verb + 2] == (",",)
    if not put_in and (any(tokens.relations[n] not in _TRAILING for n in rest) or sentence.last - verb > 16):
        return None
    told = tokens.has_verb(sentence.first, comma) or sentence.role == "headline"  # "Norway in mourning, Holm says"
    return (sentence.first, comma) if told else None
