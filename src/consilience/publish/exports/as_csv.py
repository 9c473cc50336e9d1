"""Every layer of the record as CSV, in one ZIP."""

from __future__ import annotations

import csv
import io
import zipfile

from consilience.model import Situation
from consilience.publish.exports.tables import TABLES, Cell
from consilience.publish.index import Index
from consilience.publish.words import visible_cell

#: ZIP has no time before this one; a real one would change the bytes from run to run.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def to_csv(situation: Situation) -> bytes:
    """Return a ZIP of one CSV a table, in UTF-8 with a header, lines ended by CR LF (RFC 4180).

    Texts that a spreadsheet would run as a formula stand behind an apostrophe.
    """
    index, out = Index(situation), io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, table in TABLES.items():
            text = io.StringIO()
            writer = csv.writer(text)
            writer.writerow([column.name for column in table.columns])
            writer.writerows(tuple(map(_shown, row)) for row in table.rows(situation, index))
            entry = zipfile.ZipInfo(f"{name}.csv", _NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, text.getvalue().encode("utf-8", "replace"))
    return out.getvalue()


def _shown(cell: Cell) -> Cell:
    return visible_cell(cell) if isinstance(cell, str) else cell
