"""What a report says by itself of the day on which it was published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from consilience.lang.english_times import DEADLINES, FUTURE_SIGNALS
from consilience.lang.page import page_cues
from consilience.model import Annotations, Interval, Sentence, Span, TimeExpression
from consilience.reconcile.dating.case import CLOSE, Case, Times, Vote, World, short
from consilience.reconcile.dating.parallels import tense_of

#: What the rules weigh: a date told against its tense; a plan for the very day, "last Friday" of yesterday; news by the
#: days it is old; "it is Monday"; weeks told too soon.
PAST_DATE, PLANNED_DATE, UNTENSED_DATE = -2.5, -2.0, -0.6
PLANNED_TODAY, TOO_NEAR = -0.4, -0.3
NEWS_DAY = {0: 0.4, 1: 0.37, 2: 0.15}
LONG_GONE = {5: -0.1, 6: -0.2}
IS_TODAY = 2.0
TOO_FRESH = -1.5
#: What each day costs after the newest day that a report tells, and at most: news is printed soon.
STALE, STALEST = -0.06, -0.9
DAY, NO_TIME = timedelta(days=1), timedelta()
#: Sentences at the head of a report tell its news.
LEAD = 8
#: A word that announces stands so many words before its date, at most.
REACH = 8
#: "Recent weeks" are at least so many days.
WEEKS = 12
#: A tie as strong as this tells how new a report's news is.
FIRM = 0.6


def votes_of_its_own(day: date, case: Case, own: Times, world: World) -> Iterator[Vote]:
    """Yield what the report's own words say for and against *day*; *own* are the days of its times on that day."""
    yield from _dates_told(day, case)
    yield from _weekdays_of_news(day, case, own)
    yield from _weekdays_long_gone(day, case, own)
    yield from _weekdays_too_near(day, case, own)
    yield from _today(day, case)
    yield from _long_ago(day, case)
    yield from _stale(day, case, world)


def _dates_told(day: date, case: Case) -> Iterator[Vote]:
    """Dates told as past are not to come, and the reverse."""
    for n, days in case.fixed.items():
        side = _side(case.notes.times[n].expression, case, n)
        evidence = (case.sentence(case.notes.times[n].sentence),)
        if side == "past" and days.earliest > day:
            yield Vote(PAST_DATE, "newest-past-date", f"“{case.words(n)}” is told as past.", evidence)
        elif side == "past" and (day - days.latest).days <= 1:
            yield Vote(0.05, "newest-past-date", f"“{case.words(n)}” is the newest day it tells as past.", evidence)
        elif side == "none" and days.earliest > day:
            yield Vote(UNTENSED_DATE, "newest-past-date", f"It tells of “{case.words(n)}”.", evidence)
        if side == "future" and days.latest < day:
            yield Vote(PLANNED_DATE, "planned-date", f"“{case.words(n)}” is told as still to come.", evidence)
        elif side == "future" and days == Interval(day, day):
            yield Vote(PLANNED_TODAY, "planned-date", f"“{case.words(n)}” would be called today.", evidence)


def _side(e: TimeExpression, case: Case, number: int) -> str:
    """Return whether a date is told as past or to come, "none" if neither, "open" behind "to host", "to open".

    The date of a picture is past.
    """
    t = case.notes.times[number]
    sentence = case.notes.parse.sentences[t.sentence]
    if sentence.role in {"caption", "credit"}:
        return "past"
    if e.direction != "none":
        return e.direction
    before = re.findall(r"\w+", case.notes.document.text[sentence.start : t.start].casefold())[-REACH:]
    if before[-1:] == ["for"] or any(word in FUTURE_SIGNALS for word in before):
        return "future"
    if before and before[-1] in DEADLINES:  # "ordered a vote by 31 March"
        return "open"
    if _is_infinitive(case.notes, sentence, t.start):
        return "open"
    return "past" if tense_of(case.notes, sentence) == "past" else "none"


def _is_infinitive(notes: Annotations, sentence: Sentence, before: int) -> bool:
    """Say whether the last verb before a character of a sentence is an infinitive with "to"."""
    parse = notes.parse
    verbs = [n for n in range(sentence.first, sentence.last) if parse.starts[n] < before and parse.parts[n] == "VERB"]
    return bool(verbs) and verbs[-1] > sentence.first and parse.tags[verbs[-1] - 1] == "TO"


def _weekdays_of_news(day: date, case: Case, own: Times) -> Iterator[Vote]:
    """News "on Tuesday" is printed that day or the next; not where its head says "yesterday" or "last Tuesday"."""
    if any(_speaks_of_its_day(t.expression) and _leads(case, t.sentence) for t in case.notes.times):
        return
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


def _weekdays_long_gone(day: date, case: Case, own: Times) -> Iterator[Vote]:
    """A bare "on Tuesday" is of the last days; after most of a week it would be "last Tuesday" or have its date."""
    gone = [
        ((day - days.latest).days, n)
        for n, t in enumerate(case.notes.times)
        if _is_news_weekday(t.expression) and _is_told(case, t.sentence) and (days := short(own[n]))
    ]
    away, n = max(gone, default=(0, 0))
    if away in LONG_GONE:
        text = f"“{case.words(n)}” would be {away} days ago."
        yield Vote(LONG_GONE[away], "weekday-long-gone", text, (case.sentence(case.notes.times[n].sentence),))


def _weekdays_too_near(day: date, case: Case, own: Times) -> Iterator[Vote]:
    """Nobody says "last Friday" on that Friday or the day after, nor "next Tuesday" on its eve."""
    for n, t in enumerate(case.notes.times):
        e = t.expression
        if e.weekday is None or e.shift not in {-1, 1} or e.anchor != "published" or not _is_told(case, t.sentence):
            continue
        days = short(own[n])
        if days is not None and min(abs((day - days.latest).days), abs((day - days.earliest).days)) <= 1:
            text = f"“{case.words(n)}” would be said of a day farther off."
            yield Vote(TOO_NEAR, "weekday-too-near", text, (case.sentence(t.sentence),))


def _is_told(case: Case, sentence: int) -> bool:
    return case.notes.parse.sentences[sentence].role == "body"


def _is_news_weekday(e: TimeExpression) -> bool:
    return e.weekday is not None and e.direction != "future" and e.shift is None and e.anchor == "published"


def _speaks_of_its_day(e: TimeExpression) -> bool:
    """Say whether a time counts from the day of the report by its own words: "last Tuesday", "yesterday", "today"."""
    near = e.unit == "day" and e.shift in {0, -1} and e.until is None  # "overnight" goes with any weekday
    return e.anchor == "published" and ((e.weekday is not None and e.shift == -1) or near)


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
    newest = _newest_told(case, world)
    if newest is not None and day > newest:
        yield Vote(max(STALE * (day - newest).days, STALEST), "news-is-fresh", "Its news would be old by then.", ())


def _newest_told(case: Case, world: World) -> date | None:
    """Return the newest day that the report tells as past, by its own dates and what dated reports tell of them.

    Where there is none, the day of the first report that tells of the same matter.
    """
    told = [
        days.latest + (DAY if case.notes.times[n].expression.until else NO_TIME)  # a period is told of when it is over
        for n, days in case.fixed.items()
        if _side(case.notes.times[n].expression, case, n) in {"past", "none"} and days.days <= CLOSE
    ]
    for tie in case.ties:
        if tie.mine.tense == "past" and tie.strength >= FIRM:
            told += [days.latest for t in tie.other.times if (days := short(world.times[tie.other.document][t]))]
    newest = max((d for d in told if d <= case.window.latest), default=None)
    alike = (p.earliest for tie in case.ties if (p := world.published.get(tie.other.document)))
    return newest or min(alike, default=None)
