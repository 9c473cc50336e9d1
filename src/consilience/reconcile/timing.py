"""When things of the record happened: the days of a mention, from its own words, its sentence, its report."""

from __future__ import annotations

import re
from datetime import timedelta

from msgspec.structs import replace

from consilience.chronology import edtf, resolve
from consilience.lang.english_disputes import EARLIER
from consilience.model import Annotations, Basis, EventMention, Interval, Publication, Span, When
from consilience.reconcile.clause_times import (
    follows_another,
    governing_days,
    is_further_back,
    is_narrated,
    is_of_an_opinion,
    is_past_plan,
    is_spoken_of_as_known,
    running_days,
    was_planned,
)
from consilience.reconcile.dating import Times

#: News without a time of its own is of a report's day only where that day is known this well, in days.
KNOWN_DAY = 4
#: The day of the news stands in one of so many first sentences, and lies at most so many days before the report.
LEAD, NEWS = 2, 2
_FORMER = re.compile(rf"\b(?:{'|'.join(EARLIER)})\s+$", re.IGNORECASE)
#: A time of more days than this says too little of when something in its sentence was.
LONGEST_TIME = 31


def when_of(days: Interval, basis: Basis, evidence: tuple[Span, ...]) -> When:
    """Return *days* as the record writes them."""
    return When(edtf=edtf(days), earliest=days.earliest, latest=days.latest, basis=basis, evidence=evidence)


def days_of_event(
    notes: Annotations, times: Times, published: Publication | None, event: EventMention
) -> tuple[Interval, Basis] | None:
    """Return the days of an event mention; a plan without a day of its own, and what lay further back, have none."""
    if event.definite and is_of_an_opinion(notes, event):
        return None
    if event.time is not None and event.status in {"planned", "hoped"}:
        coming = _coming(notes, published, event)
        if coming is not None:
            return coming, "resolved"
    if event.time is not None and times[event.time] is not None:
        days, basis = days_of_mention(notes, times, published, event.time, event.sentence) or (None, None)
        if days is None or basis is None or not _is_to_come(days, published, event):
            return None if days is None or basis is None else (days, basis)
        days = _of_that_day(notes, published, event.time)
        return None if days is None or _is_to_come(days, published, event) else (days, basis)
    days = governing_days(notes, times, event)
    lead = days is not None
    if event.lag:
        return (_shifted(days, event.lag), "inferred") if days is not None else None
    if days is not None and (_is_of_another(notes, event) or _is_to_come(days, published, event)):
        days = None
    if event.status in {"planned", "hoped"} or is_further_back(notes, event):
        return None
    if days is not None:
        return (days, "inferred") if days.days <= LONGEST_TIME else None
    running = None if lead else running_days(notes, times, event)
    if running is not None and not _is_to_come(running, published, event):
        return running, "inferred"
    days = _news_days(notes, times, published) or _day_of_news(published)
    if days is None or days.days > KNOWN_DAY or _is_of_no_news(notes, event):
        return None
    return days, "inferred"


def _is_of_no_news(notes: Annotations, event: EventMention) -> bool:
    """Say whether an event is not of the day of its report: it followed on something, or is a talk not held at all."""
    if event.status == "denied" and event.type == "CONSULT":
        return True
    return follows_another(notes, event) or is_narrated(notes, event) or is_spoken_of_as_known(notes, event)


def _is_to_come(days: Interval, published: Publication | None, event: EventMention) -> bool:
    """Say whether days lie after the report, which tells of what occurred."""
    return event.status == "occurred" and published is not None and days.earliest > published.latest


def _of_that_day(notes: Annotations, published: Publication | None, time: int) -> Interval | None:
    """Return the days of a time of day counted from the report, not from the day to come that was spoken of before."""
    expression = notes.times[time].expression
    if expression.clock is None or expression.anchor != "preceding" or published is None:
        return None
    return resolve(expression, published=Interval(published.earliest, published.latest))


def _shifted(days: Interval, by: int) -> Interval:
    return Interval(days.earliest + timedelta(days=by), days.latest + timedelta(days=by))


def _news_days(notes: Annotations, times: Times, published: Publication | None) -> Interval | None:
    """Return the day of a report's news: the one its first sentences name, near the day of the report; else None."""
    body = [n for n, s in enumerate(notes.parse.sentences) if s.role == "body"][:LEAD]
    for sentence in body:
        found = _lead_time(notes, times, sentence)
        if found is not None:
            near = published is None or -1 <= (published.latest - found.latest).days <= NEWS
            return found if near and found.days == 1 else None
    return None


def _is_of_another(notes: Annotations, event: EventMention) -> bool:
    """Say whether the time in an event's sentence is that of another one, which is to come where this one was."""
    others = [e for e in notes.events if e.sentence == event.sentence and e.time is not None]
    return bool(others) and all(e.status != event.status for e in others)


def _coming(notes: Annotations, published: Publication | None, event: EventMention) -> Interval | None:
    """Return the weekday that a plan is for: the next one, whatever the tense of the verb beside it.

    Of a plan that came to nothing ("were to have met on Saturday") the day is past; of one told as one that was ("were
    to meet on Saturday") it is the nearer one.
    """
    expression = notes.times[event.time].expression if event.time is not None else None
    if (
        published is None
        or expression is None
        or is_past_plan(notes, event)
        or expression.weekday is None
        or expression.anchor != "published"
        or expression.shift is not None
    ):
        return None
    known = Interval(published.earliest, published.latest)
    ahead = resolve(replace(expression, direction="future"), published=known)
    back = resolve(replace(expression, direction="past"), published=known) if was_planned(notes, event) else None
    if ahead is None or back is None:
        return ahead
    return back if (published.latest - back.latest) < (ahead.earliest - published.latest) else ahead


def days_of_mention(
    notes: Annotations, times: Times, published: Publication | None, time: int | None, sentence: int
) -> tuple[Interval, Basis] | None:
    """Return the days of something told in a sentence, by its own time, or else by the report's day.

    News without a time of its own is of the day of the report or the day before; that is a conclusion, and marked.
    """
    if time is not None and times[time] is not None:
        days = times[time]
        absolute = notes.times[time].expression.anchor == "absolute"
        return (days, "explicit" if absolute else "resolved") if days else None
    lead = _lead_time(notes, times, sentence)
    if lead is not None:
        return lead, "inferred"
    days = _day_of_news(published)
    return (days, "inferred") if days is not None else None


def _day_of_news(published: Publication | None) -> Interval | None:
    """Return the days that a report's news is of: its own, and the day before."""
    return None if published is None else Interval(published.earliest - timedelta(days=1), published.latest)


def is_replaced(text: str, start: int, at: int) -> bool:
    """Say whether the number at *at*, of a sentence from *start* on, is what another took the place of.

    As in "raising an earlier toll of 17" and "down from 22".
    """
    return _FORMER.search(text, start, at) is not None


def _lead_time(notes: Annotations, times: Times, sentence: int) -> Interval | None:
    """Return the only short time of the sentence itself, which then dates all it tells.

    Not the time of what a number was before: "11 are missing, down from 22 on Monday" dates no news to Monday.
    """
    text, s = notes.document.text, notes.parse.sentences[sentence]
    here = (f for f in notes.figures if f.sentence == sentence)
    former = {f.time for f in here if is_replaced(text, s.start, f.start)}
    own = [
        times[n]
        for n, t in enumerate(notes.times)
        if t.sentence == sentence and not t.expression.duration and n not in former
    ]
    short = [days for days in own if days is not None and days.days <= 2]
    return short[0] if len(short) == 1 and len(own) == 1 else None
