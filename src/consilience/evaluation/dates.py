"""The day of a report without its printed date: each report of a pile is dated by the others in turn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from consilience.annotate import read_closely
from consilience.annotate.spacy_grammar import SpacyGrammar
from consilience.knowledge import core
from consilience.model import TESTIFYING_ROLES, Annotations, Publication, Role, TimeExpression
from consilience.pipeline import in_order
from consilience.read import read
from consilience.reconcile import merge_entities, settle_dates, trace_sources

#: A day off is near: the evening of one day is the morning paper of the next.
NEAR = 1
#: What a report keeps of its times when its printed date is hidden.
_KEPT: frozenset[Role] = TESTIFYING_ROLES | {"caption"}


def evaluate(path: Path) -> dict[str, float | int]:
    """Return how well the reports at *path* are dated with what each prints of its day hidden, one at a time.

    A folder of folders is a pile each. An answer is right where its interval holds the day, exact where it is that day
    alone, near where it is a day off; "width" is the mean length of the intervals, in days.
    """
    piles = sorted(p for p in path.iterdir() if p.is_dir()) if path.is_dir() else []
    return scores([answer for pile in (piles or [path]) for answer in _of_files(pile)])


def scores(answers: Sequence[tuple[date, Publication | None]]) -> dict[str, float | int]:
    """Return the metrics of *answers*: the day of a report, and the publication found for it."""
    given = [(found, day) for day, found in answers if found is not None]
    off = [max((found.earliest - day).days, (day - found.latest).days, 0) for found, day in given]
    width = [(found.latest - found.earliest).days + 1 for found, _ in given]
    exact = sum(n == 0 and days == 1 for n, days in zip(off, width, strict=True))
    near = sum(n <= NEAR for n in off)
    return {
        "reports": len(answers),
        "answered": len(given),
        "right": sum(n == 0 for n in off),
        "exact": exact,
        "near": near,
        "exact %": round(100 * exact / (len(answers) or 1), 1),
        "near %": round(100 * near / (len(answers) or 1), 1),
        "width": round(sum(width) / (len(given) or 1), 2),
    }


def _of_files(pile: Path) -> Iterator[tuple[date, Publication | None]]:
    notes = tuple(read_closely(in_order(read([pile]).documents), SpacyGrammar()))
    return hidden_in_turn(notes)


def hidden_in_turn(notes: Sequence[Annotations]) -> Iterator[tuple[date, Publication | None]]:
    """Yield the day of each report that prints something of it, and the publication found without that.

    A day without its year and a weekday alone count as the day that they are taken for together with the other reports.
    """
    sources, register = trace_sources(notes), merge_entities(notes, core())
    printed = settle_dates(notes, register, sources).published
    for number, note in enumerate(notes):
        told = printed[note.document.id]
        if note.document.printed and told is not None and told.earliest == told.latest:
            masked = (*notes[:number], _without_date(note), *notes[number + 1 :])
            yield told.earliest, settle_dates(masked, register, sources).published[note.document.id]


def _without_date(note: Annotations) -> Annotations:
    """Return a report without what its page prints of its day: no printed date, no time outside its text."""
    nothing = TimeExpression(anchor="absolute")
    sentences = note.parse.sentences
    times = tuple(t if sentences[t.sentence].role in _KEPT else replace(t, expression=nothing) for t in note.times)
    return replace(note, document=replace(note.document, printed=()), times=times)
