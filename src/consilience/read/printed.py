"""The days of publication that a page prints: in its metadata, dateline, stamps and address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from consilience.lang.page import page_cues
from consilience.model import Interval, PrintedDate, Segment, Span
from consilience.read.dates import FoundDate, address_date, find_dates
from consilience.read.page import Page
from consilience.read.shapes import is_stamp

Rule = Literal["metadata", "dateline", "page", "url", "path", "given"]
_NUMBER = re.compile(r"(?:[^\W\d]+\s+){0,4}no\s*[.:]*\s*[\w/-]+,?\s+(?:of\s+)?", re.IGNORECASE)
#: Roles of the lines above the report that may print its day.
STAMPS = frozenset({"metadata", "dateline", "byline", "navigation"})


def find_printed(page: Page, identity: str, segments: Sequence[Segment]) -> tuple[PrintedDate, ...]:
    """Return the printed dates, the surest first: given, metadata, dateline, page, address, path."""
    found = [*_given(page), *_metadata(page, identity, segments)]
    found += sorted(_on_page(page.text, identity, segments), key=lambda d: d.rule)
    found += _address(page.url, "url")
    found += _address(page.below, "path")
    return tuple(found)


def _given(page: Page) -> Iterator[PrintedDate]:
    for found in find_dates(page.given or "")[:1]:
        yield _printed("given", found)


def _metadata(page: Page, identity: str, segments: Sequence[Segment]) -> Iterator[PrintedDate]:
    """Yield the first date of the metadata, with the line of the page that repeats it."""
    for printed in page.published:
        for found in find_dates(printed)[:1]:
            at = [s for s in segments if s.role == "metadata" and printed in page.text[s.start : s.end]]
            yield _printed("metadata", found, tuple(Span(identity, s.start, s.end) for s in at[:1]))
            return


def _on_page(text: str, identity: str, segments: Sequence[Segment]) -> Iterator[PrintedDate]:
    """Yield the first date of each dateline and each stamp above the report, and of stamps below it."""
    last_told = max((n for n, s in enumerate(segments) if s.role in ("headline", "body")), default=0)
    last_link = max((n for n, s in enumerate(segments) if s.role == "link"), default=-1)
    first_body = next((n for n, s in enumerate(segments) if s.role == "body"), last_told + 1)
    for n, segment in enumerate(segments):
        words = text[segment.start : segment.end]
        above = n < first_body and (segment.role in STAMPS or (segment.role == "headline" and _is_numbered(words)))
        below = n > last_told > last_link and segment.role == "metadata" and is_stamp(words)
        dates = [d for d in find_dates(words) if not _is_change(words, d)] if above or below else []
        if dates and not _has_head_metadata(words):
            rule: Rule = "dateline" if segment.role == "dateline" else "page"
            best = max(dates, key=lambda d: (d.year_known, d.days.days == 1, -d.start))
            yield _printed(rule, best, (Span(identity, segment.start + best.start, segment.start + best.end),))


def _is_numbered(headline: str) -> bool:
    """Say whether a headline is the number and day of a release, and then its words: "No: 12, 10 March 2021, ..."."""
    found = _NUMBER.match(headline)
    return found is not None and any(d.start <= found.end() and d.year_known for d in find_dates(headline))


def _is_change(words: str, found: FoundDate) -> bool:
    """Say whether the words right before a date call it the day of a change."""
    before = re.split(r"[|;•·]", words[: found.start])[-1].strip(" :").casefold()
    return any(before.endswith(cue) or before.startswith(cue) for cue in page_cues().lists["dates.changed"])


def _has_head_metadata(words: str) -> bool:
    """Say whether a line is one that the reader of HTML put in front: it is counted as metadata."""
    return re.match(r"Published: \d{4}-\d\d-\d\d", words) is not None


def _address(address: str | None, rule: Literal["url", "path"]) -> Iterator[PrintedDate]:
    days = address_date(address or "")
    if days:
        yield PrintedDate(rule=rule, days=days, year_known=True, weekday=None, spans=())


def _printed(rule: Rule, found: FoundDate, spans: tuple[Span, ...] = ()) -> PrintedDate:
    days: Interval = found.days
    return PrintedDate(rule=rule, days=days, year_known=found.year_known, weekday=found.weekday, spans=spans)
