"""One utterance between quotation marks in two wordings: a translation, or a slip."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from consilience.ids import content_id
from consilience.model import Discrepancy, Statement, Telling
from consilience.reconcile.discrepancies.sides import Sentences, side_of
from consilience.reconcile.sources import FamiliesBehind
from consilience.reconcile.wording import content_words, overlap

#: Two quotations of one speaker that share these many words, this share of all, within these days are of one utterance.
SHARED_WORDS, ALIKE, NEAR = 2, 0.33, 3
#: Quotations of one speaker that are compared with each other.
MOST_COMPARED = 200
_QUOTED = re.compile(r"[“\"«](?P<words>[^”\"»]{12,})[”\"»]")


def quoted_differently(
    statements: Sequence[Statement], texts: Mapping[str, str], sentences: Sentences, families_behind: FamiliesBehind
) -> Iterator[Discrepancy]:
    """Yield the utterances whose quotations in two reports have other words; a shorter one is no other wording."""
    by_speaker: dict[str, list[tuple[Statement, Telling, str]]] = defaultdict(list)
    for s in sorted(statements, key=lambda s: s.id):
        for t in s.tellings:
            words = _words(t, texts)
            if words and s.speakers:
                by_speaker[s.speakers[0]].append((s, t, words))
    for speaker, told in sorted(by_speaker.items()):
        seen: set[str] = set()
        for a, b in combinations(told[:MOST_COMPARED], 2):
            if a[0].id in seen or b[0].id in seen or not _are_one(a, b) or not _differ(a[1:], b[1:]):
                continue
            seen |= {a[0].id, b[0].id}
            sides = tuple(
                side_of(f"“{words}”", [sentences.around(t.content) or t.content], families_behind)
                for _, t, words in sorted((a, b), key=lambda x: x[1].content)
            )
            yield Discrepancy(
                id=content_id("dis", "quotation", speaker, a[0].id),
                about=tuple(sorted({a[0].id, b[0].id})),
                kind="attribution",
                relation="wording",
                severity="wording",
                question="What were the words?",
                sides=sides,
                explanation="Reports put different words between quotation marks for one utterance.",
            )


def _are_one(a: tuple[Statement, Telling, str], b: tuple[Statement, Telling, str]) -> bool:
    """Say whether two quotations are of one utterance: held to be one, or alike enough and of the same days."""
    if a[0].id == b[0].id:
        return True
    x, y = content_words(a[2]), content_words(b[2])
    near = not (a[0].when and b[0].when) or abs((a[0].when.earliest - b[0].when.earliest).days) <= NEAR
    return near and len(x & y) >= SHARED_WORDS and overlap(x, y) >= ALIKE


def _words(t: Telling, texts: Mapping[str, str]) -> str:
    """Return the longest passage between marks of a telling."""
    text = texts[t.content.document][t.content.start : t.content.end]
    return max((m["words"] for m in _QUOTED.finditer(text)), key=len, default="")


def _differ(a: tuple[Telling, str], b: tuple[Telling, str]) -> bool:
    x, y = (re.findall(r"\w+", words.casefold()) for _, words in (a, b))
    shorter, longer = (" ".join(z) for z in sorted((x, y), key=len))
    return a[0].content.document != b[0].content.document and shorter not in longer
