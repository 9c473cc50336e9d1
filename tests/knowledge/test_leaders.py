"""The state of a leader told by name alone."""

from datetime import date

import pytest

from consilience.knowledge import core, home_of

#: A day on which Barack Obama, Vladimir Putin and François Hollande were presidents, and David Cameron prime minister.
DAY = date(2015, 6, 1)


@pytest.mark.parametrize(
    ("name", "roles", "home"),
    [
        ("Barack Obama", (), "USA"),  # not Guam or Puerto Rico, of which he was the president too
        ("François Hollande", (), "FRA"),  # nor Andorra, whose co-prince he was
        ("Obama", (), "USA"),
        ("Obama", ("president",), "USA"),
        ("Putin", ("leader",), "RUS"),
        ("Xi", (), "CHN"),  # the family's name stands first
        ("Obama", ("fisherman",), None),
        ("Barack Obama", ("dentist",), None),
        ("Cameron", (), None),  # a given name as well
        ("Johnson", (), None),
        ("Lindqvist", (), None),
        ("Arvo Lindqvist", (), None),
    ],
)
def test_a_name_alone_tells_the_state_of_one_leader_and_of_nobody_else(name, roles, home):
    assert home_of(name, roles, day=DAY) == home


def test_a_surname_is_a_leaders_only_about_his_time():
    assert home_of("Hollande", day=date(2013, 1, 1)) == "FRA"
    assert home_of("Hollande", day=date(2024, 1, 1)) is None
    assert home_of("Hollande", day=None) is None


def test_a_president_of_a_territory_is_one_person_with_the_president_of_its_state():
    (known,) = {k.ref: k for k in core().find("Emmanuel Macron")}.values()

    assert known.iso3 == "FRA"
    assert "WLF" in {t.iso3 for t in core().terms_of(known.ref)}
