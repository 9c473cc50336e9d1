"""The lexicon of events: its rows are sound, and its frames hold in the constructions that news is told in."""

from typing import get_args

import pytest

from consilience.annotate.events.frames import frame_of
from consilience.annotate.tokens import Tokens
from consilience.annotate.who import Who
from consilience.lang.event_grammar import NOUN_CLASSES
from consilience.lang.events import Sense, event_nouns, event_verbs
from consilience.lang.plover import QUADS, type_told
from consilience.model import PloverType


def test_every_condition_of_a_frame_is_known(annotated):
    notes = annotated("Norway left.")
    frame = frame_of(Tokens(notes), Who(notes, Tokens(notes)), 1)

    for senses in event_verbs().values():
        for condition in (c for s in senses for c in s.frame):
            assert frame.fits(Sense((condition,), "", None, None)) in {True, False}
            for word in condition.partition("=")[2].replace("+", "|").split("|"):
                assert not word.startswith("@") or word in NOUN_CLASSES, condition


def test_every_type_is_one_of_plover():
    senses = [s for senses in event_verbs().values() for s in senses] + list(event_nouns().values())

    assert {s.type for s in senses} - {None} == set(get_args(PloverType)) == set(QUADS)


def test_a_frame_stands_once():
    for word, senses in event_verbs().items():
        frames = [s.frame for s in senses]
        assert len(frames) == len(set(frames)), word


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway lashed out at the mediators.", "ACCUSE"),
        ("The army sealed off the valley.", "COERCE"),
        ("The kidnappers let the engineer go.", "RETREAT"),
        ("A court in Oslo found Arvo Lindqvist guilty of fraud.", "SANCTION"),
        ("Six engineers have been taken hostage by the rebels.", "ASSAULT"),
        ("The mayor was put under house arrest.", "COERCE"),
        ("Students took to the streets on Friday.", "PROTEST"),
        ("The tribe returned the stolen cattle.", "RETREAT"),
        ("The monks staged a sit-in at the station.", "PROTEST"),
        ("The general vowed to crush the rebels.", "THREATEN"),
        ("Arvo Lindqvist went on trial on Monday.", "ACCUSE"),
    ],
)
def test_the_type_is_found_in_phrases_and_small_clauses(annotated, text, expected):
    assert expected in {e.type for e in annotated(text).events}


@pytest.mark.parametrize(
    "text",
    [
        "The actor fought a long illness.",
        "Snow blocked the pass for eleven days.",
        "The dollar retreated on Monday.",
        "Nine miners were killed when the shaft collapsed.",
        "The champion surrendered her title on Sunday.",
    ],
)
def test_figures_of_speech_and_forces_of_nature_have_no_type(annotated, text):
    assert not {e.type for e in annotated(text).events} - {None}


def test_what_is_refused_of_talks_and_pacts_is_a_rejection():
    assert [type_told(kind, "denied") for kind in ("AGREE", "CONSULT", "AID", "ASSAULT")] == ["REJECT"] * 3 + [
        "ASSAULT"
    ]
