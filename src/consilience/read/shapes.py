"""What a line is by its own words and marks, wherever it stands on the page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from consilience.lang.page import PageCues, agency_names, page_cues
from consilience.model import Role
from consilience.read.blocks import Block
from consilience.read.datelines import dateline_end
from consilience.read.dates import find_dates

#: A longer line is a paragraph, in characters: no furniture is, and patterns stay quick.
LONGEST_LINE = 2_000
#: A line of this many words is a paragraph even without a full stop.
PARAGRAPH_WORDS = 25
#: Fewer words are no sentence: "Killed." is a heading.
SENTENCE_WORDS = 4
#: A line that says who took or wrote something has at most so many words.
BYLINE_WORDS = 18

_SENTENCE_END = re.compile(r"(?:[.!?…]|[,;:]\s*[\"”’»])[\"”’»)\]]*(?:\s*\([^()]{1,60}\))?$")
_MARK = re.compile(r"\s*(?:[:|»›>·•]|[-–—]\s|\d{1,2}[:.]\d\d\b|$|…|\.\.\.$)")
_SEPARATOR = re.compile(r"\s+[|»›>·•]\s+|\s*[|»›]\s*")
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|https?://\S+|www\.\S+|\+\d[\d\s()-]{6,}\d")
_WIRE_HEADER = re.compile(r"[A-Za-z]{1,4}\s?\d{2,5}\s+\d\s+[a-z]{1,3}\s+\d{2,4}\b.*")
_SLUG = re.compile(r"[A-Z0-9]{2,}(?:[-/][A-Z0-9]+)+(?:,\s.{0,40})?|[A-Za-z0-9]+(?:[-/][A-Za-z0-9]+){2,}")
#: A number of comments, shares or the page, alone on its line.
_TALLY = re.compile(r"\(?\d{1,4}(?:[.,]\d{1,3})?[KkM]?\+?\)?")
_WIRE_ALERT = re.compile(r"(?P<rank>[A-Z]{4,})\s+\d{3,4}\b\s*[-–—:]\s*\S")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright\b)", re.IGNORECASE)
_OWNED = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)\s*(?:©|\(c\))?\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?[,.]?\s*(?P<owner>[^.|·©\n]{2,60})",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\d{1,2}[:.]\d\d(?:\s*(?:[ap]\.?m\.?|GMT|UTC|CET|CEST|EST|EDT|BST|IST))?\s*(?:[-–—:|]\s*|\s)(?=[A-Z\"“‘'])",
    re.IGNORECASE,
)
_SPEECH = re.compile(r"(?:Q|A|Question|Answer)\s?[:.]\s+\S")
_BY = re.compile(r"by\s+(?P<who>.+)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_WITH_ACRONYM = re.compile(r"\w+\s+\w.*\([A-Z]{2,8}\)$")
_STAMP = re.compile(
    r"\b\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?)?|\b\d{1,2}\s*[ap]\.?m\b\.?"
    r"|\b(?:GMT|UTC|CET|EST|EDT|BST|local time)\b(?:\s*[+-]\s*\d{1,2}(?::?\d\d)?)?",
    re.IGNORECASE,
)


def role_by_shape(block: Block) -> Role | None:
    """Return the role that a line's own words and marks give it, or None: it is the report, or its place decides."""
    cues, text = page_cues(), block.text
    if len(text) > LONGEST_LINE:
        return None
    bare = _without_brackets(text)
    if (not _WORD.search(text) and not re.search(r"\d", text)) or _TALLY.fullmatch(text):
        return "metadata"
    if is_speech(text):
        return "body"
    if _is_wire_line(cues, text) or _COPYRIGHT.match(bare) or _is_stamped(text):
        return "metadata"
    if _cued(cues, "credit", bare):
        return "credit"
    if is_byline(bare):
        return "byline"
    for role in ("caption", "link", "navigation", "metadata"):
        if _cued(cues, role, text) or (role == "navigation" and _cued(cues, role, bare)):
            return role
    if is_lone_cue("caption", text):
        return "caption"
    if ends_as_link(text):
        return "link"
    if _is_caption(cues, text):
        return "caption"
    return "body" if _opens_with_dateline(text) else _by_marks(cues, text)


def is_speech(text: str) -> bool:
    """Say whether a line is a question or an answer of an interview: "Q: ..."."""
    return _SPEECH.match(text) is not None


def is_slug(text: str) -> bool:
    """Say whether a line is the file name under which a wire sends a message: "Harbour-fire-rescue"."""
    return _SLUG.fullmatch(text) is not None


def is_sentence(text: str) -> bool:
    """Say whether a line reads as running text: it ends as a sentence does, or is too long for anything else."""
    words = text.split()
    if len(words) >= PARAGRAPH_WORDS:
        return True
    return len(words) >= SENTENCE_WORDS and _SENTENCE_END.search(text) is not None


def is_question(text: str) -> bool:
    """Say whether a line is one short question, as a heading may be."""
    return text.rstrip('"”’»').endswith("?") and len(text.split()) <= 12 and len(re.findall(r"[.!?]", text)) == 1


def is_name(text: str) -> bool:
    """Say whether a line is made as names are: no word in small letters but "of", "and" and their like."""
    particles = page_cues().lists["names.particles"]
    words = _WORD.findall(text)
    return bool(words) and not any(w[0].islower() and w.casefold() not in particles for w in words)


def is_institution(text: str) -> bool:
    """Say whether a line names an office, a party or a paper, as a letterhead or a masthead does."""
    cues = page_cues()
    named = any(cues.has(f"names.{kind}", text) for kind in ("offices", "bodies", "papers"))
    return is_name(text) and (named or _WITH_ACRONYM.search(text) is not None)


def is_capitals(text: str) -> bool:
    """Say whether a line has letters, and only capital ones."""
    return text.upper() == text and text.lower() != text


def is_rubric(text: str) -> bool:
    """Say whether a line names the kind of piece that follows: "ANALYSIS", "Letter from ..."."""
    cues = page_cues()
    return cues.is_one_of("rubric.whole", text.strip(" :|-–")) or (
        cues.starts("rubric", text) is not None and len(text.split()) <= 6
    )


def is_stamp(text: str) -> bool:
    """Say whether a line is a day or a time with hardly more around it than a place or "Updated"."""
    dates = find_dates(text)
    rest = text
    for found in reversed(dates):
        rest = rest[: found.start] + " " + rest[found.end :]
    rest, times = _STAMP.subn(" ", rest)
    words = _WORD.findall(rest)
    if page_cues().has("dates.ago", text) and len(text.split()) <= 6:
        return True
    if not dates and not times:
        return False
    return len(words) <= 2 or (len(words) <= 6 and is_name(rest)) or _is_change_note(rest)


def copyright_owner(text: str) -> str | None:
    """Return who holds the rights by a line that says so, without "Ltd" and "All rights reserved"."""
    match = _OWNED.search(text)
    if match is None:
        return None
    owner = re.sub(r"\s+(?:all rights reserved|registered).*$", "", match["owner"], flags=re.IGNORECASE)
    return _without_legal_tail(owner.strip(" ,")) or None


def is_named_by(owner: str, text: str) -> bool:
    """Say whether a line is the name *owner*, or sets it before a motto."""
    name, line = owner.casefold(), text.casefold()
    return line.startswith(name) and re.match(r"\s*(?:$|[-–—|:,.])", line[len(name) :]) is not None


def is_clock(text: str) -> bool:
    """Say whether a line is the stamp of an entry in a running report: "14:05", "14:05 Name in Place"."""
    return re.match(r"\d{1,2}[:.]\d\d\b", text) is not None and not is_sentence(text) and len(text.split()) <= 8


def clock_end(text: str) -> int:
    """Return where the stamp ends that opens an entry on its own line: "13:40 GMT - The port ..."; 0 without one."""
    match = _CLOCK.match(text)
    return match.end() if match else 0


def is_agency_alone(text: str) -> bool:
    """Say whether a line is the name of a news agency and nothing else."""
    return text.strip("() .") in agency_names() or page_cues().is_one_of("caption.agencies", text)


def is_wire_alert(text: str) -> bool:
    """Say whether a line is an alert of a wire: "FLASH 0931 - ..."."""
    match = _WIRE_ALERT.match(text)
    return match is not None and match["rank"].casefold() in page_cues().lists["wire.ranks"]


def is_byline(text: str) -> bool:
    """Say whether a line says who wrote: "By ...", "From our correspondent in ..."; names, no sentence."""
    cues = page_cues()
    if len(text.split()) > BYLINE_WORDS or text.endswith("."):
        return False
    match = _BY.match(text)
    if match:
        who = match["who"]
        return who[0].isupper() or who.casefold().startswith("our ") or cues.has("byline.desks", who)
    return cues.starts("byline", text) is not None and not is_sentence(text)


def is_desk(text: str) -> bool:
    """Say whether a line is the name of a newsroom or press office."""
    cues = page_cues()
    return cues.has("byline.desks", text) and is_name(text) and not is_sentence(text)


def is_author_note(text: str, authors: Sequence[str]) -> bool:
    """Say whether a closing line tells who the author is; *authors* are the names that may be the author's."""
    cues = page_cues()
    if len(text.split()) > 40:
        return False
    by_author = any(text.startswith(name) for name in authors) or cues.patterns["byline.notes"].match(text) is not None
    return by_author and cues.has("byline.jobs", text)


def cells(text: str) -> list[str]:
    """Return the parts of a line between bars, arrows and dots; one part if there are none."""
    if len(text) > LONGEST_LINE:
        return [text]
    return [cell for cell in (c.strip() for c in _SEPARATOR.split(text)) if cell]


def _cued(cues: PageCues, role: str, text: str) -> bool:
    """Say whether *text* begins as lines of *role* do, or has words that only they have."""
    cue = cues.starts(role, text)
    rest = text[cue.end() :] if cue else ""
    if cue and _MARK.match(rest):
        return True
    several_words = cue is not None and len(cue[0].split()) > 1
    if several_words and not is_sentence(text) and not rest.startswith(("'", "’", "-")):
        return True
    return role in ("navigation", "metadata", "credit") and _mentions(cues, role, text)


def _mentions(cues: PageCues, role: str, text: str) -> bool:
    key = "metadata.notes" if role == "metadata" else f"{role}.anywhere"
    return cues.has(key, text) and len(text.split()) <= 60


def _is_wire_line(cues: PageCues, text: str) -> bool:
    if _WIRE_HEADER.fullmatch(text) or _SLUG.fullmatch(text):
        return True
    words = re.findall(r"[A-Za-z]+", text)
    if cues.is_one_of("metadata.whole", text.strip(" -–—/#*().[]")):
        return True
    return bool(words) and is_capitals(text) and all(w.casefold() in cues.lists["wire.ranks"] for w in words)


def is_lone_cue(role: str, text: str) -> bool:
    """Say whether a line is a cue of *role* and nothing else: "Related stories:", "Image caption,"."""
    cue = page_cues().starts(role, text)
    return cue is not None and not text[cue.end() :].strip(" :,|»›.…-–")


def ends_as_link(text: str) -> bool:
    """Say whether a line is, or ends with, the words one clicks on: "Read more »"."""
    cues = page_cues()
    return any(text.casefold().endswith(end) for end in cues.lists["link.ends"]) and not is_sentence(text)


def _is_caption(cues: PageCues, text: str) -> bool:
    """Say whether a line ends in the credit of a picture: "(X Photo)", "Photo: X/Y", "(AFP)" after no full stop."""
    brackets = re.search(r"(?P<before>\S)\s*[(\[](?P<credit>[^()\[\]]{2,60})[)\]]\.?$", text)
    if brackets:
        credit = brackets["credit"]
        named = cues.has("caption.credits", credit) or any(
            part.strip() in agency_names() for part in re.split(r"[/,]", credit)
        )
        if named and brackets["before"] not in '.!?"”':
            return True
    tail = re.search(r"(?P<cue>\b[A-Za-z ]{4,20}):\s*(?:[^:.]|(?<=\b[A-Z])\.){2,60}$", text)
    return tail is not None and tail.start() > 0 and cues.is_one_of("caption.credits", tail["cue"].strip())


def _by_marks(cues: PageCues, text: str) -> Role | None:
    """Return the role of a line of menu cells, or of one that gives an address to write or go to."""
    parts = cells(text)
    if len(parts) > 1 and not is_sentence(text) and not _is_table_row(parts) and _is_menu(cues, parts):
        return "navigation"
    if _ADDRESS.search(text) and not is_sentence(text):
        return "metadata"
    return None


def _is_stamped(text: str) -> bool:
    """Say whether one of the cells of a line is a day or a time: "News desk | Monday, 09:15"."""
    parts = cells(text)
    stamped = any(is_stamp(part) and re.search(r"\d", part) for part in parts)
    return len(parts) > 1 and stamped and not is_sentence(text) and not _is_table_row(parts)


def _opens_with_dateline(text: str) -> bool:
    """Say whether a line begins with a dateline that names a day or an agency, or a bare place with a sentence."""
    cut = dateline_end(text)
    if not cut or len(text[cut:].split()) < SENTENCE_WORDS:
        return False
    return re.search(r"[\d(/]", text[:cut]) is not None or is_sentence(text[cut:])


def _is_menu(cues: PageCues, parts: list[str]) -> bool:
    return all(len(p.split()) <= 4 for p in parts) or any(_cued(cues, "navigation", p) for p in parts)


def _is_table_row(parts: list[str]) -> bool:
    """Say whether the last cell is a number: a row of a table, not a menu."""
    return re.fullmatch(r"[\d.,\s%$€£+-]+", parts[-1]) is not None


def _is_change_note(text: str) -> bool:
    cues = page_cues()
    return any(_cued(cues, "metadata", part) for part in cells(text)) and not is_sentence(text)


def _without_legal_tail(owner: str) -> str:
    tails = page_cues().lists["outlet.tails"]
    words = owner.split()
    while len(words) > 1 and words[-1].casefold().strip(".,") in tails:
        words.pop()
    return " ".join(words)


def _without_brackets(text: str) -> str:
    while len(text) > 1 and text[0] in "([" and text[-1] in ")]":
        text = text[1:-1].strip()
    return text
