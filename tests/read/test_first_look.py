"""Files in, documents out."""

from pathlib import Path

from consilience.read import read


def write(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8", newline="")
    return file


def test_a_wire_report_is_taken_apart(tmp_path):
    write(
        tmp_path,
        "a.txt",
        "XNA0007 4 i 0120 RVR-FLOOD\n\nRiver bursts its banks, nine missing\n\nBy Ann Lee\n\n"
        "OSTRAVA, June 3 (XNA) - The river burst its banks on Monday, the mayor said.\n\n"
        "(Reporting by Ann Lee; Editing by Bo Ek)\n",
    )

    (document,) = read([tmp_path]).documents

    shown = [(s.role, document.text[s.start : s.end]) for s in document.segments]
    assert shown == [
        ("metadata", "XNA0007 4 i 0120 RVR-FLOOD"),
        ("headline", "River bursts its banks, nine missing"),
        ("byline", "By Ann Lee"),
        ("dateline", "OSTRAVA, June 3 (XNA) -"),
        ("body", "The river burst its banks on Monday, the mayor said."),
        ("credit", "(Reporting by Ann Lee; Editing by Bo Ek)"),
    ]
    assert (document.title, document.byline, document.outlet) == (shown[1][1], "Ann Lee", "XNA")


def test_what_cannot_be_read_is_named_with_its_reason(tmp_path):
    write(tmp_path, "empty.txt", " \n")
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 20)
    write(tmp_path, "table.xyz", "x")

    reading = read([tmp_path, tmp_path / "gone.txt"])

    assert reading.documents == ()
    assert [Path(s.path).name for s in reading.skipped] == ["empty.txt", "noise.txt", "table.xyz", "gone.txt"]
    assert all(s.reason for s in reading.skipped)
