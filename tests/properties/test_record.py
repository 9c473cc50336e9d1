"""What must hold for every text: spans quote themselves, order and hash seed change nothing."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consilience.pipeline import build
from consilience.publish import from_json, to_json
from consilience.read import read

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"

WORDS = st.sampled_from(
    "Police arrested Milena Duarte on Monday . said that the bridge “ ” \" ' , : ; President Arvo Lindqvist killed 12 "
    "people including nine officers Norway Swedish ministry his office told reporters March 11 2025 \n \n\n (AB) - — 3.5 % "
    "million $ REUTERS The According to will not resign ‘ ’ \u202e \U0001f30a é ß 中 READ MORE: By".split(" ")
)
TEXTS = st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=200)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_any_text_gives_a_sound_record_that_reads_back(grammar, report, text):
    situation = build([report(text, outlet="A"), report(text[::-1], outlet="B")], grammar=grammar)

    assert from_json(to_json(situation)) == situation


def test_the_order_of_files_changes_no_byte(grammar):
    documents = list(read([EXAMPLES]).documents)
    first = to_json(build(documents, grammar=grammar))

    documents = documents[1::2] + documents[::2]

    assert to_json(build(documents, grammar=grammar)) == first


def test_a_reprint_changes_no_value_and_no_count_of_sources(grammar, report):
    text = "The flood killed 12 people near the old railway bridge in Oslo, the fire brigade said on Monday evening."
    wire = report(text, outlet="A", published="2025-03-11")
    once = build([wire], grammar=grammar)

    twice = build([wire, report(text, outlet="B", published="2025-03-11")], grammar=grammar)

    def values(situation):
        return {(f.measure, r.low, r.high, len(r.families)) for f in situation.figures for r in f.readings}

    assert values(once) == values(twice)


@pytest.mark.parametrize("cached", [True, False], ids=["warm", "cold"])
def test_hash_seed_and_cache_change_no_byte(tmp_path, cached):
    digests = set()
    for seed in ("0", "1"):
        out = tmp_path / seed
        call = [sys.executable, "-m", "consilience", "run", str(EXAMPLES), "-o", str(out)]
        subprocess.run(
            call + ([] if cached else ["--no-cache"]),
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "CONSILIENCE_CACHE": str(tmp_path / "cache")},
        )
        digests |= {
            hashlib.sha256((out / name).read_bytes()).hexdigest() + name for name in ("record.json", "report.html")
        }

    assert len(digests) == 2


def test_a_record_read_back_is_written_with_the_same_bytes(built, report):
    situation = built(report("Guards have killed dozens of rioters in Tesso on Monday, doctors said."))

    assert to_json(from_json(to_json(situation))) == to_json(situation)
