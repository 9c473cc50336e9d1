"""Tables of reports: CSV, TSV, JSON and NDJSON files, a report a row."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from io import StringIO
from typing import Any

import msgspec
from msgspec.structs import replace

from consilience.errors import UnreadableInputError
from consilience.read.decoding import Decoded, decode
from consilience.read.feeds import is_json_feed, pages_of_json_feed
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
#: What the cells of a row are called that no column of the header is for.
BEYOND = ""
#: So many characters of cells that stand beyond the header are shown.
SHOWN = 60
#: The longest cell, in characters.
LONGEST_CELL = 10_000_000


def read_csv(source: Source) -> Iterator[Page | UnreadableInputError]:
    """Yield the reports of a table, called by their row; the column names say what is what.

    Raises:
        UnreadableInputError: it has no column of texts.
    """
    decoded = decode(source)
    names, rows = rows_of(source, decoded.text)
    yield from _noted(pages_of_rows(rows, names, source), decoded)


def rows_of(source: Source, text: str) -> tuple[Sequence[str], list[dict[str, Any]]]:
    """Return the names of the columns of a CSV or TSV table with this *text*, and its rows.

    Raises:
        UnreadableInputError: it is no table.
    """
    csv.field_size_limit(LONGEST_CELL)
    try:
        dialect: Any = "excel-tab" if source.name.casefold().endswith((".tsv", ".tab")) else _dialect(text)
        rows = csv.DictReader(StringIO(text, newline=""), dialect=dialect, restkey=BEYOND)
        return tuple(rows.fieldnames or ()), list(rows)
    except csv.Error as problem:
        raise UnreadableInputError(f"{source.name} is no readable table: {problem}.") from problem


def read_json(source: Source) -> Iterator[Page | UnreadableInputError]:
    """Yield the reports of a JSON file: one object, a list of them, or the entries of a JSON Feed.

    Raises:
        UnreadableInputError: it is no such thing.
    """
    decoded = decode(source)
    try:
        value = msgspec.json.decode(decoded.text)
    except (msgspec.DecodeError, RecursionError) as problem:
        raise UnreadableInputError(f"{source.name} is no readable JSON: {problem}.") from problem
    if is_json_feed(value):
        yield from _noted(pages_of_json_feed(value, source), decoded)
        return
    rows = [row for row in (value if isinstance(value, list) else [value]) if isinstance(row, dict)]
    yield from _noted(pages_of_rows(rows, dict.fromkeys(name for row in rows for name in row), source), decoded)


def read_ndjson(source: Source) -> Iterator[Page | UnreadableInputError]:
    """Yield the reports of a file with a JSON object a line."""
    named, decoded = partial(_named, chosen=source.columns), decode(source)
    return _noted(pages_of_lines(decoded.text.split("\n"), source.path, named=named), decoded)


def columns_of(names: Iterable[str], chosen: Sequence[tuple[str, str]] = ()) -> dict[str, str]:
    """Return, by field, the column that gives it: the one *chosen* as (field, column), else one of a usual name."""
    by_name = {str(name).strip().casefold(): name for name in names}
    usual = COLUMNS | {field: (column.strip().casefold(),) for field, column in chosen}
    found = {field: next((by_name[n] for n in known if n in by_name), None) for field, known in usual.items()}
    return {field: column for field, column in found.items() if column is not None}


def pages_of_rows(
    rows: Iterable[Mapping[str, Any]], names: Iterable[str], source: Source
) -> Iterator[Page | UnreadableInputError]:
    """Yield the reports of a table with columns called *names*, or the error that says why a row gives none.

    Raises:
        UnreadableInputError: no column gives texts.
    """
    if "text" not in columns_of(names, source.columns):
        known = ", ".join(COLUMNS["text"])
        raise UnreadableInputError(
            f"{source.name} has no column of texts. Call it one of: {known}; or name it with --columns text=COLUMN."
        )
    for number, row in enumerate(rows, start=1):
        more = row.get(BEYOND)
        try:
            page = page_of_fields(_named(row, source.columns), f"{source.path}:{number}")
            if isinstance(more, list):
                page = replace(page, notes=(*page.notes, f"Cells beyond the header: {', '.join(more)[:SHOWN]!r}."))
            yield page
        except UnreadableInputError as problem:
            yield problem


def _noted(pages: Iterable[Page | UnreadableInputError], decoded: Decoded) -> Iterator[Page | UnreadableInputError]:
    """Yield *pages* with what has to be said about how their table was decoded."""
    for page in pages:
        yield replace(page, notes=(*decoded.notes, *page.notes)) if isinstance(page, Page) else page


def _named(row: Mapping[str, Any], chosen: Sequence[tuple[str, str]] = ()) -> dict[str, Any]:
    """Return the cells of a row that say something, under our names."""
    cells = {name: cell for name, cell in row.items() if name != BEYOND and cell not in (None, "")}
    return {field: cells[column] for field, column in columns_of(cells, chosen).items()}


def _dialect(text: str) -> Any:
    try:
        return csv.Sniffer().sniff(text[:20_000].split("\n", maxsplit=1)[0], delimiters=",;\t|")
    except csv.Error:
        return "excel"
