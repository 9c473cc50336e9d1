"""What each report tells of a figure: whom it counts, where, as of when, on whose word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from consilience.model import Annotations, FigureMention, Interval, Span, When
from consilience.reconcile.dates import Calendar
from consilience.reconcile.entities import Register
from consilience.reconcile.figures.moments import as_of, facet_of
from consilience.reconcile.figures.populations import TOLLS, population
from consilience.reconcile.wording import content_words

#: The occasion of a toll goes on for this many sentences that name no other.
OCCASION_REACH = 3
#: What is counted beside the dead, and is no group of them.
NO_GROUP = population("bodies", "killed")
_PARTITIVE = re.compile(r"\bof (?:the|them|these|those|whom)\b", re.IGNORECASE)


class Told(NamedTuple):
    """A mention with everything that says which figure it is of."""

    document: int
    number: int
    mention: FigureMention
    said_by: str | None
    about: str | None
    place: str | None
    day: Interval | None  # the day of the harm, where the words give one
    who: frozenset[str]
    words: frozenset[str]
    facet: str
    partitive: bool
    sentence: Span
    as_of: When | None


def told_in(d: int, notes: Annotations, register: Register, calendar: Calendar) -> list[Told]:
    """Return the figures of one report; a toll that names no place or people goes on with those just told."""
    last: dict[str, Told] = {}
    found: list[Told] = []
    for number in range(len(notes.figures)):
        t = _told(d, number, notes, register, calendar)
        before = last.get(t.mention.measure)
        if before is not None and t.mention.measure in TOLLS:
            t = _carried_on(t, before, notes)
        last[t.mention.measure] = t
        found.append(t)
    return [_as_below(t, found) if _is_headline(t, notes) else t for t in found]


def _told(d: int, number: int, notes: Annotations, register: Register, calendar: Calendar) -> Told:
    m = notes.figures[number]
    document, published = notes.document.id, calendar.published[notes.document.id]
    times = calendar.times[document]
    s = notes.parse.sentences[m.sentence]
    span = notes.document.span(min(s.start, m.start), max(s.end, m.end))  # a figure may straddle a parser's slip
    own = times[m.time] if m.time is not None else None
    return Told(
        document=d,
        number=number,
        mention=m,
        said_by=register.of(document, m.said_by),
        about=register.of(document, m.about),
        place=register.of(document, m.place),
        day=own if own is not None and own.days == 1 else None,
        who=_who(m, notes.document.text),
        words=content_words(m.counted),
        facet=facet_of(m, notes.document.text, span, own, published),
        partitive=_PARTITIVE.search(notes.document.text, m.start, m.end) is not None,
        sentence=span,
        as_of=as_of(m, notes, calendar, span),
    )


def _who(m: FigureMention, text: str) -> frozenset[str]:
    """Return the people that a toll is of; "141" after "five bodies were found" borrows the noun and no more."""
    who = population(m.counted, m.measure) if m.measure in TOLLS else frozenset()
    borrowed = bool(who & NO_GROUP) and not re.search(r"[^\W\d]{4,}", text[m.start : m.end])
    return frozenset() if borrowed else who


def _carried_on(t: Told, before: Told, notes: Annotations) -> Told:
    """Return *t* with the place, day and people of the toll before it, where it names none itself."""
    m = t.mention
    near = m.sentence - before.mention.sentence <= OCCASION_REACH and m.part_of is None
    if not near or t.facet != before.facet or before.mention.part_of is not None:
        return t
    if t.place is None and t.day is None:
        t = t._replace(place=before.place, day=before.day)
    bare = not re.search(r"[^\W\d]{4,}", notes.document.text[m.start : m.end]) or "one" in m.counted.split()
    if (
        bare
        and not t.who
        and before.who
        and not before.who & NO_GROUP
        and t.mention.sentence - before.mention.sentence <= 1
    ):
        t = t._replace(who=before.who)
    return t


def _is_headline(t: Told, notes: Annotations) -> bool:
    return notes.parse.sentences[t.mention.sentence].role == "headline"


def _as_below(t: Told, found: Sequence[Told]) -> Told:
    """Return a figure of the headline with what the text below it tells of the same value."""
    key = (t.mention.measure, t.mention.low)
    below = next((o for o in found if o.number > t.number and (o.mention.measure, o.mention.low) == key), None)
    if below is None or t.who:
        return t
    return t._replace(
        place=below.place, day=below.day, who=below.who, said_by=t.said_by or below.said_by, as_of=below.as_of
    )
