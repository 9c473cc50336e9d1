"""Reports meet: sources, entities, dates, events, figures, statements, discrepancies."""

from consilience.reconcile.assembling import kept_entities, reports_of, span_of, timeline_of, title_of
from consilience.reconcile.chief_names import telling_names
from consilience.reconcile.dates import Calendar, settle_dates
from consilience.reconcile.dating import printed_days
from consilience.reconcile.discrepancies import find_discrepancies
from consilience.reconcile.entities import Register, merge_entities
from consilience.reconcile.events import merge_events
from consilience.reconcile.figures import merge_figures
from consilience.reconcile.offices import with_origins
from consilience.reconcile.sources import Sources, trace_sources
from consilience.reconcile.statements import merge_statements
from consilience.reconcile.stories import MOST_REPORTS, find_stories
from consilience.reconcile.tenure import with_tenures

__all__ = [
    "MOST_REPORTS",
    "Calendar",
    "Register",
    "Sources",
    "find_discrepancies",
    "find_stories",
    "kept_entities",
    "merge_entities",
    "merge_events",
    "merge_figures",
    "merge_statements",
    "printed_days",
    "reports_of",
    "settle_dates",
    "span_of",
    "telling_names",
    "timeline_of",
    "title_of",
    "trace_sources",
    "with_origins",
    "with_tenures",
]
