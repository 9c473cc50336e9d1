"""How the figures of one report hang together: what is part of what, and whose noun a bare number borrows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from consilience.annotate.figures.phrase import Phrase
from consilience.lang import english_quantities as lang
from consilience.lang.english_counts import MORE
from consilience.model import Change, Measure

#: A breakdown is told within this many sentences of its total.
BREAKDOWN_REACH = 5
#: A total, and the whole of a part, is at most this many figures away.
MOST_PARTS = 12
#: A list of parts may leave this little of the total unsaid.
NEARLY_ALL = 0.9
#: What makes the number behind it a part of one told before.
AS_PART = re.compile(rf"\b(?:{'|'.join(lang.PARTS_AFTER)})[,:]?\s+(?:at\s+least\s+)?$", re.IGNORECASE)
_PART_AFTER = re.compile(
    rf"\s*(?:,\s*)?(?:(?:{'|'.join(lang.PARTS_BEFORE)})|of\s+(?:them|whom|these|which)\b)", re.IGNORECASE
)
_OF_THEM = re.compile(r"\s+of\s+(?:them|these|those|which|whom)\b", re.IGNORECASE)
_WHOLE_BEFORE = re.compile(
    r"(?:^|[.,;:]\s|\b(?:and|but)\s)(?:votes\s+\w+,\s+)?of\s+(?:the|its|their|his|her|these)?\s*$", re.IGNORECASE
)
_OF_WHICH_IT = re.compile(r"\bof\s+which\s+(?:it|they|he|she)\b", re.IGNORECASE)
_LEVEL = re.compile(r"\b(?:to|from)\s+$", re.IGNORECASE)
_LISTED = re.compile(r"\s*(?:,|;|and|,\s*and|[:—–-])\s*", re.IGNORECASE)


_MORE = re.compile(rf"\s+(?:{'|'.join(MORE)})\b", re.IGNORECASE)


class Draft(NamedTuple):
    """A figure in the making: its phrase, the number of its sentence, its block, and what it measures."""

    phrase: Phrase
    sentence: int
    block: int
    measure: Measure
    change: Change | None

    @property
    def value(self) -> float:
        number = self.phrase.number
        return number.low if number.high is None else number.high

    @property
    def is_sum(self) -> bool:
        """Say whether this is money or a measured quantity, that has parts where the words say so."""
        return self.phrase.sort in {"money", "measured"} and self.change is None

    @property
    def is_plain_count(self) -> bool:
        return self.phrase.sort in {"count", "elided"} and self.change is None


class Count(NamedTuple):
    """An exact count: its number in the list it comes from, sentence, value, unit, whether its noun is left out."""

    number: int
    sentence: int
    value: float
    unit: str
    bare: bool


def parents(text: str, drafts: Sequence[Draft]) -> tuple[int | None, ...]:
    """Return for each draft the number of the draft it is a part of."""
    found: list[int | None] = []
    for n in range(len(drafts)):
        found.append(_whole_of(text, drafts, n, found[-1] if found else None))
    exact = [
        Count(n, d.sentence, d.value, d.phrase.unit, d.phrase.sort == "elided")
        for n, d in enumerate(drafts)
        if d.is_plain_count and d.phrase.number.low == d.phrase.number.high
    ]
    for total, parts in breakdowns(exact):
        if any(_LEVEL.search(text, max(0, drafts[n].phrase.start - 12), drafts[n].phrase.start) for n in parts):
            continue  # "lowered it to 141 from 146 as five were counted twice": levels, that differ by five
        if not all(_may_be_part(text, drafts[n], drafts[total]) for n in parts):
            continue
        for part in parts:
            if found[part] is None:
                found[part] = total
    return tuple(found)


def _may_be_part(text: str, part: Draft, total: Draft) -> bool:
    """Say whether counts that add up do so of one kind: the dead of one day and the missing now make no whole."""
    alike = part.measure == total.measure or "other" in {part.measure, total.measure}
    return alike and not _MORE.match(text, part.phrase.end) and not _MORE.match(text, part.phrase.number.end)


def _whole_of(text: str, drafts: Sequence[Draft], n: int, of_last: int | None) -> int | None:
    draft = drafts[n]
    if _is_fraction_of_next(text, drafts, n):
        return n + 1
    if n and draft.phrase.sort == "percent" and _OF_THEM.match(text, draft.phrase.end):
        return _nearest_count(drafts, n)
    if n == 0 or not (draft.is_plain_count or draft.is_sum):
        return None
    before = text[max(0, draft.phrase.start - 60) : draft.phrase.start]
    after = text[draft.phrase.number.end : draft.phrase.number.end + 30]
    said = AS_PART.search(before) or _PART_AFTER.match(after) or _OF_WHICH_IT.search(before)
    if said:
        return _candidate(drafts, n, reach=2, said=True)
    if draft.is_sum:
        return None
    listed = _goes_on_listing(text, drafts, n, of_last)
    if listed is not None:
        return listed
    return _of_the_whole(text, drafts, n)


def _is_fraction_of_next(text: str, drafts: Sequence[Draft], n: int) -> bool:
    """Say whether this is the part and the next figure the whole: "1,150 of the 4,860 stations"."""
    return n + 1 < len(drafts) and is_fraction(text, drafts[n], drafts[n + 1])


def is_fraction(text: str, part: Draft, whole: Draft) -> bool:
    """Say whether the first figure is told as a part of the second: "1,150 of the 4,860 stations"."""
    if whole.sentence != part.sentence:
        return False
    between = text[part.phrase.number.end : whole.phrase.start]
    return re.fullmatch(r"\s+(?:out\s+)?of\s+(?:the|its|their|his|her)?\s*", between) is not None


def _nearest_count(drafts: Sequence[Draft], n: int) -> int | None:
    return next((m for m in range(n - 1, max(n - 3, -1), -1) if drafts[m].is_plain_count), None)


def _candidate(drafts: Sequence[Draft], n: int, *, reach: int, said: bool = False) -> int | None:
    """Return the nearest earlier figure that can hold this one."""
    for m in range(n - 1, max(n - 1 - MOST_PARTS, -1), -1):
        if drafts[n].sentence - drafts[m].sentence > reach or drafts[m].block < drafts[n].block - 1:
            return None
        if _holds(drafts[m], drafts[n]) or (said and _holds(drafts[m], _as_people(drafts[n]))):
            return m
    return None


def _as_people(draft: Draft) -> Draft:
    """Return the figure as one of people: "including 17 minors" are people whatever the noun."""
    return draft._replace(phrase=draft.phrase._replace(unit="persons"))


def adopted(drafts: Sequence[Draft], wholes: Sequence[int | None]) -> list[Draft]:
    """Return the figures, where parts that tell no measure of their own have that of their whole."""
    result = list(drafts)
    for n, whole in enumerate(wholes):
        if whole is None or not result[n].is_plain_count or result[n].measure != "other":
            continue
        if result[whole].phrase.unit == "persons" and result[whole].measure != "other":
            result[n] = _as_people(result[n])._replace(measure=result[whole].measure)
    return result


def _holds(whole: Draft, part: Draft) -> bool:
    if part.is_sum != whole.is_sum or not (whole.is_plain_count or whole.is_sum):
        return False
    if not whole.phrase.number.low >= part.phrase.number.low:
        return False
    same_kind = whole.phrase.unit == part.phrase.unit or "" in {whole.phrase.unit, part.phrase.unit}
    return same_kind and (whole.value > part.value or whole.phrase.number.high is None)


def _goes_on_listing(text: str, drafts: Sequence[Draft], n: int, whole: int | None) -> int | None:
    """Return the whole of a list that this figure continues: "including 11 Indians, eight Filipinos and two Thais"."""
    if whole is None or drafts[n - 1].sentence != drafts[n].sentence:
        return None
    between = text[drafts[n - 1].phrase.end : drafts[n].phrase.start]
    if not _LISTED.fullmatch(between):
        return None
    return whole if _holds(drafts[whole], drafts[n]) else None


def _of_the_whole(text: str, drafts: Sequence[Draft], n: int) -> int | None:
    """Return the whole that opens the clause: "Of the 120 seats A won 60, B 55"."""
    for m in range(n - 1, max(n - 1 - MOST_PARTS, -1), -1):
        if drafts[m].sentence != drafts[n].sentence:
            return None
        before = text[max(0, drafts[m].phrase.start - 30) : drafts[m].phrase.start]
        if _WHOLE_BEFORE.search(before) and _holds(drafts[m], drafts[n]):
            return m
    return None


def breakdowns(counts: Sequence[Count]) -> list[tuple[int, list[int]]]:
    """Return each total with the counts after it that add up to it, by their numbers.

    Either all counts of one sentence, or counts of one unit that follow each other, behind their total or before it.
    A list of three or more right behind the total may leave a tenth of it unsaid.
    """
    found: list[tuple[int, list[int]]] = []
    for place, total in enumerate(counts):
        later = [
            c for c in counts[place + 1 : place + 1 + MOST_PARTS] if c.sentence - total.sentence <= BREAKDOWN_REACH
        ]
        earlier = [
            c
            for c in counts[max(place - MOST_PARTS, 0) : place][::-1]
            if total.sentence - c.sentence <= BREAKDOWN_REACH
        ]
        parts = _same_sentence(total, later) or _running(total, later)
        found += [(total.number, [c.number for c in group]) for group in [*parts, *_running(total, earlier)]]
    return found


def _same_sentence(total: Count, later: Sequence[Count]) -> list[list[Count]]:
    groups: dict[int, list[Count]] = {}
    for count in later:
        groups.setdefault(count.sentence, []).append(count)
    return [group for group in groups.values() if _adds_up(total, group, at_once=group[0] is later[0])]


def _adds_up(total: Count, group: Sequence[Count], *, at_once: bool) -> bool:
    """Say whether counts of one kind make up a total, wholly, or nearly where three or more follow it *at_once*."""
    if len(group) < 2 or not total.value or any(c.unit not in {"", total.unit} and total.unit for c in group):
        return False
    if len(group) == 2 and group[0].sentence == total.sentence and any(c.bare for c in group):
        return False  # "from 146 to 141, since five were counted twice"
    share = sum(c.value for c in group) / total.value
    return share == 1 or (at_once and len(group) > 2 and NEARLY_ALL <= share < 1)


def _running(total: Count, later: Sequence[Count]) -> list[list[Count]]:
    """Return the run of counts of the total's unit, from the next one on, that adds up to it."""
    same = [c for c in later if c.unit == total.unit and c.unit]
    reached = 0.0
    for n, count in enumerate(same, 1):
        reached += count.value
        if reached >= total.value:
            return [list(same[:n])] if reached == total.value and n > 1 else []
    return []
