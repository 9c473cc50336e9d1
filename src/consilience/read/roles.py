"""What each block of a page is: by its shape first, then by its place between headline and last sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from consilience.lang.page import page_cues
from consilience.model import Record, Role
from consilience.read.blocks import Block
from consilience.read.shapes import (
    is_agency_alone,
    is_author_note,
    is_byline,
    is_capitals,
    is_desk,
    is_institution,
    is_name,
    is_question,
    is_rubric,
    is_sentence,
    is_stamp,
    is_wire_alert,
    role_by_shape,
)

#: A heading between paragraphs has at most so many words.
CROSSHEAD_WORDS = 10
#: Behind the last sentence a line of so many words is still the report.
CLOSING_WORDS = 12
#: Closing lines that may tell who wrote, in blocks.
CLOSING_NOTES = 3


class Named(Record, frozen=True):
    """What is known of the headline besides the page's own lines: the metadata's title, the words of the file name."""

    title: str | None = None
    slug: tuple[str, ...] = ()


def assign_roles(blocks: Sequence[Block], named: Named) -> list[Role]:
    """Return a role for each block, in order."""
    roles: list[Role | None] = [b.role or role_by_shape(b) for b in blocks]
    _captions_told_twice(blocks, roles)
    _links_before_read_more(blocks, roles)
    _closing_notes(blocks, roles)
    first, last = _body(blocks, roles)
    _head(blocks, roles, first, named)
    _middle(blocks, roles, first, last)
    _tail(blocks, roles, last)
    return [role or "body" for role in roles]


def _captions_told_twice(blocks: Sequence[Block], roles: list[Role | None]) -> None:
    """A line before an agency's name is the caption of its picture, and so is the same line elsewhere."""
    for n, block in enumerate(blocks):
        if roles[n] is None and is_agency_alone(block.text):
            roles[n] = "credit"
            if n and not block.opens and roles[n - 1] is None:
                roles[n - 1] = "caption"
    captions = {b.text for b, role in zip(blocks, roles, strict=True) if role == "caption"}
    for n, block in enumerate(blocks):
        if roles[n] is None and block.text in captions:
            roles[n] = "caption"


def _links_before_read_more(blocks: Sequence[Block], roles: list[Role | None]) -> None:
    """The line right above a lone "Read more" is the headline of another report."""
    for n in range(1, len(blocks)):
        lone = roles[n] == "link" and len(blocks[n].words) <= 4
        if lone and not blocks[n].opens and roles[n - 1] is None and not is_sentence(blocks[n - 1].text):
            roles[n - 1] = "link"


def _closing_notes(blocks: Sequence[Block], roles: list[Role | None]) -> None:
    byline = next((b.text for b, role in zip(blocks, roles, strict=True) if role == "byline"), "")
    prose = [n for n, b in enumerate(blocks) if roles[n] is None and is_sentence(b.text)]
    for n in prose[1:][-CLOSING_NOTES:]:
        if is_author_note(blocks[n].text, byline):
            roles[n] = "byline"


def _body(blocks: Sequence[Block], roles: Sequence[Role | None]) -> tuple[int, int]:
    """Return the numbers of the first and the last block of running text; both past the end if there is none."""
    prose = [n for n, b in enumerate(blocks) if roles[n] == "body" or (roles[n] is None and _is_running_text(b))]
    if len(prose) > 1 and _is_spoken_headline(blocks, roles, prose):
        prose = prose[1:]
    return (prose[0], prose[-1]) if prose else (len(blocks), len(blocks))


def _is_running_text(block: Block) -> bool:
    if block.is_item and len(block.words) > 3:
        return not is_stamp(block.text)
    return is_sentence(block.text) and not is_question(block.text)


def _is_spoken_headline(blocks: Sequence[Block], roles: Sequence[Role | None], prose: Sequence[int]) -> bool:
    """Say whether the first line that ends like a sentence heads the page: nothing above it could be the headline."""
    first = prose[0]
    above = [n for n in range(first) if roles[n] in (None, "headline")]
    short = len(blocks[first].words) <= 16 and blocks[prose[1]].opens
    return short and not above and len(re.findall(r"[.!?](?:\s|$)", blocks[first].text)) == 1


def _head(blocks: Sequence[Block], roles: list[Role | None], first: int, named: Named) -> None:
    """Give roles to what stands above the running text."""
    for n in range(first):
        if roles[n] is None and (is_stamp(blocks[n].text) or is_rubric(blocks[n].text)):
            roles[n] = "metadata"
    _dateline_above(blocks, roles, first)
    free = [n for n in range(first) if roles[n] is None]
    if not free:
        return
    if "headline" in roles[:first]:
        headline = roles.index("headline")
    else:
        headline = _headline(blocks, free, named)
        roles[headline] = "headline"
    for n in free:
        if roles[n] is None:
            roles[n] = "metadata" if n < headline else _under_headline(blocks[n])


def _dateline_above(blocks: Sequence[Block], roles: list[Role | None], first: int) -> None:
    """A place in capitals on a line of its own, right above the running text, is its dateline."""
    if not 1 < first < len(blocks) or roles[first - 1] is not None or blocks[first].opens:
        return
    text = blocks[first - 1].text
    if is_capitals(text) and len(text.split()) <= 4 and not re.search(r"\d", text):
        roles[first - 1] = "dateline"


def _under_headline(block: Block) -> Role:
    if is_desk(block.text) or (is_name(block.text) and len(block.words) <= 6):
        return "byline"
    return "crosshead"


def _headline(blocks: Sequence[Block], free: Sequence[int], named: Named) -> int:
    """Return the number of the likeliest headline among the lines *free*; the first of equals."""
    scores = [(_headline_score(blocks[n].text, named) - 0.5 * place, -place, n) for place, n in enumerate(free)]
    return max(scores)[2]


def _headline_score(text: str, named: Named) -> float:
    words = text.split()
    score = 2.0 if 4 <= len(words) <= 30 else float(len(words) == 3)
    if not is_name(text):
        score += 2.0
    elif not is_institution(text) and not is_capitals(text):
        score += 1.5
    if text.endswith("."):
        score -= 1.0
    if named.title and _plain(named.title) == _plain(text):
        score += 10.0
    heard = set(_plain(text))
    if len(named.slug) >= 3 and sum(w in heard for w in named.slug) > len(named.slug) / 2:
        score += 4.0
    return score


def _plain(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _middle(blocks: Sequence[Block], roles: list[Role | None], first: int, last: int) -> None:
    """Tell headings from short lines of text between the first and the last sentence."""
    for n in range(last - 1, first, -1):
        if roles[n] is None and not is_sentence(blocks[n].text):
            following = next((m for m in range(n + 1, last + 1) if roles[m] in (None, "body")), last)
            roles[n] = "crosshead" if _is_crosshead(blocks[n], blocks[following]) else "body"


def _is_crosshead(block: Block, following: Block) -> bool:
    text = block.text
    if block.is_item or len(block.words) > CROSSHEAD_WORDS or text.endswith((".", ";", ",")):
        return False
    return is_sentence(following.text) or following.is_item or is_wire_alert(following.text)


def _tail(blocks: Sequence[Block], roles: list[Role | None], last: int) -> None:
    """Give roles to what stands below the last sentence: signatures, addresses, and lists without full stops."""
    for n in range(len(blocks) - 1, last, -1):
        if roles[n] is None:
            roles[n] = _below(blocks, roles, n)


def _below(blocks: Sequence[Block], roles: Sequence[Role | None], n: int) -> Role:
    block = blocks[n]
    if block.is_item or is_wire_alert(block.text) or len(block.words) >= CLOSING_WORDS:
        return "body"
    if n + 1 < len(blocks) and roles[n + 1] == "body" and len(block.words) <= CROSSHEAD_WORDS:
        return "crosshead"
    if re.search(r"\d", block.text):
        return "metadata"
    if is_name(block.text) or is_byline(block.text) or page_cues().has("byline.jobs", block.text):
        return "byline"
    return "metadata"
