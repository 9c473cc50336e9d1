"""The day of every report, with reasons."""

from datetime import date

WIRE = "Interior Minister Arvo Lindqvist resigned on March 11, 2025. Police arrested Tuuli Holm in Oslo."


def published(situation, outlet):
    (found,) = [d.published for d in situation.documents if d.outlet == outlet]
    return found


def test_a_printed_date_is_taken(built, report):
    situation = built(report(WIRE, outlet="A", published="2025-03-12"))

    assert published(situation, "A").earliest == date(2025, 3, 12)
    assert published(situation, "A").basis == "explicit"


def test_a_shared_event_dates_an_undated_report(built, report):
    undated = "Interior Minister Arvo Lindqvist resigned on Tuesday, his office said."

    situation = built(report(WIRE, outlet="A", published="2025-03-12"), report(undated, outlet="B"))

    found = published(situation, "B")
    assert (found.earliest, found.basis) == (date(2025, 3, 11), "inferred")
    assert found.reasons[0].rule == "weekday-of-shared-event"
    assert found.reasons[0].evidence


def test_what_nothing_dates_stays_undated(built, report):
    situation = built(report("The river rose and the bridge was closed.", outlet="A"))

    assert published(situation, "A") is None
