"""One event across reports: mentions joined by deed, parties and days, with vetoes; the first one names it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple, TypeVar, cast

from msgspec.structs import replace

from consilience.ids import content_id
from consilience.lang.event_grammar import BROUGHT, SPEECH_DEEDS
from consilience.lang.labels import ARTICLES, HOSTING
from consilience.model import Annotations, Basis, Entity, Event, Interval, PloverType, Span, Status
from consilience.reconcile.clues import Clue, clues_of, stems
from consilience.reconcile.dates import Calendar
from consilience.reconcile.entities import Register
from consilience.reconcile.grouping import grouped
from consilience.reconcile.labels import label_of
from consilience.reconcile.one_event import Told
from consilience.reconcile.settings import with_settings
from consilience.reconcile.sources import FamiliesBehind
from consilience.reconcile.taking_part import in_order
from consilience.reconcile.timing import days_of_event, when_of

#: Which status a group of mentions has: what one report tells as done is done.
_STRONGEST: tuple[Status, ...] = ("occurred", "denied", "planned", "alleged", "hoped")
_Value = TypeVar("_Value", bound=str)


class Contested(NamedTuple):
    """An event that some report and others deny, with the sentences of either side."""

    event: Event
    told: tuple[Span, ...]
    denied: tuple[Span, ...]


class Events(NamedTuple):
    """The events, which of them a mention is (`by_mention[document id, number]`), and those that are contested."""

    events: tuple[Event, ...]
    by_mention: Mapping[tuple[str, int], str]
    contested: tuple[Contested, ...]


def merge_events(
    notes: Sequence[Annotations], register: Register, calendar: Calendar, families_behind: FamiliesBehind
) -> Events:
    """Return the events of all reports, by id."""
    entities = {e.id: e for e in register.entities}
    told = [_dated(c, notes, calendar) for c in clues_of(notes, register)]
    events = []
    by_mention = {}
    contested: list[Contested] = []
    for group in grouped(told):
        if _says_enough(group):
            event = _event(group, notes, entities, families_behind)
            events.append(event)
            contested += _contested(event, group)
            by_mention.update({(notes[t.clue.document].document.id, t.clue.number): event.id for t in group})
    settled = with_settings(notes, tuple(_doubted(events)), by_mention)
    return Events(tuple(sorted(settled, key=lambda e: e.id)), by_mention, tuple(contested))


def _contested(event: Event, group: Sequence[Told]) -> Iterator[Contested]:
    """Yield an event with the two sides, where one group of mentions tells and denies it."""
    full = [t for t in group if not t.clue.event.definite]
    told, denied = (
        tuple(sorted({t.clue.sentence for t in full if t.clue.event.status in status}))
        for status in ({"occurred", "alleged"}, {"denied"})
    )
    if told and denied:
        yield Contested(event, told, denied)


def _doubted(events: Sequence[Event]) -> Iterator[Event]:
    """Yield the events, those alleged that another entry denies: what is disputed is told as nobody's fact.

    The denial is of the same type, with the same actors and whom it was done to, on days that may be the same.
    """
    denied = [e for e in events if e.status == "denied" and e.type is not None and (e.actors or e.recipients)]
    for e in events:
        against = any(_denies(no, e) for no in denied) if e.status == "occurred" else False
        yield replace(e, status="alleged") if against else e


def _denies(no: Event, yes: Event) -> bool:
    mode = no.mode == yes.mode or None in {no.mode, yes.mode}
    same = no.type == yes.type and mode and set(no.actors) == set(yes.actors)
    days = no.when is None or yes.when is None or no.when.interval.meets(yes.when.interval)
    return same and days and set(no.recipients) == set(yes.recipients)


def _dated(clue: Clue, notes: Sequence[Annotations], calendar: Calendar) -> Told:
    n = notes[clue.document]
    document = n.document.id
    found = days_of_event(n, calendar.times[document], calendar.published[document], clue.event)
    return Told(clue, None, "inferred") if found is None else Told(clue, *found)


def _says_enough(group: Sequence[Told]) -> bool:
    """Say whether somebody took part in it, it has a place, or some clause has a word for what it happened to."""
    clues = [t.clue for t in group if not _is_empty_word(t.clue)]
    return any(c.parties or c.place or c.event.wording.subject or c.event.wording.object for c in clues)


def _is_empty_word(clue: Clue) -> bool:
    """Say whether a clause only says that somebody agreed or asked, and neither what nor whom."""
    w = clue.event.wording
    return clue.event.type in SPEECH_DEEDS and bool(w.verb) and not (w.object or w.tail or clue.recipients)


def _event(
    group: Sequence[Told], notes: Sequence[Annotations], entities: Mapping[str, Entity], families_behind: FamiliesBehind
) -> Event:
    evidence = tuple(sorted({t.clue.sentence for t in group}))
    full = [t for t in group if not t.clue.event.definite] or group
    first = full[0].clue
    status = _status(group, full)
    best = max(full, key=lambda t: _tellingness(t.clue, status)).clue
    actors = in_order(_parties(group, entities, lambda c: c.actors), entities)
    if group[0].clue.event.type in BROUGHT:
        actors = _without_cargo(actors, group, entities)
    recipients = tuple(
        r for r in in_order(_parties(group, entities, lambda c: c.recipients), entities) if r not in actors
    )
    voices = {t.clue.said_by for t in full if t.clue.event.status == status}
    days, basis, sources = _days(full, status)
    kind = cast("PloverType | None", _commonest(t.clue.event.type for t in full))
    place = _commonest(t.clue.place for t in full) or _commonest(t.clue.place for t in group)
    reciprocal = kind in {"CONSULT", "AGREE"} and any(t.clue.event.reciprocal for t in group) and len(actors) > 1
    return Event(
        id=content_id("evt", notes[first.document].document.id, first.event.start, first.event.lemma),
        label=label_of(best, status, (*actors, *recipients), place, entities),
        type=kind,
        mode=_commonest(t.clue.event.mode for t in group if t.clue.event.type == kind),
        contexts=tuple(c for c, _ in Counter(c for t in group for c in t.clue.event.contexts).most_common(3)),
        actors=actors,
        recipients=recipients,
        reciprocal=reciprocal,
        when=when_of(days, basis, sources) if days else None,
        place=place,
        status=status,
        said_by=next(iter(voices)) if len(voices) == 1 else None,
        documents=tuple(sorted({notes[t.clue.document].document.id for t in group})),
        evidence=evidence,
        families=families_behind(evidence),
    )


def _parties(
    group: Sequence[Told], entities: Mapping[str, Entity], side: Callable[[Clue], tuple[str, ...]]
) -> Iterator[tuple[str, ...]]:
    """Yield whom each mention has on one side; of a headline only those with a name, where a text has somebody."""
    below = any(side(t.clue) for t in group if not t.clue.in_headline)
    for t in group:
        unnamed = below and t.clue.in_headline
        yield tuple(p for p in side(t.clue) if not unnamed or entities[p].is_named)


def _without_cargo(actors: tuple[str, ...], group: Sequence[Told], entities: Mapping[str, Entity]) -> tuple[str, ...]:
    """Return those who bring something without what they bring, which is told as the one that came: "60 engineers"."""
    things = {w for t in group for w in t.clue.things}
    brought = {w for t in group for w in t.clue.party_words & things}
    if not brought:
        return actors
    return tuple(a for a in actors if entities[a].is_named or not set(stems(entities[a].name)) & brought) or actors


def _status(group: Sequence[Told], full: Sequence[Told]) -> Status:
    """Return the status of an event; what was planned and only taken up as not come about did not.

    What some report and others deny is told as alleged, and as denied where most reports that speak of it deny it.
    """
    told = [{t.clue.document for t in full if t.clue.event.status == s} for s in ("denied", "occurred", "alleged")]
    if told[0] and (told[1] or told[2]):
        return "denied" if len(told[0]) > len(told[1] | told[2]) else "alleged"
    status = next(s for s in _STRONGEST if any(t.clue.event.status == s for t in full))
    failed = status in {"planned", "hoped"} and any(t.clue.event.status == "denied" for t in group)
    return "denied" if failed else status


def _tellingness(clue: Clue, status: Status) -> tuple[bool, bool, bool, bool, bool, int, bool, bool, int, int]:
    """Return how much a telling says, for its label: in the event's status, by a verb, with parties, and early."""
    wording = clue.event.wording
    return (
        clue.event.status == status,
        bool(wording.verb),
        bool(clue.actors or wording.subject),
        wording.verb not in HOSTING,
        not clue.is_faceless,
        min(len(clue.parties), 2),
        _has_name(wording.subject),  # "the Karu dam broke" says more than "the crest gave way"
        bool(wording.object),
        -clue.document,
        -clue.number,
    )


def _has_name(words: str) -> bool:
    """Say whether a phrase has a name in it, other than by its first word, which may open a sentence."""
    first, *rest = words.split() or [""]
    return any(w[:1].isupper() for w in (rest if first.casefold() in ARTICLES else (first, *rest)))


def _commonest(values: Iterable[_Value | None]) -> _Value | None:
    """Return the value met most often, of equals the first; None where there is none."""
    counts = Counter(v for v in values if v is not None)
    return counts.most_common(1)[0][0] if counts else None


def _days(group: Sequence[Told], status: Status) -> tuple[Interval | None, Basis, tuple[Span, ...]]:
    """Return the days that the mentions agree on, the printed before the concluded, with the sentences.

    Of printed days that differ those have it that most reports tell.
    """
    order: tuple[Basis, ...] = ("explicit", "resolved", "inferred")
    dated = [t for t in group if t.days and t.clue.event.status == status and status != "denied"]
    dated = dated or [t for t in group if t.days]

    def value(t: Told) -> tuple[int, int, date, int, int, int]:
        # Of days that are only those of reports the earliest are nearest to the event.
        first = t.days.latest if t.days and t.basis == "inferred" else date.min
        agreed = {o.clue.document for o in dated if o.basis == t.basis and t.days and o.days and t.days.meets(o.days)}
        votes = 0 if t.basis == "inferred" else -len(agreed)
        return order.index(t.basis), votes, first, t.days.days if t.days else 0, t.clue.document, t.clue.number

    if not dated:
        return None, "inferred", ()
    best = min(dated, key=value)
    if best.basis == "inferred":  # a plan that came about gives its day
        best = next(
            (t for t in group if t.basis != "inferred" and t.days and best.days and t.days.meets(best.days)), best
        )
    days, sources = best.days, {best.clue.sentence}
    for t in dated:
        if days and t.days and t.basis == best.basis and days.meets(t.days):
            days = Interval(max(days.earliest, t.days.earliest), min(days.latest, t.days.latest))
            sources.add(t.clue.sentence)
    return days, best.basis, tuple(sorted(sources))
