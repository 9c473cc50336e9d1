"""The days on which an undated report fits best with what is known of the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from consilience.chronology import edtf
from consilience.model import Annotations, Interval, Publication, Reason
from consilience.reconcile.dating.alone import votes_of_its_own
from consilience.reconcile.dating.case import CLOSE, Case, Vote, World
from consilience.reconcile.dating.shared import votes_of_others

#: Days within this of the best score are kept. Where so little speaks for the best that it scores less than SURE, its
#: neighbours are nearly as good, and those within DOUBT are kept.
TIE, SURE, DOUBT = 0.05, 0.5, 0.08
#: More days than this share of those tried are no answer.
VAGUE = 0.5
#: A longer interval tells no reader anything, in days.
WIDEST = 14
#: A clue that speaks so much against the day chosen is shown beside the reasons.
AGAINST = -0.3
#: The most reasons shown.
SHOWN = 8


def votes_on(day: date, case: Case, world: World) -> Iterator[Vote]:
    """Yield what speaks for and against the report being of *day*."""
    own = case.days[day]
    yield from votes_of_its_own(day, case, own, world)
    yield from votes_of_others(day, case, own, world)


class Answer(NamedTuple):
    """The publication found, and how far the best day is ahead of the best one that is not beside it."""

    publication: Publication | None
    margin: float


def weigh(case: Case, world: World) -> Answer:
    """Return the days on which a report fits best with the dated ones; none when nothing speaks for any."""
    tried = [(day, list(votes_on(day, case, world))) for day in case.days]
    if not tried:
        return Answer(None, 0.0)
    scores = [round(sum(v.score for v in votes), 6) for _, votes in tried]
    best = max(scores)
    at = scores.index(best)
    apart = [s for (d, _), s in zip(tried, scores, strict=True) if abs((d - tried[at][0]).days) > 1]
    margin = best - max(apart, default=best - 1.0)
    reasons = _reasons(tried[at][1], case.notes)
    scored = {day: score for (day, _), score in zip(tried, scores, strict=True)}
    days = _kept(scored, best - (TIE if best >= SURE else DOUBT)) or _kept(scored, best - TIE)
    if not reasons or days is None:
        return Answer(None, margin)
    evidence = tuple(sorted({s for r in reasons for s in r.evidence}))
    publication = Publication(
        edtf=edtf(days),
        earliest=days.earliest,
        latest=days.latest,
        basis="inferred",
        evidence=evidence,
        reasons=reasons,
    )
    return Answer(publication, margin)


def _kept(scored: Mapping[date, float], least: float) -> Interval | None:
    """Return the days from the first to the last that score *least* or more; None where that tells no reader anything.

    *scored* has the days in order.
    """
    kept = [day for day, score in scored.items() if score >= least]
    too_wide = (kept[-1] - kept[0]).days > WIDEST or (len(kept) > CLOSE and len(kept) > VAGUE * len(scored))
    return None if too_wide else Interval(kept[0], kept[-1])


def _reasons(votes: Sequence[Vote], notes: Annotations) -> tuple[Reason, ...]:
    """Return the reasons for a day, the page's own first, then the strongest, each once; then what contradicts."""
    printed = [
        Reason("printed-weekday", "The page prints the weekday or day without its year.", p.spans)
        for p in notes.document.printed
        if not p.year_known and p.spans
    ]
    cited = sorted((v for v in votes if v.evidence), key=lambda v: (-v.score, v.rule, v.evidence))
    speaking = [Reason(v.rule, v.explanation, v.evidence) for v in cited if v.score > 0]
    against = [Reason("conflict", f"Against it: {v.explanation}", v.evidence) for v in cited if v.score <= AGAINST]
    reasons = tuple(dict.fromkeys((*printed, *speaking)))
    return (*reasons[:SHOWN], *dict.fromkeys(against)) if reasons else ()
