"""States, their adjectives and capitals, and well-known organisations."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from consilience.lang.tables import several, table

if TYPE_CHECKING:
    from collections.abc import Mapping


class State(NamedTuple):
    """A state: ISO 3166-1 alpha-3, Wikidata item, the names it goes by (first: ours), adjectives, capitals."""

    iso3: str
    wikidata: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    capitals: tuple[str, ...]


class Organisation(NamedTuple):
    """A well-known organisation: acronym or "", names (first: ours), Wikidata item or ""."""

    acronym: str
    names: tuple[str, ...]
    wikidata: str


@cache
def states() -> tuple[State, ...]:
    """Return all states, by code."""
    return tuple(
        State(r["iso3"], r["wikidata"], several(r["names"]), several(r["adjectives"]), several(r["capitals"]))
        for r in table("states")
    )


@cache
def organisations() -> tuple[Organisation, ...]:
    """Return the well-known organisations, by name."""
    return tuple(Organisation(r["acronym"], several(r["names"]), r["wikidata"]) for r in table("organisations"))


@cache
def states_by_name() -> Mapping[str, State]:
    """Return name as printed -> state."""
    return MappingProxyType({name: s for s in states() for name in s.names})


@cache
def states_by_adjective() -> Mapping[str, State]:
    """Return adjective or people's name as printed -> state. Where two share one, neither has it."""
    found: dict[str, State] = {}
    shared = set()
    for s in states():
        for adjective in s.adjectives:
            shared |= {adjective} if adjective in found else set()
            found[adjective] = s
    return MappingProxyType({a: s for a, s in found.items() if a not in shared})


@cache
def states_by_capital() -> Mapping[str, State]:
    """Return capital -> state."""
    return MappingProxyType({capital: s for s in states() for capital in s.capitals})


@cache
def organisations_by_name() -> Mapping[str, Organisation]:
    """Return name or acronym as printed -> organisation."""
    named = {name: o for o in organisations() for name in o.names}
    return MappingProxyType(named | {o.acronym: o for o in organisations() if len(o.acronym) > 1})
