"""A page becomes a document: its segments, its printed dates, who wrote and who printed it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from msgspec.structs import replace

from consilience.ids import content_id
from consilience.lang.languages import UNKNOWN, is_read
from consilience.lang.page import page_cues
from consilience.model import Document, Role, Segment
from consilience.read.blocks import Block, find_blocks
from consilience.read.credits import find_agencies, find_byline, find_outlet
from consilience.read.datelines import dateline_end
from consilience.read.language import detect_language
from consilience.read.page import Page, Source
from consilience.read.printed import find_printed
from consilience.read.roles import Named, assign_roles
from consilience.read.shapes import cells, clock_end, is_name

_GLUED = re.compile(
    r"\s*(?:date\s+)?(?:\d{4}-\d\d-\d\d|\d{1,2}\.\d{1,2}\.\d{4})(?:[T\s]\d\d:\d\d(?::\d\d)?)?\s+(?=\S)", re.IGNORECASE
)
#: A text is cut here, in characters: no report is longer, and a pile of such would fill the memory.
LONGEST_TEXT = 1_000_000
#: A title made of the first sentence, where a report has no headline, is cut at a word; in characters.
LONGEST_TITLE = 120


def make_document(page: Page) -> Document:
    """Return the document of a page. It never fails: what cannot be made out stays open, with a note."""
    name = Source(path=page.path, content=b"").name
    identity = content_id("doc", name, page.text)
    page = _bounded(page)
    blocks = find_blocks(page.text, page.marks)
    roles = assign_roles(blocks, Named(page.title, _slug(page.path)))
    segments = tuple(_segments(blocks, roles))
    language = _language(page)
    return Document(
        id=identity,
        path=page.path,
        outlet=page.outlet or find_outlet(page.text, segments),
        agencies=find_agencies(page.text, segments, page.agencies),
        url=page.url,
        title=_title(page, segments),
        byline=page.byline or find_byline(page.text, segments),
        language=language,
        printed=find_printed(page, identity, segments),
        text=page.text,
        segments=segments,
        notes=(*page.notes, *_notes(segments, language)),
    )


def _bounded(page: Page) -> Page:
    """Return the page with no more text than a report has."""
    if len(page.text) <= LONGEST_TEXT:
        return page
    text = page.text[:LONGEST_TEXT].rstrip()
    return replace(
        page,
        text=text,
        marks=tuple(replace(m, end=min(m.end, len(text))) for m in page.marks if m.start < len(text)),
        notes=(*page.notes, f"Only the first {LONGEST_TEXT:,} characters were read."),
    )


def _slug(path: str) -> tuple[str, ...]:
    """Return the words of the file's name, where it has some: names often repeat the headline."""
    return tuple(re.findall(r"[^\W\d_]{2,}", PurePosixPath(path.replace("\\", "/")).stem.casefold()))


def _segments(blocks: Sequence[Block], roles: Sequence[Role]) -> Iterator[Segment]:
    body_seen = False
    for block, role in zip(blocks, roles, strict=True):
        if role == "headline":
            yield from _headline(block)
        elif role == "body":
            yield from _plain(block) if body_seen else _opening(block)
            body_seen = True
        else:
            yield Segment(block.start, block.end, role)


def _plain(block: Block) -> Iterator[Segment]:
    """Yield a paragraph, the stamp of a running report apart."""
    cut = clock_end(block.text)
    if cut:
        yield Segment(block.start, block.start + len(block.text[:cut].rstrip()), "metadata")
    yield Segment(block.start + cut, block.end, "body")


def _opening(block: Block) -> Iterator[Segment]:
    """Yield the first paragraph, its dateline apart."""
    cut = dateline_end(block.text)
    if not cut:
        yield from _plain(block)
        return
    yield Segment(block.start, block.start + len(block.text[:cut].rstrip()), "dateline")
    yield Segment(block.start + cut, block.end, "body")


def _headline(block: Block) -> Iterator[Segment]:
    """Yield a headline, apart from what is glued to it: a date or "Subject:" before, the name of the site behind."""
    text = block.text
    glued = _GLUED.match(text) or page_cues().patterns["metadata.fields"].match(text)
    first = glued.end() if glued else 0
    first += len(text[first:]) - len(text[first:].lstrip(" :"))
    first = first if first < len(text) else 0  # a label of a headline, and no headline behind it
    parts = cells(text)
    named = len(parts) > 1 and len(parts[0].split()) >= 4 and len(parts[-1].split()) <= 4 and is_name(parts[-1])
    last = text.rindex(parts[-1]) if named else len(text)
    last = first + len(text[first:last].rstrip(" |»›·•>"))
    if first:
        yield Segment(block.start, block.start + len(text[:first].rstrip()), "metadata")
    yield Segment(block.start + first, block.start + last, "headline")
    if last < len(text):
        rest = len(text[last:]) - len(text[last:].lstrip())
        yield Segment(block.start + last + rest, block.end, "metadata")


def _title(page: Page, segments: Sequence[Segment]) -> str:
    """Return the headline's words; without one what the metadata say, else the first sentence."""
    headline = next((page.text[s.start : s.end] for s in segments if s.role == "headline"), None)
    if headline or page.title:
        return " ".join((headline or page.title or "").split())
    first = next((page.text[s.start : s.end] for s in segments if s.role == "body"), page.text)
    sentence = re.split(r"(?<=[.!?])\s", " ".join(first[: 2 * LONGEST_TITLE].split()), maxsplit=1)[0].lstrip("-*• ")
    return sentence if len(sentence) <= LONGEST_TITLE else sentence[:LONGEST_TITLE].rsplit(" ", 1)[0] + " …"


def _language(page: Page) -> str:
    """Return the language that the words show; where they are too few, the one that the page says it is in."""
    found = detect_language(page.text)
    return page.language or found if found == UNKNOWN else found


def _notes(segments: Sequence[Segment], language: str) -> Iterator[str]:
    if not any(s.role == "body" for s in segments):
        yield "No sentence of the report was found besides its headline."
    if language == UNKNOWN:
        yield "The language of the report could not be made out; it was read as English."
    elif not is_read(language):
        yield f"The report is in a language that is not supported ({language}); its layers stay empty."
