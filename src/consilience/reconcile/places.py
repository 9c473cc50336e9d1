"""States and places of all reports joined: by code, by name, by the adjectives made of them."""

from __future__ import annotations

from collections import defaultdict

from consilience.lang.states import states_by_name
from consilience.naming import SHORTEST_STEM, belongs, fold
from consilience.reconcile.alike import ends, is_misspelling
from consilience.reconcile.clusters import Cluster, Clusters, Key


def join_states(clusters: Clusters) -> None:
    """Join states of one code, of one name, and new states with the adjectives other reports make of them."""
    by_key: dict[str, Key] = {}
    for cluster in clusters.distinct("state", "place"):
        chain = clusters.chain(cluster.head)
        coded = cluster.kind == "state" and chain.country
        label = chain.country if coded else clusters.name_key(cluster.head) if chain.named else ""
        if label:
            clusters.join(by_key.setdefault(label, cluster.head), cluster.head)
    _join_misspelt(clusters)
    _join_adjectives(clusters)


def _join_adjectives(clusters: Clusters) -> None:
    places: dict[str, list[Cluster]] = defaultdict(list)
    peoples: dict[str, Cluster] = {}
    adjectives = [c for c in clusters.distinct("state") if not c.names]
    for cluster in clusters.distinct("state", "place"):
        for stem in sorted({fold(n)[:SHORTEST_STEM] for n in cluster.names}):
            places[stem].append(cluster)
    for cluster in adjectives:
        adjective = clusters.chain(cluster.head).name
        near = places[fold(adjective)[:SHORTEST_STEM]]
        other = next((s for s in near if any(belongs(adjective, n) for n in sorted(s.names))), None)
        other = other or peoples.setdefault(fold(adjective).removesuffix("s"), cluster)
        if other is not cluster:
            clusters.join(other.head, cluster.head)
            clusters.of[cluster.head].kind = "state"


def _join_misspelt(clusters: Clusters) -> None:
    """Join two spellings of a place that no table knows: reports apart, one sound or one letter's difference."""
    near: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters.distinct("state", "place"):
        if cluster.country or not cluster.names or states_by_name().keys() & cluster.names.keys():
            continue
        name = clusters.chain(cluster.head).name
        blocks = _blocks(fold(name))
        for block in blocks:
            for other in near[block]:
                x, y = clusters.of[other.head], clusters.of[cluster.head]
                apart = x is not y and not (x.documents & y.documents)
                if apart and is_misspelling(clusters.chain(other.head).name, name):
                    clusters.join(other.head, cluster.head)
        for block in blocks:
            near[block].append(cluster)


def _blocks(word: str) -> tuple[str, ...]:
    """Return keys of which two spellings share one: how the word begins and ends, in letters and in sound."""
    return (f"^{word[:3]}", f"{word[-3:]}$", *(f"~{end}" for end in ends(word))) if word else ()
