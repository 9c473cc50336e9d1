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
    assert [s.value.split(" (")[0] for s in dispute.sides] == ["38 then 29", "124"]
    assert [s.value for s in update.sides] == ["38", "29"]


def test_a_downward_revision_is_an_update(pair):
    situation = pair(
        "The health ministry said on Monday that 146 people had been killed.",
        "The health ministry said on Thursday that 141 people had been killed.",
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
            "The health ministry reports 163 deaths as of Monday.\n\n"
            "The Tern League counts 171 deaths as of Monday, as its figure includes eight people who died in Tesso.",
            outlet="A",
            published="2025-03-10",
        )
    )

    assert told(situation) == ["scope differs"]


def test_a_number_that_another_report_repeats_without_a_source_is_no_dispute(pair):
    situation = pair("Police said 12 people were killed on Monday.", "The clashes of Monday killed 12 people.")

    assert told(situation) == []


def test_a_list_of_parts_that_does_not_make_its_whole_is_shown(built, report):
    situation = built(
        report(
            "The ferry sank with 26 people on board.\n\nThe crew are 11 Indians, eight Filipinos, four Georgians and "
            "two Greeks, the company said.",
            outlet="A",
            published="2025-03-10",
        )
    )

    assert told(situation) in ([], ["unresolved"])


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
