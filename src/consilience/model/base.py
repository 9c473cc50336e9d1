"""The base of every record, and the span all of them cite with."""

from __future__ import annotations

import msgspec


class Record(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """A frozen value. Collections in it are tuples in a stated order; a new version is `msgspec.structs.replace`."""


class Span(Record, frozen=True, order=True):
    """A half-open range `[start, end)` of code points in the text of one document."""

    document: str
    start: int
    end: int
