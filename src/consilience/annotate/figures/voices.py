"""On whose word a figure stands."""

from __future__ import annotations

import re

from consilience.annotate.figures.surroundings import Surroundings
from consilience.annotate.who import subject_of
from consilience.lang import english_sources as lang
from consilience.model import FigureMention, Mention, StatementMention

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
#: How far behind "according to" or a number its source may stand.
CLOSE = 60


class Voices:
    """Looks up on whose word the figures of one report stand."""

    def __init__(self, around: Surroundings, issuer: int | None) -> None:
        """Ask about the figures *around*; *issuer* is who speaks by the report itself."""
        self._around = around
        self._issuer = issuer
        self.verb: dict[int, int] = {}  # by where a figure starts, the verb that vouches for it

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
        s = self._around.notes.parse.sentences[f.sentence]
        told = _AS_TOLD.match(self._around.tokens.source, f.end, s.end)
        return self._first_named(f.sentence, told.start("source"), told.end("source")) if told else None

    def _on_list(self, f: FigureMention) -> int | None:
        """Return whose count it is in "29 are missing on the ministry's list"."""
        s = self._around.notes.parse.sentences[f.sentence]
        told = _ON_LIST.match(self._around.tokens.source, f.end, min(s.end, f.end + CLOSE))
        return self._first_named(f.sentence, told.start("source"), told.end("source")) if told else None

    def _closing(self, f: FigureMention) -> int | None:
        """Return the source that closes a sentence: "..., the director of the clinic said"."""
        s = self._around.notes.parse.sentences[f.sentence]
        told = _CLOSING.search(self._around.tokens.source, f.end, s.end)
        return self._first_named(f.sentence, told.start("source"), told.end("source")) if told else None

    def _first_named(self, sentence: int, start: int, end: int) -> int | None:
        named = [m for m in self._around.names.get(sentence, ()) if start <= m.start < end]
        return next((m.chain for m in named if self._vouches(m.chain)), None)

    def _by_clause(self, f: FigureMention) -> int | None:
        """Return who vouches for a figure in its own clause: whose count it is, or who counts it."""
        tokens = self._around.tokens
        at = self._around.head(f)
        if at is None:
            return None
        below = at
        for n in (at, *tokens.ancestors(at)):
            if tokens.sentence_of[n] != f.sentence:
                return None
            owner = tokens.child(n, "poss") if tokens.lemmas[n] in lang.COUNTS else None
            if owner is not None and tokens.tags[owner] != "PRP$" and self._vouches(self._around.who.at(owner)):
                return self._around.who.at(owner)  # not "gives their number as 9"
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
        tokens = self._around.tokens
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
        if corrects and tokens.relations[verb] == "advcl" and tokens.lemmas[tokens.heads[verb]] not in lang.VOUCHING:
            return None  # "23 people were killed, raising an earlier toll of 17": the dead correct nobody
        subject = subject_of(tokens, verb)
        if subject is not None and tokens.lemmas[subject] in lang.COUNTS:
            return self._maker(subject)
        if subject is not None and tokens.lower[subject] in lang.OURSELVES:
            return self._issuer
        chain = self._around.who.at(subject)
        return chain if self._vouches(chain) else None

    def _maker(self, count: int) -> int | None:
        """Return whose count it is: "a parallel count by the civic group Ana Lima", "the league's tally"."""
        tokens = self._around.tokens
        by = next((n for n in tokens.all_children(count, "prep", "agent") if tokens.lower[n] in {"by", "from"}), None)
        makers = [tokens.child(count, "poss"), tokens.child(by, "pobj") if by is not None else None]
        for n in (*makers, *tokens.all_children(count, "compound")):
            around = () if n is None else (n, *tokens.all_children(n, "appos", "compound", "nmod"))
            found = [c for c in map(self._around.who.at, around) if c is not None and self._vouches(c)]
            if found:  # "the civic group Ana Lima": the name, not what it is
                return next((c for c in found if self._around.notes.chains[c].named), found[0])
        return None

    def _credited(self, f: FigureMention) -> int | None:
        """Return the source behind a flash: "Two wounded - ship manager"."""
        s = self._around.notes.parse.sentences[f.sentence]
        mark = _CREDIT.search(self._around.tokens.source, f.end, s.end)
        named = [m for m in self._around.names.get(f.sentence, ()) if mark and m.end > mark.start("source")]
        return next((m.chain for m in named if self._vouches(m.chain)), None)

    def _according_to(self, f: FigureMention) -> int | None:
        """Return the source of "according to X": the first behind the figure, else the last before it."""
        s = self._around.notes.parse.sentences[f.sentence]
        found = list(_ACCORDING.finditer(self._around.tokens.source, s.start, s.end))
        if not found:
            return None
        behind = [m for m in found if m.start() >= f.end]
        chosen = behind[0] if behind else found[-1]
        counted = [o for o in self._around.figures[f.sentence] if o.unit == "persons"]
        named = [
            m
            for m in self._around.names.get(f.sentence, ())
            if chosen.end() <= m.start <= chosen.end() + CLOSE and not any(o.start <= m.start < o.end for o in counted)
        ]
        return next((m.chain for m in named if self._vouches(m.chain) and not self._owns_a_thing(m)), None)

    def _owns_a_thing(self, m: Mention) -> bool:
        """Say whether a mention is only the owner of what is named: "her" in "according to her bill of lading"."""
        after = (
            re.match(r"\s+(?:own\s+)?(\w+)", self._around.tokens.source[m.end : m.end + CLOSE])
            if m.form == "pronoun"
            else None
        )
        return after is not None and after[1].casefold().removesuffix("s") not in lang.COUNTS

    def _by_telling(self, f: FigureMention) -> int | None:
        around = [
            s
            for s in self._around.notes.statements
            if s.start <= f.start and f.end <= s.end and s.speakers and not self._is_aside(s, f)
        ]
        narrowest = min(around, key=lambda s: (s.end - s.start, s.start), default=None)
        return narrowest.speakers[0] if narrowest else None

    def _is_aside(self, s: StatementMention, f: FigureMention) -> bool:
        """Say whether a "content" only says when: "After 40 people died, the mayor announced".

        What a report adds at its end it tells itself: "said it would hold the ship, a day after two were wounded".
        """
        if s.form != "direct" and _A_DAY_AFTER.search(self._around.tokens.source, s.start, f.start):
            return True
        first = re.match(r"\w+", self._around.tokens.source[s.start : s.end])
        return first is not None and first[0].casefold() in _ASIDE and s.cue_start is not None and s.cue_start >= s.end

    def _vouches(self, chain: int | None) -> bool:
        return chain is not None and self._around.notes.chains[chain].kind in _VOICES
