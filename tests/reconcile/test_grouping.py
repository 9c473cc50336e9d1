"""How the mentions of one event are found among many."""

from dataclasses import replace

from consilience.annotate import read_closely
from consilience.annotate.spacy_grammar import SpacyGrammar
from consilience.knowledge import core
from consilience.reconcile import grouping, merge_entities
from consilience.reconcile.clues import clues_of
from consilience.reconcile.grouping import MOST_IN_BLOCK, grouped
from consilience.reconcile.one_event import Told


def test_a_mention_is_held_against_so_many_events_of_a_block_and_no_more(report, monkeypatch):
    told = report("Police arrested Tuuli Holm.", outlet="A", published="2025-03-11")
    notes = tuple(read_closely([told], SpacyGrammar()))
    (clue,) = clues_of(notes, merge_entities(notes, core()))
    met = []
    near = grouping._near

    def counted(clue, blocks):
        met.append(len(near(clue, blocks)))
        return near(clue, blocks)

    monkeypatch.setattr(grouping, "_near", counted)
    alone = replace(clue, actors=(), doers=frozenset())

    grouped(
        [
            Told(replace(alone, document=n, sufferers=frozenset({f"ent-{n}"})), None, "inferred")
            for n in range(MOST_IN_BLOCK + 50)
        ]
    )

    assert max(met) == MOST_IN_BLOCK
