"""Web archives: a report a captured page."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from msgspec.structs import replace

from consilience.errors import UnreadableInputError
from consilience.read.archives import unpack_zip
from consilience.read.decoding import decode
from consilience.read.extras import needed
from consilience.read.html import page_of_html
from consilience.read.page import LARGEST_UNPACKED, Page, Source

#: Captures that hold more bytes are no pages; their heads are passed over.
LARGEST_CAPTURE = 20_000_000
#: What an HTTP answer says of a page that was there.
FOUND = 200


def read_warc(source: Source) -> Iterator[Page | UnreadableInputError]:
    """Yield the HTML pages of a web archive, called by their address; errors and redirections of servers are none.

    Raises:
        UnreadableInputError: it holds no page, or the library is not installed.
    """
    fastwarc = needed("fastwarc", "warc", source)
    kept, read = 0, 0
    try:
        for record in fastwarc.ArchiveIterator(
            BytesIO(source.content), record_types=fastwarc.WarcRecordType.response, auto_decode="all"
        ):
            read += record.content_length
            if read > LARGEST_UNPACKED:
                yield UnreadableInputError(f"{source.name} unpacks to more than 2 GB. Split it.")
                break
            if _is_page(record):
                kept += 1
                yield _page(source, str(record.headers.get("WARC-Target-URI") or ""), record)
    except (OSError, ValueError, RuntimeError, EOFError) as problem:
        yield UnreadableInputError(f"{source.name} breaks off after {kept} captured pages: {problem}.")
        return
    if not kept:
        raise UnreadableInputError(f"{source.name} holds no captured page.")


def unpack_wacz(source: Source) -> Iterator[Source | UnreadableInputError]:
    """Yield the web archives that are packed in a WACZ file; its indexes and lists of pages hold no report.

    Raises:
        UnreadableInputError: it is broken, or holds no web archive.
    """
    found = False
    for inner in unpack_zip(source):
        if isinstance(inner, UnreadableInputError) or inner.name.casefold().endswith((".warc", ".warc.gz")):
            found = True
            yield inner
    if not found:
        raise UnreadableInputError(f"{source.name} holds no web archive.")


def _is_page(record: Any) -> bool:
    answered = record.is_http and record.http_headers is not None
    return (
        answered
        and record.http_headers.status_code == FOUND
        and "html" in (record.http_content_type or "")
        and record.content_length <= LARGEST_CAPTURE
    )


def _page(source: Source, address: str, record: Any) -> Page | UnreadableInputError:
    path = f"{source.path}/{address}"
    try:
        capture = Source(path=path, content=record.reader.read(LARGEST_CAPTURE))
        decoded = decode(capture, record.http_charset)
        page = page_of_html(path, decoded.text, decoded.notes)
    except UnreadableInputError as problem:
        return problem
    return replace(page, url=page.url or address or None)
