"""PDF: the text layer, page by page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from consilience.errors import UnreadableInputError
from consilience.model import Segment
from consilience.read.decoding import unified
from consilience.read.extras import needed
from consilience.read.page import Page, Source

#: Later pages are left unread: a report has a few.
MOST_PAGES = 300
#: A line at the edge of so many pages is a running head or foot.
RUNNING = 3

_HYPHENATED = re.compile(r"[\ufffe\x02]\n?")


def read_pdf(source: Source) -> Iterator[Page]:
    """Yield the page of a PDF: its text layer, running heads and page numbers marked as navigation.

    Raises:
        UnreadableInputError: it is broken, locked, or a scan without text; or the library is not installed.
    """
    pdfium = needed("pypdfium2", "pdf", source)
    try:
        with pdfium.PdfDocument(source.content) as document:
            count = len(document)
            pages = [_text(document[n]) for n in range(min(count, MOST_PAGES))]
            title = document.get_metadata_value("Title").strip()
    except pdfium.PdfiumError as problem:
        raise UnreadableInputError(f"{source.name} cannot be opened as PDF: {problem}.") from problem
    if not any(page.strip() for page in pages):
        raise UnreadableInputError(f"{source.name} holds no text, only images. Run text recognition on it first.")
    yield Page(
        path=source.path,
        text="\n\n".join(pages),
        marks=tuple(_running_lines(pages)),
        title=title or None,
        notes=(f"Only the first {MOST_PAGES} of {count} pages were read.",) if count > MOST_PAGES else (),
    )


def _text(page: object) -> str:
    """Return the text of a page. A hyphen that only the line's end asked for goes, as pdfium marks it."""
    text: str = page.get_textpage().get_text_bounded()  # type: ignore[attr-defined]
    return _HYPHENATED.sub("", unified(text)).rstrip()


def _running_lines(pages: Sequence[str]) -> Iterator[Segment]:
    """Yield the first and last lines of pages that repeat from page to page but for their numbers."""
    edges = Counter(_shape(line) for page in pages for _, line in _edges(page))
    at = 0
    for page in pages:
        for start, line in sorted(_edges(page)):
            if edges[_shape(line)] >= RUNNING or re.fullmatch(
                r"(?:page\s*)?\d+(?:\s*(?:/|of)\s*\d+)?", line.casefold()
            ):
                yield Segment(at + start, at + start + len(line), "navigation")
        at += len(page) + 2


def _edges(page: str) -> set[tuple[int, str]]:
    lines = [(m.start(), m[0].strip()) for m in re.finditer(r"\S[^\n]*", page)]
    return {*lines[:1], *lines[-1:]} if len(lines) > 2 else set()


def _shape(line: str) -> str:
    return re.sub(r"\d+", "0", line)
