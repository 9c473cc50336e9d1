"""Who took part in an event that several mentions tell: each once, those described left out beside those named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from consilience.lang import english_names as en
from consilience.model import Entity
from consilience.naming import fold

_GOVERNMENT = "GOV"


def in_order(parties: Iterable[Sequence[str]], entities: Mapping[str, Entity]) -> tuple[str, ...]:
    """Return the ids of those who took part, in order, each once.

    A group without a name is told twice that another report has in the same words ("donors", "donors"). Whoever is only
    described is somebody named who holds the office he is described by ("the President of Norway" beside her name); so
    are several described by an office that two of those named hold ("the ministers"), and a ministry of a state named.
    """
    mentions = tuple(dict.fromkeys(tuple(ps) for ps in parties))  # a thousand reports often say the same
    found = tuple(dict.fromkeys(p for ps in mentions for p in ps))
    named = [entities[p] for p in found if entities[p].is_named]
    beside: dict[str, set[str]] = defaultdict(set)
    for ps in mentions:
        for p in ps:
            beside[p].update(ps)
    kept: list[str] = []
    told: dict[str, set[str]] = defaultdict(set)
    for p in found:
        e = entities[p]
        if not e.is_named:
            words, whose = _described(e)
            again = e.kind != "person" and bool({whose, ""} & told[words] or (told[words] and not whose))
            if again or _is_among(e, words, [(n, n.id in beside[p]) for n in named]):
                continue
            told[words].add(whose)
        kept.append(p)
    return tuple(kept)


def _described(entity: Entity) -> tuple[str, str]:
    """Return the words of a description, and whose it is: "foreign minister (Norway)"."""
    words, _, whose = entity.name.partition(" (")
    return fold(words), whose


def _is_among(entity: Entity, words: str, named: Sequence[tuple[Entity, bool]]) -> bool:
    """Say whether a description is of one of those named, or of several; told beside somebody it is of another.

    *named* has each with whether some mention tells both.
    """
    last = _last(words)
    apart = [n for n, together in named if not together]
    if entity.kind == "organisation":  # "the ministry" beside the Ministry of Energy
        official = en.SECTOR_HEADS.get(last) == _GOVERNMENT
        whose = fold(_described(entity)[1].strip(")")) if official else ""
        return any(last in fold(n.name).split() or (whose and whose == fold(n.name)) for n in apart)
    if last in en.COUNTERPARTS:  # "his counterpart" is the other of two named
        return any(n.kind == "person" for n in apart)
    if entity.kind == "group":
        return sum(any(_last(r.title) + "s" == last for r in n.roles) for n, _ in named) > 1
    owners = {r.of for r in entity.roles} - {None}
    return any(
        (_last(r.title) == last or (last in en.LEADERS and r.title in en.HIGHEST_OFFICES))
        and (r.of in owners or r.of is None or not owners)
        for n in apart
        for r in n.roles
    )


def _last(words: str) -> str:
    return words.rpartition(" ")[2]
