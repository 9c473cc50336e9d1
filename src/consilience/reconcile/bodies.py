"""Bodies of all reports joined: by name, by item, by acronym, by description and state."""

from __future__ import annotations

from collections import defaultdict

from consilience.lang import english_names as en
from consilience.model import Mention
from consilience.naming import fold, initials, spelled_one_way
from consilience.reconcile.alike import is_common
from consilience.reconcile.clusters import Cluster, Clusters, Key


def join_named_bodies(clusters: Clusters) -> None:
    """Join bodies of one name, one item, or one acronym."""
    by_name: dict[tuple[str, str | None], Key] = {}
    for cluster in clusters.distinct("organisation"):
        key = cluster.head
        common = is_common(clusters.chain(key).name)
        owner = clusters.owner(key) if common else None
        if not cluster.names or (common and owner is None):
            continue
        for name in sorted(cluster.names):
            plain = " ".join(sorted(en.body_words(name))) if is_common(name) else fold(spelled_one_way(name))
            clusters.join(by_name.setdefault((cluster.known or cluster.wikidata or plain, owner), key), key)
    _join_unowned(clusters)
    _join_acronyms(clusters, [c for c in clusters.distinct("organisation") if c.names])


def _join_unowned(clusters: Clusters) -> None:
    """Join bodies of one common name of which all reports together name one state or none: "Emergency Directorate".

    Not those that every state has: of two ministries of health a report may name the one without its state.
    """
    alike: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters.distinct("organisation"):
        name = clusters.chain(cluster.head).name
        words = en.body_words(name)
        if cluster.names and is_common(name) and len(words) > 2 and not words & en.STATE_BODIES:
            alike[" ".join(sorted(words))].append(cluster)
    for _, found in sorted(alike.items()):
        owners = {
            clusters.label((key[0], of))
            for c in found
            for key in c.members
            if (of := clusters.chain(key).of) is not None
        }
        for other in found[1:] if len(owners) <= 1 else ():
            clusters.join(found[0].head, other.head)


def _join_acronyms(clusters: Clusters, named: list[Cluster]) -> None:
    by_initials: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in named:
        for letters in sorted({initials(n) for n in cluster.names if len(n.split()) > 1}):
            by_initials[letters].append(cluster)
    for short in named:
        acronyms = sorted(n for n in short.names if is_acronym(n))
        if len(short.names) > len(acronyms):
            continue
        found = [c for a in acronyms for c in by_initials[a.replace(".", "")] if c is not short]
        heads = {clusters.of[c.head].head for c in found if not (c.documents & short.documents)}
        if len(heads) == 1:
            clusters.join(heads.pop(), short.head)


def is_acronym(name: str) -> bool:
    """Say whether a name is letters alone: "OTS", "U.N."."""
    return name.isupper() and 2 <= len(name.replace(".", "")) <= 8 and " " not in name


def join_described_bodies(clusters: Clusters) -> None:
    """Join descriptions of bodies that have the same state or holder: "the Kestrian health ministry"."""
    by_label: dict[tuple[str, str], Key] = {}
    for cluster in clusters.distinct("organisation", "group"):
        key = cluster.head
        chain = clusters.chain(key)
        if chain.named and not is_common(chain.name):
            continue
        owner = clusters.owner(key)
        if owner is None:
            continue
        label = " ".join(sorted(en.body_words(chain.name)))
        if cluster.kind == "organisation" or chain.of is not None:
            clusters.join(by_label.setdefault((label, owner), key), key)
    _join_shortened(clusters)


def join_led_bodies(clusters: Clusters) -> None:
    """Join "a Kestria-led military bloc" with the one body named that reports call an alliance led by Kestria."""
    named: dict[str, set[Key]] = defaultdict(set)
    nameless: dict[str, list[Key]] = defaultdict(list)
    for d, notes in enumerate(clusters.notes):
        for m in notes.mentions:
            cluster = clusters.of[d, m.chain]
            if m.form != "nominal" or cluster.kind != "organisation":
                continue
            leader = _leader(clusters, d, m)
            if leader is not None and cluster.names:
                named[leader].add(cluster.head)
            elif leader is not None:
                nameless[leader].append(cluster.head)
    for leader, heads in sorted(nameless.items()):
        for head in heads if len(named[leader]) == 1 else ():
            clusters.join(next(iter(named[leader])), head)


def _leader(clusters: Clusters, d: int, body: Mention) -> str | None:
    """Return what tells the state that leads an alliance by these words: "the Kestrian-led bloc"; else None."""
    notes = clusters.notes[d]
    text = notes.document.text
    words = text[body.start : body.end].casefold().split()
    if not words or words[-1] not in en.BLOCS | en.NAMES_OF_BLOCS:
        return None
    inside = (m for m in notes.mentions if body.start <= m.start and m.end < body.end)
    states = (m for m in inside if clusters.of[d, m.chain].kind == "state" and text.startswith(en.LED, m.end))
    return next((clusters.label((d, m.chain)) for m in states), None)


def _join_shortened(clusters: Clusters) -> None:
    """Join "the emergency directorate" with the one body of its state that has these words and more in its name."""
    named: dict[str, list[tuple[frozenset[str], Key]]] = defaultdict(list)
    for cluster in clusters.distinct("organisation"):
        for key in cluster.members if cluster.names else ():
            owner, words = clusters.owner(key), en.body_words(clusters.chain(key).name)
            if owner is not None and is_common(clusters.chain(key).name):
                named[owner].append((words, cluster.head))
    for cluster in clusters.distinct("organisation"):
        words = en.body_words(clusters.chain(cluster.head).name)
        if cluster.names or len(words) < 2 or words & en.STATE_BODIES:
            continue
        fuller = {head for longer, head in named[clusters.owner(cluster.head) or ""] if words < longer}
        if len(fuller) == 1:
            clusters.join(fuller.pop(), cluster.head)
