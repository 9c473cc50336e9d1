"""The countries of parties: states by any of their names, bodies of states, groups and towns."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from consilience.lang.states import organisations_by_name, states
from consilience.lang.tables import several, table

if TYPE_CHECKING:
    from collections.abc import Mapping

#: The code of a body of states, as PLOVER writes it.
BODY_OF_STATES = "IGO"


@cache
def countries_by_name() -> Mapping[str, str]:
    """Return case-folded name, adjective, capital, group or town -> ISO 3166-1 alpha-3, `IGO` or `IMG`.

    What several states share (an adjective, a capital's name) is left out.
    """
    own = {name: r["country"] for r in table("party_countries") for name in several(r["names"])}
    found: dict[str, str] = {}
    shared: set[str] = set()
    for s in states():
        for name in dict.fromkeys(n.casefold() for n in (*s.names, *s.adjectives, *s.capitals)):
            shared |= {name} if name in found else set()
            found[name] = s.iso3
    bodies = {name.casefold(): BODY_OF_STATES for name in organisations_by_name()}
    return MappingProxyType({n: c for n, c in (bodies | found | own).items() if n in own or n not in shared})
