"""The totals of a record: how much of everything a pile of reports gave."""

from __future__ import annotations

from pathlib import Path

from consilience.annotate.spacy_grammar import SpacyGrammar
from consilience.pipeline import build
from consilience.read import read
from consilience.record import find_problems


def evaluate(path: Path) -> dict[str, float | int]:
    """Return the totals of the record of the reports at *path*, and how many promises it breaks (0)."""
    situation = build(read([path]).documents, grammar=SpacyGrammar())
    return {
        "reports": len(situation.documents),
        "families": len(situation.families),
        "entities": len(situation.entities),
        "events": len(situation.events),
        "statements": len(situation.statements),
        "figures": len(situation.figures),
        "readings": sum(len(f.readings) for f in situation.figures),
        "discrepancies": len(situation.discrepancies),
        "problems": sum(1 for _ in find_problems(situation)),
    }
