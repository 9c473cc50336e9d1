"""Plans that came at another time, where one report tells both: "the convoy that was due on Friday arrived on Sunday".

The other side are the reports that told the plan while it was one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import NamedTuple

from msgspec.structs import replace

from consilience.chronology import resolve, say_interval
from consilience.ids import content_id
from consilience.lang.english_quantities import SMALL_NUMBERS
from consilience.lang.english_terms import LATER_THAN_PLANNED
from consilience.lang.event_grammar import PLANNING, SCHEDULING
from consilience.model import TESTIFYING_ROLES, Annotations, Discrepancy, Event, Interval, Sentence, Span
from consilience.reconcile.dates import Calendar
from consilience.reconcile.discrepancies.sides import moved_from, side_of
from consilience.reconcile.discrepancies.tree import REACH, SUBJECTS, above, chain_at, subject_of, token_at, verb_above
from consilience.reconcile.events import Events
from consilience.reconcile.register import Register
from consilience.reconcile.sources import FamiliesBehind
from consilience.reconcile.timing import days_of_event
from consilience.reconcile.wording import content_words

_LATER = re.compile(LATER_THAN_PLANNED, re.IGNORECASE)


class _Moved(NamedTuple):
    """What a sentence tells: the days of the plan, the days of the end, the token of what was planned."""

    planned: Interval
    came: Interval
    thing: int
    sentence: Sentence


def came_at_another_time(
    notes: Sequence[Annotations],
    register: Register,
    calendar: Calendar,
    merged: Events,
    told: frozenset[str],
    families_behind: FamiliesBehind,
) -> Iterator[Discrepancy]:
    """Yield the plans that one report tells as such and another with its end on other days; not those of *told*."""
    events = {e.id: e for e in merged.events}
    for n in notes:
        for moved in _moved(n, calendar):
            plans: dict[str, list[Span]] = defaultdict(list)
            for other in notes:
                for number, span in _told(other, moved, n, register, calendar) if other is not n else ():
                    event = merged.by_mention.get((other.document.id, number))
                    if event is not None and event not in told:
                        plans[event].append(span)
            if plans:
                yield _put_off(moved, events[next(iter(plans))], plans, n, families_behind)


def _put_off(
    moved: _Moved, plan: Event, plans: Mapping[str, Sequence[Span]], n: Annotations, families_behind: FamiliesBehind
) -> Discrepancy:
    span = n.document.span(moved.sentence.start, moved.sentence.end)
    first, then = say_interval(moved.planned), say_interval(moved.came)
    return Discrepancy(
        id=content_id("dis", "moved", span.document, span.start),
        about=tuple(plans),
        kind="date",
        relation="update",
        severity="factual",
        question=f"When was it: {plan.label}?",
        sides=(
            side_of(first, [s for spans in plans.values() for s in spans], families_behind),
            side_of(then, [span], families_behind),
        ),
        explanation=moved_from(first, then),
    )


def _moved(n: Annotations, calendar: Calendar) -> Iterator[_Moved]:
    """Yield the plans and ends of a report's own sentences, each sentence once."""
    seen: set[int] = set()
    for found in (*_in_one_sentence(n, calendar), *_later_than_planned(n, calendar)):
        told = found.sentence.start in seen or found.sentence.role not in TESTIFYING_ROLES
        if not told and not found.planned.meets(found.came):
            seen.add(found.sentence.start)
            yield found


def _in_one_sentence(n: Annotations, calendar: Calendar) -> Iterator[_Moved]:
    """Yield "X, expected on Friday, came on Sunday" and "X was expected on Friday but came on Sunday"."""
    p, times = n.parse, calendar.times[n.document.id]
    verbs = [verb_above(n, token_at(n, t.start)) for t in n.times]
    for planned, mention in enumerate(n.times):
        plan = _plan_above(n, verbs[planned])
        if plan is None:
            continue
        main = _main_beside(n, plan)
        subject = subject_of(n, main) if main is not None else None
        for end, other in enumerate(n.times):
            came = times[end]
            if end == planned or other.sentence != mention.sentence or verbs[end] != main or came is None:
                continue
            days = _before(n, planned, came) or times[planned]
            if days is not None and subject is not None and main is not None and p.tags[main] in {"VBD", "VBN"}:
                yield _Moved(days, came, subject, p.sentences[mention.sentence])


def _later_than_planned(n: Annotations, calendar: Calendar) -> Iterator[_Moved]:
    """Yield "came on Friday, a day later than promised"."""
    text, times = n.document.text, calendar.times[n.document.id]
    for m in _LATER.finditer(text):
        at = token_at(n, m.start())
        number = next((k for k, s in enumerate(n.parse.sentences) if s.first <= at < s.last), None)
        back = _length(m)
        for mention, days in zip(n.times, times, strict=True):
            inside = mention.start < m.end() and m.start() < mention.end
            if number is None or mention.sentence != number or inside or days is None or days.days != 1:
                continue
            verb = verb_above(n, token_at(n, mention.start))
            subject = subject_of(n, verb) if verb is not None else None
            if subject is not None:
                planned = Interval(days.earliest - back, days.latest - back)
                yield _Moved(planned, days, subject, n.parse.sentences[number])


def _length(m: re.Match[str]) -> timedelta:
    """Return how much later than planned; before it, less than nothing."""
    word = m["count"].casefold()
    count = int(word) if word.isdigit() else SMALL_NUMBERS.get(word, 1)
    days = count * (7 if m["unit"].casefold().startswith("week") else 1)
    return timedelta(days=-days if m["way"].casefold() == "earlier" else days)


def _told(
    other: Annotations, moved: _Moved, n: Annotations, register: Register, calendar: Calendar
) -> Iterator[tuple[int, Span]]:
    """Yield the sentences of another report that plan the thing for those days."""
    document = other.document.id
    who = register.of(n.document.id, chain_at(n, moved.thing))
    p = n.parse
    noun = content_words(n.document.text[p.starts[moved.thing] : p.ends[moved.thing]])
    for number, e in enumerate(other.events):
        if e.status != "planned" or e.time is None:
            continue
        days = days_of_event(other, calendar.times[document], calendar.published[document], e)
        if days is None or not days[0].meets(moved.planned):
            continue
        s = other.parse.sentences[e.sentence]
        same = noun & content_words(other.document.text[s.start : s.end])
        if same or (who is not None and who in register.all_of(document, e.actors)):
            yield number, other.document.span(s.start, s.end)


def _before(n: Annotations, planned: int, came: Interval) -> Interval | None:
    """Return the weekday a plan was for as the last such day up to its end, whatever the tense of its verb."""
    expression = n.times[planned].expression
    if expression.weekday is None or expression.anchor != "published" or expression.shift is not None:
        return None
    return resolve(replace(expression, direction="past"), published=came)


def _plan_above(n: Annotations, verb: int | None) -> int | None:
    """Return the verb of the clause that plans what *verb* tells: "were to fly", "expected", "had promised"."""
    if verb is None:
        return None
    p = n.parse
    for t in above(n, verb):
        infinitive = p.lemmas[t] == "be" and any(
            p.heads[k] == t and p.relations[k] == "xcomp" and p.tags[k] == "VB"
            for k in range(t, min(t + 6, len(p.heads)))
        )
        if infinitive or p.lemmas[t] in PLANNING | SCHEDULING:
            return t
        if p.relations[t] not in {"xcomp", "ccomp"}:
            return None
    return None


def _main_beside(n: Annotations, plan: int) -> int | None:
    """Return the verb beside a plan that tells its end: whose subject the plan describes, or that follows "but"."""
    p = n.parse
    if p.relations[plan] in {"relcl", "acl"}:
        noun = p.heads[plan]
        return p.heads[noun] if p.relations[noun] in SUBJECTS else None
    below = [k for k in range(plan + 1, min(plan + REACH, len(p.heads))) if p.heads[k] == plan]
    but = any(p.lemmas[k] == "but" for k in below)
    return next((k for k in below if p.relations[k] == "conj"), None) if but else None
