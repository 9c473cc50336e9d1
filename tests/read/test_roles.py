"""What each line of a page is."""

import pytest

from consilience.read.documents import make_document
from consilience.read.page import Page

from .pages import PAGES


def laid_out(lines):
    """Return the text of a page: a blank line between lines; none before one that begins with "+".

    A dateline stands on the line of what follows it, unless it has neither dash nor stop.
    """
    text = ""
    for _, line in lines:
        if line.startswith("+"):
            text = (
                text.rstrip("\n")
                + ("\n" if not text.rstrip("\n").endswith(("-", "—", "–", "/.")) else " ")
                + line[1:]
                + "\n\n"
            )
        else:
            text += line + "\n\n"
    return text


@pytest.mark.parametrize("name", PAGES)
def test_every_line_of_a_page_has_its_role(name):
    lines = PAGES[name]

    document = make_document(Page(path="x.txt", text=laid_out(lines)))

    shown = [(s.role, document.text[s.start : s.end]) for s in document.segments]
    assert shown == [(role, line.removeprefix("+")) for role, line in lines]
