"""Quotation marks paired, paragraph by paragraph."""

from __future__ import annotations

from typing import NamedTuple

from consilience.lang.speech import QUOTE_PAIRS

#: Longer than this between two marks, in characters, and a mark was lost: the quotation would swallow the report.
LONGEST = 2_500


class Quotation(NamedTuple):
    """Text between marks, `[start, end)` with the marks. *open_ended* lacks its closing mark at a paragraph's end."""

    start: int
    end: int
    open_ended: bool


def find_quotations(text: str, start: int, end: int) -> tuple[Quotation, ...]:
    """Return the outermost quotations inside one paragraph `[start, end)` of *text*.

    A paragraph may open a quotation that the next one goes on with; such a one ends with the paragraph. A single mark
    that nothing closes and that does not open the paragraph's quotation is passed over.
    """
    found: list[Quotation] = []
    at = start
    while at < end:
        typed = _typed(text, at, end)
        if typed is not None:
            found.append(typed)
            at = typed.end
            continue
        closing = QUOTE_PAIRS.get(text[at])
        if closing is None or not _may_open(text, at, start):
            at += 1
            continue
        close = _closing(text, at, end, closing)
        if close is not None:
            found.append(Quotation(at, close + 1, open_ended=False))
            at = close + 1
        elif end - at <= LONGEST and _runs_on(text, at, start, end):
            found.append(Quotation(at, end, open_ended=True))
            at = end
        else:
            at += 1
    return tuple(found)


def _typed(text: str, at: int, end: int) -> Quotation | None:
    """Return the quotation between two backticks and two apostrophes, as old typesetting writes marks."""
    close = text.find("''", at + 2, min(end, at + LONGEST)) if text.startswith("``", at) else -1
    return Quotation(at, close + 2, open_ended=False) if close > 0 else None


def goes_on_to(text: str, start: int, end: int) -> int | None:
    """Return where a quotation that an earlier paragraph left open closes in the paragraph `[start, end)`.

    It closes at the first mark, if that is one that closes: it stands behind a letter or a stop, before a blank.
    """
    for at in range(start, min(end, start + LONGEST)):
        if text[at] == "“":
            return None
        if text[at] in '”"':
            before, after = text[at - 1 : at], text[at + 1 : at + 2]
            return at + 1 if at > start and not before.isspace() and not after.isalnum() else None
    return None


def _may_open(text: str, at: int, start: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return not after.isspace() and (before.isspace() or not before.isalnum())


def _closing(text: str, at: int, end: int, closing: str) -> int | None:
    """Return where the quotation opened at *at* closes; nested marks of the same kind are skipped.

    A straight mark behind a blank opens another one: where that one closes and this one does not, a mark was lost.
    """
    depth = 0
    for n in range(at + 1, min(end, at + LONGEST)):
        straight = text[at] == '"' == text[n]
        if straight and text[n - 1].isspace():
            depth += n + 1 < end and not text[n + 1].isspace()
        elif text[n] in closing:
            if depth == 0:
                return n
            depth -= 1
        elif text[n] == text[at]:
            depth += 1
    return None


def _runs_on(text: str, at: int, start: int, end: int) -> bool:
    """Say whether an unclosed quotation opens its paragraph, or follows a colon or comma.

    Of straight marks it is the last one: where others follow, its own end was lost.
    """
    before = text[start:at].rstrip()
    return (not before or before[-1] in ",:") and (text[at] != '"' or '"' not in text[at + 1 : end])
