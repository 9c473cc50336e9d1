"""Two told together by the office that both hold: "the two presidents" of a report that names two presidents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from consilience.lang import english_names as en
from consilience.model import Annotations, Chain
from consilience.reconcile.clusters import Cluster, Clusters

#: Chains of one report told together: (report number, chain of the group) -> the chains of the two.
Pairs = Mapping[tuple[int, int], tuple[int, ...]]


def told_together(clusters: Clusters) -> Pairs:
    """Return who is meant by each group of a report that is an office in the plural, where exactly two hold it."""
    found = {}
    for d, notes in enumerate(clusters.notes):
        for c in _groups(notes):
            holders: dict[int, int] = {}
            for n, chain in enumerate(notes.chains):
                cluster: Cluster = clusters.of[d, n]
                if cluster.kind == "person" and cluster.names and _holds(chain, notes.chains[c].name):
                    holders.setdefault(id(cluster), n)
            if len(holders) == 2:
                found[d, c] = tuple(holders.values())
    return found


def _groups(notes: Annotations) -> Iterator[int]:
    """Yield the groups that are always told as the two, or as all: "the presidents", "both ministers"."""
    text = notes.document.text
    for c, chain in enumerate(notes.chains):
        if chain.kind != "group" or chain.named or chain.of is not None or " " in chain.name:
            continue
        told = [
            text[m.start : m.end].casefold().split() for m in notes.mentions if m.chain == c and m.form == "nominal"
        ]
        if told and all(" ".join(words[:-1]) in en.BOTH for words in told):
            yield c


def _holds(chain: Chain, several: str) -> bool:
    """Say whether somebody holds the office that *several* tells in the plural; whoever rules is a leader."""
    for h in chain.holdings:
        office = h.title.rpartition(" ")[2]
        leads = h.title in en.HIGHEST_OFFICES and several.removesuffix("s") in en.LEADERS
        if not h.former and (leads or several in {f"{office}s", f"{office[:-1]}ies"}):
            return True
    return False
