"""Where reports do not say the same; and where they only seem not to."""

import pytest


def told(situation, kind="figure"):
    return sorted(d.relation for d in situation.discrepancies if d.kind == kind)


@pytest.fixture
def pair(built, report):
    """Build the record of two reports of two days."""

    def make(first, second, *, days=("2025-03-10", "2025-03-13")):
        return built(report(first, outlet="A", published=days[0]), report(second, outlet="B", published=days[1]))

    return make


def test_an_official_count_and_another_source_are_two_lines_over_time(built, report):
    situation = built(
        report("The health ministry said on Monday that 38 people were missing.", outlet="A", published="2025-03-10"),
        report("The Tern League said on Monday that 124 people were missing.", outlet="B", published="2025-03-10"),
        report("The health ministry said on Friday that 29 people were missing.", outlet="C", published="2025-03-14"),
    )

    (dispute,) = (d for d in situation.discrepancies if d.relation == "source dispute")
    (update,) = (d for d in situation.discrepancies if d.relation == "update")
    assert [s.value.split(" (")[0] for s in dispute.sides] == ["38", "124"]
    assert [s.value for s in update.sides] == ["38", "29"]


def test_a_downward_revision_is_an_update(pair):
    situation = pair(
        "The health ministry said on Monday that 65 people had been killed.",
        "The health ministry said on Thursday that 61 people had been killed.",
    )

    assert told(situation) == ["update"]


def test_a_lower_bound_that_is_overtaken_is_an_update(pair):
    situation = pair(
        "At least 34 people were killed, the ministry said on Monday.",
        "The fire killed 163 people, the ministry said on Thursday.",
    )

    assert told(situation) == ["update"]


def test_another_group_of_the_dead_contradicts_nobody(pair):
    situation = pair("Dozens of rioters were killed on Monday, police said.", "The unrest left 225 people dead.")

    assert told(situation) == []


def test_a_difference_is_no_level(pair):
    situation = pair("The party won 63 seats on Monday.", "The party has lost three seats, the commission said.")

    assert told(situation) == []


def test_a_count_that_tells_what_it_includes_differs_in_scope(built, report):
    situation = built(
        report(
            "The health ministry reports 52 deaths as of Monday.\n\n"
            "The Tern League counts 55 deaths as of Monday, as it includes three people who died in Tesso.",
            outlet="A",
            published="2025-03-10",
        )
    )

    assert told(situation) == ["scope differs"]


def test_a_number_that_another_report_repeats_without_a_source_is_no_dispute(pair):
    situation = pair("Police said 12 people were killed on Monday.", "The clashes of Monday killed 12 people.")

    assert told(situation) == []


def test_a_list_of_parts_that_does_not_make_its_whole_is_shown(built, report):
    text = "The ferry left with 27 people on board, its owner said. The crew are {}, the company said."
    short = built(report(text.format("11 Indians, eight Filipinos, four Georgians and three Latvians")))
    right = built(report(text.format("11 Indians, eight Filipinos, four Georgians and four Latvians")))

    assert told(short) == ["contradiction"]
    assert told(right) == []


def test_a_list_that_may_be_of_some_only_is_left_open(built, report):
    situation = built(
        report("The ferry left with 27 people on board. Divers found 11 Indians, eight Filipinos and seven Georgians.")
    )

    assert "contradiction" not in told(situation)


def test_what_is_denied_right_after_it_is_told_has_two_sides(built, report):
    situation = built(
        report("A diplomat said the premier had offered to resign. His office denied that he had done so.", outlet="A")
    )

    (found,) = (d for d in situation.discrepancies if d.kind == "attribution")
    assert found.relation == "source dispute"
    assert len(found.sides) == 2


def test_abbreviations_one_letter_apart_before_the_same_noun_are_shown(pair):
    situation = pair("LPG prices doubled on Monday.", "The rise of LNG prices led to marches.")

    (found,) = (d for d in situation.discrepancies if d.kind == "term" and d.severity == "factual")
    assert sorted(s.value for s in found.sides) == ["LNG", "LPG"]


def test_a_report_that_has_both_abbreviations_knows_the_difference(pair):
    situation = pair("LPG prices doubled, LNG prices fell.", "The rise of LNG prices led to marches.")

    assert [d for d in situation.discrepancies if d.kind == "term" and d.severity == "factual"] == []


def test_every_side_cites_a_sentence(pair):
    situation = pair(
        "Police said the clashes killed 3 people on Monday.", "Doctors said the clashes killed 9 people on Monday."
    )

    assert all(s.evidence for d in situation.discrepancies for s in d.sides)


def test_bodies_counted_twice_are_no_value_of_the_toll(built, report):
    situation = built(
        report(
            "Four bodies were counted twice.\n\nOn Thursday the health ministry cut its count of the dead to 61.",
            outlet="A",
            published="2025-03-13",
        )
    )

    assert told(situation) == []


def test_the_tally_of_a_league_and_of_the_police_for_one_vote_differ_whenever_told(pair):
    situation = pair(
        "The election commission declared on Monday that Ana Lima had won the vote with 50.8 percent.",
        "A parallel count by the Tern League gave Ana Lima 44.9 percent of the vote.",
        days=("2025-03-10", "2025-03-18"),
    )

    assert told(situation) == ["source dispute"]


def test_a_report_that_is_withdrawn_leaves_two_sides(pair):
    situation = pair(
        "Interior minister Rui Bento resigned on Monday.",
        "The Tern Observer withdrew its report that Interior minister Rui Bento had resigned.",
    )

    assert "source dispute" in told(situation, "attribution")


def test_two_capitals_of_one_state_are_one_too_many(pair):
    situation = pair(
        "Marchers filled Lisbon, the capital of Portugal, on Monday.",
        "Marchers filled Porto, the capital of Portugal, on Monday.",
    )

    (found,) = (d for d in situation.discrepancies if d.kind == "identity")
    assert found.relation == "contradiction"


def test_other_spellings_are_wording_and_other_names_are_none(pair):
    situation = pair(
        "President Samir Tavares met the United Nations Security Council.",
        "President Sameer Tavarez met the U.N. Security Council.",
    )

    names = [d for d in situation.discrepancies if d.kind == "name"]
    assert {d.severity for d in names} <= {"wording"}
    assert not any("Security" in s.value and "Nations" in s.value for d in names for s in d.sides)


def test_a_plan_under_a_condition_that_is_dropped_is_no_discrepancy(pair):
    situation = pair(
        "If the talks fail, the miners will call a general strike on Friday.",
        "The miners called off their general strike.",
    )

    assert told(situation, "attribution") == []


def test_one_resignation_on_two_days_is_a_contradiction(built, report):
    situation = built(
        report("Minister Rui Bento resigned on Thursday.", outlet="A", published="2025-03-14"),
        report("Minister Rui Bento resigned on Friday.", outlet="B", published="2025-03-15"),
    )

    assert told(situation, "date") == ["contradiction"]


def test_no_deaths_against_some_in_the_lines_of_one_wire_is_a_dispute(built, report):
    situation = built(
        report("FLASH - Three sailors killed - port office\n\nURGENT - No deaths - coast guard", published="2025-03-14")
    )

    assert told(situation) == ["source dispute"]


def test_a_printed_weekday_that_is_not_the_days_is_a_contradiction(pair):
    situation = pair(
        "The council will meet again on Monday, 16 March 2025, its chairman said.",
        "The court will rule on Friday, 21 March 2025, its clerk said.",
    )

    (found,) = (d for d in situation.discrepancies if d.kind == "date")
    assert [s.value for s in found.sides] == ["Monday", "Sunday"]
    assert len({e.document for s in found.sides for e in s.evidence}) == 2


def test_weekdays_that_are_right_are_no_discrepancy(pair):
    situation = pair("The council meets on Sunday, 16 March 2025.", "The court rules on Friday, 21 March 2025.")

    assert [d for d in situation.discrepancies if d.kind == "date"] == []


def test_a_lower_bound_of_one_voice_is_overtaken_by_the_later_count_of_another(built, report):
    situation = built(
        report(
            "Guards killed at least seven people in Tesso on Monday, the director of a hospital said.",
            outlet="A",
            published="2025-03-11",
        ),
        report(
            "The Tern League said guards killed nine people in Tesso on 10 March.", outlet="B", published="2025-03-21"
        ),
    )

    assert told(situation) == ["update"]


def test_a_short_answer_denies_what_was_just_told(built, report):
    situation = built(
        report('An official in Tesso said that 40 million dollars had been paid. "Not a cent," said Minister Ana Lima.')
    )

    (found,) = (d for d in situation.discrepancies if d.kind == "attribution")
    assert "Ana Lima denies it" in found.explanation


def test_a_quotation_that_begins_with_no_and_goes_on_denies_nothing(built, report):
    situation = built(
        report('An official in Tesso said that the ferry had left. "Not one boat is late," said Minister Ana Lima.')
    )

    assert [d for d in situation.discrepancies if d.kind == "attribution"] == []


def test_words_that_another_report_says_were_never_spoken_have_two_sides(pair):
    situation = pair(
        "President Ivo Marsk voiced regret over the raid, the presidency of Norland said.",
        "President Ivo Marsk never apologised for the raid, an aide said.",
    )

    (found,) = (d for d in situation.discrepancies if d.kind == "attribution")
    assert found.question == "Did Ivo Marsk apologise?"


def test_what_is_an_accident_to_one_and_a_crime_to_another_is_framed_in_two_ways(pair):
    situation = pair(
        "Minister Ana Lima said the explosion was an accident.",
        'Families gathered at the gate. "The explosion was not an accident. It was a crime," said Ivo Marsk, a lawyer.',
    )

    (found,) = (d for d in situation.discrepancies if d.kind == "framing")
    told = {s.value for s in found.sides}
    assert told == {"“an accident” (Ana Lima)", "“not an accident” and “a crime” (Ivo Marsk)"}


def test_two_things_may_be_an_accident_and_a_crime(pair):
    situation = pair(
        "Minister Ana Lima said the explosion was an accident.", "Ivo Marsk, a lawyer, said the eviction was a crime."
    )

    assert [d for d in situation.discrepancies if d.kind == "framing"] == []


def test_substances_that_are_taken_for_one_another_are_shown(pair):
    situation = pair(
        "A store of 300 tonnes of ammonium nitrate blew up in Tesso.", "A store of ammonia blew up in Tesso."
    )

    (found,) = (d for d in situation.discrepancies if d.kind == "term" and d.severity == "factual")
    assert sorted(s.value for s in found.sides) == ["ammonia", "ammonium nitrate"]


def test_things_that_are_taken_for_one_another_may_both_be_there(pair):
    situation = pair("Two guards of a store of ammonia marched in Tesso.", "A ship with ammonium nitrate left Vell.")

    assert [d for d in situation.discrepancies if d.kind == "term"] == []


def test_planes_planned_for_one_day_and_landed_on_the_next_are_an_update(built, report):
    situation = built(
        report(
            "Norland will send two planes with medicine on Wednesday, its embassy said.",
            outlet="A",
            published="2025-03-11",
        ),
        report(
            "Norland sent the first of two aircraft with rescuers on Thursday, its embassy said.",
            outlet="B",
            published="2025-03-13",
        ),
    )

    (found,) = (d for d in situation.discrepancies if d.kind == "date")
    assert found.relation == "update"


def test_a_second_arrest_on_two_days_is_a_contradiction(built, report):
    situation = built(
        report(
            "Arvo Lind was released on 10 March. He was seized again on the same evening.",
            outlet="A",
            published="2025-03-14",
        ),
        report(
            "Arvo Lind was freed on Monday, 10 March. He was rearrested on 11 March.",
            outlet="B",
            published="2025-03-14",
        ),
    )

    (found,) = (d for d in situation.discrepancies if d.kind == "date")
    assert found.relation == "contradiction"


PLANS = [
    ("The council will open the bridge in Tesso on Friday.", "The bridge that was to open on Friday opened on Sunday."),
    ("The convoy will arrive in Tesso on Friday.", "The convoy, expected on Friday, arrived on Sunday."),
    (
        "The court will give its ruling on Friday, a clerk said.",
        "On Sunday, two days later than promised, the court annulled the vote.",
    ),
]


@pytest.mark.parametrize(("plan", "end"), PLANS)
def test_what_came_later_than_another_report_planned_is_an_update(pair, plan, end):
    situation = pair(plan, end, days=("2025-03-12", "2025-03-17"))

    (found,) = (d for d in situation.discrepancies if d.kind == "date")
    assert found.relation == "update"
    assert [s.value for s in found.sides] == ["14 March 2025", "16 March 2025"]


@pytest.mark.parametrize(
    ("plan", "end"),
    [
        ("The convoy is due in Tesso by Sunday.", "The convoy, expected by Sunday, arrived on Saturday."),
        ("The convoy will arrive in Tesso on Friday.", "The convoy, expected on Friday, arrived on Friday evening."),
        ("The convoy will arrive in Tesso on 14 March.", "The convoy, expected on 14 March, arrived on Friday."),
        ("The convoy will arrive in Tesso in March.", "The convoy, expected in March, arrived on Friday."),
    ],
)
def test_what_came_on_a_day_it_was_planned_for_is_no_update(pair, plan, end):
    situation = pair(plan, end, days=("2025-03-12", "2025-03-17"))

    assert [d for d in situation.discrepancies if d.kind == "date"] == []


def test_a_dispute_tells_the_counts_of_its_own_time_alone(built, report):
    situation = built(
        report(
            "The Flood Office said on Monday that 23 people were killed. Doctors at Senava said on Monday that 19 people were killed.",
            outlet="A",
            published="2025-03-11",
        ),
        report("The Flood Office said on Friday that 61 people were killed.", outlet="B", published="2025-03-15"),
        report("Doctors at Senava said on Friday that 52 people were killed.", outlet="C", published="2025-03-15"),
    )
    sides = [[s.value for s in d.sides] for d in situation.discrepancies if d.relation == "source dispute"]

    assert sorted(len(values) for values in sides) == [2, 2]
    assert not any("then" in value for values in sides for value in values)


def test_an_earlier_toll_that_was_raised_is_in_no_dispute_and_on_nobody_s_word_among_the_dead(built, report):
    situation = built(
        report(
            "At least 23 people, including nine children, were killed, the country's Flood Office said on Monday, raising an earlier toll of 17.",
            outlet="A",
            published="2025-03-11",
        ),
        report("Mayor Ada Holm said on Monday that 21 people were killed.", outlet="B", published="2025-03-11"),
    )
    names = {e.id: e.name for e in situation.entities}
    told = [r for f in situation.figures for r in f.readings if r.low == 17]
    (dispute,) = (d for d in situation.discrepancies if d.relation == "source dispute")

    assert [names[r.said_by] for r in told] == ["Flood Office"]
    assert not any("17" in s.value for s in dispute.sides)


def test_a_visit_called_off_before_another_is_planned_is_not_its_end(built, report):
    situation = built(
        report("President Sofia Lanza cancelled a visit to Vienna on Sunday.", outlet="A", published="2025-04-06"),
        report("President Sofia Lanza will visit Oslo on Wednesday.", outlet="B", published="2025-04-08"),
    )

    assert told(situation, "attribution") == []


def test_the_dead_of_one_town_alone_dispute_no_toll_of_the_country(built, report):
    situation = built(
        report("The Flood Office said on Monday that 31 people were killed.", outlet="A", published="2025-03-11"),
        report(
            'Mayor Ada Holm said on Monday: "In my town alone 19 people were killed."',
            outlet="B",
            published="2025-03-11",
        ),
    )

    assert told(situation) == ["scope differs"]
