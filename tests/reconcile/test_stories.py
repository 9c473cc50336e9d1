"""Which reports tell one story."""

from datetime import date

import pytest

from consilience.evaluation.clusters import b_cubed
from consilience.model import Interval
from consilience.reconcile import find_stories, telling_names
from consilience.reconcile.stories import MOST_REPORTS

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


SACKED = (
    "The Kelm Herons sacked their coach, Jorun Vik, on Monday. Chairman Ada Lund said the Herons needed a new voice.",
    "On Monday the Kelm Herons and their coach parted: Jorun Vik, whose voice had left the players cold, was sacked.",
    "Fans of the Kelm Herons wept when Jorun Vik was sacked as coach. Ada Lund asked for a new voice.",
    "Coach Jorun Vik leaves the Kelm Herons. Chairman Ada Lund sacked the coach on Monday before the players.",
)
ANOTHER_SACKED = (
    "The Kelm Herons sacked their coach, Mattis Rode, after ten lost games. Chairman Ada Lund wants to win again.",
    "After ten lost games the Kelm Herons sacked Mattis Rode. The coach had asked chairman Ada Lund for time.",
    "Ten games lost in a row: Mattis Rode is no longer coach of the Kelm Herons. Ada Lund wants to win again.",
    "Mattis Rode, coach of the Kelm Herons, was sacked after ten lost games in a row, and had asked for time.",
)


def test_one_club_sacking_two_coaches_is_two_stories():
    assert find_stories((*SACKED, *ANOTHER_SACKED)) == ((0, 1, 2, 3), (4, 5, 6, 7))


def test_reports_of_one_matter_that_stress_other_things_are_one_story():
    stressed = tuple(text.replace("Mattis Rode", "Jorun Vik") for text in ANOTHER_SACKED)

    assert find_stories((*SACKED, *stressed)) == (tuple(range(8)),)


@pytest.mark.parametrize(("second", "stories"), [(date(2025, 3, 20), 1), (date(2023, 3, 20), 2)])
def test_the_same_words_of_another_year_are_another_story(second, stories):
    days = [Interval(day, day) for day in (date(2025, 3, 11), date(2025, 3, 12), second)]

    assert len(find_stories(FLOOD, days)) == stories


def test_a_report_without_a_day_is_of_any_time():
    assert len(find_stories(FLOOD, [Interval(date(2025, 3, 11), date(2025, 3, 11)), None, None])) == 1


def test_the_order_of_the_reports_changes_no_story():
    texts = (*SACKED, *ANOTHER_SACKED, *FLOOD)
    backwards = {frozenset(len(texts) - 1 - n for n in story) for story in find_stories(texts[::-1])}

    assert backwards == {frozenset(story) for story in find_stories(texts)}


def test_stories_are_told_by_the_names_that_they_have_to_themselves():
    texts = (*FLOOD, *OTHER_FLOOD)

    first, second = telling_names(texts, find_stories(texts), 2)

    assert set(first) <= {"Kelm", "Orre", "Ada", "Lund"}
    assert set(second) <= {"Tarn", "Vessa", "Bo", "Ek"}
    assert len(first) == len(second) == 2


def test_a_pile_too_large_to_compare_is_one_story():
    assert find_stories(("Flood.",) * (MOST_REPORTS + 1)) == (tuple(range(MOST_REPORTS + 1)),)


def test_one_flood_is_one_story():
    assert find_stories(FLOOD) == ((0, 1, 2),)


def test_no_text_is_no_story():
    assert find_stories(()) == ()


def test_b_cubed_counts_what_is_together_rightly():
    gold, found = [frozenset({0}), frozenset({1, 2})], [frozenset({0, 1}), frozenset({2})]

    assert b_cubed(gold, found) == ((0.5 + 0.5 + 1) / 3, (1 + 0.5 + 0.5) / 3)
