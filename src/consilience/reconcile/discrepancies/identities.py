"""What there is only one of, said of two: the capital of a state."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from consilience.ids import content_id
from consilience.lang.english_disputes import CAPITAL
from consilience.model import Annotations, Discrepancy, Span
from consilience.reconcile.discrepancies.sides import side_of
from consilience.reconcile.entities import Register
from consilience.reconcile.sources import FamiliesBehind

#: "The capital, Avala", "the capital of Norland, Avala"; "Avala, the capital of Norland".
_BEFORE = re.compile(rf"\bthe {CAPITAL}(?:\s+of\s+[\w ]{{2,30}})?,?\s+$", re.IGNORECASE)
_AFTER = re.compile(rf",\s+(?:the|its)\s+{CAPITAL}\b", re.IGNORECASE)
REACH = 50


def two_capitals(
    notes: Sequence[Annotations], register: Register, families_behind: FamiliesBehind
) -> Iterator[Discrepancy]:
    """Yield the states for which reports name two capitals."""
    names = {e.id: e.name for e in register.entities}
    told: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for n in notes:
        for city, sentence, state in _capitals(n):
            whose = register.of(n.document.id, _main_state(n) if state is None else state)
            capital = register.of(n.document.id, city)
            if whose is not None and capital is not None and whose != capital:
                told[whose][capital].append(sentence)
    for of, cities in sorted(told.items()):
        for a, b in combinations(sorted(cities), 2):
            x, y = cities[a], cities[b]
            if {s.document for s in x} & {s.document for s in y}:
                continue
            yield Discrepancy(
                id=content_id("dis", "capital", of, a, b),
                about=(a, b, of),
                kind="identity",
                relation="contradiction",
                severity="factual",
                question=f"Which is the capital of {names[of]}?",
                sides=(side_of(names[a], x, families_behind), side_of(names[b], y, families_behind)),
                explanation=f"Reports call both {names[a]} and {names[b]} the capital of {names[of]}.",
            )


def _capitals(n: Annotations) -> Iterator[tuple[int, Span, int | None]]:
    """Yield the chains of places called the capital, with the sentence and the chain of the state if it is named."""
    text = n.document.text
    for m in n.mentions:
        if m.form != "name" or n.chains[m.chain].kind != "place":
            continue
        s = n.parse.sentences[m.sentence]
        before = _BEFORE.search(text, max(s.start, m.start - REACH), m.start)
        after = _AFTER.match(text, m.end, s.end)
        if before or after:
            start, end = (before.start(), m.start) if before else (after.start(), m.end + REACH) if after else (0, 0)
            named = (o.chain for o in n.mentions if start <= o.start < end and n.chains[o.chain].kind == "state")
            yield m.chain, n.document.span(s.start, s.end), next(named, None)


def _main_state(n: Annotations) -> int | None:
    """Return the state that a report speaks of most, if it does so more than of any other."""
    counts = Counter(m.chain for m in n.mentions if n.chains[m.chain].kind == "state").most_common(2)
    clear = len(counts) == 1 or (len(counts) == 2 and counts[0][1] > counts[1][1])
    return counts[0][0] if clear else None
