"""The clues of undated reports, gathered once: what they share with other reports, and what they say of days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from consilience.chronology import resolve_all
from consilience.lang.page import page_cues
from consilience.model import Annotations, Interval, Span
from consilience.reconcile.clues import Clue, clues_of, tell_the_same
from consilience.reconcile.dating.case import Case, Copy, Times, times_of
from consilience.reconcile.dating.counted_days import Counted, counted_days, one_word
from consilience.reconcile.dating.counts import comparable, tolls_of
from consilience.reconcile.dating.parallels import Line, Tie, find_ties, lines_of
from consilience.reconcile.dating.printed import agrees_with_page, each_day
from consilience.reconcile.entities import Register
from consilience.reconcile.offices import called
from consilience.reconcile.passages import folded
from consilience.reconcile.sources import Sources, is_official

#: Clues of a kind that are weighed: in a large pile the strongest say all that the others would.
MOST_TIES, MOST_TWINS, MOST_TOLLS = 30, 8, 8


def cases_of(
    undated: Sequence[int],
    notes: Sequence[Annotations],
    register: Register,
    sources: Sources | None,
    window: Interval,
) -> list[Case]:
    """Return a case for each of the reports numbered in *undated*, with its clues from all reports."""
    clues = clues_of(notes, register)
    tolls = tolls_of(notes, register)
    ties: dict[int, list[Tie]] = defaultdict(list)
    for tie in find_ties(notes, register):
        ties[tie.mine.document].append(tie)
    copies = _copies(notes, sources) if sources else {}
    counted = [(d, c) for d, n in enumerate(notes) for c in counted_days(n)]
    offices = frozenset(d for d, n in enumerate(notes) if is_official(n.document))
    fixed = {d: _fixed(notes[d], window) for d in undated}
    begun = _begun(notes, window)
    alike = _by_deed(clues)
    return [
        Case(
            number=d,
            notes=notes[d],
            window=window,
            fixed=fixed[d],
            ties=_strongest(ties[d]),
            events=_twins(d, clues, alike),
            copies=copies.get(d, ()),
            tolls=[(t, [o for o in tolls if comparable(t, o)][:MOST_TOLLS]) for t in tolls if t.document == d],
            releases=tuple(_releases_told(d, notes, register)),
            counted=_counted(d, counted, clues),
            offices=offices - {d},
            past_plans=frozenset(_past_plans(notes[d])),
            begun=begun,
            days=_days(notes[d], fixed[d], window),
        )
        for d in undated
    ]


def _days(notes: Annotations, fixed: Mapping[int, Interval], window: Interval) -> dict[date, Times]:
    """Return the days of the window that the page does not exclude, in order, each with the days of the times then."""
    possible = (day for day in each_day(window) if agrees_with_page(day, notes))
    return {
        day: tuple(fixed.get(n, days) for n, days in enumerate(times_of(notes, Interval(day, day)))) for day in possible
    }


def _strongest(ties: Sequence[Tie]) -> list[Tie]:
    """Return the strongest ties, in the order they came."""
    chosen = sorted(range(len(ties)), key=lambda n: (-ties[n].strength, n))[:MOST_TIES]
    return [ties[n] for n in sorted(chosen)]


def _by_deed(clues: Sequence[Clue]) -> Mapping[str, Sequence[Clue]]:
    """Return the clues by family of deeds and by type, under which others of the same deed are looked for."""
    found: dict[str, list[Clue]] = defaultdict(list)
    for clue in clues:
        for deed in _deeds(clue):
            found[deed].append(clue)
    return found


def _deeds(clue: Clue) -> tuple[str, ...]:
    return (clue.family, f"type {clue.event.type}") if clue.event.type else (clue.family,)


def _twins(d: int, clues: Sequence[Clue], alike: Mapping[str, Sequence[Clue]]) -> list[tuple[Clue, Sequence[Clue]]]:
    """Return the events of a report with those of others that may be the same, the dated ones first."""
    found: list[tuple[Clue, Sequence[Clue]]] = []
    for mine in (c for c in clues if c.document == d):
        near = {(c.document, c.number): c for deed in _deeds(mine) for c in alike[deed] if c.document != d}
        twins = [near[key] for key in sorted(near) if tell_the_same(mine, near[key])]
        found.append((mine, sorted(twins, key=lambda c: c.event.time is None)[:MOST_TWINS]))
    return found


def _past_plans(notes: Annotations) -> Iterator[int]:
    """Yield the weekdays that were ahead once: "the vote had been due on Tuesday"."""
    parse = notes.parse
    for number, t in enumerate(notes.times):
        if t.expression.weekday is None or t.expression.direction != "future" or t.expression.shift is not None:
            continue
        s = parse.sentences[t.sentence]
        before = [parse.tags[n] for n in range(s.first, s.last) if parse.starts[n] < t.start]
        if "VBD" in before and "MD" not in before:
            yield number


def _counted(
    d: int, counted: Sequence[tuple[int, Counted]], clues: Sequence[Clue]
) -> list[tuple[Counted, Sequence[tuple[int, Counted | Clue]]]]:
    """Return the events from which a report counts days, each with the other reports' mentions of such an event."""
    found: list[tuple[Counted, Sequence[tuple[int, Counted | Clue]]]] = []
    for mine in (c for number, c in counted if number == d):
        told: list[tuple[int, Counted | Clue]] = [
            (o, c) for o, c in counted if o != d and one_word(c.lemma, mine.lemma)
        ]
        told += [(c.document, c) for c in clues if c.document != d and one_word(c.event.lemma, mine.lemma)]
        found.append((mine, told))
    return found


def _fixed(notes: Annotations, window: Interval) -> dict[int, Interval]:
    """Return the days of the times that do not hang on the report's day; a date without its year is near the window."""
    middle = window.earliest + (window.latest - window.earliest) / 2
    around = Interval(middle, middle)
    found: dict[int, Interval] = {}
    for number, t in enumerate(notes.times):
        e = t.expression
        e = e.until or e  # a range is over with its end
        if not (e.month and e.day):
            continue
        absolute = e.anchor == "absolute" and e.year
        near = resolve_all((replace(e, direction="none"),), None if absolute else around)[0][0]
        if near is not None and (absolute or near.meets(window)):
            found[number] = near
    return found


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
                said = tuple(_times_in(notes[o], other)) if is_official(notes[d].document) else ()
                found[d].append(Copy(mine, o, other, release, said))
    return {d: sorted(copies, key=lambda c: (c.document, c.mine)) for d, copies in found.items()}


def _times_in(notes: Annotations, span: Span) -> Iterator[int]:
    return (n for n, t in enumerate(notes.times) if span.start <= t.start < span.end)


def _releases_told(d: int, notes: Sequence[Annotations], register: Register) -> Iterator[tuple[Line, int, Span]]:
    """Yield the sentences of a report that tell of a release in the pile: its office, its kind, and a time."""
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
