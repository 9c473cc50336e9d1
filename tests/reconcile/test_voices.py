"""On whose word: outlets that carry one body's word are one source for it."""


def families(situation, value):
    return {f for figure in situation.figures for r in figure.readings if r.low == value for f in r.families}


def test_a_count_on_the_word_of_one_ministry_is_one_source(built, report):
    one = report(
        "The landslide at Orre killed 163 people, Norway's Health Ministry said.", outlet="A", published="2025-03-12"
    )
    other = report(
        "After the landslide at Orre rescuers slept in cars. It killed 163 people, Norway's Health Ministry said.",
        outlet="B",
        published="2025-03-12",
    )

    assert len(families(built(one, other), 163)) == 1


def test_a_count_that_each_outlet_gives_for_itself_has_as_many_sources(built, report):
    one = report("The landslide at Orre killed 163 people.", outlet="A", published="2025-03-12")
    other = report("Rescuers slept in cars after 163 people were killed at Orre.", outlet="B", published="2025-03-12")

    assert len(families(built(one, other), 163)) == 2


def test_a_sentence_that_credits_the_readout_goes_back_to_it(built, report):
    readout = report(
        "President Ada Lund voiced regret over the suffering of the pilots and asked for clemency for the crew.",
        outlet="Presidency of Ostland",
        published="2025-03-12",
    )
    story = report(
        "The pilots of Kelm are on strike. Lund, according to her office, voiced regret and asked for mercy.",
        outlet="B",
        published="2025-03-12",
    )

    situation = built(readout, story)

    assert any(len(family.documents) == 2 for family in situation.families)
