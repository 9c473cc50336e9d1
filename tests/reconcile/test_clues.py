"""Which mentions of events meet."""

from itertools import permutations
from pathlib import Path

from consilience.annotate import read_closely
from consilience.annotate.spacy_grammar import SpacyGrammar
from consilience.knowledge import core
from consilience.read import read
from consilience.reconcile import merge_entities
from consilience.reconcile.clues import clues_of, kept_in, sought_in, tell_the_same

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"


def test_no_two_mentions_that_may_be_one_miss_each_other_in_the_blocks():
    notes = tuple(read_closely(read([EXAMPLES]).documents, SpacyGrammar()))
    clues = clues_of(notes, merge_entities(notes, core()))

    alike = [(a, b) for a, b in permutations(clues, 2) if tell_the_same(a, b)]

    assert len(alike) > 20
    assert all(sought_in(a) & kept_in(b) for a, b in alike)
