"""One event across reports: mentions joined by deed, parties and days, with vetoes; the first one names it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from consilience.ids import content_id
from consilience.model import Annotations, Basis, Event, Interval, Span, Status
from consilience.reconcile.clues import Clue, clues_of, tell_the_same
from consilience.reconcile.dates import Calendar
from consilience.reconcile.entities import Register
from consilience.reconcile.timing import days_of_mention, when_of

#: Which status a group of mentions has: what one report tells as done is done.
_STRONGEST: tuple[Status, ...] = ("occurred", "denied", "planned", "alleged", "hoped")
FamiliesBehind = Callable[[Iterable[Span]], tuple[str, ...]]


class _Told(NamedTuple):
    """A mention with its days, and whether they are its own (not the report's)."""

    clue: Clue
    days: Interval | None
    basis: Basis


class Events(NamedTuple):
    """The events, and which of them a mention is: `by_mention[document id, number]`."""

    events: tuple[Event, ...]
    by_mention: Mapping[tuple[str, int], str]


def merge_events(
    notes: Sequence[Annotations], register: Register, calendar: Calendar, families_behind: FamiliesBehind
) -> Events:
    """Return the events of all reports, by day, then id."""
    told = [_dated(c, notes, calendar) for c in clues_of(notes, register)]
    groups = _grouped(told)
    events = []
    by_mention = {}
    for group in groups:
        event = _event(group, notes, families_behind)
        events.append(event)
        by_mention.update({(notes[t.clue.document].document.id, t.clue.number): event.id for t in group})
    return Events(tuple(sorted(events, key=lambda e: e.id)), by_mention)


def _dated(clue: Clue, notes: Sequence[Annotations], calendar: Calendar) -> _Told:
    n = notes[clue.document]
    document = n.document.id
    published = calendar.published[document]
    found = days_of_mention(n, calendar.times[document], published, clue.event.time, clue.event.sentence)
    if found is None:
        return _Told(clue, None, "inferred")
    days, basis = found
    if clue.event.status in {"planned", "hoped"} and basis == "inferred" and clue.event.time is None:
        return _Told(clue, None, "inferred")  # what is to come is not of the report's day
    return _Told(clue, days, basis)


def _grouped(told: Sequence[_Told]) -> list[list[_Told]]:
    """Return the mentions in groups, one an event: each joins the first group that it fits with every veto passed."""
    groups: list[list[_Told]] = []
    # Mentions that give their own day found the groups; those without join them.
    for t in sorted(told, key=lambda t: (t.days is None, t.basis == "inferred", t.clue.document, t.clue.number)):
        fitting = [g for g in groups if _fits(t, g)]
        if fitting:
            max(fitting, key=lambda g: (_closeness(t, g), -groups.index(g))).append(t)
        else:
            groups.append([t])
    return [sorted(g, key=lambda t: (t.clue.document, t.clue.number)) for g in groups]


def _fits(t: _Told, group: Sequence[_Told]) -> bool:
    """Say whether a mention can be of a group's event: some mention is alike, and none speaks against it."""
    if any(_vetoes(t, other) for other in group):
        return False
    return any(tell_the_same(t.clue, other.clue) for other in group)


def _vetoes(a: _Told, b: _Told) -> bool:
    """Say whether two mentions cannot be of one event: other days, or other people on the same side."""
    if a.days and b.days and not a.days.meets(b.days) and "inferred" not in {a.basis, b.basis}:
        return True
    if a.days and b.days and abs((a.days.earliest - b.days.earliest).days) > 3 and not a.days.meets(b.days):
        return True
    if a.clue.event.type == "CONSULT" and a.clue.parties and b.clue.parties:
        x, y = a.clue.parties, b.clue.parties
        return len(x - y) > 0 and len(y - x) > 0 and min(len(x), len(y)) > 1
    both_receive = a.clue.recipients and b.clue.recipients
    return (
        bool(both_receive)
        and not set(a.clue.recipients) & set(b.clue.recipients)
        and not a.clue.parties & b.clue.parties
    )


def _closeness(t: _Told, group: Sequence[_Told]) -> tuple[int, int, int]:
    best = max(group, key=lambda o: (len(t.clue.parties & o.clue.parties), t.clue.event.lemma == o.clue.event.lemma))
    same_day = sum(bool(t.days and o.days and t.days.meets(o.days)) for o in group)
    return len(t.clue.parties & best.clue.parties), int(t.clue.event.lemma == best.clue.event.lemma), same_day


def _event(group: Sequence[_Told], notes: Sequence[Annotations], families_behind: FamiliesBehind) -> Event:
    first = group[0].clue
    evidence = tuple(sorted({t.clue.sentence for t in group}))
    best = max(
        group, key=lambda t: (len(t.clue.parties), t.clue.event.type is not None, -t.clue.document, -t.clue.number)
    ).clue
    status = next(s for s in _STRONGEST if any(t.clue.event.status == s for t in group))
    actors = _in_order(t.clue.actors for t in group)
    voices = {t.clue.said_by for t in group}
    days, basis, sources = _days(group)
    types = [t.clue.event.type for t in group if t.clue.event.type]
    kind = max(sorted(set(types)), key=lambda k: sum(k == other for other in types)) if types else None
    return Event(
        id=content_id("evt", notes[first.document].document.id, first.event.start, first.event.lemma),
        label=best.event.label,
        type=kind,
        mode=next((t.clue.event.mode for t in group if t.clue.event.type == kind and t.clue.event.mode), None),
        contexts=(),
        actors=actors,
        recipients=tuple(r for r in _in_order(t.clue.recipients for t in group) if r not in actors),
        reciprocal=best.event.reciprocal,
        when=when_of(days, basis, sources) if days else None,
        place=next((t.clue.place for t in group if t.clue.place), None),
        status=status,
        said_by=next(iter(voices)) if len(voices) == 1 else None,
        documents=tuple(sorted({notes[t.clue.document].document.id for t in group})),
        evidence=evidence,
        families=families_behind(evidence),
    )


def _in_order(parties: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p for ps in parties for p in ps))


def _days(group: Sequence[_Told]) -> tuple[Interval | None, Basis, tuple[Span, ...]]:
    """Return the narrowest days that a mention gives, the printed before the concluded, with the sentences."""
    order: tuple[Basis, ...] = ("explicit", "resolved", "inferred")
    dated = [t for t in group if t.days]
    if not dated:
        return None, "inferred", ()
    best = min(
        dated, key=lambda t: (order.index(t.basis), t.days.days if t.days else 0, t.clue.document, t.clue.number)
    )
    agreeing = [t for t in dated if t.basis == best.basis and t.days == best.days]
    return best.days, best.basis, tuple(sorted({t.clue.sentence for t in agreeing}))
