"""Stories against a set of documents with gold stories, one JSON document a line (`text`, `story`).

Where `reuse_pairs_NAME.jsonl` lies beside `NAME.jsonl`, the pairs of documents that share text are scored too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from consilience.annotate import parsed
from consilience.annotate.spacy_grammar import SpacyGrammar
from consilience.evaluation.clusters import b_cubed
from consilience.model import Document
from consilience.pipeline import stories_in
from consilience.read.documents import make_document
from consilience.read.page import Page
from consilience.reconcile.passages import Passage, copied_share, find_passages, find_shared, find_twins

#: Reports share text where so much of the shorter one stands in the other: of its runs of five words.
SHARED = 0.5


def evaluate(path: Path) -> dict[str, float | int]:
    """Return B-cubed precision, recall and F1 from 0 to 100, and how many stories are found and wanted."""
    golds = [msgspec.json.decode(line) for line in path.read_bytes().splitlines() if line.strip()]
    found = found_stories(_documents(golds))
    stories: dict[str, set[int]] = defaultdict(set)
    for number, g in enumerate(golds):
        stories[str(g["story"])].add(number)
    wanted = [frozenset(numbers) for _, numbers in sorted(stories.items())]
    precision, recall = b_cubed(wanted, found)
    return {
        "documents": len(golds),
        "B-cubed precision": round(100 * precision, 1),
        "B-cubed recall": round(100 * recall, 1),
        "B-cubed F1": round(200 * precision * recall / ((precision + recall) or 1.0), 1),
        "stories found": len(found),
        "stories wanted": len(wanted),
        **_reuse(golds, path.with_name(f"reuse_pairs_{path.name}")),
    }


def found_stories(documents: Sequence[Document]) -> list[frozenset[int]]:
    """Return the numbers of the documents of each story, found as `run` finds them."""
    numbers: dict[str, list[int]] = defaultdict(list)  # two of one name and text are one document
    for number, document in enumerate(documents):
        numbers[document.id].append(number)
    return [frozenset(n for d in story for n in numbers[d.id]) for story, _ in stories_in(documents)]


def _documents(golds: Sequence[dict[str, Any]]) -> list[Document]:
    return [
        make_document(
            Page(path=f"{g.get('doc_id', n)}.txt", text="\n".join(g["sentences"]) if "sentences" in g else g["text"])
        )
        for n, g in enumerate(golds)
    ]


def _reuse(golds: Sequence[dict[str, Any]], file: Path) -> dict[str, float | int]:
    """Return precision and recall, from 0 to 100, of the pairs of documents that share text, where gold pairs exist.

    The gold counts all words of the pages, ours those of the sentences that may testify.
    """
    if not file.exists():
        return {}
    told = [msgspec.json.decode(line) for line in file.read_bytes().splitlines() if line.strip()]
    wanted = {frozenset((pair["a"], pair["b"])) for pair in told if pair["containment"] >= SHARED}
    found = set(_sharing(golds))
    right = len(found & wanted)
    return {
        "reuse pairs precision": round(100 * right / (len(found) or 1), 1),
        "reuse pairs recall": round(100 * right / (len(wanted) or 1), 1),
        "reuse pairs found": len(found),
        "reuse pairs wanted": len(wanted),
    }


def _sharing(golds: Sequence[dict[str, Any]]) -> Iterator[frozenset[str]]:
    """Yield the pairs of documents of which one lies in the other for the half or more, word for word.

    Only documents that share a passage are compared.
    """
    passages = find_passages(parsed(_documents(golds), SpacyGrammar()))
    by_document: dict[int, list[Passage]] = defaultdict(list)
    for passage in passages:
        by_document[passage.document].append(passage)
    met = {
        (passages[shared.first].document, passages[shared.second].document)
        for shared in (*find_shared(passages), *find_twins(passages))
    }
    for one, other in sorted(met):
        if copied_share(by_document[one], by_document[other]) >= SHARED:
            yield frozenset((golds[one]["doc_id"], golds[other]["doc_id"]))
