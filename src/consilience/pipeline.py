"""The corridor: the one module that knows every room."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from consilience import __version__
from consilience.annotate import ANNOTATORS, Annotator, read_closely
from consilience.annotate.cache import Shelf, decoded, encoded, pile_key
from consilience.annotate.parses import Grammar
from consilience.knowledge import Knowledge, core
from consilience.model import SCHEMA, TESTIFYING_ROLES, BuiltWith, Document, Record, Situation
from consilience.reconcile import (
    find_discrepancies,
    find_stories,
    kept_entities,
    merge_entities,
    merge_events,
    merge_figures,
    merge_statements,
    printed_days,
    reports_of,
    settle_dates,
    span_of,
    telling_names,
    timeline_of,
    title_of,
    trace_sources,
    with_origins,
    with_tenures,
)
from consilience.record import verify

#: Called with how many reports are read and how many there are.
Progress = Callable[[int, int], None]


def build(
    documents: Iterable[Document],
    *,
    grammar: Grammar,
    annotators: Sequence[Annotator] = ANNOTATORS,
    shelf: Shelf | None = None,
    progress: Progress = lambda _done, _all: None,
    knowledge: Knowledge | None = None,
) -> Situation:
    """Turn a pile of reports into one reconciled, cited, verified record.

    What the *shelf* holds of earlier runs is not worked out again; with it and without it the record is the same.
    *knowledge* names and codes entities; without it the package's own does.
    """
    pile = in_order(documents)
    knowledge = knowledge or core()
    known = known_situation(pile, grammar, shelf, knowledge) if annotators is ANNOTATORS else None
    if known is not None:
        return verify(known)
    notes = tuple(
        read_closely(pile, grammar, annotators=annotators, shelf=shelf, done=lambda n: progress(n, len(pile)))
    )
    sources = trace_sources(notes)
    entities = merge_entities(notes, knowledge)  # every later step speaks of entities
    calendar = settle_dates(notes, entities, sources)  # undated reports are dated by what they share
    entities = with_tenures(notes, entities, calendar)
    events = merge_events(notes, entities, calendar, sources.families_behind)
    figures = merge_figures(notes, entities, calendar, sources.families_behind)
    said = merge_statements(notes, entities, calendar, events, sources)
    occurred = tuple(sorted((*events.events, *said.occasions), key=lambda e: e.id))
    reports = reports_of(notes, calendar.published)
    kept = kept_entities(entities.entities, occurred, said.statements, figures.figures)
    discrepancies = find_discrepancies(
        notes, entities, calendar, kept, events, said.statements, figures.figures, sources.families_behind, knowledge
    )
    situation = verify(
        Situation(
            schema=SCHEMA,
            title=title_of(reports, events.events, kept),
            span=span_of(reports, events.events),
            built_with=BuiltWith(
                consilience=__version__, language_model=grammar.name, knowledge_base=knowledge.version
            ),
            documents=reports,
            families=with_origins(sources, notes, entities, kept),
            entities=kept,
            events=occurred,
            statements=said.statements,
            figures=figures.figures,
            discrepancies=discrepancies,
            timeline=timeline_of(occurred),
        )
    )
    if shelf is not None and annotators is ANNOTATORS:
        shelf.put("situations", encoded({_situation_key(pile, grammar, knowledge): situation}))
    return situation


def known_situation(
    pile: Sequence[Document], grammar: Grammar, shelf: Shelf | None, knowledge: Knowledge
) -> Situation | None:
    """Return the record of the very same pile from an earlier run; None where the shelf has none."""
    if shelf is None:
        return None
    key = _situation_key(pile, grammar, knowledge)
    return decoded(shelf.take("situations", [key]), Situation).get(key)


def _situation_key(pile: Sequence[Document], grammar: Grammar, knowledge: Knowledge) -> str:
    return pile_key(pile, f"{grammar.name} {knowledge.version}")


#: So many names tell a story from the others.
NAMES = 3


class Story(Record, frozen=True):
    """The numbers of the documents of a story in its pile, and names that tell it from the other stories there."""

    members: tuple[int, ...]
    names: tuple[str, ...]


class Stories(Record, frozen=True):
    """The stories of a pile, as the shelf keeps them."""

    stories: tuple[Story, ...]


def stories_in(
    documents: Iterable[Document], shelf: Shelf | None = None
) -> tuple[tuple[tuple[Document, ...], tuple[str, ...]], ...]:
    """Return the documents of each story that the pile tells, that of most reports first, with its telling names."""
    pile = in_order(documents)
    key = pile_key(pile, "stories")
    known = decoded(shelf.take("stories", [key]), Stories).get(key) if shelf else None
    if known is None:
        known = _stories_of(pile)
        if shelf:
            shelf.put("stories", encoded({key: known}))
    stories = [(tuple(pile[number] for number in story.members), story.names) for story in known.stories]
    return tuple(sorted(stories, key=lambda story: (-len(story[0]), story[0][0].id)))


def _stories_of(pile: Sequence[Document]) -> Stories:
    texts = ["\n".join(d.text[s.start : s.end] for s in d.segments if s.role in TESTIFYING_ROLES) for d in pile]
    groups = find_stories(texts, [printed_days(d) for d in pile])
    return Stories(tuple(map(Story, groups, telling_names(texts, groups, NAMES) if len(groups) > 1 else ((),))))


def in_order(documents: Iterable[Document]) -> tuple[Document, ...]:
    """Return the documents by id, so that the order of files changes nothing; the same file given twice is one."""
    return tuple({d.id: d for d in sorted(documents, key=lambda d: (d.id, d.path))}.values())
