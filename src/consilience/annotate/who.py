"""Which chain a word stands for."""

from __future__ import annotations

from consilience.annotate.tokens import Tokens
from consilience.lang.event_grammar import OF_THE_OBJECT, SAYING
from consilience.model import Annotations


class Who:
    """Looks up the chains of one report by token."""

    def __init__(self, notes: Annotations, tokens: Tokens) -> None:
        """Index the mentions of *notes*."""
        self.chains = notes.chains
        self._tokens = tokens
        self._by_head: dict[int, int] = {}
        self._heads: dict[int, list[int]] = {}
        self._covering: dict[int, tuple[int, int]] = {}  # token -> (length, chain) of the shortest mention around it
        for mention in sorted(notes.mentions, key=lambda m: m.form == "adjective"):  # "dozens of Turks" are no state
            self._by_head.setdefault(mention.head, mention.chain)
            n = tokens.at(mention.start)
            while n is not None and n < len(tokens) and tokens.starts[n] < mention.end:
                length = mention.end - mention.start
                if n not in self._covering or length < self._covering[n][0]:
                    self._covering[n] = (length, mention.chain)
                n += 1
        for head, chain in self._by_head.items():
            self._heads.setdefault(chain, []).append(head)

    def at(self, token: int | None) -> int | None:
        """Return the chain of the mention whose head, or else one of whose words, *token* is."""
        if token is None:
            return None
        if token in self._by_head:
            return self._by_head[token]
        tokens = self._tokens
        covering = self._covering.get(token)
        if covering and tokens.relations[token] not in {"amod", "poss"}:
            return covering[1]
        if tokens.lower[token] in {"who", "which", "that"} and tokens.relations[tokens.heads[token]] == "relcl":
            return self.at(tokens.heads[tokens.heads[token]])
        return None

    def heads(self, chain: int) -> tuple[int, ...]:
        """Return the head tokens of a chain's mentions."""
        return tuple(self._heads.get(chain, ()))

    def parties(self, token: int | None) -> tuple[int, ...]:
        """Return the chains of a noun and of those joined to it by "and", in text order, each once."""
        if token is None:
            return ()
        tokens = self._tokens
        found = [self.at(token)]
        joined = tuple(n for n in tokens.all_children(token, "conj") if not is_teller(tokens, n))
        while joined:
            found += [self.at(n) for n in joined]
            joined = tuple(m for n in joined for m in tokens.all_children(n, "conj"))
        return tuple(dict.fromkeys(c for c in found if c is not None))


def is_teller(tokens: Tokens, n: int) -> bool:
    """Say whether a noun that parsers join to the one before the comma says it: "to help Oslo, Anna Berg said"."""
    verb = n + 1
    if tokens.relations[n] not in {"conj", "appos"} or verb >= len(tokens) or tokens.tags[verb] not in {"VBD", "VBZ"}:
        return False
    first = tokens.reach(n)[0]
    aside = tokens.words[first - 1] == "," if first else False
    return aside and tokens.lemmas[verb] in SAYING and tokens.child(verb, "nsubj", "nsubjpass") is None


def subject_of(tokens: Tokens, verb: int, depth: int = 0) -> int | None:
    """Return the token that is the subject of *verb*, its own or the one it shares ("adding that", "and said")."""
    own = tokens.all_children(verb, "nsubj", "nsubjpass", "csubj")
    if own:  # of two the nearest: the first is the place of a dateline
        return max((n for n in own if n < verb), default=own[0])
    if verb and is_teller(tokens, verb - 1):
        return verb - 1
    relation, head = tokens.relations[verb], tokens.heads[verb]
    if depth > 4 or head == verb:
        return None
    if relation in {"acl", "relcl"}:
        return head
    if relation == "pcomp" and tokens.lower[head] in OF_THE_OBJECT:  # "quoted him as saying", "accused him of firing"
        goal = tokens.child(tokens.heads[head], "nsubjpass") if tokens.lower[head] == "as" else None
        goal = tokens.child(tokens.heads[head], "dobj") if goal is None else goal  # "he was quoted as saying"
        if goal is not None or tokens.lower[head] == "as":
            return goal
    if relation in {"conj", "xcomp", "advcl", "dep", "ccomp", "pcomp", "prep", "parataxis"}:
        step = head if tokens.parts[head] in {"VERB", "AUX"} or relation == "pcomp" else None
        return subject_of(tokens, step, depth + 1) if step is not None else None
    return None
