"""Days of publication, authors, papers and agencies as pages print them."""

import pytest

from consilience.read.datelines import dateline_end
from consilience.read.dates import address_date, find_dates
from consilience.read.documents import make_document
from consilience.read.page import Page


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("March 09 2021 18:20:00", "2021-03-09"),
        ("Port Lind, 9 March 2021", "2021-03-09"),
        ("09.03.2021", "2021-03-09"),
        ("Tues., Sept. 3rd, 2019", "2019-09-03"),
        ("2021-03-09T18:20:00+01:00", "2021-03-09"),
        ("25/12/2023", "2023-12-25"),
        ("the 4th of July 1999", "1999-07-04"),
        ("Sept 9", "1904-09-09"),
        ("29 February", "1904-02-29"),
    ],
)
def test_a_day_is_read_as_printed(text, expected):
    (found,) = find_dates(text)

    assert found.days.earliest.isoformat() == found.days.latest.isoformat() == expected
    assert found.year_known == (not expected.startswith("1904"))


@pytest.mark.parametrize(
    "text",
    [
        "03/04/2024",
        "31 June 2020",
        "May be",
        "route 12.3.45",
        "version 2.10.1999.4",
        "March on the palace",
        "sat down",
        "10 to 22",
        "Sun rises at 6",
    ],
)
def test_what_only_looks_like_a_day_is_none(text):
    assert find_dates(text) == []


def test_a_lone_weekday_is_any_day_of_the_year_that_is_not_printed():
    (found,) = find_dates("Tuesday 08:25 | Updated 5 minutes ago")

    assert (found.weekday, found.year_known, found.days.days) == (1, False, 366)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://post.example/2021/03/09/ferry", "2021-03-09"),
        ("https://post.example/news/2024-5-6-ferry", "2024-05-06"),
        ("archive/20210309_ferry.txt", "2021-03-09"),
        ("007_91098217dc311ae5.txt", None),
        ("report-20249916.txt", None),
        ("https://post.example/id/120210309", None),
    ],
)
def test_an_address_may_tell_a_day(address, expected):
    found = address_date(address)

    assert (found.earliest.isoformat() if found else None) == expected


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("KELM, Ostland, May 3 (KNA) - A ferry sank.", "KELM, Ostland, May 3 (KNA) - "),
        ("NEW KELM (KNA) — A ferry sank.", "NEW KELM (KNA) — "),
        ("Kelm, 9 March The ministry said no.", "Kelm, 9 March "),
        ("KELM, March 10. /TAZ/. A ferry sank.", "KELM, March 10. /TAZ/. "),
        ("PORT-AU-LAC – A ferry sank.", "PORT-AU-LAC – "),
        ("(KNA) - A ferry sank.", "(KNA) - "),
        ("Kelm, Ostland (KNA) – A ferry sank.", "Kelm, Ostland (KNA) – "),
        ("A ferry sank.", ""),
        ("The minister - a former captain - resigned.", ""),
        ("A HUGE wave sank the ferry.", ""),
        ("Ann Lee (Civic Front) won the seat.", ""),
        ("On 9 March The Post wrote that it was over.", ""),
        ("Kelm's mayor, Bo Ek, said no - again.", ""),
    ],
)
def test_a_dateline_ends_where_the_report_begins(text, dateline):
    assert text[: dateline_end(text)] == dateline


def document(*lines, **fields):
    return make_document(Page(path="x.txt", text="\n\n".join(lines), **fields))


STORY = (
    "Ferry with 40 on board runs aground",
    "The ferry Alma ran aground off Kelm on 3 May 2019 with 40 people on board.",
)


def printed(found):
    return [(p.rule, p.days.earliest.isoformat()) for p in found.printed]


def test_a_day_inside_the_report_is_not_its_own():
    assert printed(document(*STORY)) == []


def test_the_day_of_a_change_is_not_the_day_of_publication():
    found = document(STORY[0], "Published: 9 March 2021 | Updated: 10 March 2021", STORY[1])

    assert printed(found) == [("page", "2021-03-09")]


def test_a_day_beside_a_link_is_another_reports():
    assert printed(document(*STORY, "Read more: Ferry owner held", "8 March 2021")) == []


def test_the_surest_day_comes_first():
    found = document("10 March 2021", *STORY, given="2021-03-09", url="https://post.example/2021/03/11/ferry")

    assert printed(found) == [("given", "2021-03-09"), ("page", "2021-03-10"), ("url", "2021-03-11")]


@pytest.mark.parametrize(
    ("lines", "outlet"),
    [
        (("The Kelm Observer | World | Tuesday", *STORY), "The Kelm Observer"),
        (("HOME | NEWS | SPORT", *STORY), None),
        ((*STORY, "© 2021 Kelm Courier Ltd. All rights reserved"), "Kelm Courier"),
        (("MINISTRY OF TRANSPORT OF OSTLAND", *STORY), "MINISTRY OF TRANSPORT OF OSTLAND"),
        ((STORY[0], "KELM (KNA) - " + STORY[1]), "KNA"),
        ((*STORY, "Press Service of the President of Ostland"), "Press Service of the President of Ostland"),
        (("ANALYSIS", *STORY), None),
        (STORY, None),
    ],
)
def test_the_paper_is_named_by_its_masthead_dateline_or_copyright(lines, outlet):
    assert document(*lines).outlet == outlet


@pytest.mark.parametrize(
    ("lines", "agencies"),
    [
        ((STORY[0], "KELM (Agence France-Presse) - " + STORY[1]), ("AFP",)),
        ((*STORY, "Nobody was hurt, the owner said. (KNA)"), ("KNA",)),
        ((*STORY, "Additional reporting: KNA"), ("KNA",)),
        ((STORY[0], "By our staff in Kelm, with KNA", STORY[1]), ("KNA",)),
        ((STORY[0], "The Alma off Kelm. Photo: Bo Ek/Reuters", STORY[1]), ()),
        ((STORY[0], "A ferry lies on the rocks\nAFP", STORY[1]), ()),
        ((*STORY, "The World Health Organization (WHO) sent tents."), ()),
        ((*STORY, "(Reporting by Ann Lee; Editing by Bo Ek)"), ()),
    ],
)
def test_agencies_are_those_whose_words_are_printed(lines, agencies):
    assert document(*lines).agencies == agencies


def test_the_author_is_named_without_by():
    assert document(STORY[0], "By Ann Lee and Bo Ek", STORY[1]).byline == "Ann Lee and Bo Ek"
