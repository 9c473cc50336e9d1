"""The record of the shipped example, reviewed line by line: a change to it is seen in the diff of one file."""

from tests.golden.digest import EXAMPLES, GOLDEN, as_text

from consilience.pipeline import build
from consilience.read import read


def test_the_record_of_the_example_is_as_reviewed(grammar):
    found = as_text(build(read([EXAMPLES]).documents, grammar=grammar))

    # After a change that is meant: `make golden`, then read the diff.
    assert found == GOLDEN.read_text(encoding="utf-8")
