"""Parties of events as event data codes them: state, sectors, titles at the time, the words of the report."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from consilience.knowledge import code_of, core
from consilience.lang.parties import BODY_OF_STATES, countries_by_name
from consilience.lang.states import states
from consilience.model import Entity, EntityRole, Span, When
from consilience.publish.index import Index


class Party(NamedTuple):
    """An entity in an event: ISO 3166-1 alpha-3, `IGO` or "", its sectors, its titles then, and words for it."""

    entity: Entity
    country: str
    sectors: tuple[str, ...]
    titles: tuple[str, ...]
    words: str


def party(entity: Entity, when: When | None, evidence: tuple[Span, ...], index: Index) -> Party:
    """Return *entity* as a party of what happened *when*, in the words of the *evidence* where it is named there."""
    roles = [role for role in entity.roles if _held(role, when)]
    titles = tuple(dict.fromkeys(role.title for role in roles))
    homes = (index.entities[role.of].country for role in roles if role.of in index.entities)
    told = entity.country or next((home for home in homes if home), None)
    code = code_of(entity.name, titles=titles, country=told, kind=entity.kind)
    listed = countries_by_name().get(entity.name.casefold(), "")
    country = code.iso3 or (BODY_OF_STATES if listed == BODY_OF_STATES else "")
    return Party(entity, country, code.sectors, titles, _words(entity, evidence, index))


def _held(role: EntityRole, when: When | None) -> bool:
    """Say whether a role may have been held then: neither given up before nor taken up after."""
    if when is None:
        return True
    gone = role.until is not None and role.until.latest < when.earliest
    ahead = role.since is not None and role.since.earliest > when.latest
    return not (gone or ahead)


def _words(entity: Entity, evidence: tuple[Span, ...], index: Index) -> str:
    """Return how a cited sentence calls an entity, by name where one does; "" where none mentions it."""
    for forms in ({"name", "adjective"}, {"nominal"}, {"pronoun"}):
        for cited in evidence:
            for mention in entity.mentions:
                span = mention.span
                inside = span.document == cited.document and cited.start <= span.start and span.end <= cited.end
                if inside and mention.form in forms:
                    return index.quote(span)
    return ""


def code_in(scheme: str, iso3: str | None) -> str:
    """Return a state's code in `iso2` (ISO 3166-1 alpha-2) or `cow` (Correlates of War); "" where it has none."""
    return _codes().get(iso3 or "", {}).get(scheme, "")


@cache
def _codes() -> dict[str, dict[str, str]]:
    return {state.iso3: dict(core().codes(f"iso3:{state.iso3}")) for state in states()}
