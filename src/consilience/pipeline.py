"""The corridor: the one module that knows every room."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from consilience import __version__
from consilience.annotate import ANNOTATORS, Annotator, annotate, parsed
from consilience.annotate.parses import Grammar
from consilience.model import Annotations, BuiltWith, Document, Situation
from consilience.reconcile import (
    find_discrepancies,
    kept_entities,
    merge_entities,
    merge_events,
    merge_figures,
    merge_statements,
    reports_of,
    settle_dates,
    span_of,
    timeline_of,
    title_of,
    trace_sources,
)
from consilience.record import verify

#: The version of `record.json`.
SCHEMA = 1
#: Called with what is being done, how much of it is done, and how much there is.
Progress = Callable[[str, int, int], None]


def build(
    documents: Iterable[Document],
    *,
    grammar: Grammar,
    annotators: Sequence[Annotator] = ANNOTATORS,
    progress: Progress = lambda _what, _done, _all: None,
) -> Situation:
    """Turn a pile of reports into one reconciled, cited, verified record."""
    notes = read_closely(in_order(documents), grammar, annotators, progress)
    sources = trace_sources(notes)
    entities = merge_entities(notes)  # every later step speaks of entities
    calendar = settle_dates(notes, entities, sources)  # undated reports are dated by what they share
    events = merge_events(notes, entities, calendar, sources.families_behind)
    figures = merge_figures(notes, entities, calendar, sources.families_behind)
    statements = merge_statements(notes, entities, calendar, events, sources.families_behind)
    reports = reports_of(notes, calendar.published)
    kept = kept_entities(entities.entities, events.events, statements, figures.figures)
    texts = {n.document.id: n.document.text for n in notes}
    discrepancies = find_discrepancies(kept, events.events, figures.figures, texts, sources.families_behind)
    return verify(
        Situation(
            schema=SCHEMA,
            title=title_of(reports, events.events, kept),
            span=span_of(reports, events.events),
            built_with=BuiltWith(
                consilience=__version__, language_model=grammar.name, knowledge_base="built-in tables"
            ),
            documents=reports,
            families=sources.families,
            entities=kept,
            events=events.events,
            statements=statements,
            figures=figures.figures,
            discrepancies=discrepancies,
            timeline=timeline_of(events.events),
        )
    )


def in_order(documents: Iterable[Document]) -> tuple[Document, ...]:
    """Return the documents by id, so that the order of files changes nothing; the same file given twice is one."""
    return tuple({d.id: d for d in sorted(documents, key=lambda d: (d.id, d.path))}.values())


def read_closely(
    documents: Sequence[Document], grammar: Grammar, annotators: Sequence[Annotator], progress: Progress
) -> tuple[Annotations, ...]:
    """Return the annotations of each document, in order."""
    made = []
    work = partial(annotate, annotators=annotators)
    progress("reading", 0, len(documents))
    for n, notes in enumerate(parsed(documents, grammar), start=1):
        made.append(work(notes))
        progress("reading", n, len(documents))
    return tuple(made)
