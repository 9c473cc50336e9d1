"""When things of the record happened: the days of a mention, from its own words, its sentence, its report."""

from __future__ import annotations

from datetime import timedelta

from msgspec.structs import replace

from consilience.chronology import edtf, resolve
from consilience.lang.event_grammar import SAYING
from consilience.model import Annotations, Basis, EventMention, Interval, Publication, Span, When
from consilience.reconcile.dating import Times

#: News without a time of its own is of a report's day only where that day is known this well, in days.
KNOWN_DAY = 4
#: The day of the news stands in one of so many first sentences, and lies at most so many days before the report.
LEAD, NEWS = 2, 2


def when_of(days: Interval, basis: Basis, evidence: tuple[Span, ...]) -> When:
    """Return *days* as the record writes them."""
    return When(edtf=edtf(days), earliest=days.earliest, latest=days.latest, basis=basis, evidence=evidence)


def days_of_event(
    notes: Annotations, times: Times, published: Publication | None, event: EventMention
) -> tuple[Interval, Basis] | None:
    """Return the days of an event mention; a plan without a day of its own, and what lay further back, have none."""
    if event.time is not None and event.status in {"planned", "hoped"}:
        coming = _coming(notes, published, event.time)
        if coming is not None:
            return coming, "resolved"
    found = days_of_mention(notes, times, published, event.time, event.sentence)
    if found is None or event.time is not None:
        return found
    days, basis = found
    lead = _lead_time(notes, times, event.sentence) is not None
    if event.lag:
        return (_shifted(days, event.lag), basis) if lead else None
    if lead and _is_of_another(notes, event):
        lead = False
        days = _news_days(notes, times, published) or days
    if event.status in {"planned", "hoped"} or _is_further_back(notes, event):
        return None
    if not lead:
        days = _news_days(notes, times, published) or days
    return (days, basis) if lead or days.days <= KNOWN_DAY else None


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


def _coming(notes: Annotations, published: Publication | None, time: int) -> Interval | None:
    """Return the weekday that a plan is for: the next one, whatever the tense of the verb beside it."""
    expression = notes.times[time].expression
    if (
        published is None
        or expression.weekday is None
        or expression.anchor != "published"
        or expression.shift is not None
    ):
        return None
    known = Interval(published.earliest, published.latest)
    return resolve(replace(expression, direction="future"), published=known)


def _is_further_back(notes: Annotations, event: EventMention) -> bool:
    """Say whether the clause stands in the past perfect, without a time: it came before what is news.

    In what somebody said it only follows the tense of "said": "said that it had offered help" is news of an offer.
    """
    parse = notes.parse
    above = parse.heads[event.head]
    if parse.relations[event.head] == "ccomp" and parse.lemmas[above] in SAYING and parse.tags[above] == "VBD":
        return False
    before = range(max(0, event.head - 6), event.head)
    return any(parse.heads[n] == event.head and parse.lemmas[n] == "have" and parse.tags[n] == "VBD" for n in before)


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
    if published is None:
        return None
    return Interval(published.earliest - timedelta(days=1), published.latest), "inferred"


def _lead_time(notes: Annotations, times: Times, sentence: int) -> Interval | None:
    """Return the only short time of the sentence itself, which then dates all it tells."""
    own = [times[n] for n, t in enumerate(notes.times) if t.sentence == sentence and not t.expression.duration]
    short = [days for days in own if days is not None and days.days <= 2]
    return short[0] if len(short) == 1 and len(own) == 1 else None
