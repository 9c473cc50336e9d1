"""The state of a leader told by name alone: "Obama said", where no word of the report says of what he is president.

A full name is that of the one person the base knows by it; a surname that of the one head of state or government who
had it about then, where it is not a common one. Whoever a report gives another role is somebody else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from consilience.knowledge.base import POINTING, Knowledge, Known, Term, core
from consilience.knowledge.offices import LEADING, MONARCH, office_key
from consilience.knowledge.partial_days import first_day, last_day
from consilience.lang import english_names as en
from consilience.lang.states import states
from consilience.naming import fold

#: Reports name without introduction who leads a state, is about to, or did so until lately.
SHORTLY = timedelta(days=366)
#: A minister known by full name is spoken of for so long after his office.
LATELY = timedelta(days=730)
#: A surname that more people of other states have, of all who ever held an office, is a common one.
MOST_NAMESAKES = 3


class _Leader(NamedTuple):
    iso3: str
    term: Term


def home_of(name: str, roles: Iterable[str] = (), *, day: date | None, base: Knowledge | None = None) -> str | None:
    """Return the ISO 3166-1 alpha-3 code of the state of somebody named in a report of *day*; None in any doubt.

    Args:
        name: as printed, in full ("Barack Obama") or a surname ("Obama").
        roles: what the report says he is; one that the base does not know of him means that it is not he.
        day: the day of the report, None if unknown; then only who has led a state, named in full, is known.
        base: the knowledge base to ask; the package's own by default.
    """
    known, told = base or core(), tuple(roles)
    if " " in fold(name):
        return _of_full_name(name, told, day, known)
    return _of_surname(fold(name), told, day, known) if day is not None else None


def _of_full_name(name: str, roles: tuple[str, ...], day: date | None, base: Knowledge) -> str | None:
    found = {k.ref: k for k in base.find(name) if k.kind == "person" and k.named not in POINTING}
    if len(found) != 1:
        return None
    (person,) = found.values()
    terms = _terms_of(person.ref, base)
    led = any(office_key(t.title) in LEADING for t in terms)
    at_work = led or any(day is not None and _is_near(t, day, SHORTLY, LATELY) for t in terms)
    return _state(person, base) if at_work and all(_agrees(role, terms) for role in roles) else None


@lru_cache(maxsize=1024)
def _terms_of(ref: str, base: Knowledge) -> tuple[Term, ...]:
    """Return the terms of office of a person; a thousand reports ask for the same few."""
    return base.terms_of(ref)


def _of_surname(surname: str, roles: tuple[str, ...], day: date, base: Knowledge) -> str | None:
    leaders, namesakes = _by_surname(base)
    near = [
        x for x in leaders.get(surname, ()) if x.iso3 in _sovereign(base) and _is_near(x.term, day, SHORTLY, SHORTLY)
    ]
    homes = {leader.iso3 for leader in near}
    if len(homes) != 1 or not all(_agrees(role, [leader.term for leader in near]) for role in roles):
        return None
    (home,) = homes
    common = surname in en.given_names() or sum(other != home for other in namesakes[surname]) > MOST_NAMESAKES
    return None if common and not roles else home


def _state(person: Known, base: Knowledge) -> str | None:
    return person.iso3 if person.iso3 in _sovereign(base) else None


@lru_cache(maxsize=4)
def _sovereign(base: Knowledge) -> frozenset[str]:
    """Return the codes of the states that Correlates of War counts, and Palestine's, which event data code as one.

    Territories have leaders too, and are no states.
    """
    counted = (s.iso3 for s in states() if any(scheme == "cow" for scheme, _ in base.codes(f"iso3:{s.iso3}")))
    return frozenset({*counted, "PSE"})


def _agrees(role: str, terms: Iterable[Term]) -> bool:
    """Say whether one of the terms may be the role that a report tells: "president", "the former leader"."""
    if not en.ANY_LEADER.isdisjoint(role.split()[-1:]):
        return True
    words = set(office_key(role).split())
    return any(words <= set(office_key(t.title).split()) for t in terms)


def _is_near(term: Term, day: date, before: timedelta, after: timedelta) -> bool:
    end = term.until or term.seen
    return bool(term.since and end) and first_day(term.since) - before <= day <= last_day(end) + after


@lru_cache(maxsize=4)
def _by_surname(base: Knowledge) -> tuple[Mapping[str, tuple[_Leader, ...]], Mapping[str, tuple[str, ...]]]:
    """Return surname -> the terms of leaders who have it, and -> the state of each person in the base who has it."""
    surnames: dict[str, dict[str, str]] = {}  # person -> surnames -> his state
    namesakes: dict[str, dict[str, str]] = {}  # surname -> people -> their states
    for ref, iso3, name in base.people():
        words = name.split()
        surname = words[0 if iso3 in en.FAMILY_NAME_FIRST else -1]
        surnames.setdefault(ref, {})[surname] = iso3
        namesakes.setdefault(surname, {})[ref] = iso3
    leaders: dict[str, list[_Leader]] = {}
    for term in base.terms_in(LEADING - {MONARCH}):  # kings go by given names, and there are many of each
        for surname, iso3 in surnames.get(term.ref, {}).items():
            leaders.setdefault(surname, []).append(_Leader(iso3, term))
    return (
        MappingProxyType({surname: tuple(found) for surname, found in leaders.items()}),
        MappingProxyType({surname: tuple(found.values()) for surname, found in namesakes.items()}),
    )
