"""Measure what a linear classifier of PLOVER types adds to the lexicon. It adds nothing yet, so nothing of it is shipped.

    python tools/try_event_classifier.py [PLOVER_GSR_DEV.jsonl]

Softmax regression over lemmas and pairs of a sentence, the dependents of its root, parties masked as X and numbers as 0.
Trained on tools/training/events.tsv, our own sentences. Figures are in docs/evaluation.md.
"""

from __future__ import annotations

import itertools
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np

from consilience.annotate import annotate, parsed
from consilience.annotate.spacy_grammar import SpacyGrammar
from consilience.annotate.tokens import Tokens
from consilience.evaluation.coding import HEADLINE, GoldSentence
from consilience.evaluation.plover import plover_type, triples_of
from consilience.lang.parties import countries_by_name
from consilience.model import Annotations
from consilience.read.documents import make_document
from consilience.read.page import Page

SENTENCES = Path(__file__).parent / "training" / "events.tsv"
NONE = "NONE"
FOLDS, RIDGE, RATE, STEPS = 5, 0.02, 0.05, 300
THRESHOLDS = (0.3, 0.5, 0.7)


class Model(NamedTuple):
    """Feature -> row, the types, and the weights (features, then a constant, by types)."""

    rows: Mapping[str, int]
    types: Sequence[str]
    weights: np.ndarray


def main(arguments: Sequence[str]) -> None:
    lines = [line for line in SENTENCES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")][1:]
    types, parts, texts = zip(*(line.split("\t") for line in lines), strict=True)
    notes = annotated(texts)
    seen = [features(n) for n in notes]
    hits = [_of_lexicon(n) == {t} - {NONE} or t in _of_lexicon(n) for n, t in zip(notes, types, strict=True)]
    for part in sorted(set(parts)):
        of_part = [hit for hit, p in zip(hits, parts, strict=True) if p == part]
        print(
            f"part {part}, {len(of_part)} own sentences: the lexicon gives the type, or is silent where it should be, in "
            f"{sum(of_part) / len(of_part):.1%}"
        )
    right = 0
    for fold in range(FOLDS):
        inside = [i for i in range(len(texts)) if i % FOLDS != fold]
        model = fitted([seen[i] for i in inside], [types[i] for i in inside])
        outside = [i for i in range(len(texts)) if i % FOLDS == fold]
        right += sum(_best(probabilities(model, seen[i])) == types[i] for i in outside)
    print(f"classifier, {FOLDS} folds: {right / len(texts):.1%}")
    for file in arguments:
        arbitrate(Path(file), fitted(seen, types))


def annotated(texts: Iterable[str]) -> list[Annotations]:
    pages = [Page(path=f"{n}.txt", text=f"{HEADLINE}\n\n{text}\n", outlet=None) for n, text in enumerate(texts)]
    return [annotate(n) for n in parsed([make_document(page) for page in pages], SpacyGrammar())]


def features(notes: Annotations) -> frozenset[str]:
    tokens, sentence = Tokens(notes), notes.parse.sentences[-1]
    inside = range(sentence.first, sentence.last)
    words = [_masked(tokens, n) for n in inside if tokens.parts[n] != "PUNCT"]
    root = next((n for n in inside if tokens.heads[n] == n), sentence.first)
    below = {f"{tokens.relations[c]}:{_masked(tokens, c)}" for c in tokens.children[root]}
    pairs = {f"{a} {b}" for a, b in itertools.pairwise(words)}
    return frozenset({*words, *pairs, *below, f"root:{_masked(tokens, root)}"})


def _masked(tokens: Tokens, n: int) -> str:
    if tokens.parts[n] == "PROPN" or tokens.lower[n] in countries_by_name():
        return "X"
    return "0" if tokens.parts[n] == "NUM" else tokens.lemmas[n].casefold()


def fitted(seen: Sequence[frozenset[str]], types: Sequence[str]) -> Model:
    counts = Counter(f for x in seen for f in x)
    rows = {f: n for n, f in enumerate(sorted(f for f, c in counts.items() if c > 1))}
    x = np.array([_vector(rows, s) for s in seen])
    kinds = sorted(set(types))
    y = np.array([[t == k for k in kinds] for t in types], float)
    weights = np.zeros((x.shape[1], len(kinds)))
    pace = np.zeros_like(weights)
    for _ in range(STEPS):
        pace = 0.9 * pace + x.T @ (y - _softmax(x @ weights)) - RIDGE * weights
        weights += RATE * pace
    return Model(rows, kinds, weights)


def _vector(rows: Mapping[str, int], seen: frozenset[str]) -> np.ndarray:
    v = np.zeros(len(rows) + 1)
    known = [rows[f] for f in seen if f in rows]
    v[known] = len(known) ** -0.5 if known else 0.0
    v[-1] = 1.0
    return v


def _softmax(scores: np.ndarray) -> np.ndarray:
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def probabilities(model: Model, seen: frozenset[str]) -> dict[str, float]:
    found = _softmax(_vector(model.rows, seen) @ model.weights)
    return {t: float(p) for t, p in zip(model.types, found, strict=True)}


def arbitrate(file: Path, model: Model) -> None:
    """Print the type F1 of the lexicon, of the classifier, and of three ways to join them."""
    gold = [msgspec.json.decode(line, type=GoldSentence) for line in file.read_bytes().splitlines() if line.strip()]
    notes = annotated(g.text for g in gold)
    wanted = [{e.code for e in g.events} for g in gold]
    lexicon = [{t for _, t, _ in triples_of(n)} for n in notes]
    told = [probabilities(model, features(n)) for n in notes]
    print(f"{file.name}: lexicon {_f1(lexicon, wanted)}, classifier {_f1([{_best(p)} for p in told], wanted)}")
    for least in THRESHOLDS:
        sure = [_best(p) if max(p.values()) >= least else None for p in told]
        fills = [a or ({b} - {None, NONE}) for a, b in zip(lexicon, sure, strict=True)]
        silences = [set() if b == NONE else a for a, b in zip(lexicon, sure, strict=True)]
        decides = [{b} if b not in {None, NONE} else a for a, b in zip(lexicon, sure, strict=True)]
        print(
            f"  from {least}: fills gaps {_f1(fills, wanted)}, silences {_f1(silences, wanted)}, decides {_f1(decides, wanted)}"
        )


def _of_lexicon(notes: Annotations) -> set[str | None]:
    return {plover_type(e) for e in notes.events} - {None}


def _best(told: Mapping[str, float]) -> str:
    return max(sorted(told), key=lambda t: told[t])


def _f1(found: Sequence[set], wanted: Sequence[set]) -> float:
    right = sum(len(a & b) for a, b in zip(found, wanted, strict=True))
    return round(200 * right / (sum(map(len, found)) + sum(map(len, wanted))), 1)


if __name__ == "__main__":
    main(sys.argv[1:])
