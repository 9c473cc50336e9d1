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


def test_what_one_report_tells_and_another_denies_is_one_event_alleged(built, report):
    situation = built(
        report("Arvo Lindqvist resigned on Friday.", outlet="A", published="2025-03-15"),
        report("Arvo Lindqvist did not resign.", outlet="B", published="2025-03-16"),
    )

    (resignation,) = events(situation, "RETREAT")

    assert (resignation.status, len(resignation.documents)) == ("alleged", 2)
    assert resignation.when.earliest.isoformat() == "2025-03-14"
    assert [d.relation for d in situation.discrepancies if resignation.id in d.about] == ["source dispute"]


def test_what_more_reports_deny_than_tell_is_denied(built, report):
    situation = built(
        report("Arvo Lindqvist resigned on Friday.", outlet="A", published="2025-03-15"),
        report("Arvo Lindqvist did not resign.", outlet="B", published="2025-03-16"),
        report(
            "The Bergen Observer withdrew its report that Arvo Lindqvist had resigned.",
            outlet="C",
            published="2025-03-17",
        ),
    )

    (resignation,) = events(situation, "RETREAT")

    assert resignation.status == "denied"


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


def test_a_deed_told_with_and_without_who_did_it_is_one(built, report):
    situation = built(
        report("Sweden cancelled the hospital plane on Friday.", outlet="A", published="2025-03-15"),
        report("The hospital plane was cancelled on Friday.", outlet="B", published="2025-03-16"),
    )

    (cancelled,) = [e for e in situation.events if "cancel" in e.label]
    assert len(cancelled.documents) == 2


def test_what_arrives_is_what_was_sent_and_another_thing_is_not(built, report):
    situation = built(
        report("Sweden will send 60 engineers to Norway on Thursday.", outlet="A", published="2025-03-11"),
        report("The 60 engineers arrived on Friday. A field hospital is expected to arrive on Friday.", outlet="B",
               published="2025-03-15"),
    )  # fmt: skip

    by_status = {e.status: e for e in events(situation, "AID")}
    assert len(by_status["occurred"].documents) == 2
    assert len(by_status["planned"].documents) == 1


def test_a_headline_has_the_state_for_its_minister(built, report):
    text = "Sweden's interior minister, Tuuli Holm, accused the Norwegian operator of opening the gates."

    situation = built(report(text, headline="Sweden blames Norway", outlet="A", published="2025-03-11"))

    (charge,) = events(situation, "ACCUSE")
    assert len(charge.evidence) == 2


def test_an_event_only_named_counts_for_its_report_where_the_report_names_the_place(built, report):
    blast = "A huge explosion tore through the port of Bergen on Tuesday."

    situation = built(
        report(blast, outlet="A", published="2025-03-12"),
        report("Milena Duarte flew to Bergen. She described the blast as an accident.", outlet="B",
               published="2025-03-14"),
        report("Milena Duarte flew to Oslo. She described the blast as an accident.", outlet="C",
               published="2025-03-14"),
    )  # fmt: skip

    (explosion,) = [e for e in situation.events if e.place and e.status == "occurred" and e.type is None]
    assert len(explosion.documents) == 2


def test_two_promises_of_other_matters_stay_two(built, report):
    text = "Milena Duarte agreed to release the ship. Milena Duarte agreed to pay the crew."

    situation = built(report(text, outlet="A", published="2025-03-12"))

    assert len(events(situation, "AGREE")) == 2


def test_a_planned_meeting_that_did_not_take_place_was_not(built, report):
    situation = built(
        report("The foreign ministers will meet in Vienna on Saturday.", outlet="A", published="2025-03-11"),
        report("The foreign ministers were to have met in Vienna on Saturday. The meeting did not take place.",
               outlet="B", published="2025-03-17"),
    )  # fmt: skip

    (meeting,) = events(situation, "CONSULT")
    assert (meeting.status, meeting.when.edtf) == ("denied", "2025-03-15")


def test_whoever_is_named_is_not_told_again_by_his_office(built, report):
    body = "President Milena Duarte of Norway spoke by telephone with Arvo Lindqvist on Monday."
    headline = "Arvo Lindqvist speaks by telephone with the President of Norway"

    situation = built(report(body, headline=headline, outlet="A", published="2025-03-11"))

    (call,) = events(situation, "CONSULT")
    assert len(call.actors) == 2


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Protests erupted in Oslo on Monday.", "Protests in Oslo"),
        (
            "The electoral commission declared on Monday that Anna Berg had been re-elected.",
            "Electoral commission declares Anna Berg re-elected",
        ),
        ("Hours earlier the cabinet had imposed a curfew in Oslo.", "Cabinet imposes curfew in Oslo"),
        ('It is unclear who are the "rebels" that Norway blames.', "Norway blames rebels"),
        ("Norway asked Sweden for help, which sent troops.", "Sweden sends troops"),
    ],
)
def test_a_label_tells_one_deed_with_who_did_it(built, report, text, label):
    situation = built(report(text, outlet="A", published="2025-03-11"))

    assert label in {e.label for e in situation.events}


def test_a_court_that_orders_an_election_does_not_vote(built, report):
    situation = built(report("The Constitutional Court ordered a new election by 31 May.", published="2025-03-11"))

    assert [e.actors for e in situation.events if "lection" in e.label] == [()]


def test_a_deed_told_in_the_same_words_is_one_where_one_report_has_no_name_for_who_did_it(built, report):
    situation = built(
        report("The Ministry of Energy rejects the language of ultimatums.", outlet="A", published="2025-03-11"),
        report("On Tuesday the ministry rejected the language of ultimatums.", outlet="B", published="2025-03-12"),
    )

    (refusal,) = events(situation, "REJECT")
    assert len(refusal.documents) == 2


def test_what_is_offered_or_planned_by_a_noun_is_the_event_that_came(built, report):
    situation = built(
        report("The sides welcomed the initiative of Norway to convene a donors conference on 19 May 2025.", outlet="A",
               published="2025-05-16"),
        report("Norway held a donors conference on 19 May 2025.", outlet="B", published="2025-05-20"),
    )  # fmt: skip

    (conference,) = events(situation, "CONSULT")
    assert (conference.status, conference.when.edtf, len(conference.documents)) == ("occurred", "2025-05-19", 2)


def test_who_addresses_a_meeting_takes_part_in_it(built, report):
    text = "The promise was made by Tuuli Holm while addressing an extraordinary meeting of the ministers on Tuesday."

    situation = built(report(text, outlet="A", published="2025-03-12"))

    (meeting,) = events(situation, "CONSULT")
    assert meeting.label == "Tuuli Holm and ministers meet"


def test_a_meeting_that_somebody_welcomes_is_the_one_to_come(built, report):
    situation = built(
        report(
            "Milena Duarte welcomed the meeting of the Nordic Council on Monday.", outlet="A", published="2025-03-06"
        ),
        report("The Nordic Council met on Monday for two hours.", outlet="B", published="2025-03-11"),
    )

    (meeting,) = events(situation, "CONSULT")
    assert (meeting.when.edtf, len(meeting.documents)) == ("2025-03-10", 2)


def test_what_came_later_in_a_story_is_not_of_the_report_s_day(built, report):
    situation = built(
        report("Norway appealed on Thursday to the Nordic Alliance for help.", outlet="A", published="2025-03-07"),
        report(
            "Prices had doubled. Norway later asked the Nordic Alliance for help.", outlet="B", published="2025-03-20"
        ),
    )

    (asked,) = events(situation, "REQUEST")
    assert (asked.when.edtf, len(asked.documents)) == ("2025-03-06", 2)


def test_a_headline_and_its_lead_tell_one_event_in_other_words(built, report):
    situation = built(
        report(
            "The gunmen holding a ferry freed 30 women and children on Tuesday, officials said.",
            headline="Hijackers free 30 hostages",
            published="2030-11-12",
        )
    )

    (release,) = events(situation, "RETREAT")

    names = {e.id: e.name for e in situation.entities}
    assert {names[r] for r in release.recipients} == {"women", "children"}


def test_a_visit_planned_and_made_is_one(built, report):
    situation = built(
        report("Environment Minister Klara Vesk will visit Bergen on Wednesday.", outlet="A", published="2032-02-03"),
        report("Klara Vesk visited the stricken town of Bergen yesterday.", outlet="B", published="2032-02-05"),
    )

    (visit,) = events(situation, "CONSULT")

    assert (visit.status, len(visit.documents)) == ("occurred", 2)


def test_the_summit_is_no_talk_of_two(built, report):
    situation = built(
        report(
            "Omar Siddal met Anna Berg on Tuesday. Maria Kolsan told the summit that she had offered to mediate.",
            published="2031-09-17",
        )
    )

    meeting = next(e for e in events(situation, "CONSULT") if len(e.actors) == 2)

    assert len(meeting.evidence) == 1


def test_what_is_done_at_a_meeting_is_of_its_day_and_place(built, report):
    situation = built(
        report(
            "The cabinet met in Bergen on Wednesday.\n\nThe cabinet, at its meeting, declared a curfew in the north.",
            published="2025-03-14",
        )
    )

    (curfew,) = events(situation, "COERCE")

    assert curfew.when.earliest.isoformat() == curfew.when.latest.isoformat() == "2025-03-12"


def test_of_printed_days_most_reports_are_right(built, report):
    situation = built(
        report("Arvo Lindqvist resigned on Friday.", outlet="A", published="2025-03-15"),
        report("Arvo Lindqvist resigned on Thursday.", outlet="B", published="2025-03-15"),
        report("Arvo Lindqvist resigned on 13 March.", outlet="C", published="2025-03-17"),
    )

    (resignation,) = events(situation, "RETREAT")

    assert resignation.when.earliest.isoformat() == "2025-03-13"


def test_an_unrest_that_goes_on_is_one(built, report):
    situation = built(
        report("Protests erupted in Norway on 2 January.", outlet="A", published="2025-01-08"),
        report("The unrest in Norway spread further.", outlet="B", published="2025-01-07"),
        report("The cabinet met after violent riots took place in Norway.", outlet="C", published="2025-01-17"),
    )

    (unrest,) = events(situation, "PROTEST")

    assert (len(unrest.documents), unrest.when.earliest.isoformat()) == (3, "2025-01-02")


def test_the_label_names_what_broke(built, report):
    situation = built(
        report("The dam failed on Monday.", outlet="A", published="2025-03-11"),
        report("The Zhelyn dam broke on Monday.", outlet="B", published="2025-03-12"),
    )

    assert [e.label for e in situation.events] == ["Zhelyn dam breaks"]


def test_who_tells_of_help_is_not_who_is_helped(built, report):
    situation = built(
        report(
            "Norway will support Kazakhstan, Vice President Fuat Berg said Monday after violent riots took place there.",
            published="2025-01-17",
        )
    )

    names = {e.id: e.name for e in situation.entities}
    (support,) = events(situation, "SUPPORT")

    assert [names[r] for r in support.recipients] == ["Kazakhstan"]


def test_the_year_of_a_report_is_not_the_year_in_which_somebody_is_accused_over_it(built, report):
    situation = built(
        report(
            "Mayor Paolo Rinaldi accused the ministry of ignoring a 2019 report on the hospital.",
            outlet="A",
            published="2025-04-07",
        )
    )
    charge = next(e for e in situation.events if e.type == "ACCUSE")

    assert charge.when.latest.year == 2025


def test_two_denials_of_one_talk_are_one_event_of_no_day(built, report):
    situation = built(
        report("There was no meeting between Milena Duarte and Arvo Lindqvist.", outlet="A", published="2025-03-11"),
        report(
            "A meeting of President Milena Duarte with a candidate, invented by an agency, never took place.",
            outlet="B",
            published="2025-03-17",
        ),
    )

    (talk,) = events(situation, "CONSULT")

    assert (talk.status, len(talk.documents), talk.when) == ("denied", 2, None)


def test_days_counted_from_an_event_that_the_report_dates_are_its_days(built, report):
    situation = built(
        report(
            "A blast hit the depot in Bergen on Tuesday. Three days after the blast Arvo Lindqvist resigned.",
            published="2025-03-17",
        )
    )

    (resignation,) = events(situation, "RETREAT")

    assert resignation.when.edtf == "2025-03-14"


def test_a_ruling_put_off_is_not_a_strike_called_off(built, report):
    situation = built(
        report("The ruling was put off on Friday because a judge was ill.", outlet="A", published="2025-03-15"),
        report("Last Friday the opposition called off its general strike.", outlet="B", published="2025-03-16"),
    )

    assert all(len(e.documents) == 1 for e in situation.events)


def test_a_threat_by_what_is_said_is_labelled_as_one(built, report):
    situation = built(report("President Arvo Lindqvist said Norway would close its ports unless he was freed."))

    assert [e.label for e in events(situation, "THREATEN")] == ["Arvo Lindqvist threatens to close ports"]


def test_what_soon_led_to_something_is_not_of_the_day_of_the_report(built, report):
    situation = built(
        report("On Wednesday Milena Duarte asked the Vesna Council for help.", outlet="A", published="2025-03-06"),
        report(
            "Milena Duarte asked the Vesna Council for help, and troops soon arrived.",
            outlet="B",
            published="2025-03-17",
        ),
    )

    (asked,) = events(situation, "REQUEST")

    assert (asked.when.edtf, len(asked.documents)) == ("2025-03-05", 2)


def test_those_who_exchanged_views_did_so_in_their_call(built, report):
    situation = built(
        report(
            "Milena Duarte resigned on March 6. Foreign Minister Anna Vesk had a telephone conversation with Foreign "
            "Minister Emil Tarn on March 7. The ministers exchanged views on the vote.",
            published="2025-03-07",
        )
    )

    (call,) = events(situation, "CONSULT")

    assert call.when.edtf == "2025-03-07"


def test_a_talk_known_as_somebodys_is_of_the_day_another_report_has_it(built, report):
    situation = built(
        report(
            "Anna Vesk held separate phone calls with Emil Tarn and Ulla Renk on March 6.",
            outlet="A",
            published="2025-03-07",
        ),
        report(
            "Anna Vesk stressed, during her contacts with Emil Tarn and Ulla Renk, that the dam was safe.",
            outlet="B",
            published="2025-03-14",
        ),
    )

    calls = events(situation, "CONSULT")

    assert [(c.when.edtf, len(c.documents)) for c in calls] == [("2025-03-06", 2)] * 2


def test_police_who_shot_are_not_the_police_post_that_was_attacked(built, report):
    situation = built(
        report(
            'Police opened fire on a crowd in Bergen on Friday. "Armed elements attacked a police post," a spokesman said. '
            "Norway was troubled by the shooting.",
            published="2025-03-15",
        )
    )

    assert len(events(situation, "ASSAULT")) == 2


def test_two_who_back_a_state_each_back_it_for_themselves(built, report):
    situation = built(
        report("Sweden stood with Norway on Monday.", outlet="A", published="2025-03-11"),
        report("Volunteers backed Norway on Monday.", outlet="B", published="2025-03-11"),
    )

    assert len(events(situation, "SUPPORT")) == 2


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The siege of the bank in Bergen ended on Monday.", "Siege of the bank ended"),
        ("Police in Bergen fired tear gas at a crowd.", "Police fire tear gas in Bergen"),
    ],
)
def test_a_label_has_each_word_once(built, report, text, label):
    assert label in {e.label for e in built(report(text)).events}


@pytest.mark.parametrize(("published", "day"), [("2025-03-13", "2025-03-12"), ("2025-03-10", "2025-03-12")])
def test_what_was_to_be_was_to_be_on_the_nearer_day(built, report, published, day):
    situation = built(report("The border, which was to reopen on Wednesday, remained closed.", published=published))

    assert [e.when.edtf for e in situation.events if e.status == "planned"] == [day]


def test_the_two_presidents_are_the_one_named_and_the_other_of_the_pile(built, report):
    situation = built(
        report(
            "President Milena Duarte of Norway spoke by telephone with President Arvo Lindqvist of Sweden on March 11.",
            outlet="A",
            published="2025-03-11",
        ),
        report(
            "In the second conversation between the two presidents, which took place on March 13, President Duarte said "
            "that Swedish experts may visit Norway.",
            outlet="B",
            published="2025-03-14",
        ),
    )

    names = {e.id: e.name for e in situation.entities}
    calls = sorted((c.when.edtf, sorted(names[a] for a in c.actors)) for c in events(situation, "CONSULT") if c.mode)

    assert calls == [(f"2025-03-{day}", ["Arvo Lindqvist", "Milena Duarte"]) for day in (11, 13)]
