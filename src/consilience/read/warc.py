"""Web archives: a report a captured page."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from msgspec.structs import replace

from consilience.errors import UnreadableInputError
from consilience.read.decoding import decode
from consilience.read.extras import needed
from consilience.read.html import LONGEST_PAGE, page_of_html
from consilience.read.page import Page, Source


def read_warc(source: Source) -> Iterator[Page | UnreadableInputError]:
    """Yield the HTML pages of a web archive, called by their address.

    Raises:
        UnreadableInputError: it holds no page, or the library is not installed.
    """
    fastwarc = needed("fastwarc", "warc", source)
    found = False
    for record in fastwarc.ArchiveIterator(BytesIO(source.content), record_types=fastwarc.WarcRecordType.response):
        if record.is_http and "html" in (record.http_content_type or ""):
            found = True
            yield _page(source, str(record.headers.get("WARC-Target-URI") or ""), record.reader.read())
    if not found:
        raise UnreadableInputError(f"{source.name} holds no captured page.")


def _page(source: Source, address: str, content: bytes) -> Page | UnreadableInputError:
    path = f"{source.path}/{address}"
    try:
        decoded = decode(Source(path=path, content=content))
        page = page_of_html(path, decoded.text[:LONGEST_PAGE], decoded.notes)
    except UnreadableInputError as problem:
        return problem
    return replace(page, url=page.url or address or None)
