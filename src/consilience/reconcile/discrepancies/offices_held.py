"""Who held an office, where a report says another than the knowledge base: shown, never corrected.

Only offices that one person holds, of states the base knows, on a day that lies well inside a term it knows; what it
does not know says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from consilience.ids import content_id
from consilience.knowledge import Knowledge, Term
from consilience.lang import english_names as en
from consilience.model import Discrepancy, Entity, EntityRole, Publication
from consilience.naming import SAME, fold, likeness, score
from consilience.reconcile.discrepancies.sides import side_of
from consilience.reconcile.sources import FamiliesBehind

#: A report of a term's first or last days may be older or newer than the base says; days.
MARGIN = timedelta(days=45)
#: A last name this much like the holder's may be his.
LIKE_HIS = 0.7


def held_by_another(
    entities: Sequence[Entity],
    published: Mapping[str, Publication | None],
    knowledge: Knowledge,
    families_behind: FamiliesBehind,
) -> Iterator[Discrepancy]:
    """Yield the people told to hold an office that the knowledge base knows another to have held then."""
    states = {e.id: e for e in entities if e.kind == "state" and e.country}
    for entity in entities:
        if entity.kind != "person" or " " not in entity.name or not entity.is_named:
            continue
        for role in entity.roles:
            state = states.get(role.of or "")
            day = _day_of(role, published)
            if state is None or state.country is None or day is None or not _is_single(role):
                continue
            holder = _other(entity, knowledge.holders(state.country, role.title), day)
            if holder is not None:
                yield _told(entity, role, state, holder, families_behind)


def _is_single(role: EntityRole) -> bool:
    """Say whether the role is an office one person holds, told as held now."""
    words = role.title.split()
    if words[0] in en.FORMER:
        return False
    return words[-1] in en.SINGLE_OFFICES - {"minister", "mayor", "governor"} or words[-2:] == ["prime", "minister"]


def _day_of(role: EntityRole, published: Mapping[str, Publication | None]) -> date | None:
    """Return the first day on which a report tells of the role, where the role has no term of its own."""
    if role.since or role.until:
        return role.since.latest if role.since else None
    days = [p.latest for s in role.evidence if (p := published.get(s.document)) and p.earliest == p.latest]
    return min(days, default=None)


def _other(entity: Entity, terms: Sequence[Term], day: date) -> Term | None:
    """Return the one holder on *day* if it is clearly not the entity; None if the base knows none, or several."""
    sure = [t for t in terms if all(t.covers(d) for d in (day - MARGIN, day, day + MARGIN)) and len(t.since) == 10]
    near = [t for t in terms if any(t.covers(d) for d in (day - MARGIN, day, day + MARGIN))]
    if len({t.ref for t in sure}) != 1 or any(_may_be(entity, t) for t in near):
        return None
    return sure[0] if {t.ref for t in near} == {sure[0].ref} else None


def _may_be(entity: Entity, term: Term) -> bool:
    if entity.wikidata == term.qid and term.qid:
        return True
    names = [entity.name, *(a for a in entity.aliases if a[:1].isupper())]
    last = fold(term.person).split()[-1:]
    return any(
        score(name, term.person) >= SAME or (last and likeness(fold(name).split()[-1], last[0]) >= LIKE_HIS)
        for name in names
        if fold(name)
    )


def _told(
    entity: Entity, role: EntityRole, state: Entity, holder: Term, families_behind: FamiliesBehind
) -> Discrepancy:
    end = f"to {holder.until}" if holder.until else f"and still on {holder.seen}"
    return Discrepancy(
        id=content_id("dis", "office", entity.id, state.id, role.title),
        about=(entity.id, state.id),
        kind="identity",
        relation="unresolved",
        severity="factual",
        question=f"Who was {role.title} of {state.name}?",
        sides=(side_of(entity.name, role.evidence, families_behind),),
        explanation=(
            f"Reports name {entity.name}; the knowledge base has {holder.person} as {holder.title} from {holder.since} "
            f"{end} ({holder.source}). It cites no report."
        ),
    )
