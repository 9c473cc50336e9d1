"""One event across reports, its label, its status and its sources."""

import pytest


def events(situation, lemma_type):
    return [e for e in situation.events if e.type == lemma_type]


def test_an_event_two_reports_tell_is_one_with_two_sources(built, report):
    situation = built(
        report("Police arrested Tuuli Holm in Oslo on Monday.", outlet="A", published="2025-03-11"),
        report("On Monday the police arrested Tuuli Holm at her home.", outlet="B", published="2025-03-12"),
    )

    (arrest,) = events(situation, "COERCE")

    assert len(arrest.documents) == 2
    assert len(arrest.families) == 2


def test_two_calls_of_the_same_two_people_on_two_days_stay_two(built, report):
    call = "President Milena Duarte spoke by telephone with President Arvo Lindqvist on {}."

    situation = built(
        report(call.format("March 3, 2025"), outlet="A", published="2025-03-04"),
        report(call.format("March 10, 2025"), outlet="B", published="2025-03-11"),
    )

    assert len(events(situation, "CONSULT")) == 2


def test_a_plan_stays_a_plan(built, report):
    situation = built(report("Norway will withdraw its troops on Friday.", outlet="A", published="2025-03-11"))

    (withdrawal,) = events(situation, "RETREAT")

    assert withdrawal.status == "planned"
    assert withdrawal.when.earliest.isoformat() == "2025-03-14"


def test_a_plan_carried_out_is_one_event_that_occurred(built, report):
    situation = built(
        report("Norway will withdraw its troops on Friday.", outlet="A", published="2025-03-11"),
        report("Norway withdrew its troops on Friday.", outlet="B", published="2025-03-15"),
    )

    (withdrawal,) = events(situation, "RETREAT")

    assert (withdrawal.status, len(withdrawal.evidence)) == ("occurred", 2)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Police arrested Tuuli Holm in Oslo on Monday.", "Police arrest Tuuli Holm in Oslo"),
        ("Tuuli Holm was arrested on Monday.", "Tuuli Holm arrested"),
        (
            "Milena Duarte, who leads Norway, held a telephone conversation with Arvo Lindqvist.",
            "Milena Duarte and Arvo Lindqvist speak by telephone",
        ),
        ("The dam above the town, which was old, collapsed on Monday.", "Dam collapses"),
        ("Norway will withdraw its troops.", "Norway to withdraw troops"),
        ("Norway did not attack Sweden.", "Norway attacks Sweden (denied)"),
        ("The government lifted the curfew in Bergen on Sunday.", "Government lifts curfew in Bergen"),
        (
            "Milena Duarte named Arvo Lindqvist as acting minister.",
            "Milena Duarte names Arvo Lindqvist as acting minister",
        ),
        ("Norway agreed to withdraw its troops.", "Norway agrees to withdraw troops"),
    ],
)
def test_a_label_is_a_short_clause_of_names_and_a_fixed_verb(built, report, text, label):
    situation = built(report(text, outlet="A", published="2025-03-11"))

    assert label in [e.label for e in situation.events]


def test_no_label_begins_with_a_pronoun(built, report):
    text = "The ship, which soldiers boarded, left. They met Tuuli Holm, whom it had promised help. It collapsed."

    situation = built(report(text, outlet="A", published="2025-03-11"))

    firsts = {e.label.split()[0].casefold() for e in situation.events}
    assert not firsts & {"it", "they", "which", "whom", "who", "that"}


def test_the_call_is_the_call_told_before(built, report):
    text = (
        "President Milena Duarte spoke by telephone with President Arvo Lindqvist on Monday. "
        "The conversation lasted an hour."
    )

    situation = built(report(text, outlet="A", published="2025-03-11"))

    (call,) = events(situation, "CONSULT")
    assert len(call.evidence) == 2


def test_a_meeting_announced_in_one_report_and_held_in_two_is_one(built, report):
    situation = built(
        report("Milena Duarte will meet Arvo Lindqvist in Oslo on Friday.", outlet="A", published="2025-03-11"),
        report("Milena Duarte met Arvo Lindqvist in Oslo on Friday.", outlet="B", published="2025-03-15"),
        report("Arvo Lindqvist met Milena Duarte on Friday for an hour.", outlet="C", published="2025-03-16"),
    )

    (meeting,) = events(situation, "CONSULT")

    assert (meeting.status, len(meeting.documents)) == ("occurred", 3)


def test_a_blast_and_an_explosion_of_one_day_are_one(built, report):
    situation = built(
        report("An explosion tore through a factory in Bergen on Monday.", outlet="A", published="2025-03-11"),
        report("A blast in Bergen on Monday shook the town.", outlet="B", published="2025-03-12"),
    )

    (blast,) = [e for e in situation.events if e.type is None]

    assert len(blast.documents) == 2


def test_a_curfew_and_its_end_are_two_events(built, report):
    situation = built(
        report("The government imposed a curfew in Bergen on Monday.", outlet="A", published="2025-03-11"),
        report("The government lifted the curfew in Bergen on Friday.", outlet="B", published="2025-03-15"),
    )

    assert sorted(str(e.type) for e in situation.events) == ["COERCE", "CONCEDE"]


def test_what_one_report_tells_and_another_denies_stays_apart(built, report):
    situation = built(
        report("Arvo Lindqvist resigned on Friday.", outlet="A", published="2025-03-15"),
        report("Arvo Lindqvist did not resign.", outlet="B", published="2025-03-16"),
    )

    assert sorted(e.status for e in events(situation, "RETREAT")) == ["denied", "occurred"]


def test_a_day_after_is_the_day_before(built, report):
    text = "Sweden said on Wednesday it would appeal, a day after police arrested Tuuli Holm."

    situation = built(report(text, outlet="A", published="2025-03-12"))

    (arrest,) = [e for e in situation.events if e.mode == "arrest"]
    assert arrest.when.earliest.isoformat() == "2025-03-11"


def test_a_plan_for_a_weekday_is_for_the_next_one(built, report):
    situation = built(
        report("Milena Duarte called a cabinet meeting for Wednesday.", outlet="A", published="2025-03-11")
    )

    (meeting,) = events(situation, "CONSULT")

    assert meeting.when.earliest.isoformat() == "2025-03-12"


def test_a_headline_takes_up_the_call_told_below_it_and_no_other(built, report):
    body = "President Milena Duarte spoke by telephone with President Arvo Lindqvist on {}."
    headline = "President Duarte speaks with the President of Norway"

    situation = built(
        report(body.format("March 3, 2025"), outlet="A", published="2025-03-04", headline=headline),
        report(body.format("March 10, 2025"), outlet="B", published="2025-03-11"),
    )

    assert sorted(e.when.edtf for e in events(situation, "CONSULT")) == ["2025-03-03", "2025-03-10"]


def test_the_second_call_has_its_own_day(built, report):
    text = (
        "In the second conversation between Milena Duarte and Arvo Lindqvist, which took place on 13 March 2025, "
        "Milena Duarte repeated her offer."
    )

    situation = built(report(text, outlet="A", published="2025-03-14"))

    (call,) = events(situation, "CONSULT")
    assert call.when.edtf == "2025-03-13"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Sweden's foreign ministry said it had offered help to Norway.", "2025-03-11"),
        ("The mayor told reporters that police had arrested Tuuli Holm.", "2025-03-11"),
        ("The mayor knew Tuuli Holm, whom police had arrested.", None),
    ],
)
def test_the_past_perfect_of_what_somebody_said_is_news_and_any_other_lies_further_back(built, report, text, day):
    situation = built(report(text, outlet="A", published="2025-03-11"))

    (deed,) = [e for e in situation.events if e.type in {"AID", "COERCE", "AGREE"}]

    assert (deed.when.latest.isoformat() if deed.when else None) == day


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("Norway welcomed the offer of Austria to host a meeting in Vienna on 15 March.", "SUPPORT", "2025-03-11"),
        ("Norway demanded a full explanation of what happened in the night to Monday.", "REQUEST", "2025-03-11"),
        ("Sweden has offered help and said its envoy would travel to Vienna on Friday.", "AGREE", "2025-03-11"),
        (
            "Sweden said on Monday it would appeal, a day after its police boarded the ship and wounded a sailor.",
            "ASSAULT",
            "2025-03-09",
        ),
        ("When the dam broke on Monday, Norway demanded an inquiry.", "REQUEST", "2025-03-10"),
        ("After prices doubled on 2 March, Norway imposed a curfew in Oslo.", "COERCE", None),
        ("On Friday it was Norway who called. It threatened to close its ports.", "THREATEN", "2025-03-07"),
        ("A letter dated 4 February 2019 shows that the ministry of ports banned the cargo.", "COERCE", "2019-02-04"),
    ],
)
def test_an_event_has_the_day_of_the_time_that_governs_its_clause(built, report, text, kind, day):
    situation = built(report(text, outlet="A", published="2025-03-11"))

    (deed,) = events(situation, kind)

    assert (deed.when.latest.isoformat() if deed.when else None) == day


def test_an_hour_told_after_a_deadline_is_of_the_report_s_day(built, report):
    text = "Sweden will release the ship by the weekend. At noon, Milena Duarte spoke with Arvo Lindqvist."

    situation = built(report(text, outlet="A", published="2025-03-12"))

    (talk,) = events(situation, "CONSULT")
    assert talk.when.edtf == "2025-03-12"


def test_a_plan_that_came_to_nothing_keeps_its_day(built, report):
    text = "The foreign ministers were to have met in Vienna on Saturday."

    situation = built(report(text, outlet="A", published="2025-03-17"))

    (meeting,) = events(situation, "CONSULT")
    assert meeting.when.edtf == "2025-03-15"
