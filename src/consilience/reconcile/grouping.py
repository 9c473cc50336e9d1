"""Which mentions are of one event: each joins the group it fits, met in blocks of one deed and party, with vetoes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice

from consilience.lang.event_grammar import BROUGHT
from consilience.lang.events import deed_of
from consilience.lang.synonyms import senses_of
from consilience.reconcile.clues import Clue
from consilience.reconcile.event_groups import Group
from consilience.reconcile.event_links import Link, offered, sought
from consilience.reconcile.one_event import Told, are_one

#: Of the events in one block a mention is held against so many, those met last: a pile of a thousand reports has blocks
#: ("somebody was arrested") in which otherwise each would be held against all.
MOST_IN_BLOCK = 200

_STEM = 4

#: Keys of the blocks of a deed with no party at all, and with any.
_NOBODY, _ANYBODY = "", "*"

Block = tuple[str, str]


def grouped(told: Sequence[Told]) -> list[list[Told]]:
    """Return the mentions in groups, one an event, each in the order of reports and texts.

    Mentions that only take up an event ("the call") go to the one told last before them in their report, or to the only
    one of its kind; where there is none they are left out.
    """
    groups: list[Group] = []
    blocks: dict[Block, dict[int, None]] = defaultdict(dict)
    kept: dict[Link, dict[int, list[Told]]] = defaultdict(lambda: defaultdict(list))
    # Mentions that give their own day found the groups; those without join them.
    own = [t for t in told if not _only_takes_up(t.clue)]
    for t in sorted(own, key=lambda t: (t.days is None, t.basis == "inferred", t.clue.document, t.clue.number)):
        alike = _alike(t, kept, _near(t.clue, blocks))
        fitting = [g for g in sorted(alike) if not groups[g].speaks_against(t)]
        home = max(fitting, key=lambda g: (_closeness(t, groups[g]), -g)) if fitting else len(groups)
        if not fitting:
            groups.append(Group())
        if groups[home].add(t):
            for link in offered(t.clue):
                kept[link][home].append(t)
        for b in _offers(t.clue):
            blocks[b].pop(home, None)
            blocks[b][home] = None
    _take_up(groups, [t for t in told if _only_takes_up(t.clue)])
    return [sorted(g.members, key=lambda t: (t.clue.document, t.clue.number)) for g in groups]


def _near(clue: Clue, blocks: Mapping[Block, dict[int, None]]) -> set[int]:
    """Return the groups that a mention is held against: of each of its blocks those met last."""
    return {g for b in _seeks(clue) for g in islice(reversed(blocks.get(b, {})), MOST_IN_BLOCK)}


def _alike(t: Told, kept: Mapping[Link, Mapping[int, Sequence[Told]]], near: AbstractSet[int]) -> set[int]:
    """Return the groups of those *near* in which some mention can be one with *t*; *kept* has them by their links."""
    found: set[int] = set()
    for link in sought(t.clue):
        there = kept.get(link, {})
        found.update(g for g in there.keys() & near if g not in found and any(are_one(t, o) for o in there[g]))
    return found


def _only_takes_up(clue: Clue) -> bool:
    """Say whether a mention says too little to be an event of its own: "the call", "two ministers speak"."""
    vague = not clue.all_named or len(clue.parties) < 2
    if (
        clue.in_headline
        and clue.event.type == "PROTEST"
        and not (clue.parties or clue.place or clue.event.wording.verb)
    ):
        return True  # "as protests continue"
    return clue.event.definite or (clue.event.type == "CONSULT" and clue.in_headline and vague)


def _offers(clue: Clue) -> Iterator[Block]:
    """Yield the blocks in which a mention can be found: its deed with each party, with anybody, with nobody."""
    yield from _by_party(clue)
    yield clue.family, _ANYBODY
    if not clue.parties:
        yield clue.family, _NOBODY
    yield from _by_thing(clue)


def _seeks(clue: Clue) -> Iterator[Block]:
    """Yield the blocks in which a mention looks for its like; without parties it looks at all of its deed."""
    yield from _by_party(clue)
    yield clue.family, _NOBODY if clue.parties else _ANYBODY
    yield from _by_thing(clue)


def _by_party(clue: Clue) -> Iterator[Block]:
    for party in sorted(clue.parties):
        yield clue.family, party
        if clue.event.type is not None and clue.event.mode is not None:
            yield f"{clue.event.type}/{clue.event.mode}", party
        if clue.event.type == "CONSULT":
            yield "CONSULT", party


def _by_thing(clue: Clue) -> Iterator[Block]:
    """Yield the blocks of what the deed was done to or with, be it a thing or a party that only has a word."""
    for word in sorted(clue.words):
        yield f"{clue.family} of", word
        if clue.event.type in BROUGHT:
            yield f"{clue.event.type} of", word
    for meaning in sorted(senses_of(clue.event.lemma)):
        yield from ((f"like {meaning}", shared) for shared in sorted(clue.shareable))
    for state in sorted(clue.acting_for):
        yield f"{clue.family} for", state
    if clue.in_headline or clue.in_lead:
        yield f"{clue.family} leads", str(clue.document)


def _closeness(t: Told, group: Group) -> tuple[int, int, int, int]:
    best = group.closest(t)
    here = int(best.clue.document == t.clue.document)
    same_day = int(bool(t.days and best.days and t.days.meets(best.days)))
    return len(t.clue.parties & best.clue.parties), same_day, int(t.clue.event.lemma == best.clue.event.lemma), here


def _take_up(groups: list[Group], definite: Iterable[Told]) -> None:
    """Add the mentions that take up an event to its group."""
    by_family: dict[str, list[int]] = defaultdict(list)
    told_in: dict[tuple[int, int], list[int]] = defaultdict(list)
    for n, group in enumerate(groups):
        for family in sorted({t.clue.family for t in group.faces}):
            by_family[family].append(n)
        for t in group.members:
            told_in[n, t.clue.document].append(t.clue.number)
    for t in definite:
        alike = [g for g in by_family[t.clue.family] if _agrees(t, groups[g].faces)]
        if t.clue.event.mode == "multilateral":  # "the summit" is no talk of two
            alike = [g for g in alike if any(o.clue.event.mode == "multilateral" for o in groups[g].faces)]
        worded = [g for g in alike if any(o.clue.event.lemma == t.clue.event.lemma for o in groups[g].faces)]
        here = [(n, g) for g in worded or alike for n in told_in.get((g, t.clue.document), ())]
        before = [(n, g) for n, g in here if n < t.clue.number]
        if before or (here and t.clue.in_headline):  # what a headline takes up is told below it
            home: Group | None = groups[(max(before) if before else min(here))[1]]
        else:
            home = _only_one(t, groups, alike)
        if home is not None:
            home.add(t)
        elif not t.clue.event.definite:
            groups.append(Group())
            groups[-1].add(t)


def _only_one(t: Told, groups: Sequence[Group], alike: Sequence[int]) -> Group | None:
    """Return the only group of a kind, or the only one with a word in common: "its emergency meeting".

    Words that name nobody ("the blast") need a place, a day or a word in common: another report may mean another blast.
    """
    if not t.clue.parties:
        alike = [g for g in alike if any(_is_linked(t, o) for o in groups[g].faces)]
    if len(alike) != 1:
        noun = t.clue.event.lemma[:_STEM]
        words = frozenset(w for w in t.clue.things if not w.startswith(noun))
        alike = [g for g in alike if any(words & o.clue.things for o in groups[g].faces)]
    return groups[alike[0]] if len(alike) == 1 else None


def _is_linked(t: Told, other: Told) -> bool:
    same_day = t.basis != "inferred" and other.basis != "inferred" and t.days and other.days
    if same_day and t.days and other.days and t.days.meets(other.days):
        return True
    if deed_of(t.clue.event.lemma) != deed_of(other.clue.event.lemma):
        return False
    known = other.clue.named | ({other.clue.place} if other.clue.place else frozenset())
    return bool(t.clue.things & other.clue.things) or bool(known & t.clue.beside)


def _agrees(t: Told, group: Collection[Told]) -> bool:
    dated = [o for o in group if o.days and o.basis != "inferred"]
    anonymous = t.clue.is_anonymous
    if t.clue.place and any(o.clue.place for o in group) and all(o.clue.place != t.clue.place for o in group):
        return False
    same_days = (
        t.days is None or t.basis == "inferred" or not dated or any(o.days and t.days.meets(o.days) for o in dated)
    )
    return same_days and (not t.clue.parties or anonymous or any(t.clue.parties & o.clue.parties for o in group))
