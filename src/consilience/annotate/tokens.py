"""A parse seen word by word: text, neighbours, the tree."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from consilience.lang.speech import LEMMA_SLIPS
from consilience.model import Annotations, Sentence


class Tokens:
    """The tokens of one report, by number. Nothing here changes."""

    def __init__(self, notes: Annotations) -> None:
        """See the parse of *notes*."""
        self.parse = notes.parse
        self.source = notes.document.text
        self.tags = notes.parse.tags
        self.parts = notes.parse.parts
        self.heads = notes.parse.heads
        self.relations = notes.parse.relations
        self.entities = notes.parse.entities
        self.starts = notes.parse.starts
        self.ends = notes.parse.ends
        self.words = tuple(map(self.source.__getitem__, map(slice, self.starts, self.ends)))
        self.lower = tuple(w.casefold() for w in self.words)
        self.lemmas = tuple(LEMMA_SLIPS.get(w, lemma) for w, lemma in zip(self.lower, notes.parse.lemmas, strict=True))

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """The dependents of every token, in text order."""
        found: list[list[int]] = [[] for _ in self.heads]
        for n, head in enumerate(self.heads):
            if head != n:
                found[head].append(n)
        return tuple(map(tuple, found))

    @cached_property
    def sentence_of(self) -> tuple[int, ...]:
        """The sentence number of every token."""
        found = [0] * len(self)
        for number, s in enumerate(self.parse.sentences):
            found[s.first : s.last] = [number] * (s.last - s.first)
        return tuple(found)

    @cached_property
    def _token_at(self) -> dict[int, int]:
        return {start: n for n, start in enumerate(self.starts)}

    def sentence(self, token: int) -> Sentence:
        """Return the sentence of a token."""
        return self.parse.sentences[self.sentence_of[token]]

    def within(self, token: int) -> range:
        """Return the tokens of the sentence of a token."""
        sentence = self.sentence(token)
        return range(sentence.first, sentence.last)

    def at(self, start: int) -> int | None:
        """Return the token that starts at the character *start*."""
        return self._token_at.get(start)

    def glued(self, n: int) -> bool:
        """Say whether no white space stands before token *n*."""
        return n > 0 and self.ends[n - 1] == self.starts[n]

    def text(self, first: int, last: int) -> str:
        """Return the text of the tokens `[first, last)`."""
        return self.source[self.starts[first] : self.ends[last - 1]]

    def child(self, n: int, *relations: str) -> int | None:
        """Return the first dependent of *n* in one of *relations*."""
        return next((c for c in self.children[n] if self.relations[c] in relations), None)

    def all_children(self, n: int, *relations: str) -> tuple[int, ...]:
        """Return the dependents of *n* in one of *relations*."""
        return tuple(c for c in self.children[n] if self.relations[c] in relations)

    def has_verb(self, first: int, last: int) -> bool:
        """Say whether the tokens `[first, last)` hold a verb that can stand alone: no participle, no infinitive."""
        return any(
            self.parts[n] in {"VERB", "AUX"} and self.tags[n] in {"VBD", "VBP", "VBZ", "MD"} for n in range(first, last)
        )

    def past(self, verb: int) -> bool:
        """Say whether a verb or one of its auxiliaries stands in the past tense."""
        return any(self.tags[n] == "VBD" for n in (verb, *self.all_children(verb, "aux", "auxpass")))

    def agent(self, verb: int) -> int | None:
        """Return the "by" that names who does what a passive verb tells; "spoke by telephone" has none."""
        return None if self.child(verb, "nsubj") is not None else self.child(verb, "agent")

    def with_particle(self, verb: int) -> str:
        """Return the lemma of a verb with its particle: "rule out"."""
        particle = self.child(verb, "prt")
        return f"{self.lemmas[verb]} {self.lower[particle]}" if particle is not None else self.lemmas[verb]

    def subtree(self, n: int) -> tuple[int, ...]:
        """Return *n* and all that depends on it, in text order. Safe against cycles."""
        seen = {n}
        queue = [n]
        while queue:
            for child in self.children[queue.pop()]:
                if child not in seen:
                    seen.add(child)
                    queue.append(child)
        return tuple(sorted(seen))

    def reach(self, n: int) -> tuple[int, int]:
        """Return the tokens `[first, last)` that the subtree of *n* covers."""
        below = self.subtree(n)
        return below[0], below[-1] + 1

    def ancestors(self, n: int) -> Iterator[int]:
        """Yield the heads above *n*, nearest first."""
        seen = {n}
        while self.heads[n] not in seen:
            n = self.heads[n]
            seen.add(n)
            yield n
