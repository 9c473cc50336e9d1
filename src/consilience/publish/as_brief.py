"""The record as a brief, in Markdown or plain text: one page of sentences, each with its citation."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from consilience.model import Discrepancy, Event, Situation, Span
from consilience.publish import choice
from consilience.publish.citations import Citations, Passage
from consilience.publish.index import Index
from consilience.publish.words import bare_label, capitalised, say_corroboration, say_count, say_when

#: How many disagreements and events a brief lists; the page has all of them.
DISAGREEMENTS, EVENTS = 12, 40

#: What a terminal would obey: control characters and those that turn the direction of writing.
_TERMINAL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_UNQUOTED = re.compile(r"\\([\\`*_{}\[\]<>#|~!])")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~!])")


def to_brief(situation: Situation) -> bytes:
    """Return a Markdown brief: the situation now, where reports disagree, a timeline, and the passages cited.

    Every sentence ends in marks such as `[B7]`, which the last section resolves to outlet, day and words.
    """
    return "\n".join(_Brief(situation).lines()).encode("utf-8", "replace") + b"\n"


def to_plain_brief(situation: Situation, *, width: int = 80) -> bytes:
    """Return the same brief for a terminal: no Markdown, no control characters, lines of at most *width* columns."""
    lines = []
    for line in _Brief(situation).lines():
        said = _TERMINAL.sub("\ufffd", _UNQUOTED.sub(r"\1", line).replace("**", ""))
        heading = said.lstrip("# ")
        if said.startswith("#"):
            lines += [heading.upper() if said.startswith("# ") else heading, "-" * min(len(heading), width)]
        else:
            indent = "  " if said.startswith("- ") else ""
            lines += textwrap.wrap(said, width, subsequent_indent=indent, break_on_hyphens=False) or [""]
    return "\n".join(lines).encode("utf-8", "replace") + b"\n"


class _Brief:
    def __init__(self, situation: Situation) -> None:
        self._situation = situation
        self._index = Index(situation)
        self._citations = Citations(situation)
        self._cited: dict[str, Passage] = {}

    def lines(self) -> Iterator[str]:
        situation = self._situation
        yield f"# {plain(situation.title)}"
        yield ""
        span = f"{say_when(situation.span)} · " if situation.span else ""
        yield f"{span}{say_count(len(situation.documents), 'report')}"
        yield from self._section("The situation now", self._now())
        yield from self._section("Where reports disagree", self._disagreements())
        yield from self._section("Timeline", self._timeline())
        yield from self._section("Passages cited", self._passages())

    def _section(self, heading: str, lines: Iterator[str]) -> Iterator[str]:
        found = tuple(lines)
        if found:
            yield from ("", f"## {heading}", "", *found)

    def _now(self) -> Iterator[str]:
        now = choice.situation_now(self._situation)
        for latest in now.figures:
            sentence = self._index.figure_sentence(latest)
            yield f"- {plain(sentence)} {self._marks(latest.value.evidence, latest.value.families)}"
        for event in now.events:
            yield self._event(event)

    def _disagreements(self) -> Iterator[str]:
        for one in choice.by_consequence(self._situation)[:DISAGREEMENTS]:
            yield f"- **{plain(one.question)}** ({one.relation}) {self._sides(one)}"

    def _sides(self, one: Discrepancy) -> str:
        return "; ".join(f"{plain(side.value)} {self._marks(side.evidence, side.families)}" for side in one.sides)

    def _timeline(self) -> Iterator[str]:
        for entry in self._situation.timeline[:EVENTS]:
            if event := self._index.events.get(entry.event):
                yield self._event(event)

    def _event(self, event: Event) -> str:
        status = "" if event.status == "occurred" else f" ({event.status})"
        day = plain(capitalised(say_when(event.when)))
        return f"- {day}: {plain(bare_label(event.label))}{status} {self._marks(event.evidence, event.families)}"

    def _marks(self, evidence: tuple[Span, ...], families: tuple[str, ...]) -> str:
        groups = self._citations.sources(evidence, families)
        passages = [passage for group in groups for passage in group]
        self._cited.update((passage.mark, passage) for passage in passages)
        reports = len({passage.span.document for passage in passages})
        return f"[{' '.join(passage.mark for passage in passages)}] ({say_corroboration(len(families), reports)})"

    def _passages(self) -> Iterator[str]:
        shown = frozenset(self._cited)
        for passage in self._citations.passages:
            if passage.mark in shown:
                outlet, day = self._index.origin(passage.span.document)
                yield f"- [{passage.mark}] {plain(outlet)}, {day}: {plain(self._index.quote(passage.span))}"


def plain(text: str) -> str:
    """Return *text* on one line with everything Markdown or HTML would read as its own taken literally."""
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))
