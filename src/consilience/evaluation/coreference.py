"""Which mentions in different reports are one event: gold mentions, no topics given (ECB+).

Gold is JSON lines, a report each: `{doc_id, text, mentions: [{id, kind, start, end, cluster}]}`. Mentions are given;
what is judged is the record's first condition of one event: reports of one story, and words of one family of deeds, a
noun by the verb it stands for. The vetoes of a record (days, parties, status) have nothing to work on here: the set's
reports carry no days, and most of its mentions name no party.
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
from consilience.evaluation.stories import found_stories
from consilience.lang.events import deed_family, event_nouns
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
    documents = documents_of(reports)
    parses = [notes.parse for notes in parsed(documents, grammar)]
    found: dict[tuple[int, str], set[str]] = defaultdict(set)
    for number, story in enumerate(found_stories(documents)):
        for n in sorted(story):
            for m in reports[n].mentions:
                if m.kind == "event":
                    found[number, _deed(reports[n], m, parses[n])].add(f"{reports[n].doc_id}/{m.id}")
    return [frozenset(c) for c in found.values()]


def documents_of(reports: Sequence[GoldReport]) -> list[Document]:
    """Return the reports as documents, in order."""
    return [make_document(Page(path=f"{r.doc_id}.txt", text=r.text, outlet=None)) for r in reports]


def _deed(report: GoldReport, mention: GoldMention, parse: Parse) -> str:
    """Return the family of deeds of a mention's head word; of words that are no token of ours, the words."""
    inside = [t for t, start in enumerate(parse.starts) if mention.start <= start < mention.end]
    if not inside:
        return report.text[mention.start : mention.end].casefold()
    head = next((n for n in inside if parse.heads[n] not in inside or parse.heads[n] == n), inside[-1])
    lemma = parse.lemmas[head].casefold()
    known = event_nouns().get(lemma) if parse.parts[head] in {"NOUN", "PROPN"} else None
    return deed_family(known.lemma if known is not None and known.event else lemma)
