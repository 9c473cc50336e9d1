"""Who publishes a report, as an entity of the story: the office of a release, the agency of a wire."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from consilience.model import Annotations, Entity, Family
from consilience.reconcile.entities import Register
from consilience.reconcile.sources import Sources, is_official

_ACRONYM = re.compile(r"\(([A-Z]{2,8})\)")


def with_origins(
    sources: Sources, notes: Sequence[Annotations], register: Register, kept: Sequence[Entity]
) -> tuple[Family, ...]:
    """Return the families of *sources*, each with the entity that published its first text, where reports name it.

    *kept* are the entities of the record: no other is an origin.
    """
    known = {e.id for e in kept}
    outlets = {n.document.id: n.document.outlet for n in notes}
    found: dict[str, str | None] = {}
    for outlet in sorted({outlets[d] or "" for d in sources.origins.values()} - {""}):
        named: set[str] = set()
        for n in notes:
            named |= called(outlet, n, register) & known
        found[outlet] = named.pop() if len(named) == 1 else None
    return tuple(_with_origin(f, sources.origins, outlets, found) for f in sources.families)


def _with_origin(
    family: Family,
    origins: Mapping[str, str],
    outlets: Mapping[str, str | None],
    entities: Mapping[str, str | None],
) -> Family:
    outlet = outlets.get(origins.get(family.id, "")) or ""
    return replace(family, origin=entities.get(outlet))


def office_of(notes: Annotations, register: Register) -> str | None:
    """Return the entity that publishes the report itself, as its report names it; None for a paper or an agency."""
    outlet = notes.document.outlet
    if outlet is None or outlet in notes.document.agencies or not is_official(notes.document):
        return None
    return min(called(outlet, notes, register), default=outlet)


def called(outlet: str, notes: Annotations, register: Register) -> set[str]:
    """Return the entities that a report names as *outlet* is named: in full, or by the letters in its brackets."""
    acronyms = {*_ACRONYM.findall(outlet), outlet}
    whole = outlet.split(" (", maxsplit=1)[0].casefold()
    found = set()
    for c, chain in enumerate(notes.chains):
        names = {chain.name, *chain.aliases} if chain.named else set()
        if names & acronyms or any(name.casefold().removeprefix("the ") == whole for name in names):
            found.add(register.of(notes.document.id, c))
    return {entity for entity in found if entity}
