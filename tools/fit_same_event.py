"""Fit the weights of evaluation/same_event.py on the training part of ECB+ and print them.

    python tools/fit_same_event.py ECBPLUS_TRAIN.jsonl

Logistic regression by Newton's method, ridge 1.0; the pairs of a story weigh less the more mentions it has, so that
no story outweighs the others by the square of its size.
"""

from __future__ import annotations

import sys
from itertools import combinations
from pathlib import Path

import msgspec
import numpy as np

from consilience.annotate.spacy_grammar import SpacyGrammar
from consilience.evaluation.coreference import GoldReport, documents_of, parses_of, seen_in
from consilience.evaluation.same_event import features, vectors_of
from consilience.evaluation.stories import found_stories

RIDGE, STEPS = 1.0, 30


def main(file: Path) -> None:
    reports = [msgspec.json.decode(line, type=GoldReport) for line in file.read_bytes().splitlines() if line.strip()]
    cluster = {f"{r.doc_id}/{m.id}": m.cluster for r in reports for m in r.mentions}
    parses = parses_of(reports, SpacyGrammar())
    stories = [sorted(story) for story in found_stories(documents_of(reports))]
    vectors = vectors_of(parses, stories)
    rows, told, weights = [], [], []
    for story in stories:
        mentions = seen_in(story, reports, parses)
        for a, b in combinations(mentions, 2):
            rows.append(features(a, b, vectors))
            told.append(float(cluster[a.id] == cluster[b.id]))
            weights.append(30 / len(mentions) ** 0.5)
    x, y, w = np.array(rows), np.array(told), np.array(weights)
    fitted = np.zeros(x.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ fitted))
        slope = x.T @ (w * (y - p)) - RIDGE * fitted
        fitted += np.linalg.solve((x * (w * p * (1 - p))[:, None]).T @ x + RIDGE * np.eye(len(fitted)), slope)
    print(tuple(round(float(v), 1) for v in fitted))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
