"""Deeds that one report tells and another denies, and reports that were withdrawn."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

from consilience.ids import content_id
from consilience.lang import english_disputes as lang
from consilience.model import TESTIFYING_ROLES, Annotations, Discrepancy, Event, Span
from consilience.naming import fold
from consilience.reconcile.discrepancies.sides import side_of
from consilience.reconcile.entities import Register
from consilience.reconcile.events import Contested
from consilience.reconcile.sources import FamiliesBehind

#: What takes back a report, up to the clause that tells what it said.
WITHDRAWAL = re.compile(
    rf"\b(?:{'|'.join(lang.TAKING_BACK)})\s+(?:{'|'.join(lang.WHOSE_REPORT)})\s+(?:\w+\s+)?"
    rf"(?:{'|'.join(lang.REPORTS)})\s+that\b",
    re.IGNORECASE,
)


def denied_events(events: Sequence[Event], families_behind: FamiliesBehind) -> Iterator[Discrepancy]:
    """Yield the pairs of events of one deed and party of which one is told and the other denied.

    What is told and denied of the very same parties stands in the record as alleged, and is told all the same.
    """
    for no, yes in product([e for e in events if e.status == "denied"], events):
        if yes.status not in {"occurred", "alleged"} or yes.type != no.type or yes.type is None:
            continue
        parties = {*no.actors, *no.recipients}
        shared = parties & {*yes.actors, *yes.recipients}
        enough = len(shared) >= (2 if no.type == "CONSULT" else 1)  # everybody talks with somebody
        if enough and _label_words(yes) & _label_words(no) and _days_meet(yes, no):
            sides = (side_of("told", yes.evidence, families_behind), side_of("denied", no.evidence, families_behind))
            yield Discrepancy(
                id=content_id("dis", "denial", yes.id, no.id),
                about=(yes.id, no.id),
                kind="attribution",
                relation="source dispute",
                severity="factual",
                question=f"Did it happen: {yes.label}?",
                sides=sides,
                explanation="One report tells it, another denies it.",
            )


def contested_events(contested: Sequence[Contested], families_behind: FamiliesBehind) -> Iterator[Discrepancy]:
    """Yield the events that stand in the record once and that some report and others deny."""
    for event, told, denied in contested:
        if not set(told) & set(denied):
            yield Discrepancy(
                id=content_id("dis", "contested", event.id),
                about=(event.id,),
                kind="attribution",
                relation="source dispute",
                severity="factual",
                question=f"Did it happen: {event.label}?",
                sides=(side_of("told", told, families_behind), side_of("denied", denied, families_behind)),
                explanation="One report tells it, another denies it.",
            )


def _days_meet(a: Event, b: Event) -> bool:
    return a.when is None or b.when is None or a.when.interval.meets(b.when.interval)


def _label_words(e: Event) -> frozenset[str]:
    return frozenset(w[:5] for w in fold(e.label).split() if len(w) > 4)


# --- "withdrew its report that"


def withdrawn_reports(
    notes: Sequence[Annotations], register: Register, events: Sequence[Event], families_behind: FamiliesBehind
) -> Iterator[Discrepancy]:
    """Yield the events of which one report takes back that they happened: "withdrew its report that she fled"."""
    by_party: dict[str, list[Event]] = defaultdict(list)
    for e in events:
        for party in dict.fromkeys((*e.actors, *e.recipients)) if e.status in {"occurred", "alleged"} else ():
            by_party[party].append(e)
    for n in notes:
        text, document = n.document.text, n.document.id
        for s in n.parse.sentences:
            taken_back = WITHDRAWAL.search(text, s.start, s.end) if s.role in TESTIFYING_ROLES else None
            if taken_back is None:
                continue
            stems = {w[:5] for w in fold(text[taken_back.end() : s.end]).split() if len(w) > 4}
            inside = (m for m in n.mentions if taken_back.end() <= m.start < s.end and m.form == "name")
            parties = [p for m in inside if (p := register.of(document, m.chain)) is not None]
            told = [
                e
                for p in dict.fromkeys(parties)
                for e in by_party[p]
                if document not in e.documents and _deed_words(e, register) & stems
            ]
            if told:
                yield _withdrawn(told[0], n.document.span(s.start, s.end), families_behind)


def _deed_words(e: Event, register: Register) -> frozenset[str]:
    """Return the words of a label that are not the names of its parties."""
    parties = {*e.actors, *e.recipients}
    names = {w[:5] for x in register.entities if x.id in parties for w in fold(x.name).split()}
    return _label_words(e) - names


def _withdrawn(told: Event, denial: Span, families_behind: FamiliesBehind) -> Discrepancy:
    return Discrepancy(
        id=content_id("dis", "withdrawn", told.id, denial.document, denial.start),
        about=(told.id,),
        kind="attribution",
        relation="source dispute",
        severity="factual",
        question=f"Did it happen: {told.label}?",
        sides=(side_of("told", told.evidence, families_behind), side_of("withdrawn", [denial], families_behind)),
        explanation="A report tells it; another says that this report was withdrawn or denied.",
    )
