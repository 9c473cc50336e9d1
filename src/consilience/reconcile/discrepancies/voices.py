"""Whose count a number is: all organs of one state speak with one voice, every other source with its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from consilience.lang import english_sources as lang
from consilience.model import Entity, Reading
from consilience.naming import fold

_ORGAN = re.compile(rf"\b(?:{'|'.join(lang.STATE_ORGANS)})\b", re.IGNORECASE)
_OFFICE = re.compile(rf"\b(?:{'|'.join(lang.STATE_OFFICES)})\b", re.IGNORECASE)
_HOME = re.compile(r"\((?P<state>[^)]+)\)$")


class Voices(NamedTuple):
    """The names of all sources, and for the organs of states the state as far as it is known."""

    names: dict[str, str]
    states: dict[str, str | None]
    called: dict[str, str]

    def of(self, readings: Sequence[Reading]) -> dict[str, str]:
        """Return the voice of every source of *readings*; an organ of no known state speaks for the only one there."""
        said = [r.said_by for r in readings if r.said_by is not None]
        homes = Counter(h for s in said if s in self.states and (h := self.states[s]) is not None)
        only = next(iter(homes)) if len(homes) == 1 else None
        return {
            s: f"state {self.states[s] or only or ''}" if s in self.states else self._bare(s) for s in sorted(set(said))
        }  # fmt: skip

    def _bare(self, source: str) -> str:
        """Return a source's name: two reports that speak of "the fire brigade" mean one, whatever their register.

        A body that is only described ("the electoral commission") is the one named body that is also so called.
        """
        name = fold(_HOME.sub("", self.names.get(source, source)))
        return self.called.get(name, name)


def voices_of(entities: Sequence[Entity]) -> Voices:
    """Return the voices of a record's entities."""
    by_id = {e.id: e for e in entities}
    official = {e.id: _home(e, by_id) for e in entities if _is_official(e)}
    return Voices({e.id: e.name for e in entities}, official, _called(entities))


def _called(entities: Sequence[Entity]) -> dict[str, str]:
    """Return, for each description of two words or more that is the alias of one named entity, the name of that."""
    named: dict[str, set[str]] = {}
    for e in entities:
        for alias in e.aliases if e.kind in {"organisation", "group"} and not e.name.islower() else ():
            if alias.islower() and " " in alias:
                named.setdefault(fold(alias), set()).add(fold(e.name))
    return {alias: min(names) for alias, names in sorted(named.items()) if len(names) == 1}


def _is_official(e: Entity) -> bool:
    if e.kind == "state":
        return True
    if e.kind == "person":
        return any(_OFFICE.search(r.title) for r in e.roles)
    return any(_ORGAN.search(n) for n in (e.name, *e.aliases))


def _home(e: Entity, by_id: dict[str, Entity]) -> str | None:
    """Return the state of an organ or office, folded: its own, that of its role, or what its name adds."""
    if e.kind == "state":
        return fold(e.name)
    for role in e.roles:
        owner = by_id.get(role.of or "")
        if owner is not None and owner.kind == "state":
            return fold(owner.name)
    named = _HOME.search(e.name)
    return fold(named["state"]) if named and named["state"][:1].isupper() else None
