"""What kind of thing a name names: votes from the tagger, titles, shape, tables and grammar, over a whole report."""

from __future__ import annotations

from consilience.annotate.names.descriptions import title_span
from consilience.annotate.names.runs import Run
from consilience.annotate.tokens import Tokens
from consilience.lang import english_names as en
from consilience.lang.page import agency_names
from consilience.lang.states import organisations_by_name, states_by_capital, states_by_name
from consilience.model import Kind
from consilience.naming import fold, spelled_one_way

#: Weights of the votes, hand-set: a table outweighs all, a title outweighs the tagger's slips.
TABLE, TITLE, SHAPE, GRAMMAR, TAGGER = 20.0, 6.0, 4.0, 1.5, 1.0
#: All kinds, the more careful first: ties go to it.
KINDS: tuple[Kind, ...] = ("organisation", "place", "person", "state", "group")
_TAGGED: dict[str, Kind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "place",
}


def vote(tokens: Tokens, run: Run) -> dict[Kind, float]:
    """Return the votes of one mention of a name for the kinds it may be."""
    votes: dict[Kind, float] = dict.fromkeys(KINDS, 0.0)
    name = tokens.text(run.first, run.last)
    spelled = spelled_one_way(name)
    words = [tokens.lower[n] for n in range(run.first, run.last)]
    if name in states_by_name() or (name.isupper() and name.title() in states_by_name()):
        votes["state"] += TABLE
    elif spelled in organisations_by_name() or name in agency_names():
        votes["organisation"] += TABLE
    elif name in states_by_capital():
        votes["place"] += SHAPE
    _vote_shape(votes, words, name)
    _vote_title(votes, tokens, run)
    _vote_grammar(votes, tokens, run)
    for n in range(run.first, run.last):
        kind = _TAGGED.get(tokens.entities[n][2:])
        if kind:
            votes[kind] += TAGGER / (run.last - run.first)
    return votes


def _vote_shape(votes: dict[Kind, float], words: list[str], name: str) -> None:
    numbered = len(words) > 1 and words[-1].isdigit() and words[-2] in en.PLACE_HEADS
    if numbered:
        votes["place"] += TABLE
    elif len(words) > 1 and (words[-1] in en.PLACE_HEADS or words[0] in en.PLACE_OPENERS):
        votes["place"] += SHAPE
    elif words[-1] in en.BODY_HEADS or words[0] in en.BODY_HEADS | en.BODY_OPENERS or {"of", "&"} & set(words[1:-1]):
        votes["organisation"] += SHAPE
    if len(words) == 1 and name.isupper() and 2 <= len(name) <= 6:
        votes["organisation"] += GRAMMAR + TAGGER
    given = en.given_names().get(fold(words[0]))
    if given and 2 <= len(words) <= 4 and words[-1] not in en.BODY_HEADS and words[-1] not in en.PLACE_HEADS:
        votes["person"] += SHAPE


def _vote_title(votes: dict[Kind, float], tokens: Tokens, run: Run) -> None:
    if title_span(tokens, run):
        votes["person"] += TITLE
    after = run.last
    if after + 1 < len(tokens) and tokens.words[after] == "," and tokens.words[after + 1].isdigit():
        comma = after + 2 < len(tokens) and tokens.words[after + 2] in {",", "."}
        votes["person"] += TITLE if comma and 10 <= int(tokens.words[after + 1][:3]) <= 110 else 0
    head = run.last - 1
    for child in tokens.all_children(head, "appos"):
        if en.role_nouns().get(tokens.lemmas[child]) == "person":
            votes["person"] += SHAPE
    above = tokens.heads[head]
    if tokens.relations[head] == "appos" and en.role_nouns().get(tokens.lemmas[above]) == "person":
        votes["person"] += SHAPE


def _vote_grammar(votes: dict[Kind, float], tokens: Tokens, run: Run) -> None:
    before = tokens.lower[run.first - 1] if run.first > tokens.parse.sentences[run.sentence].first else ""
    head = run.last - 1
    if before in en.PLACE_PREPOSITIONS and tokens.relations[head] == "pobj":
        votes["place"] += GRAMMAR if before in en.SURE_PLACE_PREPOSITIONS else GRAMMAR / 3
        full = run.last - run.first > 1 and tokens.lemmas[tokens.heads[run.first - 1]] not in en.TRUST
        votes["person"] -= SHAPE if before == "in" and full else 0
    if before == "to" and tokens.lower[tokens.heads[run.first - 1]] in en.WAYS:
        votes["place"] += GRAMMAR
    if before == "the" and (run.last - run.first == 1 or fold(tokens.words[run.first]) not in en.given_names()):
        votes["organisation"] += GRAMMAR
        votes["person"] -= GRAMMAR
    if _is_described_as_body(tokens, run):
        votes["organisation"] += SHAPE
        votes["person"] -= SHAPE
    if tokens.lower[tokens.heads[head]] in en.PLACE_NOUNS | en.PLACE_HEADS and tokens.relations[head] == "compound":
        votes["place"] += SHAPE if tokens.heads[head] == run.last else 0  # "Senava province", "the Zhelyn dam"
    governor = tokens.lower[tokens.heads[run.first - 1]] if before == "of" else ""
    if en.role_nouns().get(governor) == "person" and run.last - run.first == 1:
        votes["place"] += GRAMMAR
    placed = governor in en.PLACE_NOUNS
    described = any(tokens.lemmas[child] in en.PLACE_NOUNS for child in tokens.all_children(head, "appos"))
    if placed:
        votes["place"] += TITLE
        votes["person"] -= SHAPE
    elif described:
        votes["place"] += SHAPE
    if _speaks(tokens, head) or (before == "with" and _is_personal(tokens, tokens.heads[run.first - 1])):
        votes["person"] += GRAMMAR / 2
    role = tokens.parse.sentences[run.sentence].role
    if role == "dateline":
        votes["place"] += GRAMMAR
    if role == "byline" and run.last - run.first in {2, 3} and tokens.lower[run.last - 1] not in en.BODY_HEADS:
        votes["person"] += SHAPE


def _speaks(tokens: Tokens, head: int) -> bool:
    """Say whether a name, or one it is joined to, is the subject of what persons do: "Holm and Berg spoke"."""
    joined = tokens.heads[head] if tokens.relations[head] == "conj" else head
    return tokens.relations[joined] == "nsubj" and _is_personal(tokens, tokens.heads[joined])


def _is_personal(tokens: Tokens, verb: int) -> bool:
    return tokens.lemmas[verb] in en.PERSONAL_VERBS


def _is_described_as_body(tokens: Tokens, run: Run) -> bool:
    """Say whether a noun for a body stands before the name or beside it: "the operating company, Ilva Hydro"."""
    if fold(tokens.words[run.first]) in en.given_names():
        return False
    n = run.first - 1 - (run.first > 0 and tokens.words[run.first - 1] == ",")
    before = n >= 0 and tokens.sentence_of[n] == run.sentence and en.role_nouns().get(tokens.lower[n]) == "organisation"
    head = run.last - 1
    apposed = tokens.relations[head] == "appos" or tokens.heads[n] == head
    beside = (en.role_nouns().get(tokens.lemmas[c]) for c in tokens.all_children(head, "appos"))
    return (before and apposed and tokens.words[n].islower()) or "organisation" in beside


def decide(votes: dict[Kind, float]) -> Kind:
    """Return the kind with most votes; ties go to the more careful one."""
    return max(KINDS, key=lambda kind: (votes.get(kind, 0.0), -KINDS.index(kind)))
