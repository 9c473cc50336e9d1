"""What pages print of their day: in full, without its year, or as a bare weekday; and where the others must lie."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from consilience.chronology import WEEKDAYS, edtf, say_interval
from consilience.model import Annotations, Basis, Document, Interval, PrintedDate, Publication, Reason, Span

#: How far before and after the days that reports print an undated one is looked for, in days.
BEFORE, AFTER = 12, 28
#: Days printed farther than this from the middle one belong to another story, in days.
FAR = 120
#: Dates of two places of a page may lie so far apart and be one moment: it is yesterday still west of here.
ONE_DAY = timedelta(days=1)
#: Rules in the order they are believed.
_BELIEVED = ("given", "metadata", "dateline", "page", "url", "path")
#: Rules that speak of the publication itself; the name of a file may tell when it was saved.
_TELLING = frozenset({"metadata", "dateline", "page", "url"})
_WORDS = {
    "metadata": "The page's metadata give it",
    "dateline": "Its dateline gives it",
    "page": "The page prints it",
    "given": "It is given with the report",
    "url": "Its address gives it",
    "path": "The name of its file gives it",
}


def window_of(notes: Sequence[Annotations]) -> Interval | None:
    """Return the days in which undated reports are looked for: around the dated reports, else around days in texts."""
    printed = sorted(p.days.earliest for n in notes for p in n.document.printed if _is_full(p))
    days = printed or sorted(day for n in notes for day in _told(n))
    if not days:
        return None
    middle = days[len(days) // 2]
    near = [d for d in days if abs((d - middle).days) <= FAR]
    return Interval(near[0] - timedelta(days=BEFORE), near[-1] + timedelta(days=AFTER))


def printed_days(document: Document) -> Interval | None:
    """Return the days from the first to the last that a page prints in full for its own; None where it prints none.

    The name of a file is left out: it may tell when the report was saved.
    """
    days = [p.days for p in document.printed if _is_full(p) and p.rule != "path"]
    return Interval(min(d.earliest for d in days), max(d.latest for d in days)) if days else None


def printed_publication(notes: Annotations, window: Interval | None) -> Publication | None:
    """Return the publication that the page gives in full, or gives without its year where the window tells it.

    What the user gives wins. Else the day that most places of the page agree on does, and of equals the most believed
    place; a place that gives another day is shown as a conflict. A day more or less is another time zone, and none.
    """
    told = [
        (p, days)
        for rule in _BELIEVED
        for p in notes.document.printed
        if p.rule == rule and (days := p.days if p.year_known else _with_year(p, window)) is not None
    ]
    if not told:
        return None
    chosen = told[0] if told[0][0].rule == "given" else max(told, key=lambda one: len(_agreeing(one[1], told)))
    found = _publication(chosen[1], chosen[0], notes)
    if chosen[0].rule == "given":
        return found
    beside = [(p, days) for p, days in told if p.rule in _TELLING and not _is_near(days, chosen[1])]
    against = (
        Reason(
            "conflict",
            f"Against it: {_WORDS[p.rule]} as {say_interval(days)}.",
            p.spans or (first_span(notes),),
        )
        for p, days in beside
    )
    weekdays = _weekdays_against(chosen[1], chosen[0], notes)
    return replace(found, reasons=(*found.reasons, *dict.fromkeys((*against, *weekdays))))


def _weekdays_against(days: Interval, chosen: PrintedDate, notes: Annotations) -> Iterator[Reason]:
    """Yield a conflict for each weekday that the page prints and that its day is not: "Monday, 13 March" of a Thursday.

    A bare weekday elsewhere on the page may be that of the day before or after.
    """
    if days.days > 1:
        return
    near = {(days.earliest + timedelta(days=n)).weekday() for n in (-1, 0, 1)}
    for p in notes.document.printed:
        if p.weekday is None or p.rule not in _TELLING:
            continue
        bare = not p.year_known and p.days.days > 1
        if p.weekday not in near if bare else (p is chosen and p.weekday != days.earliest.weekday()):
            text = f"Against it: The page prints {WEEKDAYS[p.weekday]}, which {say_interval(days)} is not."
            yield Reason("conflict", text, p.spans or (first_span(notes),))


def _agreeing(days: Interval, told: Sequence[tuple[PrintedDate, Interval]]) -> frozenset[str]:
    """Return the places of a page that give *days*, or the day before or after."""
    return frozenset(p.rule for p, other in told if _is_near(days, other))


def _is_near(days: Interval, other: Interval) -> bool:
    return days.earliest - ONE_DAY <= other.latest and other.earliest <= days.latest + ONE_DAY


def agrees_with_page(day: date, notes: Annotations) -> bool:
    """Say whether a day fits what the page prints without a year or as a bare weekday."""
    for p in notes.document.printed:
        if p.year_known:
            continue
        if p.weekday is not None and day.weekday() != p.weekday:
            return False
        if p.days.days == 1 and (day.month, day.day) != (p.days.earliest.month, p.days.earliest.day):
            return False
    return True


def each_day(days: Interval) -> Iterator[date]:
    """Yield the days of an interval."""
    for n in range(days.days):
        yield days.earliest + timedelta(days=n)


def first_span(notes: Annotations) -> Span:
    """Return the first sentence of a report: evidence for what the page says as a whole."""
    sentences = notes.parse.sentences
    return notes.document.span(sentences[0].start, sentences[0].end) if sentences else notes.document.span(0, 1)


def _is_full(p: PrintedDate) -> bool:
    return p.year_known and p.days.days == 1


def _told(notes: Annotations) -> Iterator[date]:
    """Yield the days that a text gives with their year."""
    for t in notes.times:
        e = t.expression
        if e.anchor == "absolute" and e.year and e.month and e.day and not e.until:
            try:
                yield date(e.year, e.month, e.day)
            except ValueError:  # the 31st of June
                continue


def _with_year(p: PrintedDate, window: Interval | None) -> Interval | None:
    """Return the only day of the window that fits a day printed without its year; None for a bare weekday."""
    if window is None or p.days.days > 1:
        return None
    wanted = (p.days.earliest.month, p.days.earliest.day)
    fitting = [d for d in each_day(window) if (d.month, d.day) == wanted]
    return Interval(fitting[0], fitting[0]) if len(fitting) == 1 else None


def _publication(days: Interval, p: PrintedDate, notes: Annotations) -> Publication:
    evidence = p.spans or (first_span(notes),)
    basis: Basis = "explicit" if p.year_known else "resolved"
    year = "" if p.year_known else "; the year is that of the other reports"
    reason = Reason(f"printed-{p.rule}", f"{_WORDS.get(p.rule, 'It is printed')}{year}.", evidence)
    return Publication(
        edtf=edtf(days), earliest=days.earliest, latest=days.latest, basis=basis, evidence=evidence, reasons=(reason,)
    )
