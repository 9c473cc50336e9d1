"""Figures of a report: how many, of what, within which bounds, told as fact or as plan."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from msgspec.structs import replace

from consilience.annotate.figures.changes import change_of, fractions_in, ratios_in, status_of
from consilience.annotate.figures.describing import drafts_of
from consilience.annotate.figures.lending import Found
from consilience.annotate.figures.measures import Sentence as Window
from consilience.annotate.figures.measures import told_by
from consilience.annotate.figures.numbers import Number, numbers_in
from consilience.annotate.figures.phrase import Phrase, phrase_of, single_casualties
from consilience.annotate.figures.places import token_from
from consilience.annotate.figures.relations import Draft, adopted, parents
from consilience.annotate.figures.traps import is_quantity
from consilience.annotate.tokens import Tokens
from consilience.lang import english_quantities as lang
from consilience.model import TESTIFYING_ROLES, Annotations, Change, FigureMention, Measure, Sentence, TimeMention

#: A line of at most this many words may be a heading that tells what the numbers below it measure.
LONGEST_HEADING = 4
_FORMER = re.compile(rf"\b(?:{'|'.join(lang.BEFORE_FORMER)})\s+(?:\w+\s+){{0,2}}[^\w\s]?\d", re.IGNORECASE)
_THAN = re.compile(r"\bthan\s+(?:in\s+|on\s+)?$", re.IGNORECASE)
#: How many times to either side of a figure may date it.
NEAREST_TIMES = 4


def find_figures(notes: Annotations) -> Annotations:
    """Add the figures of the sentences that may testify. Who said them and where is left to what joins the layers."""
    tokens = Tokens(notes)
    drafts = drafts_of(tokens, list(_quantities(tokens, notes)))
    wholes = parents(tokens.source, drafts)
    drafts = adopted(drafts, wholes)
    kept = [n for n in range(len(drafts)) if not _is_idle_pair(drafts, wholes, n)]
    place = {old: new for new, old in enumerate(kept)}
    figures = (_figure(tokens, notes, drafts[n], place.get(-1 if (w := wholes[n]) is None else w)) for n in kept)
    return replace(notes, figures=tuple(figures))


def _is_idle_pair(drafts: Sequence[Draft], wholes: Sequence[int | None], n: int) -> bool:
    """Say whether "two" things or people are told to whom nothing happened, and that are part of nothing."""
    phrase, number = drafts[n].phrase, drafts[n].phrase.number
    idle = number.low == number.high == 2 and number.word and phrase.sort in {"count", "elided"}
    return idle and drafts[n].measure == "other" and wholes[n] is None and n not in wholes


def _quantities(tokens: Tokens, notes: Annotations) -> Iterator[Found]:
    heading: Measure | None = None
    sizes = Counter(s.block for s in notes.parse.sentences)
    for number, s in enumerate(notes.parse.sentences):
        if sizes[s.block] == 1 and _is_heading(tokens, s):
            heading = told_by(tokens, s.first, s.last)
        yield from _in_sentence(tokens, notes, number, heading or _told_before(tokens, notes, number))


def _told_before(tokens: Tokens, notes: Annotations, number: int) -> Measure | None:
    """Return what "the count" is of, where the sentence before says so: "First the dead. The count rose to 9"."""
    sentences = notes.parse.sentences
    if not number or sentences[number - 1].block != sentences[number].block:
        return None
    s, before = sentences[number], sentences[number - 1]
    subject = next((n for n in range(s.first, s.last) if tokens.relations[n] in {"nsubj", "nsubjpass"}), None)
    if subject is None or tokens.lemmas[subject] not in lang.RUNNING_COUNTS:
        return None
    return told_by(tokens, before.first, before.last)


def _is_heading(tokens: Tokens, s: Sentence) -> bool:
    """Say whether a line of its own is a heading: a few words, no number, no full stop."""
    short = s.last - s.first <= LONGEST_HEADING
    return short and tokens.words[s.last - 1] != "." and "CD" not in tokens.tags[s.first : s.last]


def _in_sentence(tokens: Tokens, notes: Annotations, number: int, heading: Measure | None) -> Iterator[Found]:
    """Yield the quantities of one sentence, in text order."""
    s = notes.parse.sentences[number]
    if s.role not in TESTIFYING_ROLES or s.first >= s.last:
        return
    times = [t for t in notes.times if t.sentence == number]
    phrases = [p for p in _phrases(tokens, s) if is_quantity(tokens, p, s.first, s.last, times)]
    changes = dict(_changes(tokens, s))
    for n, phrase in enumerate(phrases):
        left = _behind(tokens, s, phrases[n - 1]) if n else s.first
        right = token_from(tokens, phrases[n + 1].start, s.first, s.last) if n + 1 < len(phrases) else s.last
        change = changes.get(phrase.start) or change_of(tokens, phrase, s.first, s.last)
        yield Found(phrase, number, s.block, Window(s.first, s.last, left, right), change, heading)


def _behind(tokens: Tokens, s: Sentence, phrase: Phrase) -> int:
    """Return the token behind a phrase, and behind the participle that is its own: "353 wounded"."""
    n = token_from(tokens, phrase.end, s.first, s.last)
    own = n < s.last and tokens.lower[n] in lang.MEASURES and not tokens.tags[n].startswith("VBG")
    return n + 1 if own else n


def _changes(tokens: Tokens, s: Sentence) -> Iterator[tuple[int, Change]]:
    for number, change in ratios_in(tokens.source, s.start, s.end):
        yield number.start, change


def _phrases(tokens: Tokens, s: Sentence) -> list[Phrase]:
    counted = [phrase_of(tokens, n, s.first, s.last) for n in numbers_in(tokens.source, s.start, s.end)]
    shares = [_share(n, "ratio") for n, _ in ratios_in(tokens.source, s.start, s.end)]
    shares += [_share(n, "share") for n in fractions_in(tokens.source, s.start, s.end)]
    counted = [_with_unit_ahead(tokens.source, p, f) for p, f in zip_longest(counted, counted[1:]) if p is not None]
    # "Two-thirds" is one share and no two of anything.
    counted = [c for c in counted if not any(p.start <= c.start and c.number.end < p.end for p in shares)]
    free = [p for p in shares if not any(p.start < c.end and c.start < p.end for c in counted)]
    return sorted([*counted, *free, *single_casualties(tokens, s.first, s.last)], key=lambda p: p.start)


def _with_unit_ahead(text: str, phrase: Phrase, following: Phrase | None) -> Phrase:
    """Return "from 60" with the unit of "to 90 dinars"."""
    if following is None or phrase.sort != "elided" or following.sort == "elided":
        return phrase
    if text[phrase.number.end : following.start].strip().casefold() != "to":
        return phrase
    return following._replace(number=phrase.number, end=phrase.number.end)


def _share(number: Number, unit: str) -> Phrase:
    return Phrase(number, "share", None, "", unit, number.end)


def _figure(tokens: Tokens, notes: Annotations, draft: Draft, whole: int | None) -> FigureMention:
    phrase, number = draft.phrase, draft.phrase.number
    s = notes.parse.sentences[draft.sentence]
    unit = f"{phrase.unit} per {phrase.per}" if phrase.per else phrase.unit
    return FigureMention(
        start=phrase.start,
        end=max(phrase.end, number.end),
        sentence=draft.sentence,
        low=float(number.low),  # a record read back holds floats, so one never written has to
        high=None if number.high is None else float(number.high),
        approximate=number.approximate,
        measure=draft.measure,
        counted=_in_words(phrase.counted) or _row(tokens.source, phrase.start) or _in_words(unit) or "units",
        unit=_in_words(unit),
        change=draft.change,
        status=status_of(tokens, phrase, s.first, s.last),
        part_of=whole,
        time=_time_of(tokens, notes, draft),
    )


def _in_words(text: str) -> str:
    """Return *text* if it holds a letter or sign of currency, and nothing for a bare rule of a table."""
    return text if any(c.isalnum() or c in "%$€£" for c in text) else ""


def _row(text: str, at: int) -> str:
    """Return the first cell of the table row in which a number stands: "Water tanks | 80 | 22"."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return line.split("|")[0].strip() if "|" in line else ""


def _time_of(tokens: Tokens, notes: Annotations, draft: Draft) -> int | None:
    """Return the time that dates a figure: the nearest of its clause that is no bare duration."""
    place = bisect_left(notes.times, draft.phrase.start, key=lambda time: time.start)
    near = range(max(place - NEAREST_TIMES, 0), min(place + NEAREST_TIMES, len(notes.times)))
    distances = [(distance, n) for n in near if (distance := _distance(tokens, notes.times[n], draft)) is not None]
    return min(distances)[1] if distances else None


def _is_of_another_clause(tokens: Tokens, time: TimeMention, draft: Draft) -> bool:
    """Say whether a time dates only what a figure is compared with, or what a clause says of a noun beside it.

    "40 percent more than a week ago"; "the mine, opened in 1974, employs 2,300". What harmed people dates the harm.
    """
    if _THAN.search(tokens.source, max(draft.phrase.end, time.start - len("than in ")), time.start):
        return True
    if draft.measure in lang.CASUALTY_MEASURES or draft.measure == "displaced":
        return False
    at = tokens.at(time.start)
    verb = (
        next((n for n in tokens.ancestors(at) if tokens.parts[n] in {"VERB", "AUX"}), None) if at is not None else None
    )
    if verb is None or tokens.relations[verb] not in {"acl", "relcl"} or tokens.lemmas[verb] in lang.PUBLISHING:
        return False
    head = tokens.at(draft.phrase.number.core)
    return head is not None and verb not in tokens.ancestors(head)


def _distance(tokens: Tokens, time: TimeMention, draft: Draft) -> int | None:
    """Return how many characters lie between a time and a figure; None where the time cannot date it."""
    if time.sentence != draft.sentence or time.expression.duration:
        return None
    if _is_of_another_clause(tokens, time, draft):
        return None
    between = tokens.source[min(time.end, draft.phrase.end) : max(time.start, draft.phrase.start)]
    if time.start >= draft.phrase.end and _FORMER.search(between):
        return None  # "to 0.4 percent from 0.5 percent on Thursday": the day is that of the former value
    return None if ";" in between else len(between)
