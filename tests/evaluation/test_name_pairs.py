"""The evaluation of the name comparer: its curve, its columns."""

from __future__ import annotations

import pytest

from consilience.errors import UsageError
from consilience.evaluation.names import best_f1, evaluate, recall_at_precision


def test_recall_at_a_precision_is_that_of_the_last_threshold_that_keeps_it():
    gold = [True, True, False, True]

    assert recall_at_precision(gold, [0.9, 0.8, 0.7, 0.6], 0.95) == pytest.approx(2 / 3)
    assert best_f1(gold, [0.9, 0.8, 0.7, 0.6]) == (0.6, pytest.approx(6 / 7))


def test_pairs_of_one_score_stand_or_fall_together():
    assert recall_at_precision([True, False], [0.5, 0.5], 0.95) == 0.0


def test_a_file_of_pairs_gives_its_figures(tmp_path):
    pairs = tmp_path / "pairs.tsv"
    pairs.write_text(
        "category\tname_a\tname_b\tsame\nx\tIlona Verkade\tIllona Verkade\t1\nx\tNiger\tNigeria\t0\n", encoding="utf-8"
    )

    found = evaluate(pairs)

    assert found["pairs"] == 2
    assert found["F1"] == 1.0


def test_a_file_without_the_columns_is_told(tmp_path):
    (tmp_path / "x.tsv").write_text("a\tb\n1\t2\n", encoding="utf-8")

    with pytest.raises(UsageError, match="no column"):
        evaluate(tmp_path / "x.tsv")
