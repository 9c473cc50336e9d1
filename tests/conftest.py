"""Reports made of words, and what the tool finds in them."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

from consilience.annotate import annotate, parsed
from consilience.annotate.spacy_grammar import SpacyGrammar
from consilience.pipeline import build
from consilience.read.documents import make_document
from consilience.read.page import Page

# The same examples every time, so that a run says nothing else than the one before; `HYPOTHESIS_PROFILE=search` looks
# for new ones. What it finds is written down as an example of its test.
settings.register_profile("steady", derandomize=True)
settings.register_profile("search", settings.get_profile("default"))
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

#: A headline that names nobody, so that a test's one sentence is the lead of a report.
HEADLINE = "What is known so far this morning"


@pytest.fixture(scope="session")
def grammar():
    return SpacyGrammar()


@pytest.fixture(scope="session")
def report():
    """Make a document: `report("Twelve died.", outlet="A", published="2025-03-11")`."""

    def make(text, *, outlet=None, published=None, name=None, headline=HEADLINE):
        given = (published,) if published else ()
        path = name or f"{outlet or 'report'}.txt"
        return make_document(Page(path=path, text=f"{headline}\n\n{text}\n", outlet=outlet, published=given))

    return make


@pytest.fixture(scope="session")
def annotated(grammar, report):
    """Annotate one report of the given text."""

    def make(text, **about):
        (notes,) = parsed([report(text, **about)], grammar)
        return annotate(notes)

    return make


@pytest.fixture(scope="session")
def built(grammar):
    """Build the record of documents."""
    return lambda *documents: build(documents, grammar=grammar)


def quote(notes, mention):
    """Return the words of a mention."""
    return notes.document.text[mention.start : mention.end]
