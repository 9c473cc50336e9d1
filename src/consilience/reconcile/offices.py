"""Who publishes a report, as an entity of the story: the office of a release, the agency of a wire."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from msgspec.structs import replace

from consilience.lang.page import page_cues
from consilience.model import TESTIFYING_ROLES, Annotations, Entity, Family
from consilience.reconcile.entities import Register
from consilience.reconcile.sources import SAME_TEXT, Sources, is_official

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
    families = (_with_origin(f, sources.origins, outlets, found) for f in sources.families)
    by_id = {n.document.id: n for n in notes}
    names = {e.id: e.name for e in register.entities}
    return tuple(_as_readout(f, sources, by_id, register, names, known) for f in families)


def _with_origin(
    family: Family,
    origins: Mapping[str, str],
    outlets: Mapping[str, str | None],
    entities: Mapping[str, str | None],
) -> Family:
    outlet = outlets.get(origins.get(family.id, "")) or ""
    return replace(family, origin=entities.get(outlet))


def _as_readout(
    family: Family,
    sources: Sources,
    notes: Mapping[str, Annotations],
    register: Register,
    names: Mapping[str, str],
    kept: AbstractSet[str],
) -> Family:
    """Return a family as a readout where that is what its reports carry and the readout itself is not among them.

    All of them have in the shared passages what one speaker said, and one office, by what they write, gave his words
    out: "In a statement, the presidency said that she told her counterpart ...". A report that is reprinted as a whole
    shares its own readouts too, and is left as it is.
    """
    if family.reason not in {"same text", "quotes"} or _is_reprinted(family, sources, notes):
        return family
    spoken = [_speakers_in(family, notes[d], register) for d in family.documents]
    everywhere = set.intersection(*spoken)
    offices = {
        office
        for d in family.documents
        for m in notes[d].statements
        if everywhere.intersection(register.all_of(d, m.speakers))
        for office in register.all_of(d, m.via)
        if page_cues().has("names.offices", names[office])
    }
    if len(offices) != 1:
        return family
    (office,) = offices
    return replace(family, reason="same readout", origin=office if office in kept else None)


def _speakers_in(family: Family, notes: Annotations, register: Register) -> set[str]:
    """Return those whose words stand in a family's passages of a report."""
    shared = [s for pair in family.shared for s in pair if s.document == notes.document.id]
    told = [m for m in notes.statements if any(s.start <= m.start < s.end for s in shared)]
    return {speaker for m in told for speaker in register.all_of(notes.document.id, m.speakers)}


def _is_reprinted(family: Family, sources: Sources, notes: Mapping[str, Annotations]) -> bool:
    """Say whether a report consists of the family's sentences for the most part."""
    for d in family.documents:
        held = sum(f == family.id for _, _, f in sources.shared.get(d, ()))
        said = sum(s.role in TESTIFYING_ROLES for s in notes[d].parse.sentences)
        if held >= SAME_TEXT * said:
            return True
    return False


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
