"""The page of records the tool makes itself."""

from itertools import chain
from pathlib import Path

import pytest

from consilience.publish import from_json, to_json, to_page
from consilience.publish.citations import Citations, cited_sentences, cited_words
from consilience.read import read

from .looking import LOADING, Page

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"

HOSTILE = (
    "<script>alert(1)</script> At least 12 people were killed in Radum on Monday, officials said.",
    "President Davit \u202eQorashvan\u202c met <b onclick=alert(1)>Ilian Brodesku</b> in Vienna on Tuesday.",
    "x" * 10_000 + " said that 5 people died. [a](javascript:alert(1)) {{ 7 * 7 }}",
)


@pytest.fixture(scope="module")
def example(built):
    return built(*read([EXAMPLES]).documents)


@pytest.fixture(scope="module")
def hostile(built, report):
    return built(*(report(text, outlet=f"<i>{number}</i>") for number, text in enumerate(HOSTILE)))


@pytest.mark.parametrize("name", ["example", "hostile"])
def test_every_passage_has_its_place_every_link_a_target_and_nothing_is_loaded(name, request):
    record = request.getfixturevalue(name)
    page, citations = Page(to_page(record)), Citations(record)

    assert all(
        citations.passage(span).anchor in page.ids for span in chain(cited_sentences(record), cited_words(record))
    )
    assert {link.removeprefix("#") for link in page.links if link.startswith("#")} <= set(page.ids)
    assert set(page.popovers) <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))
    assert not LOADING & set(page.tags)
    assert not page.handlers


def test_the_example_reads_back_as_it_was_written(example):
    assert from_json(to_json(example)) == example


def test_the_wire_and_its_reprint_share_a_source(example):
    page = Page(to_page(example))

    wire, reprint = (next(d.id for d in example.documents if number in d.path) for number in ("01-", "02-"))
    assert any({wire, reprint} <= set(f.documents) for f in example.families)
    assert "8 reports, " in page.text


def test_the_python_in_the_documentation_runs(example, tmp_path, monkeypatch, capsys):
    guide = (EXAMPLES.parents[1] / "docs" / "record.md").read_text(encoding="utf-8")
    code = guide.split("```python\n")[1].split("```")[0]
    (tmp_path / "out" / "demo").mkdir(parents=True)
    (tmp_path / "out" / "demo" / "record.json").write_bytes(to_json(example))
    monkeypatch.chdir(tmp_path)

    exec(code, {})  # noqa: S102 - our own documentation

    assert capsys.readouterr().out.count(" <- ") == sum(len(event.evidence) for event in example.events)
