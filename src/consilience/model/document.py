"""One report as it was read."""

from __future__ import annotations

from datetime import date
from typing import Literal

from consilience.model.base import Record, Span
from consilience.model.when import Interval

Role = Literal[
    "headline", "dateline", "byline", "caption", "credit", "crosshead", "body", "link", "navigation", "metadata"
]

#: Roles whose sentences may testify. Everything else on a page may date or name, but is never evidence of a fact.
TESTIFYING_ROLES: frozenset[Role] = frozenset({"headline", "body", "crosshead"})


class Segment(Record, frozen=True):
    """A stretch of a document's text, in code points, and the part it plays on the page."""

    start: int
    end: int
    role: Role


class PrintedDate(Record, frozen=True):
    """A publication date that the page itself prints, or that its metadata or path give.

    *spans* are the words that print it. *year_known* is false for "Sept 4": then *days* holds the day in the year
    1904 (a leap year) and the year is to be inferred. *weekday* is the one that is printed, 0 for Monday; where nothing
    else is ("Tuesday 08:25"), *days* is the whole of 1904.
    """

    rule: Literal["metadata", "dateline", "page", "url", "path", "given"]
    days: Interval
    year_known: bool
    weekday: int | None
    spans: tuple[Span, ...]


class Document(Record, frozen=True, kw_only=True):
    """One report. *text* is what was read: decoded, line ends unified, nothing else; extracted text for HTML.

    *segments* are in text order, do not overlap, and cover every non-blank character. *notes* say in plain words what
    is wrong with the report ("no sentence of the report was found"), for people.
    """

    id: str
    path: str
    outlet: str | None
    agencies: tuple[str, ...]
    url: str | None
    title: str
    byline: str | None
    language: str
    printed: tuple[PrintedDate, ...]
    text: str
    segments: tuple[Segment, ...]
    notes: tuple[str, ...]

    @property
    def printed_day(self) -> date | None:
        """The first day that the page prints in full for its own, None where it prints none."""
        return next((p.days.earliest for p in self.printed if p.year_known and p.days.days == 1), None)

    def span(self, start: int, end: int) -> Span:
        """Return the span of this document from *start* up to *end*."""
        return Span(self.id, start, end)
