"""Statements against a set of texts with what is said, by whom, one JSON document a line.

Two kinds of set. Texts with `statements`: content is found where intersection over union of non-blank characters
reaches .5, one to one, in text order; recall by type over speech, precision over all of ours (content of thought or
perception is no error); speaker resolved where our name for the speaker is one of the gold's, case-folded and without
titles at the front: a gold name with its whole office before it counts as missed. Texts with `speech_events`: cues
found, and on those with a speaker whether ours covers it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from consilience.annotate import annotate, parsed
from consilience.annotate.spacy_grammar import SpacyGrammar
from consilience.lang import english_names as en
from consilience.model import Annotations, StatementMention
from consilience.naming import fold
from consilience.read.documents import make_document
from consilience.read.page import Page

#: Content is found at this intersection over union of its non-blank characters.
FOUND = 0.5


class Case(NamedTuple):
    """A gold text with what we find in it."""

    gold: dict[str, Any]
    notes: Annotations


class Pair(NamedTuple):
    """A gold item and our statement of it, or None."""

    gold: dict[str, Any]
    ours: StatementMention | None
    notes: Annotations


def evaluate(path: Path) -> dict[str, float | int]:
    """Return the metrics over the JSON lines of *path*: shares from 0 to 100, counts whole."""
    golds = [msgspec.json.decode(line) for line in path.read_bytes().splitlines() if line.strip()]
    documents = [make_document(Page(path=f"{n:04}.txt", text=g["text"])) for n, g in enumerate(golds)]
    cases = [Case(g, annotate(n)) for g, n in zip(golds, parsed(documents, SpacyGrammar()), strict=True)]
    if any("speech_events" in g for g in golds):
        return _cues(cases)
    return _contents(cases)


def _contents(cases: Sequence[Case]) -> dict[str, float | int]:
    pairs = [p for c in cases for p in _paired(c)]
    speech = [p for p in pairs if p.gold.get("cue_class") == "speech"]
    told = sum(1 for c in cases for s in c.notes.statements if s.form != "nominal")
    matched = sum(p.ours is not None and p.ours.form != "nominal" for p in pairs)
    resolvable = [p for p in speech if p.ours and (p.gold.get("speaker") or {}).get("canonical")]
    mentioned = [p for p in speech if p.ours and p.gold.get("speaker")]
    found: dict[str, float | int] = {
        "documents": len(cases),
        "items": len(speech),
        "content recall": _share(sum(p.ours is not None for p in speech), len(speech)),
        "content precision": _share(matched, told),
    }
    for kind in ("direct", "mixed", "indirect"):
        of_kind = [p for p in speech if p.gold["type"] == kind]
        found[f"{kind} recall"] = _share(sum(p.ours is not None for p in of_kind), len(of_kind))
    found["speaker mention"] = _share(sum(_covers(p) for p in mentioned), len(mentioned))
    found["speaker resolved"] = _share(sum(_resolved(p) for p in resolvable), len(resolvable))
    for kind in ("name", "nominal", "pronoun"):
        of_kind = [p for p in resolvable if p.gold["speaker"]["kind"] == kind]
        found[f"speaker resolved, {kind}"] = _share(sum(_resolved(p) for p in of_kind), len(of_kind))
    return found


def _paired(case: Case) -> Iterator[Pair]:
    free = list(case.notes.statements)
    for gold in sorted(case.gold["statements"], key=lambda s: s["content"][0]):
        wanted = _solid(case.gold["text"], gold["content"])
        scored = [(_iou(wanted, _solid(case.gold["text"], [(s.start, s.end)])), -n) for n, s in enumerate(free)]
        best = max(scored, default=(0.0, 0))
        ours = free.pop(-best[1]) if best[0] >= FOUND else None
        yield Pair(gold, ours, case.notes)


def _solid(text: str, spans: Sequence[Sequence[int]]) -> frozenset[int]:
    return frozenset(n for start, end in spans for n in range(start, end) if not text[n].isspace())


def _iou(a: frozenset[int], b: frozenset[int]) -> float:
    return len(a & b) / len(a | b) if a | b else 0.0


def _mention_spans(notes: Annotations, chains: Sequence[int]) -> list[tuple[int, int]]:
    return [(m.start, m.end) for m in notes.mentions if m.chain in chains]


def _covers(pair: Pair) -> bool:
    """Say whether a mention of our speaker overlaps one of the gold's."""
    ours = _mention_spans(pair.notes, pair.ours.speakers) if pair.ours else []
    gold = pair.gold["speaker"].get("mentions") or [[pair.gold["speaker"]["begin"], pair.gold["speaker"]["end"]]]
    return any(a < d and c < b for a, b in ours for c, d in gold)


def _resolved(pair: Pair) -> bool:
    """Say whether our name for the speaker is one of the gold's, case-folded and without titles before either."""
    wanted = {_plain(n) for n in (*pair.gold["speaker"].get("names", ()), pair.gold["speaker"]["canonical"])}
    chains = [pair.notes.chains[c] for c in (pair.ours.speakers if pair.ours else ())]
    return any(_plain(n) in wanted for c in chains for n in (c.name, *c.aliases))


def _plain(name: str) -> str:
    words = fold(name).split()
    while words and (
        words[0] in en.HONORIFICS or words[0] in en.role_nouns() or words[0] in en.TITLE_WORDS or words[0] == "the"
    ):
        words = words[1:]
    return " ".join(words)


def _cues(cases: Sequence[Case]) -> dict[str, float | int]:
    found = spoken = right = total = predicted = 0
    for case in cases:
        cues = [
            (s.cue_start, s.cue_end, s)
            for s in case.notes.statements
            if s.cue_start is not None and s.cue_end is not None
        ]
        predicted += len({start for start, _, _ in cues})
        for event in case.gold["speech_events"]:
            total += 1
            start, end = event["cue"]
            hits = [s for a, b, s in cues if a < end and start < b]
            found += bool(hits)
            speakers = [p for p in event["participants"] if p["role"] == "Arg0"]
            if hits and speakers:
                spoken += 1
                ours = _mention_spans(case.notes, hits[0].speakers)
                right += any(a < p["end"] and p["begin"] < b for a, b in ours for p in speakers)
    return {
        "documents": len(cases),
        "cues": total,
        "cue recall": _share(found, total),
        "cue precision": _share(found, predicted),
        "speaker accuracy": _share(right, spoken),
        "speaker recall": _share(
            right,
            sum(any(p["role"] == "Arg0" for p in e["participants"]) for c in cases for e in c.gold["speech_events"]),
        ),
    }


def _share(hits: int, total: int) -> float:
    return 100 * hits / total if total else 0.0
