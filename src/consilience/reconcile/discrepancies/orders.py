"""The orders that a report tells: who gave them, to whom, to do what; and who decided alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from consilience.lang.english_terms import ALONE, DECIDING, GIVING, ORDER, ORDERING, TELLING_TO
from consilience.model import TESTIFYING_ROLES, Annotations, Sentence
from consilience.reconcile.discrepancies.tree import below, chain_at, children
from consilience.reconcile.wording import content_words

#: Words before the first noun that belong to it: "the port authority".
_BEFORE = frozenset({"det", "nummod", "amod", "compound", "poss", "aux"})
_RELATIVE = frozenset({"who", "that", "which"})


class Order(NamedTuple):
    """An order: chains of giver and receiver, the words of what is to be done, its character, its sentence's number."""

    giver: int
    receiver: int | None
    words: frozenset[str]
    what: str
    alone: bool
    at: int
    sentence: int


def orders_in(n: Annotations) -> Iterator[Order]:
    """Yield the orders given, in text order; those that were only asked for, or not given, are none."""
    for number, s in enumerate(n.parse.sentences):
        if s.role not in TESTIFYING_ROLES:
            continue
        for t in range(s.first, s.last):
            found = _order_at(n, s, t)
            if found is not None:
                giver, receiver, told, alone = found
                chain = chain_at(n, giver)
                whom = chain_at(n, receiver) if receiver is not None else None
                if chain is not None and (told.words or alone):
                    yield Order(chain, whom, told.words, told.what, alone, n.parse.starts[t], number)


class _Told(NamedTuple):
    """What is to be done, in the report's words, and the stems of its nouns and verbs."""

    what: str
    words: frozenset[str]


_Found = tuple[int, int | None, _Told, bool]


def _order_at(n: Annotations, s: Sentence, t: int) -> _Found | None:
    """Return giver, receiver and words of the order that the token *t* tells, whether nobody gave it."""
    p = n.parse
    lemma = p.lemmas[t]
    if p.parts[t] == "NOUN" and lemma == ORDER:
        return _by_order_of(n, s, t)
    if p.parts[t] != "VERB" or p.tags[t] not in {"VBD", "VBN", "VBG"} or children(n, t, "neg"):
        return None
    if any(p.lemmas[c] in {"will", "would", "may", "might", "could"} for c in children(n, t, "aux")):
        return None
    giver = _giver(n, t)
    if giver is None:
        return None
    if lemma in DECIDING:
        alone = any(p.lemmas[c] in ALONE for c in children(n, t, "advmod", "npadvmod", "dobj"))
        return (giver, None, _words(n, s, t, {giver}), True) if alone else None
    if lemma in GIVING:
        order = next((c for c in children(n, t, "dobj", "nsubjpass") if p.lemmas[c] == ORDER), None)
        return (giver, None, _words(n, s, order, set()), False) if order is not None else None
    to_do = children(n, t, "xcomp", "ccomp")
    if lemma not in ORDERING and not (lemma in TELLING_TO and any(p.tags[c] == "VB" for c in to_do)):
        return None
    told = children(n, t, "dobj", "dative") if to_do else []
    inner = [c for v in to_do for c in children(n, v, "nsubj")]
    return giver, next(iter([*told, *inner]), None), _words(n, s, t, {giver}), False


def _giver(n: Annotations, verb: int) -> int | None:
    """Return who does what a verb tells: its agent, its subject, or what "who" stands for."""
    p = n.parse
    if children(n, verb, "auxpass") or children(n, verb, "agent"):
        agents = [c for by in children(n, verb, "agent") for c in children(n, by, "pobj")]
        return agents[0] if agents else None
    subject = next(iter(children(n, verb, "nsubj")), None)
    if subject is not None and p.lemmas[subject] in _RELATIVE:
        # "It was Vondra who ordered it": the parser hangs the clause on the name or on "was".
        above = p.heads[verb]
        return above if p.parts[above] in {"NOUN", "PROPN"} else next(iter(children(n, above, "attr")), None)
    return subject


def _by_order_of(n: Annotations, s: Sentence, order: int) -> _Found | None:
    """Return the order of "was stored there by order of the mayor", "on the orders of the mayor"."""
    p = n.parse
    giver = next(
        (c for of in children(n, order, "prep") if p.lemmas[of] == "of" for c in children(n, of, "pobj")), None
    )
    by = p.heads[order]
    verb = p.heads[by]
    if giver is None or p.lemmas[by] not in {"by", "on", "at"} or p.parts[verb] not in {"VERB", "AUX"}:
        return None
    told = _words(n, s, verb, {order})
    done = n.document.text[p.starts[verb] : p.ends[verb]]
    return giver, None, told._replace(words=told.words | content_words(done)), False


def _words(n: Annotations, s: Sentence, head: int, without: set[int]) -> _Told:
    """Return what is to be done, as it is told and by its nouns and verbs, without the word *head* and its giver."""
    p, text = n.parse, n.document.text
    inside = below(n, head, s.first, s.last)
    dropped = {t for w in without if w in inside for t in below(n, w, s.first, s.last)} | {head}
    dropped |= {t for by in children(n, head, "agent") for t in below(n, by, s.first, s.last)}
    dropped |= set(children(n, head, "det", "aux", "auxpass"))
    times = [(t.start, t.end) for t in n.times]
    kept = [k for k in inside if k not in dropped and not any(start <= p.starts[k] < end for start, end in times)]
    full = [k for k in kept if p.parts[k] in {"NOUN", "PROPN", "VERB"}]
    told = [k for k in range(full[0], full[-1] + 1) if k not in dropped] if full else []
    while told and told[0] - 1 in kept and p.relations[told[0] - 1] in _BEFORE:
        told.insert(0, told[0] - 1)
    if told and told[-1] + 1 in kept and p.parts[told[-1] + 1] == "NUM":  # "Hangar 9"
        told.append(told[-1] + 1)
    words = content_words(" ".join(text[p.starts[k] : p.ends[k]] for k in full))
    what = " ".join(text[p.starts[k] : p.ends[k]] for k in told)
    return _Told(what, words)
