"""The clues of undated reports, gathered once: what they share with other reports, and what they say of days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import islice

from msgspec.structs import replace

from consilience.chronology import resolve_all
from consilience.lang.page import page_cues
from consilience.model import Annotations, Document, Interval, Span
from consilience.reconcile.clues import Clue, clues_of, have_one_guest, tell_the_same
from consilience.reconcile.dating.case import Case, Copy, Times, times_of
from consilience.reconcile.dating.counted_days import STEM, Counted, counted_days, one_word
from consilience.reconcile.dating.counts import Toll, comparable, tolls_of
from consilience.reconcile.dating.parallels import Line, Tie, find_ties, lines_of
from consilience.reconcile.dating.printed import agrees_with_page, each_day
from consilience.reconcile.entities import Register
from consilience.reconcile.event_links import Link, offered, sought
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
    ties: dict[int, list[Tie]] = defaultdict(list)
    for tie in find_ties(notes, register):
        ties[tie.mine.document].append(tie)
    copies = _copies(notes, sources) if sources else {}
    by_word = _by_word(notes, clues)
    offices = frozenset(d for d, n in enumerate(notes) if is_official(n.document))
    fixed = {d: _fixed(notes[d], window) for d in undated}
    begun = _begun(notes, window)
    by_link = _by_link(clues)
    of_report: dict[int, list[Clue]] = defaultdict(list)
    for clue in clues:
        of_report[clue.document].append(clue)
    by_measure: dict[str, list[Toll]] = defaultdict(list)
    tolls_by_report: dict[int, list[Toll]] = defaultdict(list)
    for toll in tolls_of(notes, register):
        by_measure[toll.measure].append(toll)
        tolls_by_report[toll.document].append(toll)
    heads = _heads_of_releases(notes, offices)
    return [
        Case(
            number=d,
            notes=notes[d],
            window=window,
            fixed=fixed[d],
            ties=_strongest(ties[d]),
            events=[(mine, _twins(mine, by_link)) for mine in of_report[d]],
            copies=copies.get(d, ()),
            tolls=[(t, _comparable(t, by_measure[t.measure])) for t in tolls_by_report[d]],
            releases=tuple(_releases_told(d, notes, register, heads)),
            counted=_counted(d, notes[d], by_word),
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


def _comparable(toll: Toll, others: Sequence[Toll]) -> list[Toll]:
    return list(islice((other for other in others if comparable(toll, other)), MOST_TOLLS))


def _by_link(clues: Sequence[Clue]) -> Mapping[Link, Sequence[Clue]]:
    """Return the clues by the links under which others that may tell the same are looked for."""
    found: dict[Link, list[Clue]] = defaultdict(list)
    for clue in clues:
        for link in sorted(offered(clue)):
            found[link].append(clue)
    return found


def _twins(mine: Clue, by_link: Mapping[Link, Sequence[Clue]]) -> Sequence[Clue]:
    """Return the mentions in other reports that may be of one event with *mine*, the dated ones first."""
    linked = (by_link.get(link, ()) for link in sought(mine))
    near = {(c.document, c.number): c for kept in linked for c in kept if c.document != mine.document}
    twins = (near[key] for key in sorted(near) if tell_the_same(mine, near[key]) or have_one_guest(mine, near[key]))
    return sorted(twins, key=lambda c: c.event.time is None)[:MOST_TWINS]


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


def _by_word(notes: Sequence[Annotations], clues: Sequence[Clue]) -> Mapping[str, Sequence[tuple[int, Counted | Clue]]]:
    """Return the mentions of events, those from which days are counted first, by the beginning of their word."""
    found: dict[str, list[tuple[int, Counted | Clue]]] = defaultdict(list)
    for d, n in enumerate(notes):
        for counted in counted_days(n):
            found[counted.lemma[:STEM]].append((d, counted))
    for clue in clues:
        found[clue.event.lemma[:STEM]].append((clue.document, clue))
    return found


def _counted(
    d: int, notes: Annotations, by_word: Mapping[str, Sequence[tuple[int, Counted | Clue]]]
) -> list[tuple[Counted, Sequence[tuple[int, Counted | Clue]]]]:
    """Return the events from which a report counts days, each with the other reports' mentions of such an event."""
    return [
        (
            mine,
            [
                (o, told)
                for o, told in by_word.get(mine.lemma[:STEM], ())
                if o != d and one_word(_word(told), mine.lemma)
            ],
        )
        for mine in counted_days(notes)
    ]


def _word(told: Counted | Clue) -> str:
    return told.lemma if isinstance(told, Counted) else told.event.lemma


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
                release = _is_source_of(notes[o].document, notes[d].document)
                source = _is_source_of(notes[d].document, notes[o].document)
                said = tuple(_times_in(notes[o], other)) if is_official(notes[d].document) else ()
                found[d].append(Copy(mine, o, other, release, source, said))
    return {d: sorted(copies, key=lambda c: (c.document, c.mine)) for d, copies in found.items()}


def _is_source_of(one: Document, other: Document) -> bool:
    """Say whether what two reports share comes from the first: an office's release, or the agency the other credits."""
    if is_official(one) and not is_official(other):
        return True
    return one.outlet is not None and one.outlet in other.agencies and one.outlet != other.outlet


def _times_in(notes: Annotations, span: Span) -> Iterator[int]:
    return (n for n, t in enumerate(notes.times) if span.start <= t.start < span.end)


def _heads_of_releases(notes: Sequence[Annotations], offices: frozenset[int]) -> list[tuple[int, Span, frozenset[str]]]:
    """Return the releases whose headlines say what they are: numbers, headlines, words for the kind."""
    found = []
    for o in sorted(offices):
        document = notes[o].document
        head = next((s for s in notes[o].parse.sentences if s.role == "headline"), None)
        if head is not None:
            title = document.text[head.start : head.end].casefold()
            kinds = frozenset(folded(kind) for kind in page_cues().lists["dates.releases"] if kind in title)
            found.append((o, document.span(head.start, head.end), kinds))
    return [release for release in found if release[2]]


def _releases_told(
    d: int,
    notes: Sequence[Annotations],
    register: Register,
    releases: Sequence[tuple[int, Span, frozenset[str]]],
) -> Iterator[tuple[Line, int, Span]]:
    """Yield the sentences of a report that tell of a release in the pile: its office, its kind, and a time."""
    lines = [line for line in lines_of(d, notes[d], register) if line.times] if releases else []
    for o, head, kinds in releases:
        telling = [line for line in lines if line.about & kinds] if o != d else []
        offices = called(notes[o].document.outlet or "", notes[d], register) if telling else frozenset()
        for line in telling:
            if line.about & offices:
                yield line, o, head
