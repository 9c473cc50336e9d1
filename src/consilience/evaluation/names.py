"""Whether two names are one, judged by the names alone: labelled pairs, one global threshold.

Gold is a TSV with a header and the columns `category`, `name_a`, `name_b`, `same` (1 or 0). Speed is measured with
nothing cached, on one core.
"""

from __future__ import annotations

import csv
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from anyascii import anyascii
from rapidfuzz import fuzz

from consilience.errors import UsageError
from consilience.naming import SAME, score, score_strings

#: A wrong merge is worse than a missed one: the recall that is left where 19 of 20 merges are right.
CAREFUL = 0.95
_COLUMNS = {"category", "name_a", "name_b", "same"}


class NamePair(NamedTuple):
    """Two names and whether they are of one thing."""

    category: str
    name_a: str
    name_b: str
    same: bool


def read_pairs(path: Path) -> list[NamePair]:
    """Return the labelled pairs of a TSV.

    Raises:
        UsageError: a column is missing.
    """
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        missing = _COLUMNS - set(rows.fieldnames or ())
        if missing:
            raise UsageError(f"{path}: no column {', '.join(sorted(missing))}.")
        return [NamePair(r["category"], r["name_a"], r["name_b"], r["same"] == "1") for r in rows]


def evaluate(path: Path) -> dict[str, float | int]:
    """Return F1 at our threshold and at the file's best, recall at precision .95, F1 by category, pairs a second.

    `peer ...` are token_set_ratio and WRatio of rapidfuzz over anyascii, at their best thresholds on the same file.
    """
    pairs = read_pairs(path)
    gold = [p.same for p in pairs]
    score("the tables are", "read once")
    started = time.perf_counter()
    scores = [score(p.name_a, p.name_b) for p in pairs]
    seconds = time.perf_counter() - started
    threshold, best = best_f1(gold, scores)
    found: dict[str, float | int] = {
        "pairs": len(pairs),
        "F1": round(f1_at(gold, scores, SAME), 4),
        "best F1": round(best, 4),
        "best threshold": round(threshold, 3),
        "recall at precision .95": round(recall_at_precision(gold, scores), 4),
        "pairs a second": round(len(pairs) / seconds),
    }
    alone = [score_strings(p.name_a, p.name_b) for p in pairs]
    found["strings alone: F1"] = round(f1_at(gold, alone, SAME), 4)
    found["strings alone: recall at precision .95"] = round(recall_at_precision(gold, alone), 4)
    peers: dict[str, Callable[[str, str], float]] = {"token_set_ratio": fuzz.token_set_ratio, "WRatio": fuzz.WRatio}
    for name, ratio in peers.items():
        likeness = [ratio(anyascii(p.name_a).casefold(), anyascii(p.name_b).casefold()) for p in pairs]
        found[f"peer rapidfuzz {name}: best F1"] = round(best_f1(gold, likeness)[1], 4)
        found[f"peer rapidfuzz {name}: recall at precision .95"] = round(recall_at_precision(gold, likeness), 4)
    by_category: dict[str, list[int]] = defaultdict(list)
    for n, pair in enumerate(pairs):
        by_category[pair.category.split("_")[0]].append(n)
    for category, ns in sorted(by_category.items()):
        if any(gold[n] for n in ns):
            found[f"F1 {category}"] = round(f1_at([gold[n] for n in ns], [scores[n] for n in ns], SAME), 4)
    return found


def f1_at(gold: Sequence[bool], scores: Sequence[float], threshold: float) -> float:
    """Return the F1 of calling same what scores at least *threshold*."""
    told = [s >= threshold for s in scores]
    right = sum(t and g for t, g in zip(told, gold, strict=True))
    return 2 * right / (sum(told) + sum(gold)) if right else 0.0


def best_f1(gold: Sequence[bool], scores: Sequence[float]) -> tuple[float, float]:
    """Return the threshold with the best F1, and that F1."""
    return max(((t, f1) for t, _, _, f1 in _curve(gold, scores)), key=lambda p: (p[1], p[0]), default=(0.0, 0.0))


def recall_at_precision(gold: Sequence[bool], scores: Sequence[float], wanted: float = CAREFUL) -> float:
    """Return the highest recall of any threshold with at least the *wanted* precision; 0.0 if none has it."""
    return max((recall for _, precision, recall, _ in _curve(gold, scores) if precision >= wanted), default=0.0)


def _curve(gold: Sequence[bool], scores: Sequence[float]) -> list[tuple[float, float, float, float]]:
    """Return (threshold, precision, recall, F1) for every score as a threshold, from the highest on."""
    order = sorted(range(len(scores)), key=lambda n: -scores[n])
    points, right, all_right = [], 0, sum(gold)
    for told, n in enumerate(order, start=1):
        right += gold[n]
        if told < len(order) and scores[order[told]] == scores[n]:
            continue
        recall = right / all_right if all_right else 0.0
        points.append((scores[n], right / told, recall, 2 * right / (told + all_right)))
    return points
