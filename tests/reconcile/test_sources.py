"""Which reports go back to one origin, and how many independent sources stand behind a cell."""

import pytest

from consilience.annotate import parsed
from consilience.annotate.spacy_grammar import SpacyGrammar
from consilience.read.documents import make_document
from consilience.read.page import Page
from consilience.reconcile.passages import copied_share, find_passages
from consilience.reconcile.sources import trace_sources


@pytest.fixture(scope="module")
def grammar():
    return SpacyGrammar()


@pytest.fixture
def notes_of(grammar):
    def make(*texts, outlets=(), agencies=()):
        pages = [
            Page(
                path=f"{n}.txt",
                text=f"Report number {n} about the day\n\n{text}\n",
                outlet=outlets[n] if n < len(outlets) else None,
                agencies=(agencies[n],) if n < len(agencies) and agencies[n] else (),
            )
            for n, text in enumerate(texts)
        ]
        return parsed([make_document(p) for p in pages], grammar)

    return make


def families_of(notes):
    """Return the families of two reports and more, as numbers of reports with the reason."""
    numbers = {note.document.id: n for n, note in enumerate(notes)}
    shared = [f for f in trace_sources(notes).families if f.reason != "alone"]
    return [([numbers[d] for d in f.documents], f.reason) for f in shared]


def sentence(note, words):
    """Return the sentence of a report that holds *words*."""
    at = note.document.text.index(words)
    (found,) = [s for s in note.parse.sentences if s.start <= at < s.end]
    return note.document.span(found.start, found.end)


FLOOD = "The river broke through the dyke at Kelm on Monday night and drowned eleven people, the fire brigade said."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (FLOOD, FLOOD),
        (FLOOD, FLOOD.replace("on Monday night and drowned eleven people", "overnight and drowned at least 11 people")),
        ("Prime Minister Zoë Kaïs rejected the organisation's offer to send monitors to the ports.",
         "Prime Minister Zoe Kais rejected the organization's offer to send monitors to the ports of the south."),
        ('"Nobody will sleep before the last child is found," the mayor said.',
         'She promised that "nobody will sleep before the last child is found", and left for the harbour.'),
        ("He called the plan “a knife in the back of peace”.",
         "The plan is a knife in the back of peace and will not be discussed, the spokesman wrote."),
    ],
)  # fmt: skip
def test_reports_that_share_a_passage_are_one_family(notes_of, first, second):
    assert [documents for documents, _ in families_of(notes_of(first, second))] == [[0, 1]]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # A long name is no passage.
        ("The acting minister of agriculture and rural development of the Republic of Kelmia resigned.",
         "A crowd booed the acting minister of agriculture and rural development of the Republic of Kelmia on Monday."),
        # Two tellings of one fact with its dates.
        ("The editor was arrested on 12 May and released on 15 May after her lawyer complained to the court.",
         "Police say that the man who was arrested on 12 May and released on 15 May had no papers with him."),
        # Phrases of the trade.
        ("The dead include three children, the ministry said in a statement on Friday.",
         "Exports will resume next week, the ministry said in a statement on Friday."),
        # The same event in words of one's own.
        (FLOOD, "Eleven residents of Kelm died when a dyke gave way during the night, according to rescue workers."),
    ],
)  # fmt: skip
def test_reports_that_tell_the_same_in_their_own_words_are_independent(notes_of, first, second):
    assert families_of(notes_of(first, second)) == []


def test_a_report_that_credits_the_agency_whose_words_it_prints_shares_its_origin(notes_of):
    notes = notes_of(FLOOD, FLOOD + " Our reporter saw two boats.", outlets=("KNA", "Post"), agencies=("KNA", "KNA"))

    assert families_of(notes) == [([0, 1], "same agency")]


def test_three_reports_that_share_passages_two_by_two_are_one_family(notes_of):
    a = "Rescuers pulled four survivors from the cellar of a bakery in the morning."
    b = "The president cancelled her trip to the summit and flew over the valley instead."
    c = "Engineers had warned the council twice that the dyke would not hold another spring."

    assert [d for d, _ in families_of(notes_of(f"{a} {b}", f"{b} {c}", f"{a} {c}"))] == [[0, 1, 2]]


def test_copies_are_counted_as_one_source_and_own_reporting_as_another(notes_of):
    own = "A neighbour told this newspaper that the sirens never sounded in her street."
    other = "Hospital records in the district list thirteen deaths from drowning that week."
    notes = notes_of(FLOOD, f"{FLOOD} {own}", other, outlets=("KNA", "Post", "Relief Fund"), agencies=("KNA", "KNA"))
    sources = trace_sources(notes)

    def count(*evidence):
        return len(sources.families_behind(evidence))

    wire, reprint = sentence(notes[0], "river"), sentence(notes[1], "river")
    assert count(wire, reprint) == 1
    assert count(wire, reprint, sentence(notes[1], "sirens")) == 1
    assert count(wire, sentence(notes[1], "sirens")) == 2
    assert count(wire, reprint, sentence(notes[2], "Hospital")) == 2
    assert count() == 0


def test_every_family_that_a_cell_may_name_is_in_the_record(notes_of):
    notes = notes_of(FLOOD, FLOOD, "The ferry runs again.")
    sources = trace_sources(notes)

    cited = [note.document.span(s.start, s.end) for note in notes for s in note.parse.sentences]
    assert {f for span in cited for f in sources.families_behind([span])} <= {f.id for f in sources.families}


def test_a_report_that_shares_nothing_changes_no_family(notes_of):
    before = trace_sources(notes_of(FLOOD, FLOOD))
    after = trace_sources(notes_of(FLOOD, FLOOD, "The ferry runs again."))

    assert set(before.families) < set(after.families)


RELEASE = "The Minister warned that Ostland would close its ports to foreign ships unless observers were admitted within two days."


@pytest.mark.parametrize(
    ("outlet", "families"),
    [("Ministry of Foreign Affairs of Ostland", [([0, 1], "same readout")]), ("Kelm Post", [])],
)
def test_a_release_retold_is_one_source_and_a_paper_that_tells_the_same_is_another(notes_of, outlet, families):
    retold = "He set a deadline: foreign ships find the ports closed if no observers are admitted in two days."

    assert families_of(notes_of(RELEASE, retold, outlets=(outlet,))) == families


def test_the_order_of_the_reports_changes_no_family_but_in_its_order(notes_of):
    texts = (FLOOD, f"{FLOOD} Boats came from Bor.", RELEASE)

    def by_path(notes):
        paths = {note.document.id: note.document.text for note in notes}
        return {frozenset(paths[d].split("\n\n")[1] for d in f.documents) for f in trace_sources(notes).families}

    assert by_path(notes_of(*texts)) == by_path(notes_of(*reversed(texts)))


@pytest.mark.parametrize(
    ("other", "share"),
    [
        (FLOOD, 1.0),  # all of it
        (f"{FLOOD} Nobody had warned the people who live below the old sluice, a farmer said by telephone.", 1.0),
        ("The river broke through the dyke at Kelm on Monday night while the town was asleep.", 0.5),
        ("A fire brigade pumped water from cellars at Orl all through the next day, a farmer said.", 0.0),
    ],
)
def test_the_copied_share_is_that_of_the_shorter_report(notes_of, other, share):
    passages = find_passages(notes_of(FLOOD, other))
    first, second = ([p for p in passages if p.document == n] for n in (0, 1))

    assert copied_share(first, second) == pytest.approx(share, abs=0.15)
    assert copied_share(first, second) == copied_share(second, first)


def test_a_turn_of_phrase_that_many_use_brings_no_reports_together(notes_of):
    doings = ("sold a boat", "lost a dog", "built a wall", "left a union", "met a bishop", "fed a crowd")
    notes = notes_of(
        *(f"According to the mayor of the town, somebody in street {n} {did} there." for n, did in enumerate(doings))
    )

    assert families_of(notes) == []
