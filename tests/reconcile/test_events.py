"""One event across reports, its status and its sources."""


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
