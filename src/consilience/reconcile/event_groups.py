"""The mentions of one event so far, kept so that those that may speak against another, or are nearest, are at hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator

from consilience.lang.event_grammar import SPEECH_DEEDS
from consilience.model import Interval
from consilience.reconcile.one_event import Told, vetoes

Face = tuple[str, str, frozenset[str], frozenset[str], str | None, Interval | None, str, frozenset[str]]


class Group:
    """The mentions of one event so far, and one of each kind among them: a thousand reports often say the same."""

    def __init__(self) -> None:
        self.members: list[Told] = []
        self._faces: dict[Face, Told] = {}
        self._by_party: dict[str, dict[int, Told]] = defaultdict(dict)  # with their places in the order of faces
        self._by_lemma: dict[str, Told] = {}
        self._by_status: dict[str, list[Told]] = defaultdict(list)
        self._by_place: dict[str, list[Told]] = defaultdict(list)
        self._by_parties: dict[frozenset[str], Told] = {}
        self._by_sufferers: dict[frozenset[str], Told] = {}
        self._by_words: dict[str, dict[frozenset[str], Told]] = {"nobody": {}, "anonymous": {}}
        self._dated: list[Told] = []
        self._common: Interval | None = None

    @property
    def faces(self) -> Collection[Told]:
        """One mention of each kind, in the order they were told."""
        return self._faces.values()

    def add(self, t: Told) -> bool:
        """Take in a mention; say whether it is the first of its kind."""
        self.members.append(t)
        e = t.clue.event
        face = (e.lemma, e.status, t.clue.doers, t.clue.sufferers, t.clue.place, t.days, t.basis, t.clue.things)
        if face in self._faces:
            return False
        for party in t.clue.parties:
            self._by_party[party][len(self._faces)] = t
        self._faces[face] = t
        self._by_lemma.setdefault(e.lemma, t)
        self._by_status[e.status].append(t)
        if len(t.clue.parties) > 1:
            self._by_parties.setdefault(t.clue.parties, t)
        if t.clue.named_sufferers:
            self._by_sufferers.setdefault(t.clue.named_sufferers, t)
        if t.clue.place:
            self._by_place[t.clue.place].append(t)
        if not t.clue.named:
            self._by_words["anonymous" if t.clue.parties else "nobody"].setdefault(t.clue.words, t)
        if t.days:
            self._dated.append(t)
            common = self._common or t.days
            self._common = Interval(max(common.earliest, t.days.earliest), min(common.latest, t.days.latest))
        return True

    def speaks_against(self, t: Told) -> bool:
        """Say whether some mention of the group cannot be of one event with *t*."""
        return any(vetoes(t, other) for other in self._opponents(t))

    def _opponents(self, t: Told) -> Iterator[Told]:
        """Yield the mentions among which those are that `vetoes` has against *t*, if any are."""
        x = t.clue
        if x.event.type in SPEECH_DEEDS:  # each may be of other matters
            yield from self.faces
            return
        if x.event.status in {"denied", "occurred"}:
            yield from self._by_status.get("denied" if x.event.status == "occurred" else "occurred", ())
        if t.days and self._common and not _holds_a_day_of_all(t.days, self._common):
            yield from self._dated
        if x.place:
            yield from (other for place, there in self._by_place.items() if place != x.place for other in there)
        if not x.named:
            others = self._by_words["nobody" if x.parties else "anonymous"]
            yield from (one for words, one in others.items() if words.isdisjoint(x.words))
        if x.event.type == "CONSULT":
            yield from self._by_parties.values() if len(x.parties) > 1 else ()
        elif x.named_sufferers:
            yield from (one for whom, one in self._by_sufferers.items() if whom.isdisjoint(x.named_sufferers))

    def closest(self, t: Told) -> Told:
        """Return the mention with which *t* has most parties in common; of equals one of the same word, the first."""
        near: dict[int, Told] = {}
        for party in sorted(t.clue.parties):
            near.update(self._by_party.get(party, {}))
        if near:
            return near[max(near, key=lambda n: (*_likeness(t, near[n]), -n))]
        return self._by_lemma.get(t.clue.event.lemma) or next(iter(self.faces))


def _likeness(t: Told, other: Told) -> tuple[int, bool]:
    return len(t.clue.parties & other.clue.parties), t.clue.event.lemma == other.clue.event.lemma


def _holds_a_day_of_all(days: Interval, common: Interval) -> bool:
    """Say whether *days* meet each of the intervals of which *common* has the last first and the first last day."""
    return days.earliest <= common.latest and common.earliest <= days.latest
