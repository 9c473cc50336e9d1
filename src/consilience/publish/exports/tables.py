"""The layers of a record as flat tables, one row a cell and one row a link: what CSV and SQLite are written from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from consilience.model import Event, Figure, Publication, Reading, Situation, Span, Statement, When
from consilience.publish.index import Index

Cell = str | int | float | None
Row = tuple[Cell, ...]


class Column(NamedTuple):
    """A column: its name, its type in SQLite, and the table whose ids it holds ("" none)."""

    name: str
    kind: str
    leads: str


class Table(NamedTuple):
    """A table: what a row is, its columns, and how its rows are made."""

    about: str
    columns: tuple[Column, ...]
    rows: Callable[[Situation, Index], Iterator[Row]]


def _table(about: str, columns: str, rows: Callable[[Situation, Index], Iterator[Row]]) -> Table:
    """Return a table of *columns* written as `name`, `name:KIND` or `name>table it leads to`."""
    made = []
    for written in columns.split():
        name, _, leads = written.partition(">")
        name, _, kind = name.partition(":")
        made.append(Column(name, kind or "TEXT", leads))
    return Table(about, tuple(made), rows)


def _days(when: When | Publication | None) -> Row:
    return (when.edtf, when.earliest.isoformat(), when.latest.isoformat(), when.basis) if when else (None,) * 4


def _place(span: Span) -> Row:
    return (span.document, span.start, span.end)


def _documents(situation: Situation, _: Index) -> Iterator[Row]:
    for d in situation.documents:
        agencies, notes = "; ".join(d.agencies), "; ".join(d.notes)
        yield (
            d.id,
            d.path,
            d.outlet,
            agencies,
            d.url,
            d.title,
            d.byline,
            d.language,
            *_days(d.published),
            d.text,
            notes,
        )


def _families(situation: Situation, _: Index) -> Iterator[Row]:
    yield from ((f.id, f.reason, f.origin) for f in situation.families)


def _family_documents(situation: Situation, _: Index) -> Iterator[Row]:
    yield from ((f.id, d) for f in situation.families for d in dict.fromkeys(f.documents))


def _entities(situation: Situation, _: Index) -> Iterator[Row]:
    yield from ((e.id, e.kind, e.name, "; ".join(e.aliases), e.wikidata, e.country) for e in situation.entities)


def _roles(situation: Situation, _: Index) -> Iterator[Row]:
    for e in situation.entities:
        for n, r in enumerate(e.roles, start=1):
            since, until = (w.edtf if w else None for w in (r.since, r.until))
            yield (e.id, n, r.title, r.of, since, until)


def _mentions(situation: Situation, index: Index) -> Iterator[Row]:
    for e in situation.entities:
        yield from ((e.id, *_place(m.span), m.form, index.quote(m.span)) for m in e.mentions)


def _events(situation: Situation, _: Index) -> Iterator[Row]:
    for e in situation.events:
        yield (
            e.id, e.label, e.status, e.said_by, e.type, e.mode, "; ".join(e.contexts), int(e.reciprocal),
            *_days(e.when), e.place, len(e.families), len(e.documents),
        )  # fmt: skip


def _event_parties(situation: Situation, _: Index) -> Iterator[Row]:
    for e in situation.events:
        yield from ((e.id, "actor", n, party) for n, party in enumerate(e.actors, start=1))
        yield from ((e.id, "recipient", n, party) for n, party in enumerate(e.recipients, start=1))


def _statements(situation: Situation, _: Index) -> Iterator[Row]:
    yield from ((s.id, s.act, s.target, *_days(s.when), s.occasion, len(s.families)) for s in situation.statements)


def _statement_parties(situation: Situation, _: Index) -> Iterator[Row]:
    for s in situation.statements:
        yield from ((s.id, "speaker", n, party) for n, party in enumerate(s.speakers, start=1))
        yield from ((s.id, "addressee", n, party) for n, party in enumerate(s.addressees, start=1))


def _tellings(situation: Situation, index: Index) -> Iterator[Row]:
    for s in situation.statements:
        for n, t in enumerate(s.tellings, start=1):
            cue = index.quote(t.cue) if t.cue else None
            yield (s.id, n, *_place(t.content), t.form, index.quote(t.content), cue, "; ".join(t.via))


def _figures(situation: Situation, _: Index) -> Iterator[Row]:
    yield from ((f.id, f.measure, f.counted, f.unit, f.place, f.part_of, f.event) for f in situation.figures)


def _readings(situation: Situation, index: Index) -> Iterator[Row]:
    for f in situation.figures:
        for r in f.readings:
            kind, by = (r.change.kind, r.change.by) if r.change else (None, None)
            yield (
                r.id, f.id, r.status, r.said_by, r.low, r.high, int(r.approximate), kind, by, *_days(r.as_of),
                *_place(r.value_span), index.quote(r.value_span), len(r.families),
            )  # fmt: skip


def _discrepancies(situation: Situation, _: Index) -> Iterator[Row]:
    yield from ((d.id, d.kind, d.relation, d.severity, d.question, d.explanation) for d in situation.discrepancies)


def _discrepancy_about(situation: Situation, _: Index) -> Iterator[Row]:
    yield from ((d.id, cell) for d in situation.discrepancies for cell in dict.fromkeys(d.about))


def _sides(situation: Situation, _: Index) -> Iterator[Row]:
    for d in situation.discrepancies:
        yield from ((d.id, n, side.value, len(side.families)) for n, side in enumerate(d.sides, start=1))


def _timeline(situation: Situation, _: Index) -> Iterator[Row]:
    yield from ((n, t.event, *_days(t.when)) for n, t in enumerate(situation.timeline, start=1))


def _support(situation: Situation, _: Index) -> Iterator[Row]:
    for layer, cell, families in _supported(situation):
        yield from ((layer, cell, f) for f in dict.fromkeys(families))


def _supported(situation: Situation) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    cells: Iterable[Event | Statement] = (*situation.events, *situation.statements)
    yield from (("events" if isinstance(c, Event) else "statements", c.id, c.families) for c in cells)
    readings: Iterable[Reading] = (r for f in situation.figures for r in f.readings)
    yield from (("readings", r.id, r.families) for r in readings)
    for d in situation.discrepancies:
        yield from (("sides", f"{d.id}/{n}", side.families) for n, side in enumerate(d.sides, start=1))


def evidence_of(situation: Situation) -> Iterator[tuple[str, str, Span]]:
    """Yield (layer, id, cited sentence) of every cell, in the order of the record; of a role and a side `id/number`."""
    for d in situation.documents:
        if d.published:
            reasons = (s for r in d.published.reasons for s in r.evidence)
            yield from (("documents", d.id, s) for s in dict.fromkeys((*d.published.evidence, *reasons)))
    for f in situation.families:
        yield from (("families", f.id, s) for s in dict.fromkeys(s for pair in f.shared for s in pair))
    for e in situation.entities:
        for n, r in enumerate(e.roles, start=1):
            yield from (("roles", f"{e.id}/{n}", s) for s in dict.fromkeys(r.evidence))
    for event in situation.events:
        yield from (("events", event.id, s) for s in dict.fromkeys(event.evidence))
    for statement in situation.statements:
        yield from (("statements", statement.id, s) for s in dict.fromkeys(t.content for t in statement.tellings))
    for figure in situation.figures:
        yield from _evidence_of_readings(figure)
    for one in situation.discrepancies:
        for n, side in enumerate(one.sides, start=1):
            yield from (("sides", f"{one.id}/{n}", s) for s in dict.fromkeys(side.evidence))


def _evidence_of_readings(figure: Figure) -> Iterator[tuple[str, str, Span]]:
    for r in figure.readings:
        yield from (("readings", r.id, s) for s in dict.fromkeys(r.evidence))


def _citations(situation: Situation, index: Index) -> Iterator[Row]:
    yield from ((layer, cell, *_place(s), index.quote(s)) for layer, cell, s in evidence_of(situation))


_DAYS = "edtf earliest latest basis"
_SPAN = "document>documents start:INTEGER end:INTEGER"

#: Every table by its name.
TABLES: Mapping[str, Table] = MappingProxyType(
    {
        "documents": _table(
            "A report as it was read",
            f"id path outlet agencies url title byline language {_DAYS} text notes",
            _documents,
        ),
        "entities": _table("Somebody or something named", "id kind name aliases wikidata country", _entities),
        "families": _table(
            "Reports that go back to one origin: an independent source", "id reason origin>entities", _families
        ),
        "family_documents": _table("A report of a family", "family>families document>documents", _family_documents),
        "roles": _table("A role held", "entity>entities position:INTEGER title of>entities since until", _roles),
        "mentions": _table("Words that stand for an entity", f"entity>entities {_SPAN} form text", _mentions),
        "events": _table(
            "An event; look at its status before you take it for a fact",
            f"id label status said_by>entities type mode contexts reciprocal:INTEGER {_DAYS} place>entities "
            "sources:INTEGER reports:INTEGER",
            _events,
        ),
        "event_parties": _table(
            "Who did it, to whom", "event>events part position:INTEGER entity>entities", _event_parties
        ),
        "statements": _table(
            "An utterance", f"id act target>entities {_DAYS} occasion>events sources:INTEGER", _statements
        ),
        "statement_parties": _table(
            "Who said it, to whom", "statement>statements part position:INTEGER entity>entities", _statement_parties
        ),
        "tellings": _table(
            "A report's telling of an utterance",
            f"statement>statements position:INTEGER {_SPAN} form quote cue via",
            _tellings,
        ),
        "figures": _table(
            "A quantity asked for",
            "id measure counted unit place>entities part_of>figures event>events",
            _figures,
        ),
        "readings": _table(
            "One value given for a figure; high is empty where there is no upper bound",
            "id figure>figures status said_by>entities low:REAL high:REAL approximate:INTEGER change change_by:REAL "
            f"{_DAYS} {_SPAN} words sources:INTEGER",
            _readings,
        ),
        "discrepancies": _table(
            "Where reports do not say the same",
            "id kind relation severity question explanation",
            _discrepancies,
        ),
        "discrepancy_about": _table(
            "A cell that a discrepancy is about", "discrepancy>discrepancies cell", _discrepancy_about
        ),
        "sides": _table(
            "One side of a discrepancy", "discrepancy>discrepancies position:INTEGER value sources:INTEGER", _sides
        ),
        "timeline": _table(
            "Events in order of time, the undated last", f"position:INTEGER event>events {_DAYS}", _timeline
        ),
        "support": _table("An independent source of a cell", "layer cell family>families", _support),
        "citations": _table("A sentence that a cell cites", f"layer cell {_SPAN} text", _citations),
    }
)
