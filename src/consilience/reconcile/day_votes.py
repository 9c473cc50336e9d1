"""What speaks for and against a day on which an undated report may have been published.

Each clue is a vote, and every vote has its rule, a sentence that explains it and the words it rests on. A clue that a
day agrees with counts for it; one that it contradicts counts against it; nothing is proof alone, since reports err.
The weights are hand-set on the invented crises (docs/evaluation.md): about 1.0 is a day that two reports give to one
thing, about -2.0 what no careful report would print.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from consilience.chronology import edtf, resolve_all
from consilience.lang.page import page_cues
from consilience.model import Annotations, Interval, Publication, Span, TimeExpression
from consilience.reconcile.clues import Clue
from consilience.reconcile.counted_days import Counted
from consilience.reconcile.parallels import Line, Tie
from consilience.reconcile.tolls import Toll, says_more

#: A time of no more days than this may fix a day.
CLOSE = 3
#: Rules and what they weigh.
SAME_DAY, OTHER_DAY = 1.0, -0.2
NOT_YET, GONE_BY = -0.7, -0.7
PAST_DATE, PLANNED_DATE = -2.5, -2.0
NEWS_DAY = {0: 0.4, 1: 0.37, 2: 0.15}
SAME_WORDS, BEFORE_RELEASE = 0.4, -1.5
SAME_TOLL, TOLL_ORDER = 0.35, -0.5
IS_TODAY = 2.0
#: Two reports that tell of days farther apart than this tell of two things, in days.
FAR = 14
COUNTED_DAYS = 0.9
CAME_TRUE = 0.5
TOO_FRESH = -1.5
NEAR = 0.2
#: What each day costs after the newest day that a report tells, and at most: news is printed soon.
STALE, STALEST = -0.06, -0.9
#: Sentences at the head of a report tell its news.
LEAD = 8
#: "Recent weeks" are at least so many days.
WEEKS = 12

Times = tuple[Interval | None, ...]


class Vote(NamedTuple):
    """What a clue says of a day: for it above 0.0, against it below."""

    score: float
    rule: str
    explanation: str
    evidence: tuple[Span, ...]


class Copy(NamedTuple):
    """Words that two reports share: the undated report's span, the other report, its span; whether it is a release."""

    mine: Span
    document: int
    span: Span
    release: bool


class World(NamedTuple):
    """What is known of the other reports: the days of their times, and those that are dated, by number."""

    times: Sequence[Times]
    published: Mapping[int, Publication]
    names: Sequence[str]
    notes: Sequence[Annotations]


class Case(NamedTuple):
    """An undated report with its clues."""

    number: int
    notes: Annotations
    window: Interval
    fixed: Mapping[int, Interval]
    ties: Sequence[Tie]
    events: Sequence[tuple[Clue, Sequence[Clue]]]
    copies: Sequence[Copy]
    tolls: Sequence[tuple[Toll, Sequence[Toll]]]
    releases: Sequence[tuple[Line, int, Span]]
    counted: Sequence[tuple[Counted, Sequence[tuple[int, Counted | Clue]]]]
    begun: tuple[date, Span] | None

    def own(self, day: date) -> Times:
        """Return the days of the report's times if it is of *day*; dates without a year are of the story's year."""
        resolved = resolve_all((t.expression for t in self.notes.times), Interval(day, day))
        return tuple(self.fixed.get(n, days) for n, (days, _) in enumerate(resolved))

    def sentence(self, number: int) -> Span:
        s = self.notes.parse.sentences[number]
        return self.notes.document.span(s.start, s.end)

    def words(self, time: int) -> str:
        t = self.notes.times[time]
        return " ".join(self.notes.document.text[t.start : t.end].split())


def votes_on(day: date, case: Case, world: World) -> Iterator[Vote]:
    """Yield what speaks for and against the report being of *day*."""
    own = case.own(day)
    yield from _dates_told(day, case)
    yield from _weekdays_of_news(day, case, own)
    yield from _today(day, case)
    yield from _long_ago(day, case)
    for _, ties in groupby(case.ties, key=lambda t: t.mine.sentence):
        yield from _parallel(day, list(ties), case, own, world)
    for tie in _strongest_by_report(t for t in case.ties if not t.other.times):
        yield from _near(day, tie, world)
    for clue, twins in case.events:
        yield from _shared_event(day, clue, twins, case, own, world)
    for _, copies in groupby(case.copies, key=lambda c: c.document):
        yield from _copied(day, next(copies), world)
    for toll, others in case.tolls:
        yield from _counted(day, toll, others, world)
    for line, number, span in case.releases:
        yield from _release_told(line, number, span, own, world)
    for counted, others in case.counted:
        yield from _counted_from(counted, others, own, world)
    yield from _stale(day, case, world)


def short(days: Interval | None) -> Interval | None:
    """Return the days of a time that may fix another."""
    return days if days is not None and days.days <= CLOSE else None


# --- the report by itself


def _dates_told(day: date, case: Case) -> Iterator[Vote]:
    """Dates told as past are not to come, and the reverse."""
    for n, days in case.fixed.items():
        side = told_side(case.notes.times[n].expression, case, n)
        evidence = (case.sentence(case.notes.times[n].sentence),)
        if side == "past" and days.earliest > day:
            yield Vote(PAST_DATE, "newest-past-date", f"“{case.words(n)}” is told as past.", evidence)
        elif side == "past" and (day - days.latest).days <= 1:
            yield Vote(0.05, "newest-past-date", f"“{case.words(n)}” is the newest day it tells as past.", evidence)
        if side == "future" and days.latest < day:
            yield Vote(PLANNED_DATE, "planned-date", f"“{case.words(n)}” is told as still to come.", evidence)


def told_side(e: TimeExpression, case: Case, number: int) -> str:
    """Return whether a date is told as past or to come; the date of a picture is past."""
    role = case.notes.parse.sentences[case.notes.times[number].sentence].role
    return "past" if role in {"caption", "credit"} else e.direction


def _weekdays_of_news(day: date, case: Case, own: Times) -> Iterator[Vote]:
    """News "on Tuesday" is printed that day or the next."""
    leads = [n for n, t in enumerate(case.notes.times) if _is_news_weekday(t.expression) and _leads(case, t.sentence)]
    found = [(days.latest, n) for n in leads if (days := short(own[n])) is not None]
    if not found:
        return
    newest, n = max(found, key=lambda f: (f[0], -f[1]))
    weight = NEWS_DAY.get((day - newest).days, 0.0)
    if weight:
        yield Vote(
            weight,
            "news-weekday",
            f"News of “{case.words(n)}” is printed that day or the next.",
            (case.sentence(case.notes.times[n].sentence),),
        )


def _is_news_weekday(e: TimeExpression) -> bool:
    return e.weekday is not None and e.direction != "future" and e.shift is None and e.anchor == "published"


def _leads(case: Case, sentence: int) -> bool:
    body = [k for k, s in enumerate(case.notes.parse.sentences) if s.role == "body"][:LEAD]
    return sentence in body


def _today(day: date, case: Case) -> Iterator[Vote]:
    """A report that says "it is Monday" says which day it is."""
    text = case.notes.document.text.casefold()
    cues = page_cues().lists["dates.today"]
    for n, t in enumerate(case.notes.times):
        if t.expression.weekday is not None and text[: t.start].rstrip().endswith(cues):
            right = day.weekday() == t.expression.weekday
            yield Vote(
                IS_TODAY if right else -IS_TODAY,
                "told-weekday",
                f"It says that it is {case.words(n)}.",
                (case.sentence(t.sentence),),
            )


def _long_ago(day: date, case: Case) -> Iterator[Vote]:
    """The "recent weeks" of a crisis cannot be told before it has lasted some."""
    if case.begun is None:
        return
    start, other = case.begun
    for line in _with_weeks(case):
        if (day - start).days < WEEKS:
            yield Vote(TOO_FRESH, "recent-weeks", f"It speaks of weeks, but all began on {start}.", (line, other))
        else:
            yield Vote(0.05, "recent-weeks", f"It speaks of weeks, and all began on {start}.", (line, other))
        return


def _with_weeks(case: Case) -> Iterator[Span]:
    for s in case.notes.parse.sentences:
        words = case.notes.document.text[s.start : s.end]
        if s.role == "body" and page_cues().has("dates.weeks", words):
            yield case.notes.document.span(s.start, s.end)


def _stale(day: date, case: Case, world: World) -> Iterator[Vote]:
    """Each day after the newest that a report knows of costs a little."""
    newest = newest_told(case, world)
    if newest is not None and day > newest:
        yield Vote(max(STALE * (day - newest).days, STALEST), "news-is-fresh", "Its news would be old by then.", ())


def newest_told(case: Case, world: World) -> date | None:
    """Return the newest day that the report tells as past, by its own dates and what dated reports tell of them."""
    told = [
        days.latest
        for n, days in case.fixed.items()
        if told_side(case.notes.times[n].expression, case, n) == "past" and days.days <= CLOSE
    ]
    for tie in case.ties:
        if tie.mine.tense == "past" and tie.strength >= 0.6:
            told += [days.latest for t in tie.other.times if (days := short(world.times[tie.other.document][t]))]
    return max((d for d in told if d <= case.window.latest), default=None)


# --- with other reports


def _parallel(day: date, ties: Sequence[Tie], case: Case, own: Times, world: World) -> Iterator[Vote]:
    """One sentence of the report against those of others that tell of the same matter."""
    met, missed = [], []
    for tie in ties:
        mine = [d for t in tie.mine.times if (d := short(own[t]))]
        theirs = _days_of(tie.other, world)
        if mine and theirs:
            hits = [d for d in theirs if any(d.meets(m) for m in mine)]
            (met if hits else missed).append((tie, hits[0] if hits else theirs[0]))
        elif theirs and not tie.mine.times:
            yield from _in_order(day, tie, theirs, world)
    if met:
        tie, days = max(met, key=lambda m: m[0].strength)
        yield Vote(
            SAME_DAY * tie.strength + (CAME_TRUE if _came_true(tie, case, world) else 0.0),
            "weekday-of-shared-event",
            f"{world.names[tie.other.document]} tells the same, of {edtf(days)}.",
            (tie.mine.span, tie.other.span),
        )
    elif missed and abs((missed[0][1].earliest - day).days) <= FAR:
        tie, days = max(missed, key=lambda m: m[0].strength)
        yield Vote(
            OTHER_DAY * tie.strength,
            "weekday-of-shared-event",
            f"{world.names[tie.other.document]} tells the same, but of {edtf(days)}.",
            (tie.mine.span, tie.other.span),
        )


def _came_true(tie: Tie, case: Case, world: World) -> bool:
    """Say whether one report announces with its date what the other tells as past: an appointment that was kept."""
    announced, kept = _directions(tie.other, world), {case.notes.times[t].expression.direction for t in tie.mine.times}
    return ("future" in announced and "past" in kept) or ("past" in announced and "future" in kept)


def _directions(line: Line, world: World) -> set[str]:
    times = world.notes[line.document].times
    return {times[t].expression.direction for t in line.times if times[t].expression.day}


def _days_of(line: Line, world: World) -> list[Interval]:
    return [d for t in line.times if (d := short(world.times[line.document][t]))]


def _in_order(day: date, tie: Tie, theirs: Sequence[Interval], world: World) -> Iterator[Vote]:
    """What the report tells as past has happened by then; what it tells as to come has not."""
    name = world.names[tie.other.document]
    evidence = (tie.mine.span, tie.other.span)
    if tie.mine.tense == "past":
        first = min(d.earliest for d in theirs)
        if first > day:
            text = f"It tells as past what {name} dates to {first}."
            yield Vote(NOT_YET * tie.strength, "not-before-shared-event", text, evidence)
        else:
            text = f"It tells as past what {name} dates to {first}."
            yield Vote(0.02, "not-before-shared-event", text, evidence)
    elif tie.mine.tense == "future":
        last = max(d.latest for d in theirs)
        text = f"It announces what {name} dates to {last}."
        yield Vote(GONE_BY * tie.strength if last < day else 0.02, "not-after-planned-event", text, evidence)


def _strongest_by_report(ties: Iterable[Tie]) -> list[Tie]:
    strongest: dict[int, Tie] = {}
    for tie in ties:
        kept = strongest.get(tie.other.document)
        if kept is None or tie.strength > kept.strength:
            strongest[tie.other.document] = tie
    return [strongest[d] for d in sorted(strongest)]


def _near(day: date, tie: Tie, world: World) -> Iterator[Vote]:
    """Reports that tell one thing are mostly of the same days."""
    other = world.published.get(tie.other.document)
    if other is None or (other.latest - other.earliest).days >= CLOSE:
        return
    away = abs((day - other.earliest).days)
    if away <= 4:
        text = f"{world.names[tie.other.document]} tells the same at that time."
        yield Vote(NEAR * tie.strength * (1 - away / 5), "same-news", text, (tie.mine.span, tie.other.span))


def _shared_event(day: date, clue: Clue, twins: Sequence[Clue], case: Case, own: Times, world: World) -> Iterator[Vote]:
    """An event of the report against the mentions of it in other reports."""
    dated = [(o, t) for o in twins if o.event.time is not None and (t := short(world.times[o.document][o.event.time]))]
    if not dated:
        return
    mine = short(own[clue.event.time]) if clue.event.time is not None else None
    if mine is None:
        yield from _event_in_order(day, clue, dated, world)
        return
    meeting = [(o, t) for o, t in dated if mine.meets(t)]
    other, days = (meeting or dated)[0]
    yield Vote(
        0.5 * (SAME_DAY if meeting else OTHER_DAY),
        "weekday-of-shared-event",
        f"{world.names[other.document]} tells the same event ({clue.event.lemma}), of {edtf(days)}.",
        (clue.sentence, other.sentence),
    )


def _event_in_order(day: date, clue: Clue, dated: Sequence[tuple[Clue, Interval]], world: World) -> Iterator[Vote]:
    other, days = min(dated, key=lambda d: (d[1].earliest, d[0].document, d[0].number))
    evidence = (clue.sentence, other.sentence)
    name = world.names[other.document]
    if clue.event.status == "occurred":
        text = f"It tells as past what {name} dates to {edtf(days)}."
        yield Vote(0.5 * NOT_YET if days.earliest > day else 0.02, "not-before-shared-event", text, evidence)
    elif clue.event.status == "planned":
        text = f"It announces what {name} dates to {edtf(days)}."
        gone = max(t.latest for _, t in dated) < day
        yield Vote(0.5 * GONE_BY if gone else 0.02, "not-after-planned-event", text, evidence)


def _copied(day: date, copy: Copy, world: World) -> Iterator[Vote]:
    """Reports with the same words are of the same day or the next; a release comes before what quotes it."""
    other = world.published.get(copy.document)
    if other is None:
        return
    away = (day - other.earliest).days
    evidence = (copy.mine, copy.span)
    name = world.names[copy.document]
    if copy.release and away < 0:
        yield Vote(BEFORE_RELEASE, "quotes-release", f"It quotes {name}, which is of {other.edtf}.", evidence)
    elif 0 <= away <= 1 or (not copy.release and away == -1):
        yield Vote(SAME_WORDS, "shared-passage", f"It has words in common with {name}, of {other.edtf}.", evidence)


def _counted(day: date, toll: Toll, others: Iterable[Toll], world: World) -> Iterator[Vote]:
    """A running count grows: more than a dated report has is later, less is earlier, the same is of the same days."""
    for other in others:
        published = world.published.get(other.document)
        if published is None:
            continue
        away = (day - published.earliest).days
        name = world.names[other.document]
        evidence = (toll.sentence, other.sentence)
        more = says_more(toll, other)
        if more == 0:
            weight = SAME_TOLL * max(0.0, 1 - abs(away) / 3)
            yield Vote(weight, "same-toll", f"{name}, of {published.edtf}, gives the same count.", evidence)
        elif more * away < 0:
            text = f"{name}, of {published.edtf}, has a {'lower' if more > 0 else 'higher'} count."
            yield Vote(TOLL_ORDER, "running-toll", text, evidence)
        elif away:
            text = f"{name}, of {published.edtf}, has a {'lower' if more > 0 else 'higher'} count."
            yield Vote(0.02, "running-toll", text, evidence)


def _counted_from(
    counted: Counted, others: Sequence[tuple[int, Counted | Clue]], own: Times, world: World
) -> Iterator[Vote]:
    """Days counted from an event lead to the day on which another report has it."""
    told = short(own[counted.time])
    found = [(o, d, days) for d, o in others if (days := _day_of_event(o, world.times[d]))]
    if told is None or not found:
        return
    event = counted.event(told)
    meeting = [f for f in found if f[2].meets(event)]
    other, number, days = (meeting or found)[0]
    yield Vote(
        COUNTED_DAYS if meeting else OTHER_DAY,
        "days-after-event",
        f"It counts days from what {world.names[number]} dates to {edtf(days)}.",
        (counted.span, other.span if isinstance(other, Counted) else other.sentence),
    )


def _day_of_event(told: Counted | Clue, times: Times) -> Interval | None:
    if isinstance(told, Counted):
        days = short(times[told.time])
        return told.event(days) if days else None
    return short(times[told.event.time]) if told.event.time is not None else None


def _release_told(line: Line, number: int, span: Span, own: Times, world: World) -> Iterator[Vote]:
    """The day on which the report says that an office published something is the day of that release."""
    other = world.published.get(number)
    mine = [d for t in line.times if (d := short(own[t]))]
    if other is None or not mine:
        return
    days = Interval(other.earliest, other.latest)
    meets = any(d.meets(days) for d in mine)
    yield Vote(
        SAME_DAY if meets else OTHER_DAY,
        "release-told",
        f"It tells of what {world.names[number]} published on {other.edtf}.",
        (line.span, span),
    )
