"""Chains of all reports, joined so far: what the rules that join them ask of them and do to them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from consilience.lang import english_names as en
from consilience.model import Annotations, Chain, Kind
from consilience.naming import name_key

#: The state a report speaks of more than this share of the time owns its ownerless bodies.
MAIN_STATE = 0.5

Key = tuple[int, int]  # (number of the report, number of its chain)


@dataclass(slots=True)
class Cluster:
    """Chains joined so far. *known* is what the knowledge base calls it."""

    kind: Kind
    members: list[Key]
    names: Counter[str] = field(default_factory=Counter)
    country: str | None = None
    wikidata: str | None = None
    documents: set[int] = field(default_factory=set)
    head: Key = (0, 0)
    known: str | None = None


class Clusters:
    """Every chain of every report in a cluster; at first each in its own."""

    def __init__(self, notes: Sequence[Annotations]) -> None:
        """Open a cluster for every chain of *notes*."""
        self.notes = notes
        self.of: dict[Key, Cluster] = {}
        self.first_mention: dict[Key, int] = defaultdict(int)
        self._main: dict[int, Key | None] = {}
        self._own_things = [frozenset(name_key(c.name) for c in n.chains if c.name[:4] == "the ") for n in notes]
        self._things = frozenset[str]().union(*self._own_things)
        kinds = self._kinds_over_reports()
        for d, n in enumerate(notes):
            counts = Counter(m.chain for m in n.mentions if m.form == "name")
            for m in reversed(n.mentions):
                self.first_mention[d, m.chain] = m.start
            for c, chain in enumerate(n.chains):
                kind = kinds.get(self.name_key((d, c)), chain.kind) if chain.named else chain.kind
                self.of[d, c] = _opened((d, c), chain, counts[c], kind)

    def chain(self, key: Key) -> Chain:
        """Return a chain."""
        return self.notes[key[0]].chains[key[1]]

    def name_key(self, of: Key) -> str:
        """Return what a named chain is looked up by; what is named like a person and is none, with its article.

        English puts no article before a person. Where one report says that "the Anna Mareth" is a ship, an Anna Mareth
        of another report that is nobody's name there is the ship too.
        """
        chain = self.chain(of)
        key = name_key(chain.name)
        thing = f"the {key}"
        missed = chain.kind != "person" and thing in self._things and thing not in self._own_things[of[0]]
        return thing if missed else key

    def join(self, a: Key, b: Key) -> None:
        """Make one cluster of those of two chains; its head is the earlier of their heads."""
        x, y = self.of[a], self.of[b]
        if x is y:
            return
        if y.head < x.head:
            x, y = y, x
        x.members += y.members
        x.documents |= y.documents
        x.names += y.names
        x.country, x.wikidata, x.known = x.country or y.country, x.wikidata or y.wikidata, x.known or y.known
        for key in y.members:
            self.of[key] = x

    def distinct(self, *kinds: Kind) -> list[Cluster]:
        """Return the clusters by their heads; of *kinds* alone, where some are given."""
        return [c for key, c in self.of.items() if c.head == key and (not kinds or c.kind in kinds)]

    def label(self, key: Key) -> str:
        """Return what tells the cluster of a chain from all others."""
        first = self.of[key].head
        return f"{first[0]}.{first[1]}"

    def owner(self, key: Key) -> str | None:
        """Return what a body belongs to: its owner, else the state its report is about."""
        chain = self.chain(key)
        if chain.of is not None:
            return self.label((key[0], chain.of))
        main = self._main_state(key[0])
        return None if main is None else self.label(main)

    def offices(self, key: Key) -> list[tuple[str, str]]:
        """Return the (title, label of the state) that a chain holds now, of offices one person holds."""
        found = []
        for h in self.chain(key).holdings:
            if h.of is not None and not h.former and h.title.split()[-1] in en.SINGLE_OFFICES:
                found.append((h.title, self.label((key[0], h.of))))
        return found

    def _kinds_over_reports(self) -> Mapping[str, Kind]:
        """Return name key -> kind, as most of its mentions have it; a state in one report is one in all."""
        votes: dict[str, Counter[Kind]] = defaultdict(Counter)
        for d, n in enumerate(self.notes):
            for m in n.mentions:
                chain = n.chains[m.chain]
                if chain.named and m.form == "name":
                    votes[self.name_key((d, m.chain))][chain.kind] += 3 if chain.kind == "state" else 1
        self._count_surnames(votes)
        order: tuple[Kind, ...] = ("state", "person", "organisation", "place", "group")
        things: dict[str, Kind] = dict.fromkeys(sorted(self._things), "place")
        return {name: max(v, key=lambda k: (v[k], -order.index(k))) for name, v in votes.items()} | things

    def _count_surnames(self, votes: Mapping[str, Counter[Kind]]) -> None:
        """Let the people of all reports say that a name alone, taken for a body or a place, is one of theirs.

        Not a name that any table knows for a body or a place.
        """
        people = [name_key(c.name).split() for n in self.notes for c in n.chains if c.kind == "person" and c.named]
        surnames = {words[-1] for words in people if len(words) > 1}
        surnames |= {words[0] for words in people if len(words) > 1 and words[0] in en.given_names()}
        known = {name_key(c.name) for n in self.notes for c in n.chains if c.wikidata or c.country}
        for name, found in votes.items():
            best = max(found, key=lambda k: found[k])
            if name in surnames and name not in known and best in {"organisation", "place"}:
                found["person"] += found[best] + 1

    def _main_state(self, document: int) -> Key | None:
        if document not in self._main:
            notes = self.notes[document]
            counts = Counter(m.chain for m in notes.mentions if self.of[document, m.chain].kind == "state")
            best = max(counts, key=lambda c: (counts[c], -c), default=None)
            clear = best is not None and counts[best] > MAIN_STATE * counts.total()
            self._main[document] = (document, best) if clear and best is not None else None
        return self._main[document]


def _opened(key: Key, chain: Chain, count: int, kind: Kind) -> Cluster:
    names = Counter({chain.name: count + 1}) if chain.named else Counter()
    names.update({alias: 1 for alias in chain.aliases if chain.named and alias[:1].isupper()})
    return Cluster(kind, [key], names, chain.country if kind == "state" else None, chain.wikidata, {key[0]}, key)
