"""What the knowledge base says of the clusters: an item where name and office agree, a state's code, who is not who.

An item is given only for a name the base lists for one thing, when something beside the name agrees: for a person an
office of the state the reports tell, for a body its full name. Likeness of names never gives one.
"""

from __future__ import annotations

from collections.abc import Iterator

from consilience.knowledge import Knowledge, Known, home_of, office_key
from consilience.model import Annotations
from consilience.reconcile.alike import is_common, is_full
from consilience.reconcile.clusters import Cluster, Clusters


class Identities:
    """Asks *knowledge* about *clusters*."""

    def __init__(self, clusters: Clusters, knowledge: Knowledge) -> None:
        """Look at *clusters* as they stand when a question is asked."""
        self._clusters = clusters
        self._knowledge = knowledge
        self._present = {c.country for c in clusters.distinct("state") if c.country}

    def identify(self) -> None:
        """Give every cluster the item, the state and the own name that the base knows for it beyond doubt."""
        for cluster in self._clusters.distinct("person", "organisation", "place"):
            if cluster.kind == "person":
                self._identify_person(cluster)
            elif cluster.kind == "organisation":
                self._identify_body(cluster)
            else:
                self._place_city(cluster)

    def place_leaders(self) -> None:
        """Give everybody who is still of no state the one that the base knows him by name alone to lead or to serve."""
        for cluster in self._clusters.distinct("person"):
            roles = list(self._offices_of(cluster))
            if cluster.country or not cluster.names or any(code for code, _ in roles):
                continue
            day = next((n.document.printed_day for n in self._reports(cluster) if n.document.printed_day), None)
            names = [n for n in sorted(cluster.names) if is_full(n)] or sorted(cluster.names)
            homes = {home_of(n, [title for _, title in roles], day=day, base=self._knowledge) for n in names} - {None}
            cluster.country = homes.pop() if len(homes) == 1 else None

    def are_two(self, x: Cluster, y: Cluster) -> bool:
        """Say whether two clusters are known to be two: by items, by family, or because the user says so."""
        if x.known and y.known and x.known != y.known:
            return True
        return any(self._knowledge.apart(a, b) for a in x.names for b in y.names)

    def _identify_person(self, cluster: Cluster) -> None:
        found = {k.ref: k for name in sorted(cluster.names) if is_full(name) for k in self._people(name)}
        own = [k for k in found.values() if k.own]
        agreeing = own or [k for k in found.values() if self._office_agrees(cluster, k)]
        if len(agreeing) == 1:
            self._give(cluster, agreeing[0])
        elif not cluster.country:
            states = {code for code in self._states_of(cluster) if code}
            cluster.country = states.pop() if len(states) == 1 else None

    def _reports(self, cluster: Cluster) -> Iterator[Annotations]:
        return (self._clusters.notes[d] for d in sorted(cluster.documents))

    def _people(self, name: str) -> Iterator[Known]:
        return (k for k in self._knowledge.find(name) if k.kind == "person")

    def _office_agrees(self, cluster: Cluster, known: Known) -> bool:
        """Say whether the person known held an office that the reports tell of the cluster, in the same state."""
        terms = {(t.iso3, office_key(t.title)) for t in self._knowledge.terms_of(known.ref)}
        states = {iso3 for iso3, _ in terms}
        for code, title in self._offices_of(cluster):
            if code in states:
                return True
            if code is None and any((iso3, office_key(title)) in terms for iso3 in sorted(states & self._present)):
                return True
        return False

    def _offices_of(self, cluster: Cluster) -> Iterator[tuple[str | None, str]]:
        """Yield the (code of the state or None, title) of every role told, but of those in a state without a code."""
        for d, c in cluster.members:
            for h in self._clusters.notes[d].chains[c].holdings:
                owner = self._clusters.of[d, h.of] if h.of is not None else None
                if owner is None or owner.country or owner.kind != "state":
                    yield (owner.country if owner else None), h.title

    def _states_of(self, cluster: Cluster) -> Iterator[str | None]:
        for d, c in cluster.members:
            for h in self._clusters.notes[d].chains[c].holdings:
                owner = self._clusters.of[d, h.of] if h.of is not None else None
                yield owner.country if owner is not None and owner.kind == "state" else None

    def _identify_body(self, cluster: Cluster) -> None:
        cluster.known = cluster.known or cluster.wikidata
        if cluster.known:
            return
        full = [n for n in sorted(cluster.names) if not n.isupper() and not is_common(n) and " " in n]
        found = {k.ref: k for name in full if (k := self._knowledge.the(name, "organisation"))}
        if len(found) == 1:
            self._give(cluster, next(iter(found.values())))

    def _place_city(self, cluster: Cluster) -> None:
        if cluster.country or not cluster.names:
            return
        found = {k.iso3 for name in sorted(cluster.names) if (k := self._knowledge.the(name, "place"))}
        if len(found) == 1 and found <= self._present:
            cluster.country = found.pop()

    @staticmethod
    def _give(cluster: Cluster, known: Known) -> None:
        cluster.known = known.ref
        cluster.wikidata = cluster.wikidata or known.qid
        cluster.country = cluster.country or known.iso3
