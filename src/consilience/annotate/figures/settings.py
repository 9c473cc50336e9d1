"""Of which candidate or party a figure is told, where people came to harm, and as of when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from consilience.annotate.figures.surroundings import Surroundings
from consilience.lang.english_quantities import GIVEN_OUT, MOVED
from consilience.model import FigureMention, Mention

#: "45.6 percent for Ana Lima".
_FOR = re.compile(r"(?:\s+of\s+(?:the\s+)?votes?)?\s*,?\s+(?:for|to)\s+(?:[\w.]+\s+){0,3}$", re.IGNORECASE)
#: What stands between a number and where it was: "killed in the northern city of", "in".
_IN = re.compile(r"\b(?:in|at|near|around|outside)\s+(?:[\w'’-]+\s+){0,5}$", re.IGNORECASE)
_GIVEN = re.compile(rf"\s*(?:as\s+)?(?:{'|'.join(GIVEN_OUT)})\s+(?:on|in|at)?\s*")
#: Before and behind what a number was: "down from 22 on Monday".
_DOWN_FROM = re.compile(rf"\b(?:{'|'.join(MOVED)})\s+from\s+$", re.IGNORECASE)
_BESIDE = re.compile(r"(?:\s+[\w-]+)?\s+(?:(?:on|in|at|late|early)\s+)?")
#: Measures that count people to whom something happened.
PEOPLE = frozenset({"killed", "wounded", "missing", "detained", "displaced"})
#: A share of votes goes on for this many sentences.
SHARES_REACH = 3
#: What may stand between a name and its share: "Lima 45 percent", "Ana Lima (PVR): 45 percent", "the PVR obtained 60".
CLOSE = 60


class Settings:
    """Looks up whose votes, where and when the figures of one report are told of."""

    def __init__(self, around: Surroundings, verbs: Mapping[int, int]) -> None:
        """Ask about the figures *around*; *verbs* vouch for them, by where a figure starts."""
        self._around = around
        self._verbs = verbs

    def candidate(self, f: FigureMention) -> int | None:
        """Return whose votes or seats a figure counts: named right behind "for", else nearest before it."""
        if f.measure != "votes" and f.unit != "seats":
            return None
        sides = (m for m in self._around.names.get(f.sentence, ()) if self._around.stands(m.chain))
        named = [m for m in sides if m.form in {"name", "pronoun"}]
        text = self._around.tokens.source
        figures = self._around.figures[f.sentence]
        following = min((o.start for o in figures if o.start >= f.end), default=f.end + CLOSE)
        for m in named:
            if f.end <= m.start < following and _FOR.fullmatch(text, f.end, m.start):
                return m.chain
        before = [m for m in named if m.end <= f.start and m.chain != f.said_by]
        if not before:
            return None
        between = text[before[-1].end : f.start]
        if len(between) > CLOSE or self._names_others(between):
            return None
        bracketed = len(before) > 1 and text[before[-2].end : before[-1].start].strip() == "("
        return before[-2 if bracketed else -1].chain  # "Ana Lima (PVR): 45 percent"

    def place(self, f: FigureMention) -> int | None:
        """Return where people came to harm: "nine in Tavira", "in the northern city of Tavira", "Tavira 14"."""
        if f.measure not in PEOPLE:
            return None
        named = [m for m in self._around.names.get(f.sentence, ()) if m.form == "name" and self._is_place(m.chain)]
        text, figures = self._around.tokens.source, self._around.figures[f.sentence]
        following = min((o.start for o in figures if o.start >= f.end), default=f.end + CLOSE)
        for m in named:
            if m.end <= f.start and text[m.end : f.start].strip() in {"", ":", "-", "–", "|"}:
                return m.chain
        behind = (m for m in named if f.end <= m.start < min(following, f.end + CLOSE))
        return next((m.chain for m in behind if _IN.search(text[f.end : m.start])), None)

    def _is_place(self, chain: int) -> bool:
        return self._around.notes.chains[chain].kind in {"place", "state"}

    def time(self, f: FigureMention) -> int | None:
        """Return the time as of which a figure is told: that of its telling, else its own.

        What a commission declared on Thursday of Sunday's vote is a figure of Thursday. A time that belongs to another
        figure ("in place of the 71 percent given on 10 October") is none of this one.
        """
        own = self._former_time(f)
        if own is not None:
            return own
        if f.measure not in {"price", "money", "duration"} and not f.change:
            of_verb = self._time_of_verb(f)
            if of_verb is not None:
                return of_verb
            tellings = (s for s in self._around.notes.statements if s.start <= f.start and f.end <= s.end)
            around = [s for s in tellings if s.time is not None]
            telling = min(around, key=lambda s: (s.end - s.start, s.start), default=None)
            if telling is not None:
                return telling.time
            if f.measure == "votes" and self._is_told(f):
                return None  # who claims on the 9th to have won 51 percent on the 2nd claims it on the 9th
        if f.time is None or (f.measure in PEOPLE and self._is_perfect(f)):
            return None
        time, text = self._around.notes.times[f.time], self._around.tokens.source
        others = [o for o in self._around.figures[f.sentence] if f.end <= o.start and o.end <= time.start]
        return None if any(_GIVEN.fullmatch(text, o.end, time.start) for o in others) else f.time

    def _former_time(self, f: FigureMention) -> int | None:
        """Return the time right behind what a number was before: "11, down from 22 on Monday"."""
        text, s = self._around.tokens.source, self._around.notes.parse.sentences[f.sentence]
        if not _DOWN_FROM.search(text[s.start : f.start]):
            return None
        times = enumerate(self._around.notes.times)
        return next((n for n, t in times if t.start >= f.end and _BESIDE.fullmatch(text, f.end, t.start)), None)

    def _is_told(self, f: FigureMention) -> bool:
        return any(s.start <= f.start and f.end <= s.end for s in self._around.notes.statements)

    def _time_of_verb(self, f: FigureMention) -> int | None:
        """Return the time of the verb that vouches for a figure: "declared on Thursday that on Sunday"."""
        verb, tokens = self._verbs.get(f.start), self._around.tokens
        if verb is None:
            return None
        for number, t in enumerate(self._around.notes.times):
            at = tokens.at(t.start) if t.sentence == f.sentence and not t.expression.duration else None
            if (
                at is not None
                and next((n for n in tokens.ancestors(at) if tokens.parts[n] in {"VERB", "AUX"}), None) == verb
            ):
                return number
        return None

    def _is_perfect(self, f: FigureMention) -> bool:
        """Say whether a number is told as of now: "the blast on 3 May has killed 40"."""
        tokens, at = self._around.tokens, self._around.head(f)
        if at is None:
            return False
        verb = next((n for n in (at, *tokens.ancestors(at)) if tokens.parts[n] == "VERB"), None)
        return verb is not None and any(
            tokens.lower[n] in {"has", "have"}
            for n in tokens.all_children(verb, "aux")
            if tokens.sentence_of[n] == f.sentence
        )

    def _names_others(self, between: str) -> bool:
        return bool(re.search(r"\bothers?\b", between, re.IGNORECASE))


def with_shares(around: Surroundings) -> Iterator[FigureMention]:
    """Yield the figures; a share given right behind a name soon after votes is one of votes."""
    votes = -SHARES_REACH - 1
    for f in around.notes.figures:
        votes = f.sentence if f.measure == "votes" else votes
        behind = any(
            m.form == "name" and around.stands(m.chain) and _gap(around, m, f) == " "
            for m in around.names.get(f.sentence, ())
        )
        shares = f.unit == "percent" and f.measure == "other" and behind and f.sentence - votes <= SHARES_REACH
        yield replace(f, measure="votes", counted="votes") if shares else f


def _gap(around: Surroundings, m: Mention, f: FigureMention) -> str:
    return around.tokens.source[m.end : f.start] if m.end <= f.start else ""
