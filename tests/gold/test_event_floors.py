"""Events against sentences of our own: what each tells, and as many that only look like an event."""

import json
from pathlib import Path

import pytest

from consilience.annotate import annotate, parsed
from consilience.annotate.spacy_grammar import SpacyGrammar
from consilience.read.documents import make_document
from consilience.read.page import Page

GOLD = Path(__file__).with_name("events.jsonl")

#: Pinned; they rise by hand with the change that earns it.
FLOORS = {"recall": 0.9, "precision": 0.9, "type": 0.95, "actors": 0.9, "recipients": 0.9, "status": 0.95}


@pytest.fixture(scope="module")
def judged():
    """Each verdict by its name, with the sentence it is about."""
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    headline = "What is known so far this morning"
    pages = [
        Page(path=f"{n}.txt", text=f"{headline}\n\n{row['text']}\n", outlet=None, published=("2025-03-11",))
        for n, row in enumerate(rows)
    ]
    verdicts = {name: [] for name in FLOORS}
    for row, notes in zip(rows, parsed([make_document(p) for p in pages], SpacyGrammar()), strict=True):
        for name, right, about in judge(row, annotate(notes)):
            verdicts[name].append((right, f"{row['text']}: {about}"))
    return verdicts


def judge(row, notes):
    """Yield (name, right, about): a gold event is found by its verb; parties that gold leaves open are not judged."""
    found = {e.lemma: e for e in notes.events if not e.definite}
    for want in row["events"]:
        event = found.pop(want["lemma"], None)
        yield "recall", event is not None, want["lemma"]
        if event is None:
            continue
        yield "precision", True, event.lemma
        yield "type", event.type == want["type"], event.type
        yield "status", event.status == want["status"], event.status
        for side in ("actors", "recipients"):
            names = {notes.chains[c].name.casefold() for c in getattr(event, side)}
            if want[side] is not None:
                yield side, names == {n.casefold() for n in want[side]}, sorted(names)
    for lemma in found:
        yield "precision", False, lemma


@pytest.mark.parametrize("name", FLOORS)
def test_events_reach_their_floor(judged, name):
    verdicts = judged[name]
    wrong = [about for right, about in verdicts if not right]

    assert sum(right for right, _ in verdicts) / len(verdicts) >= FLOORS[name], wrong
