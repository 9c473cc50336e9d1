"""Bytes become text: UTF-8 where it is, then what the file says, then what its bytes show."""

import codecs
import time
import tracemalloc
from contextlib import suppress
from email.message import EmailMessage

import pytest

from consilience.errors import UnreadableInputError
from consilience.read import decoding, read
from consilience.read.decoding import beginning, decode
from consilience.read.page import Source
from tests.read.test_forms import capture

SHORT = "Zoë Kaïs’s ferry ran aground off Kelm, the “Alma” said."
FRENCH = "Le ferry s’est échoué mardi près de Kelm, a déclaré le préfet. Élodie Noël a été évacuée à l’hôpital. "
GERMAN = "Die Fähre lief am Dienstag vor Kelm auf Grund, sagte Jörg Großmann. „Es ging alles gut, aber zum Schluß…“ "
POLISH = "Prom osiadł we wtorek na mieliźnie koło Kelm, powiedziała straż. Łódź wróciła później, rzecznik potwierdził. "
TURKISH = "Feribot salı günü Kelm açıklarında karaya oturdu, görüşme sürüyor, dedi İstanbul'daki sözcü. "
RUSSIAN = "Паром во вторник сел на мель у Кельма, сообщила береговая охрана. Никто не пострадал. "
GREEK = "Το πλοίο προσάραξε την Τρίτη ανοιχτά του Κελμ, ανακοίνωσε η ακτοφυλακή. "
JAPANESE = "フェリーは火曜日にケルム沖で座礁したと沿岸警備隊が発表した。けが人はいなかった。"
CHINESE = "渡轮星期二在克尔姆附近搁浅，海岸警卫队说，没有人受伤。"
META = '<html><head><meta charset="{}"></head><body><p>'
EQUIV = '<html><head><meta http-equiv="Content-Type" content="text/html; charset={}"></head><body><p>'

#: What is written, how, and the encoding that the note names ("" for no note).
CASES = [
    ("UTF-8", SHORT.encode(), SHORT, ""),
    ("UTF-8 with a mark", SHORT.encode("utf-8-sig"), SHORT, ""),
    ("UTF-16, low byte first", codecs.BOM_UTF16_LE + SHORT.encode("utf-16-le"), SHORT, "UTF-16"),
    ("UTF-16, high byte first", codecs.BOM_UTF16_BE + SHORT.encode("utf-16-be"), SHORT, "UTF-16"),
    ("UTF-32, low byte first", codecs.BOM_UTF32_LE + SHORT.encode("utf-32-le"), SHORT, "UTF-32"),
    ("UTF-32, high byte first", codecs.BOM_UTF32_BE + SHORT.encode("utf-32-be"), SHORT, "UTF-32"),
    ("one name in cp1252", "Zoë Kaïs".encode("cp1252"), "Zoë Kaïs", "cp1252"),
    ("a sentence in cp1252", SHORT.encode("cp1252"), SHORT, "cp1252"),
    ("an English report in cp1252", (SHORT * 20).encode("cp1252"), SHORT * 20, "cp1252"),
    ("French", FRENCH.encode("cp1252"), FRENCH, "cp1252"),
    ("German with a pair of bytes that could be UTF-8", (GERMAN * 3).encode("cp1252"), GERMAN * 3, "cp1252"),
    ("Polish", (POLISH * 3).encode("cp1250"), POLISH * 3, "cp1250"),
    ("Russian", (RUSSIAN * 5).encode("cp1251"), RUSSIAN * 5, "cp1251"),
    ("Russian in KOI8", (RUSSIAN * 5).encode("koi8-r"), RUSSIAN * 5, "koi8_r"),
    ("Greek", (GREEK * 5).encode("cp1253"), GREEK * 5, "cp1253"),
    ("Japanese", JAPANESE.encode("shift_jis"), JAPANESE, "cp932"),
    ("Chinese", (CHINESE * 3).encode("gb18030"), CHINESE * 3, "gb18030"),
    ("declared", (META.format("windows-1251") + RUSSIAN[:13]).encode("cp1251"), RUSSIAN[:13], "cp1251"),
    ("declared, of Latin letters", (META.format("cp1254") + TURKISH).encode("cp1254"), TURKISH, "cp1254"),
    ("declared in the old way", (EQUIV.format("Shift_JIS") + "座礁").encode("shift_jis"), "座礁", "shift_jis"),
    ("declared as Latin-1 and Windows", (META.format("iso-8859-1") + SHORT).encode("cp1252"), SHORT, "cp1252"),
    ("declared as Latin-1 and UTF-8", (META.format("iso-8859-1") + SHORT).encode(), SHORT, ""),
    ("declared as UTF-8 and Windows", (META.format("utf-8") + SHORT).encode("cp1252"), SHORT, "cp1252"),
    ("declared as UTF-16 and Windows", (META.format("utf-16") + SHORT).encode("cp1252"), SHORT, "cp1252"),
    ("declared as Shift-JIS and Windows", (META.format("shift_jis") + SHORT).encode("cp1252"), SHORT, "cp1252"),
    ("declared as nonsense", (META.format("klingon-8") + SHORT).encode("cp1252"), SHORT, "cp1252"),
    ("declared as no encoding", (META.format("rot13") + SHORT).encode("cp1252"), SHORT, "cp1252"),
    ("declared as Latin-1 and mixed", (META.format("latin1") + SHORT + "\n").encode() + "René".encode("cp1252"), f"{SHORT}\nRené", "cp1252 in others"),
    ("mixed", f"{SHORT}\n".encode() + "René towed her.\n".encode("cp1252"), f"{SHORT}\nRené towed her.\n", "cp1252 in others"),
    ("mixed the other way", "René towed her.\n".encode("cp1252") + f"{SHORT}\n".encode(), f"René towed her.\n{SHORT}\n", "cp1252 in others"),
    ("mixed in one line", f"{SHORT} ".encode() + "René".encode("cp1252"), f"{SHORT} René", "cp1252 in others"),
    ("mixed with Russian", f"{RUSSIAN * 3}\n".encode() + (RUSSIAN * 3).encode("cp1251"), f"{RUSSIAN * 3}\n{RUSSIAN * 3}", "cp1251 in others"),
    ("cut within a character", (SHORT + "Zoë").encode()[:-1], SHORT + "Zo\ufffd", "breaks off"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "text", "noted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_text_keeps_its_letters_whatever_it_is_written_in(content, text, noted):
    decoded = decode(Source(path="a.txt", content=content))

    assert decoded.text.endswith(text)
    assert bool(decoded.notes) == bool(noted)
    assert noted in " ".join(decoded.notes)


@pytest.mark.parametrize("content", [bytes(range(256)) * 40, b"\x00\x01\x02" * 100, b"\xff\xd8\xff\xe0" + bytes(2000)])
def test_bytes_that_are_no_text_are_refused(content):
    with pytest.raises(UnreadableInputError):
        decode(Source(path="a.txt", content=content))


@pytest.mark.parametrize("letter", ["é", "ł", "船", "😀"])
@pytest.mark.parametrize("shift", range(4))
def test_of_a_long_text_the_beginning_is_cut_between_characters(monkeypatch, letter, shift):
    monkeypatch.setattr(decoding, "BEGINNING", 1_000)
    text = "x" * shift + letter * 1_000

    decoded = decode(beginning(Source(path="a.txt", content=text.encode())))

    assert text.startswith(decoded.text)
    assert len(decoded.text) >= 1_000 / 4 - 4
    assert decoded.notes == ()


def test_what_an_envelope_declares_counts_before_what_the_page_does():
    page = (META.format("cp1252") + RUSSIAN[:13]).encode("cp1251")

    assert RUSSIAN[:13] in decode(Source(path="a.html", content=page), "windows-1251").text


@pytest.mark.parametrize("line", [b"\xff\n", b"\xc3\xa9\xff\n", b"\xe9"])
def test_a_file_of_strays_takes_bounded_time_and_memory(line):
    content = b"\xc3\xa9 and then\n" * 20_000 + line * (300_000 // len(line))
    tracemalloc.start()
    start = time.perf_counter()

    with suppress(UnreadableInputError):
        decode(Source(path="a.txt", content=content))

    assert time.perf_counter() - start < 30
    assert tracemalloc.get_traced_memory()[1] < 40 * len(content)
    tracemalloc.stop()


def message(declared):
    return (
        f"From: a@post.example\nSubject: Ferry\nContent-Type: text/plain{declared}\nContent-Transfer-Encoding: 8bit\n\n"
    )


@pytest.mark.parametrize("declared", ["", "; charset=utf-8", "; charset=iso-8859-1", "; charset=klingon-8"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_a_message_keeps_its_letters_whatever_it_declares(tmp_path, declared, encoding):
    (tmp_path / "a.eml").write_bytes((message(declared) + SHORT + "\n").encode(encoding))

    (document,) = read([tmp_path / "a.eml"]).documents

    assert SHORT in document.text


def test_an_encoded_message_keeps_its_letters(tmp_path):
    mail = EmailMessage()
    mail["Subject"] = "Ferry"
    mail.set_content(SHORT, charset="cp1252", cte="base64")
    (tmp_path / "a.eml").write_bytes(mail.as_bytes())

    (document,) = read([tmp_path / "a.eml"]).documents

    assert SHORT in document.text


@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_a_feed_keeps_its_letters_whatever_it_declares(tmp_path, declared, encoding):
    pytest.importorskip("feedparser")
    feed = f'<?xml version="1.0" encoding="{declared}"?><rss version="2.0"><channel><title>Kelm</title><item><title>Ferry</title><description>{SHORT}</description></item></channel></rss>'
    (tmp_path / "a.rss").write_bytes(feed.encode(encoding))

    (document,) = read([tmp_path / "a.rss"]).documents

    assert SHORT in document.text


def test_a_feed_that_is_a_path_opens_no_file(tmp_path):
    pytest.importorskip("feedparser")
    (tmp_path / "private.rss").write_text(
        f"<rss version='2.0'><channel><item><title>Secret</title><description>{SHORT}</description></item></channel></rss>"
    )
    (tmp_path / "a.rss").write_text(str(tmp_path / "private.rss"))

    reading = read([tmp_path / "a.rss"])

    assert reading.documents == ()


@pytest.mark.parametrize("charset", ["windows-1251", "utf-8"])
def test_a_captured_page_is_read_as_its_server_or_its_bytes_say(tmp_path, charset):
    pytest.importorskip("fastwarc")
    body = f"<html><body><article><h1>Паром сел на мель</h1><p>{RUSSIAN * 4}</p></article></body></html>"
    packed = capture(page=body.encode("cp1251"), kind=f"text/html; charset={charset}")
    (tmp_path / "a.warc").write_bytes(packed)

    (document,) = read([tmp_path / "a.warc"]).documents

    assert RUSSIAN.strip() in document.text


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "a.json"])
def test_rows_of_a_table_say_how_it_was_decoded(tmp_path, name):
    row = f'text\n"{SHORT}"\n' if name == "a.csv" else f'{{"text": "{SHORT}"}}\n'
    (tmp_path / name).write_bytes(row.encode("cp1252"))

    (document,) = read([tmp_path / name]).documents

    assert SHORT in document.text
    assert "cp1252" in document.notes[0]


def test_every_name_of_an_encoding_is_known_to_the_codecs():
    for name in (decoding.WESTERN, *decoding.LATIN, *(encoding for _, encoding in decoding.BYTE_ORDER_MARKS)):
        assert codecs.lookup(name)
