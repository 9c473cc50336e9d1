"""Which mentions of one report are one thing: gold mentions, a report at a time (GUM).

Gold is JSON lines, a report each: `{doc_id, text, sentences: [{start, end, speaker}], mentions: [{start, end,
cluster}]}`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from pathlib import Path

import msgspec

from consilience.annotate import annotate, parsed
from consilience.annotate.spacy_grammar import SpacyGrammar
from consilience.annotate.tokens import Tokens
from consilience.evaluation.clusters import conll_scores
from consilience.evaluation.links import RECORD_ALONE, Given, Phrase, Union, link, phrases_of
from consilience.read.documents import make_document
from consilience.read.page import Page


class Line(msgspec.Struct, frozen=True):
    """A sentence of the set and who speaks it."""

    start: int
    end: int
    speaker: str | None = None


class GoldMention(msgspec.Struct, frozen=True):
    """A mention and its cluster in its report."""

    start: int
    end: int
    cluster: int | str


class GoldReport(msgspec.Struct, frozen=True):
    """A report with its sentences and mentions."""

    doc_id: str
    text: str
    sentences: tuple[Line, ...] = ()
    mentions: tuple[GoldMention, ...] = ()


def evaluate_within(path: Path) -> dict[str, float | int]:
    """Return the CoNLL figures, means over reports, from 0 to 100: all mentions, then without gold's singletons."""
    reports = [msgspec.json.decode(line, type=GoldReport) for line in path.read_bytes().splitlines() if line.strip()]
    documents = [make_document(Page(path=f"{r.doc_id}.txt", text=r.text, outlet=None)) for r in reports]
    sums: dict[str, float] = defaultdict(float)
    for report, notes in zip(reports, map(annotate, parsed(documents, SpacyGrammar())), strict=True):
        gold: dict[int | str, set[tuple[int, int]]] = defaultdict(set)
        for m in report.mentions:
            gold[m.cluster].add((m.start, m.end))
        items = sorted({(m.start, m.end) for m in report.mentions})
        tokens, union = Tokens(notes), Union()
        speakers = {
            n: line.speaker
            for n, s in enumerate(notes.parse.sentences)
            for line in report.sentences
            if line.speaker and line.start <= s.start < line.end
        }
        phrases = phrases_of([Given(i, *i) for i in items], notes, tokens)
        link(phrases, tokens, union, speakers)
        wanted = _disjoint(gold.values())
        sums[RECORD_ALONE] += conll_scores(wanted, _by_chain(phrases, items))["CoNLL"]
        found = union.sets(items)
        for name, value in conll_scores(wanted, found).items():
            sums[name] += value
        many = {i for c in wanted if len(c) > 1 for i in c}
        if many:
            larger = [frozenset(c & many) for c in found if c & many]
            sums["CoNLL without singletons"] += conll_scores([c for c in wanted if len(c) > 1], larger)["CoNLL"]
    return {"reports": len(reports), "mentions": sum(len(r.mentions) for r in reports)} | {
        name: round(value / len(reports), 1) for name, value in sums.items()
    }


def _by_chain(phrases: Iterable[Phrase], items: Iterable[Hashable]) -> list[frozenset[Hashable]]:
    """Return the mentions as the chains of the annotation have them."""
    union, first = Union(), dict[int, Hashable]()
    for p in phrases:
        if p.chain is not None:
            union.join(first.setdefault(p.chain, p.id), p.id)
    return union.sets(items)


def _disjoint(clusters: Iterable[set[tuple[int, int]]]) -> list[frozenset[tuple[int, int]]]:
    """Return the clusters with each span in the first that has it: sets now and then give one span twice."""
    seen: set[tuple[int, int]] = set()
    kept = []
    for cluster in clusters:
        rest = frozenset(cluster - seen)
        seen |= rest
        kept += [rest] if rest else []
    return kept
