"""The entities as the record shows them, and which of them a chain of a report is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from consilience.ids import content_id
from consilience.lang import english_names as en
from consilience.model import Annotations, Entity, EntityMention, EntityRole, Kind, Span
from consilience.naming import fold, name_key
from consilience.reconcile.clusters import Cluster, Clusters
from consilience.reconcile.together import told_together

#: Words in capitals that are longer than this are no acronyms: a masthead.
LONGEST_ACRONYM = 5


class Register(NamedTuple):
    """The entities, and which of them a chain of a report is: `by_chain[document id][chain number]`.

    *together*: (document id, chain) of two told in one word -> the entities of the two. *kinds*: what each entity is.
    """

    entities: tuple[Entity, ...]
    by_chain: Mapping[str, tuple[str, ...]]
    together: Mapping[tuple[str, int], tuple[str, ...]]
    kinds: Mapping[str, Kind]

    def of(self, document: str, chain: int | None) -> str | None:
        """Return the entity id of a chain; None for None."""
        return None if chain is None else self.by_chain[document][chain]

    def all_of(self, document: str, chains: Sequence[int]) -> tuple[str, ...]:
        """Return the entity ids of chains, each once, in order; of "the two presidents" those of both."""
        own = self.by_chain[document]
        return tuple(dict.fromkeys(e for c in chains for e in self.together.get((document, c), (own[c],))))


def register_of(clusters: Clusters) -> Register:
    """Return the entities of *clusters* with their ids, names, roles and mentions."""
    found = clusters.distinct()
    ids = {id(c): _id(clusters, c) for c in found}
    by_chain = {
        n.document.id: tuple(ids[id(clusters.of[d, c])] for c in range(len(n.chains)))
        for d, n in enumerate(clusters.notes)
    }
    mentions = _mentions_by_chain(clusters.notes)
    entities = sorted((_entity(clusters, c, ids, mentions) for c in found), key=lambda e: e.id)
    pairs = {
        (clusters.notes[d].document.id, c): tuple(ids[id(clusters.of[key])] for key in both)
        for (d, c), both in told_together(clusters).items()
    }
    kinds = {e.id: e.kind for e in entities}
    return Register(tuple(entities), MappingProxyType(by_chain), MappingProxyType(pairs), MappingProxyType(kinds))


def _mentions_by_chain(notes: Sequence[Annotations]) -> Mapping[tuple[int, int], list[EntityMention]]:
    found: dict[tuple[int, int], list[EntityMention]] = defaultdict(list)
    for d, n in enumerate(notes):
        for m in n.mentions:
            found[d, m.chain].append(EntityMention(n.document.span(m.start, m.end), m.form))
    return found


def _id(clusters: Clusters, cluster: Cluster) -> str:
    d, c = cluster.head
    return content_id(
        "ent", clusters.notes[d].document.id, clusters.first_mention[d, c], clusters.chain((d, c)).name, c
    )


def _entity(
    clusters: Clusters,
    cluster: Cluster,
    ids: Mapping[int, str],
    mentions: Mapping[tuple[int, int], list[EntityMention]],
) -> Entity:
    described = [clusters.chain(k) for k in sorted(cluster.members)]
    name = best_name(cluster.names) or _described(clusters, cluster)
    aliases = {n for c in described for n in (c.name, *c.aliases)} - {name}
    return Entity(
        id=ids[id(cluster)],
        kind=cluster.kind,
        name=name,
        aliases=tuple(sorted(aliases)),
        wikidata=cluster.wikidata,
        country=cluster.country or next((c.country for c in described if c.country), None),
        roles=_roles(clusters, cluster, ids),
        mentions=tuple(sorted((m for k in cluster.members for m in mentions.get(k, ())), key=lambda m: m.span)),
    )


def _described(clusters: Clusters, cluster: Cluster) -> str:
    """Return a name for what has none: its description, with its owner's name."""
    d, c = cluster.head
    chain = clusters.chain((d, c))
    if chain.of is None:
        return chain.name
    owner = clusters.of[d, chain.of]
    whose = best_name(owner.names) or clusters.chain(owner.head).name
    return f"{chain.name} ({whose})"


def _roles(clusters: Clusters, cluster: Cluster, ids: Mapping[int, str]) -> tuple[EntityRole, ...]:
    found: dict[tuple[str, str | None], set[Span]] = defaultdict(set)
    for d, c in sorted(cluster.members):
        notes = clusters.notes[d]
        for h in notes.chains[c].holdings:
            of = ids[id(clusters.of[d, h.of])] if h.of is not None else None
            title = f"former {h.title.replace('former ', '')}" if h.former else h.title
            found[title, of].add(sentence_around(notes, h.start))
    return tuple(
        EntityRole(title=title, of=of, since=None, until=None, evidence=tuple(sorted(spans)))  # terms: `tenure`
        for (title, of), spans in sorted(found.items(), key=lambda item: (item[0][0], item[0][1] or ""))
    )


def best_name(names: Counter[str]) -> str:
    """Return the name to show: the most frequent of the fullest; of a state the short one."""
    plain = {fold(n) for n in names}
    real = [n for n in names if n[:1].isupper() and (name_key(n) == fold(n) or name_key(n) not in plain)]
    if not real:
        return ""
    longest = max(min(len(n.split()), 4) for n in real)
    best = max((n for n in real if min(len(n.split()), 4) == longest), key=lambda n: (not n.isupper(), names[n], n))
    masthead = best.isupper() and any(len(word) > LONGEST_ACRONYM for word in best.split())
    return _in_small_letters(best) if masthead and longest > 1 else best


def _in_small_letters(name: str) -> str:
    """Return a name of several words that only a masthead in capitals gives, as it is written elsewhere."""
    small = en.JOINERS | en.PARTICLES
    words = [w.casefold() if w.casefold() in small and n else w.title() for n, w in enumerate(name.split())]
    return " ".join(words)


def sentence_around(notes: Annotations, at: int) -> Span:
    """Return the sentence that holds the character *at*."""
    for s in notes.parse.sentences:
        if s.start <= at < s.end:
            return notes.document.span(s.start, s.end)
    return notes.document.span(at, at + 1)
