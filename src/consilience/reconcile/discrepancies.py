"""Where reports do not say the same: figures, names, and events that some deny or date otherwise.

Precision before recall: two values with no moment, or of groups that may differ, contradict nobody. A later running
count is an update; two voices with two values at one time are a dispute; only the same voice, or none, with two values
for one moment contradicts itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from consilience.ids import content_id
from consilience.model import Discrepancy, Entity, Event, Figure, Reading, Relation, Side, Span
from consilience.naming import fold

#: Readings of one running count whose moments lie this many days apart or less are of one time.
SAME_TIME = 1
#: Measures that one count has at a time. Others ("other") are compared only when reports describe them alike.
RUNNING = frozenset({"killed", "wounded", "missing", "detained", "displaced", "deployed", "votes", "members"})
#: Name forms shorter than this say nothing.
SHORTEST_NAME = 4
FamiliesBehind = Callable[[Iterable[Span]], tuple[str, ...]]
#: Words of the question, by measure.
_QUESTIONS: Mapping[str, str] = {
    "killed": "How many were killed: {}?",
    "wounded": "How many were wounded: {}?",
    "missing": "How many are missing: {}?",
    "detained": "How many were detained: {}?",
    "displaced": "How many were displaced: {}?",
}


def find_discrepancies(
    entities: Sequence[Entity],
    events: Sequence[Event],
    figures: Sequence[Figure],
    texts: Mapping[str, str],
    families_behind: FamiliesBehind,
) -> tuple[Discrepancy, ...]:
    """Return the discrepancies of a record, by id. *texts* are the documents' texts by id."""
    names = {e.id: e.name for e in entities}
    found = [
        *_figures(figures, names, families_behind),
        *_names(entities, texts, families_behind),
        *_denials(events, families_behind),
    ]
    return tuple(sorted(found, key=lambda d: d.id))


# --- figures


def _figures(
    figures: Sequence[Figure], names: Mapping[str, str], families_behind: FamiliesBehind
) -> Iterator[Discrepancy]:
    for figure in figures:
        readings = [r for r in figure.readings if r.status in {"occurred", "alleged"}]
        values = _by_value(readings)
        if len(values) < 2:
            continue
        for relation, chosen in _relations(figure, values):
            yield _of_values(figure, relation, chosen, names, families_behind)


def _by_value(readings: Sequence[Reading]) -> list[list[Reading]]:
    """Return the readings grouped by value, the groups by moment; a vaguer reading of a value goes with it."""
    groups: list[list[Reading]] = []
    for r in sorted(readings, key=lambda r: (r.high is None or r.high != r.low, _moment(r), r.id)):
        home = next((g for g in groups if _agree(g[0], r)), None)
        if home is None:
            groups.append([r])
        else:
            home.append(r)
    return sorted((sorted(g, key=_moment) for g in groups), key=lambda g: _moment(g[0]))


def _agree(a: Reading, b: Reading) -> bool:
    """Say whether two readings can both be true of one moment: their bounds meet, or nearly so for "some 2,500"."""
    if a.change or b.change:
        return a.change == b.change
    x, y = (a.high if a.high is not None else float("inf")), (b.high if b.high is not None else float("inf"))
    slack = 0.1 * max(a.low, b.low) if (a.approximate or b.approximate) else 0.0
    return a.low <= y + slack and b.low <= x + slack


def _moment(r: Reading) -> tuple[str, str]:
    return (r.as_of.latest.isoformat() if r.as_of else "9999-12-31", r.id)


def _relations(figure: Figure, values: Sequence[list[Reading]]) -> Iterator[tuple[Relation, list[list[Reading]]]]:
    """Yield the relations between the values of one figure, each with the values it holds between, oldest first."""
    by_voice: dict[str | None, list[list[Reading]]] = defaultdict(list)
    for group in values:
        for voice in sorted({r.said_by for r in group}, key=lambda v: v or ""):
            by_voice[voice].append([r for r in group if r.said_by == voice])
    disputed = _disputed(by_voice)
    if disputed:
        yield "source dispute", disputed
    trusted = [g for g in values if not disputed or not all(r in d for r in g for d in disputed[1:])]
    steps = [pair for pair in pairwise(trusted) if _is_later(*pair)]
    if steps and (figure.measure in RUNNING or figure.measure in {"price", "other"}):
        yield "update", [steps[0][0], *(b for _, b in steps)]
    elif not disputed:
        for told in by_voice.values():
            clash = _contradiction(told)
            if clash:
                yield "contradiction", clash
                return
        if figure.measure in RUNNING:
            yield "unresolved", list(values)


def _disputed(by_voice: Mapping[str | None, list[list[Reading]]]) -> list[list[Reading]]:
    """Return, a voice each, the values that different voices give for one time."""
    named = sorted((v for v in by_voice if v is not None), key=lambda v: _moment(by_voice[v][0][0]))
    for n, a in enumerate(named):
        for b in named[n + 1 :]:
            for x in by_voice[a]:
                for y in by_voice[b]:
                    if not _agree(x[0], y[0]) and _same_time(x[0], y[0]):
                        return [x, y]
    return []


def _same_time(a: Reading, b: Reading) -> bool:
    if a.as_of is None or b.as_of is None:
        return False
    return abs((a.as_of.latest - b.as_of.latest).days) <= SAME_TIME


def _is_later(a: Sequence[Reading], b: Sequence[Reading]) -> bool:
    """Say whether the second value is of a later time than the first."""
    x, y = a[0].as_of, b[0].as_of
    return x is not None and y is not None and x.latest < y.latest and x.earliest < y.earliest


def _contradiction(groups: Sequence[list[Reading]]) -> list[list[Reading]]:
    """Return two values of one voice for one printed moment; none when a moment is only concluded."""
    for n, a in enumerate(groups):
        for b in groups[n + 1 :]:
            certain = a[0].as_of and b[0].as_of and "inferred" not in {a[0].as_of.basis, b[0].as_of.basis}
            if (
                certain
                and a[0].as_of
                and b[0].as_of
                and a[0].as_of.interval == b[0].as_of.interval
                and not _agree(a[0], b[0])
            ):
                return [a, b]
    return []


def _of_values(
    figure: Figure,
    relation: Relation,
    chosen: Sequence[list[Reading]],
    names: Mapping[str, str],
    families_behind: FamiliesBehind,
) -> Discrepancy:
    sides = tuple(_side(_shown(g[0], names), [e for r in g for e in r.evidence], families_behind) for g in chosen)
    question = _QUESTIONS.get(figure.measure, "How much, how many: {}?").format(figure.counted or figure.unit)
    values = [s.value for s in sides]
    explanation = {
        "update": f"The count moved from {values[0]} to {values[-1]} as time went on.",
        "source dispute": f"At the same time one source gives {values[0]} and another {values[-1]}.",
        "contradiction": f"The same source gives {values[0]} and {values[-1]} for the same time.",
    }.get(relation, f"Reports give {' and '.join(values)}; when each was true, or of whom, is not told.")
    ids = (figure.id, *sorted({r.id for g in chosen for r in g}))
    return Discrepancy(
        id=content_id("dis", relation, *ids),
        about=ids,
        kind="figure",
        relation=relation,
        severity="factual",
        question=question,
        sides=sides,
        explanation=explanation,
    )


def _shown(r: Reading, names: Mapping[str, str]) -> str:
    if r.change is not None and r.change.by is not None:
        value = f"{r.change.kind} {r.change.by:g}"
    elif r.high is None:
        value = f"{r.low:,g} or more"
    else:
        value = f"{r.low:,.10g}" if r.low == r.high else f"{r.low:,.10g} to {r.high:,.10g}"
    voice = f" ({names[r.said_by]})" if r.said_by is not None and r.said_by in names else ""
    return f"{value}{voice}"


def _side(value: str, evidence: Iterable[Span], families_behind: FamiliesBehind) -> Side:
    spans = tuple(sorted(set(evidence)))
    return Side(value=value, evidence=spans, families=families_behind(spans))


# --- names


def _names(
    entities: Sequence[Entity], texts: Mapping[str, str], families_behind: FamiliesBehind
) -> Iterator[Discrepancy]:
    """Yield the entities whose name reports spell differently: not shortened, not translated, spelt."""
    for e in entities:
        forms: dict[str, list[Span]] = defaultdict(list)
        for m in e.mentions:
            if m.form == "name":
                forms[_printed(texts[m.span.document][m.span.start : m.span.end])].append(m.span)
        spellings = _spellings(forms, e.kind == "person")
        if len(spellings) < 2:
            continue
        sides = tuple(_side(name, forms[name], families_behind) for name in spellings)
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


# --- events


def _denials(events: Sequence[Event], families_behind: FamiliesBehind) -> Iterator[Discrepancy]:
    """Yield the pairs of events of one deed and party of which one is told and the other denied."""
    denied = [e for e in events if e.status == "denied"]
    for no in denied:
        parties = {*no.actors, *no.recipients}
        for yes in events:
            if yes.status != "occurred" or yes.id == no.id or yes.type != no.type or yes.type is None:
                continue
            if (
                parties & {*yes.actors, *yes.recipients}
                and _days_meet(yes, no)
                and _label_words(yes) & _label_words(no)
            ):
                sides = (_side("told", yes.evidence, families_behind), _side("denied", no.evidence, families_behind))
                yield Discrepancy(
                    id=content_id("dis", "denial", yes.id, no.id),
                    about=(yes.id, no.id),
                    kind="attribution",
                    relation="source dispute",
                    severity="factual",
                    question=f"Did it happen: {yes.label}?",
                    sides=sides,
                    explanation="One report tells it, another denies it.",
                )


def _days_meet(a: Event, b: Event) -> bool:
    return a.when is None or b.when is None or a.when.interval.meets(b.when.interval)


def _label_words(e: Event) -> frozenset[str]:
    return frozenset(w[:5] for w in fold(e.label).split() if len(w) > 4)
