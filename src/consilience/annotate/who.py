"""Which chain a word stands for."""

from __future__ import annotations

from consilience.annotate.tokens import Tokens
from consilience.model import Annotations


class Who:
    """Looks up the chains of one report by token."""

    def __init__(self, notes: Annotations, tokens: Tokens) -> None:
        """Index the mentions of *notes*."""
        self.chains = notes.chains
        self._tokens = tokens
        self._by_head: dict[int, int] = {}
        self._covering: dict[int, tuple[int, int]] = {}  # token -> (length, chain) of the shortest mention around it
        for mention in notes.mentions:
            self._by_head.setdefault(mention.head, mention.chain)
            n = tokens.at(mention.start)
            while n is not None and n < len(tokens) and tokens.starts[n] < mention.end:
                length = mention.end - mention.start
                if n not in self._covering or length < self._covering[n][0]:
                    self._covering[n] = (length, mention.chain)
                n += 1

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

    def parties(self, token: int | None) -> tuple[int, ...]:
        """Return the chains of a noun and of those joined to it by "and", in text order, each once."""
        if token is None:
            return ()
        tokens = self._tokens
        found = [self.at(token)]
        joined = tokens.all_children(token, "conj")
        while joined:
            found += [self.at(n) for n in joined]
            joined = tuple(m for n in joined for m in tokens.all_children(n, "conj"))
        return tuple(dict.fromkeys(c for c in found if c is not None))


def subject_of(tokens: Tokens, verb: int, depth: int = 0) -> int | None:
    """Return the token that is the subject of *verb*, its own or the one it shares ("adding that", "and said")."""
    own = tokens.child(verb, "nsubj", "nsubjpass", "csubj")
    if own is not None:
        return own
    relation, head = tokens.relations[verb], tokens.heads[verb]
    if depth > 4 or head == verb:
        return None
    if relation in {"acl", "relcl"}:
        return head
    if relation == "pcomp" and tokens.lower[head] == "as":  # "quoted him as saying"
        passive = tokens.child(tokens.heads[head], "nsubjpass")  # "he was quoted by the agency as saying"
        return tokens.child(tokens.heads[head], "dobj") if passive is None else passive
    if relation in {"conj", "xcomp", "advcl", "dep", "ccomp", "pcomp", "prep", "parataxis"}:
        step = head if tokens.parts[head] in {"VERB", "AUX"} or relation == "pcomp" else None
        return subject_of(tokens, step, depth + 1) if step is not None else None
    return None
