"""Other words for one thing: words that judge, and abbreviations one letter apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from consilience.ids import content_id
from consilience.lang.english_terms import CONFUSABLE, TERMS
from consilience.model import TESTIFYING_ROLES, Annotations, Discrepancy, Event, Span
from consilience.reconcile.discrepancies.sides import in_words, side_of
from consilience.reconcile.sources import FamiliesBehind

_PATTERNS = tuple(
    tuple((word, re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)) for word, pattern in group) for group in TERMS
)
_ABBREVIATION = re.compile(r"\b[A-Z]{3,5}\b")


def told_in_other_words(
    events: Sequence[Event], texts: Mapping[str, str], families_behind: FamiliesBehind
) -> Iterator[Discrepancy]:
    """Yield the events that reports tell with words between which a reader hears a difference."""
    for e in events:
        for number, group in enumerate(_PATTERNS):
            told: dict[str, list[Span]] = defaultdict(list)
            for span in e.evidence:
                for word, pattern in group:
                    if pattern.search(texts[span.document], span.start, span.end):
                        told[word].append(span)
            reports = [{s.document for s in spans} for spans in told.values()]
            if not any(a - b and b - a for a, b in combinations(reports, 2)):
                continue  # a report that uses both words sees no difference
            yield Discrepancy(
                id=content_id("dis", "term", e.id, number),
                about=(e.id,),
                kind="term",
                relation="wording",
                severity="wording",
                question=f"What is it called: {e.label}?",
                sides=tuple(side_of(word, spans, families_behind) for word, spans in sorted(told.items())),
                explanation=f"Reports speak of {in_words(f'“{w}”' for w in sorted(told))}.",
            )


def confused_acronyms(notes: Sequence[Annotations], families_behind: FamiliesBehind) -> Iterator[Discrepancy]:
    """Yield abbreviations of things one letter apart that two reports use before the same noun: "LPG prices"."""
    found = _abbreviations(notes)
    by_noun: dict[str, list[str]] = defaultdict(list)
    for word, noun in sorted(found):
        by_noun[noun].append(word)
    for noun, a, b in ((noun, a, b) for noun, words in sorted(by_noun.items()) for a, b in combinations(words, 2)):
        if not _one_letter_apart(a, b):
            continue
        x, y = found[a, noun], found[b, noun]
        reports = ({s.document for s in x}, {s.document for s in y})
        if reports[0] & reports[1]:
            continue  # a report that has both knows the difference
        yield Discrepancy(
            id=content_id("dis", "term", a, b, x[0].document, x[0].start),
            about=tuple(sorted(reports[0] | reports[1])),
            kind="term",
            relation="contradiction",
            severity="factual",
            question=f"{a} or {b}?",
            sides=(side_of(a, x, families_behind), side_of(b, y, families_behind)),
            explanation=f"Reports speak of {a} and of {b} {noun}s: one letter, another thing.",
        )


def confused_things(
    notes: Sequence[Annotations], events: Sequence[Event], families_behind: FamiliesBehind
) -> Iterator[Discrepancy]:
    """Yield things that are easily taken for one another, where reports tell one event with the one and the other."""
    for pair in CONFUSABLE:
        told = [_sentences_with(notes, word, [o for o in pair if o != word]) for word in pair]
        reports = [{s.document for s in spans} for spans in told]
        if not all(told) or reports[0] & reports[1]:
            continue  # a report that has both knows the difference
        if not (_tell_of_one(told[0], reports[1], events) or _tell_of_one(told[1], reports[0], events)):
            continue  # two barrels may well hold two things
        a, b = pair
        yield Discrepancy(
            id=content_id("dis", "thing", a, b, told[0][0].document, told[0][0].start),
            about=tuple(sorted(reports[0] | reports[1])),
            kind="term",
            relation="contradiction",
            severity="factual",
            question=f"{a[:1].upper()}{a[1:]} or {b}?",
            sides=tuple(side_of(word, spans, families_behind) for word, spans in zip(pair, told, strict=True)),
            explanation=f"Reports speak of {a} and of {b}: other things.",
        )


def _tell_of_one(sentences: Sequence[Span], reports: set[str], events: Sequence[Event]) -> bool:
    """Say whether one of *sentences* tells an event of which one of *reports* tells too."""
    return any(
        any(s.document == e.document and s.start <= e.start < s.end for s in sentences for e in event.evidence)
        and any(e.document in reports for e in event.evidence)
        for event in events
    )


def _sentences_with(notes: Sequence[Annotations], word: str, longer: Sequence[str]) -> list[Span]:
    """Return the testifying sentences with *word*, where it is not the beginning of one of the *longer* words."""
    other = "".join(rf"(?!{re.escape(o.removeprefix(word))})" for o in longer if o.startswith(word))
    pattern = re.compile(rf"\b{re.escape(word)}\b{other}", re.IGNORECASE)
    return [
        n.document.span(s.start, s.end)
        for n in notes
        for s in n.parse.sentences
        if s.role in TESTIFYING_ROLES and pattern.search(n.document.text, s.start, s.end)
    ]


def _one_letter_apart(a: str, b: str) -> bool:
    return len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1


def _abbreviations(notes: Sequence[Annotations]) -> dict[tuple[str, str], list[Span]]:
    """Return the sentences of each abbreviation that stands before a common noun and names no one."""
    found: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for n in notes:
        text, p = n.document.text, n.parse
        named = {m.start for m in n.mentions if n.chains[m.chain].kind in {"person", "state", "place"}}
        for s in p.sentences:
            if s.role not in TESTIFYING_ROLES:
                continue
            for t in range(s.first, s.last):
                word = text[p.starts[t] : p.ends[t]]
                if _ABBREVIATION.fullmatch(word) and p.starts[t] not in named:
                    noun = _noun_after(n, t, s.last)
                    if noun:
                        found[word, noun].append(n.document.span(s.start, s.end))
    return found


def _noun_after(n: Annotations, token: int, last: int) -> str:
    """Return the lemma of the common noun behind an abbreviation, past a closing bracket."""
    p, text = n.parse, n.document.text
    following = token + 1
    while following < last and text[p.starts[following] : p.ends[following]] in {")", "'s", "’s"}:
        following += 1
    return p.lemmas[following] if following < last and p.tags[following] in {"NN", "NNS"} else ""
