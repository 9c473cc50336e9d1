"""Indirect speech: clauses, infinitives and objects of verbs of speech, "according to", and acts told by a noun."""

from __future__ import annotations

from collections.abc import Iterator

from consilience.annotate.statements.cues import act_of, addressees_of, continues_cue, cue_at, speakers_of
from consilience.annotate.statements.draft import Draft, trimmed
from consilience.annotate.tokens import Tokens
from consilience.annotate.who import Who, subject_of
from consilience.lang.english_sources import COUNTS
from consilience.lang.english_times import WEEKDAYS
from consilience.lang.speech import (
    FUTURE,
    GIVING,
    LIGHT_VERBS,
    NARRATING,
    QUESTION_WORDS,
    READY,
    TELLING,
    VERB_PARTICLES,
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
                yield from _according(tokens, who, n, number)
            cue = cue_at(tokens, n)
            if cue:
                yield from _told(tokens, who, n, cue, number)


def _told(tokens: Tokens, who: Who, verb: int, cue: Cue, number: int) -> Iterator[Draft]:
    speakers = speakers_of(tokens, who, verb)
    content = (
        _as_told(tokens, verb)
        or _clause(tokens, verb, cue)
        or _noun_clause(tokens, verb)
        or _fronted(tokens, verb, cue, speakers)
    )
    if content is not None and tokens.lower[content[0]] == "according":
        return  # the source is told by "according to"
    form: TellingForm = "indirect"
    if content is None:
        content, form = _deed(tokens, verb, cue) or _object(tokens, verb, cue), "nominal"
    if content is None:
        return
    span = trimmed(tokens, *content)
    asks = tokens.lower[content[0]] in QUESTION_WORDS and tokens.lemmas[verb] not in NARRATING
    if span is None or (form == "indirect" and asks):
        return  # "said who had won" tells that something was said, not what
    act = act_of(tokens, verb, cue)
    if act == "say" and form == "indirect" and _offers(tokens, content):
        act = "offer"
    yield Draft(
        *span,
        number,
        verb,
        form,
        act,
        speakers,
        tuple(a for a in addressees_of(tokens, who, verb) if a not in speakers),
    )


def _offers(tokens: Tokens, content: tuple[int, int]) -> bool:
    """Say whether a clause announces help: "it would send two planes", "was ready to help"."""
    for n in range(*content):
        if tokens.lemmas[n] not in GIVING or tokens.parts[n] != "VERB":
            continue
        auxiliaries = {tokens.lower[a] for a in tokens.all_children(n, "aux")}
        ready = tokens.lemmas[tokens.heads[n]] in READY
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


def _complement(tokens: Tokens, verb: int) -> int | None:
    return next(
        (
            c
            for c in tokens.all_children(verb, "ccomp")
            if tokens.parts[c] in {"VERB", "AUX", "ADJ", "NOUN", "PROPN", "NUM", "ADV"} and not _describes(tokens, c)
        ),
        None,
    )


def _describes(tokens: Tokens, participle: int) -> bool:
    """Say whether a participle is no clause but describes what stands before it: "a table laden with fruit"."""
    bare = tokens.child(participle, "nsubj", "nsubjpass", "aux", "auxpass", "mark") is None
    return bare and tokens.tags[participle] == "VBN" and tokens.parts[tokens.heads[participle] + 1] != "PUNCT"


def _is_infinitive(tokens: Tokens, clause: int) -> bool:
    return any(tokens.lower[a] == "to" for a in tokens.all_children(clause, "aux"))


def _clause(tokens: Tokens, verb: int, cue: Cue) -> tuple[int, int] | None:
    """Return the tokens of the clause that a verb introduces, without "that"."""
    clause = _complement(tokens, verb)
    if clause is None or "c" not in cue.frames or ("i" in cue.frames and _is_infinitive(tokens, clause)):
        return None
    first, last = _beside(tokens, verb, _up_to_next_cue(tokens, clause))
    if first > verb:
        first, last = _misplaced_subject(tokens, verb, clause, first), _to_its_end(tokens, verb, clause, last)
    return _without_mark(tokens, _after_day(tokens, verb, first), last)


def _misplaced_subject(tokens: Tokens, verb: int, clause: int, first: int) -> int:
    """Return where a clause begins whose subject was taken for the object: "believed the fire helped the town"."""
    goal = tokens.child(verb, "dobj")
    lost = goal is not None and verb < goal < first and tokens.child(clause, "nsubj", "nsubjpass", "mark") is None
    return tokens.reach(goal)[0] if lost and goal is not None and tokens.lemmas[verb] not in TELLING else first


def _to_its_end(tokens: Tokens, verb: int, clause: int, last: int) -> int:
    """Return where a clause ends of which a part was hung onto its verb.

    A second clause that follows at once ("said that the group called the Lamps was gone"), and one joined in another
    tense than the verb's ("says it was wrong and he was forced to sign").
    """
    for n in tokens.children[verb]:
        first, end = tokens.reach(n)
        if n <= clause or end <= last:
            continue
        goes_on = tokens.relations[n] == "ccomp" and first == last and tokens.lower[first] != "that"
        present, past = tokens.tags[verb] in {"VBZ", "VBP"}, tokens.past(n)
        own = tokens.child(n, "nsubj", "nsubjpass") is not None
        joined = tokens.relations[n] == "conj" and present and past and own and first - last <= 1
        if (goes_on or joined) and cue_at(tokens, n) is None:
            last = end
    return last


def _deed(tokens: Tokens, verb: int, cue: Cue) -> tuple[int, int] | None:
    """Return what is asked, promised or refused in an infinitive: "asked both sides to wait", "vowed to return".

    The act is told, not its words: nobody said "to wait".
    """
    infinitive = tokens.child(verb, "xcomp")
    infinitive = _complement(tokens, verb) if infinitive is None else infinitive
    if infinitive is None or "i" not in cue.frames or infinitive < verb:
        return None
    first, last = tokens.reach(infinitive)
    goal = tokens.child(verb, "dobj")
    return (tokens.reach(goal)[0] if goal is not None and verb < goal < first else first), last


def _up_to_next_cue(tokens: Tokens, clause: int) -> tuple[int, int]:
    """Return the reach of a clause, without a second verb of speech that the parser hung onto it.

    "X stated that the crew were well and undertook to let a doctor in": X undertook it, the crew did not. A word cut at
    its hyphen is made whole.
    """
    first, last = tokens.reach(clause)
    for joined in tokens.all_children(clause, "conj"):
        if continues_cue(tokens, joined):
            last = min(last, tokens.reach(joined)[0])
            last -= tokens.relations[last - 1] == "cc"
    end = tokens.sentence(clause).last
    while (
        first > 0 and 0 < last < end and tokens.glued(last) and tokens.words[last - 1] + tokens.words[last] not in ".."
    ):
        hanging = tokens.heads[last] if tokens.words[last] == "-" else last
        last = max(last + 1, tokens.reach(hanging)[1] if hanging >= last else last + 1)
    return first, last


def _after_day(tokens: Tokens, verb: int, first: int) -> int:
    """Return where the content begins after "said on Wednesday ...": the day is that of the saying."""
    at = first + (tokens.lower[first] == "on")
    day = at < len(tokens) and tokens.lower[at] in WEEKDAYS
    told = first == verb + 1 and day and at + 2 < len(tokens) and tokens.words[at + 1] != ","
    return at + 1 if told else first


def _beside(tokens: Tokens, verb: int, reach: tuple[int, int]) -> tuple[int, int]:
    """Return the part of a clause that stands on one side of its verb and of the verb's subject."""
    first, last = reach
    if first > verb:
        return first, last
    subject = subject_of(tokens, verb)
    own = tokens.reach(subject)[0] if subject is not None and subject in tokens.children[verb] else verb
    edge = min(verb, own) if own > first else verb
    return first, min(last, edge)


def _without_mark(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    while first < last and (
        tokens.parts[first] == "PUNCT" or (tokens.lower[first] == "that" and tokens.relations[first] == "mark")
    ):
        if tokens.words[first] in {"“", '"', "‘", "«"}:
            break
        first += 1
    return first, last


def _noun_clause(tokens: Tokens, verb: int) -> tuple[int, int] | None:
    """Return the clause in "expressed his hope that ..." and "affirmed his confidence that ..."."""
    for target in tokens.all_children(verb, "dobj"):
        if tokens.lemmas[target] in speech_nouns():
            clause = next(
                (
                    c
                    for c in tokens.all_children(target, "acl", "ccomp", "relcl")
                    if any(tokens.lower[m] == "that" for m in tokens.children[c])
                ),
                None,
            )
            if clause is not None:
                return _without_mark(tokens, *tokens.reach(clause))
    return None


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
    left_of_cue = tokens.words[sentence.first : comma]
    if any(mark in left_of_cue for mark in ("“", '"', "«")) or left_of_cue[0].casefold() == "as":
        return None  # a quotation, or "As X told Y, ..."
    if any(tokens.relations[n] not in _TRAILING for n in rest) or sentence.last - verb > 16:
        return None
    return (sentence.first, comma) if tokens.has_verb(sentence.first, comma) else None


def _object(tokens: Tokens, verb: int, cue: Cue) -> tuple[int, int] | None:
    """Return the object that says what was said: "called for restraint", "denied the report", "voiced regret"."""
    for child in tokens.all_children(verb, "prep", "prt"):
        if (tokens.lemmas[verb], tokens.lower[child]) in VERB_PARTICLES:
            goal = tokens.child(child, "pobj", "pcomp")
            if goal is None and tokens.relations[child] == "prt":
                goal = tokens.child(verb, "dobj")
            if (goal is not None and tokens.lemmas[verb] != "call") or tokens.lower[child] == "for":
                return tokens.reach(goal) if goal is not None else None
    if "o" not in cue.frames:
        return None
    goal = tokens.child(verb, "dobj")
    if goal is None or tokens.parts[goal] == "PRON":
        return None
    if tokens.lemmas[verb] in LIGHT_VERBS and cue.act == "say" and not _names_act(tokens, goal):
        return None
    return tokens.reach(goal)


def _names_act(tokens: Tokens, noun: int) -> bool:
    return any(tokens.lemmas[n] in speech_nouns() for n in (noun, *tokens.all_children(noun, "conj")))


def _according(tokens: Tokens, who: Who, n: int, number: int) -> Iterator[Draft]:
    """Yield what "according to X" covers: the clause before it, or, where it opens the clause, the one after."""
    sentence = tokens.parse.sentences[number]
    if n + 2 >= sentence.last or tokens.lower[n + 1] != "to" or _is_of_a_thing(tokens, who, n + 2):
        return
    source, end = _source(tokens, who, n + 2, sentence.last)
    end = _past_apposition(tokens, source, end, sentence.last)
    closes = all(tokens.parts[k] == "PUNCT" for k in range(end, sentence.last)) or sentence.last - end <= 6
    content = (sentence.first, n) if n > sentence.first + 2 and closes else (end, sentence.last)
    span = trimmed(tokens, *content)
    if span and content[1] - content[0] > 2 and tokens.has_verb(*content):
        yield Draft(*span, number, n, "indirect", "say", who.parties(source))


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
