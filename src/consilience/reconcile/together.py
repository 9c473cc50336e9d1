"""Two told together by the office that both hold: "the two presidents" of a report that names two presidents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from consilience.lang import english_names as en
from consilience.model import Annotations, Chain
from consilience.reconcile.clusters import Cluster, Clusters, Key

#: Who is told together: (report number, chain of the group) -> a chain of each of the two, here or in another report.
Pairs = Mapping[Key, tuple[Key, ...]]
_TWO = 2


def told_together(clusters: Clusters) -> Pairs:
    """Return who is meant by each group of a report that is an office in the plural, where exactly two hold it.

    Where the report names one of them, the other is the only one of other reports who holds it in a state or body that
    this one speaks of.
    """
    found = {}
    for d, notes in enumerate(clusters.notes):
        for c in _groups(notes):
            holders: dict[int, Key] = {}
            for n, chain in enumerate(notes.chains):
                cluster: Cluster = clusters.of[d, n]
                if cluster.kind == "person" and cluster.names and _holds(chain, notes.chains[c].name):
                    holders.setdefault(id(cluster), (d, n))
            if len(holders) == 1:
                holders |= _elsewhere(clusters, d, notes.chains[c].name, holders)
            if len(holders) == _TWO:
                found[d, c] = tuple(holders.values())
    return found


def _elsewhere(clusters: Clusters, d: int, several: str, known: Mapping[int, Key]) -> dict[int, Key]:
    """Return who else holds the office of a group, in other reports, of what report *d* speaks of, or of none told."""
    here = {id(clusters.of[d, n]) for n in range(len(clusters.notes[d].chains))}
    found: dict[int, Key] = {}
    untold: dict[int, Key] = {}
    for e, notes in enumerate(clusters.notes):
        for n, chain in enumerate(notes.chains):
            cluster = clusters.of[e, n]
            if cluster.kind != "person" or not cluster.names or id(cluster) in known or not _holds(chain, several):
                continue
            owners = {id(clusters.of[e, h.of]) for h in chain.holdings if h.of is not None and not h.former}
            if owners & here:
                found.setdefault(id(cluster), (e, n))
            elif not owners:
                untold.setdefault(id(cluster), (e, n))
    return found or untold


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
