"""What mentions are kept by and looked for: no shortcut may lose a pair that the rules join or keep apart."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations
from pathlib import Path

import pytest

from consilience.annotate import read_closely
from consilience.annotate.spacy_grammar import SpacyGrammar
from consilience.knowledge import core
from consilience.model import Interval
from consilience.read import read
from consilience.reconcile import merge_entities
from consilience.reconcile.clues import clues_of, tell_the_same
from consilience.reconcile.event_groups import Group
from consilience.reconcile.event_links import offered, sought
from consilience.reconcile.one_event import Told, are_one, vetoes

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"
PARTIES = [frozenset(), *map(frozenset, (["ent-a"], ["ent-b"], ["ent-a", "ent-b"], ["~crowd"], ["~crowd", "~polic"]))]
STATES = [frozenset(), frozenset({"ent-a"})]
MONDAY = date(2025, 3, 3)


@pytest.fixture(scope="module")
def clues():
    notes = tuple(read_closely(read([EXAMPLES]).documents, SpacyGrammar()))
    return clues_of(notes, merge_entities(notes, core()))


@pytest.fixture(scope="module")
def mixed(clues):
    """Mentions whose parties, places and days are dealt anew, so that every rule of joining and of vetoes has work."""
    return [
        Told(
            replace(
                dealt(clues, number, 1),
                document=number % 4,
                number=number,
                doers=dealt(PARTIES, number, 2),
                sufferers=dealt(PARTIES, number, 3),
                place=dealt([None, "ent-x", "ent-y"], number, 4),
                acting_for=dealt(STATES, number, 5),
                suffering_for=dealt(STATES, number, 6),
            ),
            dealt(
                [None, *(Interval(MONDAY + timedelta(n), MONDAY + timedelta(n + n % 3)) for n in range(9))], number, 7
            ),
            dealt(["explicit", "inferred"], number, 8),
        )
        for number in range(500)
    ]


def dealt(pool, number, draw):
    """Return one of a pool, another for each number and draw and the same in every run."""
    at = (number * 104_729 + draw * 7_919 + 17) * 48_271 % 2_147_483_647
    return pool[at * 48_271 % 2_147_483_647 // 97 % len(pool)]


def group_of(mixed, number, size):
    group = Group()
    for n in range(size):
        group.add(dealt(mixed, number, 100 + n))
    return group


def test_no_two_mentions_that_may_be_one_miss_each_other(clues):
    alike = [(a, b) for a, b in permutations(clues, 2) if tell_the_same(a, b)]

    assert len(alike) > 20
    assert all(sought(a) & offered(b) for a, b in alike)


def test_nor_do_any_that_another_rule_joins(mixed):
    kept, looked = [offered(t.clue) for t in mixed], [sought(t.clue) for t in mixed]
    alike = [(a, b) for a, b in permutations(range(len(mixed)), 2) if are_one(mixed[a], mixed[b])]

    assert len(alike) > 2000
    assert all(looked[a] & kept[b] for a, b in alike)


def test_a_group_speaks_against_a_mention_where_one_of_its_mentions_does(mixed):
    answers = set()
    for number, t in enumerate(mixed):
        for size in (1, 4, 12):
            group = group_of(mixed, number, size)

            against = group.speaks_against(t)

            assert against == any(vetoes(t, other) for other in group.faces)
            answers.add(against)
    assert answers == {False, True}


def test_the_closest_mention_of_a_group_has_most_parties_in_common_and_of_equals_is_of_the_same_word(mixed):
    for number, t in enumerate(mixed):
        group = group_of(mixed, number, 20)

        assert group.closest(t) is max(
            group.faces, key=lambda o: (len(t.clue.parties & o.clue.parties), o.clue.event.lemma == t.clue.event.lemma)
        )
