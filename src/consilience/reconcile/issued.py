"""What a release leaves unsaid because it speaks for itself: its own state, and the place where its body sits."""

from __future__ import annotations

from consilience.lang import english_names as en
from consilience.naming import fold
from consilience.reconcile.clusters import Clusters, Key
from consilience.reconcile.sources import is_official


def offices_of_issuer(clusters: Clusters, key: Key) -> list[tuple[str, str]]:
    """Return (title, label of the state) for a head of state without one, in what a body of one state issues.

    "The President of the Republic", in a statement of the Foreign Ministry of Kestria. Nothing where the release tells
    of two who hold the office, or says whose it is.
    """
    chain, number = clusters.chain(key), key[0]
    titles = {h.title for h in chain.holdings if h.of is None and not h.former}
    told = len(titles) == len(chain.holdings) == 1 and titles <= en.HIGHEST_OFFICES
    if chain.named or chain.of is not None or not told:
        return []
    others = [c for n, c in enumerate(clusters.notes[number].chains) if n != key[1]]
    rivals = any(h.title.split()[-1:] == [chain.name] for c in others for h in c.holdings)
    states = [k for k in _named_in(clusters, number) if not _is_body(clusters.chain(k).name)]
    if rivals or len(states) != 1 or not is_official(clusters.notes[number].document):
        return []
    return [(title, clusters.label(states[0])) for title in sorted(titles)]


def join_bodies_by_seat(clusters: Clusters) -> None:
    """Join "the ministry in Torv" with the ministry of which a release is datelined Torv, where it is the only one."""
    seated = _seats(clusters)
    for cluster in clusters.distinct("organisation"):
        chain = clusters.chain(cluster.head)
        if chain.named or chain.of is None or clusters.of[cluster.head[0], chain.of].kind != "place":
            continue
        here = clusters.label((cluster.head[0], chain.of))
        found = {
            clusters.of[issuer].head
            for issuer, place in seated
            if clusters.label(place) == here and en.body_words(chain.name) <= en.body_words(clusters.chain(issuer).name)
        }
        home = next(iter(found)) if len(found) == 1 else cluster.head
        if not clusters.of[home].documents & clusters.of[cluster.head].documents:
            clusters.join(home, cluster.head)


def _seats(clusters: Clusters) -> list[tuple[Key, Key]]:
    """Return the body that issues each release, with the place of its dateline."""
    found = []
    for number, notes in enumerate(clusters.notes):
        lines = [s for s in notes.document.segments if s.role == "dateline"]
        places = [m.chain for m in notes.mentions if any(s.start <= m.start < s.end for s in lines)]
        bodies = [k for k in _named_in(clusters, number) if _is_body(clusters.chain(k).name)]
        if is_official(notes.document) and places and bodies:
            issuer = max(bodies, key=lambda k: (len(clusters.chain(k).name), -k[1]))
            found.append((issuer, (number, places[0])))
    return found


def _is_body(name: str) -> bool:
    return bool(en.body_words(name) & en.BODY_HEADS)


def _named_in(clusters: Clusters, number: int) -> list[Key]:
    """Return the chains that the name of a release's outlet holds by their own names, one for each thing."""
    notes = clusters.notes[number]
    outlet = f" {fold(notes.document.outlet or '')} "
    found: dict[int, Key] = {}
    for n, chain in enumerate(notes.chains):
        name = fold(chain.name)
        if chain.named and chain.kind != "person" and name and f" {name} " in outlet:
            found.setdefault(id(clusters.of[number, n]), (number, n))
    return list(found.values())
