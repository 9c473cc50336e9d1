"""What happened, in one report: events with type, parties, place, time and status."""

from __future__ import annotations

from msgspec.structs import replace

from consilience.annotate.events.parties import Parties, parties_of
from consilience.annotate.events.status import status_of
from consilience.annotate.events.triggers import Trigger, find_triggers
from consilience.annotate.tokens import Tokens
from consilience.annotate.who import Who, subject_of
from consilience.model import Annotations, EventMention, StatementMention, TimeMention

__all__ = ["find_events"]

#: A label has at most this many words.
LONGEST_LABEL = 14
#: Violence is an event of its own only where somebody does it; a toll is a figure.
_NEEDS_ACTOR = frozenset({"kill", "wound", "injure", "die", "hit"})


def find_events(notes: Annotations) -> Annotations:
    """Return *notes* with its events, in text order."""
    tokens = Tokens(notes)
    who = Who(notes, tokens)
    direct = [(s.start, s.end) for s in notes.statements if s.form == "direct"]
    quoted = frozenset(n for n in range(len(tokens)) if any(a <= tokens.starts[n] < b for a, b in direct))
    found = [m for t in find_triggers(tokens, quoted) if (m := _mention(tokens, who, t, notes)) is not None]
    return replace(notes, events=tuple(found))


def _mention(tokens: Tokens, who: Who, trigger: Trigger, notes: Annotations) -> EventMention | None:
    status = status_of(tokens, trigger)
    parties = parties_of(tokens, who, trigger)
    if status is None or not _is_told(tokens, trigger, parties):
        return None
    word, n = trigger.word, trigger.token
    told = _telling(notes.statements, tokens.starts[n])
    if told is not None and told.act == "deny" and status == "occurred":
        status = "denied"
    return EventMention(
        start=tokens.starts[n],
        end=tokens.ends[n],
        sentence=tokens.sentence_of[n],
        head=n,
        lemma=word.lemma,
        type=word.type,
        mode=word.mode,
        actors=parties.actors,
        recipients=parties.recipients,
        reciprocal=word.type in {"CONSULT", "AGREE"} and word.mode != "visit",
        place=parties.place,
        time=_time(tokens, trigger, notes.times),
        status=status,
        said_by=told.speakers[0] if told is not None and told.speakers else None,
        label=_label(tokens, trigger),
    )


def _is_told(tokens: Tokens, trigger: Trigger, parties: Parties) -> bool:
    """Say whether enough is told for an entry: somebody took part, or a thing of the world happened somewhere."""
    if trigger.word.lemma in _NEEDS_ACTOR:
        return bool(parties.actors)
    if parties.actors or parties.recipients:
        return True
    return (
        trigger.word.type is None or parties.place is not None or tokens.relations[trigger.token] in {"ROOT", "nsubj"}
    )


def _telling(statements: tuple[StatementMention, ...], at: int) -> StatementMention | None:
    """Return the narrowest indirect telling around a character."""
    around = [s for s in statements if s.start <= at < s.end and s.form != "nominal"]
    denied = [s for s in statements if s.start <= at < s.end and s.act == "deny"]
    return min(denied or around, key=lambda s: (s.end - s.start, s.start), default=None)


def _time(tokens: Tokens, trigger: Trigger, times: tuple[TimeMention, ...]) -> int | None:
    """Return the time expression of the event's own clause, else the only one of its sentence that no verb takes."""
    number = tokens.sentence_of[trigger.token]
    inside = [
        (n, at)
        for n, t in enumerate(times)
        if t.sentence == number and (at := tokens.at(t.start)) is not None and not t.expression.duration
    ]
    heads = [h for h in (trigger.token, trigger.verb) if h is not None]
    for n, at in inside:
        if _clause_head(tokens, at) in heads or any(tokens.heads[at] == h for h in heads):
            return n
    for n, at in inside:
        governors = set(tokens.ancestors(at))
        if any(h in governors for h in heads):
            return n
    return None


def _clause_head(tokens: Tokens, n: int) -> int:
    return next((a for a in tokens.ancestors(n) if tokens.parts[a] in {"VERB", "AUX"}), n)


def _label(tokens: Tokens, trigger: Trigger) -> str:
    """Return a short clause in the report's words: the subject's phrase, the verb, its objects."""
    verb = trigger.verb if trigger.verb is not None else trigger.token
    sentence = tokens.sentence(verb)
    subject = subject_of(tokens, verb)
    words: list[int] = []
    if subject is not None and sentence.first <= subject < sentence.last and subject != verb:
        words += range(*_short_reach(tokens, subject))
    goals = [
        c
        for c in tokens.children[verb]
        if tokens.relations[c]
        in {
            "dobj",
            "prt",
            "prep",
            "agent",
            "attr",
            "neg",
            "aux",
            "auxpass",
            "dative",
            "amod",
            "det",
            "poss",
            "compound",
            "xcomp",
            "nsubjpass",
        }
    ]
    words += [verb, *(n for g in goals for n in range(*_short_reach(tokens, g)))]
    ordered = sorted(n for n in set(words) if sentence.first <= n < sentence.last)[:LONGEST_LABEL]
    return (
        " ".join(tokens.source[tokens.starts[ordered[0]] : tokens.ends[ordered[-1]]].split())
        if _contiguous(ordered)
        else _spelled(tokens, ordered)
    )


def _short_reach(tokens: Tokens, n: int) -> tuple[int, int]:
    first, last = tokens.reach(n)
    return (first, last) if last - first <= 8 else (max(first, n - 3), min(last, n + 4))


def _contiguous(words: list[int]) -> bool:
    return words[-1] - words[0] == len(words) - 1


def _spelled(tokens: Tokens, words: list[int]) -> str:
    text = ""
    for n in words:
        text += tokens.words[n] if not text or tokens.glued(n) else f" {tokens.words[n]}"
    return text.strip(" ,;:.")
