"""Days and intervals of days."""

from __future__ import annotations

from datetime import date
from typing import Literal

from consilience.model.base import Record, Span

#: `explicit`: printed as a full date. `resolved`: worked out from an anchor that is known. `inferred`: concluded.
Basis = Literal["explicit", "resolved", "inferred"]


class Interval(Record, frozen=True, order=True):
    """An interval of whole days, both ends included."""

    earliest: date
    latest: date

    @property
    def days(self) -> int:
        """How many days the interval holds, at least 1."""
        return (self.latest - self.earliest).days + 1

    def meets(self, other: Interval) -> bool:
        """Say whether the two have a day in common."""
        return self.earliest <= other.latest and other.earliest <= self.latest

    def within(self, other: Interval) -> bool:
        """Say whether every day of this one is a day of *other*."""
        return other.earliest <= self.earliest and self.latest <= other.latest


class When(Record, frozen=True, kw_only=True):
    """A day or interval with its precision (EDTF level 1), how we know it, and the sentences that say so."""

    edtf: str
    earliest: date
    latest: date
    basis: Basis
    evidence: tuple[Span, ...]

    @property
    def interval(self) -> Interval:
        """The bare days."""
        return Interval(self.earliest, self.latest)
