"""The record as an SQLite database: a table a layer, foreign keys, full-text search, ready for Datasette."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator

from consilience.model import Situation, Span
from consilience.naming import fold
from consilience.publish.exports.tables import TABLES, Cell, Row, Table, evidence_of
from consilience.publish.exports.wording import clean
from consilience.publish.index import Index

#: What is cited is kept once, as sentences, and searched there, as printed and folded: SQLite's own folding leaves
#: letters such as the dotless i as they are.
_SENTENCES = """
CREATE TABLE "sentences" ("id" INTEGER PRIMARY KEY, "document" TEXT REFERENCES "documents"("id"), "start" INTEGER,
    "end" INTEGER, "text" TEXT, "folded" TEXT) STRICT;
CREATE TABLE "citations" ("layer" TEXT, "cell" TEXT, "sentence" INTEGER REFERENCES "sentences"("id")) STRICT;
CREATE TABLE "about" ("name" TEXT PRIMARY KEY, "value" TEXT) STRICT;
CREATE VIRTUAL TABLE "sentences_fts" USING fts5("text", "folded", content="sentences", content_rowid="id",
    tokenize="unicode61 remove_diacritics 2");
"""
#: What Datasette offers to filter by.
_FACETS = {
    "events": ("status", "type", "mode"), "statements": ("act",), "readings": ("status",), "entities": ("kind",),
    "discrepancies": ("relation", "kind"), "citations": ("layer",),
}  # fmt: skip


def to_sqlite(situation: Situation) -> bytes:
    """Return a database file. Its bytes are the same for one record and one version of SQLite."""
    base = sqlite3.connect(":memory:")
    try:
        base.execute("PRAGMA foreign_keys = ON")
        _fill(base, situation)
        return base.serialize()
    finally:
        base.close()


def to_datasette(situation: Situation) -> bytes:
    """Return Datasette's metadata for the database of `to_sqlite`, as JSON: titles, descriptions, facets, search."""
    tables = {name: _described(name, table.about) for name, table in TABLES.items()}
    tables["citations"] = _described("citations", "Which cell cites which sentence")
    tables["sentences"] = {"description": "A cited sentence, by document and code points", "fts_table": "sentences_fts"}
    metadata = {
        "title": clean(situation.title),
        "description": "A reconciled record of reports. What is planned, hoped, denied or alleged says so in `status`.",
        "databases": {"record": {"tables": tables}},
    }
    return json.dumps(metadata, indent=1, ensure_ascii=False, sort_keys=True).encode() + b"\n"


def _described(name: str, about: str) -> dict[str, object]:
    facets = {"facets": list(_FACETS[name])} if name in _FACETS else {}
    return {"description": about, **facets}


def _fill(base: sqlite3.Connection, situation: Situation) -> None:
    index = Index(situation)
    with base:
        for name, table in TABLES.items():
            if name != "citations":
                base.execute(_creation(name, table))
        for statement in filter(str.strip, _SENTENCES.split(";\n")):
            base.execute(statement)
        base.execute("PRAGMA defer_foreign_keys = ON")  # a part may stand before its whole
        for name, table in TABLES.items():
            if name != "citations":
                _insert(base, name, len(table.columns), table.rows(situation, index))
        _insert(base, "about", 2, _about(situation))
        _cite(base, situation, index)


def _creation(name: str, table: Table) -> str:
    columns = []
    for own, kind, leads in table.columns:
        key = " PRIMARY KEY" if own == "id" else ""
        target = f' REFERENCES "{leads}"("id")' if leads else ""
        columns.append(f'"{own}" {kind}{key}{target}')
    return f'CREATE TABLE "{name}" ({", ".join(columns)}) STRICT'


def _insert(base: sqlite3.Connection, name: str, width: int, rows: Iterable[Row]) -> None:
    marks = ", ".join("?" * width)
    # Names and widths are ours; all that comes from reports goes in as values.
    base.executemany(f'INSERT INTO "{name}" VALUES ({marks})', (tuple(map(_stored, row)) for row in rows))  # noqa: S608


def _stored(cell: Cell) -> Cell:
    return clean(cell) if isinstance(cell, str) else cell


def _about(situation: Situation) -> Iterator[Row]:
    yield ("title", situation.title)
    yield ("schema", str(situation.schema))
    if situation.span:
        yield ("earliest", situation.span.earliest.isoformat())
        yield ("latest", situation.span.latest.isoformat())
    built = situation.built_with
    yield from ((name, getattr(built, name)) for name in built.__struct_fields__)


def _cite(base: sqlite3.Connection, situation: Situation, index: Index) -> None:
    cited = list(evidence_of(situation))
    spans = sorted({span for _, _, span in cited}, key=lambda s: (index.rank(s.document), s))
    numbers: dict[Span, int] = {span: n for n, span in enumerate(spans, start=1)}
    texts = ((n, s, index.quote(s)) for s, n in numbers.items())
    _insert(base, "sentences", 6, ((n, s.document, s.start, s.end, text, fold(text)) for n, s, text in texts))
    _insert(base, "citations", 3, ((layer, cell, numbers[span]) for layer, cell, span in cited))
    base.execute("INSERT INTO sentences_fts(sentences_fts) VALUES ('rebuild')")
