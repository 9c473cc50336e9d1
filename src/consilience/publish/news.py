"""What each day of reporting added: what no report of an earlier day tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from consilience.model import Discrepancy, Event, Figure, Report, Situation, Span, When
from consilience.publish.choice import Value, by_consequence, by_measure, event_weight, values_of


class Change(NamedTuple):
    """A value that is new, and the one told last before, if there was any."""

    figure: Figure
    before: Value | None
    now: Value


class Added(NamedTuple):
    """What the reports of one day added: changed counts, events and open disagreements, weightiest first."""

    day: date
    reports: tuple[Report, ...]
    changes: tuple[Change, ...]
    events: tuple[Event, ...]
    disputes: tuple[Discrepancy, ...]


def day_by_day(situation: Situation) -> tuple[Added, ...]:
    """Return what each day of reporting added, the last day first. Reports of unknown day add to none.

    What reports recall from before the situation is left out.
    """
    days = {report.id: report.published.latest for report in situation.documents if report.published}
    reports: dict[date, list[Report]] = defaultdict(list)
    for report in situation.documents:
        if report.id in days:
            reports[days[report.id]].append(report)
    events: dict[date, list[Event]] = defaultdict(list)
    for event in sorted(situation.events, key=event_weight, reverse=True):
        if not _is_long_ago(event.when, situation) and (day := _first(event.evidence, days)):
            events[day].append(event)
    changes: dict[date, list[Change]] = defaultdict(list)
    recent = (f for f in by_measure(situation.figures) if not all(_is_long_ago(r.as_of, situation) for r in f.readings))
    for figures in _alike(recent):
        for day, change in _changes(figures, days):
            changes[day].append(change)
    disputes: dict[date, list[Discrepancy]] = defaultdict(list)
    for one in by_consequence(situation):
        if one.severity == "factual" and (day := _when_open(one, days)):
            disputes[day].append(one)
    return tuple(
        Added(day, tuple(reports[day]), tuple(changes[day]), tuple(events[day]), tuple(disputes[day]))
        for day in sorted(reports, reverse=True)
    )


def _is_long_ago(when: When | None, situation: Situation) -> bool:
    """Say whether something was over before the situation began: "the ferry disaster of 2016" is no news."""
    return when is not None and situation.span is not None and when.latest < situation.span.earliest


def _first(evidence: Iterable[Span], days: dict[str, date]) -> date | None:
    return min((days[span.document] for span in evidence if span.document in days), default=None)


def _when_open(one: Discrepancy, days: dict[str, date]) -> date | None:
    """Return the day from which two sides were told; None where fewer than two of them are dated."""
    first = sorted(day for side in one.sides if (day := _first(side.evidence, days)))
    return first[1] if len(first) > 1 else None


def _alike(figures: Iterable[Figure]) -> Iterable[tuple[Figure, ...]]:
    """Return figures in groups of one count: reports may count the same people in two places of the record."""
    groups: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        groups[figure.measure, figure.counted].append(figure)
    return (tuple(group) for group in groups.values())


def _changes(figures: Iterable[Figure], days: dict[str, date]) -> list[tuple[date, Change]]:
    """Return the values of one count with the day of reporting each was first told on, if there are several."""
    values = ((figure, value) for figure in figures for value in values_of(figure))
    told = [(day, figure, value) for figure, value in values if (day := _first(value.evidence, days))]
    if len(told) < 2:
        return []
    changes = []
    for day, figure, value in told:
        earlier = [(first, number) for number, (first, _, _) in enumerate(told) if first < day]
        before = told[max(earlier)[1]][2] if earlier else None
        changes.append((day, Change(figure, before, value)))
    return changes
