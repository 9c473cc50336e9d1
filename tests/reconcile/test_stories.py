"""Which reports tell one story."""

from consilience.evaluation.clusters import b_cubed
from consilience.reconcile import find_stories

FLOOD = (
    "The river Orre flooded the town of Kelm. Rescuers in Kelm saved forty people from roofs on the Orre.",
    "In Kelm the water of the Orre has fallen. Mayor Ada Lund of Kelm thanked the rescuers who saved forty people.",
    "Ada Lund, mayor of Kelm, asked for pumps after the Orre flooded the town.",
)
OTHER_FLOOD = (
    "The river Vessa flooded the town of Tarn. Rescuers in Tarn saved ninety people from roofs on the Vessa.",
    "In Tarn the water of the Vessa has fallen. Mayor Bo Ek of Tarn thanked the rescuers who saved ninety people.",
    "Bo Ek, mayor of Tarn, asked for tents after the Vessa flooded the town.",
)


def test_two_floods_are_two_stories():
    assert find_stories((*FLOOD, *OTHER_FLOOD)) == ((0, 1, 2), (3, 4, 5))


def test_one_flood_is_one_story():
    assert find_stories(FLOOD) == ((0, 1, 2),)


def test_no_text_is_no_story():
    assert find_stories(()) == ()


def test_b_cubed_counts_what_is_together_rightly():
    gold, found = [frozenset({0}), frozenset({1, 2})], [frozenset({0, 1}), frozenset({2})]

    assert b_cubed(gold, found) == ((0.5 + 0.5 + 1) / 3, (1 + 0.5 + 0.5) / 3)
