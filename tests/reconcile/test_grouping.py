"""How the mentions of one event are found among many."""

from collections import Counter
from dataclasses import replace

from consilience.annotate import read_closely
from consilience.annotate.spacy_grammar import SpacyGrammar
from consilience.knowledge import core
from consilience.reconcile import grouping, merge_entities
from consilience.reconcile.clues import clues_of
from consilience.reconcile.grouping import MOST_IN_BLOCK, Told, grouped


def test_a_mention_is_held_against_so_many_events_of_a_block_and_no_more(report, monkeypatch):
    told = report("Police arrested Tuuli Holm.", outlet="A", published="2025-03-11")
    notes = tuple(read_closely([told], SpacyGrammar()))
    (clue,) = clues_of(notes, merge_entities(notes, core()))
    met = Counter()
    fits = grouping._fits

    def counted(t, group):
        met[t.clue.document] += 1
        return fits(t, group)

    monkeypatch.setattr(grouping, "_fits", counted)
    alone = replace(clue, actors=(), doers=frozenset())

    grouped(
        [
            Told(replace(alone, document=n, sufferers=frozenset({f"ent-{n}"})), None, "inferred")
            for n in range(MOST_IN_BLOCK + 50)
        ]
    )

    assert max(met.values()) == MOST_IN_BLOCK
