"""What each line of a page is."""

import pytest

from consilience.read.documents import make_document
from consilience.read.page import Page

from .pages import PAGES


def laid_out(lines):
    """Return the text of a page."""
    gaps = {"/": "\n", "+": " "}
    return "".join(gaps.get(line[:1], "\n\n") + line.lstrip("/+") for _, line in lines).lstrip()


@pytest.mark.parametrize("name", PAGES)
def test_every_line_of_a_page_has_its_role(name):
    lines = PAGES[name]

    document = make_document(Page(path="x.txt", text=laid_out(lines)))

    shown = [(s.role, document.text[s.start : s.end]) for s in document.segments]
    assert shown == [(role, line.lstrip("/+")) for role, line in lines]


@pytest.mark.parametrize(
    "line",
    [
        "Share prices of the ferry's owner fell by a fifth on Wednesday.",
        "Live fire was heard near the bridge, witnesses said.",
        "Thousands of young men sign up for the army every week.",
        "Breaking the siege would take weeks, a general said.",
        "Sources in the ministry said that the order came from above.",
        "By Tuesday evening the water had reached the church.",
        "Photographs from the scene show a burnt bus.",
        "Related protests were held in four other towns.",
        "Home Minister Bo Ek denied that he had resigned.",
        '"We and our partners will not accept this," the minister said.',
        "The views expressed by the envoy are not those of the council, it said.",
        "Updated figures put the dead at 19.",
        "Contact with the crew was lost at 14:05.",
        "Print works in the capital stood still.",
        "He read more than 400 pages of evidence.",
        "UN - what it cannot do, it should not promise, she said.",
        "Money was contributed from abroad, prosecutors say.",
    ],
)
def test_a_sentence_that_begins_like_furniture_is_the_report(line):
    page = Page(
        path="x.txt",
        text=f"Ferry runs aground off Kelm\n\nThe ferry Alma ran aground on Tuesday.\n\n{line}\n\nNobody was hurt, the owner said.\n",
    )

    document = make_document(page)

    kept = "".join(document.text[s.start : s.end] for s in document.segments if s.role == "body")
    assert line in kept


def test_a_release_is_told_by_its_office_even_where_the_file_is_named_after_it():
    text = "Presidency of Ostland\n\nPresident Lund meets miners\n\nKelm, 10 March 2021\n\nPresident Lund met miners today.\n"

    document = make_document(Page(path="04-presidency-of-ostland.txt", text=text))

    assert (document.outlet, document.title) == ("Presidency of Ostland", "President Lund meets miners")


def test_an_agency_in_a_staff_byline_is_credited():
    text = "Ferry sinks off Kelm\n\nBy our foreign staff and Northern Press Agency\n\nThe ferry Alma sank on Tuesday.\n"

    document = make_document(Page(path="x.txt", text=text))

    assert document.agencies == ("Northern Press Agency",)
