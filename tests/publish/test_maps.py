"""The map of the places of events."""

import re

import pytest

from consilience.publish.maps import WIDTH, map_of


@pytest.fixture
def drawn(built, report):
    """Return the map of the record of one report."""

    def make(text):
        return map_of(built(report(text, outlet="A", published="2025-03-12")))

    return make


def test_a_city_is_a_disc_and_a_state_an_area(drawn):
    drawing = drawn(
        "Guards killed nine people in Almaty on Monday. Ministers met in Almaty on Tuesday.\n\n"
        "Thousands of people protested in Uzbekistan on Monday."
    )

    (spot,) = drawing.spots
    (area,) = drawing.areas
    assert len(spot.events) == 2
    assert 0 < spot.x < WIDTH
    assert 0 < spot.y < drawing.height
    assert area.path.startswith("M")
    assert drawing.places[0] is spot


def test_what_lies_nowhere_the_base_knows_is_counted_and_not_drawn(drawn):
    drawing = drawn("Guards killed nine people in Almaty on Monday. Thousands of people protested in Tessoviro.")

    assert drawing.left_out == 1


def test_without_a_known_place_there_is_no_map(drawn):
    assert drawn("Guards killed two people in Tessoviro on Monday.") is None


def test_a_name_that_several_cities_bear_is_not_drawn(drawn):
    assert drawn("Guards killed two people in Springfield on Monday.") is None


def test_nothing_of_the_land_reaches_far_beyond_the_paper(drawn):
    drawing = drawn(
        "Guards killed nine people in Istanbul on Monday. Thousands of people protested in Manila on Monday."
    )

    for start in re.findall(r"M(-?\d+) (-?\d+)", drawing.land):
        assert 0 <= int(start[0]) <= WIDTH
        assert 0 <= int(start[1]) <= drawing.height + 1
