"""Web pages: the report as trafilatura finds it, the metadata of the page's head in front."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

import trafilatura
from lxml import etree, html

from consilience.errors import UnreadableInputError
from consilience.read.blocks import Block
from consilience.read.decoding import beginning, decode
from consilience.read.html_head import Head, read_head
from consilience.read.lines import Line, laid_out, with_headline
from consilience.read.page import Page, Source
from consilience.read.shapes import role_by_shape

#: A page is cut here, in characters: no report is longer, and parsers need many times the room.
LONGEST_PAGE = 5_000_000
#: libxml2 drops what is nested deeper. Source: xmlParserMaxDepth.
DEEPEST = 250
#: Elements that only lay a page out: without them its paragraphs and headings still stand apart.
_LAYOUT = re.compile(
    r"<(/?)(?:div|span|section|article|main|table|tbody|tr|td|th|ul|ol|li|dl|dd|blockquote|center|font|b|i|em|strong|u)"
    r"\b[^<>]{0,2000}>",
    re.IGNORECASE,
)


def read_html(source: Source) -> Iterator[Page]:
    """Yield the page of an HTML file.

    Raises:
        UnreadableInputError: there is no text of a report in it.
    """
    decoded = decode(beginning(source))
    yield page_of_html(source.path, decoded.text, decoded.notes)


def page_of_html(path: str, markup: str, notes: tuple[str, ...] = ()) -> Page:
    """Return the page that *markup* shows: metadata lines in front, then the report, a paragraph a line.

    Raises:
        UnreadableInputError: there is no text of a report in it.
    """
    if len(markup) > LONGEST_PAGE:
        markup, notes = markup[:LONGEST_PAGE], (*notes, f"Only the first {LONGEST_PAGE:,} characters were read.")
    head = read_head(markup)
    lines = list(_body(markup))
    if not lines and _depth(markup) > DEEPEST:
        lines = list(_body(_LAYOUT.sub(" ", markup)))
        notes = (*notes, "The elements of the page are nested too deep; it was read without them.")
    body = with_headline(lines, head.title)
    if not body:
        raise UnreadableInputError(f"{path} shows no report: no paragraph was found in it.")
    text, marks = laid_out([*(("metadata", line) for line in _lines(head, body)), *body])
    return Page(
        path=path,
        text=text,
        marks=marks,
        title=head.title,
        outlet=head.outlet,
        byline=head.author,
        url=head.url,
        language=head.language,
        published=(head.published,) if head.published else (),
        notes=notes,
    )


def page_of_fragment(path: str, markup: str, title: str | None) -> Page:
    """Return the page of a piece of HTML without a head, as feeds hold it, under its *title*.

    Raises:
        UnreadableInputError: it has neither title nor text.
    """
    tree = html.fragment_fromstring(markup or "<p></p>", create_parent="div")
    etree.strip_elements(tree, "script", "style", "template", with_tail=False)
    blocks = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr")
    for element in tree.iter(*blocks, "br"):
        element.tail = "\n" + (element.tail or "")
    shown = (" ".join(line.split()) for line in str(tree.text_content()).split("\n"))
    lines = with_headline([(None, line) for line in shown if line], title)
    if not lines:
        raise UnreadableInputError(f"{path} has no text.")
    text, marks = laid_out(lines)
    return Page(path=path, text=text, marks=marks, title=title)


def _body(markup: str) -> Iterator[Line]:
    """Yield the report's headings, paragraphs, list items and table rows with the role their markup gives them."""
    try:
        found: Any = trafilatura.bare_extraction(
            markup, include_comments=False, include_tables=True, include_formatting=False, with_metadata=False
        )
    except (ValueError, TypeError, AttributeError, RecursionError, etree.LxmlError):
        return
    if found is None:
        return
    for element in found.body.iter("head", "p", "item", "row", "quote"):
        yield from _element(element)


def _depth(markup: str) -> int:
    """Return how deep elements of layout are nested; those that are never closed count to the end."""
    return max(accumulate(-1 if tag[1] else 1 for tag in _LAYOUT.finditer(markup)), default=0)


def _element(element: Any) -> Iterator[Line]:
    if _lays_out(element) or any(
        parent.tag in ("p", "item", "row", "quote") and not _lays_out(parent) for parent in element.iterancestors()
    ):
        return
    if element.tag == "row":
        cells = [words for words in (_words(cell) for cell in element) if words]
        yield ("crosshead" if len(cells) == 1 and element.getprevious() is None else "body"), " | ".join(cells)
        return
    lines = (" ".join(line.split()) for line in _words(element, breaks="\n").split("\n"))
    for line in (line for line in lines if line):
        if element.tag == "head":
            yield ("headline" if element.get("rend") == "h1" else "crosshead"), line
        elif element.tag == "item":
            yield (role_by_shape(Block(0, len(line), line, opens=True)) or "body"), line
        else:
            yield None, line


def _lays_out(element: Any) -> bool:
    """Say whether an element is a row of a table that a page is laid out in: a cell holds a heading or paragraphs."""
    return element.tag == "row" and any(
        cell.find(".//head") is not None or len([*cell.iter("p", "lb")]) > 1 for cell in element
    )


def _words(element: Any, breaks: str = " ") -> str:
    """Return the text of an element, its line breaks as *breaks*, any other white space as one space."""
    parts = [element.text or ""]
    for child in element.iterdescendants():
        parts += [breaks if child.tag == "lb" else " " if child.tag in ("p", "item", "cell") else "", child.text or ""]
        parts.append(child.tail or "")
    return re.sub(r"[^\S\n]+", " ", "".join(parts)).strip()


def _lines(head: Head, body: list[Line]) -> Iterator[str]:
    """Yield what only the page's head tells, a line a fact, so that it can be cited."""
    shown = "\n".join(line for _, line in body)
    facts = (
        ("Outlet", head.outlet),
        ("Published", head.published),
        ("Author", head.author),
        ("URL", head.url),
    )
    return (f"{label}: {value}" for label, value in facts if value and value not in shown)
