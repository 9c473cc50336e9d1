"""Names that reports spell differently: not shortened, not translated, spelt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from consilience.ids import content_id
from consilience.model import Discrepancy, Entity, Span
from consilience.naming import fold
from consilience.reconcile.discrepancies.sides import FamiliesBehind, side_of

#: Name forms shorter than this say nothing.
SHORTEST_NAME = 4


def spelt_differently(
    entities: Sequence[Entity], texts: Mapping[str, str], families_behind: FamiliesBehind
) -> Iterator[Discrepancy]:
    """Yield the entities whose name reports spell differently, with a side for each spelling."""
    for e in entities:
        forms: dict[str, list[Span]] = defaultdict(list)
        for m in e.mentions:
            if m.form == "name":
                forms[_printed(texts[m.span.document][m.span.start : m.span.end])].append(m.span)
        spellings = _spellings(forms, e.kind == "person")
        if len(spellings) < 2:
            continue
        sides = tuple(side_of(name, forms[name], families_behind) for name in spellings)
        shown = " and ".join(f"“{name}”" for name in spellings)
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
        if all(_differs(name, other) for other in kept):
            kept.append(name)
    return kept


def _differs(a: str, b: str) -> bool:
    """Say whether two forms differ in spelling, not only in length, case or apostrophe."""
    x, y = a.replace("’", "'").casefold().split(), b.replace("’", "'").casefold().split()
    shorter, longer = (x, y) if len(x) <= len(y) else (y, x)
    return not set(shorter) <= set(longer) and not (fold(a) == fold(b) and a.isascii() and b.isascii())
