"""The knowledge base opened for reading: names, codes, terms of office, members; the user's own names before ours.

It names and codes; it makes no cell of a record. What it has no date for, and what lies after the last date of its
sources, it does not know, and says so with None.
"""

from __future__ import annotations

import sqlite3
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import date
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import NamedTuple

from consilience.errors import UsageError
from consilience.ids import text_hash
from consilience.knowledge.offices import office_key
from consilience.knowledge.partial_days import first_day, last_day
from consilience.naming import fold

#: Names that only point at a thing and never merge two: the adjective of a state, its capital.
POINTING = frozenset({"adjective", "capital"})


class Known(NamedTuple):
    """A thing the base knows, and the name it was found under.

    *ref* identifies it (a QID, `iso3:KAZ`, `geonames:...` or our own); *iso3* is its state; *sector* in PLOVER's
    letters; *named* the kind of the name (label, alias, former, acronym, adjective, capital, own); *own*: the user's.
    """

    ref: str
    qid: str | None
    kind: str
    label: str
    iso3: str | None
    sector: str | None
    gender: str | None
    form: str
    named: str
    own: bool = False


class Term(NamedTuple):
    """A term of office. *since* and *until* are as precise as their source; *until* "" is open as of *seen*."""

    ref: str
    person: str
    qid: str | None
    iso3: str
    title: str
    since: str
    until: str
    seen: str
    source: str

    def covers(self, day: date) -> bool:
        """Say whether the term holds on *day*, as far as its dates tell."""
        end = self.until or self.seen
        return bool(self.since and end) and first_day(self.since) <= day <= last_day(end)


class Membership(NamedTuple):
    """A state in an organisation: member, observer or what else, first and last seen so ("" open)."""

    iso3: str
    status: str
    since: str
    until: str


_SOURCES = {"w": "Wikidata", "f": "CIA World Factbook", "o": "own list"}
_KNOWN = """select coalesce(e.ref, e.qid), e.qid, e.kind, e.label, e.iso3, e.sector, e.gender, n.form, n.kind
    from name n join entity e on e.id = n.entity where n.key = ? order by e.id, n.kind, n.form"""
_TERM = """select coalesce(e.ref, e.qid), e.label, e.qid, o.iso3, o.title, t.since, t.until, t.seen, t.source
    from term t join entity e on e.id = t.entity join office o on o.id = t.office"""


class Knowledge:
    """A knowledge base: the core of the package, and over it the user's own file where there is one."""

    def __init__(self, core: Path, own: Path | None = None) -> None:
        """Open both read-only; a file that is not there is a UsageError."""
        self._files = [_opened(path) for path in (own, core) if path is not None]
        self._own = own is not None
        self.version = _version() + (f" + own names {_digest(own)}" if own else "")

    def close(self) -> None:
        """Close the files."""
        for database in self._files:
            database.close()

    def find(self, name: str) -> tuple[Known, ...]:
        """Return what goes by *name*, however it is spelled in accents and capitals; the user's own first."""
        key = fold(name)
        found: dict[tuple[str, str], Known] = {}
        for n, database in enumerate(self._files):
            own = self._own and n == 0
            for row in database.execute(_KNOWN, (key,)):
                known = Known(*row)._replace(own=own)
                known = known if known.form else known._replace(form=known.label)
                found.setdefault((known.ref, known.named), known)
        return tuple(found.values())

    def the(self, name: str, kind: str) -> Known | None:
        """Return the one thing of a kind that bears *name*, not merely is pointed at by it; None if not one does."""
        bearing = [k for k in self.find(name) if k.kind == kind and k.named not in POINTING]
        own = [k for k in bearing if k.own]
        refs = {k.ref for k in own or bearing}
        return (own or bearing)[0] if len(refs) == 1 else None

    def names(self, ref: str) -> tuple[str, ...]:
        """Return all names of a thing, its label first."""
        found: dict[str, None] = {}
        query = """select e.label, n.form from name n join entity e on e.id = n.entity
            where e.qid = ?1 or e.ref = ?1 order by n.kind = 'label' desc, n.form"""
        for database in self._files:
            for label, form in database.execute(query, (ref,)):
                found[form or label] = None
        return tuple(found)

    def codes(self, ref: str) -> tuple[tuple[str, str], ...]:
        """Return (scheme, value) of a thing: iso2, iso3, cow, domain, point."""
        query = "select c.scheme, c.value from code c join entity e on e.id = c.entity where e.qid = ?1 or e.ref = ?1"
        return tuple(sorted({tuple(row) for database in self._files for row in database.execute(query, (ref,))}))

    def point(self, name: str, iso3: str | None) -> tuple[float, float] | None:
        """Return the latitude and longitude of a city in degrees, None if the base knows no or several such cities.

        *iso3* is the state it lies in, where that is told.
        """
        cities = [k for k in self.find(name) if k.kind == "place" and iso3 in {None, k.iso3}]
        points = {value for k in cities for scheme, value in self.codes(k.ref) if scheme == "point"}
        if len(points) != 1:
            return None
        latitude, longitude = points.pop().split()
        return float(latitude), float(longitude)

    def terms_of(self, ref: str) -> tuple[Term, ...]:
        """Return the terms of office of a person, by beginning."""
        where = " where e.qid = ?1 or e.ref = ?1 order by t.since, o.title"
        return tuple(self._terms(_TERM + where, (ref,)))

    def holders(self, iso3: str, title: str) -> tuple[Term, ...]:
        """Return all terms of an office of a state, by beginning; the words of the title may stand in any order."""
        where = " where o.iso3 = ? and o.key = ? order by t.since, e.label"
        return tuple(self._terms(_TERM + where, (iso3, office_key(title))))

    def holders_on(self, iso3: str, title: str, day: date) -> tuple[Term, ...] | None:
        """Return who held an office on *day*; None where the base does not know: no term, a gap, past its last date."""
        return tuple(t for t in self.holders(iso3, title) if t.covers(day)) or None

    def terms_in(self, keys: Iterable[str]) -> Iterator[Term]:
        """Yield all terms of the offices with one of the *keys* of `office_key`, in any state."""
        for key in sorted(keys):
            yield from self._terms(_TERM + " where o.key = ? order by e.label, t.since", (key,))

    def people(self) -> Iterator[tuple[str, str, str]]:
        """Yield everybody of a state, once for each name: ref, code of the state, folded name."""
        query = """select coalesce(e.ref, e.qid), e.iso3, n.key from entity e join name n on n.entity = e.id
            where e.kind = 'person' and e.iso3 is not null order by e.id, n.key"""
        for database in self._files:
            yield from database.execute(query)

    def members(self, ref: str) -> tuple[Membership, ...]:
        """Return the states of an organisation, each as last seen, by code."""
        query = """select m.iso3, m.status, m.since, m.until from member m join entity e on e.id = m.organisation
            where e.qid = ?1 or e.ref = ?1 order by m.iso3, m.since"""
        return tuple(Membership(*row) for database in self._files for row in database.execute(query, (ref,)))

    def related(self, a: str, b: str) -> str | None:
        """Return how two people of office are related ("father"), None if the base knows of nothing."""
        query = """select f.relation from family f join entity x on x.id = f.a join entity y on y.id = f.b
            where (x.qid = ?1 and y.qid = ?2) or (x.qid = ?2 and y.qid = ?1)"""
        return next((row[0] for database in self._files for row in database.execute(query, (a, b))), None)

    def apart(self, a: str, b: str) -> bool:
        """Say whether the user says that two names are not of one thing."""
        pair = tuple(sorted((fold(a), fold(b))))
        query = "select 1 from apart where a = ? and b = ?"
        return self._own and self._files[0].execute(query, pair).fetchone() is not None

    def meta(self) -> tuple[tuple[str, str, str, str], ...]:
        """Return (source, licence, date, SHA-256) of every table the base was built from."""
        query = "select source, licence, date, sha256 from meta order by source"
        return tuple(tuple(row) for database in self._files for row in database.execute(query))

    def counts(self) -> dict[str, int]:
        """Return how many there are of each kind of thing, of names, terms and memberships."""
        found: dict[str, int] = {}
        for database in self._files:
            for kind, n in database.execute("select kind, count(*) from entity group by kind order by kind"):
                found[kind] = found.get(kind, 0) + n
            for table in ("name", "term", "member"):
                n = database.execute(f"select count(*) from {table}").fetchone()[0]  # noqa: S608 - names are ours
                found[f"{table}s"] = found.get(f"{table}s", 0) + n
        return found

    def _terms(self, query: str, values: Sequence[str]) -> Iterator[Term]:
        for database in self._files:
            for row in database.execute(query, values):
                term = Term(*row)
                yield term._replace(source=_SOURCES.get(term.source, term.source))


def core() -> Knowledge:
    """Return the knowledge base of the package."""
    return _core()


@cache
def _core() -> Knowledge:
    with as_file(files("consilience.knowledge").joinpath("core.sqlite")) as path:
        return Knowledge(path)


def with_own(own: Path | None) -> Knowledge:
    """Return the knowledge base of the package under the user's own file, if there is one."""
    if own is None or not own.exists():
        return core()
    with as_file(files("consilience.knowledge").joinpath("core.sqlite")) as path:
        return Knowledge(path, own)


def seal() -> dict[str, str]:
    """Return what is written of the core beside it: version, latest date, SHA-256."""
    return tomllib.loads(files("consilience.knowledge").joinpath("core.toml").read_text(encoding="utf-8"))


def _version() -> str:
    told = seal()
    return f"{told['version']} ({told['latest']})"


def _digest(own: Path) -> str:
    rows: list[str] = []
    with closing(_opened(own)) as database:
        for table in ("entity", "name", "apart", "term"):
            rows += map(repr, database.execute(f"select * from {table}"))  # noqa: S608 - names are ours
    return text_hash(*rows)[:8]


def _opened(path: Path) -> sqlite3.Connection:
    if not path.exists():
        raise UsageError(f"{path}: no such knowledge base.")
    return sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)
