"""Time expressions as they stand in reports, read against the Wednesday 15 May 2024."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consilience.annotate.times import times_in
from consilience.chronology import resolve_all
from consilience.model import Interval

REPORT_DAY = Interval(date(2024, 5, 15), date(2024, 5, 15))


def days_told(text, published=REPORT_DAY):
    """Return the words of each time with the days they mean, as `words: earliest..latest`."""
    found = [t for line in [text] for t in times_in(line)]
    days = resolve_all((t.expression for t in found), published)
    return [(text[t.start : t.end], _shown(d)) for t, (d, _) in zip(found, days, strict=True)]


def _shown(days):
    if days is None:
        return None
    return f"{days.earliest}" if days.days == 1 else f"{days.earliest}..{days.latest}"


ONE_TIME = [
    # absolute
    ("The depot was shelled on 3 March 2022.", "3 March 2022", "2022-03-03"),
    ("It opened on March 3, 2022, in the rain.", "March 3, 2022", "2022-03-03"),
    ("Filed 2022-01-07 by the desk", "2022-01-07", "2022-01-07"),
    ("Stand vom 16.05.2024 der Redaktion", "16.05.2024", "2024-05-16"),
    ("It was founded in 1987.", "1987", "1987-01-01..1987-12-31"),
    ("It was signed in November 2021.", "November 2021", "2021-11-01..2021-11-30"),
    ("The 2018 cup went to another town.", "2018", "2018-01-01..2018-12-31"),
    ("Few cars were sold in the 1960s.", "the 1960s", "1960-01-01..1969-12-31"),
    ("Sales fell in the second quarter of 2023.", "the second quarter of 2023", "2023-04-01..2023-06-30"),
    ("He left in late 2022.", "late 2022", "2022-09-01..2022-12-31"),
    ("“[Ten] years ago,” she said, “it was a field.”", "[Ten] years ago", "2014-01-01..2014-12-31"),
    # partial: the side comes from the tense
    ("The bridge collapsed on May 14.", "May 14", "2024-05-14"),
    ("The court will sit on 20 May.", "20 May", "2024-05-20"),
    ("The talks are slated for Sept. 3.", "Sept. 3", "2024-09-03"),
    ("The strike began in February.", "February", "2024-02-01..2024-02-29"),
    ("The dam should be finished by October.", "October", "2024-10-01..2024-10-31"),
    ("A June 3 hearing was set.", "June 3", "2024-06-03"),
    ("The truce was agreed on 27 November last year.", "27 November last year", "2023-11-27"),
    ("The 14 May vote was close.", "14 May", "2024-05-14"),
    ("They last met on the 3rd of December.", "the 3rd of December", "2023-12-03"),
    # weekdays
    ("The minister resigned on Monday.", "Monday", "2024-05-13"),
    ("The minister said Wednesday that he would stay.", "Wednesday", "2024-05-15"),
    ("The council will meet on Friday.", "Friday", "2024-05-17"),
    ("The council is to meet on Friday.", "Friday", "2024-05-17"),
    ("On Friday the council will vote.", "Friday", "2024-05-17"),
    ("On Friday the council voted.", "Friday", "2024-05-10"),
    ("The fair was off to a bright start on Saturday.", "Saturday", "2024-05-11"),
    ("Voting begins on Sunday.", "Sunday", "2024-05-19"),
    ("The meeting takes place this Friday.", "this Friday", "2024-05-17"),
    ("He was shot last Sunday.", "last Sunday", "2024-05-12"),
    ("The vote comes next Tuesday.", "next Tuesday", "2024-05-21"),
    ("Police fired on Friday night.", "Friday night", "2024-05-10"),
    ("The raid began before dawn on Tuesday.", "dawn on Tuesday", "2024-05-14"),
    ("The port has been shut since Sunday.", "Sunday", "2024-05-12..2024-05-15"),
    # near the report
    ("He flew home today.", "today", "2024-05-15"),
    ("He flew home yesterday afternoon.", "yesterday afternoon", "2024-05-14"),
    ("He flies home tomorrow.", "tomorrow", "2024-05-16"),
    ("Two shots were heard this morning.", "this morning", "2024-05-15"),
    ("Two shots were heard last night.", "last night", "2024-05-14"),
    ("Four villages were shelled overnight.", "overnight", "2024-05-14..2024-05-15"),
    ("He resigned last week.", "last week", "2024-05-06..2024-05-12"),
    ("The bank reopens next month.", "next month", "2024-06-01..2024-06-30"),
    ("He fled last year.", "last year", "2023-01-01..2023-12-31"),
    ("Clashes went on over the weekend.", "the weekend", "2024-05-11..2024-05-12"),
    ("The harvest failed last summer.", "last summer", "2023-06-01..2023-08-31"),
    ("The law was passed at the end of last year.", "the end of last year", "2023-12-01..2023-12-31"),
    ("Sales rose in the first quarter of last year.", "the first quarter of last year", "2023-01-01..2023-03-31"),
    # shifts
    ("He was arrested eight days ago.", "eight days ago", "2024-05-07"),
    ("The mine closed two years ago.", "two years ago", "2022-01-01..2022-12-31"),
    ("The mine closed a decade ago.", "a decade ago", "2014-01-01..2014-12-31"),
    ("The troops leave over the next 10 days.", "the next 10 days", "2024-05-15..2024-05-25"),
    ("It has rained for the past week.", "the past week", "2024-05-08..2024-05-15"),
    # ranges
    ("Fighting raged from 6 to 7 October 2023.", "6 to 7 October 2023", "2023-10-06..2023-10-07"),
    ("He was governor (2015-2018).", "2015-2018", "2015-01-01..2018-12-31"),
    ("Shops closed between Monday and Wednesday.", "Monday and Wednesday", "2024-05-13..2024-05-15"),
    ("The fair ran from April 28 to May 3.", "April 28 to May 3", "2024-04-28..2024-05-03"),
    ("From Monday to Friday the shops closed early.", "Monday to Friday", "2024-05-13..2024-05-17"),
    ("Drones struck on the night of 12-13 May.", "12-13 May", "2024-05-12..2024-05-13"),
    # clocks belong to their day
    ("The blast came at 5:42 p.m. (1442 GMT) on Tuesday.", "5:42 p.m. (1442 GMT) on Tuesday", "2024-05-14"),
    ("At 3:15 a.m. local time on May 9 the first shell fell.", "3:15 a.m. local time on May 9", "2024-05-09"),
    ("The siren sounded at 18:00 UTC.", "18:00 UTC", "2024-05-15"),
    # no days: a length of time
    ("He served a 27-year sentence.", "27-year", None),
    ("It lasted several weeks.", "several weeks", None),
    ("Two days after the blast the pier burned.", "Two days", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "days"), ONE_TIME, ids=[row[0] for row in ONE_TIME])
def test_a_time_is_found_and_means_these_days(text, words, days):
    assert days_told(text) == [(words, days)]


FROM_THE_ONE_BEFORE = [
    ("The ship sank on 2 May. The next day divers went down.", ["2024-05-02", "2024-05-03"]),
    ("The ship sank on 2 May 2023. Eleven days later it was raised.", ["2023-05-02", "2023-05-13"]),
    ("He was elected in 2019. A year later he was gone.",
     ["2019-01-01..2019-12-31", "2020-01-01..2020-12-31"]),
    ("The guards came on Friday at 8 p.m. and left at 11 p.m.", ["2024-05-10", "2024-05-10"]),
    ("Sales fell in March compared with the same month last year.",
     ["2024-03-01..2024-03-31", "2023-03-01..2023-03-31"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "days"), FROM_THE_ONE_BEFORE)
def test_some_times_are_counted_from_the_one_spoken_of_before(text, days):
    assert [d for _, d in days_told(text)] == days


NO_TIMES = [
    "Buses on Route 6 were full.",
    "He may go and she may stay.",
    "They march on the capital.",
    "March on, he told them.",
    "The second man ran.",
    "Holm, 49, was not there.",
    "Statement No. 118 was short.",
    "Flight 2019 was late.",
    "Some 2000 people came.",
    "The Sunday Times asked him.",
    "It fell by 2024 tonnes.",
    "Shoppers fought on Black Friday.",
    "The fall of the town was near.",
    "April Winters, a nurse, waited.",
    "The house at 1600 Mill Lane burned.",
    "It cost $2018 a head.",
    "More than 1,950 boats came.",
]


@pytest.mark.parametrize("text", NO_TIMES)
def test_these_are_no_times(text):
    assert days_told(text) == []


def test_an_undated_report_keeps_its_weekdays_unresolved():
    assert days_told("The minister resigned on Monday.", published=None) == [("Monday", None)]


def test_a_report_dated_to_two_days_widens_what_is_counted_from_it():
    two_days = Interval(date(2024, 5, 14), date(2024, 5, 15))

    assert days_told("He fled yesterday.", published=two_days) == [("yesterday", "2024-05-13..2024-05-14")]


@given(st.text(max_size=300))
def test_no_text_breaks_the_grammar_and_every_time_lies_in_it(text):
    end = 0
    for time in times_in(text):
        assert end <= time.start < time.end <= len(text)
        end = time.end


@given(st.lists(st.sampled_from("the last next 5 14 2024 May may Monday - to from and of week days ago later early at 31 "
                                "5:42 p.m. ( ) , . quarter first since end year 99 0 half a few 0000".split()), max_size=14))  # fmt: skip
def test_no_salad_of_time_words_breaks_the_calendar(words):
    text = " ".join(words)

    days_told(text)
