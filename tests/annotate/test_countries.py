"""The country of a party, from its words."""

import pytest

from consilience.annotate.countries import Countries
from consilience.annotate.tokens import Tokens


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Norway closed the border.", "NOR"),
        ("Norwegian troops arrested Arne Vold.", "NOR"),
        ("The opposition of Norway condemned the ruling.", "NOR"),
        ("Norway's parliament condemned the ruling.", "NOR"),
        ("Rebels operating in Chad kidnapped two doctors.", "TCD"),
        ("Oslo rejected the proposal.", "NOR"),
        ("The United Nations condemned the ruling.", "IGO"),
        ("Hezbollah condemned the ruling.", "LBN"),
        ("Police in Alaska arrested Arne Vold.", "USA"),
    ],
)
def test_the_words_of_a_party_tell_its_country(annotated, text, country):
    notes = annotated(text)
    countries = Countries(notes, Tokens(notes))

    assert countries.of(notes.events[0].actors[0]) == country


def test_nobody_is_given_the_country_of_the_other_side(annotated):
    notes = annotated("The president threatened Norway.")

    assert Countries(notes, Tokens(notes)).of(notes.events[0].actors[0]) is None


def test_a_leader_told_by_name_alone_is_of_the_state_he_leads(annotated):
    notes = annotated("Barack Obama met Arvo Lindqvist.", published="2015-03-11")
    countries = Countries(notes, Tokens(notes))

    assert [countries.of(c) for c in notes.events[0].actors] == ["USA", None]


def test_who_has_another_role_is_not_the_leader_of_that_name(annotated):
    notes = annotated("The spokesman, Ivar Putin, rejected the proposal.", published="2015-03-11")

    assert Countries(notes, Tokens(notes)).of(notes.events[0].actors[0]) is None
