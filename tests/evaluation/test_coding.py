"""Coding of political events: what a sentence must give, and how it is counted."""

import json

import pytest

from consilience.evaluation.coding import evaluate
from consilience.evaluation.coreference import evaluate as evaluate_coreference


def line(text, code, source, target):
    party = [{"text": "", "code": code} for code in source], [{"text": "", "code": code} for code in target]
    events = [{"source": party[0], "target": party[1], "code": code}] if code else []
    return json.dumps({"id": text[:9], "date": "2025-03-11", "text": text, "events": events})


@pytest.fixture
def scored(tmp_path):
    def score(*lines):
        file = tmp_path / "gold.jsonl"
        file.write_text("\n".join(lines), encoding="utf-8")
        return evaluate(file)

    return score


def test_type_source_and_target_are_scored_apart(scored):
    scores = scored(line("Norway accused Sweden of spying.", "ACCUSE", ["NOR"], ["FIN"]))

    assert (scores["types F1"], scores["source and type F1"], scores["triples F1"]) == (100.0, 100.0, 0.0)


def test_a_promise_of_aid_is_an_agreement(scored):
    assert scored(line("Norway will send doctors to Chad.", "AGREE", ["NOR"], ["TCD"]))["types F1"] == 100.0


@pytest.mark.parametrize(
    ("text", "code", "source", "target"),
    [
        ("The Norwegian minister said that Sweden must withdraw.", "REQUEST", "NOR", "SWE"),
        ("Norway said it would not release the Swedish envoy.", "REJECT", "NOR", "SWE"),
        ("Norwegian police arrested a Swedish student.", "COERCE", "NOR", "SWE"),
        ("Norwegian warplanes bombed a village in Sweden.", "ASSAULT", "NOR", "SWE"),
        ("Norway demanded that Sweden release the crew.", "REQUEST", "NOR", "SWE"),
        ("Norway and Sweden are seeking to deepen their partnership.", "AGREE", "NOR", "SWE"),
        ("Norway broke a treaty with Sweden, an official said on Monday.", "SANCTION", "NOR", "SWE"),
    ],
)
def test_what_is_said_and_whose_it_is_are_coded_as_plover_does(scored, text, code, source, target):
    assert scored(line(text, code, [source], [target]))["triples recall"] == 100.0


def test_who_is_asked_to_do_something_asks_for_nothing(scored):
    scores = scored(line("Norway demanded that Sweden withdraw its troops.", "REQUEST", ["NOR"], ["SWE"]))

    assert scores["source and type precision"] == 100.0


def test_what_only_dates_another_deed_is_not_coded(scored):
    scores = scored(line("Norway resumed trade years after crowds attacked its embassy.", "COOPERATE", ["NOR"], []))

    assert scores["types precision"] == 100.0


@pytest.mark.parametrize("text", ["The winter in Norway was mild.", "Norway did not attack Sweden."])
def test_silence_is_right_where_nothing_is_told(scored, text):
    scores = scored(line(text, None, [], []))

    assert (scores["without event"], scores["silent there"]) == (1, 100.0)


def test_mentions_of_one_deed_in_one_story_are_one(tmp_path):
    def report(name, text, cluster):
        start = text.index("arrest")
        mention = {"id": "m", "kind": "event", "start": start, "end": start + 8, "cluster": cluster}
        return json.dumps({"doc_id": name, "text": text, "mentions": [mention]})

    file = tmp_path / "gold.jsonl"
    file.write_text(
        report("a", "Police arrested the painter Tuuli Holm in Bergen.", "1")
        + "\n"
        + report("b", "The painter Tuuli Holm was arrested by Bergen police.", "1"),
        encoding="utf-8",
    )

    assert evaluate_coreference(file)["CoNLL"] == 100.0
