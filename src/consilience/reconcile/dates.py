"""The calendar: the day of every report, and through it the days of all its time expressions.

What a page prints is taken. An undated report is dated by what it shares with dated ones: a matter both tell of, with
a weekday here and a date there; what it tells as past, which must lie before it; what it announces, which must lie
ahead; a count that has grown; words copied from a release. Every candidate day is tried, the days that explain most are
kept, and a report dated so dates others in turn, until nothing changes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from msgspec.structs import replace

from consilience.chronology import edtf, resolve_all
from consilience.lang.page import page_cues
from consilience.model import Annotations, Interval, Publication, Reason, Span, TimeExpression
from consilience.reconcile.clues import Clue, clues_of, tell_the_same
from consilience.reconcile.counted_days import Counted, counted_days
from consilience.reconcile.day_votes import CLOSE, Case, Copy, Times, Vote, World, short, votes_on
from consilience.reconcile.entities import Register
from consilience.reconcile.parallels import Line, Tie, find_ties, lines_of
from consilience.reconcile.passages import folded
from consilience.reconcile.printed_days import agrees_with_page, each_day, printed_publication, window_of
from consilience.reconcile.sources import Sources, is_official
from consilience.reconcile.tolls import called, comparable, tolls_of

#: Rounds of dating undated reports by each other, at most.
ROUNDS = 6
#: Reports that are dated in one round: those with so much of the greatest margin.
SURE = 0.75
#: Days within this of the best score are kept.
TIE = 0.1
#: More days than this share of those tried are no answer.
VAGUE = 0.5
#: A clue that speaks so much against the day chosen is shown beside the reasons.
AGAINST = -0.3
#: The most reasons shown.
SHOWN = 8


class Calendar(NamedTuple):
    """The publication of each document (None: unknown), and the days of its time mentions, by document id."""

    published: Mapping[str, Publication | None]
    times: Mapping[str, Times]


def settle_dates(notes: Sequence[Annotations], register: Register, sources: Sources | None = None) -> Calendar:
    """Return the calendar of all reports. *notes* in the order of the record."""
    window = window_of(notes)
    known = {d: p for d, n in enumerate(notes) if (p := printed_publication(n, window))}
    undated = [d for d in range(len(notes)) if d not in known]
    if undated and window is not None:
        known |= _inferred(_cases(undated, notes, register, sources, window), notes, known)
    times = _all_times(notes, known)
    return Calendar(
        MappingProxyType({n.document.id: known.get(d) for d, n in enumerate(notes)}),
        MappingProxyType({n.document.id: times[d] for d, n in enumerate(notes)}),
    )


def _inferred(
    cases: Sequence[Case], notes: Sequence[Annotations], printed: Mapping[int, Publication]
) -> dict[int, Publication]:
    """Return the publications of undated reports: dated by the printed ones first, then by each other too."""
    names = [_name(n) for n in notes]
    found: dict[int, Publication] = {}
    waiting = list(cases)
    while waiting:
        world = _world(notes, names, {**printed, **found})
        tried = [(case, _weighed(case, world)) for case in waiting]
        surest = max(answer.margin for _, answer in tried)
        now = {case.number: a.publication for case, a in tried if a.margin >= SURE * surest}
        waiting = [case for case in waiting if case.number not in now]
        found |= {d: p for d, p in now.items() if p}
    for _ in range(ROUNDS):
        # A report must not confirm itself by way of others: its own day is unknown while it is weighed.
        again = {
            case.number: _weighed(case, _world(notes, names, {**printed, **found}, but=case.number)).publication
            for case in cases
        }
        if {d: p for d, p in again.items() if p} == found:
            break
        found = {d: p for d, p in again.items() if p}
    return found


def _world(
    notes: Sequence[Annotations], names: Sequence[str], known: Mapping[int, Publication], but: int | None = None
) -> World:
    """Return what is known of the reports: those dated closely, without the one that is being weighed."""
    close = {d: p for d, p in known.items() if d != but and short(_days(p))}
    return World(_all_times(notes, close), close, names, notes)


def _all_times(notes: Sequence[Annotations], known: Mapping[int, Publication]) -> list[Times]:
    return [_times(n, _days(known[d]) if d in known else None) for d, n in enumerate(notes)]


def _days(p: Publication) -> Interval:
    return Interval(p.earliest, p.latest)


def _times(notes: Annotations, published: Interval | None) -> Times:
    return tuple(days for days, _ in resolve_all((t.expression for t in notes.times), published))


def _name(notes: Annotations) -> str:
    """Return how a report is called in an explanation."""
    document = notes.document
    return document.outlet or (f"“{document.title}”" if document.title else "another report")


# --- the clues of an undated report


def _cases(
    undated: Sequence[int],
    notes: Sequence[Annotations],
    register: Register,
    sources: Sources | None,
    window: Interval,
) -> list[Case]:
    clues = clues_of(notes, register)
    tolls = tolls_of(notes, register)
    ties: dict[int, list[Tie]] = defaultdict(list)
    for tie in find_ties(notes, register):
        ties[tie.mine.document].append(tie)
    copies = _copies(notes, sources) if sources else {}
    counted = [(d, c) for d, n in enumerate(notes) for c in counted_days(n)]
    begun = _begun(notes, window)
    return [
        Case(
            number=d,
            notes=notes[d],
            window=window,
            fixed=_fixed(notes[d], window),
            ties=ties[d],
            events=_twins(d, clues),
            copies=copies.get(d, ()),
            tolls=[(t, [o for o in tolls if comparable(t, o)]) for t in tolls if t.document == d],
            releases=tuple(_releases_told(d, notes, register)),
            counted=_counted(d, counted, clues),
            begun=begun,
        )
        for d in undated
    ]


def _twins(d: int, clues: Sequence[Clue]) -> list[tuple[Clue, Sequence[Clue]]]:
    others = [c for c in clues if c.document != d]
    return [(c, [o for o in others if tell_the_same(c, o)]) for c in clues if c.document == d]


def _counted(
    d: int, counted: Sequence[tuple[int, Counted]], clues: Sequence[Clue]
) -> list[tuple[Counted, Sequence[tuple[int, Counted | Clue]]]]:
    """Return the events from which a report counts days, each with the other reports' mentions of such an event."""
    found: list[tuple[Counted, Sequence[tuple[int, Counted | Clue]]]] = []
    for mine in (c for number, c in counted if number == d):
        told: list[tuple[int, Counted | Clue]] = [(o, c) for o, c in counted if o != d and c.lemma == mine.lemma]
        told += [(c.document, c) for c in clues if c.document != d and c.event.lemma == mine.lemma]
        found.append((mine, told))
    return found


def _fixed(notes: Annotations, window: Interval) -> dict[int, Interval]:
    """Return the days of the times that do not hang on the report's day; a date without its year is near the window."""
    middle = window.earliest + (window.latest - window.earliest) / 2
    around = Interval(middle, middle)
    found: dict[int, Interval] = {}
    for number, t in enumerate(notes.times):
        e = t.expression
        if not (e.month and e.day) or e.until is not None:
            continue
        absolute = e.anchor == "absolute" and e.year
        near = resolve_all((_undirected(e),), None if absolute else around)[0][0]
        if near is not None and (absolute or near.meets(window)):
            found[number] = near
    return found


def _undirected(e: TimeExpression) -> TimeExpression:
    return replace(e, direction="none")


def _begun(notes: Sequence[Annotations], window: Interval) -> tuple[date, Span] | None:
    """Return the first day of the window that two reports tell of, and a sentence that does: the story's beginning."""
    told: dict[date, dict[int, Span]] = defaultdict(dict)
    for d, n in enumerate(notes):
        for number, days in _fixed(n, window).items():
            s = n.parse.sentences[n.times[number].sentence]
            if days.meets(window) and s.role == "body":
                told[days.earliest].setdefault(d, n.document.span(s.start, s.end))
    shared = sorted(day for day, by in told.items() if len(by) > 1)
    return (shared[0], min(told[shared[0]].values())) if shared else None


def _copies(notes: Sequence[Annotations], sources: Sources) -> dict[int, list[Copy]]:
    number = {n.document.id: d for d, n in enumerate(notes)}
    found: dict[int, list[Copy]] = defaultdict(list)
    for family in sources.families:
        for pair in family.shared:
            for mine, other in (pair, pair[::-1]):
                d, o = number[mine.document], number[other.document]
                release = is_official(notes[o].document) and not is_official(notes[d].document)
                found[d].append(Copy(mine, o, other, release))
    return {d: sorted(copies, key=lambda c: (c.document, c.mine)) for d, copies in found.items()}


def _releases_told(d: int, notes: Sequence[Annotations], register: Register) -> Iterator[tuple[Line, int, Span]]:
    """Yield the sentences of a report that tell of a release in the pile: its office, a word of its headline, a time."""
    lines = [line for line in lines_of(d, notes[d], register) if line.times]
    for o, other in enumerate(notes):
        head = next((s for s in other.parse.sentences if s.role == "headline"), None)
        if o == d or head is None or not is_official(other.document):
            continue
        title = other.document.text[head.start : head.end]
        kinds = {folded(kind) for kind in page_cues().lists["dates.releases"] if kind in title.casefold()}
        offices = called(other.document.outlet or "", notes[d], register)
        for line in lines:
            if line.about & offices and line.about & kinds:
                yield line, o, other.document.span(head.start, head.end)


# --- weighing


class _Answer(NamedTuple):
    """The publication found, and how far the best day is ahead of the best one that is not beside it."""

    publication: Publication | None
    margin: float


def _weighed(case: Case, world: World) -> _Answer:
    """Return the days on which a report fits best with the dated ones; none when nothing speaks for any."""
    tried = [(d, list(votes_on(d, case, world))) for d in each_day(case.window) if agrees_with_page(d, case.notes)]
    if not tried:
        return _Answer(None, 0.0)
    scores = [round(sum(v.score for v in votes), 6) for _, votes in tried]
    best = max(scores)
    at = scores.index(best)
    apart = [s for (d, _), s in zip(tried, scores, strict=True) if abs((d - tried[at][0]).days) > 1]
    margin = best - max(apart, default=best - 1.0)
    reasons = _reasons(tried[at][1], case.notes)
    kept = [day for (day, _), score in zip(tried, scores, strict=True) if score >= best - TIE]
    if not reasons or (len(kept) > CLOSE and len(kept) > VAGUE * len(tried)):
        return _Answer(None, margin)
    days = Interval(kept[0], kept[-1])
    evidence = tuple(sorted({s for r in reasons for s in r.evidence}))
    publication = Publication(
        edtf=edtf(days),
        earliest=days.earliest,
        latest=days.latest,
        basis="inferred",
        evidence=evidence,
        reasons=reasons,
    )
    return _Answer(publication, margin)


def _reasons(votes: Sequence[Vote], notes: Annotations) -> tuple[Reason, ...]:
    """Return the reasons for a day, what the page prints first, then the strongest, each once; then what contradicts."""
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
