"""As of when a figure is told, and what sets it apart from others of its measure."""

from __future__ import annotations

import re
from datetime import timedelta

from consilience.lang import english_counts as lang
from consilience.model import Annotations, FigureMention, Interval, Publication, Span, When
from consilience.reconcile.dates import Calendar
from consilience.reconcile.figures.populations import TOLLS
from consilience.reconcile.timing import days_of_mention, is_replaced, when_of

#: A figure of more than this many days before its report is of another occasion: "in the flood of 2016".
BACKGROUND = 120
#: "Last week" is when it was told; a count over more days than a week ("since 3 May") is as of the last of them.
LONG = 7
NO_SENTENCE = -1
#: A time this many letters behind a number is its own.
BESIDE = 40
_FROM = re.compile(r"\bfrom\s+(?:at least\s+)?$", re.IGNORECASE)
_TO = re.compile(r"\bto\s+\W?\d", re.IGNORECASE)


def _any(words: tuple[str, ...], before: str = r"\b", after: str = r"\b") -> re.Pattern[str]:
    return re.compile(rf"{before}(?:{'|'.join(words)}){after}", re.IGNORECASE)


_GAINED = _any(lang.GAINED, after=r"\s+$")
_MORE = _any(lang.MORE, before=r"\s+(?:\w+\s+)?")
_GAVE, _WITHDREW = _any(lang.GAVE), _any(lang.WITHDREW)
_COUNTED_THEN = _any(lang.COUNTED_THEN)
#: What sets counts of the arrested apart, in the order in which it is asked.
_OF_THE_ARRESTED = (("again", _any(lang.SEIZED_AGAIN)), ("released", _any(lang.RELEASED)), ("held", _any(lang.HELD)))


def as_of(m: FigureMention, notes: Annotations, calendar: Calendar, sentence: Span) -> When | None:
    """Return when a figure was so: a running count over many days is as of the last of them."""
    document = notes.document.id
    published = calendar.published[document]
    # A number that takes none of its sentence's times is of the report's day: no lead time stands in for them.
    found = days_of_mention(notes, calendar.times[document], published, m.time, NO_SENTENCE)
    if found is None:
        return None
    days, basis = found
    if published is not None and (_is_withdrawn(m, notes) or _is_former(m, notes)):
        before = published.earliest - timedelta(days=1)
        return when_of(Interval(before - timedelta(days=LONG), before), "inferred", (sentence,))
    if published is not None and m.status in {"occurred", "alleged"}:
        if days.earliest > published.latest:  # told as done, so of the report's day, whatever day is named beside it
            days, basis = Interval(published.earliest - timedelta(days=1), published.latest), "inferred"
        if m.measure in TOLLS and days.days > LONG and m.time is not None and basis != "inferred":
            latest = min(days.latest, published.latest)
            days = Interval(max(days.earliest, min(latest, published.earliest)), latest)
        elif basis != "inferred" and _is_of_harm(m, notes, days, published):
            days = Interval(days.earliest, published.latest)
    return when_of(days, basis, (sentence,))


def _is_of_harm(m: FigureMention, notes: Annotations, days: Interval, published: Publication) -> bool:
    """Say whether a toll's day is when it befell people, not when they were counted: "killed seven on 11 October"."""
    if m.measure not in TOLLS or days.days > 1 or not 0 < (published.latest - days.latest).days <= BACKGROUND:
        return False
    s, of_words = notes.parse.sentences[m.sentence], {told.time for told in notes.statements}
    if is_replaced(notes.document.text, s.start, m.start):
        return False  # "down from 22 on Monday"
    return m.time not in of_words and _COUNTED_THEN.search(notes.document.text, s.start, s.end) is None


def _is_withdrawn(m: FigureMention, notes: Annotations) -> bool:
    """Say whether a number given before is taken back in the next sentence: "Last week we gave 24. We withdraw"."""
    sentences = notes.parse.sentences
    if m.sentence + 1 >= len(sentences) or sentences[m.sentence + 1].block != sentences[m.sentence].block:
        return False
    here, after, text = sentences[m.sentence], sentences[m.sentence + 1], notes.document.text
    return bool(_GAVE.search(text, here.start, m.start) and _WITHDREW.search(text, after.start, after.end))


def _is_former(m: FigureMention, notes: Annotations) -> bool:
    """Say whether a number is the one given up: "lowered to 141 from 146", "an earlier toll of 17", without a time."""
    s, text = notes.parse.sentences[m.sentence], notes.document.text
    dated = any(m.end <= t.start <= m.end + BESIDE for t in notes.times if t.sentence == m.sentence)
    moved = _FROM.search(text, s.start, m.start) and _TO.search(text, s.start, s.end)
    return not dated and bool(moved or is_replaced(text, s.start, m.start))


def facet_of(m: FigureMention, text: str, sentence: Span, own: Interval | None, published: Publication | None) -> str:
    """Return what sets figures of one measure apart: a difference, another year, those let go."""
    if _GAINED.search(text, sentence.start, m.start) or _MORE.match(text, m.end, sentence.end):
        return "difference"
    if own is not None and published is not None and (published.earliest - own.latest).days > BACKGROUND:
        return f"of {own.latest.year}"
    if m.measure != "detained":
        return ""
    clause = _clause_around(text, m, sentence)
    return next((name for name, pattern in _OF_THE_ARRESTED if pattern.search(clause)), "")


def _clause_around(text: str, m: FigureMention, sentence: Span) -> str:
    """Return the words from the figure to the next comma or stop, and the few before it."""
    end = re.compile(r"[,;.]\s|\sand\s").search(text, m.end, sentence.end)
    return text[max(sentence.start, m.start - 40) : end.start() if end else sentence.end]
