"""What is known of the day of an undated report: its own clues, the other reports, and votes on a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from msgspec.structs import replace

from consilience.chronology import resolve, resolve_all
from consilience.model import Annotations, Interval, Publication, Span
from consilience.reconcile.clues import Clue
from consilience.reconcile.dating.counted_days import Counted, days_after_events
from consilience.reconcile.dating.counts import Toll
from consilience.reconcile.dating.parallels import Line, Tie

#: A time of no more days than this may fix a day.
CLOSE = 3
WEEK = timedelta(days=7)

Times = tuple[Interval | None, ...]


class Vote(NamedTuple):
    """What a clue says of a day: for it above 0.0, against it below."""

    score: float
    rule: str
    explanation: str
    evidence: tuple[Span, ...]


class Copy(NamedTuple):
    """Words that two reports share: the undated report's span, the other report, its span.

    *release* says that the other is where they come from: an office's own text, which this report is not, or the wire
    that this report credits; *source* that it is the other way round. *said* are the other's time mentions in that
    sentence, where it is this report that is the office's own text: they tell when it spoke.
    """

    mine: Span
    document: int
    span: Span
    release: bool
    source: bool = False
    said: tuple[int, ...] = ()


class World(NamedTuple):
    """What is known of the other reports: the days of their times, and those that are dated, by number.

    *names* is what they are called, *inferred* the ids of those whose day is itself a conclusion.
    """

    times: Mapping[int, Times]
    published: Mapping[int, Publication]
    names: Sequence[str]
    inferred: frozenset[str]


class Case(NamedTuple):
    """An undated report with its clues.

    *days* are the days it may be of, each with the days that its times then have; *fixed* those of its times that do
    not hang on it, a date without its year being of the story's year.
    """

    number: int
    notes: Annotations
    window: Interval
    fixed: Mapping[int, Interval]
    ties: Sequence[Tie]
    events: Sequence[tuple[Clue, Sequence[Clue]]]
    copies: Sequence[Copy]
    tolls: Sequence[tuple[Toll, Sequence[Toll]]]
    releases: Sequence[tuple[Line, int, Span]]
    counted: Sequence[tuple[Counted, Sequence[tuple[int, Counted | Clue]]]]
    offices: frozenset[int]
    past_plans: frozenset[int]
    begun: tuple[date, Span] | None
    days: Mapping[date, Times]

    @property
    def others(self) -> frozenset[int]:
        """The numbers of the reports that have a clue in common with this one."""
        found = {tie.other.document for tie in self.ties} | {copy.document for copy in self.copies}
        found |= {twin.document for _, twins in self.events for twin in twins}
        found |= {toll.document for _, tolls in self.tolls for toll in tolls}
        found |= {number for _, number, _ in self.releases} | {number for _, told in self.counted for number, _ in told}
        return frozenset(found - {self.number})

    def readings(self, time: int, days: Interval | None, day: date) -> list[Interval]:
        """Return what a time may mean: its *days*, and for a plan told as past the day gone by.

        "Was to open on Monday", written on a Monday, is a week ago or today.
        """
        found = [days] if short(days) and days else []
        if time in self.past_plans:
            back = resolve(replace(self.notes.times[time].expression, direction="past"), published=Interval(day, day))
            if back is not None:
                found += [back, Interval(back.earliest - WEEK, back.latest - WEEK)] if back.latest == day else [back]
        return found

    def sentence(self, number: int) -> Span:
        s = self.notes.parse.sentences[number]
        return self.notes.document.span(s.start, s.end)

    def words(self, time: int) -> str:
        t = self.notes.times[time]
        return " ".join(self.notes.document.text[t.start : t.end].split())


def times_of(notes: Annotations, published: Interval | None) -> Times:
    """Return the days of a report's time mentions, given its day."""
    expressions = [t.expression for t in notes.times]
    days = tuple(d for d, _ in resolve_all(expressions, published))
    counted = days_after_events(notes, days)
    return tuple(d for d, _ in resolve_all(expressions, published, counted)) if counted else days


def short(days: Interval | None) -> Interval | None:
    """Return the days of a time that may fix another."""
    return days if days is not None and days.days <= CLOSE else None
