"""Dates printed with the weekday of another day: "Monday, 13 October 2019", which was a Sunday."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from consilience.chronology import WEEKDAYS, say_day
from consilience.ids import content_id
from consilience.lang import english_times as lang
from consilience.model import Annotations, Discrepancy, Span
from consilience.reconcile.dates import Calendar
from consilience.reconcile.discrepancies.sides import side_of
from consilience.reconcile.sources import FamiliesBehind

#: Dates of other reports, the nearest first, that are shown for the true weekday.
SHOWN = 3


class _Printed(NamedTuple):
    """A full date with a weekday as it is printed."""

    span: Span
    weekday: int
    day: date

    @property
    def is_wrong(self) -> bool:
        return self.day.weekday() != self.weekday


def wrong_weekdays(
    notes: Sequence[Annotations], calendar: Calendar, families_behind: FamiliesBehind
) -> Iterator[Discrepancy]:
    """Yield the dates whose printed weekday is not theirs, each report's first of a day.

    The other side are the dates of other reports whose weekday is right; where there is none, the date itself.
    """
    printed = [p for n in notes for p in _printed(n, calendar)]
    right = [p for p in printed if not p.is_wrong]
    seen: set[tuple[str, date]] = set()
    for p in printed:
        if not p.is_wrong or (p.span.document, p.day) in seen:
            continue
        seen.add((p.span.document, p.day))
        told, true = WEEKDAYS[p.weekday], WEEKDAYS[p.day.weekday()]
        yield Discrepancy(
            id=content_id("dis", "weekday", p.span.document, p.span.start),
            about=(p.span.document,),
            kind="date",
            relation="contradiction",
            severity="factual",
            question=f"Which day of the week was {say_day(p.day)}?",
            sides=(
                side_of(told, [p.span], families_behind),
                side_of(true, _nearest(p, right) or [p.span], families_behind),
            ),
            explanation=f"A report prints {told}; {say_day(p.day)} was a {true}.",
        )


def _nearest(wrong: _Printed, right: Sequence[_Printed]) -> list[Span]:
    others = [o for o in right if o.span.document != wrong.span.document and o.day.year == wrong.day.year]
    return [o.span for o in sorted(others, key=lambda o: (abs(o.day - wrong.day), o.span))[:SHOWN]]


def _printed(n: Annotations, calendar: Calendar) -> Iterator[_Printed]:
    """Yield the dates of a report with weekday, day, month and year, or with a year that its printed date settles."""
    document = n.document
    for p in document.printed:
        if p.weekday is not None and p.year_known and p.days.days == 1 and p.spans:
            yield _Printed(p.spans[0], p.weekday, p.days.earliest)
    published = calendar.published[document.id]
    for mention, days in zip(n.times, calendar.times[document.id], strict=True):
        e = mention.expression
        first = document.text[mention.start : mention.end].replace(",", " ").split()[0].casefold()
        weekday = lang.WEEKDAYS.get(first.rstrip("."))
        settled = e.year is not None or (published is not None and published.basis == "explicit")
        if weekday is not None and settled and e.month and e.day and e.until is None and days and days.days == 1:
            s = n.parse.sentences[mention.sentence]
            yield _Printed(document.span(s.start, s.end), weekday, days.earliest)
