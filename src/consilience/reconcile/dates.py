"""The calendar: the day of every report, and through it the days of all its time expressions.

What a page prints is taken. An undated report is dated by what it shares with dated ones: an event both tell, with a
weekday here and a date there; an event it tells as past, which must lie before it; one it announces, which must lie
ahead. Every candidate day is tried, the days that explain most are kept, and a report dated so dates others in turn.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType
from typing import NamedTuple

from consilience.chronology import edtf, resolve_all
from consilience.model import Annotations, Basis, Interval, PrintedDate, Publication, Reason, Span
from consilience.reconcile.clues import Clue, clues_of, tell_the_same
from consilience.reconcile.entities import Register

#: How far before and after the dated reports an undated one is looked for, in days.
BEFORE, AFTER = 12, 21
#: Rounds of dating undated reports by each other.
ROUNDS = 3
#: A report dated no more closely than this, in days, dates no other.
CLOSE = 3
#: Days within this of the best score are kept.
TIE = 0.3
#: Rules in the order they are believed.
_BELIEVED = ("given", "metadata", "dateline", "page", "url", "path")
#: Weights of what speaks for or against a day; hand-set, see docs/evaluation.md.
SHARED_DAY, OTHER_DAY, NOT_YET, GONE_BY, NEWS_DAY = 1.0, -0.5, -1.0, -0.7, 0.4

Times = tuple[Interval | None, ...]


class Calendar(NamedTuple):
    """The publication of each document (None: unknown), and the days of its time mentions, by document id."""

    published: Mapping[str, Publication | None]
    times: Mapping[str, Times]


class _Vote(NamedTuple):
    score: float
    rule: str
    explanation: str
    evidence: tuple[Span, ...]


def settle_dates(notes: Sequence[Annotations], register: Register) -> Calendar:
    """Return the calendar of all reports. *notes* in the order of the record."""
    clues = clues_of(notes, register)
    window = _window(notes)
    known: dict[int, Publication] = {}
    for d, n in enumerate(notes):
        printed = _printed(n, window)
        if printed:
            known[d] = printed
    for _ in range(ROUNDS):
        settled = {d: p for d, p in known.items() if (p.latest - p.earliest).days < CLOSE}
        times = _all_times(notes, settled)
        for d, n in enumerate(notes):
            if d not in settled and window is not None:
                found = _infer(d, n, clues, times, window)
                if found:
                    known[d] = found
    published = {n.document.id: known.get(d) for d, n in enumerate(notes)}
    times = _all_times(notes, known)
    return Calendar(
        MappingProxyType(published), MappingProxyType({n.document.id: times[d] for d, n in enumerate(notes)})
    )


def _all_times(notes: Sequence[Annotations], known: Mapping[int, Publication]) -> list[Times]:
    return [_times(n, _days(known[d]) if d in known else None) for d, n in enumerate(notes)]


def _days(p: Publication) -> Interval:
    return Interval(p.earliest, p.latest)


def _times(notes: Annotations, published: Interval | None) -> Times:
    return tuple(days for days, _ in resolve_all((t.expression for t in notes.times), published))


# --- what pages print


def _full_dates(notes: Annotations) -> Iterator[date]:
    """Yield the days a report prints with their year, in metadata or text."""
    for p in notes.document.printed:
        if p.year_known and p.days.days == 1:
            yield p.days.earliest
    for t in notes.times:
        e = t.expression
        if e.anchor == "absolute" and e.year and e.month and e.day and not e.until:
            try:
                yield date(e.year, e.month, e.day)
            except ValueError:
                continue


def _window(notes: Sequence[Annotations]) -> Interval | None:
    """Return the days in which undated reports are looked for: around the dated reports, else around printed days."""
    printed = sorted(p.days.earliest for n in notes for p in n.document.printed if p.year_known and p.days.days == 1)
    days = printed or sorted(day for n in notes for day in _full_dates(n))
    if not days:
        return None
    middle = days[len(days) // 2]
    near = [d for d in days if abs((d - middle).days) <= 120]
    return Interval(near[0] - timedelta(days=BEFORE), near[-1] + timedelta(days=AFTER))


def _printed(notes: Annotations, window: Interval | None) -> Publication | None:
    """Return the publication that the page gives in full, or gives without its year where the window tells it."""
    for rule in _BELIEVED:
        for p in notes.document.printed:
            if p.rule != rule:
                continue
            days = p.days if p.year_known else _with_year(p, window)
            if days is not None:
                return _publication(days, p, notes)
    return None


def _with_year(p: PrintedDate, window: Interval | None) -> Interval | None:
    """Return the only day of the window that fits a day printed without its year; None for a bare weekday."""
    if window is None or p.days.days > 1:
        return None
    fitting = [d for d in _each(window) if (d.month, d.day) == (p.days.earliest.month, p.days.earliest.day)]
    return Interval(fitting[0], fitting[0]) if len(fitting) == 1 else None


def _publication(days: Interval, p: PrintedDate, notes: Annotations) -> Publication:
    evidence = p.spans or (_first_span(notes),)
    basis: Basis = "explicit" if p.year_known else "resolved"
    words = {
        "metadata": "the page's metadata give it",
        "dateline": "its dateline gives it",
        "page": "the page prints it",
    }
    year = "" if p.year_known else "; the year is that of the other reports"
    reason = Reason(f"printed-{p.rule}", f"{words.get(p.rule, f'its {p.rule} gives it').capitalize()}{year}.", evidence)
    return Publication(
        edtf=edtf(days), earliest=days.earliest, latest=days.latest, basis=basis, evidence=evidence, reasons=(reason,)
    )


def _first_span(notes: Annotations) -> Span:
    sentences = notes.parse.sentences
    return notes.document.span(sentences[0].start, sentences[0].end) if sentences else notes.document.span(0, 1)


def _each(days: Interval) -> Iterator[date]:
    for n in range(days.days):
        yield days.earliest + timedelta(days=n)


# --- what reports tell of each other


def _infer(
    d: int, notes: Annotations, clues: Sequence[Clue], times: Sequence[Times], window: Interval
) -> Publication | None:
    """Return the days on which a report fits best with the dated ones; None when nothing speaks for any."""
    mine = [c for c in clues if c.document == d]
    others = [c for c in clues if c.document != d]
    pairs = [(c, [o for o in others if tell_the_same(c, o)]) for c in mine]
    candidates = [day for day in _each(window) if _agrees_with_page(day, notes)]
    tried: list[tuple[float, date, list[_Vote]]] = []
    for day in candidates:
        votes = list(_votes(day, notes, pairs, times))
        tried.append((sum(v.score for v in votes), day, votes))
    if not tried:
        return None
    best = max(score for score, _, _ in tried)
    kept = [(day, votes) for score, day, votes in tried if score >= best - TIE]
    reasons = _reasons(kept[0][1], notes)
    if not reasons or len(kept) == len(tried) > 10:
        return None
    days = Interval(kept[0][0], _last_in_reach(kept))
    evidence = tuple(sorted({s for r in reasons for s in r.evidence}))
    return Publication(
        edtf=edtf(days),
        earliest=days.earliest,
        latest=days.latest,
        basis="inferred",
        evidence=evidence,
        reasons=reasons,
    )


def _last_in_reach(kept: Sequence[tuple[date, list[_Vote]]]) -> date:
    """Return the last of the best days that follows the first without a gap of a week or more."""
    last = kept[0][0]
    for day, _ in kept[1:]:
        if (day - last).days > 7:
            break
        last = day
    return last


def _agrees_with_page(day: date, notes: Annotations) -> bool:
    """Say whether a day fits what the page prints without a year or as a bare weekday."""
    for p in notes.document.printed:
        if p.year_known:
            continue
        if p.weekday is not None and day.weekday() != p.weekday:
            return False
        if p.days.days == 1 and (day.month, day.day) != (p.days.earliest.month, p.days.earliest.day):
            return False
    return True


def _votes(
    day: date, notes: Annotations, pairs: Sequence[tuple[Clue, list[Clue]]], times: Sequence[Times]
) -> Iterator[_Vote]:
    """Yield what speaks for and against a report being of *day*."""
    published = Interval(day, day)
    resolved = _times(notes, published)
    for clue, twins in pairs:
        yield from _by_shared_event(day, clue, twins, resolved, times)
    for t, days in zip(notes.times, resolved, strict=True):
        s = notes.parse.sentences[t.sentence]
        span = notes.document.span(s.start, s.end)
        words = notes.document.text[t.start : t.end]
        e = t.expression
        if (
            e.anchor == "absolute"
            and e.year
            and days is not None
            and e.month
            and s.role in {"body", "headline", "caption"}
        ):
            if e.direction == "past" and days.earliest > day:
                yield _Vote(3 * NOT_YET, "newest-past-date", f"“{words}” is told as past.", (span,))
            if e.direction == "future" and days.latest < day:
                yield _Vote(3 * NOT_YET, "planned-date", f"“{words}” is told as still to come.", (span,))
        if (
            e.weekday is not None
            and e.direction != "future"
            and t.sentence <= 6
            and days is not None
            and s.role == "body"
        ):
            near = 0 <= (day - days.latest).days <= 1
            yield _Vote(
                NEWS_DAY if near else 0.0,
                "news-weekday",
                f"News of “{words}” is printed that day or the next.",
                (span,),
            )


def _by_shared_event(
    day: date, clue: Clue, twins: Sequence[Clue], resolved: Times, times: Sequence[Times]
) -> Iterator[_Vote]:
    """Yield how one event of the report fits the dated mentions of it in other reports."""
    dated = [
        (o, t)
        for o in twins
        if o.event.time is not None and (t := times[o.document][o.event.time]) is not None and t.days <= CLOSE
    ]
    if not dated:
        return
    own = resolved[clue.event.time] if clue.event.time is not None else None
    if own is not None and own.days <= CLOSE:
        meeting = [(o, t) for o, t in dated if own.meets(t)]
        if meeting:
            other = meeting[0][0]
            yield _Vote(
                SHARED_DAY,
                "weekday-of-shared-event",
                f"Both reports tell the same event ({clue.event.lemma}), on {edtf(meeting[0][1])}.",
                (clue.sentence, other.sentence),
            )
        else:
            yield _Vote(OTHER_DAY, "weekday-of-shared-event", "The day of a shared event differs.", (clue.sentence,))
        return
    earliest = min(t.earliest for _, t in dated)
    latest = max(t.latest for _, t in dated)
    if clue.event.status == "occurred" and earliest > day:
        yield _Vote(NOT_YET, "not-before-shared-event", "It tells as past what happens later.", (clue.sentence,))
    elif clue.event.status == "occurred":
        yield _Vote(
            0.05,
            "not-before-shared-event",
            f"It tells as past what another report dates to {edtf(dated[0][1])}.",
            (clue.sentence, dated[0][0].sentence),
        )
    elif clue.event.status == "planned" and latest < day:
        yield _Vote(GONE_BY, "not-after-planned-event", "It announces what is already past.", (clue.sentence,))
    elif clue.event.status == "planned":
        yield _Vote(
            0.05,
            "not-after-planned-event",
            f"It announces what another report dates to {edtf(dated[0][1])}.",
            (clue.sentence, dated[0][0].sentence),
        )


def _reasons(votes: Sequence[_Vote], notes: Annotations) -> tuple[Reason, ...]:
    """Return the reasons that speak for a day, strongest first, each once, with what the page prints before all."""
    found = [
        Reason("printed-weekday", "The page prints the weekday or day without its year.", p.spans)
        for p in notes.document.printed
        if not p.year_known and p.spans
    ]
    for v in sorted((v for v in votes if v.score > 0), key=lambda v: (-v.score, v.rule, v.evidence)):
        reason = Reason(v.rule, v.explanation, v.evidence)
        if reason not in found:
            found.append(reason)
    return tuple(found[:8])
