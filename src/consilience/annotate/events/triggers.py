"""Words that tell an event, with its type: verbs, and nouns where grammar shows that they happen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from consilience.annotate.events.borrowed import is_done_above, of_whole, repeated, threat
from consilience.annotate.events.frames import Frame, frame_of, senses_of
from consilience.annotate.events.nouns import noun_sense
from consilience.annotate.tokens import Tokens
from consilience.annotate.who import Who
from consilience.lang.event_grammar import (
    ATTENDING,
    CARRIERS,
    DEFINITE,
    DENIED_DEEDS,
    DENYING_PLAINLY,
    ENDING,
    ENDINGS,
    FAILING,
    HAPPEN,
    LASTING,
    OCCASIONS,
    OVER,
    OWNING_UP,
    REMOTE,
    RESPONSIBILITY,
    SCHEDULING,
    SILENT,
    TALKING,
)
from consilience.lang.events import Sense, event_verbs
from consilience.model import TESTIFYING_ROLES, TimeMention

#: So many "of" phrases may stand between a noun and what says when it is to be.
_DEEPEST = 4
_VERBS = frozenset({"VERB", "AUX"})
#: So begin the lemmas of ends: "end curfew".
ENDED = "end "


class Trigger(NamedTuple):
    """The token of the event word, the verb that carries it (itself for a verb), what it means, the frame of the verb.

    *definite*: the noun takes up an event already told; *alluded*: it only names it ("grief over the blast").
    *scheduled*: the clause only says when it is to be. *words* is the verb with its particle ("call in").
    """

    token: int
    verb: int | None
    word: Sense
    frame: Frame | None
    definite: bool = False
    alluded: bool = False
    scheduled: bool = False
    words: str = ""


class Finder:
    """Finds the events of one report's testifying sentences; *quoted* tokens are somebody's words, not the report's."""

    def __init__(self, tokens: Tokens, who: Who, times: tuple[TimeMention, ...], quoted: frozenset[int]) -> None:
        """Look at *tokens* with the chains of *who*."""
        self.tokens, self.who, self.quoted = tokens, who, quoted
        self._timed = frozenset(_tokens_of(tokens, times))

    def find(self) -> Iterator[Trigger]:
        """Yield the events in text order."""
        for sentence in self.tokens.parse.sentences:
            if sentence.role not in TESTIFYING_ROLES:
                continue
            for n in range(sentence.first, sentence.last):
                if n not in self.quoted or self._is_plain(n):
                    verb = self.tokens.parts[n] in {"VERB", "AUX"}
                    found = self._verb(n) if verb else self._noun(n)
                    if found and found.word.event:
                        yield found

    def _is_plain(self, n: int) -> bool:
        """Say whether a quotation asserts something outright: a main verb of the past with a noun as its subject."""
        tokens = self.tokens
        subject = tokens.child(n, "nsubj", "nsubjpass")
        return (
            tokens.tags[n] in {"VBD", "VBN"}
            and tokens.relations[n] in {"ROOT", "ccomp"}
            and subject is not None
            and tokens.parts[subject] in {"NOUN", "PROPN"}
            and not tokens.all_children(n, "neg")
        )

    # --- verbs

    def _verb(self, n: int) -> Trigger | None:
        tokens = self.tokens
        if tokens.relations[n] in {"amod", "compound"} or (tokens.relations[n] == "acl" and tokens.tags[n] == "VBG"):
            return None
        frame = frame_of(tokens, self.who, n)
        if frame.object in self._timed and not frame.passive:  # "flew in the next morning", read as its object
            frame = replace(frame, object=None)
        if self._is_happening(n, frame) or is_done_above(tokens, n) or self._says_nothing(n):
            return None
        if tokens.lemmas[n] in TALKING:
            return self._talk(n, frame)
        if tokens.lemmas[n] in SCHEDULING and (arriving := self._awaited(n, frame)):
            return arriving
        words, senses, frame = senses_of(frame)
        if any(not s.event and s.frame and frame.fits(s) for s in senses):  # "snow blocked the road"
            return None
        special = next((s for s in senses if any(c.startswith("obj=") for c in s.frame) and frame.fits(s)), None)
        if special is None and (self._carried(n) or self._denied(n)):
            return None
        word = special or next((s for s in senses if frame.fits(s)), None)
        if word is None and (whole := of_whole(frame)) is not None:
            frame = whole
            word = next((s for s in senses if any(c.startswith("obj=@text") for c in s.frame) and frame.fits(s)), None)
        if word is None and (taken_up := repeated(frame)) is not None:
            words, word, frame = taken_up
        if word is None and (threatened := threat(frame)) is not None:
            words, word = threatened.lemma, threatened
        return Trigger(n, n, word, frame, words=words) if word else None

    def _says_nothing(self, n: int) -> bool:
        """Say whether somebody only will not speak: "declined to comment"."""
        tokens, what = self.tokens, self.tokens.child(n, "xcomp")
        return tokens.lemmas[n] in FAILING and what is not None and tokens.lemmas[what] in SILENT

    def _is_happening(self, n: int, frame: Frame) -> bool:
        """Say whether a verb only says that what its subject names came about: "protests erupted"."""
        subject = frame.subject
        if subject is None or frame.object is not None or self.tokens.lemmas[n] not in HAPPEN:
            return False
        word = noun_sense(self.tokens, subject)
        return word is not None and word.event and self.tokens.relations[subject] == "nsubj"

    def _talk(self, n: int, frame: Frame) -> Trigger | None:
        several = frame.subject is not None and (
            self.tokens.child(frame.subject, "conj") is not None or self.tokens.tags[frame.subject] in {"NNS", "NNPS"}
        )
        remote = any(self.tokens.lower[g] in REMOTE for g in frame.behind("by", "over", "on", "via"))
        word = Sense((), "call" if remote else "talk", "CONSULT", "phone" if remote else None)
        if several and not remote and self._are_two(frame.subject) and not self.tokens.all_children(n, "ccomp"):
            return Trigger(n, n, word, frame, definite=True)  # "the two presidents spoke only once"
        if not frame.behind("with") and not (several and remote) and not (remote and frame.behind("to")):
            return None
        return Trigger(n, n, word, frame)

    def _are_two(self, subject: int | None) -> bool:
        """Say whether a subject stands for two told of before: "the two ministers"."""
        before = self.tokens.all_children(subject, "nummod", "det", "predet") if subject is not None else ()
        words = {self.tokens.lower[c] for c in before}
        return {"the", "two"} <= words or "both" in words

    def _awaited(self, n: int, frame: Frame) -> Trigger | None:
        """Return the arrival that "the ferry is awaited at noon" tells."""
        if not frame.passive or self.tokens.child(n, "xcomp", "ccomp") is not None or frame.object is None:
            return None
        arrival = next(
            (s for s in event_verbs()["arrive"] if s.frame[:1] and s.frame[0].startswith("subj=") and frame.fits(s)),
            None,
        )
        return (
            Trigger(n, n, arrival, frame, scheduled=True)
            if arrival and noun_sense(self.tokens, frame.object) is None
            else None
        )

    def _carried(self, verb: int) -> tuple[int, ...]:
        """Return the event nouns that a verb only carries: "declared a state of emergency"."""
        tokens = self.tokens
        if tokens.lemmas[verb] not in CARRIERS:
            return ()
        goals = [*tokens.all_children(verb, "dobj", "nsubjpass")]
        goals += [c for g in goals for c in tokens.all_children(g, "conj")]  # "declared mourning and a curfew"
        told = frame_of(tokens, self.who, verb).object
        if told is not None and told not in goals:
            goals.append(told)
        goals = [g for g in goals if (w := noun_sense(self.tokens, g)) is not None and w.event and not self._is_name(g)]
        if tokens.lemmas[verb] in ATTENDING:
            goals = [g for g in goals if (w := noun_sense(self.tokens, g)) is not None and w.type == "CONSULT"]
        if tokens.lemmas[verb] == "call":  # "called the talks frank" carries nothing
            goals = [
                g for g in goals if not any(tokens.lower[c] in DEFINITE for c in tokens.all_children(g, "det", "poss"))
            ]
        return tuple(goals)

    def _denied(self, verb: int) -> tuple[int, ...]:
        """Return the event nouns that a verb only says no to: "ruled out an attack"."""
        tokens = self.tokens
        goals = tokens.all_children(verb, "dobj") if tokens.with_particle(verb) in DENYING_PLAINLY else ()
        return tuple(
            g for g in goals if (w := noun_sense(self.tokens, g)) is not None and w.event and w.type in DENIED_DEEDS
        )

    # --- nouns

    def _is_name(self, n: int) -> bool:
        tokens = self.tokens
        return (
            tokens.parts[n] == "PROPN"
            and tokens.words[n][:1].isupper()
            and n > tokens.sentence(n).first
            and not tokens.words[n].isupper()
            and self.who.at(n) is not None
        )

    def _noun(self, n: int) -> Trigger | None:
        word = noun_sense(self.tokens, n)
        tokens = self.tokens
        if word is None or not word.event or tokens.relations[n] == "compound" or self._is_name(n):
            return None
        if tokens.child(n, "nummod") is not None and word.type != "CONSULT":  # "534 arrests" is a figure
            return None
        verb = self._carrier_of(n)
        if verb is None and word.type in LASTING and self._is_over(n):
            over = tokens.heads[n]
            return Trigger(n, over, _ended(word), frame_of(tokens, self.who, over))
        if verb is not None:
            return Trigger(
                n, verb, _ended(word) if tokens.lemmas[verb] in ENDING else word, frame_of(tokens, self.who, verb)
            )
        if tokens.relations[n] == "dobj" and n in self._denied(tokens.heads[n]):
            return Trigger(n, None, word, None)
        if scheduled := self._scheduled(n):
            return Trigger(n, scheduled, word, frame_of(tokens, self.who, scheduled), scheduled=True)
        owner = self._owned_up(n) or (self._under_way(n) if word.mode == "visit" else None)
        if owner is not None:
            return Trigger(n, owner, word, frame_of(tokens, self.who, owner))
        definite = any(
            tokens.lower[c] in DEFINITE for c in tokens.all_children(n, "det", "poss")
        ) and not self._has_party(n)
        relation = tokens.relations[n]
        if self._happens(n) or (relation == "ROOT" and word.type is not None and self._has_party(n)):
            return Trigger(n, None, word, None, definite=definite)
        if relation == "pobj" and self._is_occasion(tokens.heads[n]):
            told = self._is_dated(n) or self._has_party(n) or (word.type == "CONSULT" and self._is_attended(n))
            return Trigger(n, None, word, None, definite=not told) if told or definite else None
        if (
            word.type is not None
            and self._has_party(n)
            and relation in {"nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos"}
        ):
            return Trigger(n, None, word, None, definite=True)
        return Trigger(n, None, word, None, definite=True, alluded=True) if definite else None

    def _owned_up(self, n: int) -> int | None:
        """Return the verb with which somebody says that he did what a noun names: "claimed responsibility for it"."""
        tokens = self.tokens
        to, what = tokens.heads[n], tokens.heads[tokens.heads[n]]
        if tokens.relations[n] != "pobj" or tokens.lower[to] != "for" or tokens.lemmas[what] not in RESPONSIBILITY:
            return None
        verb = tokens.heads[what]
        nobody = tokens.child(verb, "neg") is not None or not frame_of(tokens, self.who, verb).is_party(
            tokens.child(verb, "nsubj")
        )
        return verb if tokens.lemmas[verb] in OWNING_UP and not nobody else None

    def _under_way(self, n: int) -> int | None:
        """Return the verb of "is on a visit to"."""
        tokens, verb = self.tokens, self.tokens.heads[self.tokens.heads[n]]
        on = tokens.relations[n] == "pobj" and tokens.lower[tokens.heads[n]] == "on"
        return verb if on and tokens.lemmas[verb] == "be" else None

    def _is_over(self, n: int) -> bool:
        """Say whether a clause tells that what a noun names is no more: "the curfew expired", "has been gone since"."""
        tokens, verb = self.tokens, self.tokens.heads[n]
        if tokens.relations[n] not in {"nsubj", "nsubjpass"} or tokens.all_children(verb, "neg", "dobj"):
            return False
        if tokens.lemmas[verb] == "be":
            return any(tokens.lower[c] in OVER for c in tokens.all_children(verb, "acomp", "advmod", "prt"))
        return tokens.lemmas[verb] in OVER

    def _is_occasion(self, preposition: int) -> bool:
        """Say whether a preposition leads to the occasion of a clause, not to what words are about: "a note on"."""
        tokens = self.tokens
        about = tokens.lower[preposition] in {"on", "by"} and tokens.parts[tokens.heads[preposition]] not in _VERBS
        return tokens.lower[preposition] in OCCASIONS and not about

    def _is_attended(self, n: int) -> bool:
        """Say whether a talk is the occasion at which somebody does or says something: "in the call X told Y"."""
        tokens, preposition = self.tokens, self.tokens.heads[n]
        verb = tokens.heads[preposition]
        if tokens.parts[verb] != "VERB" or tokens.lower[preposition] not in {"in", "at", "during"}:
            return False
        return frame_of(tokens, self.who, verb).is_party(tokens.child(verb, "nsubj"))

    def _carrier_of(self, n: int) -> int | None:
        tokens, head = self.tokens, self.tokens.heads[n]
        above = (head, tokens.heads[head]) if tokens.relations[n] == "conj" else (head,)
        for verb in (*above, *tokens.all_children(n, "acl", "relcl")):
            if tokens.parts[verb] == "VERB" and n in self._carried(verb):
                _, senses, frame = senses_of(frame_of(tokens, self.who, verb))
                special = any(c.startswith("obj=") for s in senses for c in s.frame if frame.fits(s))
                return None if special else verb
        return None

    def _scheduled(self, n: int) -> int | None:
        """Return the word that says when the event is to be: "is planned for Friday", "is due on Thursday"."""
        tokens, head = self.tokens, self.tokens.heads[n]
        if tokens.relations[n] == "nsubjpass" and tokens.lemmas[head] in SCHEDULING:
            return head
        if tokens.relations[n] == "nsubj" and any(tokens.lower[c] == "due" for c in tokens.all_children(head, "acomp")):
            return head
        within = layer = [n]
        for _ in range(_DEEPEST):  # "the meeting of the ministers of the council slated for Friday"
            layer = [g for w in layer for p in tokens.all_children(w, "prep") for g in tokens.all_children(p, "pobj")]
            within = within + layer
        above = tokens.heads[head]
        if (
            tokens.relations[n] == "pobj" and noun_sense(self.tokens, above) is None
        ):  # "views on the meeting slated for Friday"
            within = [*within, above]
        for clause in (c for w in within for c in tokens.all_children(w, "acl", "relcl") if c > n):
            if (tokens.lemmas[clause] in SCHEDULING and tokens.tags[clause] == "VBN") or any(
                tokens.lower[c] == "due" for c in tokens.all_children(clause, "acomp")
            ):
                return clause
        return None

    def _happens(self, n: int) -> bool:
        """Say whether a noun is told to happen: it does something, there was one, or it has its own day."""
        tokens, head = self.tokens, self.tokens.heads[n]
        relation = tokens.relations[n]
        if relation == "nsubj" and tokens.lemmas[head] in HAPPEN:
            return True
        if relation == "attr" and tokens.lemmas[head] == "be" and tokens.child(head, "expl") is not None:
            return True
        return relation in {"nsubj", "nsubjpass", "ROOT"} and self._is_dated(n)

    def _is_dated(self, n: int) -> bool:
        tokens = self.tokens
        return any(
            g in self._timed for p in tokens.all_children(n, "prep") for g in tokens.all_children(p, "pobj")
        ) or any(c in self._timed for c in tokens.all_children(n, "poss", "compound", "npadvmod", "nmod"))

    def _has_party(self, n: int) -> bool:
        """Say whether a noun names who took part: "the resignation of X", "X's call with Y"."""
        tokens = self.tokens
        owners = tokens.all_children(n, "poss")
        goals = [
            g
            for p in tokens.all_children(n, "prep")
            if tokens.lower[p] in {"of", "by", "with", "between", "on", "against"}
            for g in tokens.all_children(p, "pobj")
        ]
        told = [c for c in (*owners, *goals) if c not in self._timed]
        return any(tokens.parts[c] == "PROPN" or self._is_of_a_body(c) for c in told)

    def _is_of_a_body(self, n: int) -> bool:
        """Say whether a noun tells officials by whose they are: "the foreign ministers of the alliance"."""
        chain = self.who.at(n)
        known = self.who.chains[chain] if chain is not None else None
        return known is not None and known.of is not None and self.who.chains[known.of].named


def _tokens_of(tokens: Tokens, times: tuple[TimeMention, ...]) -> Iterator[int]:
    """Yield the tokens of all time expressions."""
    for t in times:
        n = tokens.at(t.start)
        while n is not None and n < len(tokens) and tokens.starts[n] < t.end:
            yield n
            n += 1


def _ended(word: Sense) -> Sense:
    kind, mode = ENDINGS.get(word.type or "", (None, None))
    return Sense((), f"{ENDED}{word.lemma}", kind, mode)  # type: ignore[arg-type]
