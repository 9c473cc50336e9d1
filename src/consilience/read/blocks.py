"""A text as blocks: lines, with the lines of hard-wrapped paragraphs joined."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from consilience.model import Record, Role, Segment

#: No paragraph of a report is longer, in characters; a longer line is cut at a sentence end or a space.
LONGEST_BLOCK = 20_000
#: A text set in lines is at most this wide, in characters: mail, wires and typescripts have 60 to 80.
WIDEST_SETTING = 100
#: A line is called full when the next word would have passed the margin; so many of them make a set text.
FULL_LINES = 3
#: How far a full line may stay behind the margin, in characters: some programs wrap a little early.
SLACK = 3

#: So many of the lines of a set text may be wider all the same: an address, a table.
MOST_WIDER = 0.1

_STOPS = (".", "!", "?", ".”", '."', ".'", ".’")
_SPREAD = re.compile(r"\S {3,}\S")
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_ITEM = re.compile(r"(?:[-*•·–—▪●]|\(?\d{1,3}[.)]|\(?[a-z]\))\s+\S")


class Block(Record, frozen=True):
    """A stretch of text on the page: `[start, end)` without outer white space.

    *opens* says that an empty line or the top of the page stands before it. *role* is what the markup says, if it does.
    *indent* is how far its first line stands in, in characters.
    """

    start: int
    end: int
    text: str
    opens: bool
    role: Role | None = None
    indent: int = 0

    @property
    def is_item(self) -> bool:
        """Say whether it begins with a bullet or a number, as an item of a list does."""
        return _ITEM.match(self.text) is not None

    @property
    def words(self) -> list[str]:
        """Its words, split at white space."""
        return self.text.split()


def find_blocks(text: str, marks: Sequence[Segment] = ()) -> list[Block]:
    """Return the blocks of *text* in order: those that *marks* give, and every line or set paragraph outside them."""
    found: list[Block] = []
    at = 0
    for mark in marks:
        found += _unmarked(text, at, mark.start)
        found.append(_block(text, mark.start, mark.end, role=mark.role))
        at = mark.end
    found += _unmarked(text, at, len(text))
    return [piece for block in found for piece in _pieces(block)]


def _unmarked(text: str, start: int, end: int) -> Iterator[Block]:
    lines = [_block(text, m.start(), m.end()) for m in _LINE.finditer(text, start, end)]
    width = _margin(lines)
    return _joined(text, lines, width) if width else iter(lines)


def _block(text: str, start: int, end: int, role: Role | None = None) -> Block:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end = start + len(words.strip())
    return Block(start, end, words.strip(), _opens(text, start), role, start - text.rfind("\n", 0, start) - 1)


def _opens(text: str, start: int) -> bool:
    before = text[max(0, start - 200) : start].rstrip(" \t\f\v\u00a0")
    if len(before) == 0:
        return True
    return before.endswith("\n") and before.rstrip(" \t\f\v\u00a0\n").count("\n") < before.count("\n") - 1


def _margin(lines: Sequence[Block]) -> int:
    """Return the width that the lines were set in, or 0 if each line is a paragraph.

    Lines spread over the page by runs of blanks, as a masthead is, have no part in the setting.
    """
    running = [line for line in lines if not _SPREAD.search(line.text)]
    width = max((n for line in running if (n := len(line.text) + line.indent) <= WIDEST_SETTING), default=0)
    wider = sum(len(line.text) + line.indent > WIDEST_SETTING for line in running)
    if width < 40 or wider > MOST_WIDER * len(running):
        return 0
    full = sum(1 for a, b in itertools.pairwise(lines) if _continues(a, b, width))
    return width if full >= FULL_LINES else 0


def _continues(line: Block, following: Block, width: int) -> bool:
    """Say whether *line* broke because the next word would not fit."""
    stands_in = following.indent > line.indent or (following.indent > 0 and line.text.endswith(_STOPS))
    if following.opens or following.is_item or stands_in:
        return False
    return line.indent + len(line.text) + 1 + len(following.words[0]) > width - SLACK


def _joined(text: str, lines: Sequence[Block], width: int) -> Iterator[Block]:
    first = last = lines[0]
    for line in lines[1:]:
        if not _continues(last, line, width):
            yield _block(text, first.start, last.end)
            first = line
        last = line
    yield _block(text, first.start, last.end)


def _pieces(block: Block) -> Iterator[Block]:
    """Yield *block*, in pieces where it is longer than any paragraph."""
    start, rest, opens = block.start, block.text, block.opens
    while len(rest) > LONGEST_BLOCK:
        cut = max(
            rest.rfind(". ", LONGEST_BLOCK // 2, LONGEST_BLOCK) + 1, rest.rfind(" ", LONGEST_BLOCK // 2, LONGEST_BLOCK)
        )
        cut = cut if cut > 0 else LONGEST_BLOCK
        piece = rest[:cut].rstrip()
        yield Block(start, start + len(piece), piece, opens, block.role)
        tail = rest[cut:]
        start, rest, opens = start + cut + len(tail) - len(tail.lstrip()), tail.lstrip(), False
    if rest:
        yield Block(start, start + len(rest), rest, opens, block.role)
