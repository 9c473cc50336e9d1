"""What comes first: the order of a record's cells, and the few that sum the situation up.

The choice is made from what the record says of itself: independent sources, type, status, day.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from consilience.model import Discrepancy, Entity, Event, Figure, Reading, Situation, Span, When

#: Measures in the order a crisis desk asks for them.
MEASURES = (
    "killed", "missing", "wounded", "displaced", "detained", "deployed", "votes", "price", "money", "members",
    "duration", "other",
)  # fmt: skip
#: Relations in the order of what they mean for a reader: those that cannot both be true first.
RELATIONS = ("contradiction", "source dispute", "unresolved", "update", "scope differs", "wording")
#: The relations that leave a question open.
OPEN = RELATIONS[:3]
#: PLOVER types in groups of falling weight: force, upheaval, acts of state, talk.
WEIGHTS = {
    "ASSAULT": 4, "COERCE": 3, "MOBILIZE": 3, "PROTEST": 3, "RETREAT": 3, "SANCTION": 3, "AGREE": 2, "AID": 2,
    "CONCEDE": 2, "THREATEN": 2, "COOPERATE": 2, "CONSULT": 1, "ACCUSE": 1, "REJECT": 1, "REQUEST": 1, "SUPPORT": 1,
}  # fmt: skip

#: What is counted where nobody is left out.
EVERYBODY = frozenset({"people", "persons", ""})
#: What may lie anywhere within more days than this leads no list and stands in no chart.
VAGUE = 7

#: How much the situation now holds: enough for one screen.
EVENTS, FIGURES, DISPUTES = 4, 3, 1


class Value(NamedTuple):
    """A value given for a figure, with all its readings in time, and everything they stand on."""

    readings: tuple[Reading, ...]
    evidence: tuple[Span, ...]
    families: tuple[str, ...]


class Latest(NamedTuple):
    """A figure with its latest reading, the value it gives with all its support, and the other values in time."""

    figure: Figure
    reading: Reading
    value: Value
    others: tuple[Value, ...]


class Now(NamedTuple):
    """What the situation comes to: figures, events in order of days, and what is most in dispute."""

    figures: tuple[Latest, ...]
    events: tuple[Event, ...]
    disputes: tuple[Discrepancy, ...]


def situation_now(situation: Situation) -> Now:
    """Return the best-supported figures and events of *situation*, and its gravest disagreement of fact."""
    disputes = (one for one in by_consequence(situation) if one.relation in OPEN and one.severity == "factual")
    return Now(
        _leading_figures(situation.figures),
        _leading_events(_deeds(situation)),
        tuple(disputes)[:DISPUTES],
    )


def _leading_figures(figures: Iterable[Figure]) -> tuple[Latest, ...]:
    """Return the latest reading of the best-supported whole of each of the first measures that tell of people."""
    ordered = [one for one in by_measure(figures) if MEASURES.index(one.measure) <= MEASURES.index("deployed")]
    chosen: dict[str, Latest] = {}
    for figure in ordered:
        # Reports may count the same people in two places of the record: none of them may hide the latest count.
        same = [one for one in ordered if (one.measure, one.counted) == (figure.measure, figure.counted)]
        latest = latest_reading(*same) if figure.part_of is None else None
        if latest is not None and (figure.measure not in chosen or _leads(latest, chosen[figure.measure])):
            chosen[figure.measure] = latest
    return tuple(chosen.values())[:FIGURES]


def _leads(latest: Latest, other: Latest) -> bool:
    """Say whether a count sums a measure up better: of all people before some of them, a number, of a later day."""
    mine, theirs = (
        (x.figure.counted in EVERYBODY, x.reading.high is not None, _as_of(x.reading)) for x in (latest, other)
    )
    return mine > theirs


def latest_reading(*figures: Figure) -> Latest | None:
    """Return the reading of *figures* that holds latest, the better supported of two of one day; None without any."""
    found = [(figure, value) for figure in figures for value in values_of(figure)]
    told = [(figure, value) for figure, value in found if _is_told(value.readings[0])]
    if not told:
        return None
    readings = ((one, figure, value) for figure, value in told for one in value.readings)
    best, figure, mine = max(readings, key=lambda found: _latest_best(found[0]))
    return Latest(figure, best, mine, tuple(value for _, value in told if value is not mine))


def _is_told(reading: Reading) -> bool:
    return reading.status == "occurred" and reading.change is None


def _latest_best(reading: Reading) -> tuple[bool, date, date, int, int, float]:
    # A count of "some time in March" is not later than one of the 17th.
    return not is_vague(reading), *_as_of(reading), len(reading.families), len(reading.evidence), reading.low


def is_vague(reading: Reading) -> bool:
    """Say whether nothing tells within `VAGUE` days when *reading* was true."""
    return is_long(reading.as_of)


def is_long(when: When | None) -> bool:
    """Say whether *when* is unknown or longer than `VAGUE` days."""
    return when is None or when.interval.days > VAGUE


def _as_of(reading: Reading) -> tuple[date, date]:
    return (reading.as_of.earliest, reading.as_of.latest) if reading.as_of else (date.min, date.min)


def _deeds(situation: Situation) -> Iterable[Event]:
    """Yield the events but those that are only the occasion of words: a press conference, an interview, a post."""
    occasions = {s.occasion for s in situation.statements}
    return (event for event in situation.events if event.type is not None or event.id not in occasions)


def _leading_events(events: Iterable[Event]) -> tuple[Event, ...]:
    happened = [event for event in events if event.status == "occurred" and event.evidence]
    best = sorted(happened, key=event_weight, reverse=True)[:EVENTS]
    return tuple(sorted(best, key=lambda event: (event.when.earliest if event.when else date.max, event.id)))


def event_weight(event: Event) -> tuple[bool, int, int, int, date, str]:
    """Return what events are ordered by, the weightiest highest: known day, sources, reports, type, day."""
    kind = WEIGHTS.get(event.type or "", 2)
    return (
        not is_long(event.when),
        len(event.families),
        len(event.documents),
        kind,
        event.when.latest if event.when else date.min,
        event.id,
    )


def by_consequence(situation: Situation) -> tuple[Discrepancy, ...]:
    """Return the discrepancies of fact before those of wording; what is open before what an update or a scope settles.

    Among equals a count of people comes first, in the order of `MEASURES`, then whatever involves most sources.
    """
    measures = {figure.id: MEASURES.index(figure.measure) for figure in situation.figures}

    def rank(one: Discrepancy) -> tuple[bool, int, int, int, int, str]:
        relation = RELATIONS.index(one.relation)
        subject = min((measures[about] for about in one.about if about in measures), default=len(MEASURES))
        sources = len({family for side in one.sides for family in side.families})
        return one.severity != "factual", max(relation, len(OPEN) - 1), subject, relation, -sources, one.id

    return tuple(sorted(situation.discrepancies, key=rank))


def by_measure(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Return figures by measure, within a measure the best supported first, and each part after its whole."""
    known = sorted(figures, key=_figure_rank)
    ids = {figure.id for figure in known}
    parts: dict[str, list[Figure]] = {}
    for figure in known:
        if figure.part_of in ids and figure.part_of is not None:
            parts.setdefault(figure.part_of, []).append(figure)
    placed: dict[str, Figure] = {}
    for figure in [*(one for one in known if one.part_of not in ids), *known]:
        _place(figure, parts, placed)
    return tuple(placed.values())


def _place(figure: Figure, parts: dict[str, list[Figure]], placed: dict[str, Figure]) -> None:
    """Put *figure* and then its parts into *placed*, each once, without recursion: a bad record may nest in a ring."""
    waiting = [figure]
    while waiting:
        one = waiting.pop()
        if one.id not in placed:
            placed[one.id] = one
            waiting += reversed(parts.get(one.id, []))


def _figure_rank(figure: Figure) -> tuple[int, int, int, str]:
    sources = len({family for reading in figure.readings for family in reading.families})
    return MEASURES.index(figure.measure), -sources, -len(figure.readings), figure.id


def in_time(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """Return readings by the day they hold for, vague ones after the others and undated ones last."""
    return tuple(sorted(readings, key=lambda one: (one.as_of is None, is_vague(one), *_as_of(one), one.low, one.id)))


def values_of(figure: Figure) -> tuple[Value, ...]:
    """Return the different values given for *figure*, each once, by the moment of its first reading."""
    groups: dict[tuple[object, ...], list[Reading]] = {}
    for one in in_time(figure.readings):
        groups.setdefault((one.low, one.high, one.approximate, one.change, one.status), []).append(one)
    return tuple(_value(readings) for readings in groups.values())


def _value(readings: list[Reading]) -> Value:
    evidence = dict.fromkeys(span for reading in readings for span in reading.evidence)
    families = dict.fromkeys(family for reading in readings for family in reading.families)
    return Value(tuple(readings), tuple(evidence), tuple(families))


def by_mentions(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Return entities by how often reports name them, then by name."""
    return tuple(sorted(entities, key=lambda entity: (-len(entity.mentions), entity.name, entity.id)))


def reports_of(evidence: Iterable[Span]) -> int:
    """Return how many reports the spans come from."""
    return len({span.document for span in evidence})
