"""When it happened, as the clause of an event says it: which time expression is the event's own, and which is not."""

from __future__ import annotations

from itertools import pairwise

from consilience.annotate.events.triggers import Trigger
from consilience.annotate.tokens import Tokens
from consilience.lang.english_times import COUNTED_FROM, PARTS_OF_DAY
from consilience.lang.event_grammar import CALLING, HAPPEN, OPINIONS, SCHEDULING
from consilience.lang.events import event_nouns
from consilience.model import TimeMention

#: A time so many tokens behind a participle is the participle's own: "the officer arrested on Monday".
_CLOSE = 2
_VERBS = frozenset({"VERB", "AUX"})


def time_of(tokens: Tokens, trigger: Trigger, times: tuple[TimeMention, ...]) -> int | None:
    """Return the time expression of the event's own clause: one that hangs on its words, nearest first."""
    number = tokens.sentence_of[trigger.token]
    inside = [
        (n, at)
        for n, t in enumerate(times)
        if t.sentence == number and (at := tokens.at(t.start)) is not None and _says_when(tokens, t)
    ]
    heads = [h for h in (trigger.token, trigger.verb) if h is not None]
    # "the conversation, which took place on Thursday"
    parties = [g for p in tokens.all_children(trigger.token, "prep") for g in tokens.all_children(p, "pobj")]
    told = [
        c for n in (trigger.token, *parties) for c in tokens.all_children(n, "relcl")
    ]  # "the talks between them, which"
    heads += [c for c in told if tokens.lemmas[c] in HAPPEN]
    heads += [h for h in (tokens.heads[trigger.token],) if tokens.lemmas[h] in SCHEDULING]  # "is planned for 19 May"
    inside = [(n, at) for n, at in inside if not _is_hour(times[n])] or inside
    if trigger.word.type in OPINIONS and trigger.verb == trigger.token:
        inside = [(n, at) for n, at in inside if not _is_of_content(tokens, trigger.token, at)]
    inside = [(n, at) for n, at in inside if not _is_of_another_noun(tokens, at, times[n].end, heads)]
    own = [(n, at) for n, at in inside if _clause_head(tokens, at) in heads or tokens.heads[at] in heads]
    own = own or [(n, at) for n, at in inside if any(h in _governors(tokens, at) for h in heads)]
    nearest = min(own, key=lambda t: len(_nouns_between(tokens, t[1], times[t[0]].end, heads)), default=None)
    return None if nearest is None else nearest[0]


def _says_when(tokens: Tokens, time: TimeMention) -> bool:
    """Say whether a time may say when something was: a length does where it counts from something: "days after it"."""
    following = tokens.at(time.end + 1)
    return not time.expression.duration or (following is not None and tokens.lower[following] in COUNTED_FROM)


def _nouns_between(tokens: Tokens, at: int, end: int, heads: list[int]) -> tuple[int, ...]:
    """Return the nouns that a time, which ends at the character *end*, hangs on below any of *heads*."""
    found = []
    for above in tokens.ancestors(at):
        if above in heads:
            break
        timely = tokens.starts[at] <= tokens.starts[above] < end or tokens.lower[above] in PARTS_OF_DAY
        if tokens.parts[above] in {"NOUN", "PROPN"} and not timely:  # "on the evening of 14 September"
            found.append(above)
    return tuple(found)


def _is_of_another_noun(tokens: Tokens, at: int, end: int, heads: list[int]) -> bool:
    """Say whether a time is that of a noun beside the event: "Sunday's coup", "since the coup of 14 September"."""
    others = _nouns_between(tokens, at, end, heads)
    if not others or any(a in heads and tokens.parts[a] not in _VERBS for a in tokens.ancestors(at)):
        return False  # "the election of the President of 6 October"
    below = next(n for n in (at, *tokens.ancestors(at)) if tokens.heads[n] == others[0])
    if tokens.relations[below] in {"nummod", "amod", "compound"}:
        return below == at and others[0] > at  # "a 2019 report"
    return tokens.relations[below] == "poss" or (tokens.relations[below] == "prep" and tokens.lower[below] == "of")


def _is_of_content(tokens: Tokens, verb: int, at: int) -> bool:
    """Say whether a time is of what somebody welcomes, demands or agrees to: "welcomed the talks on Monday"."""
    if at < verb:
        return False
    for below, above in pairwise((at, *tokens.ancestors(at))):
        if above == verb:
            direct = tokens.relations[below] in {"prep", "npadvmod", "advmod"}
            named = any(tokens.lemmas[n].casefold() in event_nouns() for n in range(verb + 1, at))
            return not direct or (named and tokens.relations[below] == "prep" and at - below == 1)
    return False


def lag_of(tokens: Tokens, trigger: Trigger, times: tuple[TimeMention, ...]) -> int:
    """Return how many days after the event of the clause above it this one came: -1 for "a day after they met"."""
    verb = trigger.verb if trigger.verb is not None else trigger.token
    if tokens.relations[verb] == "conj" and tokens.child(verb, "nsubj", "nsubjpass", "mark") is None:
        verb = tokens.heads[verb]  # "a day after they boarded the ship and wounded two"
    mark = tokens.child(verb, "mark")
    if mark is None or tokens.lower[mark] not in {"after", "before"}:
        return 0
    for t in times:
        if t.expression.duration and t.expression.unit == "day" and t.end <= tokens.starts[mark] <= t.end + 1:
            count = int(t.expression.count or 0)
            return -count if tokens.lower[mark] == "after" else count
    return 0


def _is_hour(time: TimeMention) -> bool:
    """Say whether a time only gives the hour: another of the clause may give the day."""
    e = time.expression
    return e.clock is not None and e.weekday is None and e.day is None and not e.shift


def _governors(tokens: Tokens, n: int) -> frozenset[int]:
    """Return the words a time hangs on, up to the clause that has a subject of its own."""
    found, below = set(), n
    for above in tokens.ancestors(n):
        clause = below != n and tokens.relations[below] in {"ccomp", "relcl", "advcl", "conj", "parataxis"}
        if clause and tokens.child(below, "nsubj", "nsubjpass") is not None:
            break
        if tokens.relations[below] == "acl" and tokens.tags[below] == "VBN" and _is_own(tokens, n, below):
            break  # of the meeting "slated for Friday", of the curfew "imposed on Monday"
        found.add(above)
        below = above
    return frozenset(found)


def _is_own(tokens: Tokens, at: int, participle: int) -> bool:
    """Say whether a time is that of a participle behind a noun, and not of the clause that it stands in.

    It is where the participle says when something is to be, where the time follows it, and before the clause's verb;
    what is announced "for Friday" is of that day, come or not.
    """
    if tokens.lemmas[participle] in CALLING and any(tokens.lower[a] == "for" for a in tokens.ancestors(at)):
        return False
    if tokens.lemmas[participle] in SCHEDULING or 0 < at - participle <= _CLOSE:
        return True
    return participle < at < next((a for a in tokens.ancestors(participle) if tokens.parts[a] in _VERBS), 0)


def _clause_head(tokens: Tokens, n: int) -> int:
    return next((a for a in tokens.ancestors(n) if tokens.parts[a] in _VERBS), n)
