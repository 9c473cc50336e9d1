"""Inputs made to break a reader: each ends soon, with what could be read or with the reason why not."""

import gzip
import hashlib
import io
import json
import time
import tracemalloc
import zipfile
from email.message import EmailMessage

import pytest

from consilience.read import read
from consilience.read.forms import read_source
from consilience.read.page import LARGEST_UNPACKED, Source
from tests.read.test_forms import capture, make_pdf

STORY = "The ferry Alma ran aground off Kelm on Tuesday with 40 people on board, the coast guard said."
NEXT = "Divers will look at the hull on Wednesday, the owner of the ferry said in the evening after a long search."
#: Seconds that no input may take on a slow machine.
SOON = 30


@pytest.fixture
def reading_of(tmp_path):
    def make(name, content):
        (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        start = time.perf_counter()
        found = read([tmp_path / name])
        assert time.perf_counter() - start < SOON
        return found

    return make


def zipped(**members):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("_", "."), content)
    return packed.getvalue()


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_pdf_that_breaks_off_is_read_or_skipped_with_a_reason(reading_of, share):
    pytest.importorskip("pypdfium2")
    whole = make_pdf([STORY, NEXT])

    reading = reading_of("cut.pdf", whole[: int(len(whole) * share)])

    assert len(reading.documents) + len(reading.skipped) == 1
    assert all("cut.pdf" in s.reason for s in reading.skipped)


def test_a_member_that_says_it_unpacks_to_gigabytes_is_left_packed(reading_of):
    bomb = bytearray(zipped(a_txt="0" * 1_000_000))
    for at in (bomb.index(b"PK\x01\x02") + 24, bomb.index(b"PK\x03\x04") + 22):
        bomb[at : at + 4] = (LARGEST_UNPACKED + 1).to_bytes(4, "little")

    (skipped,) = reading_of("bomb.zip", bytes(bomb)).skipped

    assert "a.txt is larger" in skipped.reason


def test_an_archive_that_understates_its_members_is_not_unpacked_beyond_them(reading_of):
    bomb = bytearray(zipped(a_txt="0" * 50_000_000))
    for at in (bomb.index(b"PK\x01\x02") + 24, bomb.index(b"PK\x03\x04") + 22):
        bomb[at : at + 4] = (1_000).to_bytes(4, "little")

    reading = reading_of("bomb.zip", bytes(bomb))

    assert reading.documents == ()
    assert "bomb.zip" in reading.skipped[0].reason


def test_archives_in_archives_end(reading_of):
    packed = zipped(a_txt=STORY)
    for _ in range(10):
        packed = zipped(inner_zip=packed, b_txt=STORY)

    reading = reading_of("nest.zip", packed)

    assert reading.documents
    assert reading.skipped[0].reason


@pytest.mark.parametrize("tag", ["div", "b", "table><tr><td", "ul><li", "blockquote", "span"])
def test_elements_nested_ten_thousand_deep_end(reading_of, tag):
    (document,) = reading_of("deep.html", f"<html><body>{f'<{tag}>' * 10_000}<p>{STORY}</p></body></html>").documents

    assert STORY in document.text
    assert "nested too deep" in document.notes[0]


def test_json_nested_ten_thousand_deep_is_skipped_with_a_reason(reading_of):
    (skipped,) = reading_of("deep.json", '{"text":' * 10_000 + "1" + "}" * 10_000).skipped

    assert "deep.json" in skipped.reason


def test_a_text_of_fifty_megabytes_is_read_to_its_bound_and_says_so(reading_of):
    (document,) = reading_of("long.txt", (STORY + "\n\n") * (50_000_000 // len(STORY))).documents

    assert any("characters were read" in note for note in document.notes)


def test_a_page_whose_declared_charset_is_wrong_keeps_its_letters(reading_of):
    page = f'<html><head><meta charset="iso-8859-1"><title>Fähre</title></head><body><article><h1>Fähre läuft auf</h1><p>{STORY} Zoë Kaïs saw it.</p><p>{NEXT}</p></article></body></html>'

    (document,) = reading_of("wrong.html", page).documents

    assert "Zoë Kaïs saw it." in document.text


def test_encodings_mixed_in_one_file_lose_no_sentence_and_are_told(reading_of):
    mixed = f"{STORY} Zoë saw it.\n\n".encode() + f"{NEXT} René towed her.\n".encode("cp1252")

    (document,) = reading_of("mixed.txt", mixed).documents

    assert STORY in document.text
    assert NEXT in document.text
    assert document.notes


def test_scripts_in_a_feed_are_no_text(reading_of):
    pytest.importorskip("feedparser")
    feed = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Kelm Post</title><item><title>Ferry aground</title>
<description>&lt;p&gt;{STORY}&lt;/p&gt;&lt;script&gt;alert("gone")&lt;/script&gt;&lt;p onclick="steal()"&gt;{NEXT}&lt;/p&gt;</description>
</item></channel></rss>"""

    (document,) = reading_of("feed.rss", feed).documents

    assert STORY in document.text
    assert "alert" not in document.text
    assert "steal" not in document.text


def test_entities_that_explode_end(reading_of):
    pytest.importorskip("feedparser")
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    feed = f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY l0 "lol">{levels}]><rss version="2.0"><channel><item><title>&l11;</title></item></channel></rss>'

    reading = reading_of("laughs.rss", feed)

    assert all(len(d.text) < 1_000_000 for d in reading.documents)


def mail(text):
    message = EmailMessage()
    message["From"], message["Subject"] = "Ann Lee <ann@post.example>", "Ferry aground"
    message["Date"] = "Tue, 09 Mar 2021 18:20:00 +0100"
    message.set_content(text)
    return message


def test_attachments_of_a_message_are_left_aside(reading_of):
    message = mail(STORY)
    message.add_attachment(b"%PDF-1.4 " + b"0" * 5_000_000, maintype="application", subtype="pdf", filename="a.pdf")
    message.add_attachment("Not of the report.", filename="notes.txt")

    (document,) = reading_of("a.eml", message.as_bytes()).documents

    assert STORY in document.text
    assert "Not of the report." not in document.text
    assert len(document.text) < 1_000


def test_a_message_with_attachments_only_is_skipped_with_what_to_do(reading_of):
    message = EmailMessage()
    message["Subject"] = "Ferry aground"
    message.add_attachment(b"0", maintype="image", subtype="png", filename="a.png")

    (skipped,) = reading_of("a.eml", message.as_bytes()).skipped

    assert "attachments" in skipped.reason


def test_a_bad_message_in_a_mailbox_takes_no_other_with_it(reading_of):
    bad = (
        b'Content-Type: multipart/mixed; boundary="\xff\n\n--\xff\nContent-Type: text/plain; charset=no-such\n\n\xff\n'
    )
    box = b"\n".join(b"From x Tue Mar 9\n" + m for m in (mail(STORY).as_bytes(), bad, mail(NEXT).as_bytes()))

    reading = reading_of("a.mbox", box)

    texts = [d.text for d in reading.documents]
    assert any(STORY in text for text in texts)
    assert any(NEXT.split(" in the", maxsplit=1)[0] in " ".join(text.split()) for text in texts)
    assert len(reading.documents) + len(reading.skipped) == 3


def test_a_message_whose_parts_have_no_end_is_read_or_skipped(reading_of):
    message = mail(STORY)
    message.add_attachment(b"0" * 1_000, maintype="application", subtype="pdf", filename="a.pdf")
    whole = message.as_bytes()
    for broken in (whole[: whole.rindex(b"--")][:-40], whole.replace(b"boundary=", b"boundry=")):
        reading = reading_of("a.eml", broken)
        assert len(reading.documents) + len(reading.skipped) == 1


def test_a_message_of_an_unknown_charset_or_broken_coding_is_read_or_skipped(reading_of):
    head = "From: a@b.example\nSubject: Ferry\nContent-Type: text/plain; charset=klingon-8\n"
    for coding in ("8bit", "base64", "quoted-printable"):
        reading = reading_of("a.eml", f"{head}Content-Transfer-Encoding: {coding}\n\n{STORY} =ZZ\n")
        assert len(reading.documents) + len(reading.skipped) == 1


def test_archives_that_unpack_to_gigabytes_one_in_another_end(reading_of, monkeypatch):
    monkeypatch.setattr("consilience.read.forms.LARGEST_UNPACKED", 3_000_000)
    inner = zipped(**{f"a{n}_txt": STORY * 5_000 for n in range(4)})
    packed = zipped(**{f"inner{n}_zip": inner for n in range(9)})

    reading = reading_of("bomb.zip", packed)

    assert sum(len(d.text) for d in reading.documents) <= 4_000_000
    assert "2 GB" in reading.skipped[-1].reason


def test_of_an_archive_larger_than_the_bound_the_first_reports_are_kept(reading_of, monkeypatch):
    monkeypatch.setattr("consilience.read.forms.LARGEST_UNPACKED", 1_000_000)

    reading = reading_of("pile.zip", zipped(**{f"a{n}_txt": f"{STORY} {n} " * 4_000 for n in range(4)}))

    assert len(reading.documents) == 2
    (skipped,) = reading.skipped
    assert "a2.txt" in skipped.reason


def test_an_archive_is_unpacked_a_file_at_a_time():
    rest = hashlib.shake_256(b"ferry").hexdigest(300_000)
    packed = zipped(**{f"a{n}_txt": f"{STORY}\n\n" + f"{rest}\n" * 10 for n in range(20)})
    whole = 20 * len(rest) * 10
    tracemalloc.start()

    found = sum(1 for _ in read_source(Source(path="pile.zip", content=packed), named=True))

    assert found == 20
    assert tracemalloc.get_traced_memory()[1] < whole / 3
    tracemalloc.stop()


def test_an_archive_of_too_many_files_is_refused_before_its_list_is_read(reading_of, monkeypatch):
    monkeypatch.setattr("consilience.read.archives.MOST_MEMBERS", 5)

    (skipped,) = reading_of("pile.zip", zipped(**{f"a{n}_txt": STORY for n in range(9)})).skipped

    assert "more than 5 files" in skipped.reason


def test_a_member_packed_as_no_report_is_left_aside_and_takes_no_other_with_it(reading_of):
    reading = reading_of("bomb.zip", zipped(a_txt="0" * 20_000_000, b_txt=STORY))

    assert len(reading.documents) == 1
    assert "a.txt unpacks more than 100-fold" in reading.skipped[0].reason


def test_one_member_too_large_takes_no_other_with_it(reading_of, monkeypatch):
    monkeypatch.setattr("consilience.read.archives.LARGEST_FILE", 10_000)

    reading = reading_of("pile.zip", zipped(a_txt=STORY * 1_000, b_txt=STORY))

    assert len(reading.documents) == 1
    assert "a.txt is larger" in reading.skipped[0].reason


def test_a_packed_file_that_unpacks_to_too_much_is_refused(reading_of, monkeypatch):
    monkeypatch.setattr("consilience.read.archives.LARGEST_FILE", 1_000_000)

    (skipped,) = reading_of("bomb.txt.gz", gzip.compress(b"0" * 50_000_000)).skipped

    assert "unpacks to more" in skipped.reason


@pytest.mark.parametrize("name", ["a.txt.gz", "a.zip", "a.wacz", "a.docx", "a.parquet", "a.pdf", "a.warc", "a.warc.gz"])
@pytest.mark.parametrize("content", [b"", b"PK\x03\x04" + bytes(range(256)) * 9, b"PAR1" + bytes(400) + b"PAR1", b"\x1f\x8b\x08 broken"])  # fmt: skip
def test_rubbish_under_a_known_name_is_skipped_with_a_reason(reading_of, name, content):
    reading = reading_of(name, content)

    assert reading.documents == ()
    assert len(reading.skipped) == 1
    assert reading.skipped[0].reason


@pytest.mark.parametrize("share", [0.3, 0.7, 0.95])
@pytest.mark.parametrize(
    "ending", ["warc", "warc.gz", "wacz", "zip", "parquet", "docx", "csv.gz", "json", "eml", "rss"]
)
def test_a_file_that_breaks_off_gives_what_can_be_read_or_a_reason(reading_of, tmp_path, ending, share):
    whole = whole_file(ending)

    reading = reading_of(f"cut.{ending}", whole[: int(len(whole) * share)])

    assert reading.documents or reading.skipped
    assert all(s.reason for s in reading.skipped)


def whole_file(ending):
    """Return a sound file of a form."""
    archive = b"".join(capture(address=f"https://post.example/{n}") for n in range(3))
    match ending:
        case "warc":
            return archive
        case "warc.gz":
            return gzip.compress(archive)
        case "wacz":
            return zipped(data_warc=archive)
        case "zip" | "docx":
            return zipped(a_txt=STORY, b_txt=NEXT)
        case "csv.gz":
            return gzip.compress(f"text\n{STORY}\n{NEXT}\n".encode())
        case "json":
            return json.dumps([{"text": STORY}, {"text": NEXT}]).encode()
        case "eml":
            return mail(STORY).as_bytes()
        case "rss":
            item = f"<item><title>Ferry</title><description>{STORY}</description></item>"
            return f"<rss version='2.0'><channel><title>Kelm</title>{item * 3}</channel></rss>".encode()
    pyarrow = pytest.importorskip("pyarrow")
    packed = io.BytesIO()
    pytest.importorskip("pyarrow.parquet").write_table(pyarrow.table({"text": [STORY, NEXT]}), packed)
    return packed.getvalue()


def test_a_web_archive_that_breaks_off_gives_the_pages_before(reading_of):
    pytest.importorskip("fastwarc")
    packed = b"".join(gzip.compress(capture(address=f"https://post.example/{n}")) for n in range(3))

    reading = reading_of("cut.warc.gz", packed[: int(len(packed) * 0.8)])

    assert len(reading.documents) >= 1


def test_a_small_word_file_that_unpacks_to_too_much_is_refused(reading_of, monkeypatch):
    pytest.importorskip("mammoth")
    monkeypatch.setattr("consilience.read.docx.LARGEST_FILE", 1_000_000)

    (skipped,) = reading_of("bomb.docx", zipped(document_xml="0" * 5_000_000)).skipped

    assert "unpacks to more" in skipped.reason


def test_a_line_of_fifty_megabytes_is_read_to_its_bound(reading_of):
    (document,) = reading_of("line.txt", (STORY + " ") * (50_000_000 // len(STORY))).documents

    assert any("characters were read" in note for note in document.notes)
    assert all(s.end - s.start <= 20_000 for s in document.segments if s.role == "body")
