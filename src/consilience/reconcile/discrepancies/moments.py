"""One deed on two days: two reports that date it otherwise; a plan that was put off; a plan that came to nothing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations, pairwise

from consilience.chronology import say_day
from consilience.ids import content_id
from consilience.lang.english_terms import (
    CALLED_OFF,
    CONDITIONS,
    ONCE,
    ONCE_MODES,
    ONCE_MORE,
    PLAIN_IN_LABELS,
    SAME_THINGS,
)
from consilience.model import Annotations, Discrepancy, Event, Publication, Relation, Span
from consilience.naming import fold
from consilience.reconcile.dates import Calendar
from consilience.reconcile.discrepancies.sides import moved_from, side_of
from consilience.reconcile.events import Events
from consilience.reconcile.sources import FamiliesBehind
from consilience.reconcile.timing import days_of_event

#: Days between two tellings of one deed; further apart they are two deeds.
NEAREST, FURTHEST = 1, 3
#: A plan may be put off for longer.
PUT_OFF = 14

#: The sentence in which each report gives each day, of an event and of several.
_OfReports = Mapping[str, Mapping[date, Span]]
_Told = defaultdict[str, defaultdict[str, dict[date, Span]]]
#: Words of a label that a plan and its end share, to be of one thing.
SAME_THING = 2
_IF = re.compile(rf"\b(?:{'|'.join(CONDITIONS)})\b", re.IGNORECASE)
_CALLED_OFF = re.compile(rf"\b(?:{'|'.join(CALLED_OFF)})", re.IGNORECASE)
_AGAIN = re.compile(rf"\b(?:{'|'.join(ONCE_MORE)})\b", re.IGNORECASE)
#: How long the words of a label are that two labels share by their beginning.
STEM = 5
_PLAIN = frozenset(w[:STEM] for w in PLAIN_IN_LABELS)


def told_of_other_days(
    events: Sequence[Event], texts: Mapping[str, str], families_behind: FamiliesBehind
) -> Iterator[Discrepancy]:
    """Yield the deeds that befall a person once and are dated to two certain days, and the plans that moved."""
    by_party: dict[tuple[str | None, str | None, str], list[Event]] = defaultdict(list)
    for e in sorted(events, key=lambda e: e.id):
        if e.actors or e.recipients:
            by_party[e.type, e.mode, min((*e.actors, *e.recipients)) if not e.actors else min(e.actors)].append(e)
    pairs = (pair for _, alike in sorted(by_party.items(), key=lambda x: x[1][0].id) for pair in combinations(alike, 2))
    for a, b in pairs:
        if not _one_deed(a, b, texts):
            continue
        first, second = (a, b) if a.when and b.when and a.when.earliest <= b.when.earliest else (b, a)
        gap = _gap(first, second)
        statuses = {first.status, second.status}
        if statuses == {"occurred"} and NEAREST <= gap <= FURTHEST:
            yield _dated_otherwise(first, second, "contradiction", families_behind)
        elif first.status == "planned" and second.status == "occurred" and NEAREST <= gap <= PUT_OFF:
            yield _dated_otherwise(first, second, "update", families_behind)


def dated_within(
    notes: Sequence[Annotations], calendar: Calendar, events: Events, families_behind: FamiliesBehind
) -> Iterator[Discrepancy]:
    """Yield the events held to be one that two reports date, in words of their own, to two days.

    A deed that is done once has one day; what was planned for one may have come on another.
    """
    once: _Told = defaultdict(lambda: defaultdict(dict))
    done: _Told = defaultdict(lambda: defaultdict(dict))
    planned: _Told = defaultdict(lambda: defaultdict(dict))
    for n in notes:
        document = n.document.id
        for number, mention in enumerate(n.events):
            event = events.by_mention.get((document, number))
            if event is None or mention.time is None or mention.status not in {"occurred", "planned"}:
                continue
            found = days_of_event(n, calendar.times[document], calendar.published[document], mention)
            if found is None or found[1] == "inferred" or found[0].days != 1:
                continue
            s = n.parse.sentences[mention.sentence]
            told = planned if mention.status == "planned" else done
            at_once = told is done and (mention.lemma in ONCE or mention.mode in ONCE_MODES)
            for days in (told, once) if at_once else (told,):
                days[event][document].setdefault(found[0].earliest, n.document.span(s.start, s.end))
    for e in events.events:
        pair = _two_days(once[e.id]) if e.id in once and (e.actors or e.recipients) else None
        if pair is not None:
            yield _on_two_days(e, *pair, "contradiction", (once[e.id], once[e.id]), families_behind)
        later = _put_off(planned[e.id], done[e.id]) if e.id in planned and e.id in done else None
        if later is not None:
            yield _on_two_days(e, *later, "update", (planned[e.id], done[e.id]), families_behind)


def _put_off(planned: _OfReports, done: _OfReports) -> tuple[date, date] | None:
    """Return the only day of a plan and the only day of its end, told by other reports, where they are not one."""
    plans, ends = ({day for days in told.values() for day in days} for told in (planned, done))
    if len(plans) != 1 or len(ends) != 1 or planned.keys() & done.keys():
        return None
    (first,), (then,) = plans, ends
    return (first, then) if NEAREST <= (then - first).days <= PUT_OFF else None


def _two_days(told: _OfReports) -> tuple[date, date] | None:
    """Return the first two days, near each other, that two reports give, each report one of them."""
    single = sorted({next(iter(days)) for days in told.values() if len(days) == 1})
    return next(((a, b) for a, b in pairwise(single) if NEAREST <= (b - a).days <= FURTHEST), None)


def _on_two_days(
    e: Event,
    first: date,
    second: date,
    relation: Relation,
    told: tuple[_OfReports, _OfReports],
    families_behind: FamiliesBehind,
) -> Discrepancy:
    shown = [say_day(day) for day in (first, second)]
    return Discrepancy(
        id=content_id("dis", "days", e.id, shown[0]),
        about=(e.id,),
        kind="date",
        relation=relation,
        severity="factual",
        question=f"When was it: {e.label}?",
        sides=tuple(
            side_of(words, [by_day[day] for by_day in reports.values() if day in by_day], families_behind)
            for words, day, reports in zip(shown, (first, second), told, strict=True)
        ),
        explanation=_told_days(shown, relation),
    )


def _told_days(days: Sequence[str], relation: Relation) -> str:
    if relation == "contradiction":
        return f"Reports date it to {days[0]} and to {days[1]}."
    return moved_from(*days)


def came_to_nothing(
    events: Sequence[Event],
    texts: Mapping[str, str],
    published: Mapping[str, Publication | None],
    families_behind: FamiliesBehind,
) -> Iterator[Discrepancy]:
    """Yield the plans of which other reports tell that they were called off, put off or never came.

    What was called off before every report that plans it is another thing: a visit of Sunday, one of Wednesday.

    A plan under a condition ("if the talks fail, we shall strike") promises nothing.
    """
    ends = [e for e in events if e.status != "planned" and (e.status == "denied" or _CALLED_OFF.search(e.label))]
    for plan in events:
        if plan.status != "planned" or any(_IF.search(texts[s.document], s.start, s.end) for s in plan.evidence):
            continue
        first = min((days.earliest for d in plan.documents if (days := published[d]) is not None), default=date.min)
        later = (e for e in ends if e.when is None or e.when.latest >= first)
        told = [e for e in later if not set(plan.documents) & set(e.documents) and _of_one_plan(plan, e)]
        if not told:
            continue
        sides = [side_of(plan.label, plan.evidence, families_behind)]
        yield Discrepancy(
            id=content_id("dis", "plan", plan.id),
            about=(plan.id, *(e.id for e in told)),
            kind="attribution",
            relation="update",
            severity="factual",
            question=f"What came of it: {plan.label}?",
            sides=(*sides, *(side_of(e.label, e.evidence, families_behind) for e in told)),
            explanation="What was planned did not come about.",
        )


def _of_one_plan(plan: Event, end: Event) -> bool:
    """Say whether an end is that of a plan: of the same thing, or of one thing of the same actor, and not before it."""
    if plan.when and end.when and end.when.latest < plan.when.earliest - timedelta(days=PUT_OFF):
        return False
    shared = len(_things(plan) & _things(end))
    return shared >= SAME_THING or (shared >= 1 and bool(set(plan.actors) & set(end.actors)))


def _things(e: Event) -> frozenset[str]:
    """Return the words of a label that may name the thing planned; a plane and an aircraft are one."""
    words = (SAME_THINGS.get(w, w) for w in fold(e.label).split() if len(w) > 3)
    return frozenset(w[:STEM] for w in words) - _PLAIN


def _one_deed(a: Event, b: Event, texts: Mapping[str, str]) -> bool:
    """Say whether two events, of different reports and each of a certain day, can only be one deed."""
    if a.type is None or a.type != b.type or a.mode != b.mode or a.type == "CONSULT":
        return False
    if a.when is None or b.when is None or "inferred" in {a.when.basis, b.when.basis}:
        return False
    apart = not set(a.documents) & set(b.documents) and a.when.interval.days == b.when.interval.days == 1
    same = bool(a.actors or a.recipients) and set(a.actors) == set(b.actors) and set(a.recipients) == set(b.recipients)
    if {a.status, b.status} == {"planned", "occurred"}:  # what was to be sent is landed: the words need not be the same
        one_thing = set(a.recipients) & set(b.recipients) or _things(a) & _things(b)
        return apart and bool(a.actors) and set(a.actors) == set(b.actors) and bool(one_thing)
    once = a.mode in ONCE_MODES and _is_again(a, texts) == _is_again(b, texts)
    return apart and same and (once or _deed(a) == _deed(b))


def _is_again(e: Event, texts: Mapping[str, str]) -> bool:
    """Say whether it was done once more: "seized again", "rearrested"."""
    return any(_AGAIN.search(texts[s.document], s.start, s.end) for s in e.evidence)


def _deed(e: Event) -> frozenset[str]:
    """Return the words of a label that are no names: lower-case, cut so that inflections meet."""
    return frozenset(fold(w)[:STEM] for w in e.label.split() if w.islower() and len(w) > 3)


def _gap(first: Event, second: Event) -> int:
    return (second.when.earliest - first.when.latest).days if first.when and second.when else 0


def _dated_otherwise(a: Event, b: Event, relation: Relation, families_behind: FamiliesBehind) -> Discrepancy:
    days = [say_day(e.when.earliest) for e in (a, b) if e.when]
    return Discrepancy(
        id=content_id("dis", "date", a.id, b.id),
        about=(a.id, b.id),
        kind="date",
        relation=relation,
        severity="factual",
        question=f"When was it: {b.label}?",
        sides=tuple(side_of(day, e.evidence, families_behind) for day, e in zip(days, (a, b), strict=True)),
        explanation=_told_days(days, relation),
    )
