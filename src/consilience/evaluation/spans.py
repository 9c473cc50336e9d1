"""Where reports name or describe somebody or something: strict spans and types, against re3d's scheme.

Gold is JSON lines, a report each: `{doc_id, text, entities: [{start, end, type}]}`. Ours are the mentions, times and
figures of the annotators, put into the words of that scheme: a state's adjective is a Nationality, people described as
many an Organisation. A span counts when document, start, end and type are equal.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import msgspec

from consilience.annotate import annotate, parsed
from consilience.annotate.spacy_grammar import SpacyGrammar
from consilience.annotate.tokens import Tokens
from consilience.lang import english_materiel as materiel
from consilience.lang import english_names as en
from consilience.model import Annotations, Kind, Mention
from consilience.read.documents import make_document
from consilience.read.page import Page

Span = tuple[int, int, str]

_TYPES: dict[Kind, str] = {
    "person": "Person",
    "organisation": "Organisation",
    "state": "Location",
    "place": "Location",
    "group": "Organisation",
}

_AMOUNTS = {"CARDINAL": "Quantity", "QUANTITY": "Quantity", "PERCENT": "Quantity", "MONEY": "Money"}
_PRONOUNS = {"we": "Organisation", "they": "Organisation", "i": "Person", "he": "Person", "she": "Person"}
#: Words before a noun that are part of its phrase, and those that are left off its front.
_BEFORE = frozenset({"amod", "compound", "nmod", "det", "nummod", "poss"})
_NOT_FIRST = frozenset({"a", "an", "any", "some", "more", "several", "one"})
_ROUGHLY = frozenset({"more", "than", "over", "about", "at", "least", "nearly", "almost", "up", "to", "some", "around"})


class GoldSpan(msgspec.Struct, frozen=True):
    """A span and its type."""

    start: int
    end: int
    type: str


class GoldReport(msgspec.Struct, frozen=True):
    """A report with its spans."""

    doc_id: str
    text: str
    entities: tuple[GoldSpan, ...] = ()


def evaluate(path: Path) -> dict[str, float | int]:
    """Return strict precision, recall and F1 from 0 to 100, over all types and by type."""
    reports = [msgspec.json.decode(line, type=GoldReport) for line in path.read_bytes().splitlines() if line.strip()]
    right, told, wanted = Counter[str](), Counter[str](), Counter[str]()
    for report, notes in zip(reports, annotated(reports), strict=True):
        gold = {(e.start, e.end, e.type) for e in report.entities}
        found = set(spans_of(notes))
        for kind, spans in (("right", gold & found), ("told", found), ("wanted", gold)):
            {"right": right, "told": told, "wanted": wanted}[kind].update(type_ for _, _, type_ in spans)
    scores: dict[str, float | int] = {"reports": len(reports), "spans": wanted.total(), "found": told.total()}
    scores |= {
        "precision": _percent(right.total(), told.total()),
        "recall": _percent(right.total(), wanted.total()),
        "F1": _percent(2 * right.total(), told.total() + wanted.total()),
    }
    return scores | {f"F1 {t}": _percent(2 * right[t], told[t] + wanted[t]) for t in sorted(wanted)}


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def annotated(reports: list[GoldReport]) -> list[Annotations]:
    """Return the annotations of *reports*; the text is taken as it stands, line breaks as its blocks."""
    grammar = SpacyGrammar()
    documents = [make_document(Page(path=f"{r.doc_id}.txt", text=r.text, outlet=None)) for r in reports]
    return [annotate(notes) for notes in parsed(documents, grammar)]


def spans_of(notes: Annotations) -> Iterator[Span]:
    """Yield the spans of a report in re3d's types, each once."""
    tokens = Tokens(notes)
    seen: set[Span] = set()
    for span in (
        *_mentions(notes, tokens),
        *_joined(notes, tokens),
        *_pronouns(tokens),
        *_things(tokens),
        *_amounts(notes, tokens),
    ):
        if span not in seen and span[0] < span[1]:
            seen.add(span)
            yield span


def _mentions(notes: Annotations, tokens: Tokens) -> Iterator[Span]:
    for m in notes.mentions:
        chain = notes.chains[m.chain]
        first = tokens.at(m.start)
        the = tokens.starts[first - 1] if first and tokens.lower[first - 1] == "the" else None
        if m.form == "adjective":
            many = tokens.tags[m.head] in {"NNPS", "NNS"} or tokens.relations[m.head] in {"nsubj", "pobj", "dobj"}
            yield (m.start if the is None or not many else the), m.end, "Organisation" if many else "Nationality"
        elif m.form == "name":
            yield from _named(m, tokens, chain.kind, the)
        elif m.form == "nominal" and chain.kind in {"organisation", "group", "person"}:
            start = m.start
            while (
                first is not None
                and first < m.head
                and (tokens.parts[first] == "NUM" or tokens.lower[first] in _ROUGHLY)
            ):
                first += 1
                start = tokens.starts[first]
            yield start, m.end, _described(m, tokens, chain.kind, plural=chain.plural)


def _named(m: Mention, tokens: Tokens, kind: Kind, the: int | None) -> Iterator[Span]:
    """Yield a name; with its article a body again, and a state as a body: the scheme nests "the [United States]"."""
    acting = kind == "state" and the is None and tokens.relations[m.head] == "nsubj"
    yield m.start, m.end, "Organisation" if acting else _TYPES[kind]
    if the is not None and kind in {"organisation", "state"}:
        yield the, m.end, "Organisation"
    if the is not None and kind == "place" and tokens.lower[m.head] in en.PLACE_HEADS:
        yield the, m.end, "Location"
    first = tokens.at(m.start)
    ranked = first
    while kind == "person" and ranked and tokens.lower[ranked - 1] in materiel.RANKS:
        ranked -= 1
    if ranked is not None and first is not None and ranked < first:
        yield tokens.starts[ranked], m.end, "Person"


def _described(m: Mention, tokens: Tokens, kind: Kind, *, plural: bool) -> str:
    many = plural or tokens.tags[m.head] in {"NNS", "NNPS"}
    return "Person" if kind == "person" and not many else "Organisation"


def _joined(notes: Annotations, tokens: Tokens) -> Iterator[Span]:
    """Yield two mentions side by side that the scheme takes for one: "Avala, Norland", "the Norland Army"."""
    for a, b in pairwise(notes.mentions):
        first, between = tokens.at(a.start), notes.document.text[a.end : b.start]
        kinds = notes.chains[a.chain].kind, notes.chains[b.chain].kind
        if (
            between == ", "
            and a.form == b.form == "name"
            and set(kinds) <= {"place", "state"}
            and "," not in _after(notes, b)
        ):
            yield a.start, b.end, "Location"
        elif between == " " and b.form == "name" and kinds in {("state", "organisation"), ("state", "group")}:
            yield a.start, b.end, "Organisation"
            if first and tokens.lower[first - 1] == "the":
                yield tokens.starts[first - 1], b.end, "Organisation"


def _after(notes: Annotations, m: Mention) -> str:
    """Return what follows a mention when it is one of a list: a comma and another name."""
    text = notes.document.text[m.end : m.end + 3]
    return text if text[:2] == ", " and text[2:3].isupper() else ""


def _pronouns(tokens: Tokens) -> Iterator[Span]:
    for n in range(len(tokens)):
        kind = _PRONOUNS.get(tokens.lower[n])
        if kind:
            yield tokens.starts[n], tokens.ends[n], kind


def _things(tokens: Tokens) -> Iterator[Span]:
    """Yield weapons, vehicles and places described: the noun with what stands before it, without "a" and numbers."""
    for n in range(len(tokens)):
        kind = _thing(tokens, n) if tokens.parts[n] == "NOUN" else None
        if kind is None:
            continue
        first = n
        while first and tokens.heads[first - 1] == n and tokens.relations[first - 1] in _BEFORE:
            first -= 1
        while kind != "Location" and first < n and (tokens.lower[first] in _NOT_FIRST or tokens.parts[first] == "NUM"):
            first += 1
        last = n
        while (
            kind == "Location"
            and last + 2 < len(tokens)
            and tokens.lower[last + 1] == "of"
            and tokens.parts[last + 2] == "PROPN"
        ):
            last += 2
            while last + 1 < len(tokens) and tokens.parts[last + 1] == "PROPN":
                last += 1
        yield tokens.starts[first], tokens.ends[last], kind


def _thing(tokens: Tokens, n: int) -> str | None:
    lemma = tokens.lemmas[n].casefold()
    if lemma in materiel.VEHICLES | materiel.PLATFORMS:
        return "MilitaryPlatform"
    if lemma in materiel.WEAPONS:
        return "Weapon"
    return "Location" if lemma in en.PLACE_HEADS | en.PLACE_NOUNS | en.STATE_NOUNS | materiel.FACILITIES else None


def _amounts(notes: Annotations, tokens: Tokens) -> Iterator[Span]:
    for time in notes.times:
        yield time.start, time.end, "Temporal"
    for n in range(len(tokens)):
        kind = _AMOUNTS.get(tokens.entities[n][2:]) if tokens.entities[n].startswith("B-") else None
        if kind is None:
            continue
        first, last = n, n + 1
        while last < len(tokens) and tokens.entities[last].startswith("I-"):
            last += 1
        while first < last - 1 and tokens.lower[first] in _ROUGHLY and kind == "Quantity":
            first += 1
        if tokens.text(first, last)[-1:] != "%":
            yield tokens.starts[first], tokens.ends[last - 1], kind
