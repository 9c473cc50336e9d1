"""The forms that reports come in: which reader reads which file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from consilience.errors import UnreadableInputError
from consilience.read.archives import unpack_gzip, unpack_zip
from consilience.read.docx import read_docx
from consilience.read.feeds import read_feed
from consilience.read.html import read_html
from consilience.read.mail import read_message, unpack_mailbox
from consilience.read.page import LARGEST_UNPACKED, Form, Page, Source, Unpacker
from consilience.read.parquet import read_parquet
from consilience.read.pdf import read_pdf
from consilience.read.plain import read_markdown, read_text
from consilience.read.tables import read_csv, read_json, read_ndjson
from consilience.read.warc import read_warc, unpack_wacz

#: The reader of each form, by the ending of the file's name. A new form is one module and one line.
FORMS: Mapping[str, Form] = {
    ".atom": read_feed,
    ".csv": read_csv,
    ".docx": read_docx,
    ".eml": read_message,
    ".htm": read_html,
    ".html": read_html,
    ".json": read_json,
    ".jsonl": read_ndjson,
    ".markdown": read_markdown,
    ".md": read_markdown,
    ".ndjson": read_ndjson,
    ".parquet": read_parquet,
    ".pdf": read_pdf,
    ".rss": read_feed,
    ".text": read_text,
    ".tsv": read_csv,
    ".txt": read_text,
    ".warc": read_warc,
    ".warc.gz": read_warc,
    ".xhtml": read_html,
    ".xml": read_feed,
}
#: What holds other files.
ARCHIVES: Mapping[str, Unpacker] = {
    ".gz": unpack_gzip,
    ".mbox": unpack_mailbox,
    ".wacz": unpack_wacz,
    ".zip": unpack_zip,
}
#: An archive in an archive in an archive is no pile of reports.
DEEPEST = 3


def ending(name: str) -> str:
    """Return the ending of a file name that says its form: the longest known one, else what follows the last dot."""
    folded = name.casefold()
    known = [e for e in (*FORMS, *ARCHIVES) if folded.endswith(e)]
    return max(known, key=len, default="." + folded.rsplit(".", 1)[1] if "." in folded else "")


class Allowance:
    """How many bytes an input may still unpack to, all the archives in it together."""

    def __init__(self) -> None:
        self._left = LARGEST_UNPACKED

    def spend(self, source: Source) -> None:
        """Count the bytes of an unpacked part.

        Raises:
            UnreadableInputError: the input has unpacked to too many.
        """
        self._left -= len(source.content)
        if self._left < 0:
            raise UnreadableInputError(
                f"What stands before {source.path} unpacks to 2 GB, so it and what follows were not read. Unpack the "
                "archive and name its parts."
            )


def read_source(
    source: Source, *, named: bool, depth: int = 1, allowance: Allowance | None = None
) -> Iterator[Page | tuple[str, str]]:
    """Yield the pages of an input, and (path, reason) for each part that cannot be read.

    *named* says that the user named it: then a file of unknown ending is tried as text.
    """
    allowance = allowance or Allowance()
    kind = ending(source.name)
    unpack = ARCHIVES.get(kind)
    form = FORMS.get(kind, read_text if named else None)
    try:
        if unpack and depth <= DEEPEST:
            for inner in unpack(source):
                if isinstance(inner, UnreadableInputError):
                    yield source.path, str(inner)
                    continue
                allowance.spend(inner)
                part = replace(inner, columns=source.columns)
                yield from read_source(part, named=False, depth=depth + 1, allowance=allowance)
        elif form:
            for page in form(source):
                yield (source.path, str(page)) if isinstance(page, UnreadableInputError) else page
        else:
            if unpack:
                yield source.path, f"{source.name} lies in too many archives. Unpack it and name its folder."
                return
            yield source.path, f"Files ending in {kind or 'nothing'} are no reports I can read."
    except UnreadableInputError as problem:
        yield source.path, str(problem)
