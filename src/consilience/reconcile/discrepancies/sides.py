"""One side of a disagreement: what it says, where, on how many sources."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from consilience.model import TESTIFYING_ROLES, Annotations, Side, Span
from consilience.reconcile.sources import FamiliesBehind


def side_of(value: str, evidence: Iterable[Span], families_behind: FamiliesBehind) -> Side:
    """Return a side with each sentence once, in order."""
    spans = tuple(sorted(set(evidence)))
    return Side(value=value, evidence=spans, families=families_behind(spans))


def in_words(parts: Iterable[str], link: str = "and") -> str:
    """Return "a", "a and b", "a, b and c"."""
    *most, last = list(parts)
    return f"{', '.join(most)} {link} {last}" if most else last


def moved_from(planned: str, came: str) -> str:
    """Return the sentence that tells of a plan, for some days, that it came about on others."""
    return f"It was planned for {planned} and came on {came}."


class Sentences(NamedTuple):
    """The sentences of all reports that may testify, by report, in text order."""

    by_document: dict[str, list[Span]]

    def around(self, span: Span) -> Span | None:
        """Return the sentence in which *span* begins; None where it stands in page furniture."""
        told = self.by_document.get(span.document, [])
        n = bisect_right(told, span.start, key=lambda s: s.start) - 1
        return told[n] if n >= 0 and span.start < told[n].end else None

    def first_of_each_report(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """Return for each report the first sentence that holds one of *spans*."""
        found: dict[str, Span] = {}
        for span in sorted(spans):
            sentence = self.around(span)
            if sentence is not None:
                found.setdefault(span.document, sentence)
        return tuple(found.values())


def sentences_of(notes: Sequence[Annotations]) -> Sentences:
    """Return the testifying sentences of all reports."""
    return Sentences(
        {
            n.document.id: [n.document.span(s.start, s.end) for s in n.parse.sentences if s.role in TESTIFYING_ROLES]
            for n in notes
        }
    )
