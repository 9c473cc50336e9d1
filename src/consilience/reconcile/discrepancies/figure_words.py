"""A relation between values of one figure, in the words of the record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from consilience.chronology import say_day
from consilience.ids import content_id
from consilience.lang.english_counts import COUNTABLE, OUTCOMES, UNCOUNTED
from consilience.lang.in_words import plural_of, say_bounds, say_number
from consilience.model import Discrepancy, Figure, Reading, Relation
from consilience.reconcile.discrepancies.lines import Line, Value, moment, vouched
from consilience.reconcile.discrepancies.sides import in_words, side_of
from consilience.reconcile.discrepancies.voices import Voices
from consilience.reconcile.sources import FamiliesBehind

#: What a value is called in an explanation.
_NOUNS: Mapping[str, str] = {"price": "price", "votes": "result"}
_QUESTIONS: Mapping[str, str] = {
    "killed": "How many {} were killed?",
    "wounded": "How many {} were wounded?",
    "missing": "How many {} are missing?",
    "detained": "How many {} were detained?",
    "displaced": "How many {} were displaced?",
    "price": "What is the price: {}?",
    "votes": "How many votes: {}?",
}


class Writer(NamedTuple):
    """Puts a relation between values of one figure into the words of the record."""

    figure: Figure
    voices: Voices
    families_behind: FamiliesBehind

    def update(self, steps: Sequence[tuple[Value, Value]]) -> Discrepancy:
        values = list(dict.fromkeys([v for step in steps for v in step]))
        first, last = values[0].first, values[-1].first
        word = "was revised from" if last.low < first.low and last.high is not None else "moved from"
        noun = _NOUNS.get(self.figure.measure, "count")
        told = f"The {noun} {word} {self._told(values[0])} to {self._told(values[-1])}."
        return self._discrepancy("update", values, told)

    def _told(self, v: Value) -> str:
        """Return a value with who gave it and as of when."""
        who = self._name([v])
        return f"{_bare(v.first)} ({who}, {_day(v.first)})" if who else f"{_bare(v.first)} ({_day(v.first)})"

    def dispute(self, lines: Sequence[Line]) -> Discrepancy:
        lines = [[v._replace(readings=tuple(told)) for v in line if (told := vouched(v))] for line in lines]
        said = [f"{self._name(line) or 'reports'} gave {_all_of(line)}" for line in lines]
        about = [r for line in lines for v in line for r in v.readings]
        sides = [(f"{_all_of(line)} ({self._name(line)})", [r for v in line for r in v.readings]) for line in lines]
        explanation = f"{_capital(in_words(said))} for the same time."
        return self._write("source dispute", sides, about, explanation)

    def scope(self, a: Value, b: Value) -> Discrepancy:
        x, y = (a, b) if a.first.low >= b.first.low else (b, a)
        gap = say_number(abs(a.first.low - b.first.low))
        return self._discrepancy(
            "scope differs", [x, y], f"{_bare(x.first)} includes {gap} that {_bare(y.first)} leaves out."
        )

    def local(self, part: Value, wider: Sequence[Value]) -> Discrepancy:
        others = in_words(_bare(v.first) for v in wider)
        told = f"{_bare(part.first)} is told of one place or hospital, {others} of none in particular."
        return self._discrepancy("scope differs", [part, *wider], told)

    def corrected(self, a: Value, b: Value) -> Discrepancy:
        return self._discrepancy("unresolved", [a, b], f"A report gives {_bare(a.first)} in place of {_bare(b.first)}.")

    def contradiction(self, a: Value, b: Value) -> Discrepancy:
        told = _capital(self._name([a]) or "the same source")
        return self._discrepancy(
            "contradiction",
            [a, b],
            f"{told} is given with {_bare(a.first)} and with {_bare(b.first)} for {_day(a.first)}.",
        )

    def sum(self, whole: Reading, parts: Sequence[Reading], total: float, relation: Relation) -> Discrepancy:
        told = " + ".join(say_number(r.low) for r in sorted(parts, key=lambda r: r.value_span))
        sides = [(_bare(whole), [whole]), (f"{told} = {say_number(total)}", list(parts))]
        explanation = f"The parts listed make {say_number(total)}, the whole is given as {_bare(whole)}."
        return self._write(relation, sides, [whole, *parts], explanation)

    def _discrepancy(self, relation: Relation, values: Sequence[Value], explanation: str) -> Discrepancy:
        sides = [(_bare(v.first), list(v.readings)) for v in values]
        return self._write(relation, sides, [r for v in values for r in v.readings], explanation)

    def _question(self) -> str:
        """Return what is asked: "How many officers were killed?"."""
        figure = self.figure
        counted = plural_of(figure.counted.removesuffix(f" {figure.measure}") or figure.unit)
        people = counted.split()[-1:] == ["dead"] or counted in OUTCOMES
        things = figure.measure not in _QUESTIONS and counted.endswith(COUNTABLE) and figure.unit not in UNCOUNTED
        if people or things:
            return f"How many {counted}?"
        return _QUESTIONS.get(figure.measure, "What is the figure: {}?").format(counted)

    def _write(
        self, relation: Relation, sides: Sequence[tuple[str, list[Reading]]], about: Sequence[Reading], explanation: str
    ) -> Discrepancy:
        first = min(about, key=moment)
        return Discrepancy(
            id=content_id("dis", relation, self.figure.id, sides[0][1][0].id, first.id),
            about=(self.figure.id, *sorted({r.id for r in about})),
            kind="figure",
            relation=relation,
            severity="factual",
            question=self._question(),
            sides=tuple(
                side_of(value, [e for r in readings for e in r.evidence], self.families_behind)
                for value, readings in sides
            ),
            explanation=explanation,
        )

    def _name(self, line: Sequence[Value]) -> str:
        """Return the name of a voice: of its first source that has one."""
        said = (r.said_by for v in line for r in v.readings if r.said_by is not None)
        return next((self.voices.names[s] for s in said if s in self.voices.names), "")


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _all_of(line: Line) -> str:
    return in_words(dict.fromkeys(_bare(v.first) for v in line), "then")


def _day(r: Reading) -> str:
    if r.as_of is None:
        return "an unknown day"
    return say_day(r.as_of.latest)


def _bare(r: Reading) -> str:
    """Return a value as people write it."""
    if r.change is not None and r.change.by is not None:
        return f"{r.change.kind} {r.change.by:g}"
    return say_bounds(r.low, r.high, approximate=r.approximate)
