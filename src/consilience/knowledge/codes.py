"""The codes of an actor for event data: which state, which sectors of society."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from consilience.knowledge.base import POINTING, Knowledge, core
from consilience.knowledge.offices import office_key
from consilience.lang.english_names import SECTOR_HEADS, role_sectors
from consilience.naming import fold


class Code(NamedTuple):
    """ISO 3166-1 alpha-3 of an actor's state, or None; sectors in PLOVER's letters (GOV, MIL, COP), () unknown."""

    iso3: str | None
    sectors: tuple[str, ...]


def code_of(
    name: str = "",
    *,
    titles: Sequence[str] = (),
    country: str | None = None,
    kind: str = "",
    base: Knowledge | None = None,
) -> Code:
    """Return the codes of an actor, from its roles first, then its name.

    Args:
        name: a name as printed ("Houthis", "Kazakhstan", "Anadolu Agency") or a description ("riot police").
        titles: the roles told of it, such as `EntityRole.title`.
        country: the code of its state, where the reports tell; the base's own is used only where they do not.
        kind: person, organisation, state, place or group, where known; "" for any.
        base: the knowledge base to ask; the package's own by default.

    A name that several things bear gives only what all of them agree on.
    """
    sectors = tuple(dict.fromkeys(s for title in titles if (s := sector_of(title))))
    found = (
        [k for k in (base or core()).find(name) if not kind or k.kind == kind or k.named in POINTING] if name else []
    )
    bearing = [k for k in found if k.named not in POINTING and k.kind != "place"] or found
    states = {k.iso3 for k in bearing}
    letters = {k.sector for k in bearing}
    iso3 = country or (states.pop() if len(states) == 1 else None)
    if not sectors and len(letters) == 1:
        sectors = tuple(s for s in letters if s)
    if not sectors and name and (told := sector_of(name)):
        sectors = (told,)
    return Code(iso3, sectors)


def sector_of(title: str) -> str | None:
    """Return the sector of a role or a body by its words: "riot police" COP, "judge" JUD; None if unknown."""
    words = fold(title).split()
    known = role_sectors()
    for n in range(len(words)):  # the longest ending that the table knows: "chief justice" before "justice"
        ending = " ".join(words[n:])
        for form in (ending, ending.removesuffix("s")):
            if form in SECTOR_HEADS or form in known:
                return SECTOR_HEADS.get(form) or known[form]
    return "GOV" if "minister" in office_key(title).split() else None
