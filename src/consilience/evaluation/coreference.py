"""Which mentions in different reports are one event: gold mentions, no topics given (ECB+).

Gold is JSON lines, a report each: `{doc_id, text, mentions: [{id, kind, start, end, cluster}]}`. Mentions are given;
what is judged is the record's first condition of one event: reports of one story, and words that tell one deed
(`evaluation.deeds`), a noun by the verb it stands for. The vetoes of a record (days, parties, status) have nothing to
work on here: the set's reports carry no days, and most of its mentions are no events of a record.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from pathlib import Path

import msgspec

from consilience.annotate import annotate, parsed
from consilience.annotate.events.frames import frame_of, prepositions_of
from consilience.annotate.events.wording import phrase
from consilience.annotate.parses import Grammar
from consilience.annotate.spacy_grammar import SpacyGrammar
from consilience.annotate.tokens import Tokens
from consilience.annotate.who import Who
from consilience.evaluation.clusters import conll_scores
from consilience.evaluation.deeds import Deed, are_one_deed
from consilience.evaluation.links import Union
from consilience.evaluation.stories import found_stories
from consilience.lang.events import deed_of, event_nouns, event_verbs
from consilience.lang.inflection import base_form
from consilience.lang.speech import speech_verbs
from consilience.lang.synonyms import senses_of
from consilience.model import Annotations, Document
from consilience.read.documents import make_document
from consilience.read.page import Page
from consilience.reconcile.wording import content_words


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
    """Return our clusters of the event mentions."""
    documents = documents_of(reports)
    notes = [annotate(n) for n in parsed(documents, grammar)]
    union = Union()
    items: list[Hashable] = []
    for story in found_stories(documents):
        met: list[tuple[str, Deed]] = []
        for n in sorted(story):
            for name, deed in _deeds(n, reports[n], notes[n]):
                items.append(name)
                union.root(name)
                for other, before in met:
                    if union.root(other) != union.root(name) and are_one_deed(before, deed):
                        union.join(other, name)
                met.append((name, deed))
    return [frozenset(map(str, c)) for c in union.sets(items)]


def documents_of(reports: Sequence[GoldReport]) -> list[Document]:
    """Return the reports as documents, in order."""
    return [make_document(Page(path=f"{r.doc_id}.txt", text=r.text, outlet=None)) for r in reports]


def _deeds(number: int, report: GoldReport, notes: Annotations) -> Iterator[tuple[str, Deed]]:
    """Yield the event mentions of a report by name, read as its events are."""
    tokens = Tokens(notes)
    who = Who(notes, tokens)
    for m in report.mentions:
        if m.kind == "event":
            inside = [n for n in range(len(tokens)) if m.start <= tokens.starts[n] < m.end]
            yield f"{report.doc_id}/{m.id}", _deed(number, report.text[m.start : m.end], inside, tokens, who)


def _deed(number: int, text: str, inside: Sequence[int], tokens: Tokens, who: Who) -> Deed:
    """Return what a mention tells by its head word; of words that are no token of ours, the words."""
    if not inside:
        return Deed(number, text.casefold(), frozenset(), frozenset(), frozenset())
    head = next((n for n in inside if tokens.heads[n] not in inside or tokens.heads[n] == n), inside[-1])
    doers, parties = _parties(head, tokens, who)
    sentence = tokens.sentence(head)
    matter = content_words(tokens.text(sentence.first, sentence.last)) - content_words(tokens.words[head])
    return Deed(number, _verb(head, tokens), doers, parties, matter)


def _verb(head: int, tokens: Tokens) -> str:
    """Return the verb that a word is or stands for; a headline's "Kills" is none to the parser."""
    lemma = tokens.lemmas[head].casefold()
    if tokens.parts[head] in {"VERB", "AUX"}:
        thing = tokens.child(head, "dobj")
        phrases = (tokens.with_particle(head), f"{lemma} {tokens.lemmas[thing]}" if thing is not None else lemma)
        return next((p for p in phrases if deed_of(p) != p or senses_of(p)), lemma)
    known = event_nouns().get(lemma)
    if known is not None and known.event:
        return known.lemma
    return base_form(lemma, event_verbs().keys() | speech_verbs().keys())


def _parties(head: int, tokens: Tokens, who: Who) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words for who did it, their heads alone, and those for all that took part in it."""
    frame = frame_of(tokens, who, head)
    doers = [n for n in (frame.subject, *tokens.all_children(head, "poss"), *frame.behind("by")) if n is not None]
    goals = [g for p in prepositions_of(tokens, head) for g in tokens.all_children(p, "pobj")]
    phrases = (phrase(tokens, n) for n in (*doers, frame.object, *goals, *tokens.all_children(head, "compound")))
    return content_words(" ".join(tokens.lemmas[n] for n in doers)), content_words(" ".join(phrases))
