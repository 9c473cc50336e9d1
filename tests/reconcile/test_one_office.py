"""One office told of two people; and of two where each may hold it in turn."""

import pytest


@pytest.fixture
def holders(built, report):
    """Return the people told to hold one office, a list for each discrepancy of two reports."""

    def of(*texts, days=("2025-03-10", "2025-03-12")):
        reports = [report(t, outlet=o, published=d) for t, o, d in zip(texts, "AB", days, strict=True)]
        found = built(*reports).discrepancies
        return [sorted(s.value for s in d.sides) for d in found if d.question.startswith("Who is ")]

    return of


def test_a_minister_with_two_first_names_is_shown(holders):
    found = holders(
        "The dam will hold, the interior minister, Pavel Dragan, said on Monday.",
        "The dam was lost, Interior Minister Petr Dragan said on Wednesday.",
    )

    assert found == [["Pavel Dragan", "Petr Dragan"]]


def test_two_people_who_are_told_to_hold_one_office_of_one_state_are_shown(holders):
    found = holders(
        "The dam will hold, the prime minister of Kenya, Ana Lima, said on Monday.",
        "The dam was lost, the prime minister of Kenya, Ivo Brand, said on Wednesday.",
    )

    assert found == [["Ana Lima", "Ivo Brand"]]


@pytest.mark.parametrize(
    "texts",
    [
        (  # of two states, as far as is known
            "The dam will hold, the foreign minister, Ana Lima, said on Monday.",
            "The dam was lost, the foreign minister, Ivo Brand, said on Wednesday.",
        ),
        (  # one left
            "The dam will hold, the prime minister of Kenya, Ana Lima, said on Monday. Ana Lima resigned on Monday.",
            "The dam was lost, the prime minister of Kenya, Ivo Brand, said on Wednesday.",
        ),
        (  # one report knows both
            "The dam will hold, the prime minister of Kenya, Ana Lima, said on Monday.",
            "The dam was lost, the prime minister of Kenya, Ivo Brand, said on Wednesday, in the place of Ana Lima.",
        ),
        (  # of one family, in two offices
            "The dam will hold, the interior minister, Pavel Dragan, said on Monday.",
            "The dam was lost, the mayor of Karu, Petr Dragan, said on Wednesday.",
        ),
    ],
)
def test_two_who_may_both_be_what_they_are_called_are_not_shown(holders, texts):
    assert holders(*texts) == []


def test_an_office_may_change_hands_in_months(holders):
    found = holders(
        "The dam will hold, the prime minister of Kenya, Ana Lima, said on Monday.",
        "The dam was lost, the prime minister of Kenya, Ivo Brand, said on Wednesday.",
        days=("2025-03-10", "2025-06-11"),
    )

    assert found == []
