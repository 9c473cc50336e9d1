"""Given mentions joined into things: what our names, chains and pronouns say is one, put onto a gold set's mentions.

A set's mentions are given as spans; what is judged is what joins them. Inside a report: names spelled or shortened
alike, descriptions taken up again, apposition, pronouns by our own resolver and, where it abstains, by the nearest that
fits; speakers of an interview by their lines.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple

from consilience.annotate.tokens import Tokens
from consilience.lang import english_names as en
from consilience.model import Annotations
from consilience.naming import fold, initials

FIRST = frozenset({"i", "me", "my", "mine", "myself"})
SECOND = frozenset({"you", "your", "yours", "yourself"})
MANY = frozenset({"we", "us", "our", "ours", "ourselves"})
_RELATIVE = frozenset({"who", "which", "whom", "whose"})
_POINTING = frozenset(["the", "this", "that", "these", "those"])
_NEW = frozenset(["a", "an", "another", "some", "any", "no", "every", "each", "many", "several", "few"])
#: The figure beside which the links of this module are to be read: what the record has without them.
RECORD_ALONE = "CoNLL, record alone"
#: A pronoun means something named at most so many sentences before.
NEAR = 4


class Given(NamedTuple):
    """A mention of a gold set: its name there, its characters."""

    id: Hashable
    start: int
    end: int


class Phrase(NamedTuple):
    """A given mention with its words: tokens `[first, last)`, head, lower-case text, sentence, our chain or None."""

    id: Hashable
    first: int
    last: int
    head: int
    text: str
    sentence: int
    chain: int | None


class Union:
    """Sets that only grow together."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._parent: dict[Hashable, Hashable] = {}

    def root(self, item: Hashable) -> Hashable:
        """Return what stands for the set of *item*."""
        while self._parent.setdefault(item, item) != item:
            item = self._parent[item]
        return item

    def join(self, a: Hashable, b: Hashable) -> None:
        """Make one set of two."""
        self._parent[self.root(b)] = self.root(a)

    def sets(self, items: Iterable[Hashable]) -> list[frozenset[Hashable]]:
        """Return the sets of *items*, in the order of their first."""
        found: dict[Hashable, set[Hashable]] = {}
        for item in items:
            found.setdefault(self.root(item), set()).add(item)
        return [frozenset(members) for members in found.values()]


def phrases_of(mentions: Sequence[Given], notes: Annotations, tokens: Tokens) -> list[Phrase]:
    """Return the mentions with their words, in text order, the longer of two that begin together first."""
    by_head = {m.head: m.chain for m in notes.mentions}
    found = []
    for m in sorted(mentions, key=lambda m: (m.start, -m.end, str(m.id))):
        inside = [n for n in range(len(tokens)) if tokens.starts[n] < m.end and tokens.ends[n] > m.start]
        if not inside:
            continue
        head = head_of(inside, tokens)
        chain = by_head.get(head)
        if chain is None and len(inside) == 1:
            chain = next((x.chain for x in notes.mentions if x.start <= tokens.starts[head] < x.end), None)
        text = tokens.text(inside[0], inside[-1] + 1).casefold()
        found.append(Phrase(m.id, inside[0], inside[-1] + 1, head, text, tokens.sentence_of[head], chain))
    return found


def head_of(inside: Sequence[int], tokens: Tokens) -> int:
    """Return the token that governs the others; of "in the Gulf" the Gulf."""
    within = set(inside)
    tops = [n for n in inside if tokens.heads[n] not in within or tokens.heads[n] == n]
    nouns = [n for n in tops if tokens.parts[n] in {"NOUN", "PROPN", "PRON", "NUM"}]
    if nouns:
        return nouns[0]
    below = [n for n in inside if tokens.heads[n] in tops and tokens.relations[n] == "pobj"]
    return (below or tops or list(inside))[0]


def link(phrases: Sequence[Phrase], tokens: Tokens, union: Union, speakers: Mapping[int, str] | None = None) -> None:
    """Join the phrases of one report in *union*. *speakers* gives who speaks a sentence, where the set says it."""
    links = _Links(tokens, union, speakers or {})
    for phrase in phrases:
        links.place(phrase)


class _Links:
    def __init__(self, tokens: Tokens, union: Union, speakers: Mapping[int, str]) -> None:
        self._tokens = tokens
        self._union = union
        self._speakers = speakers
        self._before: list[Phrase] = []

    def place(self, p: Phrase) -> None:
        """Join a phrase to what it takes up, if it does."""
        self._union.root(p.id)
        to = self._earlier(p)
        if to is not None:
            self._union.join(to.id, p.id)
        self._before.append(p)

    def _earlier(self, p: Phrase) -> Phrase | None:
        if p.last - p.first == 1 and self._is_pronoun(p):
            return self._pronoun(p)
        return self._beside(p) or self._chained(p) or (self._name(p) if self._is_name(p) else self._described(p))

    def _is_pronoun(self, p: Phrase) -> bool:
        return (
            p.text in FIRST | SECOND | MANY | _RELATIVE or p.text in en.PRONOUNS or self._tokens.parts[p.head] == "PRON"
        )

    def _is_name(self, p: Phrase) -> bool:
        return self._tokens.parts[p.head] == "PROPN"

    def _reversed(self) -> Iterable[Phrase]:
        return reversed(self._before)

    # --- pronouns

    def _pronoun(self, p: Phrase) -> Phrase | None:
        for family in (FIRST, SECOND, MANY):
            if p.text in family:
                return self._of_speech(p, family)
        if p.text in _RELATIVE:
            return next((q for q in self._reversed() if q.first < p.first and q.last >= p.first - 1), None)
        gender = en.PRONOUNS.get(p.text)
        if gender is None:
            return None
        return self._chained(p) or self._nearest(p, *gender)

    def _of_speech(self, p: Phrase, family: frozenset[str]) -> Phrase | None:
        speaker = self._speakers.get(p.sentence, "")
        same = (q for q in self._reversed() if self._speakers.get(q.sentence, "") == speaker and q.text in family)
        found = next(same, None)
        if found is None and family is FIRST and speaker:
            words = {w for w in fold(speaker).split() if len(w) > 2}
            found = next((q for q in self._before if self._is_name(q) and words & set(fold(q.text).split())), None)
            found = found or next(
                (
                    q
                    for q in self._before
                    if fold(q.text).replace(" ", "") in fold(speaker).replace(" ", "") and len(q.text) > 3
                ),
                None,
            )
            found = found or next(
                (q for q in self._reversed() if q.text in SECOND and self._speakers.get(q.sentence) != speaker), None
            )
        if found is None and family is SECOND:
            found = next(
                (q for q in self._reversed() if q.text in FIRST and self._speakers.get(q.sentence, "") != speaker), None
            )
        return found

    def _nearest(self, p: Phrase, gender: str | None, plural: bool) -> Phrase | None:
        """Return the nearest fitting phrase: the same pronoun, else a subject, else anything."""
        near = [
            q
            for q in self._reversed()
            if p.sentence - q.sentence <= NEAR and q.last <= p.first and self._fits(q, gender, plural=plural)
        ]
        subjects = [
            q for q in near if self._tokens.relations[q.head].startswith("nsubj") and p.sentence - q.sentence <= 2
        ]
        return next(iter(subjects or near), None)

    def _fits(self, q: Phrase, gender: str | None, *, plural: bool) -> bool:
        known = en.PRONOUNS.get(q.text)
        if known is not None:
            return known[1] == plural and (known[0] == gender or plural)
        if self._is_pronoun(q):
            return False
        many = self._tokens.tags[q.head] in {"NNS", "NNPS"} or " and " in q.text
        lemma = self._tokens.lemmas[q.head].casefold()
        person = en.role_nouns().get(lemma) == "person" or self._tokens.entities[q.head].endswith("PERSON")
        if plural:
            return many
        told = en.GENDERED.get(lemma) or en.given_names().get(fold(self._tokens.words[q.first]))
        if gender in {"m", "f"}:
            return person and not many and told in {None, gender}
        return (
            not person
            and not many
            and self._tokens.entities[q.head][2:] not in {"DATE", "TIME", "CARDINAL", "PERCENT", "MONEY"}
        )

    # --- names and descriptions

    def _beside(self, p: Phrase) -> Phrase | None:
        """Return the phrase that *p* stands in apposition to."""
        tokens = self._tokens
        if tokens.relations[p.head] != "appos":
            return None
        return next((q for q in self._reversed() if q.head == tokens.heads[p.head]), None)

    def _chained(self, p: Phrase) -> Phrase | None:
        if p.chain is None:
            return None
        return next((q for q in self._reversed() if q.chain == p.chain and not _nested(q, p)), None)

    def _name(self, p: Phrase) -> Phrase | None:
        mine = _proper(p, self._tokens)
        letters = mine.upper().replace(".", "")
        for q in self._reversed():
            if not self._is_name(q) or _nested(q, p):
                continue
            theirs = _proper(q, self._tokens)
            a, b = set(mine.split()), set(theirs.split())
            if mine == theirs or (a and b and (a <= b or b <= a) and mine.split()[-1] == theirs.split()[-1]):
                return q
            if len(letters) > 1 and " " not in letters and initials(self._tokens.text(q.first, q.last)) == letters:
                return q
        return None

    def _described(self, p: Phrase) -> Phrase | None:
        tokens = self._tokens
        opening = tokens.lower[p.first]
        if opening in _NEW:
            return None
        lemma = tokens.lemmas[p.head].casefold()
        for q in self._reversed():
            if _nested(q, p) or tokens.lemmas[q.head].casefold() != lemma or self._is_pronoun(q):
                continue
            if tokens.tags[q.head] != tokens.tags[p.head]:
                continue
            mine, theirs = self._modifiers(p), self._modifiers(q)
            if mine == theirs or (opening in _POINTING and mine <= theirs):
                return q
        return None

    def _modifiers(self, p: Phrase) -> frozenset[str]:
        tokens = self._tokens
        return frozenset(
            tokens.lemmas[n].casefold()
            for n in range(p.first, p.last)
            if n != p.head and tokens.parts[n] in {"NOUN", "PROPN", "ADJ", "NUM", "VERB"}
        )


def _nested(q: Phrase, p: Phrase) -> bool:
    return q.first <= p.first and p.last <= q.last


def _proper(p: Phrase, tokens: Tokens) -> str:
    """Return the words of the name in a phrase, folded, without its titles and articles."""
    first = last = p.head
    while (
        first > p.first
        and tokens.parts[first - 1] in {"PROPN", "PUNCT", "PART"}
        and tokens.words[first - 1] not in {",", "(", "’s", "'s"}
    ):
        first -= 1
    while last + 1 < p.last and tokens.parts[last + 1] == "PROPN":
        last += 1
    words = fold(tokens.text(first, last + 1)).split()
    kept = [w for w in words if w not in en.HONORIFICS and w not in en.TITLE_WORDS]
    return " ".join(kept or words)
