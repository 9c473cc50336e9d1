"""People of all reports joined: full names that are alike, surnames that one person bears, holders of one office."""

from __future__ import annotations

from collections import defaultdict

from consilience.lang import english_names as en
from consilience.model import Gender
from consilience.naming import fold, likeness, score, start_alike
from consilience.reconcile.alike import (
    HOLDER,
    SAME_PERSON,
    SURNAME,
    are_two_names,
    blocks,
    ends,
    is_full,
    may_be_one,
    transliterated,
)
from consilience.reconcile.clusters import Cluster, Clusters, Key
from consilience.reconcile.identified import Identities
from consilience.reconcile.issued import offices_of_issuer


class People:
    """Joins the people of *clusters*; what *identities* knows to be two is never made one."""

    def __init__(self, clusters: Clusters, identities: Identities) -> None:
        """Work on *clusters*."""
        self._clusters = clusters
        self._identities = identities

    def join(self) -> None:
        """Join full names, then single ones, then holders of one office."""
        people = [c for c in self._clusters.distinct("person") if c.names]
        self._join_known(people)
        self._join_full_names(people)
        self._join_single_names(people)
        self._join_office_holders()

    def join_offices(self) -> None:
        """Join "the president of X" without a name to the one person named who holds that office of X.

        In what a body of X issues, the president of no state that is told is X's.
        """
        clusters = self._clusters
        holders: dict[tuple[str, str], set[int]] = defaultdict(set)
        first: dict[int, Key] = {}
        for key, cluster in clusters.of.items():
            if cluster.kind == "person" and cluster.names:
                for office in clusters.offices(key):
                    holders[office].add(id(cluster))
                    first[id(cluster)] = cluster.head
        for cluster in [c for c in clusters.distinct("person") if not c.names]:
            for office in (*clusters.offices(cluster.head), *offices_of_issuer(clusters, cluster.head)):
                if len(holders.get(office, ())) == 1:
                    clusters.join(first[next(iter(holders[office]))], cluster.head)
                    break

    def _join_known(self, people: list[Cluster]) -> None:
        """Join what the knowledge base, or the user, knows to be one."""
        first: dict[str, Key] = {}
        for cluster in people:
            if cluster.known:
                self._clusters.join(first.setdefault(cluster.known, cluster.head), cluster.head)

    def _join_full_names(self, people: list[Cluster]) -> None:
        near: dict[str, list[Cluster]] = defaultdict(list)
        same: dict[str, list[Cluster]] = defaultdict(list)
        for cluster in people:
            head = self._clusters.of[cluster.head]
            if head is not cluster:
                continue
            full = sorted(n for n in cluster.names if is_full(n))
            home = next((c for n in full for c in same[fold(n)] if self._joins(c, cluster)), None)
            sounds = sorted({b for n in full for b in blocks(n)})
            home = home or next((c for b in sounds for c in near[b] if self._joins(c, cluster)), None)
            if home is not None:
                self._clusters.join(home.head, cluster.head)
            home = self._clusters.of[cluster.head]
            if home is not cluster and all(home.names[n] > cluster.names[n] for n in full):
                continue  # no name that is not already listed
            for n in full:
                if not any(self._clusters.of[c.head] is home for c in same[fold(n)]):
                    same[fold(n)].append(home)
            for b in sounds:
                if not any(self._clusters.of[c.head] is home for c in near[b]):
                    near[b].append(home)

    def _join_single_names(self, people: list[Cluster]) -> None:
        by_last: dict[str, list[Cluster]] = defaultdict(list)
        by_first: dict[str, list[Cluster]] = defaultdict(list)
        for cluster in self._clusters.distinct("person"):
            full = [n for n in cluster.names if is_full(n)]
            for block in sorted({b for n in full for b in blocks(n)}):
                by_last[block].append(cluster)
            for given in sorted({fold(n).split()[0] for n in full}):
                by_first[given].append(cluster)
        for single in people:
            name = fold(self._clusters.chain(single.head).name)
            if self._clusters.of[single.head] is not single or any(is_full(n) for n in single.names) or not name:
                continue
            fitting = self._fitting(single, name, by_last)
            if not fitting and name in en.given_names():
                fitting = [c for c in by_first[name] if not (c.documents & single.documents)]
            if len(fitting) == 1:
                self._clusters.join(fitting[0].head, single.head)

    def _fitting(self, single: Cluster, name: str, by_last: dict[str, list[Cluster]]) -> list[Cluster]:
        """Return who may be meant by a surname alone; of several those who hold the office it is told with."""
        namesakes = {id(c): c for block in ends(name) for c in by_last[block]}
        likely = [(c, _likeness(name, c)) for c in namesakes.values() if not (c.documents & single.documents)]
        fitting = [c for c, alike in likely if alike >= SURNAME]
        offices = self._offices(single)
        if not fitting:  # "President Ghorov", where one who is called Qorov is president
            return [c for c, alike in likely if alike >= HOLDER and offices & self._offices(c)]
        if len(fitting) > 1:  # "Minister X", where one X is a minister
            fitting = [c for c in fitting if offices & self._offices(c)] or (fitting if not offices else [])
        if len(fitting) > 1:  # "Mr X", who is no woman
            told = self._genders(single)
            fitting = [c for c in fitting if not told or not self._genders(c) or told & self._genders(c)]
        return fitting

    def _offices(self, cluster: Cluster) -> set[str]:
        """Return the last words of the roles that reports tell of somebody."""
        return {h.title.split()[-1] for k in cluster.members for h in self._clusters.chain(k).holdings}

    def _genders(self, cluster: Cluster) -> set[Gender]:
        return {g for k in cluster.members if (g := self._clusters.chain(k).gender) is not None}

    def _join_office_holders(self) -> None:
        """Join two spellings of whoever holds one office of one state, where their last names sound alike in part."""
        clusters = self._clusters
        holders: dict[tuple[str, str], list[Key]] = defaultdict(list)
        for key, cluster in clusters.of.items():
            if cluster.kind == "person" and cluster.names:
                for office in clusters.offices(key):
                    holders[office].append(key)
        for keys in holders.values():
            heads = list(dict.fromkeys(clusters.of[k].head for k in keys))
            for n, a in enumerate(heads):
                for b in heads[n + 1 :]:
                    x, y = clusters.of[a], clusters.of[b]
                    if x is not y and self._may_join(x, y) and may_be_one(x.names, y.names):
                        clusters.join(a, b)

    def _joins(self, a: Cluster, b: Cluster) -> bool:
        """Say whether two people named in full are one."""
        x, y = self._clusters.of[a.head], self._clusters.of[b.head]
        return x is y or (self._may_join(x, y) and _alike(x, y) and not self._are_a_man_and_a_woman(x, y))

    def _are_a_man_and_a_woman(self, x: Cluster, y: Cluster) -> bool:
        """Say whether the reports, or the given names, make one a man and the other a woman; never of one full name."""
        full = [{fold(n) for n in c.names if is_full(n)} for c in (x, y)]
        told = [self._genders(c) for c in (x, y)]
        return not full[0] & full[1] and all(told) and told[0].isdisjoint(told[1])

    def _may_join(self, x: Cluster, y: Cluster) -> bool:
        """Say whether nothing forbids it: two of one report, two that the knowledge base or the user tells apart."""
        return not (x.documents & y.documents) and not self._identities.are_two(x, y)


def _likeness(name: str, cluster: Cluster) -> float:
    """Return how alike a surname is to the last of the full names of somebody; 0.0 for one that begins otherwise."""
    last = [fold(n).split()[-1] for n in sorted(cluster.names) if is_full(n)]
    return max((likeness(name, one) for one in last if start_alike(name, one)), default=0.0)


def _alike(x: Cluster, y: Cluster) -> bool:
    pairs = [(a, b) for a in sorted(x.names) for b in sorted(y.names) if is_full(a) and is_full(b)]
    return any((score(a, b) >= SAME_PERSON or transliterated(a, b)) and not are_two_names(a, b) for a, b in pairs)
