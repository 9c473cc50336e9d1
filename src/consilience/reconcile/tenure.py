"""Since when and until when a role was held, as the sentences that tell it say: "appointed mayor on 3 May".

Only a time that stands beside the title counts, with a word that tells which end of the term it is. What is not told
stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from consilience.chronology import resolve
from consilience.chronology.resolving import beginning
from consilience.lang import english_names as en
from consilience.model import Annotations, Entity, EntityRole, Interval, Span, TimeMention, When
from consilience.reconcile.dates import Calendar
from consilience.reconcile.register import Register
from consilience.reconcile.timing import when_of

#: Between a title and its time stand at most so many characters: "of Kestria from".
REACH = 48
#: The verb that tells of a term stands at most so many words before the title.
NEAR = 6
_WORD = re.compile(r"[\w'’-]+")


def with_tenures(notes: Sequence[Annotations], register: Register, calendar: Calendar) -> Register:
    """Return *register* with the terms of the roles of its entities, as far as reports tell them."""
    reports = {n.document.id: n for n in notes}
    return register._replace(entities=tuple(_with_terms(e, reports, calendar) for e in register.entities))


def _with_terms(entity: Entity, reports: Mapping[str, Annotations], calendar: Calendar) -> Entity:
    if not entity.roles:
        return entity
    return replace(entity, roles=tuple(_with_term(role, reports, calendar) for role in entity.roles))


def _with_term(role: EntityRole, reports: Mapping[str, Annotations], calendar: Calendar) -> EntityRole:
    since: list[When] = []
    until: list[When] = []
    for span in role.evidence:
        for end, when in _told(role, span, reports[span.document], calendar):
            (since if end == "since" else until).append(when)
    return replace(role, since=_agreed(since), until=_agreed(until))


def _agreed(told: Sequence[When]) -> When | None:
    """Return the most precise of several days that can all be true; None where two cannot."""
    if not told or any(not a.interval.meets(b.interval) for a in told for b in told):
        return None
    return min(told, key=lambda w: (w.interval.days, w.evidence))


def _told(role: EntityRole, span: Span, notes: Annotations, calendar: Calendar) -> Iterator[tuple[str, When]]:
    """Yield ("since" or "until", when) of every time that stands beside the title in a sentence."""
    text = notes.document.text[span.start : span.end]
    head = role.title.split()[-1]
    found = list(re.finditer(rf"\b{re.escape(head)}\b", text, re.IGNORECASE))
    published = calendar.published[notes.document.id]
    day = Interval(published.earliest, published.latest) if published else None
    for title in found:
        before = {w.casefold() for w in _WORD.findall(text[: title.start()])[-NEAR:]}
        for time in notes.times:
            gap = time.start - span.start - title.end()
            if 0 <= gap <= REACH and time.end <= span.end:
                between = _WORD.findall(text[title.end() : title.end() + gap])
                opening = _WORD.findall(notes.document.text[time.start : time.end])[:1]
                between += [w for w in opening if w.casefold() in en.SINCE_WORDS | en.UNTIL_WORDS]
                for end, days in _ends(time, between, before, day):
                    yield end, when_of(days, "explicit" if time.expression.year else "resolved", (span,))


def _ends(
    time: TimeMention, between: Sequence[str], before: set[str], published: Interval | None
) -> Iterator[tuple[str, Interval]]:
    """Yield which end of a term a time gives, and its days."""
    lead = between[-1].casefold() if between else ""
    if any(w.islower() and w not in en.BESIDE_A_TERM for w in between[:-1]):
        return
    first = resolve(beginning(time.expression), published=published)
    last = resolve(time.expression.until, published=published) if time.expression.until else None
    if first is None:
        return
    if last is not None and lead != "since":
        if before & en.SERVING or lead in {"from", "between", "in"}:
            yield "since", first
            yield "until", last
    elif lead in en.SINCE_WORDS or before & en.APPOINTING:
        yield "since", first
    elif lead in en.UNTIL_WORDS or before & en.LEAVING:
        yield "until", first
