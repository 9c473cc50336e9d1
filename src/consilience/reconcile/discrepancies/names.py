"""Names that reports spell differently: not shortened, not translated, spelt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from consilience.ids import content_id
from consilience.model import Discrepancy, Entity, Span
from consilience.naming import fold, likeness
from consilience.reconcile.discrepancies.sides import Sentences, in_words, side_of
from consilience.reconcile.sources import FamiliesBehind

#: Name forms shorter than this say nothing.
SHORTEST_NAME = 4
#: Words of two spellings of a body's or a place's name are at least this alike: "Turkic" and "Turkish", "Rus" not.
ALIKE_WORDS = 0.6


def spelt_differently(
    entities: Sequence[Entity], texts: Mapping[str, str], sentences: Sentences, families_behind: FamiliesBehind
) -> Iterator[Discrepancy]:
    """Yield the entities whose name reports spell differently, with a side for each spelling.

    A side cites, for each report, the first sentence with that spelling.
    """
    for e in entities:
        forms: dict[str, list[Span]] = defaultdict(list)
        for m in e.mentions:
            if m.form == "name" and sentences.around(m.span) is not None:
                forms[_printed(texts[m.span.document][m.span.start : m.span.end])].append(m.span)
        spellings = _spellings(forms, e.kind == "person")
        if len(spellings) < 2:
            continue
        sides = tuple(side_of(name, sentences.first_of_each_report(forms[name]), families_behind) for name in spellings)
        shown = in_words(f"“{name}”" for name in spellings)
        yield Discrepancy(
            id=content_id("dis", "name", e.id),
            about=(e.id,),
            kind="name",
            relation="wording",
            severity="wording",
            question=f"How is {e.name} spelt?",
            sides=sides,
            explanation=f"Reports write {shown} for the same {e.kind}.",
        )


def _printed(name: str) -> str:
    return name.title() if name.isupper() and len(name) > 6 else name


def _spellings(forms: Mapping[str, list[Span]], person: bool) -> list[str]:
    """Return one form for each spelling of a name, the most frequent first."""
    kept: list[str] = []
    for name in sorted(forms, key=lambda n: (-len(n.split()), -len(forms[n]), n)):
        words = name.split()
        if (
            len(name) < SHORTEST_NAME
            or name.isupper()
            or (person and len(words) == 1 and any(len(k.split()) > 1 for k in kept))
        ):
            continue
        if not kept or (all(_differs(name, k) for k in kept) and any(_is_variant(name, k, person) for k in kept)):
            kept.append(name)
    return kept


def _is_variant(a: str, b: str, person: bool) -> bool:
    """Say whether two forms are one name word for word: "Civil Front" is of "Civic Front", "Britain" not of "UK"."""
    x, y = fold(a).split(), fold(b).split()
    least = 0.0 if person else ALIKE_WORDS
    if any(len(v) == 1 or len(w) == 1 for v, w in zip(x, y, strict=False) if v != w):
        return False  # "U.N." shortens and does not misspell
    return len(x) == len(y) and all(likeness(v, w) >= least for v, w in zip(x, y, strict=True))


def _differs(a: str, b: str) -> bool:
    """Say whether two forms differ in spelling, not only in length, case or apostrophe."""
    x, y = a.replace("’", "'").casefold().split(), b.replace("’", "'").casefold().split()
    shorter, longer = (x, y) if len(x) <= len(y) else (y, x)
    return not set(shorter) <= set(longer) and not (fold(a) == fold(b) and a.isascii() and b.isascii())
