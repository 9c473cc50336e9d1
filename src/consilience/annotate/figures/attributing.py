"""On whose word the figures of a report stand, of whom, where and as of when."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from msgspec.structs import replace

from consilience.annotate.figures.settings import Settings, with_shares
from consilience.annotate.figures.surroundings import Surroundings
from consilience.annotate.figures.voices import Voices
from consilience.annotate.issuers import issuer_of
from consilience.model import Annotations, FigureMention

#: Smaller values recur by chance.
LEAST_REPEATED = 3


def attribute_figures(notes: Annotations) -> Annotations:
    """Return the figures with `said_by`, `about`, `place` and `time` filled in where the report tells them."""
    if not notes.figures:
        return notes
    around = Surroundings(notes)
    issuer = issuer_of(notes)
    voices = Voices(around, issuer)
    settings = Settings(around, voices.verb)
    figures = [
        replace(g, said_by=voices.voice(g), about=settings.candidate(g), place=settings.place(g), time=settings.time(g))
        for g in with_shares(around)
    ]
    figures = _in_the_same_order(figures)
    figures = _shared(figures)
    return replace(notes, figures=tuple(f if f.said_by is not None else replace(f, said_by=issuer) for f in figures))


def _in_the_same_order(figures: Sequence[FigureMention]) -> list[FigureMention]:
    """Give a bare list of parts the parties of the list before it: "63, 51 and 6" after "A 60, B 55 and others 5"."""
    result = list(figures)
    parts = [n for n, f in enumerate(figures) if f.part_of is not None and (f.measure == "votes" or f.unit == "seats")]
    lists = [list(ns) for _, ns in groupby(parts, key=lambda n: (figures[n].part_of, figures[n].sentence))]
    for one, other in pairwise(lists):
        alike = len(one) == len(other) > 1 and figures[one[0]].part_of == figures[other[0]].part_of
        if alike and all(figures[n].about is None for n in other):
            for n, m in zip(one, other, strict=True):
                result[m] = replace(result[m], about=figures[n].about)
    return result


def _shared(figures: Sequence[FigureMention]) -> list[FigureMention]:
    """Give the source of a value to where the report repeats it without one, and that of a whole to its parts."""
    figures = _carried_on(figures)
    vouched = {(f.measure, f.low, f.high): f.said_by for f in reversed(figures) if f.said_by is not None}
    result = [
        f if f.said_by is not None or (f.low == f.high and f.low < LEAST_REPEATED)
        else replace(f, said_by=vouched.get((f.measure, f.low, f.high)))
        for f in figures
    ]  # fmt: skip
    for n, f in enumerate(result):
        if f.said_by is None and f.part_of is not None and result[f.part_of].said_by is not None:
            result[n] = replace(f, said_by=result[f.part_of].said_by)
    return result


def _carried_on(figures: Sequence[FigureMention]) -> list[FigureMention]:
    """Give the source of a figure to those that the sentence goes on with: "counts 12 dead, 40 wounded, 3 missing"."""
    result: list[FigureMention] = []
    for f in figures:
        last = result[-1] if result and result[-1].sentence == f.sentence else None
        goes_on = f.said_by is None and last is not None and f.measure != "duration"
        result.append(replace(f, said_by=last.said_by) if goes_on and last else f)
    return result
