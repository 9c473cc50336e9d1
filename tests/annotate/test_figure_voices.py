"""On whose word a number stands, and whose votes or seats it counts."""

import pytest


def voices(notes):
    return [None if f.said_by is None else notes.chains[f.said_by].name for f in notes.figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The harbour police put the dead at seven.", ["harbour police"]),
        ("The Tern League counts 26 dead.", ["Tern League"]),
        ("The miners' union speaks of more than 40 dead.", ["union"]),
        ("Nine people were killed, according to the Tern League.", ["Tern League"]),
        ("The flood killed nine people, the Tern League said, and left the valley dark.", ["Tern League"]),
        ("The Tern League lowered its count of the dead to 61.", ["Tern League"]),
        ("The Tern League's figure of 31 dead was not confirmed.", ["Tern League"]),
        ("The flood killed nine people.", [None]),  # the outlet's own voice
        ("After 40 people died, the mayor announced a day of mourning.", [None]),  # tells of a deed, vouches for none
    ],
)
def test_a_number_stands_on_the_word_that_the_sentence_names(annotated, text, expected):
    assert voices(annotated(text)) == expected


def test_two_numbers_of_one_sentence_have_each_its_source(annotated):
    notes = annotated(
        "At the rally were 4,000 people, according to the police, and 17,000, according to the Tern League."
    )

    assert voices(notes) == ["police", "Tern League"]


def test_a_list_goes_on_with_its_source(annotated):
    notes = annotated("The Tern League reports 14 deaths, 87 wounded and 22 missing.")

    assert set(voices(notes)) == {"Tern League"}


def test_a_letterhead_speaks_for_its_own_tally_and_not_for_a_newspaper(annotated):
    text = (
        "We count a person once, and our lists are open.\n\n23 persons have been killed. The Tern League asks for calm."
    )
    tally = annotated(f"{text}", outlet="TERN LEAGUE")
    paper = annotated("23 persons have been killed. The Tern League asks for calm.", outlet="TERN LEAGUE")

    assert voices(tally) == ["Tern League"]
    assert voices(paper) == [None]


def test_shares_belong_to_who_is_named_beside_them(annotated):
    notes = annotated("The count gave Ana Lima 51.2 percent of the vote against 44.9 percent for Rui Bento.")

    assert [notes.chains[f.about].name for f in notes.figures if f.about is not None] == ["Ana Lima", "Rui Bento"]


def test_according_to_its_own_list_is_on_the_word_of_whose_list_it_is_and_not_of_the_dead(annotated):
    notes = annotated(
        "The Tern League accused the ministry of hiding the dead. According to its own list, 47 men died."
    )

    assert voices(notes) == ["Tern League"]


def test_the_figure_of_a_body_stands_on_its_word(annotated):
    notes = annotated("The Tern League figure still stands at 41 dead.")

    assert voices(notes) == ["Tern League"]
