"""What a deed is called by those who speak of it: an accident to one, a crime to another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from consilience.ids import content_id
from consilience.lang import english_disputes as lang
from consilience.lang.english_terms import CHARACTERS
from consilience.model import Annotations, Discrepancy, Side, Span, StatementMention
from consilience.reconcile.discrepancies.sides import in_words, side_of
from consilience.reconcile.entities import Register
from consilience.reconcile.sources import FamiliesBehind
from consilience.reconcile.wording import content_words

_KINDS = tuple(CHARACTERS)
_PATTERNS = tuple("|".join(sorted(nouns, key=len, reverse=True)) for nouns in CHARACTERS.values())
_NOUNS = "|".join(f"(?P<k{number}>{pattern})" for number, pattern in enumerate(_PATTERNS))
_ARTICLE = rf"(?:(?:{'|'.join(lang.BEFORE_CHARACTER)})\s+|[“\"‘«]\s*)*"
_NOT = rf"(?P<not>(?:{'|'.join(lang.NO)})\s+)?"
#: "The blast was not an accident", "It was a crime".
_SAID_TO_BE = re.compile(
    rf"(?P<subject>(?:[\w’'-]+\s+){{0,4}}?[\w’'-]+)\s+(?:{'|'.join(lang.IS)})\s+"
    rf"(?P<word>{_NOT}{_ARTICLE}(?:{_NOUNS}))\b",
    re.IGNORECASE,
)
#: The whole of what is said: "an unlawful act", "the seizure “a family quarrel", "the blast as an accident".
_CALLED = re.compile(
    rf"\W*(?:(?P<subject>(?:{'|'.join(lang.POINTING)})\s+[\w’'-]+(?:\s+[\w’'-]+)?)\s+(?:as\s+)?)?"
    rf"(?P<word>{_NOT}{_ARTICLE}(?:{_NOUNS}))\W*",
    re.IGNORECASE,
)


class _Call(NamedTuple):
    """One speaker's word for something: its kind, whether it is denied, and the stems of what it is said of."""

    kind: str
    word: str
    denied: bool
    speaker: str
    subject: frozenset[str]
    around: frozenset[str]
    sentence: Span
    statement: tuple[str, int]


def called_otherwise(
    notes: Sequence[Annotations], register: Register, families_behind: FamiliesBehind
) -> Iterator[Discrepancy]:
    """Yield the things that two speakers give to two kinds, or one to a kind that another denies.

    The two must speak of one thing: it has the same name, or one names it and the other speaks of it near that name.
    Two speakers are shown once.
    """
    calls = [c for n in notes for s in n.statements for c in _calls(n, s, register)]
    names = {e.id: e.name for e in register.entities}
    told: set[frozenset[str]] = set()
    for a, b in combinations(calls, 2):
        if a.speaker == b.speaker or not _of_one_thing(a, b) or not _are_opposed(a, b):
            continue
        speakers = frozenset({a.speaker, b.speaker})
        if speakers in told:
            continue
        told.add(speakers)
        sides = tuple(_side(c, calls, names[c.speaker], families_behind) for c in (a, b))
        spoken = in_words(f"{names[c.speaker]} says “{c.word}”" for c in (a, b))
        yield Discrepancy(
            id=content_id("dis", "framing", *sorted(speakers), *sorted((a.kind, b.kind))),
            about=tuple(dict.fromkeys((a.speaker, b.speaker))),
            kind="framing",
            relation="source dispute",
            severity="factual",
            question=f"What was it: “{a.word}” or “{b.word}”?",
            sides=sides,
            explanation=f"Of one thing {spoken}.",
        )


def _calls(n: Annotations, s: StatementMention, register: Register) -> Iterator[_Call]:
    text = n.document.text
    behind = (
        s.start if s.cue_end is None or s.form == "direct" else min(s.cue_end, s.start)
    )  # "called the blast “a crime”"
    whole = _CALLED.fullmatch(text, behind, s.end) or _CALLED.fullmatch(text, s.start, s.end)
    found = [whole] if whole else list(_SAID_TO_BE.finditer(text, s.start, s.end))
    speakers = register.all_of(n.document.id, s.speakers)
    for m in found:
        at = next(k for k, o in enumerate(n.parse.sentences) if o.start <= m.start("word") < o.end)
        here, before = n.parse.sentences[at], n.parse.sentences[max(0, at - 1)]
        around = content_words(text[before.start if before.block == here.block else here.start : here.end])
        kind = next(k for number, k in enumerate(_KINDS) if m[f"k{number}"])
        word = " ".join(re.sub(r'[“"‘«]', "", m["word"]).split())
        subject = content_words(m["subject"] or "")
        span = n.document.span(here.start, here.end)
        for speaker in speakers:
            denied = m["not"] is not None
            yield _Call(kind, word, denied, speaker, subject, around, span, (n.document.id, s.start))


def _of_one_thing(a: _Call, b: _Call) -> bool:
    if a.subject and b.subject:
        return bool(a.subject & b.subject)
    named, other = (a, b) if a.subject else (b, a)
    return bool(named.subject & other.around) or (a.denied != b.denied and a.kind == b.kind and bool(named.subject))


def _are_opposed(a: _Call, b: _Call) -> bool:
    if a.kind == b.kind:
        return a.denied != b.denied
    return not a.denied and not b.denied


def _side(c: _Call, calls: Sequence[_Call], name: str, families_behind: FamiliesBehind) -> Side:
    """Return all that a speaker calls it in statements with this word: "not an accident", "a crime"."""
    same = {o.statement for o in calls if (o.speaker, o.word) == (c.speaker, c.word)}
    told = [o for o in calls if o.speaker == c.speaker and o.statement in same]
    words = in_words(f"“{word}”" for word in dict.fromkeys(o.word for o in (c, *told)))
    return side_of(f"{words} ({name})", [o.sentence for o in told], families_behind)
