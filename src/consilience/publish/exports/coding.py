"""The record as PLOVER event data: which events are coded, with which type, and how many are left out.

What did not occur is left out unless it is asked for, because these formats have no column that says so. Asked for, it
has the type that PLOVER gives to what has not happened (a promised withdrawal is AGREE, a charge is ACCUSE by who makes
it) and its status beside it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from consilience.lang.event_grammar import ACT_TYPES, CHARGES
from consilience.lang.plover import type_told
from consilience.model import Event, Figure, Record, Situation, Span, Statement, Status, When
from consilience.publish.exports.parties import Party, party
from consilience.publish.index import Index


class Coding(Record, frozen=True):
    """What goes into event data: only what occurred, or all; deeds only, or acts of speech too."""

    all_statuses: bool = False
    statements: bool = False


class Coded(NamedTuple):
    """An event as PLOVER codes it, with the cell it was made of.

    *deed* and *deed_mode* are the record's own type and mode where PLOVER's differ from them or not.
    """

    cell: Event | Statement
    type: str
    mode: str
    contexts: tuple[str, ...]
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    when: When
    status: Status
    said_by: str | None
    deed: str
    deed_mode: str
    evidence: tuple[Span, ...]
    figures: tuple[Figure, ...]


#: Measures of a figure that PLOVER has a field for.
COUNTS: Mapping[str, str] = {"killed": "dead", "wounded": "injured", "detained": "arrested"}


def coded(situation: Situation, coding: Coding) -> tuple[Coded, ...]:
    """Return what PLOVER codes of a record, events in the order of the record, then statements."""
    index = Index(situation)
    figures: dict[str, list[Figure]] = defaultdict(list)
    for figure in situation.figures:
        figures[figure.event or ""].append(figure)
    told = (event for event in situation.events if not _reason_against(event, coding))
    events = tuple(_event(event, tuple(figures[event.id]), index) for event in told)
    return (*events, *(_statements(situation, index, events) if coding.statements else ()))


def left_out(situation: Situation, coding: Coding) -> Counter[str]:
    """Return how many events are not coded, by reason."""
    reasons = (_reason_against(event, coding) for event in situation.events)
    return Counter(reason for reason in reasons if reason)


def _reason_against(event: Event, coding: Coding) -> str:
    if event.type is None:
        return "without a PLOVER type"
    if event.status != "occurred" and not coding.all_statuses:
        return "not occurred (--all-statuses takes them in)"
    return "" if event.when else "of unknown day"


def _event(event: Event, figures: tuple[Figure, ...], index: Index) -> Coded:
    assert event.type is not None and event.when is not None  # noqa: S101, PT018 - `_reason_against` asked
    kind = type_told(event.type, event.status)
    actors, recipients = event.actors, event.recipients
    if event.status == "alleged" and event.said_by and event.type in CHARGES:
        kind, actors, recipients = "ACCUSE", (event.said_by,), event.actors
    same = kind == event.type
    charged = kind == "ACCUSE" and not same

    def parties(ids: tuple[str, ...]) -> tuple[Party, ...]:
        return tuple(party(index.entities[i], event.when, event.evidence, index) for i in ids)

    return Coded(
        cell=event,
        type=kind,
        mode=(event.mode or "") if same else "allege" if charged else "",
        contexts=event.contexts,
        actors=parties(actors),
        recipients=parties(recipients),
        when=event.when,
        status=event.status,
        said_by=event.said_by,
        deed=event.type,
        deed_mode=event.mode or "",
        evidence=event.evidence,
        figures=figures,
    )


def _statements(situation: Situation, index: Index, events: tuple[Coded, ...]) -> Iterator[Coded]:
    """Yield acts of speech as events of those who speak: a demand, a charge, a promise, as it was said.

    One that an event of the same type tells already, in the same sentence, is not coded twice.
    """
    cited: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for event in events:
        for span in event.evidence:
            cited[event.type, span.document].append(span)
    for statement in situation.statements:
        kind = ACT_TYPES.get(statement.act)
        if kind is None or statement.when is None or not statement.speakers:
            continue
        evidence = tuple(telling.content for telling in statement.tellings)
        if any(_holds(cited[kind, words.document], words) for words in evidence):
            continue
        whom = (statement.target,) if statement.target else statement.addressees

        def parties(
            ids: tuple[str, ...], when: When | None = statement.when, spans: tuple[Span, ...] = evidence
        ) -> tuple[Party, ...]:
            return tuple(party(index.entities[i], when, spans, index) for i in ids)

        yield Coded(
            cell=statement,
            type=kind,
            mode="",
            contexts=(),
            actors=parties(statement.speakers),
            recipients=parties(whom),
            when=statement.when,
            status="occurred",
            said_by=None,
            deed=statement.act,
            deed_mode="",
            evidence=evidence,
            figures=(),
        )


def _holds(sentences: list[Span], words: Span) -> bool:
    return any(sentence.start <= words.start and words.end <= sentence.end for sentence in sentences)


def count_of(one: Coded, measure: str) -> int | None:
    """Return the number of killed, wounded or detained where the record gives exactly one, else None."""
    readings = [r for f in one.figures if f.measure == measure and f.part_of is None for r in f.readings]
    values = {(r.low, r.high) for r in readings}
    if len(values) != 1 or any(r.status != "occurred" or r.approximate or r.change for r in readings):
        return None
    low, high = values.pop()
    return int(low) if low == high else None
