"""Run the tool on every crisis that lies beside the checkout and print what the scorer says of each.

    python tools/score.py [--details LAYER] [CRISIS ...]

Developers who have evaluation data keep them in ../shared; without it this says so and ends well.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

SHARED = Path(__file__).resolve().parents[2] / "shared"
MAIN = {"integrity": "sound", "documents": "main", "families": "main", "entities": "B3 F1", "events": "F1",
        "statements": "F1", "figures": "F1", "discrepancies": "F1", "timeline": "ordered pairs"}  # fmt: skip


def main(arguments: list[str]) -> int:
    details = arguments[arguments.index("--details") + 1] if "--details" in arguments else None
    wanted = [a for a in arguments if not a.startswith("--") and a != details]
    crises = [
        c
        for c in sorted((SHARED / "data" / "crises").glob("*/"))
        if (c / "gold").is_dir() and (not wanted or c.name in wanted)
    ]
    if not crises:
        print("No crises with gold under ../shared: nothing to score.")
        return 0
    table: dict[str, dict[str, float | None]] = {}
    for crisis in crises:
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, "-m", "consilience", "run", str(crisis / "reports"), "-o", folder]
            subprocess.run(command, check=True, capture_output=True)
            score = [
                sys.executable,
                str(SHARED / "eval" / "score.py"),
                f"{folder}/record.json",
                str(crisis / "gold"),
                str(crisis / "reports"),
            ]
            if details:
                print(subprocess.run([*score, "--details", details], check=True, capture_output=True, text=True).stdout)
            found = json.loads(subprocess.run([*score, "--json"], check=True, capture_output=True, text=True).stdout)[
                "metrics"
            ]
        table[crisis.name] = {key: m["value"] for key, m in found.items()}
    rows = [*(f"{layer}.{name}" for layer, name in MAIN.items()), "summary.macro", "summary.must-find score"]
    print(f"{'metric':<28}" + "".join(f"{name:>10}" for name in table))
    for row in rows:
        print(f"{row:<28}" + "".join(f"{_shown(table[name].get(row)):>10}" for name in table))
    return 0


def _shown(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
