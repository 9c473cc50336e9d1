"""Whatever comes in: never a traceback, never a report lost without saying so, never without bounds."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from consilience.read import read
from consilience.read.documents import make_document
from consilience.read.page import Page


def covered(document):
    """Say whether segments are in order, apart, and hold every character that is not blank."""
    inside = set()
    for segment in document.segments:
        inside |= set(range(segment.start, segment.end))
    apart = all(a.end <= b.start for a, b in pairwise(document.segments))
    filled = all(s.start < s.end for s in document.segments)
    return apart and filled and all(n in inside or c.isspace() for n, c in enumerate(document.text))


LINES = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.sampled_from(
            [
                "By Ann Lee",
                "KELM, May 3 (KNA) - A ferry sank.",
                "Read more »",
                "3 May 2021",
                "| a | b |",
                "- one",
                "\u2028",
                "©",
                "A. B.",
                "\t",
            ]
        ),
    ),
    max_size=12,
)


@settings(max_examples=150, deadline=None)
@given(LINES, st.sampled_from(["\n", "\n\n", "\r\n"]))
@example(["HEADLINE"], "\n")
@example(["Subject:", "HEADLINE"], "\n\n")
@example(["HEADLINE | HEADLINE"], "\n")
@example(["Date: | A | B"], "\n")
def test_segments_cover_any_text(lines, end):
    document = make_document(Page(path="a.txt", text=end.join(lines).replace("\r\n", "\n")))

    assert covered(document)
    assert all(0 <= s.start < s.end <= len(document.text) for p in document.printed for s in p.spans)


@settings(max_examples=60, deadline=None)
@given(
    content=st.binary(max_size=300),
    name=st.sampled_from(["a.txt", "a.md", "a.html", "a.eml", "a.csv", "a.json", "a.jsonl", "a.zip", "a.mbox"]),
)
def test_any_bytes_are_read_or_skipped_with_a_reason(tmp_path_factory, content, name):
    file = tmp_path_factory.mktemp("any") / name
    file.write_bytes(content)

    reading = read([file])

    assert all(covered(d) for d in reading.documents)
    assert all(s.reason for s in reading.skipped)


@pytest.mark.parametrize(
    "name", ["a.html", "a.eml", "a.docx", "a.pdf", "a.zip", "a.csv", "a.json", "a.rss", "a.warc", "a.txt", "a.mbox"]
)
def test_an_empty_file_of_any_form_is_skipped_or_empty(tmp_path, name):
    file = tmp_path / name
    file.write_bytes(b"")

    reading = read([file])

    assert reading.documents == ()


def test_a_page_nested_ten_thousand_deep_ends(tmp_path):
    file = tmp_path / "deep.html"
    file.write_text("<html><body>" + "<div>" * 10_000 + "<p>The ferry sank on Monday.</p>" + "</div>" * 10_000)

    reading = read([file])

    assert len(reading.documents) + len(reading.skipped) == 1


def test_a_page_that_breaks_off_keeps_what_it_has(tmp_path):
    file = tmp_path / "cut.html"
    file.write_text(
        "<html><body><article><h1>Ferry sinks off Kelm</h1><p>The ferry Alma sank on Monday off Kelm, the coast guard said, and 40 people were sa"
    )

    (document,) = read([file]).documents

    assert document.title == "Ferry sinks off Kelm"


def test_a_line_of_twenty_megabytes_is_bounded_and_told(tmp_path):
    file = tmp_path / "long.txt"
    file.write_text("The ferry sank again and again. " * 650_000)

    (document,) = read([file]).documents

    assert covered_quickly(document)
    assert max(s.end - s.start for s in document.segments if s.role == "body") <= 20_000
    assert any("characters were read" in note for note in document.notes)


def covered_quickly(document):
    ends = [0, *(s.end for s in document.segments)]
    starts = [*(s.start for s in document.segments), len(document.text)]
    return all(not document.text[a:b].strip() for a, b in zip(ends, starts, strict=True))


def test_other_encodings_are_read_with_a_note(tmp_path):
    latin, marked, wide = (tmp_path / name for name in ("latin.txt", "marked.txt", "wide.txt"))
    text = "Café blast kills two in Orléans\r\n\r\nTwo people were killed in a café in Orléans, the préfecture said on Monday.\r\n"
    latin.write_bytes(text.encode("cp1252"))
    marked.write_bytes(text.encode("utf-8-sig"))
    wide.write_bytes(text.encode("utf-16"))

    documents = read([latin, marked, wide]).documents

    assert [d.text for d in documents[1:]] == [text.replace("\r\n", "\n")] * 2
    assert "\r" not in documents[0].text
    assert [bool(d.notes) for d in documents] == [True, False, True]


def test_two_files_with_one_text_are_two_documents_and_one_file_is_one(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Ferry sinks off Kelm\n\nThe ferry Alma sank on Monday off Kelm.\n")

    reading = read([tmp_path, tmp_path / "a.txt"])

    assert [Path(d.path).name for d in reading.documents] == ["a.txt", "b.txt"]
    assert len({d.id for d in reading.documents}) == 2
    assert len(reading.skipped) == 1


def test_a_document_has_the_same_id_wherever_it_lies(tmp_path):
    ids = set()
    for folder in ("one", "two/three"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "a.txt").write_text("Ferry sinks off Kelm\n")
        ids |= {d.id for d in read([tmp_path / folder]).documents}

    assert len(ids) == 1


def test_a_folder_without_reports_says_so(tmp_path):
    (tmp_path / ".hidden").write_text("x")

    (skipped,) = read([tmp_path]).skipped

    assert "no file" in skipped.reason


def test_a_report_in_another_language_stays_with_a_note(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text(
        "Fähre läuft vor Kelm auf Grund\n\nDie Fähre Alma ist am Dienstag mit 40 Menschen an Bord vor Kelm auf Grund gelaufen, wie die Küstenwache mitteilte.\n"
    )

    (document,) = read([file]).documents

    assert document.language == "de"
    assert any("not supported" in note for note in document.notes)
