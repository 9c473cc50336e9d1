"""Measure the lexicon of events on sentences of our own, and what a linear classifier of PLOVER types would add to it.

    python tools/try_event_classifier.py [PLOVER_GSR_DEV.jsonl ...]

Regularised least squares, an output a type, on the words, phrases, objects and subjects of a clause, parties masked by
their kind; solved in closed form, so that every sentence can be judged by the model of all others. Trained on
tools/training/events.tsv alone. It is not shipped: as a proposer it costs records more than it gives. Figures and why are
in docs/evaluation.md.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec
import numpy as np

from consilience.annotate import annotate, parsed
from consilience.annotate.events.frames import Frame, frame_of
from consilience.annotate.spacy_grammar import SpacyGrammar
from consilience.annotate.tokens import Tokens
from consilience.annotate.who import Who
from consilience.evaluation.coding import HEADLINE, GoldSentence
from consilience.evaluation.plover import plover_type, triples_of
from consilience.lang.event_grammar import SAYING
from consilience.lang.parties import countries_by_name
from consilience.model import Annotations
from consilience.read.documents import make_document
from consilience.read.page import Page

SENTENCES = Path(__file__).parent / "training" / "events.tsv"
NONE = "NONE"
RIDGE = 0.2
#: A feature is kept if this many sentences have it.
FEWEST = 2
#: Scores from which the classifier fills a silence of the lexicon, and leads by which it overrules it.
THRESHOLDS = (0.3, 0.4, 0.5, 0.6)
#: Relations of what belongs to the predicate itself, and of those, what leads to a noun.
OWN = ("prt", "prep", "advmod", "dative", "agent", "acomp", "oprd", "xcomp", "ccomp", "attr", "intj")
LEADING = ("prt", "prep", "dative", "agent")
#: How much a clause below the predicate says of it.
BELOW = {"xcomp": 0.7, "ccomp": 0.7, "advcl": 0.4}
#: Lengths of the parts of a lemma that are features of their own.
PARTS = (4, 5)

Features = Mapping[str, float]


def main(arguments: Sequence[str]) -> None:
    lines = [line for line in SENTENCES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")][1:]
    labels, parts, texts = zip(*(line.split("\t") for line in lines), strict=True)
    notes = annotated(texts)
    types = sorted(set(labels))
    wanted = [{label} - {NONE} for label in labels]
    lexicon = [of_lexicon(n) for n in notes]
    seen = [features(n) for n in notes]
    scores = left_out(seen, labels, types)
    for part in sorted(set(parts)):
        of_part = [n for n, p in enumerate(parts) if p == part]
        report(
            f"part {part}",
            types,
            [lexicon[n] for n in of_part],
            scores[of_part],
            [wanted[n] for n in of_part],
        )
    for file in map(Path, arguments):
        gold = [msgspec.json.decode(line, type=GoldSentence) for line in file.read_bytes().splitlines() if line.strip()]
        told = annotated(g.text for g in gold)
        found = [{t for _, t, _ in triples_of(n)} for n in told]
        names, x = matrix([*seen, *(features(n) for n in told)], len(seen))
        weights = np.linalg.solve(x[: len(seen)] @ x[: len(seen)].T + RIDGE * np.eye(len(seen)), one_hot(labels, types))
        report(
            f"{file.name}, {len(names)} features",
            types,
            found,
            x[len(seen) :] @ x[: len(seen)].T @ weights,
            [{e.code for e in g.events} for g in gold],
        )


def report(
    name: str, types: Sequence[str], lexicon: Sequence[set[str]], scores: np.ndarray, wanted: Sequence[set[str]]
) -> None:
    """Print the sentences with the right type or silence, and the type F1, of lexicon, classifier and ways to join them."""
    best = [types[int(s.argmax())] for s in scores]
    print(f"{name}: {len(wanted)} sentences; the lexicon has {rated(lexicon, wanted)}", end="; ")
    print(f"the classifier {rated([{b} - {NONE} for b in best], wanted)}")
    for least in THRESHOLDS:
        fills = [
            a or ({b} if s.max() >= least else set()) - {NONE} for a, b, s in zip(lexicon, best, scores, strict=True)
        ]
        rules = [
            {b} - {NONE} if a and b not in a and s.max() - max(s[types.index(t)] for t in a) >= least else a
            for a, b, s in zip(lexicon, best, scores, strict=True)
        ]
        print(f"  from {least}: fills gaps {rated(fills, wanted)}; overrules {rated(rules, wanted)}")


def rated(found: Sequence[set[str]], wanted: Sequence[set[str]]) -> str:
    hits = sum(bool(f & w) if w else not f for f, w in zip(found, wanted, strict=True))
    silent = [not f for f, w in zip(found, wanted, strict=True) if not w]
    right = sum(len(f & w) for f, w in zip(found, wanted, strict=True))
    f1 = 2 * right / (sum(map(len, found)) + sum(map(len, wanted)))
    quiet = f", silent where it should be {np.mean(silent):.1%}" if silent else ""
    return f"{hits / len(wanted):.1%} (F1 {100 * f1:.1f}{quiet})"


def annotated(texts: Iterable[str]) -> list[Annotations]:
    pages = [Page(path=f"{n}.txt", text=f"{HEADLINE}\n\n{text}\n", outlet=None) for n, text in enumerate(texts)]
    return [annotate(n) for n in parsed([make_document(page) for page in pages], SpacyGrammar())]


def of_lexicon(notes: Annotations) -> set[str]:
    return {kind for e in notes.events if (kind := plover_type(e)) is not None}


def left_out(seen: Sequence[Features], labels: Sequence[str], types: Sequence[str]) -> np.ndarray:
    """Return the scores of each sentence by the model of all others."""
    _, x = matrix(seen, len(seen))
    inverse = np.linalg.inv(x @ x.T + RIDGE * np.eye(len(x)))
    y = one_hot(labels, types)
    return y - (inverse @ y) / np.diag(inverse)[:, None]


def one_hot(labels: Sequence[str], types: Sequence[str]) -> np.ndarray:
    return np.array([[t == label for t in types] for label in labels], float)


def matrix(seen: Sequence[Features], training: int) -> tuple[list[str], np.ndarray]:
    """Return the features that enough of the first *training* sentences have, and a row of length 1 a sentence."""
    counts: dict[str, int] = {}
    for found in seen[:training]:
        for name in found:
            counts[name] = counts.get(name, 0) + 1
    names = sorted(name for name, count in counts.items() if count >= FEWEST)
    columns = {name: n for n, name in enumerate(names)}
    x = np.zeros((len(seen), len(names)))
    for row, found in enumerate(seen):
        length = sum(w * w for w in found.values()) ** 0.5 or 1.0
        for name, weight in found.items():
            if name in columns:
                x[row, columns[name]] = weight / length
    return names, x


def features(notes: Annotations) -> Features:
    """Return what the main clause of a sentence is made of, with weights; of what is said where its verb only says."""
    tokens, sentence = Tokens(notes), notes.parse.sentences[-1]
    who = Who(notes, tokens)
    verb = next((n for n in range(sentence.first, sentence.last) if tokens.heads[n] == n), sentence.first)
    if tokens.lemmas[verb] in SAYING:
        verb = tokens.child(verb, "ccomp") or verb
    found: dict[str, float] = {}
    for name, weight in of_clause(tokens, frame_of(tokens, who, verb)):
        found[name] = max(found.get(name, 0.0), weight)
    for child in tokens.children[verb]:
        relation = tokens.relations[child]
        if relation in BELOW:
            mark = "a:" if relation == "advcl" else "x:"
            for name, weight in of_clause(tokens, frame_of(tokens, who, child)):
                found[mark + name] = max(found.get(mark + name, 0.0), BELOW[relation] * weight)
    return found


def of_clause(tokens: Tokens, frame: Frame) -> Iterator[tuple[str, float]]:
    lemma = masked(tokens, frame.verb)
    spelled = f"^{lemma}$"
    yield f"p={lemma}", 1.0
    yield from ((f"c={spelled[n : n + size]}", 0.25) for size in PARTS for n in range(len(spelled) - size + 1))
    if frame.passive:
        yield "passive", 0.4
    for child in tokens.children[frame.verb]:
        relation, word = tokens.relations[child], masked(tokens, child)
        if relation in OWN:
            yield f"p={lemma}+{word}", 1.0
            yield f"d:{relation}:{word}", 0.5
        if relation in LEADING:
            for goal in tokens.all_children(child, "pobj"):
                led = f"{tokens.lower[child]}:{masked(tokens, goal)}"
                yield f"l:{led}", 0.7
                yield f"p={lemma}+{led}", 0.7
                yield f"k:{tokens.lower[child]}:{kind_of(frame, goal)}", 0.4
        if relation in {"aux", "neg"}:
            yield f"x={tokens.lower[child]}", 0.4
    if frame.object is not None:
        yield f"p={lemma}+o={masked(tokens, frame.object)}", 1.0
    yield from of_part(tokens, frame, "o", frame.object)
    yield from of_part(tokens, frame, "s", frame.subject)


def of_part(tokens: Tokens, frame: Frame, part: str, noun: int | None) -> Iterator[tuple[str, float]]:
    if noun is None:
        yield f"{part}=none", 0.4
        return
    yield f"{part}k={kind_of(frame, noun)}", 0.5
    yield f"{part}={masked(tokens, noun)}", 1.0
    yield from ((f"{part}m={masked(tokens, c)}", 0.6) for c in tokens.all_children(noun, "amod", "compound"))
    for preposition in tokens.all_children(noun, "prep"):
        for goal in tokens.all_children(preposition, "pobj"):
            yield f"{part}of={tokens.lower[preposition]}:{masked(tokens, goal)}", 0.5


def kind_of(frame: Frame, noun: int) -> str:
    return frame.kind(noun) or ("party" if frame.is_party(noun) else "thing")


def masked(tokens: Tokens, n: int) -> str:
    if tokens.parts[n] == "PROPN" or tokens.lower[n] in countries_by_name():
        return "X"
    return "0" if tokens.parts[n] == "NUM" else tokens.lemmas[n].casefold()


if __name__ == "__main__":
    main(sys.argv[1:])
