"""Undated reports of invented piles: the day found against the day they were written for, with pinned floors.

Each pile has reports that print their day and reports that do not. The piles were written for the project and looked at
while it was built: a regression guard, not an estimate.
"""

from datetime import date
from pathlib import Path

import msgspec
import pytest

from consilience.annotate import read_closely
from consilience.annotate.spacy_grammar import SpacyGrammar
from consilience.evaluation.dates import scores
from consilience.knowledge import core
from consilience.pipeline import in_order
from consilience.read.documents import make_document
from consilience.read.page import Page
from consilience.reconcile import merge_entities, settle_dates, trace_sources

GOLD = Path(__file__).parent / "dates.jsonl"
#: Shares in percent; they rise by hand, with the change that earns it.
FLOORS = {"exact %": 52.9, "near %": 82.4}
#: The mean width of the intervals, in days, may not grow.
WIDEST = 1.7


def answers_of(pile):
    """Yield the gold day and the publication found for each undated report of a pile."""
    reports = {
        make_document(
            Page(
                path=f"{number}.txt",
                text="\n\n".join(part for part in (r["headline"], r["printed"], r["text"]) if part) + "\n",
                outlet=r["outlet"],
            )
        ): r
        for number, r in enumerate(pile["reports"])
    }
    notes = tuple(read_closely(in_order(reports), SpacyGrammar()))
    published = settle_dates(notes, merge_entities(notes, core()), trace_sources(notes)).published
    for document, r in reports.items():
        if r["printed"] is None:
            yield date.fromisoformat(r["day"]), published[document.id]


@pytest.fixture(scope="module")
def found():
    piles = [msgspec.json.decode(line) for line in GOLD.read_bytes().splitlines()]
    return scores([answer for pile in piles for answer in answers_of(pile)])


@pytest.mark.parametrize("metric", FLOORS)
def test_days_of_undated_reports_do_not_fall_below_their_floor(found, metric):
    assert found[metric] >= FLOORS[metric]


def test_intervals_stay_narrow(found):
    assert found["width"] <= WIDEST
