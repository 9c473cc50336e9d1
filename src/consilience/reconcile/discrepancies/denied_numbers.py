"""Numbers that one source gives and another denies: a sum, or any dead at all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from consilience.ids import content_id
from consilience.lang import english_disputes as lang
from consilience.lang.in_words import say_bounds, say_number
from consilience.model import TESTIFYING_ROLES, Annotations, Discrepancy, Figure, Reading, Sentence, Span
from consilience.reconcile.discrepancies.sides import side_of
from consilience.reconcile.sources import FamiliesBehind

#: Values below this recur by chance.
TELLING_VALUE = 10
#: Nobody at all, and not "no deaths since Monday" or "no more deaths".
_HARMED = rf"(?:was|had been|has been)\s+(?:{'|'.join(lang.HARMED)})"
NOBODY = re.compile(
    rf"\bno\s+(?:{'|'.join(lang.CASUALTIES)}|one\s+{_HARMED})\b(?!\s+(?:{'|'.join(lang.SINCE_THEN)}))|"
    rf"\bnobody\s+{_HARMED}\b",
    re.IGNORECASE,
)
#: "One crew member killed - harbour office": a flash with its source.
CREDITED = re.compile(r"\s[-–—]\s[\w’' ]{3,40}$")
WOUNDED = re.compile("|".join(lang.WOUNDS), re.IGNORECASE)


def denied_figures(figures: Sequence[Figure], families_behind: FamiliesBehind) -> Iterator[Discrepancy]:
    """Yield the sums and numbers that one source gives and another denies."""
    told: dict[tuple[str, str, float], list[tuple[Figure, Reading]]] = defaultdict(list)
    for f in figures:
        for r in f.readings:
            if r.low == r.high and r.low >= TELLING_VALUE:
                told[f.measure, f.unit, r.low].append((f, r))
    for (_, unit, value), readings in sorted(told.items()):
        no = [(f, r) for f, r in readings if r.status == "denied"]
        yes = [(f, r) for f, r in readings if r.status != "denied"]
        if not no or not yes:
            continue
        said = f"{say_number(value)} {unit}"
        yield Discrepancy(
            id=content_id("dis", "denied", no[0][1].id, yes[0][1].id),
            about=tuple(sorted({i for f, r in readings for i in (f.id, r.id)})),
            kind="attribution",
            relation="source dispute",
            severity="factual",
            question=f"Is it {said}?",
            sides=(
                side_of(said, [e for _, r in yes for e in r.evidence], families_behind),
                side_of(f"not {said}", [e for _, r in no for e in r.evidence], families_behind),
            ),
            explanation=f"One source gives {said}, another denies it.",
        )


# --- "no deaths"


def denied_tolls(
    notes: Sequence[Annotations], figures: Sequence[Figure], families_behind: FamiliesBehind
) -> Iterator[Discrepancy]:
    """Yield the dead or wounded whom one source counts where, in the same report, another says that there are none."""
    told: dict[str, list[tuple[Figure, Reading]]] = defaultdict(list)
    for f in figures:
        for r in f.readings if f.measure in {"killed", "wounded"} else ():
            if r.low >= 1 and r.status in {"occurred", "alleged"}:
                told[r.value_span.document].append((f, r))
    for n in notes:
        document, text = n.document.id, n.document.text
        for s in n.parse.sentences if told.get(document) else ():
            none = NOBODY.search(text, s.start, s.end) if s.role in TESTIFYING_ROLES else None
            if none is None:
                continue
            measure = "wounded" if WOUNDED.search(none[0]) else "killed"
            here = n.document.span(s.start, s.end)
            against = [
                (f, r)
                for f, r in told[document]
                if f.measure == measure and _is_sourced(r, text) and _is_beside(n, r, s)
            ]
            if against:
                yield _none_at_all(against, here, none[0], families_behind)


def _is_sourced(r: Reading, text: str) -> bool:
    e = r.evidence[0]
    return r.said_by is not None or CREDITED.search(text[e.start : e.end]) is not None


def _is_beside(n: Annotations, r: Reading, s: Sentence) -> bool:
    """Say whether a reading stands in another sentence of the same or the next lines."""
    other = next((o for o in n.parse.sentences if o.start <= r.value_span.start < o.end), None)
    return other is not None and other.start != s.start and abs(other.block - s.block) <= 1


def _none_at_all(
    against: Sequence[tuple[Figure, Reading]], here: Span, words: str, families_behind: FamiliesBehind
) -> Discrepancy:
    figure, reading = against[0]
    value = say_bounds(reading.low, reading.high, approximate=reading.approximate)
    return Discrepancy(
        id=content_id("dis", "none", figure.id, here.document, here.start),
        about=(figure.id, *sorted({r.id for _, r in against})),
        kind="figure",
        relation="source dispute",
        severity="factual",
        question=f"Were any {figure.measure}: {figure.counted}?",
        sides=(
            side_of(value, [e for _, r in against for e in r.evidence], families_behind),
            side_of(words, [here], families_behind),
        ),
        explanation=f"One source counts {value}, another says that there are none.",
    )
