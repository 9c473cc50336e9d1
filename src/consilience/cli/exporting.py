"""What `export` writes: one form of a record, whole or not at all."""

from __future__ import annotations

import sys
from pathlib import Path

from consilience.errors import UsageError
from consilience.model import Situation
from consilience.publish import CODED, EXPORTERS, Coding, left_out


def exported(form: str, situation: Situation, coding: Coding) -> tuple[bytes, tuple[str, ...]]:
    """Return a form of *situation*, and what was left out of it, a line each."""
    if form not in CODED:
        return EXPORTERS[form](situation), ()
    counts = left_out(situation, coding)
    notes = tuple(
        f"left out: {number} of {len(situation.events)} events, {why}" for why, number in sorted(counts.items())
    )
    return EXPORTERS[form](situation, coding), notes


def write_file(data: bytes, file: Path) -> None:
    """Write *data* to *file* ("-": standard output), beside its place first and moved there when it is whole.

    Raises:
        UsageError: it cannot be written.
    """
    if str(file) == "-":
        sys.stdout.buffer.write(data)
        return
    beside = file.with_name(f".{file.name}.part")
    try:
        beside.write_bytes(data)
        beside.replace(file)
    except OSError as problem:
        raise UsageError(f"{file}: cannot be written ({problem.strerror}). Name another file with -o.") from problem
    finally:
        beside.unlink(missing_ok=True)
