"""Names and statements of our own sentences, against floors that a change may raise and never lower by chance."""

import json
from pathlib import Path

import pytest

HERE = Path(__file__).parent
#: Reached when pinned: names .97, statements .97 over 84 sentences (a verb inside its own clause and a title in marks are missed). The sentences are few and plain: a guard, not an estimate.
NAMES_FLOOR, STATEMENTS_FLOOR = 0.95, 0.95


def rows(name):
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def notes_of(grammar, report):
    from consilience.annotate import annotate, parsed

    def make(texts):
        return [annotate(n) for n in parsed([report(t, name=f"{i:03}.txt") for i, t in enumerate(texts)], grammar)]

    return make


def f1(wanted, found):
    hits = sum(len(w & f) for w, f in zip(wanted, found, strict=True))
    return 2 * hits / (sum(map(len, wanted)) + sum(map(len, found)))


def test_names_with_their_kinds(notes_of):
    gold = rows("names.jsonl")
    wanted = [{tuple(n) for n in row["names"]} for row in gold]

    found = [
        {(n.document.text[m.start : m.end], n.chains[m.chain].kind) for m in n.mentions if m.form == "name"}
        for n in notes_of([row["text"] for row in gold])
    ]
    # An unknown state is a place until a report makes an adjective of it; both are right where only the name stands.
    same = [{(w, "place" if k == "state" else k) for w, k in names} for names in (*wanted, *found)]

    assert f1(same[: len(wanted)], same[len(wanted) :]) >= NAMES_FLOOR


def test_statements_with_speaker_and_act(notes_of):
    gold = rows("statements.jsonl")
    wanted = [{tuple(s) for s in row["statements"]} for row in gold]

    found = [
        {
            (n.document.text[s.start : s.end].strip('“”".,'), n.chains[s.speakers[0]].name if s.speakers else "", s.act)
            for s in n.statements
        }
        for n in notes_of([row["text"] for row in gold])
    ]

    assert f1(wanted, found) >= STATEMENTS_FLOOR
