"""What must hold for the figures of every text, and the shape of single ones."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consilience.annotate import parsed
from consilience.annotate.figures import find_figures
from consilience.annotate.figures.numbers import numbers_in
from consilience.annotate.spacy_grammar import SpacyGrammar
from consilience.annotate.times import find_times
from consilience.model import Document, Segment

GRAMMAR = SpacyGrammar()


def figures(text, role="body"):
    lines = [(at, at + len(line)) for at, line in _lines(text) if line.strip()]
    document = Document(
        id="a", path="a.txt", outlet=None, agencies=(), url=None, title="", byline=None, language="en", printed=(),
        text=text, segments=tuple(Segment(a, b, role) for a, b in lines), notes=(),
    )  # fmt: skip
    (notes,) = parsed([document], GRAMMAR)
    return find_figures(find_times(notes)).figures


def _lines(text):
    at = 0
    for line in text.split("\n"):
        yield at, line
        at += len(line) + 1


NUMBERS = [
    ("at least 107", 107, None),
    ("107 or more", 107, None),
    ("more than a thousand", 1000, None),
    ("up to 40", 0, 40),
    ("between 300 and 400", 300, 400),
    ("20 to 30", 20, 30),
    ("164-225", 164, 225),
    ("two hundred and six thousand", 206_000, 206_000),
    ("twenty-six", 26, 26),
    ("$1.4 billion", 1.4e9, 1.4e9),
    ("12,500", 12_500, 12_500),
    ("12.500", 12_500, 12_500),
    ("1.5", 1.5, 1.5),
    ("half a million", 500_000, 500_000),
    ("dozens", 24, None),
    ("tens of thousands", 20_000, None),
    ("a few hundred", 200, 900),
    ("3 lakh", 300_000, 300_000),
]


@pytest.mark.parametrize(("words", "low", "high"), NUMBERS)
def test_a_number_has_its_bounds(words, low, high):
    text = f"There were {words} there."

    (number,) = numbers_in(text, 0, len(text))

    assert (number.low, number.high) == (low, high)
    assert text[number.start : number.end] == words


def test_parts_that_add_up_to_a_total_are_parts_of_it():
    found = figures("The quake killed 30 people.\nBy town: Arda 18, Belo 7, Corin 5.")

    assert [f.part_of for f in found] == [None, 0, 0, 0]
    assert {f.measure for f in found} == {"killed"}


def test_things_that_happen_to_add_up_to_a_number_of_people_are_no_part_of_it():
    found = figures("The quake killed 30 people. It flattened 18 barns and 12 mills.")

    assert [f.part_of for f in found] == [None, None, None]


def test_a_heading_tells_what_the_numbers_below_it_measure():
    found = figures("Wounded\n163 persons, 88 of them by gunshot.")

    assert [(f.low, f.measure, f.part_of) for f in found] == [(163, "wounded", None), (88, "wounded", 0)]


def test_a_figure_has_the_time_of_its_clause():
    (figure,) = figures("The storm killed 14 people on Tuesday.")

    assert figure.time == 0


def test_captions_and_links_tell_no_figure():
    assert figures("14 people were killed.", role="caption") == ()


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "12 at least , of them the killed people and two hundred % $ million - : 1,000 | \n . a wounded to from 5 half "
            "more than seats votes ( ) dozens doubled by quarter per cent years-old".split(" ")
        )
        | st.text(max_size=4),
        max_size=25,
    )
)
def test_no_text_breaks_the_annotator_and_every_figure_lies_in_it(words):
    text = " ".join(words)

    for f in figures(text):
        assert 0 <= f.start < f.end <= len(text)
        assert f.high is None or f.low <= f.high
        assert f.counted
        assert f.part_of is None or f.part_of >= 0


def test_a_line_of_thousands_of_numbers_ends_in_time():
    assert len(figures("There were " + ", ".join(str(n) for n in range(20, 1500)) + " dead.")) < 1500


def test_an_earlier_toll_is_of_the_whole_and_not_of_its_part(annotated):
    notes = annotated(
        "At least 23 people, including nine children, were killed when the Karu dam gave way, the directorate said, "
        "raising an earlier toll of 17."
    )

    assert [f.counted for f in notes.figures if f.low == 17] == ["people killed"]
