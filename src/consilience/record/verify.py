"""The promises of a record, checked: nothing uncited, no span outside its text, no id that leads nowhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import msgspec

from consilience.errors import UnsoundRecordError
from consilience.model import Record, Situation, Span

#: Fields that hold ids, and the layers they lead to.
_REFERENCES: dict[tuple[str, str], tuple[str, ...]] = {
    ("Family", "documents"): ("documents",),
    ("Family", "origin"): ("entities",),
    ("EntityRole", "of"): ("entities",),
    ("Event", "actors"): ("entities",),
    ("Event", "recipients"): ("entities",),
    ("Event", "place"): ("entities",),
    ("Event", "said_by"): ("entities",),
    ("Event", "documents"): ("documents",),
    ("Event", "families"): ("families",),
    ("Statement", "speakers"): ("entities",),
    ("Statement", "addressees"): ("entities",),
    ("Statement", "target"): ("entities",),
    ("Statement", "occasion"): ("events",),
    ("Statement", "families"): ("families",),
    ("Telling", "via"): ("entities",),
    ("Figure", "place"): ("entities",),
    ("Figure", "part_of"): ("figures",),
    ("Figure", "event"): ("events",),
    ("Reading", "said_by"): ("entities",),
    ("Reading", "families"): ("families",),
    ("Side", "families"): ("families",),
    ("Discrepancy", "about"): ("events", "figures", "readings", "statements", "entities", "documents", "families"),
    ("TimelineEntry", "event"): ("events",),
}
#: Fields that must hold something.
_NEVER_EMPTY = frozenset({"evidence", "tellings", "readings"})


def verify(situation: Situation) -> Situation:
    """Return *situation* unchanged if it keeps its promises.

    Raises:
        UnsoundRecordError: it does not; every breach is a line.
    """
    problems = tuple(find_problems(situation))
    if problems:
        raise UnsoundRecordError(problems)
    return situation


def find_problems(situation: Situation) -> Iterator[str]:
    """Yield every breach of a promise, with the path of the cell, in the order of the record."""
    known = _ids(situation)
    for layer, ids in known.items():
        yield from (f"{layer}: id {i} is used {n} times" for i, n in sorted(Counter(ids).items()) if n > 1)
    sets = {layer: frozenset(ids) for layer, ids in known.items()}
    texts = {d.id: d.text for d in situation.documents}
    for path, record in _walk(situation, "record"):
        if isinstance(record, Span):
            text = texts.get(record.document)
            if text is None or not 0 <= record.start < record.end <= len(text):
                yield f"{path}: {record.document} {record.start}-{record.end} is no span of a document"
            continue
        yield from _empty_or_astray(path, record, sets)
    for d in situation.documents:
        for n, s in enumerate(d.segments):
            if not 0 <= s.start < s.end <= len(d.text):
                yield f"documents {d.id} segment {n}: outside the text"
    yield from _values_not_stated(situation, texts)


def _ids(s: Situation) -> dict[str, list[str]]:
    layers = {
        "documents": s.documents,
        "families": s.families,
        "entities": s.entities,
        "events": s.events,
        "statements": s.statements,
        "figures": s.figures,
        "discrepancies": s.discrepancies,
    }
    found = {name: [str(getattr(item, "id")) for item in items] for name, items in layers.items()}  # noqa: B009 - each layer has its own type
    found["readings"] = [r.id for f in s.figures for r in f.readings]
    return found


def _walk(value: object, path: str) -> Iterator[tuple[str, Record]]:
    if isinstance(value, Record):
        yield path, value
        for name in value.__struct_fields__:
            yield from _walk(getattr(value, name), f"{path}.{name}")
    elif isinstance(value, tuple):
        for n, item in enumerate(value):
            yield from _walk(item, f"{path}[{getattr(item, 'id', n)}]")


def _empty_or_astray(path: str, record: Record, known: dict[str, frozenset[str]]) -> Iterator[str]:
    kind = type(record).__name__
    for name in record.__struct_fields__:
        value = getattr(record, name)
        if name in _NEVER_EMPTY and value == ():
            yield f"{path}: {name} is empty"
        layers = _REFERENCES.get((kind, name))
        if layers:
            for target in value if isinstance(value, tuple) else (value,):
                if target is not None and not any(target in known[layer] for layer in layers):
                    yield f"{path}: {name} leads to {target}, which is not in the record"


def _values_not_stated(situation: Situation, texts: dict[str, str]) -> Iterator[str]:
    """Yield readings whose value words lie in none of the sentences they cite, or hold no number or number word."""
    for f in situation.figures:
        for r in f.readings:
            inside = any(
                e.document == r.value_span.document and e.start <= r.value_span.start and r.value_span.end <= e.end
                for e in r.evidence
            )
            if not inside:
                yield f"figure {f.id} reading {r.id}: its value stands in no cited sentence"
            words = texts.get(r.value_span.document, "")[r.value_span.start : r.value_span.end]
            if inside and not re.search(r"\w", words):
                yield f"figure {f.id} reading {r.id}: its value span quotes no word"


def check_bytes(data: bytes) -> tuple[str, ...]:
    """Return what is wrong with a record file, a line each; nothing when it is sound."""
    try:
        situation = msgspec.json.decode(data, type=Situation)
    except msgspec.DecodeError as problem:
        return (f"not a record: {problem}",)
    return tuple(find_problems(situation))
