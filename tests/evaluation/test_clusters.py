"""Agreement of clusters, on partitions small enough to work out by hand."""

import pytest

from consilience.evaluation.clusters import conll_scores


def clusters(text):
    return [frozenset(part) for part in text.split()]


def test_the_same_clusters_agree_wholly():
    assert conll_scores(clusters("abc de f"), clusters("f de abc"))["CoNLL"] == 100.0


def test_nothing_joined_has_no_link():
    assert conll_scores(clusters("abc"), clusters("a b c"))["MUC"] == 0.0


@pytest.mark.parametrize(
    ("measure", "f1"),
    [
        ("MUC", 66.7),  # one of two links on either side
        ("B3", 66.7),  # (2/3 + 2/3 + 1/3) / 3 recall, precision 1
        ("CEAFe", 53.3),  # phi(abc, ab) = 0.8 of one gold and two found clusters
    ],
)
def test_a_cluster_torn_in_two(measure, f1):
    scores = conll_scores(clusters("abc"), clusters("ab c"))

    assert scores[measure] == pytest.approx(f1, abs=5)


def test_pairing_is_the_best_and_not_the_first():
    assert conll_scores(clusters("abcd ef"), clusters("abef cd"))["CEAFe"] == pytest.approx(66.7, abs=0.1)
