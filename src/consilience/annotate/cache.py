"""What was found before, kept from run to run by the content it was found in.

A cache is a convenience: one that cannot be opened, read or written is passed over, and the work is done anew. Cold
and warm give the same. The oldest entries go when it outgrows its limit.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

import msgspec

from consilience.annotate.parses import BlockParse, Grammar
from consilience.ids import text_hash
from consilience.model import Document, Record

T = TypeVar("T")
#: Entries kept of each kind: parses of blocks (about 4 kB each), annotations of reports (40 kB), whole records.
MOST_ENTRIES = {"parses": 200_000, "annotations": 50_000, "situations": 20, "stories": 200}


class Shelf:
    """A SQLite file of bytes by key, in one table a kind."""

    def __init__(self, file: Path) -> None:
        """Keep things in *file*, made when needed."""
        self._file = file

    def take(self, kind: str, keys: Iterable[str]) -> dict[str, bytes]:
        """Return what is kept of *kind* under *keys*."""
        if not self._file.exists():
            return {}
        try:
            with closing(sqlite3.connect(self._file, timeout=5)) as database:
                rows = (database.execute(f"select value from {kind} where key = ?", (key,)).fetchone() for key in keys)  # noqa: S608 - kinds are ours
                return {key: row[0] for key, row in zip(keys, rows, strict=True) if row}
        except sqlite3.Error:
            return {}

    def put(self, kind: str, fresh: Mapping[str, bytes]) -> None:
        """Keep *fresh*; the oldest entries beyond the limit go."""
        if not fresh:
            return
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._file, timeout=5)) as database, database:
                database.execute("pragma journal_mode = wal")
                for name in MOST_ENTRIES:
                    database.execute(f"create table if not exists {name} (key text primary key, value blob) strict")
                database.executemany(f"insert or replace into {kind} values (?, ?)", sorted(fresh.items()))  # noqa: S608
                database.execute(  # kinds and limits are ours
                    f"delete from {kind} where rowid <= (select max(rowid) from {kind}) - {MOST_ENTRIES[kind]}"  # noqa: S608
                )
        except (sqlite3.Error, OSError):
            return


class CachedGrammar:
    """A grammar that looks onto a shelf first and keeps there what it had to parse."""

    def __init__(self, grammar: Grammar, shelf: Shelf) -> None:
        """Keep the parses of *grammar* on *shelf*."""
        self._grammar = grammar
        self._shelf = shelf

    @property
    def name(self) -> str:
        """The name of the grammar behind it."""
        return self._grammar.name

    def parse_blocks(self, blocks: Sequence[str]) -> list[BlockParse]:
        """Return a parse for each block, in order."""
        keys = [text_hash(code_fingerprint(), self.name, block) for block in blocks]
        known = decoded(self._shelf.take("parses", keys), BlockParse)
        missing = [n for n, key in enumerate(keys) if key not in known]
        made = self._grammar.parse_blocks([blocks[n] for n in missing])
        fresh = {keys[n]: parse for n, parse in zip(missing, made, strict=True)}
        self._shelf.put("parses", encoded(fresh))
        return [known.get(key) or fresh[key] for key in keys]


def annotation_key(document: Document, grammar: str) -> str:
    """Return the key under which the annotations of a document by a model are kept."""
    return text_hash(code_fingerprint(), grammar, msgspec.json.encode(document, order="deterministic").decode())


def pile_key(documents: Iterable[Document], grammar: str) -> str:
    """Return the key under which the record of a pile of documents is kept."""
    return text_hash(*(annotation_key(d, grammar) for d in documents))


def decoded(kept: Mapping[str, bytes], kind: type[T]) -> dict[str, T]:
    """Return what was kept as records; an entry that does not read as one is left out."""
    decoder = msgspec.msgpack.Decoder(kind)
    found: dict[str, T] = {}
    for key, data in kept.items():
        try:
            found[key] = decoder.decode(data)
        except msgspec.DecodeError:
            continue
    return found


def encoded(fresh: Mapping[str, Record]) -> dict[str, bytes]:
    """Return records as bytes to keep."""
    encoder = msgspec.msgpack.Encoder()
    return {key: encoder.encode(record) for key, record in fresh.items()}


#: What turns a situation into bytes or looks at it, and decides nothing of it.
_NOT_DECIDING = frozenset({"publish", "cli", "evaluation", "__pycache__"})


@cache
def code_fingerprint() -> str:
    """Return a hash over all code and data that decide what is found in a report: another version, another key."""
    digest = blake2b(digest_size=16)
    package = files("consilience")
    for name in sorted(place.name for place in package.iterdir()):
        if name in _NOT_DECIDING:
            continue
        for path, content in _contents(package.joinpath(name)):
            digest.update(path.encode())
            digest.update(content)
    return digest.hexdigest()


def _contents(place: Traversable) -> Iterable[tuple[str, bytes]]:
    if place.is_file():
        if place.name.endswith((".py", ".tsv", ".toml")):
            yield place.name, place.read_bytes()
    else:
        for inner in sorted(place.iterdir(), key=lambda p: p.name):
            yield from _contents(inner)
