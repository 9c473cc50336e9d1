"""On whose word the figures of a report stand, and of which candidate or party they are told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from msgspec.structs import replace

from consilience.annotate.figures.issuers import issuer_of
from consilience.annotate.tokens import Tokens
from consilience.annotate.who import Who, subject_of
from consilience.lang import english_sources as lang
from consilience.model import Annotations, FigureMention, Mention, StatementMention

#: Kinds of things that can vouch for a number.
_VOICES = frozenset({"person", "organisation", "state", "group"})
_ACCORDING = re.compile(r"\baccording\s+to\s+", re.IGNORECASE)
_CREDIT = re.compile(r"\s[-–—]\s(?P<source>(?:[A-Z]?[\w’'.]+\s?){1,5})$")
_SAYS = r"(?:claim|say|said|assert|maintain|report|confirm|announce|add|insist|put|state)(?:s|ed)?"
_AS_TOLD = re.compile(rf",?\s+as\s+(?P<source>[^,.;]{{3,60}}?)\s+{_SAYS}\b", re.IGNORECASE)
_ON_LIST = re.compile(rf"[^,;]*?\b(?:on|in|by)\s+(?P<source>[^,;]+?)['’]s?\s+(?:{'|'.join(sorted(lang.COUNTS))})\b")
_CLOSING = re.compile(
    rf",\s+(?!as\b)(?P<source>[^,;“”\"]{{3,90}}?)\s+{_SAYS}(?=[,.]|\s+(?:on|in|at|late|early|\w+day)\b|\s*$)",
    re.IGNORECASE,
)
_ASIDE = frozenset({"after", "before", "since", "as", "when", "while", "until", "following"})
_A_DAY_AFTER = re.compile(rf",\s+(?:[\w-]+\s+){{1,3}}(?:{'|'.join(lang.AFTER_A_TIME)})\b", re.IGNORECASE)
#: "45.6 percent for Ana Lima".
_FOR = re.compile(r"(?:\s+of\s+(?:the\s+)?votes?)?\s*,?\s+(?:for|to)\s+(?:[\w.]+\s+){0,3}$", re.IGNORECASE)
#: What stands between a number and where it was: "killed in the northern city of", "in".
_IN = re.compile(r"\b(?:in|at|near|around|outside)\s+(?:[\w'’-]+\s+){0,5}$", re.IGNORECASE)
_GIVEN = re.compile(r"\s*(?:as\s+)?(?:given|announced|published|reported|issued|told|released)\s+(?:on|in|at)?\s*")
#: Measures that count people to whom something happened.
PEOPLE = frozenset({"killed", "wounded", "missing", "detained", "displaced"})
#: A share of votes goes on for this many sentences.
SHARES_REACH = 3
#: Smaller values recur by chance.
LEAST_REPEATED = 3
#: What may stand between a name and its share: "Lima 45 percent", "Ana Lima (PVR): 45 percent", "the PVR obtained 60".
CLOSE = 60


def attribute_figures(notes: Annotations) -> Annotations:
    """Return the figures with `said_by` and `about` filled in where the report tells them."""
    if not notes.figures:
        return notes
    tokens = Tokens(notes)
    issuer = issuer_of(notes)
    told = _Told(notes, tokens, issuer)
    figures = [
        replace(g, said_by=told.voice(g), about=told.candidate(g), place=told.place(g), time=told.time(g))
        for g in told.with_shares()
    ]
    figures = _in_the_same_order(figures)
    figures = _shared(figures)
    return replace(notes, figures=tuple(f if f.said_by is not None else replace(f, said_by=issuer) for f in figures))


class _Told:
    """Looks up who tells what in one report."""

    def __init__(self, notes: Annotations, tokens: Tokens, issuer: int | None) -> None:
        self._notes = notes
        self._issuer = issuer
        self._tokens = tokens
        self._who = Who(notes, tokens)
        self.verb: dict[int, int] = {}  # by where a figure starts, the verb that vouches for it
        self._names: dict[int, list[Mention]] = {
            s: sorted(ms, key=lambda m: m.start)
            for s, ms in groupby(sorted(notes.mentions, key=lambda m: m.sentence), key=lambda m: m.sentence)
        }
        self._figures: dict[int, list[FigureMention]] = {
            s: list(fs)
            for s, fs in groupby(sorted(notes.figures, key=lambda f: (f.sentence, f.start)), key=lambda f: f.sentence)
        }

    def with_shares(self) -> Iterator[FigureMention]:
        """Yield the figures; a share given right behind a name soon after votes is one of votes."""
        votes = -SHARES_REACH - 1
        for f in self._notes.figures:
            votes = f.sentence if f.measure == "votes" else votes
            behind = any(
                m.form == "name" and self._stands(m.chain) and self._gap(m, f) == " "
                for m in self._names.get(f.sentence, ())
            )
            shares = f.unit == "percent" and f.measure == "other" and behind and f.sentence - votes <= SHARES_REACH
            yield replace(f, measure="votes", counted="votes") if shares else f

    def _gap(self, m: Mention, f: FigureMention) -> str:
        return self._tokens.source[m.end : f.start] if m.end <= f.start else ""

    def voice(self, f: FigureMention) -> int | None:
        """Return the chain on whose word a figure is told: the nearest that the sentence names."""
        ways = (
            self._as_told,
            self._on_list,
            self._by_clause,
            self._according_to,
            self._credited,
            self._by_telling,
            self._closing,
        )
        return next((found for way in ways if (found := way(f)) is not None), None)

    def _as_told(self, f: FigureMention) -> int | None:
        """Return the source of "are 29 and not 11, as the mayor claims"."""
        s = self._notes.parse.sentences[f.sentence]
        told = _AS_TOLD.match(self._tokens.source, f.end, s.end)
        return self._first_named(f.sentence, told.start("source"), told.end("source")) if told else None

    def _on_list(self, f: FigureMention) -> int | None:
        """Return whose count it is in "29 are missing on the ministry's list"."""
        s = self._notes.parse.sentences[f.sentence]
        told = _ON_LIST.match(self._tokens.source, f.end, min(s.end, f.end + CLOSE))
        return self._first_named(f.sentence, told.start("source"), told.end("source")) if told else None

    def _closing(self, f: FigureMention) -> int | None:
        """Return the source that closes a sentence: "..., the director of the clinic said"."""
        s = self._notes.parse.sentences[f.sentence]
        told = _CLOSING.search(self._tokens.source, f.end, s.end)
        return self._first_named(f.sentence, told.start("source"), told.end("source")) if told else None

    def _first_named(self, sentence: int, start: int, end: int) -> int | None:
        named = [m for m in self._names.get(sentence, ()) if start <= m.start < end]
        return next((m.chain for m in named if self._vouches(m.chain)), None)

    def _by_clause(self, f: FigureMention) -> int | None:
        """Return who vouches for a figure in its own clause: whose count it is, or who counts it."""
        tokens = self._tokens
        at = self._head(f)
        if at is None:
            return None
        below = at
        for n in (at, *tokens.ancestors(at)):
            if tokens.sentence_of[n] != f.sentence:
                return None
            owner = tokens.child(n, "poss") if tokens.lemmas[n] in lang.COUNTS else None
            if owner is not None and tokens.tags[owner] != "PRP$" and self._vouches(self._who.at(owner)):
                return self._who.at(owner)  # not "gives their number as 9"
            decreed = f.measure == "duration" and tokens.lemmas[n] in lang.DECREEING
            if tokens.parts[n] in {"VERB", "AUX"} and not decreed:
                found = self._subject(n, below)
                if found is not None:
                    self.verb[f.start] = n
                    return found
            below = n
        return None

    def _subject(self, verb: int, below: int) -> int | None:
        """Return the subject of a verb that vouches for what stands *below* it, not for its subject."""
        tokens = self._tokens
        lemma = tokens.lemmas[verb]
        count = tokens.child(verb, "nsubj", "nsubjpass")
        if count is not None and tokens.lemmas[count] in lang.COUNTS and count != below:
            maker = self._maker(count)  # "the mayor's figure of 11 includes three minors"
            if maker is not None:
                return maker
        theme = tokens.child(verb, "dobj")
        corrects = lemma in lang.CORRECTING and theme is not None and tokens.lemmas[theme] in lang.COUNTS
        if (not corrects and lemma not in lang.VOUCHING) or (
            tokens.tags[verb] == "VBN" and tokens.child(verb, "nsubjpass", "auxpass")
        ):
            return None
        relation = tokens.relations[below]
        aside = relation == "prep" and tokens.lower[below] in _ASIDE - {
            "as"
        }  # "after prices doubled, the mayor announced"
        if aside or relation in {"nsubj", "nsubjpass", "csubj", "advcl", "npadvmod"}:
            return None
        if lemma in lang.VOUCHING_OBJECTS and relation in {"ccomp", "advcl", "conj"}:
            return None
        if lemma == "give" and any(tokens.lower[n] == "to" for n in tokens.all_children(verb, "prep", "dative")):
            return None  # "gave 61 percent of its time to one party"
        subject = subject_of(tokens, verb)
        if subject is not None and tokens.lemmas[subject] in lang.COUNTS:
            return self._maker(subject)
        if subject is not None and tokens.lower[subject] in lang.OURSELVES:
            return self._issuer
        chain = self._who.at(subject)
        return chain if self._vouches(chain) else None

    def _maker(self, count: int) -> int | None:
        """Return whose count it is: "a parallel count by the civic group Ana Lima", "the league's tally"."""
        tokens = self._tokens
        by = next((n for n in tokens.all_children(count, "prep", "agent") if tokens.lower[n] in {"by", "from"}), None)
        for n in (tokens.child(count, "poss"), tokens.child(by, "pobj") if by is not None else None):
            around = () if n is None else (n, *tokens.all_children(n, "appos", "compound", "nmod"))
            found = [c for c in map(self._who.at, around) if c is not None and self._vouches(c)]
            if found:  # "the civic group Ana Lima": the name, not what it is
                return next((c for c in found if self._notes.chains[c].named), found[0])
        return None

    def _credited(self, f: FigureMention) -> int | None:
        """Return the source behind a flash: "Two wounded - ship manager"."""
        s = self._notes.parse.sentences[f.sentence]
        mark = _CREDIT.search(self._tokens.source, f.end, s.end)
        named = [m for m in self._names.get(f.sentence, ()) if mark and m.end > mark.start("source")]
        return next((m.chain for m in named if self._vouches(m.chain)), None)

    def _according_to(self, f: FigureMention) -> int | None:
        """Return the source of "according to X": the first behind the figure, else the last before it."""
        s = self._notes.parse.sentences[f.sentence]
        found = list(_ACCORDING.finditer(self._tokens.source, s.start, s.end))
        if not found:
            return None
        behind = [m for m in found if m.start() >= f.end]
        chosen = behind[0] if behind else found[-1]
        named = [m for m in self._names.get(f.sentence, ()) if chosen.end() <= m.start <= chosen.end() + CLOSE]
        return next((m.chain for m in named if self._vouches(m.chain) and not self._owns_a_thing(m)), None)

    def _owns_a_thing(self, m: Mention) -> bool:
        """Say whether a mention is only the owner of what is named: "her" in "according to her bill of lading"."""
        after = re.match(r"\s+(\w+)", self._tokens.source[m.end : m.end + CLOSE]) if m.form == "pronoun" else None
        return after is not None and after[1].casefold().removesuffix("s") not in lang.COUNTS

    def _by_telling(self, f: FigureMention) -> int | None:
        around = [
            s
            for s in self._notes.statements
            if s.start <= f.start and f.end <= s.end and s.speakers and not self._is_aside(s, f)
        ]
        narrowest = min(around, key=lambda s: (s.end - s.start, s.start), default=None)
        return narrowest.speakers[0] if narrowest else None

    def _is_aside(self, s: StatementMention, f: FigureMention) -> bool:
        """Say whether a "content" only says when: "After 40 people died, the mayor announced".

        What a report adds at its end it tells itself: "said it would hold the ship, a day after two were wounded".
        """
        if s.form != "direct" and _A_DAY_AFTER.search(self._tokens.source, s.start, f.start):
            return True
        first = re.match(r"\w+", self._tokens.source[s.start : s.end])
        return first is not None and first[0].casefold() in _ASIDE and s.cue_start is not None and s.cue_start >= s.end

    def _vouches(self, chain: int | None) -> bool:
        return chain is not None and self._notes.chains[chain].kind in _VOICES

    def _head(self, f: FigureMention) -> int | None:
        """Return the token of the figure's words that governs the others."""
        tokens, s = self._tokens, self._notes.parse.sentences[f.sentence]
        inside = [n for n in range(s.first, s.last) if f.start <= tokens.starts[n] < f.end]
        return next((n for n in inside if tokens.heads[n] not in inside or tokens.heads[n] == n), None)

    def candidate(self, f: FigureMention) -> int | None:
        """Return whose votes or seats a figure counts: named right behind "for", else nearest before it."""
        if f.measure != "votes" and f.unit != "seats":
            return None
        named = [m for m in self._names.get(f.sentence, ()) if m.form in {"name", "pronoun"} and self._stands(m.chain)]
        text = self._tokens.source
        figures = self._figures[f.sentence]
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
        named = [m for m in self._names.get(f.sentence, ()) if m.form == "name" and self._is_place(m.chain)]
        text, figures = self._tokens.source, self._figures[f.sentence]
        following = min((o.start for o in figures if o.start >= f.end), default=f.end + CLOSE)
        for m in named:
            if m.end <= f.start and text[m.end : f.start].strip() in {"", ":", "-", "–", "|"}:
                return m.chain
        behind = (m for m in named if f.end <= m.start < min(following, f.end + CLOSE))
        return next((m.chain for m in behind if _IN.search(text[f.end : m.start])), None)

    def _is_place(self, chain: int) -> bool:
        return self._notes.chains[chain].kind in {"place", "state"}

    def time(self, f: FigureMention) -> int | None:
        """Return the time as of which a figure is told: that of its telling, else its own.

        What a commission declared on Thursday of Sunday's vote is a figure of Thursday. A time that belongs to another
        figure ("in place of the 71 percent given on 10 October") is none of this one.
        """
        if f.measure not in {"price", "money", "duration"} and not f.change:
            of_verb = self._time_of_verb(f)
            if of_verb is not None:
                return of_verb
            around = [s for s in self._notes.statements if s.start <= f.start and f.end <= s.end and s.time is not None]
            telling = min(around, key=lambda s: (s.end - s.start, s.start), default=None)
            if telling is not None:
                return telling.time
            if f.measure == "votes" and self._is_told(f):
                return None  # who claims on the 9th to have won 51 percent on the 2nd claims it on the 9th
        if f.time is None or (f.measure in PEOPLE and self._is_perfect(f)):
            return None
        time, text = self._notes.times[f.time], self._tokens.source
        others = [o for o in self._figures[f.sentence] if f.end <= o.start and o.end <= time.start]
        return None if any(_GIVEN.fullmatch(text, o.end, time.start) for o in others) else f.time

    def _is_told(self, f: FigureMention) -> bool:
        return any(s.start <= f.start and f.end <= s.end for s in self._notes.statements)

    def _time_of_verb(self, f: FigureMention) -> int | None:
        """Return the time of the verb that vouches for a figure: "declared on Thursday that on Sunday"."""
        verb, tokens = self.verb.get(f.start), self._tokens
        if verb is None:
            return None
        for number, t in enumerate(self._notes.times):
            at = tokens.at(t.start) if t.sentence == f.sentence and not t.expression.duration else None
            if (
                at is not None
                and next((n for n in tokens.ancestors(at) if tokens.parts[n] in {"VERB", "AUX"}), None) == verb
            ):
                return number
        return None

    def _is_perfect(self, f: FigureMention) -> bool:
        """Say whether a number is told as of now: "the blast on 3 May has killed 40"."""
        tokens, at = self._tokens, self._head(f)
        if at is None:
            return False
        verb = next((n for n in (at, *tokens.ancestors(at)) if tokens.parts[n] == "VERB"), None)
        return verb is not None and any(
            tokens.lower[n] in {"has", "have"}
            for n in tokens.all_children(verb, "aux")
            if tokens.sentence_of[n] == f.sentence
        )

    def _stands(self, chain: int) -> bool:
        return self._notes.chains[chain].kind in {"person", "organisation", "group"}

    def _names_others(self, between: str) -> bool:
        return bool(re.search(r"\bothers?\b", between, re.IGNORECASE))


def _in_the_same_order(figures: Sequence[FigureMention]) -> list[FigureMention]:
    """Give a bare list of parts the parties of the list before it: "63, 51 and 6" after "A 60, B 55 and others 5"."""
    result = list(figures)
    parts = [n for n, f in enumerate(figures) if f.part_of is not None and (f.measure == "votes" or f.unit == "seats")]
    lists = [list(ns) for _, ns in groupby(parts, key=lambda n: (figures[n].part_of, figures[n].sentence))]
    for one, other in pairwise(lists):
        alike = len(one) == len(other) > 1 and figures[one[0]].part_of == figures[other[0]].part_of
        if alike and all(figures[n].about is None for n in other):
            for n, m in zip(one, other, strict=True):
                result[m] = replace(result[m], about=figures[n].about)
    return result


def _shared(figures: Sequence[FigureMention]) -> list[FigureMention]:
    """Give the source of a value to where the report repeats it without one, and that of a whole to its parts."""
    figures = _carried_on(figures)
    vouched = {(f.measure, f.low, f.high): f.said_by for f in reversed(figures) if f.said_by is not None}
    result = [
        f if f.said_by is not None or (f.low == f.high and f.low < LEAST_REPEATED)
        else replace(f, said_by=vouched.get((f.measure, f.low, f.high)))
        for f in figures
    ]  # fmt: skip
    for n, f in enumerate(result):
        if f.said_by is None and f.part_of is not None and result[f.part_of].said_by is not None:
            result[n] = replace(f, said_by=result[f.part_of].said_by)
    return result


def _carried_on(figures: Sequence[FigureMention]) -> list[FigureMention]:
    """Give the source of a figure to those that the sentence goes on with: "counts 12 dead, 40 wounded, 3 missing"."""
    result: list[FigureMention] = []
    for f in figures:
        last = result[-1] if result and result[-1].sentence == f.sentence else None
        goes_on = f.said_by is None and last is not None and f.measure != "duration"
        result.append(replace(f, said_by=last.said_by) if goes_on and last else f)
    return result
