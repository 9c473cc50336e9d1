"""Talks with several, one with each: "separate calls with President Holm and President Berg" are two calls."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from consilience.annotate.events.triggers import Trigger
from consilience.annotate.tokens import Tokens
from consilience.annotate.who import Who
from consilience.lang.event_grammar import ONE_IN_PLURAL, SEPARATE
from consilience.model import EventMention

_FEWEST = 2
#: The counterparts of a talk follow these.
_LEADING_TO = frozenset({"with", "to", "including", "between"})


def apart(tokens: Tokens, who: Who, trigger: Trigger, event: EventMention) -> Iterator[EventMention]:
    """Yield a mention for each talk that one clause tells of; each stands at the name of the counterpart.

    A clause tells of several where its noun is plural or they are called separate, and it names whom they were with.
    """
    named = _counterparts(tokens, who, trigger) if event.type == "CONSULT" and event.mode != "visit" else {}
    others = {chain: at for chain, at in named.items() if chain in event.actors or who.chains[chain].named}
    callers = [a for a in event.actors if a not in named and who.chains[a].kind != "group"]
    if len(others) < _FEWEST or len(callers) != 1 or not _are_several(tokens, trigger):
        yield event
        return
    for chain, at in others.items():
        yield replace(
            event,
            start=tokens.starts[at],
            end=tokens.ends[at],
            actors=(*callers, chain),
            reciprocal=True,
            wording=replace(event.wording, object=""),
        )


def _are_several(tokens: Tokens, trigger: Trigger) -> bool:
    noun = trigger.token
    words = [noun] if trigger.verb is None else [noun, trigger.verb]
    told = {tokens.lower[c] for n in words for c in tokens.all_children(n, "amod", "advmod")}
    plural = tokens.tags[noun] == "NNS" and tokens.lower[noun] not in ONE_IN_PLURAL
    return plural or bool(told & SEPARATE)


def _counterparts(tokens: Tokens, who: Who, trigger: Trigger) -> dict[int, int]:
    """Return the named persons a talk was with, and where each stands: chain -> head token."""
    found: dict[int, int] = {}
    heads = [n for n in (trigger.token, trigger.verb) if n is not None]
    leads = [p for n in heads for p in tokens.all_children(n, "prep") if tokens.lower[p] in _LEADING_TO]
    for goal in (g for p in leads for g in tokens.all_children(p, "pobj")):
        for n in range(goal, tokens.reach(goal)[1]):
            chain = who.at(n)
            listed = tokens.relations[n] == "conj" or tokens.lower[tokens.heads[n]] in _LEADING_TO
            if listed and chain is not None and who.chains[chain].kind == "person" and who.chains[chain].named:
                found.setdefault(chain, n)
    return found
