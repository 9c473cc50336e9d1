"""Who printed a report, who wrote it, and which agencies it says it draws on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from consilience.lang.page import agency_names, page_cues
from consilience.model import Role, Segment
from consilience.read.datelines import dateline_agency
from consilience.read.shapes import (
    cells,
    copyright_owner,
    is_byline,
    is_capitals,
    is_desk,
    is_institution,
    is_name,
    is_rubric,
    is_slug,
    is_stamp,
)

_ACRONYM = re.compile(r"[A-Z][A-Za-z]{1,9}")
_BRACKETS = re.compile(r"\((?P<inside>[^()]{2,40})\)")
_CREDITED = re.compile(
    r"(?:additional\s+reporting(?:\s+by)?|reporting\s+by|sources?|with(?:\s+\w+)?\s+(?:reporting|inputs?)\s+from)\s*:?\s+(?P<who>[^;\n]+)",
    re.IGNORECASE,
)
_BY = re.compile(r"^(?:(?:words|text|story|report)\s+)?by\s+", re.IGNORECASE)


def find_outlet(text: str, segments: Sequence[Segment]) -> str | None:
    """Return who printed the report: its masthead, the agency of its dateline, the owner of its copyright line."""
    return (
        _masthead(text, segments)
        or _dateline_outlet(text, segments)
        or _copyright_owner(text, segments)
        or _signing_office(text, segments)
    )


def find_byline(text: str, segments: Sequence[Segment]) -> str | None:
    """Return the authors as printed, without "By"."""
    lines = [text[s.start : s.end] for s in segments if s.role == "byline"]
    named = [line for line in lines if _BY.match(line)] or [
        cell
        for s in segments
        if s.role in ("metadata", "navigation")
        for cell in cells(text[s.start : s.end])
        if _BY.match(cell) and is_byline(cell)
    ]
    lines += named
    return " ".join(_BY.sub("", (named or lines)[0]).split()) if lines else None


def find_agencies(text: str, segments: Sequence[Segment], named: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the agencies that the report credits for its words, not for pictures, in the order of the page."""
    found = dict.fromkeys(named)
    before: Role = "body"
    for segment in segments:
        if not (before == "caption" and segment.role == "credit"):
            found |= dict.fromkeys(_agencies_in(text[segment.start : segment.end], segment.role))
        before = segment.role
    return tuple(found)


def _agencies_in(words: str, role: Role) -> Iterator[str]:
    if role == "dateline":
        agency = dateline_agency(words)
        if agency:
            yield _known(agency) or agency
    elif role == "body":
        yield from _closing_credit(words)
    elif role in ("byline", "credit", "metadata"):
        yield from _credit_line(words, role)


def _closing_credit(words: str) -> Iterator[str]:
    """Yield the agency in brackets behind a paragraph's full stop: "... the port. (KNA)"."""
    match = re.search(r"[.!?][\"”’»]?\s*[(\[](?P<who>[^()\[\]]{2,30})[)\]]\.?$", words)
    if match:
        for who in re.split(r"[/,]| and ", match["who"]):
            if _known(who) or _is_acronym(who):
                yield _known(who) or who.strip()


def _credit_line(words: str, role: Role) -> Iterator[str]:
    """Yield the agencies of a line of credits: known ones anywhere, unknown ones where only an agency can stand."""
    match = _CREDITED.search(words)
    credited = [match["who"]] if match else []
    if role == "byline":
        credited += re.split(r",?\s+with\s+|/", words)[1:] + [m["inside"] for m in _BRACKETS.finditer(words)]
        credited += [one for one in re.split(r",|\s+and\s+", _BY.sub("", words)) if _is_agency_name(one)]
    for who in credited:
        for one in re.split(r"[/,]|\s+and\s+", who.strip(" .()")):
            if _known(one) or _is_acronym(one) or _is_agency_name(one):
                yield _known(one) or one.strip()
    if role == "credit" and _known(words.strip("() .")):
        yield str(_known(words.strip("() .")))


def _known(words: str) -> str | None:
    return agency_names().get(words.strip(" ()."))


def _is_agency_name(words: str) -> bool:
    """Say whether a name says that its bearer is a news agency: "Northern Press Agency"."""
    return is_name(words) and page_cues().has("names.agencies", words.strip(" ()."))


def _is_acronym(words: str) -> bool:
    bare = words.strip(" ().")
    return _ACRONYM.fullmatch(bare) is not None and sum(c.isupper() for c in bare) >= 2


def _masthead(text: str, segments: Sequence[Segment]) -> str | None:
    """Return the name that heads the page: the first line or cell above the headline that can be one.

    The state over one of its offices is not who prints.
    """
    names = list(_mastheads(text, segments))
    return next((name for name in names if not page_cues().starts("states", name)), names[0] if names else None)


def _mastheads(text: str, segments: Sequence[Segment]) -> Iterator[str]:
    top = next((n for n, s in enumerate(segments) if s.role == "headline"), 0)
    sections = page_cues()
    for segment in segments[:top]:
        if segment.role not in ("navigation", "metadata", "byline"):
            continue
        parts = cells(text[segment.start : segment.end])
        name = parts[0].strip() if parts else ""
        if sections.is_one_of("outlet.sections", name) or not _can_be_masthead(name, alone=len(parts) == 1):
            continue
        yield name


def _can_be_masthead(name: str, *, alone: bool) -> bool:
    if not name or len(name.split()) > 12 or is_stamp(name) or is_rubric(name) or not is_name(name):
        return False
    if re.search(r"[/:]|\d{3}", name) or is_slug(name) or page_cues().starts("metadata", name):
        return False
    return is_institution(name) if alone else len(name) > 2 or is_capitals(name)


def _dateline_outlet(text: str, segments: Sequence[Segment]) -> str | None:
    found = (dateline_agency(text[s.start : s.end]) for s in segments if s.role == "dateline")
    agency = next((agency for agency in found if agency), None)
    return (_known(agency) or agency) if agency else None


def _copyright_owner(text: str, segments: Sequence[Segment]) -> str | None:
    lines = (text[s.start : s.end] for s in segments if s.role in ("metadata", "navigation"))
    return next(filter(None, map(copyright_owner, lines)), None)


def _signing_office(text: str, segments: Sequence[Segment]) -> str | None:
    """Return the press office that signs below the report."""
    signed = (text[s.start : s.end] for s in reversed(segments) if s.role == "byline")
    return next((line for line in signed if is_desk(line) and page_cues().has("names.offices", line)), None)
