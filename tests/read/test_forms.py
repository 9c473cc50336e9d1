"""Every form that reports come in."""

import gzip
import inspect
import io
import json
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest

from consilience.read import ARCHIVES, FORMS, read
from consilience.read.language import detect_language

STORY = "The ferry Alma ran aground off Kelm on Tuesday with 40 people on board, the coast guard said."
TITLE = "Ferry with 40 on board runs aground off Kelm"


def roles(document):
    return [(s.role, document.text[s.start : s.end]) for s in document.segments]


def only(reading):
    assert reading.skipped == ()
    (document,) = reading.documents
    return document


PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>{TITLE} | Kelm Post</title>
<meta property="og:site_name" content="Kelm Post">
<link rel="canonical" href="https://post.example/2021/03/09/ferry">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{TITLE}",
"datePublished": "2021-03-09T18:20:00+01:00", "author": {{"name": "Ann Lee"}}}}</script></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>{TITLE}</h1><p>{STORY}</p><h2>Fog in the strait</h2>
<p>“We saw nothing until she was on the rocks,” said Bo Ek, a fisherman who towed two rafts to the harbour.</p>
<p>Nobody was hurt. Divers will look at the hull on Wednesday, the owner of the ferry said in the evening.</p>
</article><footer>© 2021 Kelm Post <a href="/imprint">Imprint</a></footer></body></html>"""


def test_a_web_page_gives_its_report_and_what_only_its_head_tells(tmp_path):
    file = tmp_path / "ferry.html"
    file.write_text(PAGE)

    document = only(read([file]))

    assert roles(document)[:4] == [
        ("metadata", "Outlet: Kelm Post"),
        ("metadata", "Published: 2021-03-09T18:20:00+01:00"),
        ("metadata", "Author: Ann Lee"),
        ("metadata", "URL: https://post.example/2021/03/09/ferry"),
    ]
    assert ("headline", TITLE) in roles(document)
    assert ("body", STORY) in roles(document)
    assert ("crosshead", "Fog in the strait") in roles(document)
    assert "Imprint" not in document.text
    assert (document.title, document.outlet, document.byline) == (TITLE, "Kelm Post", "Ann Lee")
    assert document.url == "https://post.example/2021/03/09/ferry"
    first = document.printed[0]
    assert (first.rule, first.days.earliest.isoformat()) == ("metadata", "2021-03-09")
    assert [document.text[s.start : s.end] for s in first.spans] == ["Published: 2021-03-09T18:20:00+01:00"]


def test_a_page_laid_out_in_a_table_is_read_by_its_paragraphs(tmp_path):
    file = tmp_path / "old.html"
    more = "Divers will look at the hull on Wednesday, the owner of the ferry said in the evening after a long search."
    file.write_text(
        f"<html><body><table><tr><td><a href='/'>Home</a></td><td><h1>{TITLE}</h1><p>{STORY}<br><br>{more}</p></td></tr></table></body></html>"
    )

    document = only(read([file]))

    assert [text for role, text in roles(document) if role == "body"] == [STORY, more]


def test_markdown_keeps_its_text_and_tells_its_front_matter(tmp_path):
    file = tmp_path / "ferry.md"
    file.write_text(f"---\ntitle: {TITLE}\ndate: 2021-03-09\noutlet: Kelm Post\n---\n\n# {TITLE}\n\n{STORY}\n")

    document = only(read([file]))

    assert document.text == file.read_text()
    assert [(r, t) for r, t in roles(document) if r in ("headline", "body")] == [("headline", TITLE), ("body", STORY)]
    assert (document.outlet, document.printed[0].days.earliest.isoformat()) == ("Kelm Post", "2021-03-09")


MESSAGE = f"""From: Kelm Post <desk@post.example>
To: reader@post.example
Date: Tue, 09 Mar 2021 19:00:00 +0100
Subject: {TITLE}
Content-Type: text/plain; charset=utf-8

{STORY}
"""


def test_a_message_is_headed_by_its_subject_and_dated_by_its_header(tmp_path):
    file = tmp_path / "ferry.eml"
    file.write_text(MESSAGE)

    document = only(read([file]))

    assert document.title == TITLE
    assert ("body", STORY) in roles(document)
    assert document.printed[0].days.earliest.isoformat() == "2021-03-09"
    assert document.byline == "Kelm Post"


def test_a_mailbox_gives_a_report_a_message(tmp_path):
    file = tmp_path / "desk.mbox"
    other = MESSAGE.replace("ran aground", "sank")
    file.write_text(f"From desk Tue Mar  9\n{MESSAGE}\nFrom desk Tue Mar  9\n{other}\n")

    assert len(read([file]).documents) == 2


def test_a_table_names_its_columns_as_it_likes(tmp_path):
    file = tmp_path / "pile.csv"
    file.write_text(f'headline;body;source;date\n{TITLE};"{STORY}";Kelm Post;2021-03-09\nEmpty;;Kelm Post;2021-03-09\n')

    reading = read([file])

    (document,) = reading.documents
    assert (document.text, document.outlet) == (STORY, "Kelm Post")
    assert document.printed[0].rule == "given"
    assert len(reading.skipped) == 1


@pytest.mark.parametrize("ending", ["jsonl", "ndjson", "json"])
def test_json_files_give_a_report_an_object(tmp_path, ending):
    file = tmp_path / f"pile.{ending}"
    file.write_text(json.dumps({"content": STORY, "publisher": "Kelm Post"}))

    assert only(read([file])).outlet == "Kelm Post"


def test_a_stream_of_lines_is_read_and_its_bad_lines_are_named():
    lines = [json.dumps({"text": STORY, "path": "a.txt", "agencies": ["KNA"]}), "", "{", '{"text": ""}']

    reading = read(["-"], stream=lines)

    assert [(d.path, d.agencies) for d in reading.documents] == [("a.txt", ("KNA",))]
    assert [s.reason.split(" ")[0] for s in reading.skipped] == ["-:3", "-:4"]


def test_an_archive_is_read_like_a_folder(tmp_path):
    file = tmp_path / "pile.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("b/ferry.html", PAGE)
        archive.writestr("a.txt", f"{TITLE}\n\n{STORY}\n")
        archive.writestr("__MACOSX/a.txt", "x")
        archive.writestr(".hidden.txt", "x")
        archive.writestr("picture.png", b"\x89PNG")

    reading = read([file])

    assert [d.path.removeprefix(str(file)) for d in reading.documents] == ["/a.txt", "/b/ferry.html"]
    assert [s.path.removeprefix(str(file)) for s in reading.skipped] == ["/picture.png"]


def test_a_word_file_keeps_its_headings(tmp_path):
    pytest.importorskip("mammoth")
    name = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    styled = f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>{TITLE}</w:t></w:r></w:p>'
    body = f"{styled}<w:p><w:r><w:t>{STORY}</w:t></w:r></w:p>"
    package = "http://schemas.openxmlformats.org/package/2006"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {name}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f'<w:styles {name}><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/styles" Target="styles.xml"/></Relationships>',
    }
    file = tmp_path / "ferry.docx"
    with zipfile.ZipFile(file, "w") as archive:
        for part, content in parts.items():
            archive.writestr(part, content)

    assert roles(only(read([file]))) == [("headline", TITLE), ("body", STORY)]


def make_pdf(lines):
    """Return a PDF of one page with *lines*, without a cross-reference table: readers rebuild it."""
    shown = "".join(f"({line}) Tj 0 -16 Td " for line in lines)
    stream = f"BT /F1 11 Tf 40 780 Td {shown} ET"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(stream)}>>\nstream\n{stream}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    file = io.BytesIO(b"%PDF-1.4\n")
    file.seek(0, io.SEEK_END)
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(file.tell())
        file.write(f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1"))
    start = file.tell()
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    file.write(
        f"xref\n0 6\n0000000000 65535 f \n{rows}trailer<</Size 6/Root 1 0 R>>\nstartxref\n{start}\n%%EOF".encode()
    )
    return file.getvalue()


def test_a_pdf_gives_its_text_layer(tmp_path):
    pytest.importorskip("pypdfium2")
    file = tmp_path / "ferry.pdf"
    file.write_bytes(make_pdf([TITLE, STORY]))

    document = only(read([file]))

    assert roles(document) == [("headline", TITLE), ("body", STORY)]


def test_a_pdf_without_text_says_so(tmp_path):
    pytest.importorskip("pypdfium2")
    file = tmp_path / "scan.pdf"
    file.write_bytes(make_pdf([]))

    (skipped,) = read([file]).skipped

    assert "text recognition" in skipped.reason


def test_a_feed_gives_a_report_an_entry(tmp_path):
    pytest.importorskip("feedparser")
    file = tmp_path / "kelm.rss"
    file.write_text(
        f"<rss version='2.0'><channel><title>Kelm Post</title><item><title>{TITLE}</title>"
        f"<link>https://post.example/ferry</link><pubDate>Tue, 09 Mar 2021 19:00:00 +0100</pubDate>"
        f"<description>&lt;p&gt;{STORY}&lt;/p&gt;</description></item></channel></rss>"
    )

    document = only(read([file]))

    assert roles(document) == [("headline", TITLE), ("body", STORY)]
    assert (document.outlet, document.url) == ("Kelm Post", "https://post.example/ferry")
    assert document.printed[0].days.earliest.isoformat() == "2021-03-09"


def capture(status="200 OK", address="https://post.example/ferry", page=PAGE, headers="", kind="text/html"):
    """Return a WARC record of a page that a server gave."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{headers}\r\n".encode() + (
        page if isinstance(page, bytes) else page.encode()
    )
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
        f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def test_a_web_archive_gives_a_report_a_page_that_was_there(tmp_path):
    pytest.importorskip("fastwarc")
    file = tmp_path / "crawl.warc"
    file.write_bytes(capture("404 Not Found", "https://post.example/gone") + capture())

    document = only(read([file]))

    assert (document.title, document.path) == (TITLE, f"{file}/https://post.example/ferry")


def test_a_captured_page_that_the_server_packed_is_unpacked(tmp_path):
    pytest.importorskip("fastwarc")
    file = tmp_path / "crawl.warc.gz"
    file.write_bytes(gzip.compress(capture(page=gzip.compress(PAGE.encode()), headers="Content-Encoding: gzip\r\n")))

    assert only(read([file])).title == TITLE


def test_a_packed_collection_of_web_archives_is_read_without_its_indexes(tmp_path):
    pytest.importorskip("fastwarc")
    file = tmp_path / "crawl.wacz"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("archive/data.warc.gz", gzip.compress(capture()))
        archive.writestr("pages/pages.jsonl", json.dumps({"url": "https://post.example/ferry", "text": "Menu"}))
        archive.writestr("datapackage.json", "{}")

    assert only(read([file])).title == TITLE


def test_a_packed_file_is_read_as_what_it_packs(tmp_path):
    file = tmp_path / "pile.csv.gz"
    file.write_bytes(gzip.compress(f"text,date\n{json.dumps(STORY)},2021-03-09\n".encode()))

    assert only(read([file])).text == STORY


def test_a_parquet_file_gives_a_report_a_row(tmp_path):
    pyarrow = pytest.importorskip("pyarrow")
    file = tmp_path / "pile.parquet"
    rows = {
        "story": [STORY, None],
        "day": [date(2021, 3, 9)] * 2,
        "source": ["Kelm Post"] * 2,
        "vector": [[0.1], [0.2]],
    }
    pytest.importorskip("pyarrow.parquet").write_table(pyarrow.table(rows), file)

    reading = read([file], columns=[("published", "day")])

    (document,) = reading.documents
    assert (document.text, document.outlet, len(reading.skipped)) == (STORY, "Kelm Post", 1)
    assert document.printed[0].days.earliest.isoformat() == "2021-03-09"


def test_a_json_feed_gives_a_report_an_entry(tmp_path):
    file = tmp_path / "feed.json"
    entry = {
        "id": "1",
        "url": "https://post.example/ferry",
        "title": TITLE,
        "content_html": f"<p>{STORY}</p><script>alert(1)</script>",
        "date_published": "2021-03-09T19:00:00+01:00",
        "authors": [{"name": "Ann Lee"}],
    }
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Kelm Post", "items": [entry, {"id": "2"}]}
    file.write_text(json.dumps(feed))

    reading = read([file])

    (document,) = reading.documents
    assert roles(document) == [("headline", TITLE), ("body", STORY)]
    assert (document.outlet, document.url, document.byline) == ("Kelm Post", entry["url"], "Ann Lee")
    assert document.printed[0].days.earliest.isoformat() == "2021-03-09"
    assert [":2 has no text" in s.reason for s in reading.skipped] == [True]


@pytest.mark.parametrize("form", ["rss", "json"])
@pytest.mark.parametrize("full", [True, False])
def test_a_summary_in_a_feed_is_marked_as_one(tmp_path, form, full):
    if form == "rss":
        pytest.importorskip("feedparser")
        tag = "content:encoded" if full else "description"
        feed = (
            "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>Kelm Post</title>"
            f"<item><title>{TITLE}</title><{tag}>{STORY}</{tag}></item></channel></rss>"
        )
    else:
        item = {"title": TITLE, "content_text" if full else "summary": STORY}
        feed = json.dumps({"version": "https://jsonfeed.org/version/1", "title": "Kelm Post", "items": [item]})
    file = tmp_path / f"feed.{form}"
    file.write_text(feed)

    document = only(read([file]))

    assert roles(document) == [("headline", TITLE), ("body", STORY)]
    assert any("summary" in note for note in document.notes) != full


def test_a_form_whose_library_is_missing_names_the_extra(tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pypdfium2", None)
    file = tmp_path / "ferry.pdf"
    file.write_bytes(b"%PDF-1.4")

    (skipped,) = read([file]).skipped

    assert "consilience[pdf]" in skipped.reason


def test_columns_go_by_the_names_that_the_user_gives(tmp_path):
    (tmp_path / "a.csv").write_text(f"day,words,text\n2021-03-09,{json.dumps(STORY)},teaser\n")

    document = only(read([tmp_path], columns=[("text", "words"), ("published", "day")]))

    assert document.text == STORY
    assert document.printed[0].days.earliest.isoformat() == "2021-03-09"


def test_the_table_of_forms_in_the_documentation_is_that_of_the_code():
    usage = (Path(__file__).parents[2] / "docs" / "usage.md").read_text(encoding="utf-8")
    rows = [
        row.split("|")
        for row in usage.split("## What is read")[1].split("## ")[0].splitlines()
        if row.startswith("| `.")
    ]
    told = {
        ending: set(re.findall(r"consilience\[(\w+)\]", row[3]))
        for row in rows
        for ending in re.findall(r"`([^`]+)`", row[1])
    }

    assert told == {e: extras_of(inspect.getmodule(form)) for e, form in (FORMS | ARCHIVES).items()}


def extras_of(module):
    """Return the extras that a form's module asks for."""
    return set(re.findall(r'needed\("[\w.]+", "(\w+)"', inspect.getsource(module)))


def test_the_table_beside_the_reports_wins(tmp_path):
    (tmp_path / "ferry.html").write_text(PAGE)
    (tmp_path / "reports.csv").write_text(
        "path,outlet,url,published,origin\nferry.html,The Kelm Post,,2021-03-10,KNA\n"
    )

    document = only(read([tmp_path]))

    assert (document.outlet, document.agencies) == ("The Kelm Post", ("KNA",))
    assert document.printed[0].rule == "given"
    assert document.printed[0].days.earliest.isoformat() == "2021-03-10"


def test_a_table_that_cannot_be_read_is_told_and_a_path_counts_from_it(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text(f"{TITLE}\n\n{STORY}\n")
    (tmp_path / "reports.csv").write_text("path,outlet\nsub/a.txt,Kelm Post\n")
    assert only(read([tmp_path])).outlet == "Kelm Post"

    (tmp_path / "reports.csv").write_bytes(b"path\n\xff\xfe")
    reading = read([tmp_path])
    assert len(reading.documents) == len(reading.skipped) == 1


def test_an_address_and_a_file_name_date_a_report_but_not_the_folders_above(tmp_path):
    folder = tmp_path / "2020-01-02"
    folder.mkdir()
    (folder / "20210309-ferry.txt").write_text(f"{TITLE}\n\n{STORY}\n")

    (printed,) = only(read([folder])).printed

    assert (printed.rule, printed.days.earliest.isoformat()) == ("path", "2021-03-09")


def test_a_table_beside_the_reports_that_says_nothing_of_them_is_told(tmp_path):
    (tmp_path / "a.txt").write_text(f"{TITLE}\n\n{STORY}\n")
    (tmp_path / "reports.csv").write_text("file;outlet\na.txt;Kelm Post\n")
    (skipped,) = read([tmp_path]).skipped
    assert "“path”" in skipped.reason

    (tmp_path / "reports.csv").write_text("path;outlet\na.txt;Kelm Post\nb.txt;Orl Mail\na.txt;Kelm Herald\n")
    reading = read([tmp_path])
    assert reading.documents[0].outlet == "Kelm Herald"
    assert len(reading.skipped) == 2
    assert "two things of a.txt" in reading.skipped[0].reason
    assert "b.txt" in reading.skipped[1].reason


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (STORY, "en"),
        ("Паром сел на мель во вторник, на борту было сорок человек.", "ru"),
        ("Le ferry s'est échoué mardi devant le port avec quarante personnes à bord.", "fr"),
        ("Feribot salı günü kırk kişiyle karaya oturdu, dedi yetkililer.", "tr"),
        ("渡轮星期二在凯尔姆附近搁浅，海岸警卫队说船上有四十人。", "zh"),
        ("Killed.", "und"),
        ("Kelm, Orl, Yar", "und"),
    ],
)  # fmt: skip
def test_the_language_is_told_where_the_words_tell_it(text, language):
    assert detect_language(text) == language


def test_what_a_page_says_of_its_language_counts_where_its_words_do_not_tell(tmp_path):
    (tmp_path / "a.html").write_text(PAGE.replace('lang="en"', 'lang="de"'))

    assert only(read([tmp_path])).language == "en"


def test_cells_beyond_the_header_of_a_table_are_told(tmp_path):
    table = tmp_path / "reports.tsv"
    table.write_text("text\tdate\nThe dam broke in Vell.\t2025-03-10\tand one more\n", encoding="utf-8")

    (document,) = read([table]).documents

    assert any("Cells beyond the header: 'and one more'" in note for note in document.notes)
