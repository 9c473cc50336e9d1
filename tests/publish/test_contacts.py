"""The network of contacts."""

import os
import subprocess
import sys

#: Two groups of parties that never met: networkx takes the smaller one out in the order of a set.
CODE = """
from consilience.publish.contacts import _packed
few, many = [f"few-{n}" for n in range(4)], [f"many-{n:02}" for n in range(14)]
print(_packed([(a, b) for group in (few, many) for a, b in zip(group, group[1:])]))
"""


def test_the_places_do_not_hang_on_the_hash_seed():
    drawn = {
        subprocess.run(
            [sys.executable, "-c", CODE], check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(drawn) == 1
