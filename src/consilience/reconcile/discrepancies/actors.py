"""One deed given to two: who gave the order, who shot the minister.

Only deeds that one alone does are compared, and only where two voices tell them: an order to do the very same, the
decision of one "alone" whom another is said to have ordered, what befell one person by one hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from consilience.ids import content_id
from consilience.lang.english_terms import BODY_WORDS, BY_ONE_HAND, ORDER
from consilience.model import Annotations, Discrepancy, Entity, Span
from consilience.naming import fold
from consilience.reconcile.dates import Calendar
from consilience.reconcile.discrepancies.orders import orders_in
from consilience.reconcile.discrepancies.sides import side_of
from consilience.reconcile.entities import Register
from consilience.reconcile.sources import FamiliesBehind
from consilience.reconcile.timing import days_of_event

#: Two orders with so many words of what is to be done in common, and this share of the fewer, are to do the same.
SAME_WORDS, SAME_SHARE = 2, 0.6


class _Deed(NamedTuple):
    """A deed told: by whom, what was done to whom, in which words, whether by nobody's order, on whose word, where."""

    who: str
    deed: str
    whom: str | None
    words: frozenset[str]
    alone: bool
    teller: str
    span: Span
    question: str


def given_to_two(
    notes: Sequence[Annotations],
    register: Register,
    calendar: Calendar,
    entities: Sequence[Entity],
    families_behind: FamiliesBehind,
) -> Iterator[Discrepancy]:
    """Yield the deeds of one that two voices give to two who have nothing to do with each other."""
    by_id = {e.id: e for e in entities}
    orders = [d for n in notes for d in _orders(n, register) if d.who in by_id]
    harms = [d for n in notes for d in _by_one_hand(n, register, calendar) if d.who in by_id]
    for deeds, conflict in ((orders, _is_one_order), (harms, _is_one_harm)):
        seen: set[frozenset[str]] = set()
        for a, b in combinations(deeds, 2):
            pair = frozenset({a.who, b.who})
            if len(pair) < 2 or pair in seen or not conflict(a, b) or _is_told_by_one(deeds, a, b):
                continue
            ordered = [(by_id[x.whom], by_id[y.who]) for x, y in ((a, b), (b, a)) if x.whom in by_id and not y.alone]
            if conflict is _is_one_order and any(_are_related(x, y) for x, y in ordered):
                continue  # the president orders the army to leave, the army its sailors
            if not _are_related(by_id[a.who], by_id[b.who]):
                seen.add(pair)
                yield _told(a, b, deeds, by_id, families_behind)


def _orders(n: Annotations, register: Register) -> Iterator[_Deed]:
    document = n.document.id
    for order in orders_in(n):
        who = register.of(document, order.giver)
        s = n.parse.sentences[order.sentence]
        span = n.document.span(s.start, s.end)
        if who is not None:
            whom = register.of(document, order.receiver)
            question = f"Who ordered it: {order.what}?"
            yield _Deed(who, ORDER, whom, order.words, order.alone, _teller(n, order.at, register), span, question)


def _by_one_hand(n: Annotations, register: Register, calendar: Calendar) -> Iterator[_Deed]:
    """Yield what befell a named person by one hand; its day stands for its words."""
    document = n.document.id
    for e in n.events:
        if e.lemma not in BY_ONE_HAND or e.status not in {"occurred", "alleged"} or len(e.actors) != 1:
            continue
        named = [c for c in e.recipients if n.chains[c].kind == "person" and n.chains[c].named]
        who, whom = register.of(document, e.actors[0]), register.of(document, named[0]) if len(named) == 1 else None
        found = days_of_event(n, calendar.times[document], calendar.published[document], e)
        if who is not None and whom is not None and who != whom and found is not None:
            s = n.parse.sentences[e.sentence]
            days = frozenset({found[0].earliest.isoformat(), found[0].latest.isoformat()})
            teller, span = _teller(n, e.start, register), n.document.span(s.start, s.end)
            yield _Deed(
                who,
                e.lemma,
                whom,
                days,
                False,
                teller,
                span,
                f"Whose deed was it: {e.lemma} {n.chains[named[0]].name}?",
            )


def _teller(n: Annotations, at: int, register: Register) -> str:
    """Return on whose word something is told: the speaker of the narrowest statement around it, else the report."""
    around = [s for s in n.statements if s.start <= at < s.end and s.speakers]
    told = min(around, key=lambda s: (s.end - s.start, s.start), default=None)
    return (register.of(n.document.id, told.speakers[0]) if told else None) or n.document.id


def _is_one_order(a: _Deed, b: _Deed) -> bool:
    """Say whether two orders are to do the same; or whether one decided alone what the other was ordered to do."""
    shared = len(a.words & b.words)
    if any(x.whom == y.who and y.alone and x.span.document == y.span.document for x, y in ((a, b), (b, a))):
        return True
    same = shared >= SAME_WORDS and shared >= SAME_SHARE * min(len(a.words), len(b.words))
    return same and a.who != b.whom and b.who != a.whom and a.span != b.span


def _is_one_harm(a: _Deed, b: _Deed) -> bool:
    """Say whether two deeds befell one person on days that meet."""
    days = max(min(a.words), min(b.words)) <= min(max(a.words), max(b.words))
    return a.whom == b.whom and a.deed == b.deed and days and a.span != b.span


def _is_told_by_one(deeds: Sequence[_Deed], a: _Deed, b: _Deed) -> bool:
    """Say whether somebody tells the deed of both, and so sees no contradiction."""
    tellers = [{d.teller for d in deeds if d == x or (d.who == x.who and d.words & x.words)} for x in (a, b)]
    return bool(tellers[0] & tellers[1])


def _are_related(a: Entity, b: Entity) -> bool:
    """Say whether two may be one, or one speak and act for the other: a minister and the ministry, a state's organs."""
    owners = [{e.id, *(r.of for r in e.roles if r.of)} for e in (a, b)]
    names = [set(fold(" ".join((e.name, *e.aliases))).split()) - BODY_WORDS for e in (a, b)]
    if owners[0] & owners[1] or names[0] & names[1]:
        return True
    return "state" in {a.kind, b.kind} and (a.country == b.country or None in {a.country, b.country})


def _told(
    a: _Deed, b: _Deed, deeds: Sequence[_Deed], by_id: dict[str, Entity], families_behind: FamiliesBehind
) -> Discrepancy:
    names = [by_id[d.who].name for d in (a, b)]
    sides = tuple(
        side_of(name, [o.span for o in deeds if o.who == d.who and (o == d or o.words & d.words)], families_behind)
        for name, d in zip(names, (a, b), strict=True)
    )
    return Discrepancy(
        id=content_id("dis", "actor", a.span.document, a.span.start, b.span.document, b.span.start),
        about=(a.who, b.who),
        kind="actor",
        relation="source dispute",
        severity="factual",
        question=(b if a.alone else a).question,
        sides=sides,
        explanation=f"One report gives it to {names[0]}, another to {names[1]}.",
    )
