"""A user's own names: a CSV or FollowTheMoney JSON lines, checked as a whole before a row is used.

The CSV has the columns `name` and `same_as` or `not_same`; `kind`, `qid`, `country`, `from` and `to` may follow. A row
says that *name* is another name of *same_as* (from a day on, to a day), or that it is not *not_same*.
"""

from __future__ import annotations

import csv
import json
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from consilience.errors import UsageError
from consilience.knowledge.base import Knowledge
from consilience.knowledge.partial_days import is_partial_day
from consilience.knowledge.schema import SCHEMA
from consilience.naming import fold

COLUMNS = ("name", "same_as", "not_same", "kind", "qid", "country", "from", "to")
KINDS = ("person", "organisation", "state", "place", "group")
#: FollowTheMoney's schemata by our kinds.
_SCHEMATA = {"Person": "person", "PublicBody": "organisation", "Organization": "organisation",
             "Company": "organisation", "LegalEntity": "organisation", "Address": "place"}  # fmt: skip
#: Beside the core's tables: pairs of names that are not of one thing.
OWN_SCHEMA = SCHEMA + "create table apart (a text, b text, primary key (a, b)) strict, without rowid;"


class OwnName(NamedTuple):
    """A row of a user's file and the line it stands on."""

    line: int
    name: str
    same_as: str = ""
    not_same: str = ""
    kind: str = ""
    qid: str = ""
    country: str = ""
    since: str = ""
    until: str = ""


def read_names(path: Path) -> tuple[OwnName, ...]:
    """Return the rows of a user's file, all of them or none.

    Raises:
        UsageError: it is not UTF-8, a column is wrong, a value cannot be, a row stands twice, or two contradict each
            other; the message names the line.
    """
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        raise UsageError(f"{path.name}, line {line}: not UTF-8. Save it as UTF-8 and add it again.") from problem
    rows = tuple(_from_ftm(path, text) if text.lstrip().startswith("{") else _from_csv(path, text))
    _check(path, rows)
    return rows


def _from_csv(path: Path, text: str) -> Iterator[OwnName]:
    reader = csv.reader(StringIO(text, newline=""))
    header = [h.strip() for h in next(reader, [])]
    unknown = [h for h in header if h not in COLUMNS]
    if unknown or "name" not in header or not {"same_as", "not_same"} & set(header):
        wrong = (
            f"the column {unknown[0]!r} is not known" if unknown else "`name` and `same_as` or `not_same` are needed"
        )
        raise UsageError(f"{path.name}, line 1: {wrong}. Columns are {', '.join(COLUMNS)}.")
    if len(set(header)) < len(header):
        raise UsageError(f"{path.name}, line 1: a column stands twice.")
    for cells in reader:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(header):
            raise UsageError(
                f"{path.name}, line {reader.line_num}: {len(cells)} cells where the header has {len(header)}."
            )
        row = {h: c.strip() for h, c in zip(header, cells, strict=True)}
        since, until = row.pop("from", ""), row.pop("to", "")
        yield OwnName(reader.line_num, **row, since=since, until=until)


def _from_ftm(path: Path, text: str) -> Iterator[OwnName]:
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            entity = json.loads(line)
            properties, schema = entity["properties"], entity["schema"]
            names = [*properties.get("name", []), *properties.get("alias", []), *properties.get("weakAlias", [])]
        except (ValueError, TypeError, KeyError, AttributeError) as problem:
            raise UsageError(f"{path.name}, line {number}: no FollowTheMoney entity.") from problem
        if schema not in _SCHEMATA or not names:
            continue
        qid = next(iter(properties.get("wikidataId", [])), "")
        for name in dict.fromkeys(map(str, names)):
            yield OwnName(number, name, same_as=str(names[0]), kind=_SCHEMATA[schema], qid=str(qid))


def _check(path: Path, rows: Sequence[OwnName]) -> None:
    first: dict[tuple[str, ...], int] = {}
    qids: dict[str, tuple[str, int]] = {}
    for row in rows:
        where = f"{path.name}, line {row.line}"
        wrong = _wrong_value(row)
        if wrong:
            raise UsageError(f"{where}: {wrong}")
        if row[1:] in first:
            raise UsageError(f"{where}: the same as line {first[row[1:]]}. Remove one.")
        first[row[1:]] = row.line
        head = fold(row.same_as or row.name)
        if row.qid and qids.setdefault(head, (row.qid, row.line))[0] != row.qid:
            raise UsageError(f"{where}: {row.qid} contradicts {qids[head][0]} of line {qids[head][1]}.")
    joined = {frozenset((fold(r.name), fold(r.same_as))): r.line for r in rows if r.same_as}
    for row in rows:
        line = joined.get(frozenset((fold(row.name), fold(row.not_same)))) if row.not_same else None
        if line is not None:
            raise UsageError(f"{path.name}, line {row.line}: contradicts line {line}, which says they are the same.")


def _wrong_value(row: OwnName) -> str:
    if not fold(row.name) or bool(row.same_as) == bool(row.not_same):
        return "a name is needed, and either same_as or not_same."
    if row.kind and row.kind not in KINDS:
        return f"{row.kind!r} is no kind. Kinds are {', '.join(KINDS)}."
    if row.qid and not (row.qid[:1] == "Q" and row.qid[1:].isdigit()):
        return f"{row.qid!r} is no Wikidata item (Q and digits)."
    if row.country and not (len(row.country) == 3 and row.country.isalpha() and row.country.isupper()):
        return f"{row.country!r} is no ISO 3166-1 alpha-3 code."
    for day in (row.since, row.until):
        if day and not is_partial_day(day):
            return f"{day!r} is no day (YYYY, YYYY-MM or YYYY-MM-DD)."
    return "it ends before it begins." if row.since and row.until and row.since > row.until else ""


def add_names(rows: Sequence[OwnName], own: Path, base: Knowledge) -> int:
    """Add *rows* to the user's file *own*, made when needed, and return how many names it then holds. All or none."""
    with changed(own) as database:
        for row in rows:
            _put(database, row, base)
        return int(database.execute("select (select count(*) from name) + (select count(*) from apart)").fetchone()[0])


@contextmanager
def changed(own: Path) -> Iterator[sqlite3.Connection]:
    """Give a copy of the user's file *own*, or a new one, that takes its place when the block ends without an error."""
    own.parent.mkdir(parents=True, exist_ok=True)
    beside = own.with_name(f".{own.name}.part")
    try:
        if own.exists():
            shutil.copyfile(own, beside)
        else:
            beside.unlink(missing_ok=True)
        with closing(sqlite3.connect(beside)) as database, database:
            if not own.exists():
                database.executescript(OWN_SCHEMA)
            yield database
        beside.replace(own)
    finally:
        beside.unlink(missing_ok=True)


def _put(database: sqlite3.Connection, row: OwnName, base: Knowledge) -> None:
    if row.not_same:
        database.execute("insert or ignore into apart values (?, ?)", sorted((fold(row.name), fold(row.not_same))))
        return
    known = base.the(row.same_as, row.kind) if row.kind else None
    qid = row.qid or (known.qid if known else None)
    ref = qid or (known.ref if known else f"own:{fold(row.same_as)}")
    kind = row.kind or (known.kind if known else "person")
    found = database.execute("select id from entity where ref = ?", (ref,)).fetchone()
    if found is None:
        values = (
            ref,
            qid,
            kind,
            row.same_as,
            row.country or (known.iso3 if known else None),
            known.sector if known else None,
        )
        cursor = database.execute(
            "insert into entity (ref, qid, kind, label, iso3, sector) values (?, ?, ?, ?, ?, ?)", values
        )
        found = (cursor.lastrowid,)
    for form in dict.fromkeys((row.same_as, row.name)):
        days = (row.since or None, row.until or None) if form == row.name else (None, None)
        database.execute(
            "insert or replace into name values (?, ?, ?, 'own', ?, ?)", (fold(form), found[0], form, *days)
        )
