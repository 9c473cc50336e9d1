"""The country of a party: its own, its owner's, or the one that the words of the report give it."""

from __future__ import annotations

from collections.abc import Iterator

from consilience.annotate.tokens import Tokens
from consilience.knowledge import home_of
from consilience.lang.parties import countries_by_name
from consilience.model import Annotations, Mention

#: What stands in one of these relations to a noun tells whose it is: "Syria's opposition", "Turkish troops".
_OWNING = ("poss", "amod", "compound", "nmod", "appos")
#: What follows a noun after these tells where it belongs: "rebels in the north of Sudan", "a missionary from Calgary".
_HOME = frozenset({"of", "in", "from", "throughout", "across"})
#: A state in one of these relations is the setting of a sentence and no party of its own.
_SETTING = frozenset({"poss", "amod", "compound", "nmod"})
#: Descriptions are followed through so many owners: "members of the party of the north of Sudan".
_DEEPEST = 4


class Countries:
    """Tells the countries of the chains of one report."""

    def __init__(self, notes: Annotations, tokens: Tokens) -> None:
        """Look at the mentions of *notes*."""
        self._chains = notes.chains
        self._day = notes.document.printed_day
        self._tokens = tokens
        self._mentions: dict[int, list[Mention]] = {}
        for mention in notes.mentions:
            if mention.form != "pronoun":
                self._mentions.setdefault(mention.chain, []).append(mention)

    def of(self, chain: int) -> str | None:
        """Return the ISO 3166-1 alpha-3 code of a party's state, `IGO` for a body of states; None if nothing tells."""
        return self.told_of(chain) or self._set_in(chain)

    def told_of(self, chain: int) -> str | None:
        """Return the same only where the report's own words of the party tell it, and not where its sentence is set."""
        return self._known(chain, _DEEPEST) or self._led(chain) or self._worded(chain)

    def _known(self, number: int, depth: int) -> str | None:
        """Return the country that the chain has, or what it belongs to."""
        chain = self._chains[number]
        if chain.country:
            return chain.country
        if named := next((c for n in (chain.name, *chain.aliases) if (c := _by_name(n))), None):
            return named
        owners = [chain.of, *(h.of for h in chain.holdings)]
        found = (self._known(o, depth - 1) for o in owners if o is not None and o != number and depth)
        return next((c for c in found if c), None)

    def _led(self, number: int) -> str | None:
        """Return the state of a leader known by name alone; of nobody whose state or body the report tells."""
        chain = self._chains[number]
        if chain.kind != "person" or not chain.named or any(h.of is not None for h in chain.holdings):
            return None
        return home_of(chain.name, [h.title for h in chain.holdings], day=self._day)

    def _worded(self, number: int) -> str | None:
        """Return the country that stands in or beside one of its mentions."""
        for mention in self._mentions.get(number, ()):
            first = self._tokens.at(mention.start)
            inside = range(first, mention.head + 1) if first is not None else ()
            words = [mention.head, *self._around(mention.head, _DEEPEST)]
            found = next((c for n in (*words, *inside) if (c := self._of_word(n))), None)
            if found:
                return found
        return None

    def _around(self, head: int, depth: int) -> Iterator[int]:
        """Yield the words that say whose or whence a noun is, the nearest first."""
        tokens = self._tokens
        near = [*tokens.all_children(head, *_OWNING)]
        if tokens.relations[head] in {"appos", "compound"}:  # "the movement's leader, Anna Berg"
            near.append(tokens.heads[head])
        for outer in (head, *tokens.all_children(head, "acl", "relcl")):  # "rebels operating in Macedonia"
            for preposition in tokens.all_children(outer, "prep"):
                if tokens.lower[preposition] in _HOME:
                    near += tokens.all_children(preposition, "pobj")
        yield from near
        if depth:
            for n in near:
                if tokens.heads[n] != n and n != head:
                    yield from (w for w in self._around(n, 0) if w != head)

    def _of_word(self, n: int) -> str | None:
        tokens = self._tokens
        first = n
        while first and tokens.heads[first - 1] == n and tokens.relations[first - 1] == "compound":
            first -= 1
        spelled = (tokens.text(a, n + 1) for a in range(first, n + 1))
        return next((c for words in spelled if (c := _by_name(words))), None)

    def _set_in(self, number: int) -> str | None:
        """Return the only state in which its sentence is set: whom no word places is of where it is told of."""
        for mention in self._mentions.get(number, ()):
            s = self._tokens.parse.sentences[mention.sentence]
            states = {c for n in range(s.first, s.last) if self._is_setting(n) and (c := self._of_word(n))}
            if len(states) == 1:
                return states.pop()
        return None

    def _is_setting(self, n: int) -> bool:
        tokens = self._tokens
        if not tokens.words[n][:1].isupper():
            return False
        return tokens.relations[n] in _SETTING or tokens.lower[tokens.heads[n]] in _HOME


def _by_name(words: str) -> str | None:
    plain = words.casefold().removeprefix("the ").removesuffix("'s").removesuffix("’s")
    names = countries_by_name()
    return names.get(plain) or next((c for w in plain.split("-")[:1] if w != plain and (c := names.get(w))), None)
