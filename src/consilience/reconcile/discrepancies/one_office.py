"""One office told of two people at one time: by its state or body, or by a surname with two first names.

Nothing is said where one may have followed the other: where a report knows both, tells a term, or tells that one of
them came or went.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import combinations

from consilience.ids import content_id
from consilience.lang import english_names as en
from consilience.lang.english_terms import SUCCESSION
from consilience.model import Discrepancy, Entity, EntityRole, Event, Publication
from consilience.naming import fold
from consilience.reconcile.discrepancies.sides import side_of
from consilience.reconcile.sources import FamiliesBehind

#: Reports this far apart may tell of a change of office.
NEAR = timedelta(days=10)


def held_by_two(
    entities: Sequence[Entity],
    events: Sequence[Event],
    published: Mapping[str, Publication | None],
    families_behind: FamiliesBehind,
) -> Iterator[Discrepancy]:
    """Yield the pairs of people of whom reports of the same days tell one office that one alone holds."""
    moved = {p for e in events if _tells_of_change(e) for p in (*e.actors, *e.recipients)}
    settled = [e for e in entities if _is_named_person(e) and e.id not in moved and not _is_in_between(e)]
    names = {e.id: e.name for e in entities}
    documents = {e.id: {m.span.document for m in e.mentions} for e in settled}
    for a, b in _of_like_office(settled):
        if documents[a.id] & documents[b.id]:
            continue  # a report that has both knows who is who
        pair = next(((r, s) for r in a.roles for s in b.roles if _is_one_office(a, r, b, s)), None)
        if pair is not None and _are_of_the_same_days(*pair, published):
            yield _told(a, b, *pair, names, families_behind)


def _of_like_office(people: Sequence[Entity]) -> Iterator[tuple[Entity, Entity]]:
    """Yield the pairs, in order, among which those are that may hold one office: of one owner, or of one surname."""
    blocks: dict[tuple[str, str | None, str], dict[int, None]] = defaultdict(dict)
    for number, e in enumerate(people):
        surname = fold(e.name).split()[-1]
        for r in e.roles:
            office = _words_of(r)[-1]
            if office in en.SINGLE_OFFICES:
                blocks[office, None, surname][number] = None
            if office in en.SINGLE_OFFICES and r.of is not None:
                blocks[office, r.of, ""][number] = None
    for a, b in sorted({pair for numbers in blocks.values() for pair in combinations(numbers, 2)}):
        yield people[a], people[b]


def _words_of(r: EntityRole) -> list[str]:
    return en.SHORT_TITLES.get(r.title, r.title).split()


def _tells_of_change(e: Event) -> bool:
    return any(w.startswith(SUCCESSION) for w in fold(e.label).split())


def _is_named_person(e: Entity) -> bool:
    return e.kind == "person" and " " in fold(e.name) and e.is_named


def _is_in_between(e: Entity) -> bool:
    """Say whether somebody is told to come after or before another, or to stand in."""
    words = {w for r in e.roles for w in r.title.split()}
    return bool(words & (en.FORMER | en.STANDING_IN)) or any(r.since or r.until for r in e.roles)


def _is_one_office(a: Entity, r: EntityRole, b: Entity, s: EntityRole) -> bool:
    """Say whether two roles are one office: of one state or body, or of people of one surname and two first names."""
    mine, other = _words_of(r), _words_of(s)
    if mine[-1] != other[-1] or mine[-1] not in en.SINGLE_OFFICES or (r.of and s.of and r.of != s.of):
        return False
    if mine == other and r.of is not None and r.of == s.of and mine != ["minister"]:
        return True
    first, last = ([fold(e.name).split()[at] for e in (a, b)] for at in (0, -1))
    general = [mine[-1]] in (mine, other) or mine == other
    return general and last[0] == last[1] and first[0] != first[1] and len(min(first, key=len)) > 1


def _are_of_the_same_days(r: EntityRole, s: EntityRole, published: Mapping[str, Publication | None]) -> bool:
    days = [p for x in (r, s) for e in x.evidence if (p := published.get(e.document)) is not None]
    return bool(days) and max(p.latest for p in days) - min(p.earliest for p in days) <= NEAR


def _told(
    a: Entity, b: Entity, r: EntityRole, s: EntityRole, names: Mapping[str, str], families_behind: FamiliesBehind
) -> Discrepancy:
    title = max(r.title, s.title, key=len)
    owner = names.get(r.of or s.of or "")
    office = f"{title} of {owner}" if owner else title
    return Discrepancy(
        id=content_id("dis", "holders", a.id, b.id, title),
        about=(a.id, b.id),
        kind="identity",
        relation="contradiction",
        severity="factual",
        question=f"Who is {office}?",
        sides=(side_of(a.name, r.evidence, families_behind), side_of(b.name, s.evidence, families_behind)),
        explanation=f"Reports of the same days name {a.name} and {b.name} as {office}.",
    )
