"""Names of one thing and of two, by the comparer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consilience.naming import SAME, compare, fold, score, score_strings, skeleton

ONE = [
    ("Zhandos Mukhametzhan", "Jandos Muhametjan"),
    ("Dmitri Voloshenko", "Дмитрий Волошенко"),
    ("Orban Testvér", "Testvér Orban"),
    ("María Pilar Sotomayor", "María Pilar Sotomayor Reyes"),
    ("Khalid al-Mansuri", "Khaled El Mansouri"),
    ("Kim Pak-su", "Kim Pak Su"),
    ("Joint Relief Coordination Agency", "JRCA"),
    ("Harbour Workers' Federation", "Federation of Harbour Workers"),
    ("Republic of Estonia", "Estonia"),
]
TWO = [
    ("Niger", "Nigeria"),
    ("Guinea", "Equatorial Guinea"),
    ("Ilona Verkade", "Maarten Verkade"),
    ("Khalid Omar al-Mansuri", "Khalid Omar al-Darwish"),
    ("Northern Liberation Front", "Southern Liberation Army"),
    ("Kim Pak Su", "Kim Yong Ho"),
    ("LPG", "LNG"),
]


@pytest.mark.parametrize(("a", "b"), ONE)
def test_spellings_of_one_name_score_as_one(a, b):
    assert score(a, b) >= SAME


@pytest.mark.parametrize(("a", "b"), TWO)
def test_names_of_two_score_as_two(a, b):
    assert score(a, b) < SAME


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_score_is_symmetric_and_between_nought_and_one(a, b):
    assert score(a, b) == score(b, a)
    assert 0.0 <= score_strings(a, b) <= 1.0


def test_a_comparison_says_what_spoke_for_it():
    found = compare("Ilona Verkade", "Maarten Verkade")

    assert found.score == score("Ilona Verkade", "Maarten Verkade")
    assert any(reason.startswith("- ") for reason in found.reasons)
    assert compare("Niger", "Nigeria").reasons == ("- two states",)


def test_a_name_without_letters_is_like_no_other():
    assert score("...", "Ilona Verkade") == 0.0


@pytest.mark.parametrize(
    ("a", "b"), [("zhomart", "dzhomart"), ("kaschgar", "kashgar"), ("ou", "u"), ("tchernov", "chernov")]
)
def test_spellings_of_one_sound_share_a_skeleton(a, b):
    assert skeleton(fold(a)) == skeleton(fold(b))
