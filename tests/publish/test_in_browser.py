"""The page in a real browser: Debian's chromium, driven by playwright, with axe-core."""

from __future__ import annotations

import os
import re
import shutil
from contextlib import contextmanager
from pathlib import Path

import pytest

from consilience.publish import to_page
from consilience.publish.citations import Citations
from consilience.read import read

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples" / "reports"
HARBOUR = next(
    (up / "shared" / "data" / "crises" / "harbour" / "reports" for up in ROOT.parents if (up / "shared").exists()),
    ROOT / "shared",
)
CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)
REQUIRED = os.environ.get("CONSILIENCE_BROWSER") == "required"

if CHROMIUM is None and not REQUIRED:
    pytest.skip("no chromium was found; .ci/run installs it", allow_module_level=True)

from axe_playwright_python.sync_playwright import Axe  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

HOSTILE = (
    "<script>document.title='owned'</script> At least 12 people were killed in Radum on Monday, officials said.",
    "President Davit \u202eQorashvan\u202c met <b onclick=\"document.title='owned'\">Ilian Brodesku</b> in Vienna on Tuesday.",
    "x" * 10_000 + " said that 5 people died. [a](javascript:document.title='owned')",
    "<img src=x onerror=\"document.title='owned'\"> Three people were hurt, the ministry said on Monday. </style></script><svg onload=alert(1)>",
    'وقال الوزير "لن نسمح بذلك" يوم الاثنين.',
)


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as play:
        running = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture(scope="module")
def written(built, report, tmp_path_factory):
    """Return a function that writes the page of a named record and gives its file and its record."""
    made: dict[str, tuple[Path, object]] = {}

    def write(name: str):
        if name not in made:
            reports = (
                [report(text, outlet=f"<i>{number}</i>") for number, text in enumerate(HOSTILE)]
                if name == "hostile"
                else read([{"example": EXAMPLES, "harbour": HARBOUR}[name]]).documents
            )
            record = built(*reports)
            file = tmp_path_factory.mktemp(name) / "report.html"
            file.write_bytes(to_page(record))
            made[name] = file, record
        return made[name]

    return write


@contextmanager
def opened(browser, file: Path, **context):
    held = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **context})
    page = held.new_page()
    page.problems = []
    page.on("pageerror", lambda problem: page.problems.append(str(problem)))
    page.on("console", lambda said: page.problems.append(said.text) if said.type == "error" else None)
    page.goto(file.as_uri())
    yield page
    held.close()


def named(name: str) -> str:
    if name == "harbour" and not HARBOUR.exists():
        pytest.skip("../shared is not here")
    return name


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["example", "harbour"])
def test_axe_finds_nothing_with_everything_open(browser, written, name, scheme):
    file, _ = written(named(name))

    with opened(browser, file, color_scheme=scheme, bypass_csp=True) as page:
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        page.evaluate("document.querySelector('aside [popover]').showPopover()")
        found = Axe().run(page).response["violations"]

    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == []


def test_the_script_runs_without_a_word_of_complaint(browser, written):
    with opened(browser, written("example")[0]) as page:
        assert page.locator(".tools form").count() == 2
        assert page.problems == []


def test_every_mark_opens_by_key_closes_by_key_and_gives_the_focus_back(browser, written):
    file, record = written("example")

    with opened(browser, file, java_script_enabled=True) as page:
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        marks = page.locator("main [popovertarget]")
        walked = {}
        for number in range(marks.count()):
            mark = marks.nth(number)
            target = mark.get_attribute("popovertarget")
            if target in walked:
                continue
            mark.focus()
            page.keyboard.press("Enter")
            opened_panel = page.evaluate("id => document.getElementById(id).matches(':popover-open')", target)
            page.keyboard.press("Tab")
            inside = page.evaluate("id => document.getElementById(id).contains(document.activeElement)", target)
            page.keyboard.press("Escape")
            back = page.evaluate("id => document.activeElement.getAttribute('popovertarget') === id", target)
            walked[target] = opened_panel and inside and back

    assert all(walked.values())
    assert set(walked) == {passage.mark for passage in Citations(record).passages if not passage.shared}


def test_tab_alone_reaches_every_mark_that_stands_open(browser, written):
    with opened(browser, written("example")[0], java_script_enabled=False) as page:
        expected = page.locator("main [popovertarget]:visible").count()
        reached = 0
        for _ in range(3_000):
            page.keyboard.press("Tab")
            if page.locator("main [popovertarget]:focus").count():
                reached += 1
            if reached == expected:
                break

    assert reached == expected


def test_a_mark_leads_to_its_sentence_and_back_leads_to_the_mark(browser, written):
    with opened(browser, written("example")[0]) as page:
        mark = page.locator("#now [popovertarget]").first
        name = mark.get_attribute("popovertarget")
        mark.click()
        page.locator(f"#{name} > a").click()
        assert page.locator("bdi:target").is_visible()
        page.locator("button.back").click()
        assert page.evaluate("document.activeElement.getAttribute('popovertarget')") == name


def test_without_script_every_cell_and_every_sentence_is_there(browser, written):
    file, record = written("example")

    with opened(browser, file, java_script_enabled=False) as page:
        html = page.locator("body").text_content()
        flat = " ".join(html.split())
        for cell in (*record.events, *record.figures, *record.statements, *record.discrepancies, *record.entities):
            assert page.locator(f'[id$="{cell.id}"]').count() >= 1
        texts = {document.id: document.text for document in record.documents}
        for passage in Citations(record).passages:
            span = passage.span
            assert " ".join(texts[span.document][span.start : span.end].split()) in flat or passage.mark in flat


def test_paper_holds_every_citation(browser, written, tmp_path):
    pdfium = pytest.importorskip("pypdfium2")
    file, record = written("example")

    with opened(browser, file, java_script_enabled=False) as page:
        page.pdf(path=tmp_path / "page.pdf", format="A4", prefer_css_page_size=True)

    printed = pdfium.PdfDocument(tmp_path / "page.pdf")
    said = squeezed("".join(page.get_textpage().get_text_range() for page in printed))
    texts = {document.id: document.text for document in record.documents}
    for passage in Citations(record).passages:
        if not passage.shared:
            span = passage.span
            assert squeezed(texts[span.document][span.start : span.end]) in said, passage.mark


def squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


@pytest.mark.parametrize(
    ("width", "media"), [(390, "screen"), (640, "screen"), (860, "screen"), (1280, "screen"), (680, "print")]
)
@pytest.mark.parametrize("name", ["example", "hostile", "harbour"])
def test_nothing_stands_out_at_the_side(browser, written, name, width, media):
    """640 is 1280 at 200 % zoom, 680 a sheet of A4 between its margins."""
    with opened(browser, written(named(name))[0], viewport={"width": width, "height": 800}) as page:
        page.emulate_media(media=media)
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_hostile_reports_change_nothing(browser, written):
    with opened(browser, written("hostile")[0]) as page:
        title = page.title()
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert title != "owned"
        assert page.locator("main img, main script, main [onclick], main [onerror], a[href^=javascript]").count() == 0
        refused = page.evaluate("""() => {
            const made = document.createElement('script'); made.textContent = "document.title = 'owned'";
            document.body.append(made); document.body.setAttribute('onclick', "document.title = 'owned'");
            document.body.click(); return document.title }""")
        assert refused == title


def test_filters_search_and_order_work_on_what_the_page_says(browser, written):
    with opened(browser, written("example")[0]) as page:
        page.select_option("label:has-text('Status') select", "denied")
        shown = page.locator(".event:visible")
        assert shown.count() > 0
        assert all("denied" in text for text in shown.all_text_contents())
        page.keyboard.press("Escape")
        page.locator("button[type=reset]").click()
        page.fill("input[type=search]", "engineers")
        assert "engineers" in page.locator(".found button").first.text_content().lower()
        head = page.locator(".counts th.number button").first
        head.click()
        values = page.locator(".counts tbody td.number").evaluate_all(
            "cells => cells.map(one => Number(one.dataset.sort))"
        )
        assert values == sorted(values)
