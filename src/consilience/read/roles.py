"""What each block of a page is: by its shape first, then by its place between headline and last sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from consilience.lang.page import page_cues
from consilience.model import Record, Role
from consilience.read.blocks import Block
from consilience.read.shapes import (
    cells,
    copyright_owner,
    ends_as_link,
    is_agency_alone,
    is_author_note,
    is_byline,
    is_capitals,
    is_clock,
    is_desk,
    is_institution,
    is_lone_cue,
    is_name,
    is_named_by,
    is_question,
    is_rubric,
    is_sentence,
    is_stamp,
    is_wire_alert,
    role_by_shape,
)

#: A heading between paragraphs has at most so many words.
CROSSHEAD_WORDS = 10
#: What a line loses as a headline for each candidate above it, and for being flagged like a link. Chosen on the
#: pages of tests/read/pages.py; a headline gains 2 for its length and up to 2 for small letters.
LATER = 0.5
FLAGGED = 2.0
#: Behind the last sentence a line of so many words is still the report.
CLOSING_WORDS = 12
#: A last sentence without its full stop has so many words.
CUT_SHORT_WORDS = 6
#: Closing lines that may tell who wrote, in blocks.
CLOSING_NOTES = 3
#: A line of so many words may be set off from a paragraph; fewer are a heading, more a paragraph printed twice.
PULLED_WORDS = (5, 40)
#: Pages of more blocks have no pull quotes looked for: each is compared with all.
MOST_BLOCKS = 300

_LABEL = re.compile(r"(?P<label>[A-Z][A-Z.'’ -]{1,40}):\s+\S")


class Named(Record, frozen=True):
    """What is known of the headline besides the page's own lines: the metadata's title, the words of the file name."""

    title: str | None = None
    slug: tuple[str, ...] = ()


def assign_roles(blocks: Sequence[Block], named: Named) -> list[Role]:
    """Return a role for each block, in order."""
    roles: list[Role | None] = [b.role or role_by_shape(b) for b in blocks]
    _captions(blocks, roles)
    _speakers(blocks, roles)
    _links(blocks, roles)
    _closing_notes(blocks, roles)
    first, last = _body(blocks, roles)
    _head(blocks, roles, first, named)
    _pull_quotes(blocks, roles, first)
    _middle(blocks, roles, first, last)
    _tail(blocks, roles, last)
    return [role or "body" for role in roles]


def _captions(blocks: Sequence[Block], roles: list[Role | None]) -> None:
    """Find the captions that their neighbours tell.

    The line before an agency's name is the caption of its picture, the line after "Image caption," is one too, and so
    is the same line elsewhere on the page.
    """
    for n, block in enumerate(blocks):
        if roles[n] is None and is_agency_alone(block.text):
            roles[n] = "credit"
            if n and not block.opens and roles[n - 1] is None:
                roles[n - 1] = "caption"
        elif n and roles[n] is None and not block.opens and is_lone_cue("caption", blocks[n - 1].text):
            roles[n] = "caption"
    captions = {b.text for b, role in zip(blocks, roles, strict=True) if role == "caption"}
    for n, block in enumerate(blocks):
        if roles[n] is None and block.text in captions:
            roles[n] = "caption"


def _speakers(blocks: Sequence[Block], roles: list[Role | None]) -> None:
    """Find the lines of a transcript: "REPORTER: ..." is spoken where the same labels come again and again."""
    labels = [match["label"] if (match := _LABEL.match(block.text)) else None for block in blocks]
    often = {label for label, times in Counter(filter(None, labels)).items() if times > 1}
    for n, label in enumerate(labels):
        if label in often and roles[n] is None:
            roles[n] = "body"


def _pull_quotes(blocks: Sequence[Block], roles: list[Role | None], first: int) -> None:
    """Find the lines behind the *first* paragraph that set off words of the report.

    All of such a line stands in a longer paragraph as well.
    """
    if len(blocks) > MOST_BLOCKS:
        return
    plain = [f" {' '.join(_plain(block.text))} " for block in blocks]
    prose = [words for words, role in zip(plain, roles, strict=True) if role in (None, "body")]
    for n in range(first + 1, len(blocks)):
        short = PULLED_WORDS[0] <= len(blocks[n].words) <= PULLED_WORDS[1]
        if roles[n] is None and short and any(plain[n] in other and len(other) > len(plain[n]) for other in prose):
            roles[n] = "crosshead"


def _links(blocks: Sequence[Block], roles: list[Role | None]) -> None:
    """Find the links that neighbours tell: the line above a lone "Read more", the list under "Related stories"."""
    for n in range(1, len(blocks)):
        if roles[n - 1] is None and not blocks[n].opens and len(blocks[n].words) <= 4 and ends_as_link(blocks[n].text):
            roles[n - 1] = None if is_sentence(blocks[n - 1].text) else "link"
        listed = roles[n - 1] == "link" and (is_lone_cue("link", blocks[n - 1].text) or blocks[n - 1].is_item)
        if roles[n] is None and listed and not blocks[n].opens and not is_sentence(blocks[n].text):
            roles[n] = "link"


def _closing_notes(blocks: Sequence[Block], roles: list[Role | None]) -> None:
    """Find the lines at the end that tell who the author is."""
    authors = tuple(_authors(blocks, roles))
    prose = [n for n, b in enumerate(blocks) if roles[n] is None and is_sentence(b.text)]
    for n in prose[1:][-CLOSING_NOTES:]:
        if is_author_note(blocks[n].text, authors):
            roles[n] = "byline"


def _authors(blocks: Sequence[Block], roles: Sequence[Role | None]) -> Iterator[str]:
    """Yield the names in bylines and the lines that are a name."""
    for block, role in zip(blocks, roles, strict=True):
        if role == "byline":
            yield from (
                n.strip() for n in re.split(r"\s+and\s+|[,;]", re.sub(r"(?i)^by\s+", "", block.text)) if n.strip()
            )
        elif role is None and 2 <= len(block.words) <= 4 and is_name(block.text):
            yield block.text


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
    _nameplate(blocks, roles, first)
    _dateline_above(blocks, roles, first)
    free = [n for n in range(first) if roles[n] is None]
    if "headline" in roles[:first]:
        headline = roles.index("headline")
    else:
        flagged = [n for n in range(first) if roles[n] == "link" and not is_lone_cue("link", blocks[n].text)]
        headline = _headline(blocks, free, flagged, named)
        if headline < first:
            roles[headline] = "headline"
    for n in free:
        if roles[n] is None:
            roles[n] = "metadata" if n < headline else _under_headline(blocks[n], blocks[n + 1 : n + 2])


def _nameplate(blocks: Sequence[Block], roles: list[Role | None], first: int) -> None:
    """Find the line that heads the page with the name of its owner, alone or before a motto: "THE NAME - all of it"."""
    owner = next(filter(None, (copyright_owner(b.text) for b in reversed(blocks))), None)
    for n in range(first if owner else 0):
        if roles[n] is None and is_named_by(str(owner), blocks[n].text):
            roles[n] = "metadata"
            return


def _dateline_above(blocks: Sequence[Block], roles: list[Role | None], first: int) -> None:
    """A place in capitals on a line of its own, right above the running text, is its dateline."""
    if not 1 < first < len(blocks) or roles[first - 1] is not None or blocks[first].opens:
        return
    text = blocks[first - 1].text
    if blocks[first].is_item:
        return
    if is_capitals(text) and len(text.split()) <= 4 and not re.search(r"\d", text):
        roles[first - 1] = "dateline"


def _under_headline(block: Block, following: Sequence[Block]) -> Role:
    if any(below.is_item for below in following):
        return "crosshead"
    if len(block.words) <= 4 and page_cues().has("byline.jobs", block.text):
        return "byline"
    if is_desk(block.text) or (is_name(block.text) and len(block.words) <= 6 and not is_capitals(block.text)):
        return "byline"
    return "crosshead"


def _headline(blocks: Sequence[Block], free: Sequence[int], flagged: Sequence[int], named: Named) -> int:
    """Return the number of the likeliest headline, the first of equals; past the end if there is none.

    The lines *free* may be it, or one that is *flagged* like a link: "LIVE: ...", where nothing better stands above.
    """
    scores = [(_headline_score(blocks[n].text, named) - LATER * place, -n) for place, n in enumerate(free)]
    scores += [(_headline_score(blocks[n].text, named) - FLAGGED, -n) for n in flagged]
    best, number = max(scores, default=(0.0, -len(blocks)))
    return -number if best > 0 or len(free) == 1 else len(blocks)


def _headline_score(text: str, named: Named) -> float:
    text = cells(text)[0] if cells(text) else text
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
    # A file is named after its sender too; that makes no headline of a letterhead.
    if len(named.slug) >= 3 and sum(w in heard for w in named.slug) > len(named.slug) / 2 and not is_institution(text):
        score += 4.0
    return score


def _plain(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _middle(blocks: Sequence[Block], roles: list[Role | None], first: int, last: int) -> None:
    """Tell headings from short lines of text between the first and the last sentence."""
    for n in range(last - 1, first, -1):
        if roles[n] is None and not is_sentence(blocks[n].text):
            following = next((m for m in range(n + 1, last + 1) if roles[m] in (None, "body")), last)
            heads = _is_crosshead(blocks[n], blocks[following])
            roles[n] = "metadata" if is_clock(blocks[n].text) else "crosshead" if heads else "body"


def _is_crosshead(block: Block, following: Block) -> bool:
    text = block.text
    if block.is_item or len(block.words) > CROSSHEAD_WORDS or text.endswith((".", ";", ",")):
        return False
    return is_sentence(following.text) or following.is_item or is_wire_alert(following.text)


def _tail(blocks: Sequence[Block], roles: list[Role | None], last: int) -> None:
    """Give roles to what stands below the last sentence: signatures, addresses, and lists without full stops."""
    for n in range(len(blocks) - 1, last, -1):
        if roles[n] is None:
            roles[n] = _below(blocks, roles, n, last)


def _is_cut_short(block: Block) -> bool:
    """Say whether a line right below the last sentence is a sentence that lost its full stop."""
    furniture = is_name(block.text) or ":" in block.text or page_cues().has("byline.desks", block.text)
    return block.opens and len(block.words) >= CUT_SHORT_WORDS and not furniture


def _below(blocks: Sequence[Block], roles: Sequence[Role | None], n: int, last: int) -> Role:
    block = blocks[n]
    if block.is_item or is_wire_alert(block.text) or len(block.words) >= CLOSING_WORDS:
        return "body"
    if n == last + 1 and _is_cut_short(block):
        return "body"
    if n + 1 < len(blocks) and roles[n + 1] == "body" and len(block.words) <= CROSSHEAD_WORDS:
        return "crosshead"
    if re.search(r"[\d\[\]+]", block.text) or is_capitals(block.text):
        return "metadata"
    if is_name(block.text) or is_byline(block.text) or page_cues().has("byline.jobs", block.text):
        return "byline"
    return "metadata"
