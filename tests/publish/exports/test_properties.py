"""What must hold for every form, whatever the record holds."""

import os
import subprocess
import sys

from hypothesis import HealthCheck, given, settings

from consilience.pipeline import build
from consilience.publish import EXPORTERS, Coding, to_json
from consilience.publish.exports.as_plover import to_plover
from consilience.publish.exports.as_polecat import to_polecat
from tests.properties.test_record import TEXTS

HASHES = """
import hashlib, pathlib, sys
from consilience.publish import EXPORTERS, from_json
record = from_json(pathlib.Path(sys.argv[1]).read_bytes())
for form, write in EXPORTERS.items():
    print(form, hashlib.sha256(write(record)).hexdigest())
"""


def test_the_hash_seed_changes_no_byte_of_any_form(hostile, tmp_path):
    file = tmp_path / "record.json"
    file.write_bytes(to_json(hostile))

    written = [
        subprocess.run(
            [sys.executable, "-c", HASHES, str(file)],
            check=True, capture_output=True, text=True, env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "1")
    ]  # fmt: skip

    assert written[0] == written[1]
    assert written[0].count("\n") == len(EXPORTERS)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_any_text_can_be_written_in_every_form(grammar, report, text):
    situation = build([report(text, outlet="A"), report(text[::-1], outlet="B")], grammar=grammar)
    everything = Coding(all_statuses=True, statements=True)

    assert all(isinstance(write(situation), bytes) for write in EXPORTERS.values())
    ids = {c.id for c in (*situation.events, *situation.statements)}
    rows = [line.split("\t")[0] for line in to_polecat(situation, everything).decode().splitlines()[1:]]
    assert set(rows) <= ids
    assert len(rows) == to_plover(situation, everything).count(b"\n")
