"""Roles that stand before names: "Interior Minister Arvo Lindqvist", "Presidents Ada Holm of Kestria and Piet Saar"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from consilience.annotate.names.chains import Draft
from consilience.annotate.names.descriptions import title_span
from consilience.annotate.names.runs import Run
from consilience.annotate.tokens import Tokens
from consilience.lang import english_names as en
from consilience.model import Gender, Holding
from consilience.naming import fold


def add_titles(tokens: Tokens, runs: Sequence[Run], drafts: Sequence[Draft]) -> None:
    """Note in *drafts* the roles that stand before the names of people, and the gender that role or name tells."""
    at = {p.first: d for d in drafts for p in d.places if p.form == "name" and d.kind == "person"}
    for number, run in enumerate(runs):
        span = title_span(tokens, run)
        if span is None or run.first not in at:
            continue
        words = [tokens.lower[n] for n in range(*span)]
        for word in words:
            at[run.first].gender = at[run.first].gender or en.GENDERED.get(word)
        title = " ".join(
            en.SHORT_TITLES.get(w, w) for w in words if w not in en.HONORIFICS and w not in en.FORMER and w.isalpha()
        )
        if not title or title == "counterpart":
            continue
        one = _singular(title)
        former = bool(en.FORMER & {*words, _before_owner(tokens, span[0])})
        others = tuple(_listed(tokens, runs[number:], at)) if one != title else ()
        if one != title and not others:
            continue  # "the officials Ada Holm met"
        for holder in (run, *others):
            whose = _owner(tokens, holder, span[0], drafts)
            held = Holding(one, whose, former, tokens.starts[span[0]], tokens.ends[span[1] - 1])
            at[holder.first].holdings.append(held)
    for draft in drafts:
        if draft.kind == "person" and draft.gender is None:
            draft.gender = _gender_of_name(draft.name)


def _singular(title: str) -> str:
    """Return the office of one of several: "foreign ministers" as "foreign minister"."""
    several = title.endswith("s") and en.role_nouns().get(title.rpartition(" ")[2].removesuffix("s")) == "person"
    return title.removesuffix("s") if several else title


def _listed(tokens: Tokens, runs: Sequence[Run], at: Mapping[int, Draft]) -> Iterator[Run]:
    """Yield those listed behind the first of *runs*, with nothing between but commas, "and", and whose each is."""
    for before, run in pairwise(runs):
        between = {tokens.lower[n] for n in range(before.last, run.first)}
        if run.sentence != before.sentence or not between <= en.LISTING:
            return
        if run.first in at and title_span(tokens, run) is not None:
            return
        if run.first in at:
            yield run


def _before_owner(tokens: Tokens, first: int) -> str:
    """Return the word before the state of a title: "former" of "former Kestrian president"."""
    n = first - 1
    while n >= 0 and (tokens.tags[n] == "JJ" or tokens.parts[n] == "PROPN") and tokens.lower[n] not in en.FORMER:
        n -= 1
    return tokens.lower[n] if n >= 0 else ""


def _owner(tokens: Tokens, run: Run, first: int, drafts: Sequence[Draft]) -> int | None:
    """Return the state or body whose role it is: "Kestrian", "Kestria's" before the title, "of Kestria" after."""
    n = first - 1
    while n >= 0 and tokens.lower[n] in {"'s", "’s", "'", "’"}:
        n -= 1
    if run.last + 1 < len(tokens) and tokens.lower[run.last] == "of":
        n = run.last + 1
    return next((d.number for d in drafts for p in d.places if p.first <= n < p.last and d.kind != "person"), None)


def _gender_of_name(name: str) -> Gender | None:
    words = fold(name).split()
    return en.given_names().get(words[0]) if len(words) > 1 else None
