"""How the joining of entities grows with mentions: 10,000, 100,000 and 1,000,000 made-up mentions.

    python tools/bench_entities.py [COUNT ...]

Each size runs in a process of its own. Reports hold ten chains of three mentions; names are drawn with a skew, as in news,
a tenth of them spelled another way. What is measured is `merge_entities`, not the language model. "growth" is the
exponent k in time ~ mentions^k between two sizes.
"""

from __future__ import annotations

import json
import math
import resource
import subprocess
import sys
import time
from collections.abc import Iterator

from consilience.knowledge import core
from consilience.model import Annotations, Chain, Document, Holding, Mention, Parse, Sentence
from consilience.reconcile import merge_entities

SIZES = (10_000, 100_000, 1_000_000)
CHAINS, MENTIONS = 10, 3
SYLLABLES = (
    "ba cor del fen gal hir jov kel lum mar nes or pra quil ros sten tol ur vel wen yar zim bru cli dra fro".split()
)
SPELLINGS = str.maketrans({"k": "c", "v": "w", "j": "y"})


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["--one"]:
        print(json.dumps(measure(int(arguments[1]))))
        return 0
    before: tuple[int, float] | None = None
    print(f"{'mentions':>10} {'entities':>9} {'seconds':>8} {'MB':>6} {'growth':>7}")
    for count in [int(a) for a in arguments] or SIZES:
        told = subprocess.run(
            [sys.executable, __file__, "--one", str(count)], check=True, capture_output=True, text=True
        )
        row = json.loads(told.stdout)
        growth = math.log(row["seconds"] / before[1]) / math.log(count / before[0]) if before else float("nan")
        print(f"{count:>10,} {row['entities']:>9,} {row['seconds']:>8.1f} {row['megabytes']:>6.0f} {growth:>7.2f}")
        before = (count, row["seconds"])
    return 0


def measure(count: int) -> dict[str, float]:
    notes = list(reports(count))
    knowledge = core()
    started = time.perf_counter()
    register = merge_entities(notes, knowledge)
    return {
        "entities": len(register.entities),
        "seconds": time.perf_counter() - started,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def reports(count: int) -> Iterator[Annotations]:
    """Yield reports with *count* mentions in all; the same count gives the same reports."""
    parse = Parse(**dict.fromkeys(Parse.__struct_fields__, ()) | {"sentences": (Sentence(0, 100, 0, 1, "body", 0),)})
    people = max(count // 20, 50)
    for number in range(count // (CHAINS * MENTIONS)):
        document = Document(**{**blank(), "id": f"doc-{number:08d}", "path": f"{number}.txt", "text": "x" * 100})
        chains, taken = [], set()
        for n in range(CHAINS):
            which = int(people * (spread(number * CHAINS + n) ** 3))
            if which not in taken:
                taken.add(which)
                chains.append(chain(which, number + n))
        mentions = tuple(
            Mention(c * 3 + m, c * 3 + m + 1, 0, "name", c, 0) for c in range(len(chains)) for m in range(MENTIONS)
        )
        yield Annotations(document=document, parse=parse, chains=tuple(chains), mentions=mentions)


def blank() -> dict[str, object]:
    known = {
        "outlet": None,
        "url": None,
        "byline": None,
        "title": "",
        "language": "en",
        "agencies": (),
        "segments": (),
        "notes": (),
    }
    return {f: known.get(f, ()) for f in Document.__struct_fields__}


def spread(n: int) -> float:
    """Return a number from 0.0 to 1.0 that looks like chance and is none."""
    return ((n * 2_654_435_761) % 4_294_967_296) / 4_294_967_296


def chain(which: int, turn: int) -> Chain:
    kind = ("person", "person", "organisation", "place")[which % 4]
    name = f"{word(which)} {word(which * 7 + 3)}" if kind != "place" else word(which * 11 + 5)
    name = f"{name} Institute" if kind == "organisation" else name
    if turn % 10 == 0:
        name = name.translate(SPELLINGS)
    held = (Holding("minister", None, False, 0, 1),) if kind == "person" and which % 5 == 0 else ()
    return Chain(
        kind=kind,
        name=name,
        named=True,
        aliases=(),
        country=None,
        wikidata=None,
        gender=None,
        plural=False,
        of=None,
        holdings=held,
    )


def word(n: int) -> str:
    mixed = (n * 40_503) % 1_048_576
    return "".join(SYLLABLES[(mixed >> shift) % len(SYLLABLES)] for shift in (0, 5, 10)).capitalize()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
