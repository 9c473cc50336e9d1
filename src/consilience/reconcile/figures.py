"""One figure across reports: readings of the same measure of the same things, each with its moment and its source.

A figure is a measure, the people or things counted, the place, the occasion, cumulative or single. What might be of
other people or of another occasion stays apart: a wrong merge makes a false dispute.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import partial
from typing import NamedTuple

from consilience.ids import content_id
from consilience.lang.english_sources import COUNTED_THEN
from consilience.model import Annotations, Figure, FigureMention, Interval, Publication, Reading, Span, When
from consilience.reconcile.dates import Calendar
from consilience.reconcile.entities import Register
from consilience.reconcile.populations import TOLLS, population, same_population
from consilience.reconcile.sources import FamiliesBehind
from consilience.reconcile.timing import days_of_mention, when_of
from consilience.reconcile.voices import voices_of
from consilience.reconcile.wording import containment, content_words

#: A figure of more than this many days before its report is of another occasion: "in the flood of 2016".
BACKGROUND = 120
#: "Last week" is when it was told; a count over more days than a week ("since 3 May") is as of the last of them.
LONG = 7
NO_SENTENCE = -1
#: Equal values from this one on are one figure where the descriptions do not speak against it.
TELLING_VALUE = 10
#: A time this many letters behind a number is its own.
BESIDE = 40
#: Mentions of one value that a new one is compared with.
MOST_COMPARED = 50
#: A measured quantity this large is told apart by its value alone.
DISTINCT_VALUE = 100
#: The occasion of a toll goes on for this many sentences that name no other.
OCCASION_REACH = 3
#: A difference is no level: "lost three seats", "12 more than a week ago".
_GAINED = re.compile(
    r"\b(?:lost|loses?|losing|gained|gains?|gaining|another|additional|further|added)\s+$", re.IGNORECASE
)
_MORE = re.compile(r"\s+(?:\w+\s+)?(?:more|fewer|less|additional|extra)\b", re.IGNORECASE)
#: What became of the arrested: their number now, or of those let go, is not the number of arrests.
_RELEASED = re.compile(r"\b(?:releas|freed|set free|let go|pardon)", re.IGNORECASE)
_HELD = re.compile(
    r"\b(?:in (?:prison|custody|jail|detention)|behind bars|being held|held in|are held|prisoners|detainees|inmates|"
    r"remain (?:in|detained)|thrown into prison)\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom\s+(?:at least\s+)?$", re.IGNORECASE)
_TO = re.compile(r"\bto\s+\W?\d", re.IGNORECASE)
_GAVE = re.compile(r"\b(?:gave|counted|reported|put|announced|said|had)\b", re.IGNORECASE)
_WITHDRAWN = re.compile(
    r"\b(?:withdr[ae]w|retract|correct(?:s|ed)?\b|take\w* back|was (?:wrong|an error))", re.IGNORECASE
)
_COUNTED_THEN = re.compile(rf"\b(?:{'|'.join(COUNTED_THEN)})\b", re.IGNORECASE)
_PARTITIVE = re.compile(r"\bof (?:the|them|these|those|whom)\b", re.IGNORECASE)
_AGAIN = re.compile(r"\b(?:arrested again|re-?arrested|seized again)\b", re.IGNORECASE)


class Figures(NamedTuple):
    """The figures, and which of them a mention is: `by_mention[document id, number]`."""

    figures: tuple[Figure, ...]
    by_mention: Mapping[tuple[str, int], str]


class _Told(NamedTuple):
    """A mention with everything that says which figure it is of."""

    document: int
    number: int
    mention: FigureMention
    said_by: str | None
    about: str | None
    place: str | None
    day: Interval | None  # the day of the harm, where the words give one
    who: frozenset[str]
    words: frozenset[str]
    facet: str
    partitive: bool
    sentence: Span
    as_of: When | None


def merge_figures(
    notes: Sequence[Annotations], register: Register, calendar: Calendar, families_behind: FamiliesBehind
) -> Figures:
    """Return the figures of all reports, by id; a figure's readings by moment, then id."""
    told = [t for d, n in enumerate(notes) for t in _told_in(d, n, register, calendar)]
    groups = _grouped(told)
    ids = {}
    for g in groups:
        document = notes[g[0].document].document.id
        made = content_id("fig", document, g[0].mention.start, g[0].mention.end, g[0].mention.measure, g[0].number)
        ids.update({(notes[t.document].document.id, t.number): made for t in g})
    made_of = (_figure(g, notes, ids, _voiced(g, register, families_behind)) for g in groups)
    figures = tuple(sorted(made_of, key=lambda f: f.id))
    return Figures(figures, ids)


def _voiced(group: Sequence[_Told], register: Register, families_behind: FamiliesBehind) -> FamiliesBehind:
    """Return what tells the families behind a figure: outlets that give it on one body's word are one source."""
    return partial(families_behind, voices=voices_of(((t.sentence, t.said_by) for t in group), register))


# --- what is told


def _told_in(d: int, notes: Annotations, register: Register, calendar: Calendar) -> list[_Told]:
    """Return the figures of one report; a toll that names no place or people goes on with those just told."""
    last: dict[str, _Told] = {}
    found: list[_Told] = []
    for number in range(len(notes.figures)):
        t = _told(d, number, notes, register, calendar)
        before = last.get(t.mention.measure)
        if before is not None and t.mention.measure in TOLLS:
            t = _carried_on(t, before, notes)
        last[t.mention.measure] = t
        found.append(t)
    return [_as_below(t, found) if _is_headline(t, notes) else t for t in found]


def _is_headline(t: _Told, notes: Annotations) -> bool:
    return notes.parse.sentences[t.mention.sentence].role == "headline"


def _as_below(t: _Told, found: Sequence[_Told]) -> _Told:
    """Return a figure of the headline with what the text below it tells of the same value."""
    key = (t.mention.measure, t.mention.low)
    below = next((o for o in found if o.number > t.number and (o.mention.measure, o.mention.low) == key), None)
    if below is None or t.who:
        return t
    return t._replace(
        place=below.place, day=below.day, who=below.who, said_by=t.said_by or below.said_by, as_of=below.as_of
    )


def _told(d: int, number: int, notes: Annotations, register: Register, calendar: Calendar) -> _Told:
    m = notes.figures[number]
    document, published = notes.document.id, calendar.published[notes.document.id]
    times = calendar.times[document]
    s = notes.parse.sentences[m.sentence]
    span = notes.document.span(min(s.start, m.start), max(s.end, m.end))  # a figure may straddle a parser's slip
    own = times[m.time] if m.time is not None else None
    as_of = _as_of(m, notes, calendar, span)
    return _Told(
        document=d,
        number=number,
        mention=m,
        said_by=register.of(document, m.said_by),
        about=register.of(document, m.about),
        place=register.of(document, m.place),
        day=own if own is not None and own.days == 1 else None,
        who=_who(m, notes.document.text),
        words=content_words(m.counted),
        facet=_facet(m, notes.document.text, span, own, published),
        partitive=_PARTITIVE.search(notes.document.text, m.start, m.end) is not None,
        sentence=span,
        as_of=as_of,
    )


def _who(m: FigureMention, text: str) -> frozenset[str]:
    """Return the people that a toll is of; "141" after "five bodies were found" borrows the noun and no more."""
    who = population(m.counted, m.measure) if m.measure in TOLLS else frozenset()
    borrowed = bool(who & _NO_GROUP) and not re.search(r"[^\W\d]{4,}", text[m.start : m.end])
    return frozenset() if borrowed else who


def _as_of(m: FigureMention, notes: Annotations, calendar: Calendar, sentence: Span) -> When | None:
    """Return when a figure was so: a running count over many days is as of the last of them."""
    document = notes.document.id
    published = calendar.published[document]
    # A number that takes none of its sentence's times is of the report's day: no lead time stands in for them.
    found = days_of_mention(notes, calendar.times[document], published, m.time, NO_SENTENCE)
    if found is None:
        return None
    days, basis = found
    if published is not None and (_is_withdrawn(m, notes) or _is_former(m, notes)):
        before = published.earliest - timedelta(days=1)
        return when_of(Interval(before - timedelta(days=LONG), before), "inferred", (sentence,))
    if published is not None and m.status in {"occurred", "alleged"}:
        if days.earliest > published.latest:  # told as done, so of the report's day, whatever day is named beside it
            days, basis = Interval(published.earliest - timedelta(days=1), published.latest), "inferred"
        if m.measure in TOLLS and days.days > LONG and m.time is not None and basis != "inferred":
            latest = min(days.latest, published.latest)
            days = Interval(max(days.earliest, min(latest, published.earliest)), latest)
        elif basis != "inferred" and _is_of_harm(m, notes, days, published):
            days = Interval(days.earliest, published.latest)
    return when_of(days, basis, (sentence,))


def _is_of_harm(m: FigureMention, notes: Annotations, days: Interval, published: Publication) -> bool:
    """Say whether a toll's day is when it befell people, not when they were counted: "killed seven on 11 October"."""
    if m.measure not in TOLLS or days.days > 1 or not 0 < (published.latest - days.latest).days <= BACKGROUND:
        return False
    s, of_words = notes.parse.sentences[m.sentence], {told.time for told in notes.statements}
    return m.time not in of_words and _COUNTED_THEN.search(notes.document.text, s.start, s.end) is None


def _is_withdrawn(m: FigureMention, notes: Annotations) -> bool:
    """Say whether a number given before is taken back in the next sentence: "Last week we gave 24. We withdraw"."""
    sentences = notes.parse.sentences
    if m.sentence + 1 >= len(sentences) or sentences[m.sentence + 1].block != sentences[m.sentence].block:
        return False
    here, after, text = sentences[m.sentence], sentences[m.sentence + 1], notes.document.text
    return bool(_GAVE.search(text, here.start, m.start) and _WITHDRAWN.search(text, after.start, after.end))


def _is_former(m: FigureMention, notes: Annotations) -> bool:
    """Say whether a number is the one given up: "from 146" in "lowered to 141 from 146", with no time of its own."""
    s, text = notes.parse.sentences[m.sentence], notes.document.text
    dated = any(m.end <= t.start <= m.end + BESIDE for t in notes.times if t.sentence == m.sentence)
    return not dated and bool(_FROM.search(text, s.start, m.start) and _TO.search(text, s.start, s.end))


def _facet(m: FigureMention, text: str, sentence: Span, own: Interval | None, published: Publication | None) -> str:
    """Return what sets figures of one measure apart: a difference, another year, those let go."""
    if _GAINED.search(text, sentence.start, m.start) or _MORE.match(text, m.end, sentence.end):
        return "difference"
    if own is not None and published is not None and (published.earliest - own.latest).days > BACKGROUND:
        return f"of {own.latest.year}"
    if m.measure != "detained":
        return ""
    clause = _clause_around(text, m, sentence)
    marks = (("again", _AGAIN), ("released", _RELEASED), ("held", _HELD))
    return next((name for name, pattern in marks if pattern.search(clause)), "")


def _clause_around(text: str, m: FigureMention, sentence: Span) -> str:
    """Return the words from the figure to the next comma or stop, and the few before it."""
    end = re.compile(r"[,;.]\s|\sand\s").search(text, m.end, sentence.end)
    return text[max(sentence.start, m.start - 40) : end.start() if end else sentence.end]


def _carried_on(t: _Told, before: _Told, notes: Annotations) -> _Told:
    """Return *t* with the place, day and people of the toll before it, where it names none itself."""
    m = t.mention
    near = m.sentence - before.mention.sentence <= OCCASION_REACH and m.part_of is None
    if not near or t.facet != before.facet or before.mention.part_of is not None:
        return t
    if t.place is None and t.day is None:
        t = t._replace(place=before.place, day=before.day)
    bare = not re.search(r"[^\W\d]{4,}", notes.document.text[m.start : m.end]) or "one" in m.counted.split()
    if (
        bare
        and not t.who
        and before.who
        and not before.who & _NO_GROUP
        and t.mention.sentence - before.mention.sentence <= 1
    ):
        t = t._replace(who=before.who)
    return t


# --- which are one


def _grouped(told: Sequence[_Told]) -> list[list[_Told]]:
    """Return the mentions in groups, one a figure, in order of their first mention."""
    incidents = _incidents(told)
    groups: list[list[_Told]] = []
    comparable: dict[tuple[str, str, str], list[list[_Told]]] = defaultdict(list)
    by_value: dict[tuple[str, str, str, float], list[tuple[_Told, list[_Told]]]] = defaultdict(list)
    narrow = {(t.mention.measure, t.mention.low): t.who for t in told if t.who and t.mention.low >= TELLING_VALUE}
    broad = {(t.mention.measure, t.mention.low) for t in told if not t.who and not _is_bare(t)}
    for t in told:
        told_of = narrow.get((t.mention.measure, t.mention.low))
        if told_of and not t.who and _is_bare(t) and (t.mention.measure, t.mention.low) not in broad:
            t = t._replace(who=told_of)  # "has buried 21 in all" after "21 firefighters"
        key = (t.mention.measure, _unit(t), t.facet)
        value = (*key, t.mention.low)
        home = next((g for g in comparable[key] if _same(t, g[0], incidents)), None)
        home = home or next((g for o, g in by_value[value] if _equal(t, o)), None)
        if home is None:
            home = []
            groups.append(home)
            comparable[key].append(home)
        home.append(t)
        if len(by_value[value]) < MOST_COMPARED:
            by_value[value].append((t, home))
    return groups


def _is_bare(t: _Told) -> bool:
    return t.mention.end - t.mention.start <= len(f"{t.mention.low:,.0f}") and not t.mention.approximate


def _unit(t: _Told) -> str:
    """Return the unit of a figure; a price is one whether or not "a barrel" is said again."""
    return t.mention.unit.split(" per ")[0] if t.mention.measure == "price" else t.mention.unit


def _incidents(told: Sequence[_Told]) -> frozenset[tuple[str, str, Interval]]:
    """Return the places and days, by measure, for which some report breaks a whole down."""
    return frozenset(
        (t.mention.measure, t.place, t.day)
        for t in told
        if t.mention.part_of is not None and t.place is not None and t.day is not None
    )


def _same(a: _Told, b: _Told, incidents: frozenset[tuple[str, str, Interval]]) -> bool:
    """Say whether two mentions give values for one figure."""
    x, y = a.mention, b.mention
    if x.measure in TOLLS:
        return same_population(a.who, b.who) and _occasion(a, incidents) == _occasion(b, incidents)
    if (x.measure == "votes" or x.unit == "seats") and (a.about is not None or b.about is not None):
        return a.about == b.about
    if x.measure == "price":
        return bool(a.words and b.words) and containment(a.words, b.words) >= 0.99
    if (x.part_of is None) != (y.part_of is None):
        return False
    if x.unit == "persons" and a.words == b.words == _PEOPLE:
        return a.document == b.document and x.sentence == y.sentence
    return bool(a.words) and a.words == b.words


#: What is counted beside the dead, and is no group of them.
_NO_GROUP = population("bodies", "killed")
#: The word that says nothing of who is counted.
_PEOPLE = content_words("people")


def _occasion(t: _Told, incidents: frozenset[tuple[str, str, Interval]]) -> tuple[object, ...]:
    """Return what tells the incidents of a toll apart: place and day where a breakdown has them; parts stand alone."""
    if t.place is not None and t.day is not None and (t.mention.measure, t.place, t.day) in incidents:
        return (t.place, t.day)
    if (t.mention.part_of is None and not t.partitive) or t.who:
        return ()
    return (t.place, t.day) if t.place is not None else (t.document, t.number)


def _equal(a: _Told, b: _Told) -> bool:
    """Say whether two mentions in two reports give the same value for what is described alike."""
    x, y = a.mention, b.mention
    if (x.low, x.high) != (y.low, y.high) or a.document == b.document or x.low < TELLING_VALUE:
        return False
    if x.measure in TOLLS:
        return a.who == b.who and (x.part_of is None) == (y.part_of is None) and a.partitive == b.partitive
    if x.measure == "votes" or x.unit in {"seats", "percent"}:
        return a.about == b.about and containment(a.words, b.words) >= 0.5
    distinct = x.unit not in {"persons", "percent", "share"} and x.measure == "other" and x.low >= DISTINCT_VALUE
    return distinct or containment(a.words, b.words) >= 0.5


# --- what the record says


def _figure(
    group: Sequence[_Told],
    notes: Sequence[Annotations],
    ids: Mapping[tuple[str, int], str],
    families_behind: FamiliesBehind,
) -> Figure:
    first = group[0]
    made = ids[notes[first.document].document.id, first.number]
    parents = [ids[notes[t.document].document.id, t.mention.part_of] for t in group if t.mention.part_of is not None]
    readings = tuple(_reading(t, notes, _saying_so(t, group), families_behind) for t in group)
    places = {t.place for t in group if t.place is not None}
    return Figure(
        id=made,
        measure=first.mention.measure,
        counted=_label(group),
        unit=first.mention.unit,
        place=next(iter(places)) if len(places) == 1 and all(t.place is not None for t in group) else None,
        part_of=next((p for p in parents if p != made), None),
        event=None,
        readings=tuple(sorted(readings, key=_by_moment)),
    )


def _label(group: Sequence[_Told]) -> str:
    """Return the words for what is counted: the most general, then the most frequent, then the shortest."""
    counts = Counter(t.mention.counted for t in group)
    widest = min(len(t.who) for t in group)
    general = [
        t for t in group if len(t.who) == widest and len(population(t.mention.counted, t.mention.measure)) <= widest
    ]
    kept = general or list(group)
    return min(
        (t.mention.counted for t in kept),
        key=lambda c: ("total" in c.casefold(), not c.startswith("vote share"), -counts[c], len(c), c),
    )


def _by_moment(r: Reading) -> tuple[str, str]:
    return (r.as_of.earliest.isoformat() if r.as_of else "9999", r.id)


def _saying_so(t: _Told, group: Sequence[_Told]) -> tuple[Span, ...]:
    """Return the sentences that give a figure this value on this word, the mention's own first."""
    value = (t.mention.low, t.mention.high, t.said_by)
    alike = {o.sentence for o in group if (o.mention.low, o.mention.high, o.said_by) == value}
    return (t.sentence, *sorted(alike - {t.sentence}))


def _reading(
    t: _Told, notes: Sequence[Annotations], evidence: tuple[Span, ...], families_behind: FamiliesBehind
) -> Reading:
    m = t.mention
    document = notes[t.document].document
    return Reading(
        id=content_id("rdg", document.id, m.start, m.end, m.measure, t.number),
        low=m.low,
        high=m.high,
        approximate=m.approximate,
        change=m.change,
        status=m.status,
        as_of=t.as_of,
        said_by=t.said_by,
        evidence=evidence,
        value_span=document.span(m.start, m.end),
        families=families_behind(evidence),
    )
