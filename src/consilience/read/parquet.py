"""Parquet files: tables of reports, a report a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from io import BytesIO
from typing import Any

from consilience.errors import UnreadableInputError
from consilience.read.extras import needed
from consilience.read.page import LARGEST_UNPACKED, Page, Source
from consilience.read.tables import columns_of, pages_of_rows

#: Rows unpacked at a time: a small file can repeat a large cell a million times.
BATCH = 64


def read_parquet(source: Source) -> Iterator[Page | UnreadableInputError]:
    """Yield the reports of a Parquet file, called by their row; only the columns that say something are unpacked.

    Raises:
        UnreadableInputError: it is broken, has no column of texts, or the library is not installed.
    """
    parquet = needed("pyarrow.parquet", "parquet", source)
    try:
        file = parquet.ParquetFile(BytesIO(source.content))
        wanted = sorted(columns_of(file.schema_arrow.names, source.columns).values())
        yield from pages_of_rows(_rows(file, wanted, source), wanted, source)
    except (OSError, ValueError, TypeError, NotImplementedError, MemoryError, KeyError) as problem:
        reason = str(problem).splitlines()[0].rstrip(".") if str(problem) else type(problem).__name__
        raise UnreadableInputError(f"{source.name} is no readable Parquet file: {reason}.") from problem


def _rows(file: Any, wanted: Sequence[str], source: Source) -> Iterator[dict[str, Any]]:
    """Yield the rows, of the *wanted* columns.

    Raises:
        UnreadableInputError: they unpack to too much.
    """
    unpacked = 0
    for batch in file.iter_batches(batch_size=BATCH, columns=wanted):
        unpacked += batch.nbytes
        if unpacked > LARGEST_UNPACKED:
            raise UnreadableInputError(f"{source.name} unpacks to more than 2 GB. Split it.")
        for row in batch.to_pylist():
            yield {name: _shown(cell) for name, cell in row.items()}


def _shown(cell: Any) -> Any:
    """Return a day or a moment as it is written; any other cell as it is."""
    return cell.isoformat() if isinstance(cell, date) else cell
