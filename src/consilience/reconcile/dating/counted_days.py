"""Days counted from an event: "on Friday, ten days after the landing" puts the landing ten days before that Friday."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import NamedTuple

from consilience.lang.english_times import COUNTED_FROM
from consilience.lang.events import deed_family
from consilience.model import Annotations, Interval, Span

#: Days in what is counted.
_DAYS = {"day": 1, "week": 7}
#: An event's word follows "after" within so many tokens.
REACH = 5
#: Words that begin with so many letters alike are one.
STEM = 5


class Counted(NamedTuple):
    """An event's word, how many days lie between it and a time mention of the same sentence, and the sentence."""

    lemma: str
    days: int
    time: int
    span: Span

    def event(self, told: Interval) -> Interval:
        """Return the days of the event, where those of the time mention are *told*."""
        away = timedelta(days=self.days)
        return Interval(told.earliest - away, told.latest - away)


def one_word(a: str, b: str) -> bool:
    """Say whether two words may be one deed as noun and verb: "explosion" and "explode"."""
    return a == b or (len(a) >= STEM and a[:STEM] == b[:STEM])


def days_after_events(notes: Annotations, days: Sequence[Interval | None]) -> dict[int, Interval]:
    """Return the days of times that a report counts from an event which it dates itself, by number.

    "Two days after the blast", where "the port blew up last Tuesday"; *days* are those of all its times.
    """
    found: dict[int, Interval] = {}
    for number, t in enumerate(notes.times):
        e = t.expression
        if not e.duration or e.count is None or e.unit not in _DAYS or e.approximate:
            continue
        counted = _event_after(notes, t.end, notes.parse.sentences[t.sentence].last)
        told = _dated(notes, days, counted[1]) if counted else None
        if counted and told:
            away = timedelta(days=counted[0] * round(e.count) * _DAYS[e.unit])
            found[number] = Interval(told.earliest + away, told.latest + away)
    return found


def _dated(notes: Annotations, days: Sequence[Interval | None], lemma: str) -> Interval | None:
    """Return the one day that a report gives to a deed; None where it gives none, or several."""
    own = [e for e in notes.events if _is_one_deed(e.lemma, lemma)]
    told = [e.time for e in own if e.time is not None]
    told = told or [n for e in own if not e.definite and (n := _only_time(notes, e.sentence)) is not None]
    found = {d for n in told if (d := days[n]) is not None and d.days == 1}
    return found.pop() if len(found) == 1 else None


def _only_time(notes: Annotations, sentence: int) -> int | None:
    """Return the number of the only time in a sentence: "a blast hit the depot in Karu on Tuesday"."""
    times = [n for n, t in enumerate(notes.times) if t.sentence == sentence and not t.expression.duration]
    return times[0] if len(times) == 1 else None


def _is_one_deed(a: str, b: str) -> bool:
    return one_word(a, b) or deed_family(a) == deed_family(b)


def counted_days(notes: Annotations) -> Iterator[Counted]:
    """Yield the events from which a report counts days, in text order.

    The time they are counted to is the last one before the count in the same sentence.
    """
    for number, t in enumerate(notes.times):
        e = t.expression
        if not e.duration or e.count is None or e.unit not in _DAYS or number == 0:
            continue
        before = notes.times[number - 1]
        if before.sentence != t.sentence or before.expression.duration:
            continue
        s = notes.parse.sentences[t.sentence]
        found = _event_after(notes, t.end, s.last)
        if found:
            side, lemma = found
            span = notes.document.span(s.start, s.end)
            yield Counted(lemma, side * round(e.count) * _DAYS[e.unit], number - 1, span)


def _event_after(notes: Annotations, at: int, last: int) -> tuple[int, str] | None:
    """Return 1 for "after" or -1 for "before", and the word of the event that follows it at *at*."""
    parse = notes.parse
    first = next((n for n, start in enumerate(parse.starts) if start >= at), last)
    if first >= last or parse.lemmas[first] not in COUNTED_FROM:
        return None
    side = COUNTED_FROM[parse.lemmas[first]]
    reach = range(first + 1, min(first + 1 + REACH, last))
    events = {n.head: n.lemma for n in notes.events}
    for n in reach:
        if n in events:
            return side, events[n]
    nouns = (n for n in reach if parse.parts[n] in {"NOUN", "VERB"} and parse.relations[n] != "compound")
    found = next(nouns, None)
    return (side, parse.lemmas[found]) if found is not None else None
