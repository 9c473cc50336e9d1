"""The evaluation of time expressions, on a set of two texts."""

import json

from consilience.evaluation.timex import evaluate


def gold(text, words, value, interval, **more):
    begin = text.index(words)
    return {"begin": begin, "end": begin + len(words), "text": words, "value": value, "interval": interval} | more


def test_spans_values_and_days_are_counted_and_the_dateline_is_left_out(tmp_path):
    first = "May 15, 2024\nThe ferry sank on Monday. Divers searched for two days."
    second = "The mayor resigned yesterday, after the games."
    lines = [
        {"id": "a", "dct": "2024-05-15", "text": first, "timexes": [
            gold(first, "May 15, 2024", "2024-05-15", ["2024-05-15"] * 2, type="DATE", dct=True),
            gold(first, "Monday", "2024-05-13", ["2024-05-13"] * 2, type="DATE"),
            gold(first, "two days", "P2D", None, type="DURATION"),
        ]},
        {"id": "b", "dct": "2024-05-15", "text": second, "timexes": [
            gold(second, "yesterday", "2024-05-13", ["2024-05-13"] * 2, type="DATE"),
            gold(second, "the games", "PAST_REF", None, type="DATE"),
        ]},
    ]  # fmt: skip
    path = tmp_path / "set.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")

    figures = evaluate(path)

    assert figures["gold"] == 4
    assert figures["predicted"] == 3
    assert figures["relaxed precision"] == 100.0
    assert figures["relaxed recall"] == 75.0
    assert figures["value accuracy"] == 66.7
    assert figures["anchor recall"] == 50.0
