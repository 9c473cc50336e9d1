"""The timeline as TimelineJS 3 reads it."""

from __future__ import annotations

import json
from datetime import date

from markupsafe import escape

from consilience.model import Event, Situation
from consilience.publish.exports.wording import cited, clean, headed
from consilience.publish.index import Index
from consilience.publish.words import say_count, say_when


def to_timeline(situation: Situation) -> bytes:
    """Return TimelineJS 3 JSON: a slide an event, in a lane for its status, with its cited sentences.

    Undated events have no place on it; the title slide says how many there are. Texts are escaped, since TimelineJS
    shows them as HTML.
    """
    index = Index(situation)
    order = [index.events[entry.event] for entry in situation.timeline if entry.event in index.events]
    undated = sum(1 for event in order if event.when is None)
    left_out = f"{say_count(undated, 'event')} of unknown day not shown." if undated else ""
    slides = {
        "title": {"text": {"headline": _html(situation.title), "text": left_out}},
        "events": [_slide(event, index) for event in order if event.when],
    }
    return json.dumps(slides, indent=1, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def _slide(event: Event, index: Index) -> dict[str, object]:
    assert event.when is not None  # noqa: S101 - for the types; the caller asked
    return {
        "unique_id": event.id,
        "start_date": _day(event.when.earliest),
        "end_date": _day(event.when.latest),
        "display_date": _html(say_when(event.when)),
        "group": event.status,
        "text": {"headline": _html(headed(event, index)), "text": _html(cited(event, index)).replace("\n", "<br>")},
    }


def _day(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}


def _html(text: str) -> str:
    return str(escape(clean(text)))
