"""A page from lines whose roles are known in part: what the readers of marked-up forms have in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from consilience.model import Role, Segment

Line = tuple[Role | None, str]


def laid_out(lines: Iterable[Line]) -> tuple[str, tuple[Segment, ...]]:
    """Return the lines as one text, a line each, and a mark for each whose role is known."""
    marks, kept, at = [], [], 0
    for role, line in lines:
        if role:
            marks.append(Segment(at, at + len(line), role))
        kept.append(line)
        at += len(line) + 1
    return "\n".join(kept), tuple(marks)


def with_headline(lines: Sequence[Line], title: str | None) -> list[Line]:
    """Return *lines* under the headline *title*, unless one of them is a headline or says the same."""
    told = any(role == "headline" or line == title for role, line in lines)
    return list(lines) if told or not title else [("headline", title), *lines]
