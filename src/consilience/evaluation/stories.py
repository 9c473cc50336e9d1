"""Stories against a set of documents with gold stories, one JSON document a line (`text`, `story`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import msgspec

from consilience.reconcile import find_stories


def evaluate(path: Path) -> dict[str, float | int]:
    """Return B-cubed precision, recall and F1 from 0 to 100, and how many stories are found and wanted."""
    golds = [msgspec.json.decode(line) for line in path.read_bytes().splitlines() if line.strip()]
    texts = ["\n".join(g["sentences"]) if "sentences" in g else g["text"] for g in golds]
    found = find_stories(texts)
    ours = {number: story for story, numbers in enumerate(found) for number in numbers}
    wanted = [str(g["story"]) for g in golds]
    precision, recall = b_cubed([ours[n] for n in range(len(golds))], wanted)
    return {
        "documents": len(golds),
        "B-cubed precision": round(100 * precision, 1),
        "B-cubed recall": round(100 * recall, 1),
        "B-cubed F1": round(200 * precision * recall / ((precision + recall) or 1.0), 1),
        "stories found": len(found),
        "stories wanted": len(set(wanted)),
    }


def b_cubed(ours: Sequence[int], wanted: Sequence[str]) -> tuple[float, float]:
    """Return B-cubed precision and recall of one grouping of items against another, item by item.

    Source: Bagga and Baldwin 1998, "Entity-based cross-document coreferencing using the vector space model".
    """
    both = Counter(zip(ours, wanted, strict=True))
    mine, gold = Counter(ours), Counter(wanted)
    count = len(ours) or 1
    precision = sum(n * n / mine[o] for (o, _), n in both.items()) / count
    recall = sum(n * n / gold[w] for (_, w), n in both.items()) / count
    return precision, recall
