"""When things of the record happened: the days of a mention, from its own words, its sentence, its report."""

from __future__ import annotations

from datetime import timedelta

from consilience.chronology import edtf
from consilience.model import Annotations, Basis, Interval, Publication, Span, When
from consilience.reconcile.dating import Times


def when_of(days: Interval, basis: Basis, evidence: tuple[Span, ...]) -> When:
    """Return *days* as the record writes them."""
    return When(edtf=edtf(days), earliest=days.earliest, latest=days.latest, basis=basis, evidence=evidence)


def days_of_mention(
    notes: Annotations, times: Times, published: Publication | None, time: int | None, sentence: int
) -> tuple[Interval, Basis] | None:
    """Return the days of something told in a sentence, by its own time, or else by the report's day.

    News without a time of its own is of the day of the report or the day before; that is a conclusion, and marked.
    """
    if time is not None and times[time] is not None:
        days = times[time]
        absolute = notes.times[time].expression.anchor == "absolute"
        return (days, "explicit" if absolute else "resolved") if days else None
    lead = _lead_time(notes, times, sentence)
    if lead is not None:
        return lead, "inferred"
    if published is None:
        return None
    return Interval(published.earliest - timedelta(days=1), published.latest), "inferred"


def _lead_time(notes: Annotations, times: Times, sentence: int) -> Interval | None:
    """Return the only short time of the sentence itself, which then dates all it tells."""
    own = [times[n] for n, t in enumerate(notes.times) if t.sentence == sentence]
    short = [days for days in own if days is not None and days.days <= 2]
    return short[0] if len(short) == 1 and len(own) == 1 else None
