"""Plain text, and Markdown with front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from consilience.errors import UnreadableInputError
from consilience.model import Segment
from consilience.read.decoding import beginning, decode
from consilience.read.page import Page, Source

_FRONT = re.compile(r"(?P<fence>---|\+\+\+)[ \t]*\n(?P<lines>.*?)\n(?P=fence)[ \t]*(?:\n|$)", re.DOTALL)
_FIELD = re.compile(r"^(?P<key>[A-Za-z_]+)\s*[:=]\s*(?P<value>.*?)\s*$", re.MULTILINE)
_HEADING = re.compile(r"^(?P<marks>#{1,6})[ \t]+(?P<words>[^\n]*\S)", re.MULTILINE)


def read_text(source: Source) -> Iterator[Page]:
    """Yield the page of a text file."""
    decoded = decode(beginning(source))
    if not decoded.text.strip():
        raise UnreadableInputError(f"{source.name} is empty.")
    yield Page(path=source.path, text=decoded.text, notes=decoded.notes)


def read_markdown(source: Source) -> Iterator[Page]:
    """Yield the page of a Markdown file. The text stays as it is; front matter and headings are marked as such."""
    decoded = decode(beginning(source))
    if not decoded.text.strip():
        raise UnreadableInputError(f"{source.name} is empty.")
    front = _FRONT.match(decoded.text)
    fields = _fields(front["lines"]) if front else {}
    start = front.end() if front else 0
    marks = [Segment(0, len(decoded.text[: front.end()].rstrip()), "metadata")] if front else []
    marks += _headings(decoded.text, start)
    published = fields.get("date") or fields.get("published")
    yield Page(
        path=source.path,
        text=decoded.text,
        marks=tuple(marks),
        title=fields.get("title"),
        outlet=fields.get("outlet") or fields.get("site") or fields.get("source"),
        byline=fields.get("author") or fields.get("byline"),
        url=fields.get("url") or fields.get("link"),
        language=(fields.get("lang") or fields.get("language") or "")[:2].casefold() or None,
        published=(published,) if published else (),
        notes=decoded.notes,
    )


def _fields(lines: str) -> Mapping[str, str]:
    """Return the plain fields of front matter; nested ones are no metadata of ours."""
    found = {m["key"].casefold(): m["value"].strip("\"'[]") for m in _FIELD.finditer(lines)}
    return {key: value for key, value in found.items() if value}


def _headings(text: str, start: int) -> list[Segment]:
    """Return the headings; the first of the highest rank heads the report."""
    found = list(_HEADING.finditer(text, start))
    first = next((m for m in found if len(m["marks"]) == 1), None)
    marks: list[Segment] = []
    for m in found:
        marks.append(Segment(m.start(), m.start("words"), "metadata"))
        marks.append(Segment(m.start("words"), m.end("words"), "headline" if m is first else "crosshead"))
    return marks
