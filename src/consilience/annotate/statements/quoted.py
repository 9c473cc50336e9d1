"""Direct speech: whole quotations, over sentences and paragraphs, with the one who speaks them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from consilience.annotate.quotations import Quotation, find_quotations, goes_on_to
from consilience.annotate.statements.credits import called_out, credited, introduced, is_mistaken_cue
from consilience.annotate.statements.cues import act_of, addressees_of, cue_at, listeners_of, quoters_of, speakers_of
from consilience.annotate.statements.draft import Draft
from consilience.annotate.tokens import Tokens
from consilience.annotate.who import Who, subject_of
from consilience.lang import english_names as en
from consilience.lang.speech import EXAMPLES, TELLING
from consilience.model import TESTIFYING_ROLES, Document

#: A quotation of fewer words is a term in quotation marks, unless a verb of speech introduces it.
FEWEST_WORDS = 4
#: A quotation with more than this share of words in capitals is a title.
TITLED = 0.6
#: A cue stands at most this many tokens from the quotation it belongs to.
NEAR = 14


class Quoted(NamedTuple):
    """A quotation with the block it opens in: tokens `[first, last)`, whether it is whole speech or a term."""

    start: int
    end: int
    block: int
    first: int
    last: int
    whole: bool


def quotations_of(document: Document, tokens: Tokens) -> tuple[Quoted, ...]:
    """Return the quotations of the testifying blocks; one that runs on over paragraphs is one."""
    joined: list[tuple[Quotation, int]] = []
    for block, segment in enumerate(document.segments):
        if segment.role not in TESTIFYING_ROLES:
            continue
        previous = joined[-1] if joined else None
        at = segment.start
        if previous and previous[0].open_ended and block - previous[1] <= 2:
            closed = goes_on_to(document.text, segment.start, segment.end)
            if closed is not None:
                joined[-1] = (Quotation(previous[0].start, closed, open_ended=False), previous[1])
                at = closed
        for found in find_quotations(document.text, at, segment.end):
            previous = joined[-1] if joined else None
            goes_on = previous and previous[0].open_ended and found.start == segment.start
            if previous and goes_on:
                joined[-1] = (Quotation(previous[0].start, found.end, found.open_ended), previous[1])
            else:
                joined.append((found, block))
    starts = tokens.starts
    made = []
    for q, block in joined:
        first, last = bisect_left(starts, q.start), bisect_left(starts, q.end)
        if last > first:
            made.append(Quoted(q.start, q.end, block, first, last, _is_whole(document.text, q, tokens, first, last)))
    return tuple(made)


def _is_whole(text: str, q: Quotation, tokens: Tokens, first: int, last: int) -> bool:
    """Say whether a quotation is speech and not a term: it opens a clause, or closes one, or is long."""
    inner = text[q.start + 1 : q.end - 1].strip()
    words = sum(tokens.words[n][:1].isalnum() for n in range(first, last))
    if _is_object(tokens, first, last):
        return False
    opens = words >= FEWEST_WORDS and (inner[:1].isupper() or tokens.sentence_of[first] != tokens.sentence_of[last - 1])
    closes = inner[-1:] in ",.?!…" and words >= 3
    before = text[max(0, q.start - 3) : q.start].rstrip()
    return opens or closes or (before[-1:] in {",", ":"} and words >= 3)


def _is_object(tokens: Tokens, first: int, last: int) -> bool:
    """Say whether a quotation is what the reporter's verb acts on: "told the police “everything he did”"."""
    tops = [n for n in range(first, last) if not first <= tokens.heads[n] < last and tokens.parts[n] != "PUNCT"]
    within = first + 1 < last and tokens.words[first + 1][:1].islower()
    return within and len(tops) == 1 and tokens.relations[tops[0]] in {"dobj", "pobj"}


def find_quoted(tokens: Tokens, who: Who, quotations: Sequence[Quoted]) -> Iterator[Draft]:
    """Yield the direct tellings, in text order."""
    inside = {n for q in quotations for n in range(q.first, q.last)}
    last: tuple[Quoted, Draft] | None = None
    for q in quotations:
        cue = _cue_after(tokens, q, inside) or _cue_before(tokens, who, q, inside)
        if _is_listed(tokens, q):
            continue  # "questions like: “Where were you born?”"
        chanting = called_out(tokens, who, q.first)
        if chanting is not None:
            yield Draft(q.start, q.end, tokens.sentence_of[q.first], None, "direct", "say", chanting)
            continue
        if not q.whole and (cue is None or not _governs(tokens, cue, q)):
            continue
        written = cue is not None and tokens.lemmas[cue] == "read"  # "signs reading “Shame on You”"
        if _is_title(tokens, q) and not written:
            continue
        number = tokens.sentence_of[q.first]
        if cue is not None:
            speech = cue_at(tokens, cue)
            speakers = _not_spoken_of(tokens, who, cue, q, speakers_of(tokens, who, cue))
            to = listeners_of(tokens, who, cue, speakers)
            act = act_of(tokens, cue, speech) if speech else "say"
            via = tuple(v for v in quoters_of(tokens, who, cue) if v not in speakers)
            made = Draft(q.start, q.end, number, cue, "direct" if q.whole else "mixed", act, speakers, to, via)
        else:
            speakers, to = _uncued(tokens, who, q, last)
            opens = tokens.sentence(q.first).first == q.first
            words = speakers or opens or _stands_alone(tokens, q)  # else a title, or a term of the reporter's own
            if not words or not tokens.has_verb(q.first, q.last):
                continue
            made = Draft(q.start, q.end, number, None, "direct", "say", speakers, to)
        last = (q, made) if q.whole else last
        yield made


def _not_spoken_of(tokens: Tokens, who: Who, cue: int, q: Quoted, speakers: tuple[int, ...]) -> tuple[int, ...]:
    """Return *speakers*; where "he" would speak of himself by name, the other person named just before, or nobody."""
    subject = subject_of(tokens, cue)
    if subject is None or tokens.parts[subject] != "PRON" or tokens.lower[subject] not in en.PRONOUNS:
        return speakers
    of = {who.at(n) for n in range(q.first, q.last) if tokens.parts[n] == "PROPN"}
    if not any(s in of and who.chains[s].kind == "person" for s in speakers):
        return speakers
    sentence = tokens.parse.sentences[max(0, tokens.sentence_of[cue] - 1)]
    near = {who.at(n) for n in range(sentence.first, sentence.last) if tokens.parts[n] == "PROPN"}
    gender = en.PRONOUNS[tokens.lower[subject]][0]
    people = [c for c in near - of if c is not None and who.chains[c].kind == "person" and who.chains[c].named]
    others = [c for c in people if who.chains[c].gender in {None, gender}]
    return tuple(others) if len(others) == 1 else ()


def _uncued(
    tokens: Tokens, who: Who, q: Quoted, last: tuple[Quoted, Draft] | None
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return speakers and addressees of a quotation without a verb of speech beside it."""
    beside = credited(tokens, who, q.last) or introduced(tokens, who, q.first)
    return (beside, ()) if beside else _goes_on_from(tokens, who, q, last)


def _is_listed(tokens: Tokens, q: Quoted) -> bool:
    """Say whether a quotation is an example in a list."""
    before = q.first - 1
    return before > 0 and tokens.words[before] in {":", ","} and tokens.lower[before - 1] in EXAMPLES


def _goes_on_from(
    tokens: Tokens, who: Who, q: Quoted, last: tuple[Quoted, Draft] | None
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return speakers and addressees of a quotation without a verb of speech: those of what was said just before.

    That is the sentence before it, in its own paragraph or left open for it, or else the quotation before it.
    """
    if not _stands_alone(tokens, q):
        return (), ()
    number = tokens.sentence_of[q.first] - 1
    before = tokens.parse.sentences[number] if number >= 0 else None
    if before and (last is None or last[0].last <= before.first):
        closing = tokens.words[before.last - 1]
        near = before.block == tokens.sentence(q.first).block or closing in {":", ","}
        cue = next((n for n in range(before.first, before.last) if tokens.relations[n] == "ROOT"), None)
        speech = cue_at(tokens, cue) if cue is not None else None
        if near and cue is not None and speech and (speech.frames & {"c", "q"} or closing == ":"):
            return speakers_of(tokens, who, cue), addressees_of(tokens, who, cue)
    return (last[1].speakers, last[1].addressees) if last and q.block - last[0].block <= 1 else ((), ())


def _is_title(tokens: Tokens, q: Quoted) -> bool:
    """Say whether a quotation is the name of a work or a nickname: most of its words begin with a capital.

    What ends in an exclamation or a question is called out: "Old Man Out!".
    """
    words = [n for n in range(q.first, q.last) if tokens.words[n][:1].isalpha()]
    capitals = sum(tokens.words[n][:1].isupper() for n in words)
    closing = tokens.source[q.end - 2 : q.end - 1]
    return len(words) > 1 and capitals > TITLED * len(words) and closing not in "!?" and not _shouted(tokens, words)


def _shouted(tokens: Tokens, words: Sequence[int]) -> bool:
    return all(tokens.words[n].isupper() for n in words)


def _stands_alone(tokens: Tokens, q: Quoted) -> bool:
    """Say whether a quotation is a sentence of its own and no part of the reporter's."""
    outside = [n for n in tokens.within(q.first) if not q.first <= n < q.last]
    return not any(tokens.parts[n] in {"VERB", "AUX", "NOUN", "PROPN"} for n in outside)


def _governs(tokens: Tokens, cue: int, q: Quoted) -> bool:
    """Say whether a term in quotation marks is what the cue says: "called it “a family quarrel”"."""
    words = [n for n in range(q.first, q.last) if tokens.words[n][:1].isalnum()]
    return len(words) >= 2 and any(cue in tokens.ancestors(n) for n in words)


def _cue_after(tokens: Tokens, q: Quoted, inside: set[int]) -> int | None:
    """Return the verb of speech that follows a quotation before any stop: "...," she told reporters."""
    for n in range(q.last, min(len(tokens), q.last + NEAR)):
        if n > q.last and _sentence_ends(tokens, q) and tokens.sentence_of[n] != tokens.sentence_of[q.last - 1]:
            return None  # "“It was over.” After the vote the mayor said ..."
        if n in inside or tokens.words[n] in {".", "!", "?", ";", ":"} or _new_block(tokens, q.last - 1, n):
            return None
        cue = cue_at(tokens, n)
        if cue and "q" in cue.frames and tokens.words[q.last - 1][:1] != ".":
            return None if _says_another_thing(tokens, n) else n
    return None


def _sentence_ends(tokens: Tokens, q: Quoted) -> bool:
    """Say whether a quotation is a whole sentence with its stop, and another sentence begins behind it."""
    closing = tokens.source[q.start : q.end - 1].rstrip()[-1:]
    return closing == "." and tokens.words[q.last][:1].isupper()


def _says_another_thing(tokens: Tokens, cue: int) -> bool:
    """Say whether a verb of speech behind a quotation has an object of its own: "the ministry recommending a test"."""
    goal = tokens.child(cue, "dobj")
    return goal is not None and goal > cue and tokens.lemmas[cue] not in TELLING


def _cue_before(tokens: Tokens, who: Who, q: Quoted, inside: set[int]) -> int | None:
    """Return the verb of speech that leads to a quotation: he said: "..."; in Oslo, he called it "..."."""
    for n in range(q.first - 1, max(-1, q.first - 1 - NEAR), -1):
        if n in inside or tokens.words[n] in {".", "!", "?"} or _new_block(tokens, n, q.first):
            return None
        cue = cue_at(tokens, n)
        if (cue and cue.frames & {"q", "o", "c"}) or (n == q.first - 2 and is_mistaken_cue(tokens, who, n)):
            return n
    return None


def _new_block(tokens: Tokens, a: int, b: int) -> bool:
    return tokens.sentence(a).block != tokens.sentence(b).block
