"""One deed that two voices give to two; and deeds of which each has its own."""

import pytest


@pytest.fixture
def given(built, report):
    """Return who did it, by side, for each discrepancy of actors of some reports."""

    def of(*texts):
        days = ("2025-03-10", "2025-03-11", "2025-03-12")
        reports = [report(t, outlet=o, published=d) for t, o, d in zip(texts, "ABC", days, strict=False)]
        found = built(*reports).discrepancies
        return [sorted(side.value for side in d.sides) for d in found if d.kind == "actor"]

    return of


def test_one_order_that_two_voices_give_to_two_has_two_sides(given):
    found = given(
        "The engineer Milan Orsag ordered the fans of the mine to be switched off, prosecutors said.",
        "The miners' union said it was Karel Vondra who ordered the fans to be switched off in the mine.",
    )

    assert found == [["Karel Vondra", "Milan Orsag"]]


def test_who_is_said_to_have_been_ordered_and_to_have_decided_alone_has_two_sides(given):
    found = given(
        "The Ministry of Transport ordered the port authority to store the salt in Shed 4.\n\n"
        '"The port authority decided alone where to put it," the former minister, Ana Lima, said.'
    )

    assert found == [["Ministry of Transport", "port authority"]]


def test_an_order_told_as_a_noun_is_one_too(given):
    found = given(
        "The signal was switched off on the orders of the director, Paul Ritter, the police said.",
        "Paul Ritter said that the order to switch off the signal had been given by the Ministry of Transport.",
    )

    assert found == [["Ministry of Transport", "Paul Ritter"]]


def test_one_killing_by_two_hands_has_two_sides(given):
    found = given(
        "Gunmen of the Tern Front killed Marta Reis on Monday, the army said.",
        "The army killed Marta Reis on Monday, the Tern Front said.",
    )

    assert found == [["army", "gunmen (Tern Front)"]]


@pytest.mark.parametrize(
    "texts",
    [
        (  # each its own town
            "The mayor of Karu, Ana Lima, ordered an evacuation on Monday.",
            "The mayor of Tesso, Ivo Brand, ordered an evacuation on Monday.",
        ),
        (  # who orders and who is ordered
            "President Ana Lima ordered the army to leave the harbour on Monday.",
            "The army ordered sailors to leave the harbour on Monday.",
        ),
        (  # one voice sees no contradiction
            "Ana Lima ordered the fans of the mine to be switched off. An hour later Ivo Brand ordered the fans of the "
            "mine to be switched off again.",
        ),
        (  # a ministry and its minister
            "The health ministry ordered hospitals to open their wards.",
            "The health minister, Ana Lima, ordered hospitals to open their wards.",
        ),
        (  # not given
            "Ana Lima ordered the fans of the mine to be switched off.",
            "Ivo Brand will order the fans of the mine to be switched off.",
        ),
        (  # two days
            "Ana Lima appointed Ivo Brand as envoy on 3 March.",
            "Marta Reis appointed Ivo Brand as minister on 9 March.",
        ),
    ],
)
def test_deeds_of_two_contradict_nobody(given, texts):
    assert given(*texts) == []
