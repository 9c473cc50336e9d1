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
