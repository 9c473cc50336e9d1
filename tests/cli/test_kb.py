"""`consilience kb`: what it prints, adds and refuses."""

from __future__ import annotations

import json
import socket

import pytest
from typer.testing import CliRunner

from consilience.cli import app
from consilience.cli.folders import own_names_file
from consilience.errors import ConsilienceError


@pytest.fixture
def kb(tmp_path, monkeypatch):
    """Run a `kb` command with an own file in a folder of its own; return (exit code, stdout or the error)."""
    monkeypatch.setenv("CONSILIENCE_KB", str(tmp_path / "own.sqlite"))

    def run(*arguments):
        result = CliRunner().invoke(app, ["kb", *map(str, arguments)])
        if isinstance(result.exception, ConsilienceError):
            return 2, str(result.exception)
        return result.exit_code, result.stdout

    return run


def test_info_names_sources_with_licences_and_dates(kb):
    code, text = kb("info")

    assert code == 0
    assert "CC BY 4.0, geonames.org" in text
    assert "CC0" in text


def test_find_shows_codes_terms_and_when_an_open_term_was_last_seen(kb):
    code, text = kb("find", "Turkic Council")

    assert code == 0
    assert "Organization of Turkic States" in text
    assert "found as former" in text
    assert "open when last seen" in kb("find", "Emmanuel Macron")[1]


def test_an_unknown_name_is_told_as_such(kb):
    assert kb("find", "Zzyzx Qwerty") == (1, "Zzyzx Qwerty: unknown to the knowledge base.\n")


def test_added_names_are_found_and_a_bad_file_leaves_them_as_they_were(kb, tmp_path):
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_text("name,same_as\nIllona Vercade,Ilona Verkade\n", encoding="utf-8")
    bad.write_text("name,same_as\nX,Y\nX,Y\n", encoding="utf-8")

    assert kb("add", good)[0] == 0
    before = (tmp_path / "own.sqlite").read_bytes()
    assert kb("add", bad) == (2, "bad.csv, line 3: the same as line 2. Remove one.")
    assert (tmp_path / "own.sqlite").read_bytes() == before
    assert "Ilona Verkade" in kb("find", "illona vercade")[1]


def test_refresh_reads_kept_answers_without_a_network(kb, tmp_path, monkeypatch):
    monkeypatch.setattr(socket, "socket", None)
    answers = tmp_path / "kept"
    answers.mkdir()
    (answers / "EST.json").write_text(json.dumps({"results": {"bindings": []}}), encoding="utf-8")

    assert kb("refresh", "--states", "EST", "--answers", answers)[0] == 0


def test_own_names_join_what_reports_spell_apart(kb, tmp_path, monkeypatch):
    monkeypatch.setenv("CONSILIENCE_CACHE", str(tmp_path / "cache"))
    names, reports, out = tmp_path / "names.csv", tmp_path / "reports", tmp_path / "out"
    names.write_text("name,same_as,kind\nTuuli Holm,Tuuli Saar,person\n", encoding="utf-8")
    reports.mkdir()
    for n, name in enumerate(("Tuuli Holm", "Tuuli Saar")):
        text = f"Police arrested {name} in Oslo on Monday, March 10, 2025.\n\nThe police said nobody was hurt.\n"
        (reports / f"{n}.txt").write_text(text, encoding="utf-8")

    def people():
        CliRunner().invoke(app, ["run", str(reports), "-o", str(out)])
        record = json.loads((out / "record.json").read_text(encoding="utf-8"))
        return sum(e["kind"] == "person" and e["name"].startswith("Tuuli") for e in record["entities"])

    assert people() == 2
    kb("add", names)
    assert people() == 1


def test_what_fails_half_way_leaves_the_own_file_as_it_was(kb, tmp_path, monkeypatch):
    rows = tmp_path / "names.csv"
    rows.write_text("name,same_as,kind\nTessin,Tesso,place\n")
    kb("add", rows)
    before = (tmp_path / "own.sqlite").read_bytes()
    monkeypatch.setattr("consilience.knowledge.own_names._put", lambda *_: 1 / 0)

    kb("add", rows)

    assert (tmp_path / "own.sqlite").read_bytes() == before
    assert sorted(f.name for f in tmp_path.iterdir()) == ["names.csv", "own.sqlite"]


def test_a_data_folder_that_is_not_absolute_is_not_heeded(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("CONSILIENCE_KB", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", "none")

    assert own_names_file() == tmp_path / ".local/share/consilience/names.sqlite"
