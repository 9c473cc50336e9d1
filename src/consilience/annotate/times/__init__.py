"""Time expressions of a report, kept as what they say: the day of the report may not be known yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from consilience.annotate.times.grammar import expressions
from consilience.annotate.times.matching import Found
from consilience.annotate.times.ranges import joined
from consilience.annotate.times.words import Word, may_hold_times, words_of
from consilience.model import Annotations, Record, TimeExpression, TimeMention


class TimeWords(Record, frozen=True):
    """A time on `[start, end)` of a text; *parts* are the ends of a range, or a day and its clock said apart."""

    start: int
    end: int
    expression: TimeExpression
    parts: tuple[TimeWords, ...] = ()


def find_times(notes: Annotations) -> Annotations:
    """Add the time expressions of every sentence, whatever its role: a caption's date may date the report."""
    found = (
        TimeMention(t.start, t.end, number, t.expression)
        for number, sentence in enumerate(notes.parse.sentences)
        for t in times_in(notes.document.text, sentence.start, sentence.end)
    )
    return replace(notes, times=tuple(found))


def times_in(text: str, start: int = 0, end: int | None = None) -> Iterator[TimeWords]:
    """Yield the time expressions of `text[start:end]`, in order, none inside another."""
    stop = len(text) if end is None else end
    if not may_hold_times(text, start, stop):
        return
    letters, words = words_of(text, start, stop)
    for found in joined(letters, words, expressions(letters, words)):
        yield _on_text(found, words)


def _on_text(found: Found, words: Sequence[Word]) -> TimeWords:
    return TimeWords(
        words[found.first].start,
        words[found.last - 1].end,
        found.expression,
        tuple(_on_text(part, words) for part in found.parts),
    )
