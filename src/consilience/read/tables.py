"""Tables of reports: CSV, TSV, JSON and NDJSON files, a report a row."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from io import StringIO
from typing import Any

import msgspec

from consilience.errors import UnreadableInputError
from consilience.read.decoding import decode
from consilience.read.ndjson import page_of_fields, pages_of_lines
from consilience.read.page import Page, Source

#: What columns are called, by the field they give; the first that is there counts.
COLUMNS: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "full_text", "fulltext", "maintext", "story"),
    "title": ("title", "headline", "head"),
    "outlet": ("outlet", "source", "publication", "publisher", "site", "source_name", "newspaper", "media"),
    "url": ("url", "link", "uri", "web_url"),
    "published": (
        "published",
        "date",
        "published_at",
        "publish_date",
        "pub_date",
        "publication_date",
        "date_publish",
        "datetime",
    ),
    "language": ("language", "lang"),
    "agencies": ("agencies", "agency"),
    "path": ("path",),
}
#: The longest cell, in characters.
LONGEST_CELL = 10_000_000


def read_csv(source: Source) -> Iterator[Page | UnreadableInputError]:
    """Yield the reports of a table, called by their row; the column names say what is what.

    Raises:
        UnreadableInputError: it has no column of texts.
    """
    decoded = decode(source)
    csv.field_size_limit(LONGEST_CELL)
    try:
        dialect: Any = "excel-tab" if source.name.casefold().endswith((".tsv", ".tab")) else _dialect(decoded.text)
        rows = list(csv.DictReader(StringIO(decoded.text, newline=""), dialect=dialect))
    except csv.Error as problem:
        raise UnreadableInputError(f"{source.name} is no readable table: {problem}.") from problem
    yield from _pages(rows, source)


def read_json(source: Source) -> Iterator[Page | UnreadableInputError]:
    """Yield the reports of a JSON file: one object, or a list of them.

    Raises:
        UnreadableInputError: it is no such thing.
    """
    try:
        value = msgspec.json.decode(decode(source).text)
    except (msgspec.DecodeError, RecursionError) as problem:
        raise UnreadableInputError(f"{source.name} is no readable JSON: {problem}.") from problem
    rows = value if isinstance(value, list) else [value]
    yield from _pages([row for row in rows if isinstance(row, dict)], source)


def read_ndjson(source: Source) -> Iterator[Page | UnreadableInputError]:
    """Yield the reports of a file with a JSON object a line."""
    return pages_of_lines(decode(source).text.split("\n"), source.path, named=partial(_named, columns=source.columns))


def _pages(rows: list[dict[str, Any]], source: Source) -> Iterator[Page | UnreadableInputError]:
    named = [_named(row, source.columns) for row in rows]
    if not any(row.get("text") for row in named):
        known = ", ".join(COLUMNS["text"])
        raise UnreadableInputError(
            f"{source.name} has no column of texts. Call it one of: {known}; or name it with --columns text=COLUMN."
        )
    for number, row in enumerate(named, start=1):
        try:
            yield page_of_fields(row, f"{source.path}:{number}")
        except UnreadableInputError as problem:
            yield problem


def _named(row: Mapping[str, Any], columns: Sequence[tuple[str, str]] = ()) -> dict[str, Any]:
    """Return the fields of a row under our names; *columns* are (field, column) and win."""
    chosen = {field: (column.strip().casefold(),) for field, column in columns}
    cells = {str(name).strip().casefold(): value for name, value in row.items() if value not in (None, "")}
    found = {field: next((cells[n] for n in names if n in cells), None) for field, names in (COLUMNS | chosen).items()}
    return {field: value for field, value in found.items() if value is not None}


def _dialect(text: str) -> Any:
    try:
        return csv.Sniffer().sniff(text[:20_000].split("\n", maxsplit=1)[0], delimiters=",;\t|")
    except csv.Error:
        return "excel"
