"""One deed on two days: two reports that date it otherwise, or a plan and what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from consilience.ids import content_id
from consilience.model import Discrepancy, Event, Relation
from consilience.naming import fold
from consilience.reconcile.discrepancies.sides import FamiliesBehind, side_of

#: Days between two tellings of one deed; further apart they are two deeds.
NEAREST, FURTHEST = 1, 3
#: A plan may be put off for longer.
PUT_OFF = 14


def told_of_other_days(events: Sequence[Event], families_behind: FamiliesBehind) -> Iterator[Discrepancy]:
    """Yield the deeds that befall a person once and are dated to two certain days, and the plans that moved."""
    for a, b in combinations(sorted(events, key=lambda e: e.id), 2):
        if not _one_deed(a, b):
            continue
        first, second = (a, b) if a.when and b.when and a.when.earliest <= b.when.earliest else (b, a)
        gap = _gap(first, second)
        statuses = {first.status, second.status}
        if statuses == {"occurred"} and NEAREST <= gap <= FURTHEST:
            yield _dated_otherwise(first, second, "contradiction", families_behind)
        elif first.status == "planned" and second.status == "occurred" and NEAREST <= gap <= PUT_OFF:
            yield _dated_otherwise(first, second, "update", families_behind)


def _one_deed(a: Event, b: Event) -> bool:
    """Say whether two events, of different reports and each of a certain day, can only be one deed."""
    if a.type is None or a.type != b.type or a.mode != b.mode or a.type == "CONSULT":
        return False
    if a.when is None or b.when is None or "inferred" in {a.when.basis, b.when.basis}:
        return False
    apart = not set(a.documents) & set(b.documents) and a.when.interval.days == b.when.interval.days == 1
    same = bool(a.actors or a.recipients) and set(a.actors) == set(b.actors) and set(a.recipients) == set(b.recipients)
    return apart and same and _deed(a) == _deed(b)


def _deed(e: Event) -> frozenset[str]:
    """Return the words of a label that are no names: lower-case, cut so that inflections meet."""
    return frozenset(fold(w)[:5] for w in e.label.split() if w.islower() and len(w) > 3)


def _gap(first: Event, second: Event) -> int:
    return (second.when.earliest - first.when.latest).days if first.when and second.when else 0


def _dated_otherwise(a: Event, b: Event, relation: Relation, families_behind: FamiliesBehind) -> Discrepancy:
    days = [f"{e.when.earliest:%-d %B %Y}" for e in (a, b) if e.when]
    told = (
        f"Reports date it to {days[0]} and to {days[1]}."
        if relation == "contradiction"
        else f"It was planned for {days[0]} and came on {days[1]}."
    )
    return Discrepancy(
        id=content_id("dis", "date", a.id, b.id),
        about=(a.id, b.id),
        kind="date",
        relation=relation,
        severity="factual",
        question=f"When was it: {b.label}?",
        sides=tuple(side_of(day, e.evidence, families_behind) for day, e in zip(days, (a, b), strict=True)),
        explanation=told,
    )
