"""The reconciled layers put together: which entities the record keeps, the timeline, the title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from consilience.chronology import say_day
from consilience.model import (
    Annotations,
    DayRange,
    Entity,
    Event,
    Figure,
    Publication,
    Report,
    Statement,
    TimelineEntry,
)

#: Reports and events further than this from the middle of the reports are background, not the span of the situation.
FAR = 60


def reports_of(notes: Sequence[Annotations], published: Mapping[str, Publication | None]) -> tuple[Report, ...]:
    """Return the documents as the record shows them, in order."""
    return tuple(
        Report(
            id=n.document.id,
            path=n.document.path,
            outlet=n.document.outlet,
            agencies=n.document.agencies,
            url=n.document.url,
            title=n.document.title,
            byline=n.document.byline,
            language=n.document.language,
            published=published[n.document.id],
            text=n.document.text,
            segments=n.document.segments,
            notes=n.document.notes,
        )
        for n in notes
    )


def kept_entities(
    entities: Sequence[Entity], events: Sequence[Event], statements: Sequence[Statement], figures: Sequence[Figure]
) -> tuple[Entity, ...]:
    """Return the entities that have a name or that a cell speaks of, and those they belong to."""
    used = set(_spoken_of(events, statements, figures))
    by_id = {e.id: e for e in entities}
    kept = {e.id for e in entities if e.id in used or any(m.form in {"name", "adjective"} for m in e.mentions)}
    while owners := {r.of for i in sorted(kept) for r in by_id[i].roles if r.of is not None} - kept:
        kept |= owners
    return tuple(e for e in entities if e.id in kept)


def _spoken_of(events: Sequence[Event], statements: Sequence[Statement], figures: Sequence[Figure]) -> Iterable[str]:
    for e in events:
        yield from (*e.actors, *e.recipients)
        yield from (i for i in (e.place, e.said_by) if i)
    for s in statements:
        yield from (*s.speakers, *s.addressees, *(v for t in s.tellings for v in t.via))
        yield from [s.target] if s.target else []
    for f in figures:
        yield from [f.place] if f.place else []
        yield from (r.said_by for r in f.readings if r.said_by)


def timeline_of(events: Sequence[Event]) -> tuple[TimelineEntry, ...]:
    """Return the events in order of time; of two that begin together the shorter first, the undated last."""
    order = sorted(
        events,
        key=lambda e: (
            e.when is None,
            e.when.earliest.isoformat() if e.when else "",
            e.when.interval.days if e.when else 0,
            e.id,
        ),
    )
    return tuple(TimelineEntry(e.when, e.id) for e in order)


def span_of(reports: Sequence[Report], events: Sequence[Event]) -> DayRange | None:
    """Return the days of the situation: from its first event near the reports to the last report."""
    published = sorted(r.published.latest for r in reports if r.published)
    if not published:
        return None
    first = min(r.published.earliest for r in reports if r.published)
    near = [
        e.when.earliest
        for e in events
        if e.when
        and e.status == "occurred"
        and timedelta(0) <= published[len(published) // 2] - e.when.earliest <= timedelta(FAR)
    ]
    return DayRange(min([first, *near]), published[-1])


def title_of(reports: Sequence[Report], events: Sequence[Event], entities: Sequence[Entity]) -> str:
    """Return a title made of the record: the place or state most spoken of, and the days it covers."""
    counts: Counter[str] = Counter()
    for e in entities:
        if e.kind in {"state", "place"}:
            counts[e.name] += len({m.span.document for m in e.mentions}) * 100 + len(e.mentions)
    where = max(sorted(counts), key=counts.__getitem__) if counts else "Situation"
    days = span_of(reports, events)
    if days is None:
        return where
    if (days.earliest.year, days.earliest.month) == (days.latest.year, days.latest.month):
        return (
            f"{where}, {days.earliest.day} to {say_day(days.latest)}"
            if days.earliest != days.latest
            else f"{where}, {say_day(days.latest)}"
        )
    return f"{where}, {say_day(days.earliest)} to {say_day(days.latest)}"
