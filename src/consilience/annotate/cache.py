"""Parses kept from run to run, by the content of the block and the name of the model.

A cache is a convenience: one that cannot be opened, read or written is passed over, and the parse is made anew. Cold
and warm give the same parses. The oldest entries go when it outgrows its limit.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import msgspec

from consilience.annotate.parses import BlockParse, Grammar
from consilience.ids import text_hash

#: Goes up when the columns of `BlockParse` change their meaning.
FORMAT = "1"
#: About 1 GB: half a million blocks.
MOST_BLOCKS = 500_000


class CachedGrammar:
    """A grammar that looks into *file* first and keeps there what it had to parse."""

    def __init__(self, grammar: Grammar, file: Path) -> None:
        """Keep the parses of *grammar* in the SQLite database *file*, made when needed."""
        self._grammar = grammar
        self._file = file

    @property
    def name(self) -> str:
        """The name of the grammar behind it."""
        return self._grammar.name

    def parse_blocks(self, blocks: Sequence[str]) -> list[BlockParse]:
        """Return a parse for each block, in order."""
        keys = [text_hash(FORMAT, self.name, block) for block in blocks]
        known = self._read(keys)
        missing = [n for n, key in enumerate(keys) if key not in known]
        made = self._grammar.parse_blocks([blocks[n] for n in missing])
        fresh = {keys[n]: parse for n, parse in zip(missing, made, strict=True)}
        self._write(fresh)
        return [known.get(key) or fresh[key] for key in keys]

    def _read(self, keys: Sequence[str]) -> dict[str, BlockParse]:
        if not self._file.exists():
            return {}
        decoder = msgspec.msgpack.Decoder(BlockParse)
        found: dict[str, BlockParse] = {}
        try:
            with closing(sqlite3.connect(self._file, timeout=5)) as database:
                for key in keys:
                    row = database.execute("select parse from parses where key = ?", (key,)).fetchone()
                    if row:
                        found[key] = decoder.decode(row[0])
        except (sqlite3.Error, msgspec.DecodeError):
            return {}
        return found

    def _write(self, fresh: dict[str, BlockParse]) -> None:
        if not fresh:
            return
        encoder = msgspec.msgpack.Encoder()
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._file, timeout=5)) as database, database:
                database.execute("pragma journal_mode = wal")
                database.execute("create table if not exists parses (key text primary key, parse blob) strict")
                database.executemany(
                    "insert or replace into parses values (?, ?)",
                    ((key, encoder.encode(parse)) for key, parse in fresh.items()),
                )
                database.execute(
                    "delete from parses where rowid <= (select max(rowid) from parses) - ?", (MOST_BLOCKS,)
                )
        except (sqlite3.Error, OSError):
            return
