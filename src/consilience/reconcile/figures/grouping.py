"""Which tellings are of one figure. What may be of other people or another occasion stays apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from consilience.model import Interval
from consilience.reconcile.figures.populations import TOLLS, same_population
from consilience.reconcile.figures.telling import Told
from consilience.reconcile.wording import containment, content_words

#: Equal values from this one on are one figure where the descriptions do not speak against it.
TELLING_VALUE = 10
#: Mentions of one value that a new one is compared with.
MOST_COMPARED = 50
#: A measured quantity this large is told apart by its value alone.
DISTINCT_VALUE = 100
#: What is counted: measure, unit and facet, with the words for it where nothing else makes two of them one.
_Key = tuple[str, str, str, frozenset[str] | None]
#: The word that says nothing of who is counted.
_PEOPLE = content_words("people")


def grouped(told: Sequence[Told]) -> list[list[Told]]:
    """Return the mentions in groups, one a figure, in order of their first mention."""
    anyone, wholes = _anyone(told), {(t.document, t.number): t.who for t in told}
    told = [t._replace(who=frozenset()) if t.who in anyone or _is_of_its_whole(t, wholes) else t for t in told]
    incidents = _incidents(told)
    groups: list[list[Told]] = []
    comparable: dict[_Key, dict[int, None]] = defaultdict(dict)
    by_value: dict[tuple[str, str, str, float], list[tuple[Told, int]]] = defaultdict(list)
    narrow = {(t.mention.measure, t.mention.low): t.who for t in told if t.who and t.mention.low >= TELLING_VALUE}
    broad = {(t.mention.measure, t.mention.low) for t in told if not t.who and not _is_bare(t)}
    for t in told:
        told_of = narrow.get((t.mention.measure, t.mention.low))
        if told_of and not t.who and _is_bare(t) and (t.mention.measure, t.mention.low) not in broad:
            t = t._replace(who=told_of)  # "has buried 21 in all" after "21 firefighters"
        key = _key(t)
        value = (t.mention.measure, _unit(t), t.facet, t.mention.low)
        near = ((n, groups[n]) for n in sorted(comparable[key]))
        home = next((n for n, g in near if _same(t, g[0], incidents) or _goes_on(t, g)), None)
        if home is None:
            home = next((n for o, n in by_value[value] if _equal(t, o)), len(groups))
        if home == len(groups):
            groups.append([])
        groups[home].append(t)
        comparable[key][home] = None
        if len(by_value[value]) < MOST_COMPARED:
            by_value[value].append((t, home))
    return groups


def _key(t: Told) -> _Key:
    """Return under what a mention is kept: the same for all that `_same` or `_goes_on` can be true of."""
    by_words = t.mention.measure not in {*TOLLS, "votes", "price"} and t.mention.unit != "seats"
    return t.mention.measure, _unit(t), t.facet, t.words if by_words else None


def _goes_on(t: Told, group: Sequence[Told]) -> bool:
    """Say whether a quantity is what another source gives right behind one of the group, in the same words."""
    if (
        t.mention.unit == "persons"
        or t.mention.measure != "other"
        or t.said_by is None
        or t.mention.part_of is not None
    ):
        return False
    return any(
        (o.document, o.words) == (t.document, t.words)
        and 0 <= t.mention.sentence - o.mention.sentence <= 1
        and o.said_by not in {None, t.said_by}
        and o.mention.part_of is None
        for o in group[-MOST_COMPARED:]
    )


def _is_bare(t: Told) -> bool:
    return t.mention.end - t.mention.start <= len(f"{t.mention.low:,.0f}") and not t.mention.approximate


def _unit(t: Told) -> str:
    """Return the unit of a figure; a price is one whether or not "a barrel" is said again."""
    return t.mention.unit.split(" per ")[0] if t.mention.measure == "price" else t.mention.unit


def _is_of_its_whole(t: Told, wholes: Mapping[tuple[int, int], frozenset[str]]) -> bool:
    """Say whether a part counts the group that its whole counts: "87 passengers, of whom 40 have left hospital"."""
    whole = wholes.get((t.document, t.mention.part_of)) if t.mention.part_of is not None else None
    return t.mention.measure in TOLLS and whole is not None and whole == t.who


def _anyone(told: Sequence[Told]) -> frozenset[frozenset[str]]:
    """Return the groups that are all the victims of a pile: "14 miners" are the "14 dead" of another telling.

    None of which some report tells as a part of a larger number.
    """
    whole = {(t.mention.measure, t.mention.low) for t in told if _is_of_anyone(t)}
    parts = {t.who for t in told if t.mention.part_of is not None or t.partitive}
    return frozenset(
        t.who
        for t in told
        if t.who
        and t.who not in parts
        and t.mention.low >= TELLING_VALUE
        and (t.mention.measure, t.mention.low) in whole
    )


def _is_of_anyone(t: Told) -> bool:
    return t.mention.measure in TOLLS and not t.who and t.mention.part_of is None and not t.partitive


def _incidents(told: Sequence[Told]) -> frozenset[tuple[str, str, Interval]]:
    """Return the places and days, by measure, for which some report breaks a whole down."""
    return frozenset(
        (t.mention.measure, t.place, t.day)
        for t in told
        if t.mention.part_of is not None and t.place is not None and t.day is not None
    )


def _same(a: Told, b: Told, incidents: frozenset[tuple[str, str, Interval]]) -> bool:
    """Say whether two mentions give values for one figure."""
    x, y = a.mention, b.mention
    if x.measure in TOLLS:
        return same_population(a.who, b.who) and _occasion(a, incidents) == _occasion(b, incidents)
    if (x.measure == "votes" or x.unit == "seats") and (a.about is not None or b.about is not None):
        return a.about == b.about
    if x.measure == "price":
        return bool(a.words and b.words) and containment(a.words, b.words) >= 0.99
    if (x.part_of is None) != (y.part_of is None):
        return False
    if x.unit == "persons" and a.words == b.words == _PEOPLE:
        return a.document == b.document and x.sentence == y.sentence
    return bool(a.words) and a.words == b.words


def _occasion(t: Told, incidents: frozenset[tuple[str, str, Interval]]) -> tuple[object, ...]:
    """Return what tells the incidents of a toll apart: place and day where a breakdown has them; parts stand alone."""
    if t.place is not None and t.day is not None and (t.mention.measure, t.place, t.day) in incidents:
        return (t.place, t.day)
    if (t.mention.part_of is None and not t.partitive) or t.who:
        return ()
    return (t.place, t.day) if t.place is not None else (t.document, t.number)


def _equal(a: Told, b: Told) -> bool:
    """Say whether two mentions in two reports give the same value for what is described alike."""
    x, y = a.mention, b.mention
    if (x.low, x.high) != (y.low, y.high) or a.document == b.document or x.low < TELLING_VALUE:
        return False
    if x.measure in TOLLS:
        return a.who == b.who and (x.part_of is None) == (y.part_of is None) and a.partitive == b.partitive
    if x.measure == "votes" or x.unit in {"seats", "percent"}:
        return a.about == b.about and containment(a.words, b.words) >= 0.5
    distinct = x.unit not in {"persons", "percent", "share"} and x.measure == "other" and x.low >= DISTINCT_VALUE
    return distinct or containment(a.words, b.words) >= 0.5
