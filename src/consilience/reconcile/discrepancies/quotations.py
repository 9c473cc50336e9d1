"""One utterance between quotation marks in two wordings: a translation, or a slip."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from consilience.ids import content_id
from consilience.model import Discrepancy, Statement, Telling
from consilience.reconcile.discrepancies.sides import FamiliesBehind, Sentences, side_of

_QUOTED = re.compile(r"[“\"«](?P<words>[^”\"»]{12,})[”\"»]")


def quoted_differently(
    statements: Sequence[Statement], texts: Mapping[str, str], sentences: Sentences, families_behind: FamiliesBehind
) -> Iterator[Discrepancy]:
    """Yield the utterances whose quotations in two reports have other words; a shorter one is no other wording."""
    for s in statements:
        told = [(t, words) for t in s.tellings if (words := _words(t, texts))]
        pair = next(((a, b) for n, a in enumerate(told) for b in told[n + 1 :] if _differ(a, b)), None)
        if pair is None:
            continue
        sides = tuple(
            side_of(f"“{words}”", [sentences.around(t.content) or t.content], families_behind)
            for t, words in sorted(pair, key=lambda x: x[0].content)
        )
        yield Discrepancy(
            id=content_id("dis", "quotation", s.id),
            about=(s.id,),
            kind="attribution",
            relation="wording",
            severity="wording",
            question="What were the words?",
            sides=sides,
            explanation="Reports put different words between quotation marks for one utterance.",
        )


def _words(t: Telling, texts: Mapping[str, str]) -> str:
    """Return the longest passage between marks of a telling."""
    text = texts[t.content.document][t.content.start : t.content.end]
    return max((m["words"] for m in _QUOTED.finditer(text)), key=len, default="")


def _differ(a: tuple[Telling, str], b: tuple[Telling, str]) -> bool:
    x, y = (re.findall(r"\w+", words.casefold()) for _, words in (a, b))
    shorter, longer = (" ".join(z) for z in sorted((x, y), key=len))
    return a[0].content.document != b[0].content.document and shorter not in longer
