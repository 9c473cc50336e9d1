"""Political event coding: our events against sentences coded by hand with PLOVER types and countries.

Gold is JSON lines: `{id, date, text, events: [{source: [{text, code}], target: [...], code, reciprocal}]}`, *code* a
PLOVER type or `NONE`, the first three letters of a party's code its country ("---": none).

Scoring follows the sets' own conventions: sets of a sentence's types, of (source country, type), and of (source
country, type, target country) are compared; a reciprocal event holds in both directions. Where a set codes one event a
sentence, precision is a lower bound.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

import msgspec

from consilience.annotate import annotate, parsed
from consilience.annotate.parses import Grammar
from consilience.annotate.spacy_grammar import SpacyGrammar
from consilience.evaluation.plover import NO_COUNTRY, Triple, triples, triples_of
from consilience.read.documents import make_document
from consilience.read.page import Page

#: Written before a sentence, so that it is the lead of a report and not its headline.
HEADLINE = "What is known so far this morning"


class GoldParty(msgspec.Struct, frozen=True):
    """A party: its words, and its code, which begins with its country."""

    text: str = ""
    code: str = NO_COUNTRY


class GoldEvent(msgspec.Struct, frozen=True):
    """An event coded by hand."""

    code: str
    source: tuple[GoldParty, ...] = ()
    target: tuple[GoldParty, ...] = ()
    reciprocal: bool = False


class GoldSentence(msgspec.Struct, frozen=True):
    """A sentence with its events, none where it tells none."""

    id: str
    date: str
    text: str
    events: tuple[GoldEvent, ...] = ()


def evaluate(path: Path) -> dict[str, float | int]:
    """Return the metrics over the JSON lines of *path*: shares from 0 to 100, counts whole."""
    lines = path.read_bytes().splitlines()
    gold = [msgspec.json.decode(line, type=GoldSentence) for line in lines if line.strip()]
    found = [set(ours) for ours in coded(gold, SpacyGrammar())]
    wanted = [set(_of_gold(g.events)) for g in gold]
    silent = [not ours for ours, theirs in zip(found, wanted, strict=True) if not theirs]
    return {
        "sentences": len(gold),
        **_scores("types", [{t for _, t, _ in s} for s in wanted], [{t for _, t, _ in s} for s in found]),
        **_scores("source and type", [{x[:2] for x in s} for s in wanted], [{x[:2] for x in s} for s in found]),
        **_scores("triples", wanted, found),
        "without event": len(silent),
        "silent there": round(100 * sum(silent) / len(silent), 1) if silent else 0.0,
    }


def coded(gold: Sequence[GoldSentence], grammar: Grammar) -> Iterator[tuple[Triple, ...]]:
    """Yield what we code in each sentence: (source country, type, target country)."""
    pages = [Page(path=f"{g.id}.txt", text=f"{HEADLINE}\n\n{g.text}\n", outlet=None, published=(g.date,)) for g in gold]
    for notes in parsed([make_document(page) for page in pages], grammar):
        yield tuple(triples_of(annotate(notes)))


def _of_gold(events: Iterable[GoldEvent]) -> Iterator[Triple]:
    for event in events:
        if event.code != "NONE":
            sources, targets = [p.code[:3] for p in event.source], [p.code[:3] for p in event.target]
            yield from triples(event.code, sources, targets, reciprocal=event.reciprocal)


def _scores(name: str, wanted: Sequence[AbstractSet[object]], found: Sequence[AbstractSet[object]]) -> dict[str, float]:
    right = sum(len(w & f) for w, f in zip(wanted, found, strict=True))
    told, asked = sum(map(len, found)), sum(map(len, wanted))
    precision, recall = right / told if told else 0.0, right / asked if asked else 0.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return {
        f"{name} precision": round(100 * precision, 1),
        f"{name} recall": round(100 * recall, 1),
        f"{name} F1": round(100 * f1, 1),
    }
