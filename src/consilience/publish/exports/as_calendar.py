"""Dated events as an iCalendar file (RFC 5545)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from consilience.model import Event, Situation
from consilience.publish.exports.libraries import needed
from consilience.publish.exports.wording import cited, clean, headed, one_line
from consilience.publish.index import Index
from consilience.publish.words import say_count

#: What a calendar can say of a status; the summary says the rest in words.
_STATUSES = {
    "occurred": "CONFIRMED", "planned": "TENTATIVE", "hoped": "TENTATIVE", "denied": "CANCELLED",
    "alleged": "TENTATIVE",
}  # fmt: skip
#: The stamp of a record without any day.
_NO_DAY = date(1970, 1, 1)


def to_calendar(situation: Situation) -> bytes:
    """Return the dated events as all-day entries; an uncertain day spans the days it may be, and says so.

    The stamp of every entry is the last day of the record, not the time of writing. How many events have no day stands
    in the calendar's description.

    Raises:
        UsageError: icalendar is not installed.
    """
    icalendar = needed("icalendar", "calendar")
    index = Index(situation)
    stamp = datetime.combine(situation.span.latest if situation.span else _NO_DAY, time(), UTC)
    undated = sum(1 for event in situation.events if event.when is None)
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//Consilience//{situation.built_with.consilience}//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", clean(one_line(situation.title)))
    calendar.add("x-wr-caldesc", f"{say_count(undated, 'event')} of unknown day not shown.")
    for entry in situation.timeline:
        event = index.events.get(entry.event)
        if event and event.when:
            calendar.add_component(_entry(icalendar, event, index, stamp))
    return bytes(calendar.to_ical())


def _entry(icalendar: Any, event: Event, index: Index, stamp: datetime) -> Any:
    assert event.when is not None  # noqa: S101 - for the types; the caller asked
    entry = icalendar.Event()
    entry.add("uid", f"{event.id}@consilience")
    entry.add("dtstamp", stamp)
    entry.add("dtstart", event.when.earliest)
    if event.when.latest < date.max:
        entry.add("dtend", event.when.latest + timedelta(days=1))  # not included, says the standard
    entry.add("summary", clean(headed(event, index)))
    uncertain = "The day is uncertain: some time in between.\n" if event.when.interval.days > 1 else ""
    entry.add("description", uncertain + clean(cited(event, index)))
    entry.add("status", _STATUSES[event.status])
    entry.add("transp", "TRANSPARENT")
    if event.type:
        entry.add("categories", [event.type])
    if event.place:
        entry.add("location", clean(one_line(index.name(event.place))))
    return entry
