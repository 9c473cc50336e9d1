from base64 import b64encode
from hashlib import sha256
from itertools import chain

import pytest
from msgspec.structs import replace

from consilience.model import BuiltWith, Event, Family, Report, Segment, Situation, Span
from consilience.publish import to_page
from consilience.publish.as_page import safe_link
from consilience.publish.citations import Citations, cited_sentences, cited_words
from consilience.publish.coverage import count_sources

from .looking import LOADING, Page


@pytest.fixture(scope="session")
def page(situation) -> Page:
    return Page(to_page(situation))


def bare_report(text: str, **fields) -> Report:
    """Return a report that is nothing but its text."""
    given = {"id": "x", "path": "x.txt", "outlet": None, "agencies": (), "url": None, "title": "", "byline": None,
             "language": "en", "published": None, "segments": (), "notes": ()} | fields  # fmt: skip
    return Report(text=text, **given)


def bare_situation(*reports: Report, events: tuple[Event, ...] = (), title: str = "Nothing much") -> Situation:
    """Return a record of *reports* in which hardly anything was found."""
    return Situation(
        schema=1, title=title, span=None, built_with=BuiltWith("0", "none", "none"), documents=reports, families=(),
        entities=(), events=events, statements=(), figures=(), discrepancies=(), timeline=(),
    )  # fmt: skip


def bare_event(*evidence: Span) -> Event:
    return Event(
        id="e", label="something happens", type=None, mode=None, contexts=(), actors=(), recipients=(), reciprocal=False,
        when=None, place=None, status="occurred", said_by=None, documents=("x",), evidence=evidence, families=(),
    )  # fmt: skip


def test_every_span_the_record_cites_can_be_reached_on_the_page(situation, page):
    citations = Citations(situation)

    for span in chain(cited_sentences(situation), cited_words(situation)):
        passage = citations.passage(span)
        assert passage is not None
        assert passage.anchor in page.ids
        assert passage.mark in page.ids or passage.shared in page.ids


def test_every_cell_shows_its_marks(situation, page):
    citations = Citations(situation)

    for event in situation.events:
        for span in event.evidence:
            assert page.popovers.count(citations.passage(span).mark) >= 2, "once in the cell, once in the report"


def test_every_link_and_every_mark_leads_somewhere(page):
    assert {link.removeprefix("#") for link in page.links if link.startswith("#")} <= set(page.ids)
    assert set(page.popovers) <= set(page.ids)


def test_every_id_is_unique(page):
    assert len(page.ids) == len(set(page.ids))


def test_nothing_is_loaded_and_only_our_own_script_and_style_may_run(situation, page):
    html = to_page(situation).decode()

    for name in ("style", "script"):
        own = html.split(f"<{name}>")[1].split(f"</{name}>")[0]
        assert f"{name}-src 'sha256-{b64encode(sha256(own.encode()).digest()).decode()}'" in page.policy
    assert page.scripts == 1
    assert not LOADING & set(page.tags)
    assert not page.handlers
    assert all(link.startswith("#") for link in page.links)
    assert page.policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in page.policy


def test_the_style_sheet_loads_nothing_either(situation):
    style = to_page(situation).decode().split("<style>")[1].split("</style>")[0]

    assert "url(" not in style
    assert "@import" not in style


def test_two_renderings_are_the_same_bytes(situation):
    assert to_page(situation) == to_page(situation)


def test_the_anchor_of_a_sentence_stays_when_a_report_is_added(situation):
    fewer = replace(situation, documents=situation.documents[2:])
    before, after = Citations(fewer), Citations(situation)

    for span in cited_sentences(situation):
        if span.document not in {"01", "02"}:
            assert before.passage(span).anchor == after.passage(span).anchor


def test_a_call_that_four_sources_tell_in_five_reports_says_so(page):
    assert "4 sources / 5 reports" in page.text


def test_what_is_planned_hoped_denied_or_alleged_says_so_in_words(page):
    assert all(
        word in page.text for word in ("planned", "hoped by energy ministry", "denied", "alleged by Goran Telmari")
    )


def test_both_sides_of_a_dispute_stand_beside_each_other_with_their_outlets(page):
    dispute = page.text.split("Where reports disagree")[2].split("Figures")[0]

    assert "31, says the National Emergency Directorate" in dispute
    assert "44 bodies, says Clearwater Relief" in dispute
    assert "Ilva Valley Online" in dispute


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        '"><svg onload=alert(1)>',
        "'><a href='javascript:alert(1)'>",
        "</style><script>alert(1)</script>",
        "{{ 7 * 7 }}{% raw %}",
        "]]><!-- ",
    ],
)
def test_hostile_text_is_shown_and_does_nothing(attack):
    report = bare_report(attack, id=attack, path=attack, outlet=attack, title=attack, byline=attack, agencies=(attack,),
                         language=attack, notes=(attack,), url=f"javascript:{attack}")  # fmt: skip
    event = replace(bare_event(Span(attack, 0, len(attack))), id=attack, label=attack, mode=attack, documents=(attack,),
                    actors=(attack,), place=attack, families=(attack,), said_by=attack)  # fmt: skip

    page = Page(to_page(bare_situation(report, events=(event,), title=attack)))

    assert not LOADING & set(page.tags)
    assert page.scripts == 1
    assert not page.handlers
    assert all(link.startswith("#") for link in page.links)
    assert attack in page.text
    assert len(page.ids) == len(set(page.ids))


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://news.example/a?b=1", True),
        ("http://news.example", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        (" https://news.example", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,<b>", False),
        ("file:///etc/passwd", False),
        ("//news.example", False),
        ("https:", False),
        ("http://[", False),
        ("", False),
        (None, False),
    ],
)
def test_only_web_addresses_become_links(url, shown):
    assert (safe_link(url) is not None) == shown


def test_direction_overrides_stay_within_the_passage_that_holds_them():
    text = "He said \u202egnihton."
    html = to_page(bare_situation(bare_report(text), events=(bare_event(Span("x", 0, len(text))),))).decode()

    assert f">{text}</bdi>" in html


def test_a_word_of_ten_thousand_characters_may_break():
    html = to_page(bare_situation(bare_report("x" * 10_000))).decode()

    assert "x" * 10_000 in html
    assert "overflow-wrap: anywhere" in html


def test_control_characters_and_half_characters_do_not_reach_the_page():
    html = to_page(bare_situation(bare_report("a\x00b\x1b[31mc\ud800d")))

    assert b"\x00" not in html
    assert b"\x1b" not in html
    assert "a\ufffdb\ufffd[31mc\ufffdd".encode() in html


def test_a_report_in_which_nothing_was_found_still_makes_a_page():
    page = Page(to_page(bare_situation(bare_report("Nothing."))))

    assert "No event and no count of people was found" in page.text
    assert "it takes two reports to disagree" in page.text


def test_an_empty_record_makes_a_page():
    assert "No disagreement was found" in Page(to_page(bare_situation())).text


def test_spans_that_leave_the_text_or_name_no_report_do_no_harm():
    report = bare_report("Short.", segments=(Segment(0, 500, "headline"), Segment(3, 3, "link")))

    page = Page(to_page(bare_situation(report, events=(bare_event(Span("x", 2, 900), Span("nowhere", 0, 5)),))))

    assert "Short." in page.text


def test_every_form_of_a_name_shows_a_passage_that_writes_it(situation, page):
    names = page.text.split("Who and where")[2].split("The reports")[0]

    for form, why in {
        "Davit Korashvan ×1": "spelt alike",
        "Ghorashvan ×1": "spelt alike",
        "Brodesku ×": "part of the name",
        "JIRC ×3": "initials",
    }.items():
        after = names.split(form)[1].lstrip("0123456789 ")
        assert after.startswith(why), form
        assert after.removeprefix(why).strip()[:1] in set("ABCDEFGH"), form


def test_a_wire_and_its_reprint_are_one_of_seven_sources(situation, page):
    assert count_sources(situation) == 7
    assert "8 reports, 7 apparently independent sources" in page.text


def test_a_report_that_is_also_a_source_of_its_own_adds_none(situation):
    own = Family(id="own", documents=("02",), origin=None, reason="alone", shared=())

    assert count_sources(replace(situation, families=(*situation.families, own))) == 7


def test_the_method_names_what_was_skipped_and_why():
    situation = bare_situation(bare_report("Nothing."))
    skipped = [("b.pdf", "It is locked."), ("a.zip", "It is broken."), ("b.pdf", "It is locked.")]

    method = Page(to_page(situation, skipped=skipped)).text.split("Inputs that were skipped")[1]

    assert method.index("a.zip: It is broken.") < method.index("b.pdf: It is locked.")
    assert method.count("b.pdf") == 1
    assert to_page(situation, skipped=skipped) == to_page(situation, skipped=skipped[::-1])
    assert "were skipped" not in Page(to_page(situation)).text


def test_a_long_list_of_what_was_skipped_is_folded_and_whole():
    html = to_page(bare_situation(), skipped=[(f"f{n:03}.bin", "No report.") for n in range(500)]).decode()

    assert "488 more inputs" in html
    assert all(f"f{n:03}.bin" in html for n in range(500))


def test_names_of_skipped_files_run_nothing_and_turn_nothing():
    name = '<script>alert(1)</script>"onload=x\x1b[31m\u202efdp\ud800.exe'

    html = to_page(bare_situation(), skipped=[(name, "<img src=x onerror=y>")]).decode()

    assert "<bdi>&lt;script&gt;alert(1)&lt;/script&gt;&#34;onload=x\ufffd[31m\u202efdp\ufffd.exe</bdi>" in html
    assert "<img src=x" not in html
