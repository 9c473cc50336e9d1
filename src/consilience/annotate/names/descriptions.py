"""Descriptions: "the Kestrian health ministry", "its president", "a Western diplomat", "he".

A description is found by its head noun; who it means is decided in `chains`.
"""

from __future__ import annotations

from typing import NamedTuple

from consilience.annotate.names.runs import Run
from consilience.annotate.tokens import Tokens
from consilience.lang import english_names as en
from consilience.lang.event_grammar import COUNTING
from consilience.lang.states import states_by_adjective
from consilience.model import Kind

#: Words that stand before a noun and belong to its description.
_LEFT = frozenset(
    {"det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "advmod", "case", "npadvmod", "punct", "predet"}
)


class Description(NamedTuple):
    """A noun phrase that describes somebody, or a pronoun.

    Tokens `[first, last)`, the head token, the sentence; *phrase* is what it says without article, owner and number
    ("health ministry", folded to singular for a person); *owner* the token that tells whose or of which state;
    *definite* is "the", a possessive or a demonstrative.
    """

    first: int
    last: int
    head: int
    sentence: int
    kind: Kind
    phrase: str
    plural: bool
    definite: bool
    owner: int | None
    pronoun: bool


def find_descriptions(tokens: Tokens, runs: tuple[Run, ...], demonyms: frozenset[int]) -> tuple[Description, ...]:
    """Return the descriptions and pronouns of a report, in text order; none inside a name or its title."""
    taken = {n for run in runs for n in range(run.title, run.last)}
    titles = {n for run in runs for n in _title_before(tokens, run)}
    found = []
    for n in range(len(tokens)):
        if n in taken or n in titles:
            continue
        made = _pronoun(tokens, n) or (_people(tokens, n) if n in demonyms else None) or _noun(tokens, n, taken)
        if made:
            found.append(made)
    return tuple(found)


def title_span(tokens: Tokens, run: Run) -> tuple[int, int] | None:
    """Return the tokens `[first, last)` of the role given before a name: "Interior Minister", "fire brigade chief"."""
    if run.title < run.first:
        return run.title, run.first
    before = _title_before(tokens, run)
    return (before[0], before[-1] + 1) if before else None


def _title_before(tokens: Tokens, run: Run) -> list[int]:
    """Return the lower-case words right before a name that are its title."""
    n = run.title - 1
    if n < 0 or tokens.sentence_of[n] != run.sentence:
        return []
    lower = tokens.lower[n]
    person = "person" in {en.role_nouns().get(lower), en.role_nouns().get(lower.removesuffix("s"))}
    if not person and lower not in en.SHORT_TITLES and lower not in en.HONORIFICS:
        return []
    words = [n]
    while n - 1 >= 0 and tokens.sentence_of[n - 1] == run.sentence and _modifies_title(tokens, n - 1):
        n -= 1
        words.insert(0, n)
    return words


def _modifies_title(tokens: Tokens, n: int) -> bool:
    lower = tokens.lower[n]
    if tokens.words[n] in states_by_adjective() or tokens.parts[n] not in {"NOUN", "ADJ"}:
        return False
    return lower in en.TITLE_WORDS or lower in en.BODY_HEADS or tokens.relations[n] in {"compound", "amod"}


def _pronoun(tokens: Tokens, n: int) -> Description | None:
    known = en.PRONOUNS.get(tokens.lower[n])
    if known is None or tokens.tags[n] not in {"PRP", "PRP$"} or _is_dummy(tokens, n):
        return None
    gender, plural = known
    kind: Kind = "person" if gender in {"m", "f"} else "group" if plural else "organisation"
    return Description(n, n + 1, n, tokens.sentence_of[n], kind, tokens.lower[n], plural, True, None, True)


def _is_dummy(tokens: Tokens, n: int) -> bool:
    """Say whether "it" refers to nothing: "it is clear that", "it appeared that"."""
    if tokens.lower[n] != "it":
        return False
    if tokens.relations[n] == "expl":
        return True
    verb = tokens.heads[n]
    weather = tokens.lemmas[verb] in {"be", "seem", "appear", "happen", "remain", "take", "emerge", "become"}
    return weather and tokens.relations[n] in {"nsubj", "nsubjpass"}


def _people(tokens: Tokens, n: int) -> Description | None:
    """Return some of a people, who are not its state: "three Norwegians", "a Norwegian"."""
    if tokens.parts[n] not in {"NOUN", "PROPN"} or tokens.relations[n] in {"compound", "amod", "nmod", "poss"}:
        return None
    plural = tokens.tags[n] in {"NNS", "NNPS"}
    articles = {tokens.lower[c] for c in tokens.all_children(n, "det")}
    counted = tokens.child(n, "nummod") is not None or _is_counted(tokens, n)
    if not (counted if plural else articles & en.INDEFINITE and tokens.tags[n] in {"NN", "NNP"}):
        return None
    first = min((c for c in tokens.children[n] if tokens.relations[c] in _LEFT), default=n)
    kind: Kind = "group" if plural else "person"
    definite = "the" in articles
    return Description(first, n + 1, n, tokens.sentence_of[n], kind, tokens.words[n], plural, definite, n, False)


def _is_counted(tokens: Tokens, n: int) -> bool:
    """Say whether a number stands before "of": "dozens of Norwegians"."""
    of = tokens.heads[n]
    if tokens.relations[n] != "pobj" or tokens.lower[of] != "of":
        return False
    return tokens.parts[tokens.heads[of]] == "NUM" or tokens.lower[tokens.heads[of]] in COUNTING


def _noun(tokens: Tokens, n: int, taken: set[int]) -> Description | None:
    if tokens.parts[n] not in {"NOUN", "PROPN"} or tokens.relations[n] == "compound":
        return None
    kind = _kind_of(tokens, n)
    if kind is None:
        return None
    first, owner = _left_edge(tokens, n, taken)
    if first == n and tokens.lower[n] in en.BODIES_WITH_ARTICLE:
        return None
    last, of_owner = _right_edge(tokens, n)
    words = tokens.lower[first:n]
    determiners = {"the", "this", "that", "these", "those", "both"}
    definite = bool(determiners & set(words)) or owner is not None or of_owner is not None
    capital = tokens.words[n][:1].isupper() and n > tokens.sentence(n).first
    plural = tokens.tags[n] in {"NNS", "NNPS"}
    return Description(
        first,
        last,
        n,
        tokens.sentence_of[n],
        "group" if plural and kind == "person" else kind,
        _phrase(tokens, first, n, plural=plural),
        plural,
        definite or capital,
        owner if owner is not None else of_owner,
        False,
    )


def _kind_of(tokens: Tokens, n: int) -> Kind | None:
    lemma = tokens.lemmas[n] if tokens.parts[n] == "NOUN" else tokens.lower[n].removesuffix("s")
    lower = tokens.lower[n]
    if lemma in en.STATE_NOUNS and tokens.parts[n] == "NOUN" and tokens.tags[n] == "NN":
        return "state"
    if lemma in {"capital", "city", "town", "village", "region", "province"} and tokens.tags[n] in {"NN", "NNP"}:
        return "place"
    if _is_press_report(tokens, n):
        return "organisation"
    kind = en.role_nouns().get(lower) or en.role_nouns().get(lemma)
    if kind == "person" or (n and (tokens.lower[n - 1], lower) in en.ROLES_OF_TWO_WORDS):
        return "person"
    if lower in en.COMING and n > 1 and tokens.words[n - 1] == "-":  # "the president-elect"
        return "person" if en.role_nouns().get(tokens.lower[n - 2]) == "person" else None
    if kind == "organisation":
        return "organisation"
    return "group" if kind == "group" else None


def _is_press_report(tokens: Tokens, n: int) -> bool:
    """Say whether a noun stands for the press that reports: "state media reports said"."""
    press = any(tokens.lower[c] in en.PRESS for c in tokens.all_children(n, "compound"))
    return press and tokens.lemmas[n] == "report"


def _left_edge(tokens: Tokens, n: int, taken: set[int]) -> tuple[int, int | None]:
    """Return where the description of the noun *n* begins, and the token of its owner on the left."""
    first, owner = n, None
    for child in reversed(tokens.children[n]):
        if child >= n or tokens.relations[child] not in _LEFT or tokens.relations[child] == "punct":
            continue
        edge = tokens.reach(child)[0]
        if first - tokens.reach(child)[1] > 1 or edge < tokens.sentence(n).first:
            break
        first = min(first, edge)
        capital = tokens.words[child][:1].isupper() and tokens.relations[child] in {"compound", "nmod", "amod"}
        of_state = child in taken or tokens.relations[child] == "amod" or tokens.words[child] in states_by_adjective()
        if tokens.relations[child] == "poss" or (capital and of_state):
            owner = child
    return first, owner


def _right_edge(tokens: Tokens, n: int) -> tuple[int, int | None]:
    """Return where the description ends ("of X" belongs to it) and the token of its owner on the right."""
    last = n + 1
    preposition = tokens.child(n, "prep")
    if _is_head_of_state(tokens, n):
        return n + 3, None
    if preposition == last and tokens.lower[last] == "in" and tokens.tags[n] in {"NNS", "NNPS"}:
        return last, None  # "the ministers in Vienna" are not Vienna's
    leads = {"of", "in", "for", "from"} if tokens.lower[n] in en.COUNTERPARTS else {"of", "in", "for"}
    if preposition == last and tokens.lower[last] in leads and tokens.lower[n] not in {"one", "some"}:
        target = tokens.child(last, "pobj")
        if target is not None and _is_portfolio(tokens, n, target):
            return target + 1, None
        comma = next((k for k in range(last + 1, target or 0) if tokens.words[k] == ","), None)
        if comma is not None and tokens.parts[comma - 1] == "PROPN":
            target = comma - 1  # "the minister of Norway, Anna Berg", read as one name
        if target is not None and (tokens.parts[target] == "PROPN" or tokens.lemmas[target] in en.STATE_NOUNS):
            return (target + 1 if tokens.lower[last] == "of" else last), target
        if target is not None and tokens.lower[last] == "of" and target - n <= 4:
            return target + 1, None
    return last, None


def _is_portfolio(tokens: Tokens, n: int, target: int) -> bool:
    """Say whether a minister's business stands behind "of", and not his state: "Minister of the Interior"."""
    return tokens.lower[n].removesuffix("s") in en.MINISTERS and tokens.lower[target] in en.TITLE_WORDS


def _business(tokens: Tokens, target: int) -> str:
    """Return a minister's business as it stands before the office: "foreign" of "Minister of Foreign Affairs"."""
    before = [tokens.lower[k] for k in tokens.all_children(target, "compound", "amod") if k < target]
    return " ".join(before if before and tokens.lower[target] in en.AFFAIRS else [*before, tokens.lower[target]])


def _is_head_of_state(tokens: Tokens, n: int) -> bool:
    """Say whether a noun is the office: whose state it is, the words do not say."""
    return tokens.lower[n] in {"head", "heads"} and tokens.lower[n + 1 : n + 3] == ("of", "state")


def _phrase(tokens: Tokens, first: int, n: int, *, plural: bool) -> str:
    """Return what a description says without article, owner and number."""
    words = [
        k
        for k in range(first, n)
        if tokens.parts[k] in {"NOUN", "ADJ", "PROPN"}
        and tokens.relations[k] in {"compound", "amod", "nmod"}
        and (tokens.heads[k] == n or tokens.relations[tokens.heads[k]] != "poss")
        and tokens.words[k] not in states_by_adjective()
        and not (
            tokens.words[k][:1].isupper() and tokens.relations[k] == "amod" and tokens.lower[k] not in en.TITLE_WORDS
        )
        and tokens.lower[k] not in en.HONORIFICS
    ]
    words = [k for k in words if tokens.words[k - 1] != "-" or k - 2 in words]  # no "clothes officers"
    if _is_head_of_state(tokens, n):
        return f"{tokens.lower[n]} of state"
    head = tokens.lower[n] if plural or tokens.parts[n] == "PROPN" else tokens.lemmas[n]
    of = tokens.child(n, "prep")
    portfolio = ""
    if of == n + 1 and tokens.lower[of] == "of":
        target = tokens.child(of, "pobj")
        if target is not None and _is_portfolio(tokens, n, target):
            head = f"{_business(tokens, target)} {head}"
        elif (
            target is not None
            and tokens.parts[target] == "NOUN"
            and tokens.lemmas[target] not in en.STATE_NOUNS
            and tokens.lower[n] not in en.KIN
        ):
            portfolio = tokens.lemmas[target]
    before = "".join(f"{tokens.lower[k]}{'' if k + 1 in words and tokens.glued(k + 1) else ' '}" for k in words)
    if _is_press_report(tokens, n):
        return before.strip()
    return f"{portfolio} {before}{head}".strip()
