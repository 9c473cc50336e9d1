"""Which mentions in different reports are one event: gold mentions, no topics given (ECB+).

Gold is JSON lines, a report each: `{doc_id, text, mentions: [{id, kind, start, end, cluster}]}`. Mentions are given;
what is judged is what joins them: reports of one story, told apart as in the record, words of one deed, and what stands
near them. Days are not used, since the set's reports carry none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import msgspec

from consilience.annotate import parsed
from consilience.annotate.parses import Grammar
from consilience.annotate.spacy_grammar import SpacyGrammar
from consilience.evaluation.clusters import conll_scores
from consilience.evaluation.same_event import Seen, joined, seen_at, vectors_of
from consilience.evaluation.stories import found_stories
from consilience.model import Document, Parse
from consilience.read.documents import make_document
from consilience.read.page import Page


class GoldMention(msgspec.Struct, frozen=True):
    """A mention: its characters and its cluster, an event's or an entity's."""

    id: str
    kind: str
    start: int
    end: int
    cluster: str


class GoldReport(msgspec.Struct, frozen=True):
    """A report with its mentions."""

    doc_id: str
    text: str
    mentions: tuple[GoldMention, ...] = ()


def evaluate(path: Path) -> dict[str, float | int]:
    """Return the CoNLL figures of events over the JSON lines of *path*, from 0 to 100."""
    reports = [msgspec.json.decode(line, type=GoldReport) for line in path.read_bytes().splitlines() if line.strip()]
    wanted: dict[str, set[str]] = defaultdict(set)
    for report in reports:
        for m in report.mentions:
            if m.kind == "event":
                wanted[m.cluster].add(f"{report.doc_id}/{m.id}")
    found = predicted(reports, SpacyGrammar())
    gold = [frozenset(c) for _, c in sorted(wanted.items())]
    return {"mentions": sum(map(len, gold)), "clusters": len(gold), "found": len(found), **conll_scores(gold, found)}


def predicted(reports: Sequence[GoldReport], grammar: Grammar) -> list[frozenset[str]]:
    """Return our clusters of the event mentions."""
    parses = parses_of(reports, grammar)
    stories = [sorted(story) for story in found_stories(documents_of(reports))]
    vectors = vectors_of(parses, stories)
    return [c for story in stories for c in joined(seen_in(story, reports, parses), vectors)]


def parses_of(reports: Sequence[GoldReport], grammar: Grammar) -> list[Parse]:
    """Return the parses of the reports, in order."""
    return [notes.parse for notes in parsed(documents_of(reports), grammar)]


def documents_of(reports: Sequence[GoldReport]) -> list[Document]:
    """Return the reports as documents, in order."""
    return [make_document(Page(path=f"{r.doc_id}.txt", text=r.text, outlet=None)) for r in reports]


def seen_in(story: Sequence[int], reports: Sequence[GoldReport], parses: Sequence[Parse]) -> list[Seen]:
    """Return the event mentions of the reports of a story."""
    found = []
    for n in story:
        report, parse = reports[n], parses[n]
        for m in report.mentions:
            if m.kind == "event":
                inside = [t for t, start in enumerate(parse.starts) if m.start <= start < m.end]
                words = report.text[m.start : m.end]
                found.append(seen_at(f"{report.doc_id}/{m.id}", n, parse, inside, words))
    return found
