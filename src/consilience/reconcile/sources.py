"""Source families: which reports, or parts of reports, go back to one origin.

Three outlets that carry one readout are one source for what it says, and may be three for the rest. So sources are
counted over sentences: sentences that copy one another are one source, a sentence shared with nobody speaks for its
own report.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import Literal, Protocol

from consilience.ids import content_id
from consilience.lang.page import page_cues
from consilience.model import TESTIFYING_ROLES, Annotations, Document, Family, Record, Span
from consilience.reconcile.passages import Passage, Shared, find_passages, find_shared, find_twins
from consilience.reconcile.retelling import find_retold

Reason = Literal["alone", "same text", "same agency", "same readout", "quotes"]
#: Reports that share this much of the shorter one's sentences are one text, lightly edited.
SAME_TEXT = 0.5


_ACRONYM = re.compile(r"\([A-Z]{2,8}\)$")


#: No sentence gives the cell on anybody's word.
NO_VOICES: Mapping[Span, str] = MappingProxyType({})


class FamiliesBehind(Protocol):
    """What tells the families behind a cell: `Sources.families_behind`."""

    def __call__(self, evidence: Iterable[Span], voices: Mapping[Span, str] = NO_VOICES) -> tuple[str, ...]: ...


class Sources(Record, frozen=True):
    """The families of a set of reports, and where each sentence belongs.

    *shared* gives, by document, the sentences that others have too: (start, end, family id), in text order.
    *alone* gives, by document, the family of its other sentences. *origins* names the document that a family's
    passages were taken from, where that is known.
    """

    families: tuple[Family, ...]
    shared: dict[str, tuple[tuple[int, int, str], ...]]
    alone: dict[str, str]
    origins: dict[str, str]

    def families_behind(self, evidence: Iterable[Span], voices: Mapping[Span, str] = NO_VOICES) -> tuple[str, ...]:
        """Return the families behind a cell that cites *evidence*, sorted: their number is that of independent sources.

        A report that speaks in a family's passage speaks for that family only, and so does the report whose words the
        family repeats: what it says besides is no second source. *voices* names the office on whose word a sentence
        gives the cell: all sentences on one word are one source, that of the first report. The count is a lower bound.
        """
        spans = sorted(set(evidence))
        on_a_word: dict[str, list[Span]] = defaultdict(list)
        for span in spans:
            on_a_word[voices.get(span, "")].append(span)
        found = set(self._behind(on_a_word.pop("", [])))
        for voice in sorted(on_a_word):
            told = [self._behind([span]) for span in on_a_word[voice]]
            if not any(found.intersection(families) for families in told):
                found.update(told[0])
        return tuple(sorted(found))

    def origin_of(self, span: Span) -> str | None:
        """Return the document from which a sentence was taken; None for one of its own, or from an unknown origin."""
        origin = self.origins.get(self._shared_family(span) or "")
        return origin if origin != span.document else None

    def _behind(self, spans: Sequence[Span]) -> tuple[str, ...]:
        """Return the families of sentences that nobody's word binds together."""
        repeated = {family: span.document for span in spans if (family := self._shared_family(span))}
        covered = {span.document for span in spans if self._shared_family(span)}
        covered |= {self.origins[family] for family in repeated if family in self.origins}
        own = {self.alone[s.document] for s in spans if s.document not in covered and s.document in self.alone}
        return tuple(sorted(own | set(repeated)))

    def _shared_family(self, span: Span) -> str | None:
        """Return the family of the shared sentence that holds most of *span*, if one does."""
        sentences = self.shared.get(span.document, ())
        at = bisect_right(sentences, (span.start, span.end, "~"))
        near = sentences[max(0, at - 1) : at + 2]
        overlaps = [(min(end, span.end) - max(start, span.start), family) for start, end, family in near]
        length, family = max(overlaps, default=(0, ""))
        return family if length * 2 > span.end - span.start else None


def trace_sources(notes: Sequence[Annotations]) -> Sources:
    """Return the source families of the reports, in their order: shared ones first, then those of one report."""
    passages = find_passages(notes)
    literal = tuple(dict.fromkeys((*find_shared(passages), *find_twins(passages))))
    official = frozenset(n for n, note in enumerate(notes) if is_official(note.document))
    shared = (*literal, *find_retold(passages, literal, official))
    groups = _origins(_copies(shared), passages)
    number_of = {key: number for number, group in enumerate(groups) for key in group}
    pairs: dict[int, list[Shared]] = defaultdict(list)
    for pair in shared:
        pairs[number_of[pair.first]].append(pair)
    families = tuple(_family(group, pairs[number], passages, notes) for number, group in enumerate(groups))
    place = {key: families[number].id for key, number in number_of.items()}
    alone = {note.document.id: content_id("fam", note.document.id) for note in notes}
    return Sources(
        families=(*families, *_single(notes, alone)),
        shared=_by_document(passages, place),
        alone=alone,
        origins=dict(_taken_from(families, notes)),
    )


class _Sets:
    """Union-find over numbers; the smallest of a set names it."""

    def __init__(self) -> None:
        self._parents: dict[int, int] = {}

    def find(self, one: int) -> int:
        root = one
        while (parent := self._parents.get(root, root)) != root:
            root = parent
        while one != root:
            self._parents[one], one = root, self._parents.get(one, one)
        return root

    def join(self, one: int, other: int) -> None:
        low, high = sorted((self.find(one), self.find(other)))
        self._parents[high] = low


def _copies(shared: Sequence[Shared]) -> list[tuple[int, ...]]:
    """Return the groups of sentences that copy one another, each in order, by their first sentence."""
    sets = _Sets()
    for pair in shared:
        sets.join(pair.first, pair.second)
    members = dict.fromkeys(key for pair in shared for key in (pair.first, pair.second))
    return _grouped(sets, sorted(members))


def _origins(copies: Sequence[tuple[int, ...]], passages: Sequence[Passage]) -> list[tuple[int, ...]]:
    """Return the groups joined where they have one origin: they run through the same two reports, or three by three.

    A wire reaches two papers, each of which keeps other sentences of it; three papers that share passages two by two
    draw on one text.
    """
    sets = _Sets()
    through: dict[tuple[int, int], int] = {}
    for number, group in enumerate(copies):
        documents = sorted({passages[key].document for key in group})
        for pair in [*pairwise(documents), *((documents[0], other) for other in documents[2:])]:
            sets.join(number, through.setdefault(pair, number))
    for triangle in _triangles(through):
        for number in triangle[1:]:
            sets.join(triangle[0], number)
    return [
        tuple(sorted(key for number in numbers for key in copies[number]))
        for numbers in _grouped(sets, range(len(copies)))
    ]


def _triangles(through: Mapping[tuple[int, int], int]) -> Iterator[tuple[int, int, int]]:
    """Yield the numbers of the groups that link three reports two by two."""
    beside: dict[int, set[int]] = defaultdict(set)
    for a, b in through:
        beside[a].add(b)
        beside[b].add(a)
    for a, b in sorted(through):
        small, large = sorted((beside[a], beside[b]), key=len)
        for third in sorted(n for n in small if n > b and n in large):
            yield through[a, b], through[b, third], through[a, third]


def _grouped(sets: _Sets, members: Iterable[int]) -> list[tuple[int, ...]]:
    groups: dict[int, list[int]] = defaultdict(list)
    for one in members:
        groups[sets.find(one)].append(one)
    return [tuple(group) for _, group in sorted(groups.items())]


def _family(
    group: Sequence[int], pairs: Sequence[Shared], passages: Sequence[Passage], notes: Sequence[Annotations]
) -> Family:
    documents = sorted({passages[key].document for key in group})
    first = passages[group[0]]
    return Family(
        id=content_id("fam", first.span.document, first.span.start, first.span.end),
        documents=tuple(notes[n].document.id for n in documents),
        origin=None,
        reason=_reason([notes[n] for n in documents], group, pairs, passages),
        shared=tuple((passages[pair.first].span, passages[pair.second].span) for pair in _showing(pairs)),
    )


def _showing(pairs: Sequence[Shared]) -> Iterator[Shared]:
    """Yield the pairs that show what a family shares: enough for each passage to stand in one, the earliest first."""
    seen: set[int] = set()
    for pair in sorted(pairs, key=lambda pair: (pair.first, pair.second)):
        if not {pair.first, pair.second} <= seen:
            seen |= {pair.first, pair.second}
            yield pair


def _reason(
    notes: Sequence[Annotations], group: Sequence[int], pairs: Sequence[Shared], passages: Sequence[Passage]
) -> Reason:
    """Return why the reports of a family are held to go back to one origin: the strongest reason there is."""
    documents = [note.document for note in notes]
    if max(Counter(agency for d in documents for agency in _agencies(d)).values(), default=0) > 1:
        return "same agency"
    if all(pair.kind != "text" for pair in pairs):
        return "same readout" if any(map(is_official, documents)) else "quotes"
    if any(map(is_official, documents)) and not _is_reprint(notes, group, passages):
        return "same readout"
    return "same text"


def _agencies(document: Document) -> list[str]:
    """Return who prints a report and whom it credits, each once."""
    return list(dict.fromkeys([*document.agencies, *([document.outlet] if document.outlet else [])]))


def is_official(document: Document) -> bool:
    """Say whether an office publishes the report itself, as it does a readout or a communiqué."""
    outlet = document.outlet
    return outlet is not None and (page_cues().has("names.offices", outlet) or _ACRONYM.search(outlet) is not None)


def _is_reprint(notes: Sequence[Annotations], group: Sequence[int], passages: Sequence[Passage]) -> bool:
    """Say whether a report of the family consists of shared sentences for the most part."""
    held = Counter(passages[key].span.document for key in group)
    said = {n.document.id: sum(s.role in TESTIFYING_ROLES for s in n.parse.sentences) for n in notes}
    return any(held[document] >= SAME_TEXT * count for document, count in sorted(said.items()) if count)


def _single(notes: Sequence[Annotations], alone: Mapping[str, str]) -> Iterator[Family]:
    for note in notes:
        document = note.document.id
        yield Family(id=alone[document], documents=(document,), origin=None, reason="alone", shared=())


def _by_document(passages: Sequence[Passage], place: Mapping[int, str]) -> dict[str, tuple[tuple[int, int, str], ...]]:
    found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for key in sorted(place):
        span = passages[key].span
        found[span.document].append((span.start, span.end, place[key]))
    return {document: tuple(sorted(sentences)) for document, sentences in found.items()}


def _taken_from(families: Sequence[Family], notes: Sequence[Annotations]) -> Iterator[tuple[str, str]]:
    """Yield, for each family, the report that the others took its passages from: credited by them, or official."""
    by_id = {note.document.id: note.document for note in notes}
    for family in families:
        documents = [by_id[d] for d in family.documents]
        credited_for = Counter(agency for d in documents for agency in d.agencies)
        credited = [d for d in documents if d.outlet and credited_for[d.outlet] > (d.outlet in d.agencies)]
        official = [d for d in documents if is_official(d)]
        for candidates in (credited, official):
            if len(candidates) == 1:
                yield family.id, candidates[0].id
                break
