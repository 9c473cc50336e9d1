"""Where reports do not say the same, over all layers. Precision before recall: nothing here is invented.

Each module finds one kind: figures, names, deeds told and denied, words for one thing, quotations.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from consilience.knowledge import Knowledge
from consilience.model import Annotations, Discrepancy, Entity, Figure, Statement
from consilience.reconcile.dates import Calendar
from consilience.reconcile.discrepancies.actors import given_to_two
from consilience.reconcile.discrepancies.denials import contested_events, denied_events, withdrawn_reports
from consilience.reconcile.discrepancies.denied_numbers import denied_figures, denied_tolls
from consilience.reconcile.discrepancies.denied_words import denied_statements, never_said
from consilience.reconcile.discrepancies.figures import figures_apart
from consilience.reconcile.discrepancies.framings import called_otherwise
from consilience.reconcile.discrepancies.identities import two_capitals
from consilience.reconcile.discrepancies.moments import came_to_nothing, dated_within, told_of_other_days
from consilience.reconcile.discrepancies.names import spelt_differently
from consilience.reconcile.discrepancies.offices_held import held_by_another
from consilience.reconcile.discrepancies.one_office import held_by_two
from consilience.reconcile.discrepancies.postponed import came_at_another_time
from consilience.reconcile.discrepancies.quotations import quoted_differently
from consilience.reconcile.discrepancies.sides import sentences_of
from consilience.reconcile.discrepancies.terms import confused_acronyms, confused_things, told_in_other_words
from consilience.reconcile.discrepancies.weekdays import wrong_weekdays
from consilience.reconcile.entities import Register
from consilience.reconcile.events import Events
from consilience.reconcile.sources import FamiliesBehind

__all__ = ["find_discrepancies"]


def find_discrepancies(
    notes: Sequence[Annotations],
    register: Register,
    calendar: Calendar,
    entities: Sequence[Entity],
    merged: Events,
    statements: Sequence[Statement],
    figures: Sequence[Figure],
    families_behind: FamiliesBehind,
    knowledge: Knowledge,
) -> tuple[Discrepancy, ...]:
    """Return the discrepancies of a record, by id. *entities* are those the record keeps."""
    texts: Mapping[str, str] = {n.document.id: n.document.text for n in notes}
    sentences = sentences_of(notes)
    events = merged.events
    put_off = list(dated_within(notes, calendar, merged, families_behind))
    told = frozenset(event for d in put_off for event in d.about)
    found = [
        *figures_apart(figures, entities, texts, families_behind),
        *denied_tolls(notes, figures, families_behind),
        *denied_figures(figures, families_behind),
        *spelt_differently(entities, texts, sentences, families_behind),
        *denied_events(events, families_behind),
        *contested_events(merged.contested, families_behind),
        *denied_statements(notes, register, statements, families_behind),
        *never_said(notes, register, statements, families_behind),
        *withdrawn_reports(notes, register, events, families_behind),
        *given_to_two(notes, register, calendar, entities, families_behind),
        *told_of_other_days(events, texts, families_behind),
        *put_off,
        *came_to_nothing(events, texts, calendar.published, families_behind),
        *came_at_another_time(notes, register, calendar, merged, told, families_behind),
        *wrong_weekdays(notes, calendar, families_behind),
        *two_capitals(notes, register, families_behind),
        *called_otherwise(notes, register, families_behind),
        *held_by_another(entities, calendar.published, knowledge, families_behind),
        *held_by_two(entities, events, calendar.published, families_behind),
        *told_in_other_words(events, texts, families_behind),
        *confused_acronyms(notes, families_behind),
        *confused_things(notes, events, families_behind),
        *quoted_differently(statements, texts, sentences, families_behind),
    ]
    return tuple(sorted({d.id: d for d in found}.values(), key=lambda d: d.id))
