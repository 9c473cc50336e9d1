"""Which time of its sentence, or of the sentence before, an event without a time of its own is dated by."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from consilience.lang.event_grammar import (
    DATED,
    DATING_CLAUSES,
    FOLLOWING_CLAUSES,
    HAPPEN,
    NARRATING,
    OPINIONS,
    SAYING,
    TAKING_UP,
)
from consilience.model import Annotations, EventMention, Interval, Parse, TimeMention
from consilience.reconcile.dating import Times

#: Days of a time from which the sentences after it count: a day, or a night of two.
SHORT = 2
_VERBS = frozenset({"VERB", "AUX"})


def governing_days(notes: Annotations, times: Times, event: EventMention) -> Interval | None:
    """Return the days of the only time in an event's sentence that says when its clause was; None for two, or none.

    A time says it that stands in its clause, in one above it or beside it, or in a "when" clause, and none inside what
    is reported, wanted or described beside it: "said it had offered help and would send a team on Friday".
    """
    found = [
        times[n]
        for n, t in enumerate(notes.times)
        if t.sentence == event.sentence
        and not t.expression.duration
        and _governs(notes.parse, t, event.head, opinion=event.type in OPINIONS)
    ]
    return found[0] if len(found) == 1 else None


def follows_another(notes: Annotations, event: EventMention) -> bool:
    """Say whether a sentence names the time of what came before the event: "after prices doubled in May, it fell"."""
    parse = notes.parse
    own = {event.head, *_above(parse, event.head)}
    for t in notes.times:
        if t.sentence == event.sentence and not t.expression.duration:
            at = _token_at(parse, t)
            clauses = [n for n in (at, *_above(parse, at)) if parse.relations[n] == "advcl"]
            if any(_marks(parse, n) & FOLLOWING_CLAUSES and parse.heads[n] in own for n in clauses):
                return True
    return False


def is_narrated(notes: Annotations, event: EventMention) -> bool:
    """Say whether a clause, or one above it, is told as following on something: "he later asked for help".

    What a clause joined to it tells as having followed came later still: "he asked for help, and troops soon arrived".
    """
    parse = notes.parse
    own = {event.head, *_above(parse, event.head)}
    own |= {n for n, r in _around(parse, event.head) if r == "conj" and parse.heads[n] == event.head}
    adverbs = (n for n, r in _around(parse, event.head) if r == "advmod" and parse.heads[n] in own)
    return any(parse.lemmas[n].casefold() in NARRATING for n in adverbs)


def running_days(notes: Annotations, times: Times, event: EventMention) -> Interval | None:
    """Return the days of the sentence before, where this one takes it up: "On Friday it was she who called. He spoke".

    That is: both stand in one paragraph, the subject is a pronoun, the verb is of the past and the time is short.
    """
    parse, here = notes.parse, event.sentence
    if not here or parse.sentences[here - 1].block != parse.sentences[here].block or not _takes_up(parse, event.head):
        return None
    told = parse.sentences[here - 1]
    root = next((n for n in range(told.first, told.last) if parse.relations[n] == "ROOT"), told.first)
    before = [
        days
        for t, days in zip(notes.times, times, strict=True)
        if t.sentence == here - 1
        and not t.expression.duration
        and days is not None
        and _governs(parse, t, root, opinion=False)
    ]
    return before[0] if len(before) == 1 and before[0].days <= SHORT else None


def is_further_back(notes: Annotations, event: EventMention) -> bool:
    """Say whether the clause, or one it completes, stands in the past perfect, without a time: it came before the news.

    In what somebody said it only follows the tense of "said": "said that it had offered help" is news of an offer.
    """
    parse = notes.parse
    above = parse.heads[event.head]
    if parse.relations[event.head] == "ccomp" and parse.lemmas[above] in SAYING and parse.tags[above] == "VBD":
        return _is_perfect(parse, above)
    if _is_perfect(parse, event.head):
        return True
    return parse.relations[event.head] == "conj" and _has_no_subject(parse, event.head) and _is_perfect(parse, above)


def is_spoken_of_as_known(notes: Annotations, event: EventMention) -> bool:
    """Say whether a talk is only the occasion of what is told, and known: "stressed during his contacts with her"."""
    parse = notes.parse
    owned = any(r == "poss" and parse.heads[n] == event.head for n, r in _around(parse, event.head))
    return event.type == "CONSULT" and owned and parse.relations[event.head] == "pobj"


def is_of_an_opinion(notes: Annotations, event: EventMention) -> bool:
    """Say whether an event is what a clause welcomes or demands, whose tense says nothing of its day."""
    above = frozenset(_above(notes.parse, event.head))
    return any(e.type in OPINIONS and e.head in above for e in notes.events)


def is_past_plan(notes: Annotations, event: EventMention) -> bool:
    """Say whether a plan is told as one that was: "were to have met"."""
    parse = notes.parse
    return was_planned(notes, event) and "have" in _helpers(parse, event.head)


def was_planned(notes: Annotations, event: EventMention) -> bool:
    """Say whether a clause tells what was to be: "the borders, which were to reopen on Monday"."""
    parse = notes.parse
    above = parse.heads[event.head]
    return "to" in _helpers(parse, event.head) and parse.lemmas[above] == "be" and parse.tags[above] == "VBD"


def _helpers(parse: Parse, verb: int) -> frozenset[str]:
    return frozenset(parse.lemmas[n] for n, r in _around(parse, verb) if r == "aux" and parse.heads[n] == verb)


def _is_perfect(parse: Parse, verb: int) -> bool:
    before = range(max(0, verb - 6), verb)
    return any(parse.heads[n] == verb and parse.lemmas[n] == "have" and parse.tags[n] == "VBD" for n in before)


def _has_no_subject(parse: Parse, verb: int) -> bool:
    return not any(r in {"nsubj", "nsubjpass"} and parse.heads[n] == verb for n, r in _around(parse, verb))


def _around(parse: Parse, n: int) -> Iterator[tuple[int, str]]:
    sentence = next(s for s in parse.sentences if s.first <= n < s.last)
    return ((k, parse.relations[k]) for k in range(sentence.first, sentence.last))


def _takes_up(parse: Parse, head: int) -> bool:
    """Say whether the clause of an event has a pronoun as its subject and a verb of the simple past."""
    verb = next((n for n in (head, *_above(parse, head)) if parse.parts[n] in _VERBS), None)
    while verb is not None and parse.relations[verb] == "conj" and _has_no_subject(parse, verb):
        verb = parse.heads[verb]
    if verb is None or parse.tags[verb] != "VBD" or parse.relations[verb] != "ROOT":
        return False
    subjects = [n for n, r in _around(parse, verb) if r == "nsubj" and parse.heads[n] == verb]
    return any(parse.lemmas[n].casefold() in TAKING_UP for n in subjects)


def _governs(parse: Parse, time: TimeMention, head: int, *, opinion: bool) -> bool:
    """Say whether a time, by the clause it stands in, says when the clause of *head* was; *opinion*: of something."""
    at = _token_at(parse, time)
    if _is_of_noun(parse, at, head):
        return False
    clause = next((n for n in (at, *_above(parse, at)) if parse.parts[n] in _VERBS), None)
    if clause == head and at > head and opinion:
        return False  # of what is welcomed or demanded
    above = {head, *_above(parse, head)}
    if clause is None or clause in above or _first_of_row(parse, clause) in {_first_of_row(parse, n) for n in above}:
        return True
    while parse.relations[clause] == "conj":
        clause = parse.heads[clause]
    relation = parse.relations[clause]
    if relation == "advcl":
        return bool(_marks(parse, clause) & DATING_CLAUSES)
    if relation in {"relcl", "acl"}:
        # "in the call, which took place on Thursday, she said", "a letter dated 4 February shows that it ordered"
        return parse.lemmas[clause] in HAPPEN or parse.lemmas[clause] == DATED
    return relation not in {"ccomp", "xcomp", "pcomp"}


def _token_at(parse: Parse, time: TimeMention) -> int:
    """Return the token a time begins with."""
    return min(bisect_left(parse.starts, time.start), len(parse.starts) - 1)


def _marks(parse: Parse, clause: int) -> frozenset[str]:
    own = ((n, r) for n, r in _around(parse, clause) if parse.heads[n] == clause)
    return frozenset(parse.lemmas[n].casefold() for n, r in own if r in {"mark", "advmod"})


def _is_of_noun(parse: Parse, at: int, head: int) -> bool:
    """Say whether a time belongs to a noun, and to another than the event's: "Tuesday's blast", "the vote of 6 May"."""
    for n in (at, *_above(parse, at)):
        if parse.parts[n] in _VERBS:
            return False
        if parse.relations[n] == "poss" or (parse.relations[n] == "prep" and parse.lemmas[n] == "of"):
            return parse.heads[n] != head
    return False


def _first_of_row(parse: Parse, n: int) -> int:
    """Return the first of the clauses that a clause is joined to by "and"."""
    for _ in parse.heads:
        if parse.relations[n] != "conj":
            break
        n = parse.heads[n]
    return n


def _above(parse: Parse, n: int) -> Iterator[int]:
    seen = {n}
    while parse.heads[n] not in seen:
        n = parse.heads[n]
        seen.add(n)
        yield n
