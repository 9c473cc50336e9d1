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
