"""One entity across reports: the chains of all reports joined where names, roles and states agree, else kept apart.

A wrong merge is worse than a missed one: two chains of one report never join by likeness, a surname joins a full name
only where one person bears it, and bodies with a common name ("the foreign ministry") need the same state.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from consilience.ids import content_id
from consilience.lang import english_names as en
from consilience.lang.states import states_by_name
from consilience.model import Annotations, Chain, Entity, EntityMention, EntityRole, Kind, Span
from consilience.naming import belongs, fold, initials, name_key, same_person_name, spelled_one_way
from consilience.reconcile.alike import (
    SAME_PERSON,
    SURNAME,
    blocks,
    body_words,
    ends,
    is_common,
    is_full,
    is_misspelling,
    may_be_one,
    transliterated,
)

#: The state a report speaks of more than this share of the time owns its ownerless bodies.
MAIN_STATE = 0.5

Key = tuple[int, int]  # (number of the report, number of its chain)


class Register(NamedTuple):
    """The entities, and which of them a chain of a report is: `by_chain[document id][chain number]`."""

    entities: tuple[Entity, ...]
    by_chain: Mapping[str, tuple[str, ...]]

    def of(self, document: str, chain: int | None) -> str | None:
        """Return the entity id of a chain; None for None."""
        return None if chain is None else self.by_chain[document][chain]

    def all_of(self, document: str, chains: Sequence[int]) -> tuple[str, ...]:
        """Return the entity ids of chains, each once, in order."""
        return tuple(dict.fromkeys(self.by_chain[document][c] for c in chains))


@dataclass(slots=True)
class _Cluster:
    """Chains joined so far."""

    kind: Kind
    members: list[Key]
    names: Counter[str] = field(default_factory=Counter)
    country: str | None = None
    wikidata: str | None = None
    documents: set[int] = field(default_factory=set)
    head: Key = (0, 0)


def merge_entities(notes: Sequence[Annotations]) -> Register:
    """Return the entities of all reports. *notes* in the order of the record; chains without a mention get one too."""
    clusters = _Clusters(notes)
    clusters.join_states()
    clusters.join_named()
    clusters.join_people()
    clusters.join_office_holders()
    clusters.join_bodies()
    clusters.join_offices()
    return clusters.register()


class _Clusters:
    def __init__(self, notes: Sequence[Annotations]) -> None:
        self.notes = notes
        self.kinds = _kinds_over_reports(notes)
        self.of: dict[Key, _Cluster] = {}
        for d, n in enumerate(notes):
            counts = Counter(m.chain for m in n.mentions if m.form == "name")
            for c, chain in enumerate(n.chains):
                kind = self.kinds.get(name_key(chain.name), chain.kind) if chain.named else chain.kind
                names = Counter({chain.name: counts[c] + 1}) if chain.named else Counter()
                names.update({alias: 1 for alias in chain.aliases if chain.named and alias[:1].isupper()})
                self.of[d, c] = _Cluster(
                    kind, [(d, c)], names, chain.country if kind == "state" else None, chain.wikidata, {d}, (d, c)
                )

    def chain(self, key: Key) -> Chain:
        return self.notes[key[0]].chains[key[1]]

    def join(self, a: Key, b: Key) -> None:
        x, y = self.of[a], self.of[b]
        if x is y:
            return
        if y.head < x.head:
            x, y = y, x
        x.members += y.members
        x.documents |= y.documents
        x.names += y.names
        x.country, x.wikidata = x.country or y.country, x.wikidata or y.wikidata
        for key in y.members:
            self.of[key] = x

    def distinct(self) -> list[_Cluster]:
        return [c for key, c in sorted(self.of.items()) if c.head == key]

    # --- the rules

    def join_states(self) -> None:
        """Join states of one code, of one name, and new states with the adjectives other reports make of them."""
        by_key: dict[str, Key] = {}
        states = [c for c in self.distinct() if c.kind in {"state", "place"}]
        for cluster in states:
            key = cluster.head
            chain = self.chain(key)
            label = (
                chain.country
                if cluster.kind == "state" and chain.country
                else name_key(chain.name)
                if chain.named
                else ""
            )
            if label:
                self.join(by_key.setdefault(label, key), key)
        self._join_misspelt_places()
        for cluster in [c for c in self.distinct() if c.kind == "state" and not c.names]:
            adjective = self.chain(cluster.head).name
            fitting = [
                s
                for s in self.distinct()
                if s.names and s.kind in {"state", "place"} and any(belongs(adjective, n) for n in sorted(s.names))
            ]
            twins = [
                s
                for s in self.distinct()
                if s is not cluster
                and s.kind == "state"
                and not s.names
                and fold(self.chain(s.head).name).removesuffix("s") == fold(adjective).removesuffix("s")
            ]
            for other in fitting[:1] or twins[:1]:
                other.kind = "state"
                self.join(other.head, cluster.head)

    def _join_misspelt_places(self) -> None:
        """Join two spellings of a place that no table knows: reports apart, one sound or one letter's difference."""
        unknown = [
            c
            for c in self.distinct()
            if c.kind in {"state", "place"}
            and c.names
            and not c.country
            and not states_by_name().keys() & c.names.keys()
        ]
        for n, a in enumerate(unknown):
            for b in unknown[n + 1 :]:
                x, y = self.of[a.head], self.of[b.head]
                names = (self.chain(a.head).name, self.chain(b.head).name)
                if x is not y and not (x.documents & y.documents) and is_misspelling(*names):
                    self.join(a.head, b.head)

    def join_named(self) -> None:
        """Join bodies and places of one name, one item, or one acronym."""
        by_name: dict[tuple[str, str | None], Key] = {}
        for cluster in self.distinct():
            if cluster.kind == "organisation" and cluster.names:
                key = cluster.head
                owner = self.owner(key) if is_common(self.chain(key).name) else None
                if is_common(self.chain(key).name) and owner is None:
                    continue
                for name in sorted(cluster.names):
                    label = (
                        cluster.wikidata or " ".join(sorted(body_words(name)))
                        if is_common(name)
                        else cluster.wikidata or fold(spelled_one_way(name))
                    )
                    self.join(by_name.setdefault((label, owner), key), key)
        named = [c for c in self.distinct() if c.kind == "organisation" and c.names]
        for short in named:
            acronyms = [
                n for n in sorted(short.names) if n.isupper() and 2 <= len(n.replace(".", "")) <= 8 and " " not in n
            ]
            if len(short.names) > len(acronyms):
                continue
            fitting = [
                c
                for c in named
                if c is not short
                and not (c.documents & short.documents)
                and any(
                    initials(n) == a.replace(".", "") for a in acronyms for n in sorted(c.names) if len(n.split()) > 1
                )
            ]
            if len({id(self.of[c.head]) for c in fitting}) == 1:
                self.join(fitting[0].head, short.head)

    def join_people(self) -> None:
        """Join full names that are alike; then surnames where only one person bears them."""
        people = [c for c in self.distinct() if c.kind == "person" and c.names]
        near: dict[str, list[_Cluster]] = defaultdict(list)
        for cluster in people:
            for block in sorted({b for name in cluster.names for b in blocks(name)}):
                home = next((c for c in near[block] if self._joins(c, cluster)), None)
                if home is None:
                    near[block].append(self.of[cluster.head])
                else:
                    self.join(home.head, cluster.head)
        full = [c for c in self.distinct() if c.kind == "person" and any(is_full(n) for n in c.names)]
        by_last: dict[str, list[_Cluster]] = defaultdict(list)
        for cluster in full:
            for block in sorted({b for n in cluster.names for b in blocks(n)}):
                by_last[block].append(cluster)
        for single in [c for c in people if self.of[c.head] is c and not any(is_full(n) for n in c.names)]:
            name = fold(self.chain(single.head).name)
            namesakes = {id(c): c for block in ends(name) for c in by_last[block]}
            fitting = [
                c
                for c in namesakes.values()
                if not (c.documents & single.documents)
                and any(same_person_name(name, n) >= SURNAME for n in sorted(c.names) if is_full(n))
            ]
            if len(fitting) > 1:  # "Minister X", where one X is a minister
                heads = {h.title.split()[-1] for h in self.chain(single.head).holdings}
                fitting = [
                    c
                    for c in fitting
                    if heads & {h.title.split()[-1] for k in c.members for h in self.chain(k).holdings}
                ]
            if len(fitting) == 1 and name:
                self.join(fitting[0].head, single.head)

    def _joins(self, a: _Cluster, b: _Cluster) -> bool:
        """Say whether two people named in full are one; two of one report never are."""
        x, y = self.of[a.head], self.of[b.head]
        return x is y or (not (x.documents & y.documents) and self._alike(x, y))

    def _alike(self, x: _Cluster, y: _Cluster) -> bool:
        pairs = [(a, b) for a in sorted(x.names) for b in sorted(y.names) if is_full(a) and is_full(b)]
        return any(same_person_name(a, b) >= SAME_PERSON or transliterated(a, b) for a, b in pairs)

    def join_office_holders(self) -> None:
        """Join two spellings of whoever holds one office of one state, where their last names sound alike in part."""
        holders: dict[tuple[str, str], list[Key]] = defaultdict(list)
        for key in sorted(self.of):
            if self.of[key].kind == "person" and self.of[key].names:
                for office in self.offices(key):
                    holders[office].append(key)
        for keys in holders.values():
            for n, a in enumerate(keys):
                for b in keys[n + 1 :]:
                    x, y = self.of[a], self.of[b]
                    if x is not y and not (x.documents & y.documents) and may_be_one(x.names, y.names):
                        self.join(a, b)

    def join_bodies(self) -> None:
        """Join descriptions of bodies that have the same state or holder: "the Kestrian health ministry"."""
        by_label: dict[tuple[str, str], Key] = {}
        for cluster in self.distinct():
            key = cluster.head
            chain = self.chain(key)
            if cluster.kind not in {"organisation", "group"} or (chain.named and not is_common(chain.name)):
                continue
            owner = self.owner(key)
            if owner is None:
                continue
            label = " ".join(sorted(body_words(chain.name)))
            if cluster.kind == "organisation" or chain.of is not None:
                self.join(by_label.setdefault((label, owner), key), key)

    def join_offices(self) -> None:
        """Join "the president of X" without a name to the one person named who holds that office of X."""
        holders: dict[tuple[str, str], set[int]] = defaultdict(set)
        first: dict[int, Key] = {}
        for key in sorted(self.of):
            cluster = self.of[key]
            if cluster.kind == "person" and cluster.names:
                for title, owner in self.offices(key):
                    holders[title, owner].add(id(cluster))
                    first[id(cluster)] = cluster.head
        for cluster in [c for c in self.distinct() if c.kind == "person" and not c.names]:
            for office in self.offices(cluster.head):
                if len(holders.get(office, ())) == 1:
                    self.join(first[next(iter(holders[office]))], cluster.head)
                    break

    def offices(self, key: Key) -> list[tuple[str, str]]:
        """Return the (title, entity key of the state) that a chain holds now, of offices one person holds."""
        found = []
        for h in self.chain(key).holdings:
            if h.of is not None and not h.former and h.title.split()[-1] in en.SINGLE_OFFICES:
                found.append((h.title, self.label((key[0], h.of))))
        return found

    def label(self, key: Key) -> str:
        first = self.of[key].head
        return f"{first[0]}.{first[1]}"

    def owner(self, key: Key) -> str | None:
        """Return what a body belongs to: its owner, else the state its report is about."""
        chain = self.chain(key)
        if chain.of is not None:
            return self.label((key[0], chain.of))
        main = self._main_state(key[0])
        return None if main is None else self.label(main)

    def _main_state(self, document: int) -> Key | None:
        notes = self.notes[document]
        counts: Counter[int] = Counter(m.chain for m in notes.mentions if self.of[document, m.chain].kind == "state")
        if not counts:
            return None
        best = max(counts, key=lambda c: (counts[c], -c))
        return (document, best) if counts[best] > MAIN_STATE * counts.total() else None

    # --- the outcome

    def register(self) -> Register:
        """Return the entities with their ids, names, roles and mentions."""
        clusters = self.distinct()
        ids = {id(c): self._id(c) for c in clusters}
        by_chain = {
            n.document.id: tuple(ids[id(self.of[d, c])] for c in range(len(n.chains))) for d, n in enumerate(self.notes)
        }
        entities = [self._entity(c, ids) for c in clusters]
        return Register(tuple(sorted(entities, key=lambda e: e.id)), MappingProxyType(by_chain))

    def _id(self, cluster: _Cluster) -> str:
        d, c = cluster.head
        first = min((m.start for m in self.notes[d].mentions if m.chain == c), default=0)
        return content_id("ent", self.notes[d].document.id, first, self.chain((d, c)).name, c)

    def _entity(self, cluster: _Cluster, ids: Mapping[int, str]) -> Entity:
        mentions = sorted(
            (
                EntityMention(self.notes[d].document.span(m.start, m.end), m.form)
                for d, c in cluster.members
                for m in self.notes[d].mentions
                if m.chain == c
            ),
            key=lambda m: m.span,
        )
        described = [self.chain(k) for k in sorted(cluster.members)]
        name = _best_name(cluster.names) or self._described(cluster)
        aliases = {n for c in described for n in (c.name, *c.aliases)} - {name}
        return Entity(
            id=ids[id(cluster)],
            kind=cluster.kind,
            name=name,
            aliases=tuple(sorted(aliases)),
            wikidata=cluster.wikidata,
            country=cluster.country or next((c.country for c in described if c.country), None),
            roles=self._roles(cluster, ids),
            mentions=tuple(mentions),
        )

    def _described(self, cluster: _Cluster) -> str:
        """Return a name for what has none: its description, with its owner's name."""
        d, c = cluster.head
        chain = self.chain((d, c))
        if chain.of is None:
            return chain.name
        owner = self.of[d, chain.of]
        whose = _best_name(owner.names) or self.chain(owner.head).name
        return f"{chain.name} ({whose})"

    def _roles(self, cluster: _Cluster, ids: Mapping[int, str]) -> tuple[EntityRole, ...]:
        found: dict[tuple[str, str | None], list[Span]] = defaultdict(list)
        for d, c in sorted(cluster.members):
            notes = self.notes[d]
            for h in notes.chains[c].holdings:
                of = ids[id(self.of[d, h.of])] if h.of is not None else None
                title = f"former {h.title.removeprefix('former ')}" if h.former else h.title
                found[title, of].append(_sentence_around(notes, h.start))
        return tuple(
            EntityRole(title=title, of=of, since=None, until=None, evidence=tuple(sorted(set(spans))))
            for (title, of), spans in sorted(found.items(), key=lambda item: (item[0][0], item[0][1] or ""))
        )


def _kinds_over_reports(notes: Sequence[Annotations]) -> Mapping[str, Kind]:
    """Return folded name -> kind, as most of its mentions have it; a state in one report is one in all."""
    votes: dict[str, Counter[Kind]] = defaultdict(Counter)
    for n in notes:
        for m in n.mentions:
            chain = n.chains[m.chain]
            if chain.named and m.form == "name":
                votes[name_key(chain.name)][chain.kind] += 3 if chain.kind == "state" else 1
    order: tuple[Kind, ...] = ("state", "person", "organisation", "place", "group")
    return {name: max(v, key=lambda k: (v[k], -order.index(k))) for name, v in votes.items()}


def _best_name(names: Counter[str]) -> str:
    """Return the name to show: the most frequent of the fullest; of a state the short one."""
    plain = {fold(n) for n in names}
    real = [n for n in names if n[:1].isupper() and (name_key(n) == fold(n) or name_key(n) not in plain)]
    if not real:
        return ""
    longest = max(min(len(n.split()), 4) for n in real)
    return max((n for n in real if min(len(n.split()), 4) == longest), key=lambda n: (not n.isupper(), names[n], n))


def _sentence_around(notes: Annotations, at: int) -> Span:
    """Return the sentence that holds the character *at*."""
    for s in notes.parse.sentences:
        if s.start <= at < s.end:
            return notes.document.span(s.start, s.end)
    return notes.document.span(at, at + 1)
