"""Passages that two reports have in common, word for word or nearly so.

Sentences meet through an inverted index of word shingles, so the work grows with what is shared, not with the square of
the number of reports. A translation or a free paraphrase is out of reach: what is found is a lower bound.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from anyascii import anyascii
from rapidfuzz.distance import LCSseq

from consilience.lang.english_sources import SAYING
from consilience.lang.inflection import in_one_spelling
from consilience.lang.page import page_cues
from consilience.model import TESTIFYING_ROLES, Annotations, Record, Sentence, Span

#: Width of the shingles that bring two sentences together, in words. A quotation of four words still has one.
SHINGLE = 4
#: A shingle in more sentences than this pairs each of them with the first and its neighbours only: a wire printed a
#: thousand times.
COMMON = 12
#: A shingle in more sentences than this is a turn of phrase: it takes two to bring sentences together.
FEW = 4
#: Runs of fewer words in common are chance: "in the capital".
RUN = 3
#: Sentences with this share of the shorter one's words in common runs are one passage.
COVERED = 0.5
#: A run of so many words in common is reuse whatever stands around it, if it is more than a name.
LONG_RUN = 8
#: Fewer content words say nothing that two writers would not say alike: "was arrested on", "told reporters".
LEAST_SAID = 3
#: Two reports share so many content words in passages, or none that count: "was booked into jail" is told by all.
LEAST_TOGETHER = 5
#: Width of the runs by which a report's copied share is told, in words.
WRITTEN = 5
#: The least number of words that a shared passage has.
PASSAGE = 6
#: A quotation of so many words, so many of them not function words, is not said twice by chance.
QUOTATION = 4
QUOTATION_CONTENT = 2

_QUOTED = re.compile(r"“[^“”]+”|\"[^\"]+\"|«[^«»]+»|‘[^‘’]+’(?!\w)")
_FUNCTION = frozenset(
    {"ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "SCONJ", "PUNCT", "SPACE", "SYM", "X", "INTJ", "PROPN", "NUM"}
)

_FINITE = frozenset({"VBD", "VBZ", "VBP", "VB", "MD"})
_MATTER = frozenset({"NOUN", "VERB", "ADJ", "NUM"})
_DEEDS = frozenset({"VERB"})

Kind = Literal["text", "quotation", "retold"]


class Passage(Record, frozen=True):
    """A sentence as words to compare: folded, without punctuation.

    *content* marks the words that are no function words, names or numbers, *verbs* the finite verbs; *quoted* are the
    ranges of words between quotation marks. *matter* are the lemmas and numbers that say what it is about, *deeds* the
    verbs of them, *names* the words of its names, each once. They are tuples, not sets: Python's collector goes through
    all sets alive again and again, which made a large pile cost more than it holds. *key* numbers the sentence in the
    order of the reports. *credited* says that it names a release as its source.
    """

    key: int
    document: int
    span: Span
    words: tuple[str, ...]
    matter: tuple[str, ...]
    deeds: tuple[str, ...]
    names: tuple[str, ...]
    content: tuple[bool, ...]
    verbs: tuple[bool, ...]
    quoted: tuple[tuple[int, int], ...]
    credited: bool


class Shared(Record, frozen=True):
    """Two sentences of two reports that have a passage in common. *said* are its content words, sorted."""

    first: int
    second: int
    kind: Kind
    said: tuple[str, ...] = ()


def find_passages(notes: Sequence[Annotations]) -> tuple[Passage, ...]:
    """Return the sentences of all reports that may testify, in the order of the reports."""
    found: list[Passage] = []
    for number, note in enumerate(notes):
        quoted = [(m.start(), m.end()) for m in _QUOTED.finditer(note.document.text)]
        for index, sentence in enumerate(note.parse.sentences):
            if sentence.role in TESTIFYING_ROLES:
                found.append(_passage(len(found), number, note, index, quoted))
    return tuple(found)


def find_shared(passages: Sequence[Passage]) -> tuple[Shared, ...]:
    """Return the pairs of sentences of different reports that share a passage, in order."""
    found = (_compared(passages[a], passages[b]) for a, b in _candidates(passages))
    between: dict[tuple[int, int], list[Shared]] = defaultdict(list)
    for shared in found:
        if shared:
            between[passages[shared.first].document, passages[shared.second].document].append(shared)
    kept = (shared for group in between.values() if _is_reuse(group) for shared in group)
    return tuple(sorted(kept, key=lambda shared: (shared.first, shared.second)))


def find_twins(passages: Sequence[Passage]) -> tuple[Shared, ...]:
    """Return the pairs of sentences of reports that are the same word for word from first to last, however short."""
    by_document: dict[int, list[Passage]] = defaultdict(list)
    for passage in passages:
        by_document[passage.document].append(passage)
    by_text: dict[tuple[tuple[str, ...], ...], list[list[Passage]]] = defaultdict(list)
    for said in by_document.values():
        by_text[tuple(p.words for p in said)].append(said)
    return tuple(
        Shared(a.key, b.key, "text")
        for copies in by_text.values()
        for other in copies[1:]
        for a, b in zip(copies[0], other, strict=True)
    )


def copied_share(one: Sequence[Passage], other: Sequence[Passage]) -> float:
    """Return how much of the shorter of two reports the other has word for word, from 0.0 to 1.0.

    *one* and *other* are the sentences of a report each, in order. Counted are runs of `WRITTEN` words, across
    sentences: so many in a row are copied, not met by chance. A report of fewer words scores 0.0.

    Source: containment, Broder 1997, "On the resemblance and containment of documents".
    """
    runs = [set(_runs([word for passage in report for word in passage.words], WRITTEN)) for report in (one, other)]
    return len(runs[0] & runs[1]) / (min(map(len, runs)) or 1)


def _runs(words: Sequence[str], width: int) -> Iterator[tuple[str, ...]]:
    return (tuple(words[n : n + width]) for n in range(len(words) - width + 1))


def _is_reuse(group: Sequence[Shared]) -> bool:
    """Say whether what two reports share is too much for chance: one short phrase of the trade is not."""
    said = {word for shared in group for word in shared.said}
    return len(said) >= LEAST_TOGETHER or any(shared.kind == "quotation" for shared in group)


@lru_cache(maxsize=65_536)
def folded(word: str) -> str:
    """Return a word as it is compared: plain letters, small, in one spelling ("Türkiye's", "organisation")."""
    plain = re.sub(r"[^a-z0-9]", "", anyascii(word).casefold().removesuffix("'s"))
    return in_one_spelling(plain)


def _passage(key: int, document: int, note: Annotations, index: int, quoted: Sequence[tuple[int, int]]) -> Passage:
    parse, text, sentence = note.parse, note.document.text, note.parse.sentences[index]
    words, content, verbs, starts = [], [], [], []
    for n in range(sentence.first, sentence.last):
        word = folded(text[parse.starts[n] : parse.ends[n]])
        if word:
            words.append(word)
            plain = parse.parts[n] not in _FUNCTION and not parse.entities[n]
            content.append(plain and parse.lemmas[n] not in SAYING)
            verbs.append(parse.tags[n] in _FINITE and parse.lemmas[n] not in SAYING)
            starts.append(parse.starts[n])
    return Passage(
        key=key,
        document=document,
        span=note.document.span(sentence.start, sentence.end),
        words=tuple(words),
        matter=tuple(dict.fromkeys(_matter(note, sentence))),
        deeds=tuple(dict.fromkeys(_matter(note, sentence, _DEEDS))),
        names=tuple(dict.fromkeys(_names(note, sentence))),
        content=tuple(content),
        verbs=tuple(verbs),
        quoted=tuple(_ranges(starts, quoted)),
        credited=page_cues().has("credit.retold", text[sentence.start : sentence.end]),
    )


def _matter(note: Annotations, sentence: Sentence, parts: frozenset[str] = _MATTER) -> Iterator[str]:
    """Yield the lemmas of nouns, verbs and adjectives and the numbers; names stand in every sentence of a report."""
    parse = note.parse
    for n in range(sentence.first, sentence.last):
        if parse.parts[n] in parts and parse.lemmas[n] not in SAYING:
            yield folded(parse.lemmas[n])


def _names(note: Annotations, sentence: Sentence) -> Iterator[str]:
    parse = note.parse
    for n in range(sentence.first, sentence.last):
        if parse.parts[n] == "PROPN":
            yield folded(note.document.text[parse.starts[n] : parse.ends[n]])


def _ranges(starts: Sequence[int], quoted: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for first, last in quoted:
        inside = [n for n, at in enumerate(starts) if first <= at < last]
        if inside:
            yield inside[0], inside[-1] + 1


def _candidates(passages: Sequence[Passage]) -> list[tuple[int, int]]:
    """Return the pairs of sentences that share a shingle, in order, each once."""
    documents, count = [passage.document for passage in passages], len(passages)
    pairs: set[int] = set()
    doubtful: set[int] = set()
    for keys in _meetings(passages):
        met = {a * count + b for a, b in _paired(keys) if documents[a] != documents[b]}
        if len(keys) <= FEW:
            pairs |= met
        else:
            pairs |= doubtful & met
            doubtful |= met
    return [divmod(pair, count) for pair in sorted(pairs)]


def _meetings(passages: Sequence[Passage]) -> Iterable[list[int]]:
    """Return the sentences of each shingle that two or more have, in order.

    Most stand in one sentence only; of 100,000 reports they are millions, so each is held as two numbers.
    """
    words = {word: n for n, word in enumerate(dict.fromkeys(word for p in passages for word in p.words))}
    first: dict[int, int] = {}
    more: dict[int, list[int]] = {}
    for passage in passages:
        for shingle in dict.fromkeys(_numbered(passage.words, words)):
            holder = first.setdefault(shingle, passage.key)
            if holder != passage.key:
                more.setdefault(shingle, [holder]).append(passage.key)
    return more.values()


def _numbered(words: Sequence[str], numbers: Mapping[str, int]) -> Iterator[int]:
    """Yield the runs of `SHINGLE` words, in order, each as one number with a digit a word."""
    base, digits = len(numbers), [numbers[word] for word in words]
    for n in range(len(digits) - SHINGLE + 1):
        shingle = 0
        for digit in digits[n : n + SHINGLE]:
            shingle = shingle * base + digit
        yield shingle


def _paired(keys: Sequence[int]) -> Iterator[tuple[int, int]]:
    if len(keys) > COMMON:
        yield from ((keys[0], key) for key in keys[1:])
        yield from pairwise(keys)
    else:
        yield from ((a, b) for n, a in enumerate(keys) for b in keys[n + 1 :])


def _compared(a: Passage, b: Passage) -> Shared | None:
    """Return what two sentences share, if it is more than a name or a phrase: it says something, with a verb."""
    blocks = LCSseq.opcodes(a.words, b.words).as_matching_blocks()
    runs = [(m.a, m.b, m.size) for m in blocks if m.size >= RUN]
    if _is_quotation(a, [(x, size) for x, _, size in runs]) or _is_quotation(b, [(y, size) for _, y, size in runs]):
        return Shared(a.key, b.key, "quotation")
    covered = sum(size for _, _, size in runs)
    if covered < PASSAGE:
        return None
    ranges = [range(x, x + size) for x, _, size in runs]
    most = covered >= COVERED * min(len(a.words), len(b.words)) and _says_something(a, ranges, LEAST_SAID)
    long = any(len(r) >= LONG_RUN and _says_something(a, [r], LEAST_SAID + 1) for r in ranges)
    said = sorted({a.words[n] for r in ranges for n in r if a.content[n]})
    return Shared(a.key, b.key, "text", tuple(said)) if most or long else None


def _says_something(passage: Passage, ranges: Iterable[range], least: int) -> bool:
    """Say whether words in *ranges* have a verb and at least so many content words, the verb included."""
    places = [n for r in ranges for n in r]
    return any(passage.verbs[n] for n in places) and sum(passage.content[n] for n in places) >= least


def _is_quotation(passage: Passage, runs: Sequence[tuple[int, int]]) -> bool:
    """Say whether a run holds a whole quotation of *passage*, or enough of its words."""
    for start, size in runs:
        for first, last in passage.quoted:
            begin, end = max(start, first), min(start + size, last)
            whole = (begin, end) == (first, last)
            content = sum(passage.content[begin:end])
            if content >= QUOTATION_CONTENT and end - begin >= (QUOTATION if whole else PASSAGE):
                return True
    return False
