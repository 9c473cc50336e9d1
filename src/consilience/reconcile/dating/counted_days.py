"""Days counted from an event: "on Friday, ten days after the landing" puts the landing ten days before that Friday."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from consilience.lang.english_times import COUNTED_FROM
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
