"""Figures as readings: the same, an update, another group."""


def test_wire_copy_in_two_outlets_is_one_independent_source(built, report):
    text = "At least twelve officers were killed in the fighting near the old railway bridge, state media said."

    situation = built(report(text, outlet="A"), report(text, outlet="B"))

    (figure,) = situation.figures
    assert {len(r.families) for r in figure.readings} == {1}
    assert len(figure.readings) == 2


def test_a_later_toll_is_an_update_and_no_contradiction(built, report):
    situation = built(
        report("The flood killed 12 people, the fire brigade said on Monday.", outlet="A", published="2025-03-10"),
        report("The flood killed 19 people, the fire brigade said on Thursday.", outlet="B", published="2025-03-13"),
    )

    assert [d.relation for d in situation.discrepancies if d.kind == "figure"] == ["update"]


def test_two_voices_at_one_time_are_a_dispute(built, report):
    situation = built(
        report("Police said the clashes killed 3 people on Monday.", outlet="A", published="2025-03-10"),
        report("Doctors said the clashes killed 9 people on Monday.", outlet="B", published="2025-03-10"),
    )

    assert [d.relation for d in situation.discrepancies if d.kind == "figure"] == ["source dispute"]


def test_a_part_is_no_other_value_of_the_whole(built, report):
    situation = built(
        report("The unrest left 225 people dead, including 19 police officers.", outlet="A", published="2025-03-10")
    )

    assert [d for d in situation.discrepancies if d.kind == "figure"] == []
    assert sorted(f.part_of is not None for f in situation.figures) == [False, True]


def test_miners_who_are_all_the_dead_are_one_toll_with_the_dead(built, report):
    situation = built(
        report("At least 14 miners were killed, the ministry said on Monday.", outlet="A", published="2025-03-10"),
        report("On Monday the ministry spoke of 14 dead.", outlet="B", published="2025-03-12"),
        report("The death toll rose to 29, the ministry said on Tuesday.", outlet="C", published="2025-03-11"),
    )

    assert len([f for f in situation.figures if f.measure == "killed"]) == 1


def test_officers_who_are_some_of_the_dead_are_no_toll_of_all(built, report):
    situation = built(
        report("Twelve officers were killed, the ministry said on Monday.", outlet="A", published="2025-03-10"),
        report("The unrest left 225 people dead, including 12 officers.", outlet="B", published="2025-03-12"),
    )

    assert len([f for f in situation.figures if f.measure == "killed"]) == 2


def test_refugees_and_people_who_fled_are_one_figure(built, report):
    situation = built(
        report("The ministry put the number of refugees at 9,400 on Monday.", outlet="A", published="2025-03-10"),
        report("Some 11,200 people have fled, the ministry said on Thursday.", outlet="B", published="2025-03-13"),
    )

    assert [d.relation for d in situation.discrepancies if d.kind == "figure"] == ["update"]


def test_a_toll_that_another_source_gives_a_day_later_has_grown_and_is_disputed_by_nobody(built, report):
    situation = built(
        report("The blast killed nine people, police said on Sunday.", outlet="A", published="2025-03-09"),
        report("Eleven people were killed, the owner said on Monday.", outlet="B", published="2025-03-10"),
    )

    assert "source dispute" not in {d.relation for d in situation.discrepancies}


def test_a_smaller_toll_that_another_source_gives_later_is_a_dispute(built, report):
    situation = built(
        report("The blast killed 19 people, doctors said on Sunday.", outlet="A", published="2025-03-09"),
        report("Eleven people were killed, the owner said on Monday.", outlet="B", published="2025-03-10"),
    )

    assert [d.relation for d in situation.discrepancies if d.kind == "figure"] == ["source dispute"]


def test_a_few_who_died_in_hospital_bring_no_toll_down(built, report):
    situation = built(
        report("The fire killed 29 people, the ministry said on Monday.", outlet="A", published="2025-03-10"),
        report("Two people died in hospital, the ministry said on Thursday.", outlet="B", published="2025-03-13"),
    )

    assert [d for d in situation.discrepancies if d.kind == "figure"] == []


def test_what_nobody_vouches_for_goes_with_who_gave_it_and_not_with_the_government(built, report):
    situation = built(
        report(
            "The government says that 12 people died. The Tern League counts 41 dead.",
            outlet="A", published="2025-03-10",
        ),
        report("The toll stands at 41.", outlet="B", published="2025-03-12"),
    )  # fmt: skip

    assert [d.relation for d in situation.discrepancies if d.kind == "figure"] == ["source dispute"]


def test_the_number_of_which_a_part_left_is_no_other_count_of_those_who_left(built, report):
    situation = built(
        report("120 of the 400 soldiers flew out, the army says. The mayor speaks of 200.", published="2025-03-10")
    )

    assert situation.discrepancies == ()


def test_two_sources_that_measure_one_thing_one_after_the_other_disagree(built, report):
    situation = built(
        report("The dam let go 3.5 million cubic metres of mud, the ministry said.", outlet="A", published="2025-03-10"),
        report(
            "The minister said that 3.5 million cubic metres had escaped. The owner puts the volume at 2.1 million.",
            outlet="B", published="2025-03-10",
        ),
    )  # fmt: skip

    assert [d.relation for d in situation.discrepancies if d.kind == "figure"] == ["source dispute"]


def test_a_part_of_the_wounded_is_no_other_count_of_them(built, report):
    situation = built(
        report(
            "Eighty-seven passengers were injured, of whom 40 have been discharged, the Tern League says.",
            outlet="A", published="2025-03-10",
        ),
        report("The ministry says that 92 passengers were injured.", outlet="B", published="2025-03-10"),
    )  # fmt: skip

    (found,) = (d for d in situation.discrepancies if d.kind == "figure")
    assert [s.value for s in found.sides] == ["92 (ministry)", "87 (Tern League)"]


def test_what_a_count_was_before_is_of_its_own_day_and_dates_no_news(built, report):
    situation = built(
        report(
            "The quake killed dozens. Eleven people are still missing, down from 22 on Monday.\n\n"
            "Prosecutor Antonio Greco has opened an investigation.",
            outlet="A",
            published="2025-04-08",
        )
    )
    missing = {r.low: r.as_of for f in situation.figures for r in f.readings if f.measure == "missing"}
    (probe,) = (e for e in situation.events if "investigation" in e.label)

    assert str(missing[22].latest) == "2025-04-07" == str(missing[22].earliest)
    assert str(missing[11].latest) == "2025-04-08"
    assert str(probe.when.latest) == "2025-04-08"
