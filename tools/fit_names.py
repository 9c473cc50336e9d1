"""Fit the weights of the name comparer on labelled pairs and write `lang/data/name_weights.tsv`.

    python tools/fit_names.py PAIRS.tsv [--only-check]

Logistic regression with a ridge, by Newton steps; prints F1 and recall at precision .95 of ten-fold cross-validation,
folds by the hash of the names, and of the fit itself.
"""

from __future__ import annotations

import sys
from pathlib import Path
from zlib import crc32

import numpy as np

from consilience.evaluation.names import best_f1, read_pairs, recall_at_precision
from consilience.naming.comparing import features

OUT = Path(__file__).resolve().parents[1] / "src" / "consilience" / "lang" / "data" / "name_weights.tsv"
NOTE = "# Weights of the comparer of names. Fitted by tools/fit_names.py on labelled pairs of names. Own, CC0.\n"
RIDGE = 0.5
FOLDS = 10


def main(arguments: list[str]) -> int:
    pairs = read_pairs(Path(arguments[0]))
    table = [features(p.name_a, p.name_b) for p in pairs]
    names = sorted({name for row in table for name in row})
    x = np.array([[1.0, *(row.get(name, 0.0) for name in names)] for row in table])
    y = np.array([float(p.same) for p in pairs])
    fold = np.array([crc32(min(p.name_a, p.name_b).split()[0].encode()) % FOLDS for p in pairs])
    guessed = np.zeros(len(y))
    for k in range(FOLDS):
        guessed[fold == k] = _sigmoid(x[fold == k] @ fit(x[fold != k], y[fold != k]))
    for title, scores in (("cross-validated", guessed), ("fitted", _sigmoid(x @ fit(x, y)))):
        gold = [p.same for p in pairs]
        threshold, f1 = best_f1(gold, list(scores))
        print(
            f"{title}: F1 {f1:.3f} at {threshold:.2f}, recall at precision .95 {recall_at_precision(gold, list(scores)):.3f}"
        )
    if "--only-check" not in arguments:
        weights = fit(x, y)
        lines = [f"{name}\t{weight:.3f}" for name, weight in zip(["bias", *names], weights, strict=True)]
        OUT.write_text(NOTE + "feature\tweight\n" + "\n".join(lines) + "\n", encoding="utf-8")
    if "--errors" in arguments:
        worst = sorted(zip(np.abs(guessed - y), guessed, pairs, strict=True), key=lambda t: -t[0])
        for _, g, p in worst[: int(arguments[-1])]:
            print(f"{g:.2f} {int(p.same)} {p.category:18} {p.name_a} ~ {p.name_b}")
    return 0


def _sigmoid(z: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-np.clip(z, -30, 30)))


def fit(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Return the weights of a logistic model with a ridge on all but the first column."""
    w = np.zeros(x.shape[1])
    ridge = RIDGE * np.eye(x.shape[1])
    ridge[0, 0] = 1e-6
    for _ in range(60):
        p = _sigmoid(x @ w)
        gradient = x.T @ (p - y) + ridge @ w
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + ridge, gradient)
        w -= step
        if np.abs(step).max() < 1e-9:
            break
    return w


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
