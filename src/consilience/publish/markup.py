"""A report's text with passages, quotations and values marked, however they overlap."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup, escape

from consilience.model import Report
from consilience.publish.citations import Passage


class Mark(NamedTuple):
    """A stretch `[start, end)` to be wrapped.

    *opening* is used once; where another mark crosses this one it is closed and opened again with *reopening*, which
    must carry no id. *after* follows the last closing.
    """

    start: int
    end: int
    tag: str
    opening: Markup
    reopening: Markup
    after: Markup = Markup("")

    @property
    def closing(self) -> Markup:
        """The end tag."""
        return Markup(f"</{self.tag}>")  # noqa: S704 - tag names are our own literals


def weave(text: str, marks: Iterable[Mark]) -> Markup:
    """Return *text*, escaped, with every mark wrapped around its stretch; well-formed whatever crosses what.

    Of marks that begin together the longer encloses the shorter. Marks that leave the text are cut to it.
    """
    within = (mark._replace(start=max(mark.start, 0), end=min(mark.end, len(text))) for mark in marks)
    waiting = sorted((mark for mark in within if mark.start < mark.end), key=lambda mark: (mark.start, -mark.end))
    cuts = sorted({0, len(text)} | {mark.start for mark in waiting} | {mark.end for mark in waiting})
    stack: list[Mark] = []
    out: list[Markup] = []
    following = 0
    for here, there in zip(cuts, [*cuts[1:], len(text)], strict=True):
        out += _close(stack, here)
        while following < len(waiting) and waiting[following].start == here:
            out.append(waiting[following].opening)
            stack.append(waiting[following])
            following += 1
        out.append(escape(visible(text[here:there])))
    return Markup("").join(out)


def _close(stack: list[Mark], here: int) -> list[Markup]:
    """Close the marks of *stack* that end at *here*; marks above them are closed too and opened again."""
    lowest = next((depth for depth, mark in enumerate(stack) if mark.end <= here), len(stack))
    out = [mark.closing for mark in reversed(stack[lowest:])]
    out += [mark.after for mark in stack[lowest:] if mark.end <= here]
    stack[lowest:] = [mark for mark in stack[lowest:] if mark.end > here]
    return out + [mark.reopening for mark in stack[lowest:]]


#: Characters HTML does not allow in a page, and half characters that UTF-8 cannot write.
_UNPRINTABLE = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127, *range(0xD800, 0xE000)), "\ufffd")

_HOLDS_UNPRINTABLE = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\ud800-\\udfff]")


def visible(text: str) -> str:
    """Return *text* with the control characters a page must not hold replaced one by one, so that offsets stay."""
    return text.translate(_UNPRINTABLE) if _HOLDS_UNPRINTABLE.search(text) else text


_OF_NAME = {False: Markup(""), True: Markup(" class=of-name")}


def passage_mark(passage: Passage) -> Mark:
    """Return the mark of a cited passage: a target for links, followed by the button that says what it is cited for."""
    button = Markup("<button popovertarget={0}{1}>{0}</button>").format(passage.mark, _OF_NAME[passage.name])
    # A mark that opens nothing is drawn by the style sheet: a large record has tens of thousands.
    drawn = Markup(" data-mark={}").format(passage.mark) if passage.shared else Markup("")
    name = Markup(" class=named") if passage.name else Markup("")
    return Mark(
        passage.span.start,
        passage.span.end,
        "bdi",
        Markup("<bdi{} id={}{}>").format(name, passage.anchor, drawn),
        Markup("<bdi{}>").format(name),
        Markup("") if passage.shared else button,
    )


def plain_mark(start: int, end: int, name: str) -> Mark:
    """Return a mark that only has a class: `value` or `role-link`."""
    opening = Markup('<span class="{}">').format(name)
    return Mark(start, end, "span", opening, opening)


def cited_text(report: Report, passages: Iterable[Passage]) -> Markup:
    """Return the cited passages of *report* alone, in text order, with a sign where something stands between them.

    Of passages that overlap, the longest first one is shown whole and holds the others.
    """
    shown = [passage_mark(passage) for passage in passages]
    stretches: list[list[int]] = []
    for mark in shown:
        if stretches and mark.start < stretches[-1][1]:
            stretches[-1][1] = max(stretches[-1][1], mark.end)
        else:
            stretches.append([mark.start, mark.end])
    parts = []
    for start, end in stretches:
        within = [m._replace(start=m.start - start, end=m.end - start) for m in shown if start <= m.start < end]
        parts.append(weave(report.text[start:end], within))
    return Markup("\n[…]\n").join(parts)


def report_text(report: Report, passages: Iterable[Passage], words: Iterable[tuple[int, int, str]] = ()) -> Markup:
    """Return the whole text of *report* with its parts, its cited passages and the *words* within them marked."""
    parts = [plain_mark(part.start, part.end, f"role-{part.role}") for part in report.segments if part.role != "body"]
    inner = [plain_mark(start, end, name) for start, end, name in words]
    return weave(report.text, [*parts, *map(passage_mark, passages), *inner])
