"""Which mentions in different reports are one event: gold mentions, no topics given (ECB+).

Gold is JSON lines, a report each: `{doc_id, text, mentions: [{id, kind, start, end, cluster}]}`. Mentions are given;
what is judged is what joins them: that two words are of one family of deeds, and two reports of one story. Parties and
days, which our records also ask for, are not used here, since the set's sentences are single ones.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from consilience.annotate import parsed
from consilience.annotate.parses import Grammar
from consilience.annotate.spacy_grammar import SpacyGrammar
from consilience.evaluation.clusters import conll_scores
from consilience.lang.events import deed_family, event_nouns
from consilience.model import Parse
from consilience.read.documents import make_document
from consilience.read.page import Page

#: Reports at least this alike (cosine of TF-IDF over lemmas, average linkage) tell one story. Chosen on the train part.
ONE_STORY = 0.18
#: Words with so many first letters in common count as one, "acquire" and "acquisition".
STEM = 5
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


class GoldMention(msgspec.Struct, frozen=True):
    """A mention: its characters and its cluster, an event's or an entity's."""

    id: str
    kind: str
    start: int
    end: int
    cluster: str


class GoldReport(msgspec.Struct, frozen=True):
    """A report with its mentions."""

    doc_id: str
    text: str
    mentions: tuple[GoldMention, ...] = ()


def evaluate(path: Path) -> dict[str, float | int]:
    """Return the CoNLL figures of events over the JSON lines of *path*, from 0 to 100."""
    reports = [msgspec.json.decode(line, type=GoldReport) for line in path.read_bytes().splitlines() if line.strip()]
    wanted: dict[str, set[str]] = defaultdict(set)
    for report in reports:
        for m in report.mentions:
            if m.kind == "event":
                wanted[m.cluster].add(f"{report.doc_id}/{m.id}")
    found = predicted(reports, SpacyGrammar())
    gold = [frozenset(c) for _, c in sorted(wanted.items())]
    return {"mentions": sum(map(len, gold)), "clusters": len(gold), "found": len(found), **conll_scores(gold, found)}


def predicted(reports: Sequence[GoldReport], grammar: Grammar) -> list[frozenset[str]]:
    """Return our clusters of the event mentions: one story, one family of deeds."""
    pages = [Page(path=f"{r.doc_id}.txt", text=r.text, outlet=None) for r in reports]
    parses = [notes.parse for notes in parsed([make_document(page) for page in pages], grammar)]
    stories = stories_of([words_of(p) for p in parses])
    clusters: dict[tuple[int, str], set[str]] = defaultdict(set)
    for report, parse, story in zip(reports, parses, stories, strict=True):
        for m in report.mentions:
            if m.kind == "event":
                clusters[story, _deed(m, report, parse)].add(f"{report.doc_id}/{m.id}")
    return [frozenset(c) for _, c in sorted(clusters.items())]


def _deed(mention: GoldMention, report: GoldReport, parse: Parse) -> str:
    """Return the family of the head of a mention; the words themselves where no token is found."""
    inside = [n for n, start in enumerate(parse.starts) if mention.start <= start < mention.end]
    if not inside:
        return report.text[mention.start : mention.end].casefold()
    head = next((n for n in inside if parse.heads[n] not in inside or parse.heads[n] == n), inside[-1])
    lemma = parse.lemmas[head].casefold()
    noun = event_nouns().get(lemma)
    return deed_family(noun.lemma if noun is not None and noun.event else lemma)[:STEM]


def words_of(parse: Parse) -> Counter[str]:
    return Counter(lemma.casefold() for lemma, part in zip(parse.lemmas, parse.parts, strict=True) if part in _CONTENT)


def stories_of(texts: Sequence[Mapping[str, int]]) -> list[int]:
    """Return for each text the number of its story: average linkage over TF-IDF, from the closest pair on."""
    spread = Counter(word for words in texts for word in words)
    vectors = [_weighted(words, spread, len(texts)) for words in texts]
    members = {n: [n] for n in range(len(texts))}
    likeness = {
        (a, b): value for a in range(len(texts)) for b in range(a) if (value := _cosine(vectors[a], vectors[b])) > 0.02
    }
    while likeness:
        (a, b), value = max(likeness.items(), key=lambda item: (item[1], item[0]))
        if value < ONE_STORY:
            break
        likeness = dict(_joined(likeness, members, a, b))
        members[a] += members.pop(b)
    number = {n: story for story, ns in members.items() for n in ns}
    return [number[n] for n in range(len(texts))]


def _joined(
    likeness: Mapping[tuple[int, int], float], members: Mapping[int, list[int]], a: int, b: int
) -> Iterator[tuple[tuple[int, int], float]]:
    """Yield the likenesses after *b* has joined *a*: means over the members."""
    x, y = len(members[a]), len(members[b])
    near: dict[int, float] = defaultdict(float)
    for (p, q), value in likeness.items():
        pair = {p, q}
        if pair == {a, b}:
            continue
        if not pair & {a, b}:
            yield (p, q), value
            continue
        other = next(iter(pair - {a, b}))
        near[other] += value * (x if a in pair else y) / (x + y)
    yield from (((max(a, other), min(a, other)), value) for other, value in near.items())


def _weighted(words: Mapping[str, int], spread: Mapping[str, int], total: int) -> dict[str, float]:
    weights = {w: (1 + math.log(n)) * math.log(1 + total / spread[w]) for w, n in words.items()}
    length = math.sqrt(sum(v * v for v in weights.values())) or 1.0
    return {w: v / length for w, v in weights.items()}


def _cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    return sum(v * b[w] for w, v in a.items() if w in b)
