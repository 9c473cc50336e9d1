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
    ],
)
def test_the_words_of_a_party_tell_its_country(annotated, text, country):
    notes = annotated(text)
    countries = Countries(notes, Tokens(notes))

    assert countries.of(notes.events[0].actors[0]) == country


def test_nobody_is_given_the_country_of_the_other_side(annotated):
    notes = annotated("The president threatened Norway.")

    assert Countries(notes, Tokens(notes)).of(notes.events[0].actors[0]) is None
