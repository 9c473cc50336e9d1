"""How source families grow with the pile: 1,000, 10,000 and 100,000 short made-up reports, every fifth a reprint.

    python tools/bench_families.py [COUNT ...]

Each size runs in a process of its own, so that its peak memory is its own. The reports are parsed by a splitter and a
word list of the generator instead of a language model: what is measured is `trace_sources`, not spaCy. Seconds are of the
processor, so that other work beside does not count. "growth" is the
exponent k in time ~ reports^k between two sizes.
"""

from __future__ import annotations

import json
import math
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator

from consilience.model import Annotations, Document, Parse, Segment, Sentence
from consilience.reconcile.sources import trace_sources

SIZES = (1_000, 10_000, 100_000)
#: One report in so many reprints an earlier one.
REPRINTED = 5
#: So many of a hundred reports are releases of an office.
OFFICIAL = 2
#: Aims on two cores for the largest size: seconds, megabytes, and the exponent of growth.
MOST_SECONDS, MOST_MEGABYTES, MOST_GROWTH = 180, 2_000, 1.15

#: Syllables that made-up words and names are composed of.
_HEADS = tuple(
    """
    ba cor del fen gal hir jov kel lum mar nes or pra quil ros sten tol ur vel wen yar zim bru cli dra
    fro gle hol ist kno lar mun
""".split()
)
_TAILS = tuple(
    """
    dan ber ton vik mor lin set rup gan fel nor dit bel cam hus wod pil ter sam kor len mit rag sul tav
    vor win zet dor fin gul hem
""".split()
)
#: Sentences have one of these frames; what stands between the slots is what reporters write every day.
_FRAMES = (
    "{Name} {did} the {noun} of {Place} on {day} after {n} {nouns} were {done}.",
    "The {noun} in {Place} was {done} by {nouns} from {Place}, {Name} said.",
    "Police {did} {n} {nouns} near the {noun} of {Place}.",
    "According to {Name}, the {nouns} {did} every {noun} before the {noun} was {done}.",
    "A {noun} {done} in {Place} has {done} the {nouns}, officials said on {day}.",
    '"We {did} the {noun} and {did} the {nouns} of {Place}," {Name} told reporters.',
    "{Nouns} {did} {Place} while {n} {nouns} {did} the {noun}.",
    "It was the {noun} of {Name} that {did} {n} {nouns} in {Place}.",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SLOT = re.compile(r"\{(\w+)\}")
_TOKEN = re.compile(r"\w+|[^\w\s]")
_FUNCTION = frozenset(
    """
    the of on after were in was by from near according to every before a has we and while it that The A
    We It According
""".split()
)


def reports(count: int) -> Iterator[str]:
    """Yield *count* reports of 3 to 5 sentences; every `REPRINTED`th is an earlier one, its last sentence its own."""
    for number in range(count):
        if number % REPRINTED == REPRINTED - 1:
            first = _first_of(number)
            yield " ".join([*_sentences(first)[:-1], _sentence(number, 9)])
        else:
            yield " ".join(_sentences(number))


def reprinted(count: int) -> int:
    """Return how many families the reports have: earlier reports that others reprint."""
    return len({_first_of(n) for n in range(REPRINTED - 1, count, REPRINTED)})


def _first_of(number: int) -> int:
    """Return which report the reprint *number* has its text from: one that is no reprint itself, anywhere before.

    The earlier, the likelier, so that a few are printed a thousand times and most once.
    """
    share = _mixed(number, 0) / 2**64
    return int(share**3 * number) // REPRINTED * REPRINTED


def _sentences(number: int) -> list[str]:
    return [_sentence(number, line) for line in range(3 + number % 3)]


def _sentence(number: int, line: int) -> str:
    frame = _FRAMES[_mixed(number, 100 + line) % len(_FRAMES)]
    slots = iter(range(1, 20))
    return _SLOT.sub(lambda slot: _filled(slot[1], _mixed(number, 1_000 * line + next(slots))), frame)


def _filled(slot: str, dice: int) -> str:
    head, middle, tail = _HEADS[dice % 32], _TAILS[dice // 32 % 32], _TAILS[dice // 1_024 % 32]
    match slot:
        case "Name":
            return f"{(head + 'o').capitalize()} {(middle + tail).capitalize()}"
        case "Place":
            return f"{head}{middle}".capitalize()
        case "noun":
            return f"{head}{middle}or"
        case "nouns" | "Nouns":
            return f"{head}{middle}ers" if slot == "nouns" else f"{head}{middle}ers".capitalize()
        case "did" | "done":
            return f"{head}{tail}ed"
        case "n":
            return str(2 + dice % 977)
        case _:
            return _DAYS[dice % 7]


def _mixed(a: int, b: int) -> int:
    """Return a number that looks thrown, the same for the same two numbers.

    Source: the finaliser of SplitMix64, Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators".
    """
    z = (a * 0x9E3779B97F4A7C15 + b * 0xD1B54A32D192ED03) & 0xFFFFFFFFFFFFFFFF
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 & 0xFFFFFFFFFFFFFFFF
    z = (z ^ z >> 27) * 0x94D049BB133111EB & 0xFFFFFFFFFFFFFFFF
    return z ^ z >> 31


def annotated(number: int, text: str) -> Annotations:
    """Return a report with a parse as far as source families read it: tokens, lemmas, tags, parts, sentences."""
    spans = [(m.start(), m.end()) for m in _TOKEN.finditer(text)]
    words = [text[start:end] for start, end in spans]
    parts = tuple(_part(word, n and words[n - 1] not in '."') for n, word in enumerate(words))
    stops = [n + 1 for n, word in enumerate(words) if word == "."]
    sentences = tuple(
        Sentence(spans[first][0], spans[last - 1][1], first, last, "body", 0)
        for first, last in zip([0, *stops], stops, strict=False)
    )
    blank = ("",) * len(words)
    return Annotations(
        document=Document(
            id=f"doc_{number:06}", path=f"{number:06}.txt", outlet=_outlet(number), agencies=(), url=None,
            title=text[:40], byline=None, language="en", printed=(), text=text,
            segments=(Segment(0, len(text), "body"),), notes=(),
        ),
        parse=Parse(
            starts=tuple(start for start, _ in spans), ends=tuple(end for _, end in spans),
            lemmas=tuple(sys.intern(word.lower()) for word in words),
            tags=tuple("VBD" if part == "VERB" else "NN" for part in parts), parts=parts,
            heads=tuple(range(len(words))), relations=blank, entities=blank, sentences=sentences,
        ),
    )  # fmt: skip


def _outlet(number: int) -> str:
    """Return who prints a report: in `OFFICIAL` of a hundred an office, whose releases are looked for in all others."""
    return f"Ministry of Roads {number % 7}" if number % 100 < OFFICIAL else f"Paper {number % 997}"


def _part(word: str, inside: object) -> str:
    if not word[0].isalnum():
        return "PUNCT"
    if word in _FUNCTION:
        return "DET"
    if word.isdigit():
        return "NUM"
    if word.endswith("ed") or word in {"said", "told"}:
        return "VERB"
    return "PROPN" if inside and word[0].isupper() else "NOUN"


def measured(count: int) -> dict[str, float]:
    """Return what families of *count* reports cost, in this process."""
    notes = [annotated(n, text) for n, text in enumerate(reports(count))]
    before = _peak()
    start = time.process_time()
    found = trace_sources(notes)
    seconds = time.process_time() - start
    families = sum(family.reason != "alone" for family in found.families)
    return {"reports": count, "seconds": seconds, "peak": _peak(), "reports alone": before,
            "families": families, "wanted": reprinted(count)}  # fmt: skip


def _peak() -> float:
    """Return the peak memory of this process in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(sizes: tuple[int, ...]) -> None:
    print(f"{'reports':>8} {'families':>9} {'of':>7} {'seconds':>8} {'peak MB':>8} {'before':>7} {'growth':>7}")
    last: dict[str, float] = {}
    for size in sizes:
        command = [sys.executable, __file__, "--one", str(size)]
        now = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        growth = math.log(now["seconds"] / last["seconds"], size / last["reports"]) if last else math.nan
        print(
            f"{size:>8} {now['families']:>9} {now['wanted']:>7} {now['seconds']:>8.1f} {now['peak']:>8.0f}"
            f" {now['reports alone']:>7.0f} {growth:>7.2f}",
            flush=True,
        )
        last = now
    print(f"aims: {MOST_SECONDS} s and {MOST_MEGABYTES} MB for {SIZES[-1]:,} reports, growth at most {MOST_GROWTH}")


if __name__ == "__main__":
    arguments = sys.argv[1:]
    if arguments[:1] == ["--one"]:
        print(json.dumps(measured(int(arguments[1]))))
    else:
        main(tuple(map(int, arguments)) or SIZES)
