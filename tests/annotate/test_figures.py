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


#: A sentence, and what its figures are: value, upper bound, measure, what is counted.
TOLD = [
    ("The toll was revised up to 33 on Friday.", [(33, 33, "killed", "people killed")]),
    ("Up to 33 people were killed.", [(0, 33, "killed", "people killed")]),
    ("Six people died and 45 more were injured.", [(6, 6, "killed", "people killed"), (45, 45, "wounded", None)]),
    ("Six people were hurt. Another 12 are missing.", [(6, 6, "wounded", None), (12, 12, "missing", None)]),
    ("The flood cost 57 lives.", [(57, 57, "killed", "lives")]),
    ("Eleven workers, seven of them foreigners, have lost their lives.", [(11, 11, "killed", None), (7, 7, "killed", None)]),
    ("Of the 36 injured, four died. Seventeen are still being treated.",
     [(36, 36, "wounded", None), (4, 4, "killed", None), (17, 17, "wounded", None)]),
    ("Sixty-four people were being treated for burns.", [(64, 64, "wounded", None)]),
    ("The clinic said 64 people were treated unfairly.", [(64, 64, "other", "people")]),
    ("Three people listed as dead were found alive in a school.", [(3, 3, "other", "people")]),
    ("92 people have not been contacted.", [(92, 92, "missing", None)]),
    ("The mayor was arrested on Sunday, two aides said.", []),
    ("About 200 police officers arrested 40 people.", [(200, 200, "other", None), (40, 40, "detained", None)]),
    ("Two soldiers killed five villagers.", [(5, 5, "killed", None)]),
    ("More than 300 families fled the city.", [(300, None, "displaced", None)]),
    ("They point at one another after the crash that killed 26.", [(26, 26, "killed", None)]),
    ("The firm regrets the loss of 22 lives.", [(22, 22, "killed", "lives")]),
    ("Ninety-four people were taken to hospitals. So were five bodies.", [(94, 94, "wounded", None), (5, 5, "killed", None)]),
    ("Five bodies were taken to hospitals.", [(5, 5, "killed", "bodies")]),
    ("One in four of the night shift was killed.", []),
    ("The mayor had spoken of 14, then of 29, then of 31 dead.",
     [(14, 14, "killed", None), (29, 29, "killed", None), (31, 31, "killed", None)]),
    ("52 people were killed, among them 37 civilians. The league's figure stands at 41.",
     [(52, 52, "killed", None), (37, 37, "killed", "civilians killed"), (41, 41, "killed", "people killed")]),
    ("Around 3,000 people came to bury 11 miners. Police speak of 1,500.",
     [(3000, 3000, "other", "people"), (11, 11, "killed", None), (1500, 1500, "other", "people")]),
    ("3. Missing: 26. 4. Underground when the roof fell: 121.", [(26, 26, "missing", "Missing"), (121, 121, "other", None)]),
    ("The dam let go 2.1 million cubic metres of mud.", [(2.1e6, 2.1e6, "other", "mud")]),
    ("The damage amounts to some two billion kronor.", [(2e9, 2e9, "money", "damage")]),
    ("The owners pocketed 1.2 billion crowns last year.", [(1.2e9, 1.2e9, "money", "sum pocketed")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_a_figure_is_of_what_the_sentence_says_befell_whom(text, expected):
    found = figures(text)

    assert [(f.low, f.high, f.measure) for f in found] == [(low, high, measure) for low, high, measure, _ in expected]
    assert all(counted in {None, f.counted} for f, (*_, counted) in zip(found, expected, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "Twenty-eight people are missing, down from 43, after 15 bodies were found.",  # 28 and 15 make 43 by chance
        "By its own list 47 men died, 16 more than the ministry admits. The ministry speaks of 31 dead.",
    ],
)
def test_what_only_happens_to_add_up_is_no_part(text):
    assert {f.part_of for f in figures(text)} == {None}


def test_money_has_parts_where_the_words_say_so():
    found = figures("A fund of 96 million crowns is to be set up, of which 60 million will come from the owners.")

    assert [(f.low, f.part_of, f.status) for f in found] == [(96e6, None, "planned"), (60e6, 0, "planned")]


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("The mine, opened in 1974, employs 2,300 people.", [False]),
        ("Petrol costs 900 francs a litre, 40 percent more than a week ago.", [False, False]),
        ("The distribution announced on 10 October was 63 seats.", [True]),
        ("The storm that struck on Tuesday killed 14 people.", [True]),
    ],
)
def test_a_time_that_tells_of_something_else_dates_no_figure(text, dated):
    assert [f.time is not None for f in figures(text)] == dated


def test_a_unit_behind_a_stroke_is_that_of_a_rate():
    found = figures("The train was travelling at 96 km/h, and not at 140 kilometres per hour.")

    assert [f.unit for f in found] == ["km per hour", "km per hour"]


def test_a_number_that_follows_two_counts_side_by_side_borrows_neither(annotated):
    notes = annotated(
        "The union said 14 patients and two nurses died in the hospital. The regional government speaks of nine."
    )

    assert all(f.low != 9 for f in notes.figures if f.measure == "killed")
