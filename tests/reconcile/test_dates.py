"""The day of every report, with reasons."""

from datetime import date

import pytest
from msgspec.structs import replace

from consilience.annotate import parsed
from consilience.annotate.spacy_grammar import SpacyGrammar
from consilience.model import Interval, PrintedDate
from consilience.read.documents import make_document
from consilience.read.page import Page
from consilience.reconcile.dating import printed_publication

WIRE = "Interior Minister Arvo Lindqvist resigned on March 11, 2025. Police arrested Tuuli Holm in Oslo."


def published(situation, outlet):
    (found,) = [d.published for d in situation.documents if d.outlet == outlet]
    return found


@pytest.fixture
def report(report):
    """Reports with headlines of their own: a headline in common would date them alike."""

    def make(text, *, outlet, published=None):
        return report(text, outlet=outlet, published=published, headline=f"What {outlet} knows")

    return make


def rules(publication):
    return [reason.rule for reason in publication.reasons]


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


#: What a dated report says on 12 March 2025, a Wednesday; what an undated one says; the day; a rule that must be named.
PAIRS = {
    "sentences about one thing, without an event in common": (
        "A lorry with 40 tonnes of seed potatoes lay across the Orre viaduct on 10 March.",
        "On Monday seed potatoes rolled down the Orre viaduct from an overturned lorry.",
        date(2025, 3, 10),
        "weekday-of-shared-event",
    ),
    "an appointment that was announced and kept": (
        "The harbour board will hear the dredging company on Tuesday, 18 March.",
        "The dredging company was heard by the harbour board on Tuesday, and both sides stayed calm.",
        date(2025, 3, 18),
        "weekday-of-shared-event",
    ),
    "a date told as past": (
        "The ferry Alma sank off Kelm on Tuesday.",
        "Since the storm of 15 March nobody has gone fishing at Kelm. The mayor wept on Sunday.",
        date(2025, 3, 16),
        "news-weekday",
    ),
    "a weekday that the text itself gives for its own": (
        "The ferry Alma sank off Kelm on Tuesday with its cargo of grain.",
        "It is Friday. The ferry Alma, which sank off Kelm with its cargo of grain, was not raised.",
        date(2025, 3, 14),
        "told-weekday",
    ),
    "days counted from an event": (
        "The mill of Orre Grain exploded on 10 March, the fire brigade said.",
        "On Thursday, ten days after the explosion at the mill, the owner of Orre Grain gave up.",
        date(2025, 3, 20),
        "days-after-event",
    ),
}


@pytest.mark.parametrize("case", PAIRS)
def test_an_undated_report_is_dated_by(case, built, report):
    dated, undated, day, rule = PAIRS[case]

    situation = built(report(dated, outlet="A", published="2025-03-12"), report(undated, outlet="B"))

    found = published(situation, "B")
    assert found.earliest <= day <= found.latest
    assert (found.latest - found.earliest).days <= 1
    assert rule in rules(found)
    assert all(reason.evidence for reason in found.reasons)


def test_a_report_that_quotes_a_release_does_not_precede_it(built, report):
    release = "President Ada Lund said today: “No dam of ours will ever again be opened at night without a warning.”"
    story = "Lund was firm: “No dam of ours will ever again be opened at night without a warning.” Nobody clapped."

    situation = built(
        report(release, outlet="Presidency of Ostland", published="2025-03-12"), report(story, outlet="B")
    )

    assert published(situation, "B").earliest >= date(2025, 3, 12)


def test_a_higher_count_is_later_and_the_same_count_is_of_the_same_days(built, report):
    first = report("The landslide at Orre has killed 14 people, rescuers said.", outlet="A", published="2025-03-12")
    last = report("The landslide at Orre has killed 31 people, rescuers said.", outlet="B", published="2025-03-16")
    undated = report("The landslide at Orre has killed 31 people, and nobody knows why.", outlet="C")

    situation = built(first, last, undated)

    assert date(2025, 3, 15) <= published(situation, "C").earliest <= date(2025, 3, 17)


def test_one_undated_report_dates_the_next(built, report):
    dated = report(
        "The senate of Ostland voted on the harbour law on 11 March 2025.", outlet="A", published="2025-03-11"
    )
    second = report(
        "The senate of Ostland voted on the harbour law on Tuesday. Pilots at Kelm threw flares on Wednesday.",
        outlet="B",
    )
    third = report("Pilots at Kelm, who threw flares yesterday, went back to work.", outlet="C")

    situation = built(dated, second, third)

    assert published(situation, "B").earliest == date(2025, 3, 12)
    assert published(situation, "C").earliest == date(2025, 3, 13)


def test_the_order_of_the_reports_changes_nothing(built, report):
    reports = [
        report(WIRE, outlet="A", published="2025-03-12"),
        report("Interior Minister Arvo Lindqvist resigned on Tuesday, his office said.", outlet="B"),
        report("Arvo Lindqvist resigned yesterday, and Tuuli Holm was arrested in Oslo.", outlet="C"),
    ]

    assert built(*reports) == built(*reversed(reports))


def test_a_clue_that_contradicts_the_day_is_shown(built, report):
    dated = report("The mill at Orre exploded on 10 March and nine millers died.", outlet="A", published="2025-03-12")
    undated = report("It is Friday. The mill at Orre exploded on Monday. It is Sunday, a reader writes.", outlet="B")

    situation = built(dated, undated)

    assert "conflict" in rules(published(situation, "B"))


@pytest.mark.parametrize(
    ("printed", "conflicts"),
    [
        ("Thursday, 13 March\n\n", 0),
        ("Monday, 13 March\n\n", 1),
        ("Monday, 13 March 2025\n\n", 1),
        ("Monday 08:25\n\n13 March\n\n", 1),
        ("Friday 08:25\n\n13 March\n\n", 0),  # the page of the morning after
    ],
)
def test_a_weekday_that_the_printed_day_is_not_is_a_visible_conflict(printed, conflicts, built, report):
    said = "Deputy minister Ada Lund took over on Wednesday, her office said."

    situation = built(report(WIRE, outlet="A", published="2025-03-12"), report(f"{printed}{said}", outlet="B"))

    found = published(situation, "B")
    assert found.earliest == date(2025, 3, 13)
    assert rules(found).count("conflict") == conflicts
    assert all(reason.evidence for reason in found.reasons)


def test_a_report_that_no_day_fits_shows_both_reasons(built, report):
    text = "The vote is scheduled for 20 March. The council was dissolved on 25 March, Ada Lund said."

    situation = built(report(WIRE, outlet="A", published="2025-03-12"), report(text, outlet="B"))

    told = " ".join(reason.explanation for reason in published(situation, "B").reasons)
    assert "“25 March” is the newest day it tells as past." in told
    assert "Against it: “20 March” is told as still to come." in told


def test_the_today_of_one_report_is_not_that_of_another(built, report):
    dated = "The senate of Ostland today passed the harbour law of Kelm. It will vote on the pilots' pay on Friday."
    undated = (
        "The senate of Ostland today passed the pilots' pay, with the harbour law of Kelm in force. It met on Friday."
    )

    situation = built(report(dated, outlet="A", published="2025-03-12"), report(undated, outlet="B"))

    assert published(situation, "B").latest >= date(2025, 3, 14)


def test_what_is_planned_for_a_date_is_told_before_it(built, report):
    kept = "Yesterday's ferry inquiry at Kelm heard the pilot of the Alma and nine rescuers."
    plan = "An inquiry into the ferry Alma, with nine rescuers and the pilot, is planned at Kelm for 19 March."

    situation = built(report(kept, outlet="A", published="2025-03-20"), report(plan, outlet="B"))

    assert published(situation, "B").latest < date(2025, 3, 19)


def test_the_wire_is_not_younger_than_the_paper_that_credits_it(built):
    wire = "A lorry with potatoes overturned on the Orre viaduct on Monday and blocked the road to Kelm for nine hours."
    paper = make_document(
        Page(
            path="p.txt",
            text=f"Road to Kelm shut\n\n{wire} (KNA)\n",
            outlet="Post",
            agencies=("KNA",),
            published=("2025-03-11",),
        )
    )
    agency = make_document(Page(path="k.txt", text=f"Lorry overturns near Kelm\n\n{wire}\n", outlet="KNA"))

    found = published(built(paper, agency), "KNA")

    assert date(2025, 3, 10) <= found.earliest
    assert found.latest <= date(2025, 3, 11)


@pytest.mark.parametrize(
    ("said", "least"),
    [
        ("Last Monday Arvo Lindqvist's deputy wept, a clerk of the Ostland interior ministry said.", date(2025, 3, 12)),
        ("On Monday Arvo Lindqvist's deputy wept, a clerk of the Ostland interior ministry said.", date(2025, 3, 10)),
    ],
)
def test_last_monday_is_not_yesterday(said, least, built, report):
    dated = "Arvo Lindqvist's deputy wept on Monday, a clerk of the interior ministry of Ostland said."

    situation = built(report(dated, outlet="A", published="2025-03-12"), report(said, outlet="B"))

    assert published(situation, "B").earliest >= least


def printed_on(rule, day):
    return PrintedDate(rule=rule, days=Interval(day, day), year_known=True, weekday=None, spans=())


@pytest.mark.parametrize(
    ("printed", "day", "conflicts"),
    [
        ({"metadata": date(2023, 7, 1), "url": date(2021, 3, 9)}, date(2023, 7, 1), 1),  # one word against another
        ({"metadata": date(2023, 7, 1), "page": date(2021, 3, 9), "url": date(2021, 3, 9)}, date(2021, 3, 9), 1),
        ({"metadata": date(2021, 3, 10), "page": date(2021, 3, 9), "url": date(2021, 3, 9)}, date(2021, 3, 10), 0),
        ({"given": date(2020, 1, 1), "page": date(2021, 3, 9), "url": date(2021, 3, 9)}, date(2020, 1, 1), 0),
        ({"metadata": date(2021, 3, 9), "path": date(2024, 5, 5)}, date(2021, 3, 9), 0),  # saved later
    ],
)
def test_days_that_a_page_gives_against_each_other_end_in_a_choice_and_a_visible_conflict(printed, day, conflicts):
    document = replace(
        make_document(Page(path="a.txt", text=WIRE)), printed=tuple(printed_on(*p) for p in printed.items())
    )
    (notes,) = parsed([document], SpacyGrammar())

    found = printed_publication(notes, None)

    assert found.earliest == day
    assert [reason.rule for reason in found.reasons[1:]] == ["conflict"] * conflicts


def test_a_visit_of_one_guest_dates_the_report_that_counts_days_to_it(built, report):
    situation = built(
        report(
            "President Milena Duarte thanked the envoy, Arvo Lindqvist, whom she received on Wednesday for the second time.",
            outlet="A",
            published="2025-03-13",
        ),
        report(
            "Arvo Lindqvist rang Tuuli Holm eight days ago and flew to Norway the next morning.",
            outlet="B",
        ),
    )

    assert published(situation, "B").earliest == date(2025, 3, 19)
