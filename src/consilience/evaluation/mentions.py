"""Which given mentions are one: events and entities across reports (ECB+), or entities in one report (GUM).

Gold is JSON lines, a report each. Mentions with a `kind` are judged over the whole set as one document, no topics
given; mentions without, report by report.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from pathlib import Path

import msgspec

from consilience.annotate import annotate, parsed
from consilience.annotate.spacy_grammar import SpacyGrammar
from consilience.annotate.tokens import Tokens
from consilience.evaluation.clusters import conll_scores
from consilience.evaluation.coreference import GoldReport, documents_of
from consilience.evaluation.coreference import evaluate as evaluate_events
from consilience.evaluation.links import RECORD_ALONE, Given, Phrase, Union, link, phrases_of
from consilience.evaluation.stories import found_stories
from consilience.evaluation.within import evaluate_within
from consilience.knowledge import core
from consilience.lang import english_names as en
from consilience.naming import fold
from consilience.reconcile import merge_entities


def evaluate(path: Path) -> dict[str, float | int]:
    """Return the CoNLL figures from 0 to 100: of events and of entities, or of the mentions inside each report."""
    lines = [line for line in path.read_bytes().splitlines() if line.strip()]
    if not any(b'"kind"' in line for line in lines):
        return evaluate_within(path)
    reports = [msgspec.json.decode(line, type=GoldReport) for line in lines]
    gold: dict[str, set[Hashable]] = defaultdict(set)
    for r in reports:
        for m in r.mentions:
            if m.kind == "entity":
                gold[m.cluster].add((r.doc_id, m.id))
    found, of_record = entities_of(reports)
    wanted = [frozenset(c) for _, c in sorted(gold.items())]
    figures = {
        "mentions": sum(map(len, wanted)),
        "clusters": len(wanted),
        "found": len(found),
        **conll_scores(wanted, found),
        RECORD_ALONE: conll_scores(wanted, of_record)["CoNLL"],
    }
    return evaluate_events(path) | {f"entities: {name}": value for name, value in figures.items()}


def entities_of(reports: Sequence[GoldReport]) -> tuple[list[frozenset[Hashable]], list[frozenset[Hashable]]]:
    """Return our clusters of the entity mentions, and those that the record alone gives.

    The record joins what is one entity in its register. To that come the links of `links`, and across the reports of a
    story a common head: a set gives mentions of things ("the blaze", "a handgun") that a record has no entity for.
    """
    documents = documents_of(reports)
    notes = [annotate(n) for n in parsed(documents, SpacyGrammar())]
    union, of_record = Union(), Union()
    items: list[Hashable] = []
    for story in found_stories(documents):
        register = merge_entities([notes[n] for n in story], core())
        by_head: dict[str, Hashable] = {}
        by_entity: dict[str, Hashable] = {}
        for n in story:
            report, tokens = reports[n], Tokens(notes[n])
            given = [Given((report.doc_id, m.id), m.start, m.end) for m in report.mentions if m.kind == "entity"]
            phrases = phrases_of(given, notes[n], tokens)
            link(phrases, tokens, union)
            items += [g.id for g in given]
            for p in phrases:
                key, entity = head_key(p, tokens), register.of(notes[n].document.id, p.chain)
                if key:
                    union.join(by_head.setdefault(key, p.id), p.id)
                if entity is not None:
                    of_record.join(by_entity.setdefault(entity, p.id), p.id)
    return union.sets(items), of_record.sets(items)


def head_key(p: Phrase, tokens: Tokens) -> str:
    """Return what mentions of one thing share across a story: the last word of a name, the lemma of a head."""
    if p.text in en.PRONOUNS or tokens.parts[p.head] == "PRON":
        return ""
    if tokens.parts[p.head] == "PROPN":
        last = p.head
        while last + 1 < p.last and tokens.parts[last + 1] == "PROPN":
            last += 1
        return fold(tokens.words[last])
    return tokens.lemmas[p.head].casefold()
