"""Word files, by way of mammoth's HTML."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from lxml import etree, html

from consilience.errors import UnreadableInputError
from consilience.read.archives import BROKEN_ARCHIVE
from consilience.read.extras import needed
from consilience.read.lines import Line, laid_out
from consilience.read.page import LARGEST_FILE, Page, Source


def read_docx(source: Source) -> Iterator[Page]:
    """Yield the page of a DOCX file, a paragraph a line; headings and list items keep their roles.

    Raises:
        UnreadableInputError: it is broken or empty, or the library is not installed.
    """
    mammoth = needed("mammoth", "docx", source)
    try:
        with ZipFile(BytesIO(source.content)) as package:
            if sum(part.file_size for part in package.infolist()) > LARGEST_FILE:
                raise UnreadableInputError(f"{source.name} unpacks to more than {LARGEST_FILE // 1_000_000} MB.")
        markup = mammoth.convert_to_html(BytesIO(source.content)).value
        tree = html.fragment_fromstring(markup, create_parent="div")
    except (*BROKEN_ARCHIVE, KeyError, AttributeError, etree.LxmlError) as problem:
        raise UnreadableInputError(f"{source.name} cannot be opened as DOCX: {problem}.") from problem
    lines = list(_lines(tree))
    if not lines:
        raise UnreadableInputError(f"{source.name} is empty.")
    text, marks = laid_out(lines)
    yield Page(path=source.path, text=text, marks=marks)


def _lines(tree: Any) -> Iterator[Line]:
    headed = False
    for element in tree.iter("h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "tr"):
        if any(parent.tag in ("p", "li", "tr") for parent in element.iterancestors()):
            continue
        if element.tag == "tr":
            words = " | ".join(" ".join(cell.text_content().split()) for cell in element)
        else:
            words = " ".join(element.text_content().split())
        if not words.strip(" |"):
            continue
        if element.tag.startswith("h"):
            yield ("crosshead" if headed else "headline"), words
            headed = True
        else:
            yield ("body" if element.tag in ("li", "tr") else None), words
