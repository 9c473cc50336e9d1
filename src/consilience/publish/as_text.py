"""A cell of the record in plain text: what it says, and the chain behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from consilience.errors import UsageError
from consilience.model import (
    Discrepancy,
    Entity,
    EntityRole,
    Event,
    Family,
    Figure,
    Reading,
    Record,
    Report,
    Situation,
    Span,
    Statement,
    When,
)
from consilience.naming import compare
from consilience.publish.sharing import say_sharing

#: Mentions and readings beyond this many are counted, not listed.
LISTED = 12
#: So many sentences are shown of a role.
ROLE_SENTENCES = 2


class _Known(NamedTuple):
    """The record with everything by id."""

    cells: Mapping[str, Record]
    reports: Mapping[str, Report]
    families: Mapping[str, Family]
    names: Mapping[str, str]


def describe(situation: Situation, id: str) -> str:  # noqa: A002 - the field's word
    """Return a cell with the sentences it cites, as lines.

    Raises:
        UsageError: nothing in the record has this id.
    """
    known = _known(situation)
    return "\n".join([*_head(_cell(known, id), known), *_quotes(_cell(known, id), known)]) + "\n"


def explain(situation: Situation, id: str) -> str:  # noqa: A002
    """Return the chain behind a cell: sentences, outlets and days, families and the rules that joined them.

    Raises:
        UsageError: nothing in the record has this id.
    """
    known = _known(situation)
    cell = _cell(known, id)
    lines = [*_head(cell, known), *_quotes(cell, known)]
    lines += ["", "Printed by:"]
    for document in dict.fromkeys(s.document for s in _evidence(cell)):
        report = known.reports[document]
        lines.append(f"  {report.outlet or 'outlet unknown'}, {_published(report)}: {report.title or report.path}")
        if report.published:
            lines += [f"    dated by {r.rule}: {r.explanation}" for r in report.published.reasons[:3]]
    families = _families(cell)
    lines += [
        "",
        f"Independent sources: {len(families)}" if families else "Independent sources: not counted for this cell",
    ]
    for f in families:
        family = known.families[f]
        outlets = ", ".join(known.reports[d].outlet or known.reports[d].path for d in family.documents)
        why = say_sharing(family, known.reports, known.names.get(family.origin or "", ""))
        lines.append(f"  {f} ({why}): {outlets}")
    return "\n".join(lines) + "\n"


def _known(s: Situation) -> _Known:
    readings = [r for f in s.figures for r in f.readings]
    cells: dict[str, Record] = {}
    for layer in (s.documents, s.families, s.entities, s.events, s.statements, s.figures, readings, s.discrepancies):
        for cell in layer:
            cells[cell.id] = cell
    return _Known(
        cells, {d.id: d for d in s.documents}, {f.id: f for f in s.families}, {e.id: e.name for e in s.entities}
    )


def _cell(known: _Known, id: str) -> Record:  # noqa: A002
    cell = known.cells.get(id)
    if cell is None:
        raise UsageError(f"{id}: nothing in the record has this id.")
    return cell


def _head(cell: Record, known: _Known) -> Iterator[str]:
    match cell:
        case Event():
            kind = " ".join(x for x in (cell.type, cell.mode) if x) or "no PLOVER type"
            yield f"event {cell.id}: {cell.label}"
            yield f"  {kind}; {cell.status}{_voice(cell.said_by, known)}; {_when(cell.when)}"
            yield f"  actors: {_names(cell.actors, known)}; recipients: {_names(cell.recipients, known)}"
            yield f"  place: {known.names[cell.place] if cell.place else 'not told'}"
        case Statement():
            to = f" to {_names(cell.addressees, known)}" if cell.addressees else ""
            yield f"statement {cell.id}: {_names(cell.speakers, known)} ({cell.act}){to}; {_when(cell.when)}"
        case Figure():
            yield f"figure {cell.id}: {cell.measure}, {cell.counted} ({cell.unit})"
            yield from (f"  {_reading(r, known)}  [{r.id}]" for r in cell.readings)
        case Reading():
            yield f"reading {cell.id}: {_reading(cell, known)}"
        case Entity():
            yield f"{cell.kind} {cell.id}: " + " ".join(x for x in (cell.name, cell.country, cell.wikidata) if x)
            yield from _forms(cell, known)
            yield from (line for r in cell.roles for line in _role(r, known))
        case Discrepancy():
            yield f"discrepancy {cell.id}: {cell.question}"
            yield f"  {cell.kind}, {cell.relation}, {cell.severity}: {cell.explanation}"
            yield from (f"  {s.value} ({len(s.families)} sources)" for s in cell.sides)
        case Report():
            yield f"report {cell.id}: {cell.title or cell.path}"
            yield f"  {cell.outlet or 'outlet unknown'}, {_published(cell)}"
            yield from (
                f"  dated by {r.rule}: {r.explanation}" for r in (cell.published.reasons if cell.published else ())
            )
        case Family():
            yield f"family {cell.id}: {cell.reason}, {len(cell.documents)} reports"
            yield f"  they {say_sharing(cell, known.reports, known.names.get(cell.origin or '', ''))}"
            yield from (f"  {known.reports[d].outlet or known.reports[d].path}" for d in cell.documents)


def _forms(entity: Entity, known: _Known) -> Iterator[str]:
    """Yield what an entity is called, how often, and how a name is like the one it goes by."""
    forms = Counter(known.reports[m.span.document].text[m.span.start : m.span.end] for m in entity.mentions)
    if not entity.aliases:
        yield "  also: nothing else"
    for alias in entity.aliases:
        times = f"{forms[alias]} times" if forms[alias] else "described so"
        like = compare(alias, entity.name) if alias[:1].isupper() else None
        why = f"; likeness {like.score:.2f}: {', '.join(like.reasons[:3])}" if like else ""
        yield f"  also: {alias} ({times}{why})"


def _role(role: EntityRole, known: _Known) -> Iterator[str]:
    """Yield a role with its term and the sentences that tell it."""
    term = " ".join(f"{word} {w.edtf}" for word, w in (("from", role.since), ("to", role.until)) if w)
    yield f"  {role.title}{f' of {known.names[role.of]}' if role.of else ''}{f', {term}' if term else ''}"
    for s in role.evidence[:ROLE_SENTENCES]:
        report = known.reports[s.document]
        yield f"    “{' '.join(report.text[s.start : s.end].split())}” ({report.outlet or report.path})"


def _quotes(cell: Record, known: _Known) -> Iterator[str]:
    spans = list(dict.fromkeys(_evidence(cell)))
    for s in spans[:LISTED]:
        report = known.reports[s.document]
        words = " ".join(report.text[s.start : s.end].split())
        yield f"  “{words}” ({report.outlet or report.path})"
    if len(spans) > LISTED:
        yield f"  and {len(spans) - LISTED} more"


def _evidence(cell: Record) -> Iterator[Span]:
    match cell:
        case Event() | Reading():
            yield from cell.evidence
        case Statement():
            yield from (t.content for t in cell.tellings)
        case Figure():
            yield from (e for r in cell.readings for e in r.evidence)
        case Entity():
            yield from (m.span for m in cell.mentions)
        case Discrepancy():
            yield from (e for s in cell.sides for e in s.evidence)
        case Report():
            yield from (e for r in (cell.published.reasons if cell.published else ()) for e in r.evidence)
        case Family():
            yield from (s for pair in cell.shared for s in pair)


def _families(cell: Record) -> tuple[str, ...]:
    match cell:
        case Event() | Statement() | Reading():
            return cell.families
        case Figure():
            return tuple(sorted({f for r in cell.readings for f in r.families}))
        case Discrepancy():
            return tuple(sorted({f for s in cell.sides for f in s.families}))
        case _:
            return ()


def _reading(r: Reading, known: _Known) -> str:
    high = "or more" if r.high is None else "" if r.high == r.low else f"to {r.high:,.10g}"
    return f"{r.low:,.10g} {high} {r.status}{_voice(r.said_by, known)}; as of {_when(r.as_of)}".replace("  ", " ")


def _voice(said_by: str | None, known: _Known) -> str:
    return f", on the word of {known.names[said_by]}" if said_by else ""


def _names(ids: tuple[str, ...], known: _Known) -> str:
    return ", ".join(known.names[i] for i in ids) or "not told"


def _when(when: When | None) -> str:
    return f"{when.edtf} ({when.basis})" if when else "day unknown"


def _published(report: Report) -> str:
    return f"published {report.published.edtf} ({report.published.basis})" if report.published else "day unknown"
