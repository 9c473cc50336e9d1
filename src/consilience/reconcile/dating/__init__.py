"""How an undated report is dated: clues are gathered, every day is voted on, the best are kept."""

from consilience.reconcile.dating.case import Case, Times, World, short, times_of
from consilience.reconcile.dating.gathering import cases_of
from consilience.reconcile.dating.printed import printed_days, printed_publication, window_of
from consilience.reconcile.dating.weighing import Answer, votes_on, weigh

__all__ = [
    "Answer",
    "Case",
    "Times",
    "World",
    "cases_of",
    "printed_days",
    "printed_publication",
    "short",
    "times_of",
    "votes_on",
    "weigh",
    "window_of",
]
