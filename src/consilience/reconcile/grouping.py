"""Which mentions are of one event: each joins the group it fits, met in blocks of one deed and party, with vetoes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from consilience.lang.event_grammar import BROUGHT, OF_ANY_FORM, ONCE_IN_A_LIFE, RARE, SEVERAL_DEEDS, SPEECH_DEEDS
from consilience.model import Basis, Interval
from consilience.reconcile.clues import BY_WORD, Clue, tell_the_same

#: Days concluded from the days of two reports may lie this far apart and still be one.
NEAR = 3
#: What is planned for one day may come this many days later.
LATE = 3

#: Of the events in one block a mention is held against so many, those met last: a pile of a thousand reports has blocks
#: ("somebody was arrested") in which otherwise each would be held against all.
MOST_IN_BLOCK = 200

_STEM = 4

#: Keys of the blocks of a deed with no party at all, and with any.
_NOBODY, _ANYBODY = "", "*"

Block = tuple[str, str]
Face = tuple[str, str, frozenset[str], frozenset[str], str | None, Interval | None, str, frozenset[str]]


class Told(NamedTuple):
    """A mention with its days, and how they are known."""

    clue: Clue
    days: Interval | None
    basis: Basis


class _Group:
    """The mentions of one event so far, and one of each kind among them: a thousand reports often say the same."""

    def __init__(self) -> None:
        self.members: list[Told] = []
        self._faces: dict[Face, Told] = {}

    def add(self, t: Told) -> None:
        self.members.append(t)
        e = t.clue.event
        face = (e.lemma, e.status, t.clue.doers, t.clue.sufferers, t.clue.place, t.days, t.basis, t.clue.things)
        self._faces.setdefault(face, t)

    @property
    def faces(self) -> Collection[Told]:
        return self._faces.values()


def grouped(told: Sequence[Told]) -> list[list[Told]]:
    """Return the mentions in groups, one an event, each in the order of reports and texts.

    Mentions that only take up an event ("the call") go to the one told last before them in their report, or to the only
    one of its kind; where there is none they are left out.
    """
    groups: list[_Group] = []
    blocks: dict[Block, dict[int, None]] = defaultdict(dict)
    # Mentions that give their own day found the groups; those without join them.
    own = [t for t in told if not _only_takes_up(t.clue)]
    for t in sorted(own, key=lambda t: (t.days is None, t.basis == "inferred", t.clue.document, t.clue.number)):
        near = sorted({g for b in _seeks(t.clue) for g in islice(reversed(blocks[b]), MOST_IN_BLOCK)})
        fitting = [g for g in near if _fits(t, groups[g].faces)]
        home = max(fitting, key=lambda g: (_closeness(t, groups[g].faces), -g)) if fitting else len(groups)
        if not fitting:
            groups.append(_Group())
        groups[home].add(t)
        for b in _offers(t.clue):
            blocks[b].pop(home, None)
            blocks[b][home] = None
    _take_up(groups, [t for t in told if _only_takes_up(t.clue)])
    return [sorted(g.members, key=lambda t: (t.clue.document, t.clue.number)) for g in groups]


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
    for word in sorted(clue.things | clue.party_words):
        yield f"{clue.family} of", word
        if clue.event.type in BROUGHT:
            yield f"{clue.event.type} of", word
    for state in sorted(clue.acting_for):
        yield f"{clue.family} for", state
    if clue.in_headline or clue.in_lead:
        yield f"{clue.family} leads", str(clue.document)


def _fits(t: Told, group: Collection[Told]) -> bool:
    """Say whether a mention can be of a group's event: some mention is alike, and none speaks against it."""
    return not any(_vetoes(t, other) for other in group) and any(_are_one(t, other) for other in group)


def _are_one(a: Told, b: Told) -> bool:
    if tell_the_same(a.clue, b.clue) or _is_one_talk(a, b) or _is_of_one_state(a, b):
        return True
    return _is_brought(a, b) or _is_in_same_words(a, b) or _is_headline_of(a, b) or _is_one_visit(a, b)


def _is_headline_of(a: Told, b: Told) -> bool:
    """Say whether one mention is the headline above the other: one deed, told again in the lead, of nobody else named.

    "Hijackers free 30 hostages" stands above "the gunmen freed 30 women and children".
    """
    x, y = a.clue, b.clue
    if x.document != y.document or not ((x.in_headline and y.in_lead) or (y.in_headline and x.in_lead)):
        return False
    if x.family != y.family or x.event.type != y.event.type or x.event.status != y.event.status:
        return False
    sides = ((x.doers, y.doers), (x.sufferers, y.sufferers))
    return not any(p and q and not p & q and not _is_faceless(p) and not _is_faceless(q) for p, q in sides)


def _is_faceless(parties: frozenset[str]) -> bool:
    return all(p.startswith(BY_WORD) for p in parties)


def _is_one_visit(a: Told, b: Told) -> bool:
    """Say whether two mentions tell one visit: the same guest, named, on the same days, and one says only where."""
    x, y = a.clue, b.clue
    if x.event.mode != "visit" or y.event.mode != "visit" or a.days is None or b.days is None:
        return False
    hosts = x.sufferers & y.sufferers or not x.sufferers or not y.sufferers
    guests = x.doers & y.doers
    return bool(hosts and guests and not _is_faceless(guests)) and a.days.meets(b.days)


def _is_one_talk(a: Told, b: Told) -> bool:
    """Say whether one report takes up a call as "his discussion with her": the same people, all named, of one day."""
    x, y = a.clue, b.clue
    if x.event.type != "CONSULT" or y.event.type != "CONSULT" or x.document != y.document:
        return False
    taken_up = any(c.event.lemma in OF_ANY_FORM and not c.event.wording.verb for c in (x, y))
    return taken_up and x.parties == y.parties and len(x.parties) > 1 and x.all_named


def _is_of_one_state(a: Told, b: Told) -> bool:
    """Say whether one mention has a state for the deed of its official: of the same thing, or in the headline above it.

    "Norway blames Sweden" stands above "the minister accused the Swedish operator".
    """
    x, y = a.clue, b.clue
    if x.family != y.family or x.event.type != y.event.type or x.event.type in {None, "CONSULT"}:
        return False
    state, official = (x, y) if x.doers <= x.acting_for else (y, x)
    if not state.doers or not state.doers <= official.acting_for or official.doers & state.doers:
        return False
    if state.sufferers and official.sufferers and not state.suffering_for & official.suffering_for:
        return False
    above = x.document == y.document and state.in_headline
    return above or len(x.things & y.things) > 1 or bool(x.things and x.things == y.things)


def _is_in_same_words(a: Told, b: Told) -> bool:
    """Say whether two mentions tell one deed of one thing, in two words or more, and one of them not by whose name."""
    x, y = a.clue, b.clue
    if x.family != y.family or x.event.type != y.event.type or x.event.type == "CONSULT":
        return False
    return len(x.things & y.things) > 1 and bool(x.doers and y.doers) and (x.is_faceless or y.is_faceless)


def _is_brought(a: Told, b: Told) -> bool:
    """Say whether what one mention plans to send is what the other tells to have arrived: "the 60 engineers"."""
    x, y = a.clue, b.clue
    if x.event.type not in BROUGHT or x.event.type != y.event.type:
        return False
    if {x.event.status, y.event.status} != {"planned", "occurred"} or a.days is None or b.days is None:
        return False
    return bool((x.things | x.party_words) & (y.things | y.party_words))


def _vetoes(a: Told, b: Told) -> bool:
    """Say whether two mentions cannot be of one event: other days, other people on a side, one told and one denied."""
    x, y = a.clue, b.clue
    if {x.event.status, y.event.status} >= {"denied", "occurred"} and not _is_contested(a, b):
        return True
    if a.days and b.days and not a.days.meets(b.days) and not _are_near(a, b):
        return True
    if x.place and y.place and x.place != y.place and not x.parties & y.parties:
        return True
    if _have_other_content(x, y) or _are_other_things(x, y):
        return True
    if x.event.type == "CONSULT" and x.parties and y.parties:
        return bool(x.parties - y.parties) and bool(y.parties - x.parties) and min(len(x.parties), len(y.parties)) > 1
    return bool(x.named_sufferers and y.named_sufferers) and not x.named_sufferers & y.named_sufferers


def _is_contested(a: Told, b: Told) -> bool:
    """Say whether one mention denies what the other tells: one deed of the same parties, all named, and no other day.

    A talk that has not been held may be any talk.
    """
    x, y = a.clue, b.clue
    if x.event.type in {None, "CONSULT"} or (x.event.type, x.event.mode) != (y.event.type, y.event.mode):
        return False
    same = x.family == y.family and x.doers == y.doers and x.sufferers == y.sufferers
    return same and bool(x.parties) and x.all_named


def _have_other_content(x: Clue, y: Clue) -> bool:
    """Say whether two promises or demands are of other matters, or it is not told of what: "agreed to speak again"."""
    if x.event.type not in SPEECH_DEEDS or x.sentence == y.sentence or x.named_sufferers & y.named_sufferers:
        return False
    return not x.content & y.content and not (x.in_headline or y.in_headline)


def _are_other_things(x: Clue, y: Clue) -> bool:
    """Say whether what one mention has as a thing is another than whom the other has as somebody without a name."""
    if x.parties and y.parties:
        return False
    one, other = x.things | x.party_words, y.things | y.party_words
    return bool(one and other and not one & other and (x.is_anonymous or y.is_anonymous))


def _are_near(a: Told, b: Told) -> bool:
    """Say whether days that do not meet may still be of one event: one is only concluded, or a plan came late."""
    if a.days is None or b.days is None:
        return True
    if any(t.clue.event.status == "denied" and t.basis == "inferred" for t in (a, b)) and _is_contested(a, b):
        return True  # a denial is of the day of what it denies, whatever the day it is told on
    if _is_lasting(a, b):
        return True
    same_person = a.clue.parties & b.clue.parties and a.clue.family == b.clue.family
    if same_person and a.clue.family in ONCE_IN_A_LIFE:
        return True
    if same_person and a.clue.family in RARE:
        return abs((a.days.earliest - b.days.earliest).days) <= NEAR
    if "inferred" in {a.basis, b.basis}:
        return abs((a.days.earliest - b.days.earliest).days) <= NEAR
    plan, done = (a, b) if a.clue.event.status == "planned" else (b, a)
    if plan.clue.event.status != "planned" or done.clue.event.status != "occurred" or not plan.days or not done.days:
        return False
    both = plan.clue.sufferers & done.clue.sufferers and plan.clue.event.type != "CONSULT"
    both = both or _is_brought(plan, done)
    return bool(both) and 0 <= (done.days.earliest - plan.days.latest).days <= LATE


def _is_lasting(a: Told, b: Told) -> bool:
    """Say whether two nouns name one unrest of a place that goes on: "as protests continue", its day only concluded."""
    x, y = a.clue, b.clue
    named = x.place is not None and x.place == y.place and x.event.type == y.event.type == "PROTEST"
    general = not x.parties and not y.parties and not x.event.wording.verb and not y.event.wording.verb
    return named and general and "inferred" in {a.basis, b.basis}


def _closeness(t: Told, group: Iterable[Told]) -> tuple[int, int, int, int]:
    best = max(group, key=lambda o: (len(t.clue.parties & o.clue.parties), t.clue.event.lemma == o.clue.event.lemma))
    here = int(best.clue.document == t.clue.document)
    same_day = int(bool(t.days and best.days and t.days.meets(best.days)))
    return len(t.clue.parties & best.clue.parties), same_day, int(t.clue.event.lemma == best.clue.event.lemma), here


def _take_up(groups: list[_Group], definite: Iterable[Told]) -> None:
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
            home: _Group | None = groups[(max(before) if before else min(here))[1]]
        else:
            home = _only_one(t, groups, alike)
        if home is not None:
            home.add(t)
        elif not t.clue.event.definite:
            groups.append(_Group())
            groups[-1].add(t)


def _only_one(t: Told, groups: Sequence[_Group], alike: Sequence[int]) -> _Group | None:
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
    if t.clue.family in SEVERAL_DEEDS and t.clue.event.lemma != other.clue.event.lemma:
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
