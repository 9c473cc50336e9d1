"""How well clusters agree with clusters: MUC, B-cubed and CEAF-e, and their mean, the CoNLL figure.

Source: Pradhan et al. 2014, "Scoring Coreference Partitions of Predicted Mentions"; definitions as in its appendix.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence

Clusters = Sequence[frozenset[Hashable]]


def conll_scores(gold: Clusters, found: Clusters) -> dict[str, float]:
    """Return MUC, B3, CEAFe and their mean as F1 from 0 to 100. Both sides hold the same items, each once."""
    parts = {"MUC": _muc(gold, found), "B3": _f1(*b_cubed(gold, found)), "CEAFe": _ceaf(gold, found)}
    return {name: round(100 * f1, 1) for name, f1 in parts.items()} | {"CoNLL": round(100 * sum(parts.values()) / 3, 1)}


def _where(clusters: Clusters) -> Mapping[Hashable, int]:
    return {item: n for n, cluster in enumerate(clusters) for item in cluster}


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _muc(gold: Clusters, found: Clusters) -> float:
    return _f1(_links_kept(found, gold), _links_kept(gold, found))


def _links_kept(of: Clusters, among: Clusters) -> float:
    """Return the share of the links of one side's clusters that the other side has too."""
    place = _where(among)
    links = sum(len(c) - 1 for c in of)
    kept = sum(len(c) - len({place[item] for item in c}) for c in of)
    return kept / links if links else 0.0


def b_cubed(gold: Clusters, found: Clusters) -> tuple[float, float]:
    """Return B-cubed precision and recall, item by item; both sides hold the same items.

    Source: Bagga and Baldwin 1998, "Entity-based cross-document coreferencing using the vector space model".
    """
    right, theirs = _where(gold), _where(found)
    items = sorted(right, key=str)
    if not items:
        return 0.0, 0.0
    common = {i: len(gold[right[i]] & found[theirs[i]]) for i in items}
    precision = sum(common[i] / len(found[theirs[i]]) for i in items) / len(items)
    recall = sum(common[i] / len(gold[right[i]]) for i in items) / len(items)
    return precision, recall


def _ceaf(gold: Clusters, found: Clusters) -> float:
    """Return the entity-based CEAF: clusters paired one to one at best, a pair counting 2|a & b| / (|a| + |b|)."""
    place = _where(found)
    alike = {
        (g, f): 2 * len(c & found[f]) / (len(c) + len(found[f]))
        for g, c in enumerate(gold)
        for f in {place[i] for i in c}
    }
    total = sum(_best_pairing(block) for block in _blocks(alike))
    return _f1(total / len(found), total / len(gold))


def _blocks(alike: Mapping[tuple[int, int], float]) -> Iterable[Mapping[tuple[int, int], float]]:
    """Yield the pairs in groups that share no cluster, so that each can be paired alone."""
    parent: dict[tuple[str, int], tuple[str, int]] = {}

    def root(node: tuple[str, int]) -> tuple[str, int]:
        while parent.setdefault(node, node) != node:
            node = parent[node]
        return node

    for g, f in sorted(alike):
        parent[root(("g", g))] = root(("f", f))
    groups: dict[tuple[str, int], dict[tuple[int, int], float]] = defaultdict(dict)
    for (g, f), value in sorted(alike.items()):
        groups[root(("g", g))][g, f] = value
    return groups.values()


def _best_pairing(alike: Mapping[tuple[int, int], float]) -> float:
    """Return the highest total of a one-to-one pairing (Hungarian method, with potentials)."""
    rows, columns = sorted({g for g, _ in alike}), sorted({f for _, f in alike})
    if len(rows) > len(columns):
        return _best_pairing({(f, g): value for (g, f), value in alike.items()})
    infinite = float("inf")
    u, v = [0.0] * (len(rows) + 1), [0.0] * (len(columns) + 1)
    mate, way = [0] * (len(columns) + 1), [0] * (len(columns) + 1)
    for row in range(1, len(rows) + 1):
        mate[0], column = row, 0
        least, used = [infinite] * (len(columns) + 1), [False] * (len(columns) + 1)
        while mate[column]:
            used[column] = True
            step, following = infinite, 0
            for j in range(1, len(columns) + 1):
                if used[j]:
                    continue
                cost = -alike.get((rows[mate[column] - 1], columns[j - 1]), 0.0) - u[mate[column]] - v[j]
                if cost < least[j]:
                    least[j], way[j] = cost, column
                if least[j] < step:
                    step, following = least[j], j
            for j in range(len(columns) + 1):
                if used[j]:
                    u[mate[j]] += step
                    v[j] -= step
                else:
                    least[j] -= step
            column = following
        while column:
            mate[column] = mate[way[column]]
            column = way[column]
    return sum(alike.get((rows[mate[j] - 1], columns[j - 1]), 0.0) for j in range(1, len(columns) + 1) if mate[j])
