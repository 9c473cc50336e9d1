"""What other reports say of the day on which a report was published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from consilience.chronology import say_day, say_interval
from consilience.model import Interval, Span
from consilience.reconcile.clues import Clue
from consilience.reconcile.dating.case import CLOSE, Case, Copy, Times, Vote, World, short
from consilience.reconcile.dating.counted_days import Counted
from consilience.reconcile.dating.counts import Toll, says_more
from consilience.reconcile.dating.parallels import Line, Tie

#: What a day that two reports give to one matter weighs, at full strength; a day on which they differ.
SAME_DAY, OTHER_DAY = 1.0, -0.2
#: An appointment announced with its date, and told as kept, besides.
CAME_TRUE = 0.5
#: Events are found by their words and parties, and mistaken more often than whole sentences.
EVENT = 0.5
#: Told as past before it happened, announced when it was over; what merely agrees.
NOT_YET, GONE_BY, AGREES = -0.7, -0.7, 0.02
#: What comes first is told by ties that are as strong as this.
FIRM = 0.55
#: Copied words: of the same days; said on a day that another report names; repeated before they were given out.
SAME_WORDS, SAID_THEN, BEFORE_RELEASE, BEFORE_NUMBERS = 0.4, 0.6, -1.5, -1.0
#: Running counts: the same one, out of order.
SAME_TOLL, TOLL_ORDER = 0.35, -0.5
#: Days counted from an event lead to the day another report gives it.
COUNTED_DAYS = 0.9
#: What a report that is itself dated by inference says counts so much less.
INFERRED = 0.6
#: The same matter in a report of the same day.
NEAR = 0.2


def votes_of_others(day: date, case: Case, own: Times, world: World) -> Iterator[Vote]:
    """Yield what other reports say for and against *day*; *own* are the days of the report's times on that day."""
    for vote in _votes(day, case, own, world):
        doubtful = any(span.document in world.inferred for span in vote.evidence)
        yield vote._replace(score=INFERRED * vote.score) if doubtful else vote


def _votes(day: date, case: Case, own: Times, world: World) -> Iterator[Vote]:
    for _, ties in groupby(case.ties, key=lambda t: t.mine.sentence):
        yield from _parallel(day, list(ties), case, own, world)
    for tie in _strongest_by_report(t for t in case.ties if not t.other.times):
        yield from _near(day, tie, world)
    yield from _numbers_repeated(day, case, world)
    for clue, twins in case.events:
        yield from _shared_event(day, clue, twins, case, own, world)
    for _, copies in groupby(case.copies, key=lambda c: c.document):
        yield from _copied(day, next(copies), world)
    copied = {(copy.mine, copy.document) for copy in case.copies}
    for toll, tolls in case.tolls:  # a count that was copied is as old as the copy, and no word on the day
        yield from _counted(day, toll, [t for t in tolls if (toll.sentence, t.document) not in copied], world)
    for line, number, span in case.releases:
        yield from _release_told(line, number, span, own, world)
    for counted, told in case.counted:
        yield from _counted_from(counted, told, own, world)


def _parallel(day: date, ties: Sequence[Tie], case: Case, own: Times, world: World) -> Iterator[Vote]:
    """One sentence of the report against those of others that tell of the same matter."""
    met: list[tuple[Tie, Interval]] = []
    missed: list[tuple[Tie, Interval]] = []
    for tie in ties:
        mine = [(t, d) for t in tie.mine.times for d in case.readings(t, own[t], day)]
        theirs = _days_of(tie.other, world)
        # The "today" of one report and that of another may be two days: they fix neither.
        pairs = [(m, d) for t, m in mine for o, d in theirs if t not in tie.mine.near or o not in tie.other.near]
        if pairs:
            hits = [d for m, d in pairs if d.meets(m)]
            (met if hits else missed).append((tie, hits[0] if hits else pairs[0][1]))
        elif theirs and not tie.mine.times:
            yield from _in_order(day, tie, [d for _, d in theirs], world)
    if met:
        tie, days = max(met, key=lambda m: m[0].strength)
        yield Vote(
            SAME_DAY * tie.strength + (CAME_TRUE if _came_true(day, tie, days, case, world) else 0.0),
            "weekday-of-shared-event",
            f"{world.names[tie.other.document]} tells the same, of {say_interval(days)}.",
            (tie.mine.span, tie.other.span),
        )
    elif missed and any(days.meets(case.window) for _, days in missed):
        tie, days = max(missed, key=lambda m: m[0].strength)
        yield Vote(
            OTHER_DAY * tie.strength,
            "weekday-of-shared-event",
            f"{world.names[tie.other.document]} tells the same, but of {say_interval(days)}.",
            (tie.mine.span, tie.other.span),
        )


def _came_true(day: date, tie: Tie, days: Interval, case: Case, world: World) -> bool:
    """Say whether the other report announces, with its day, what this one tells as past: an appointment kept."""
    other = world.published.get(tie.other.document)
    told = (t in case.past_plans or case.notes.times[t].expression.direction == "past" for t in tie.mine.times)
    return other is not None and other.latest < days.earliest <= day and any(told)


def _days_of(line: Line, world: World) -> list[tuple[int, Interval]]:
    """Return the times of another report's sentence that may fix a day, with their days."""
    return [(t, d) for t in line.times if (d := short(world.times[line.document][t]))]


def _in_order(day: date, tie: Tie, theirs: Sequence[Interval], world: World) -> Iterator[Vote]:
    """What the report tells as past has happened by then; what it tells as to come has not."""
    if tie.strength < FIRM:
        return
    name = world.names[tie.other.document]
    evidence = (tie.mine.span, tie.other.span)
    if tie.mine.tense == "past":
        first = min(d.earliest for d in theirs)
        if first > day:
            text = f"It tells as past what {name} dates to {say_day(first)}."
            yield Vote(NOT_YET * tie.strength, "not-before-shared-event", text, evidence)
        else:
            text = f"It tells as past what {name} dates to {say_day(first)}."
            yield Vote(AGREES, "not-before-shared-event", text, evidence)
    elif tie.mine.tense == "future":
        last = max(d.latest for d in theirs)
        text = f"It announces what {name} dates to {say_day(last)}."
        yield Vote(GONE_BY * tie.strength if last < day else AGREES, "not-after-planned-event", text, evidence)


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


def _numbers_repeated(day: date, case: Case, world: World) -> Iterator[Vote]:
    """Numbers that an office gave out cannot be repeated before it did."""
    for tie in case.ties:
        other = world.published.get(tie.other.document)
        if other is None or not tie.numbers or tie.other.document not in case.offices:
            continue
        name = world.names[tie.other.document]
        text = f"It repeats {' and '.join(tie.numbers)}, which {name} gave out on {say_interval(other)}."
        weight = BEFORE_NUMBERS if day < other.earliest else 0.05
        yield Vote(weight, "numbers-of-release", text, (tie.mine.span, tie.other.span))
        return


def _shared_event(day: date, clue: Clue, twins: Sequence[Clue], case: Case, own: Times, world: World) -> Iterator[Vote]:
    """An event of the report against the mentions of it in other reports."""
    dated = [(o, t) for o in twins if o.event.time is not None and (t := short(world.times[o.document][o.event.time]))]
    if not dated:
        return
    time = clue.event.time
    mine = case.readings(time, own[time], day) if time is not None else []
    if not mine:
        yield from _event_in_order(day, clue, dated, world)
        return
    meeting = [(o, t) for o, t in dated if any(t.meets(m) for m in mine)]
    other, days = (meeting or dated)[0]
    yield Vote(
        EVENT * (SAME_DAY if meeting else OTHER_DAY),
        "weekday-of-shared-event",
        f"{world.names[other.document]} tells the same event ({clue.event.lemma}), of {say_interval(days)}.",
        (clue.sentence, other.sentence),
    )


def _event_in_order(day: date, clue: Clue, dated: Sequence[tuple[Clue, Interval]], world: World) -> Iterator[Vote]:
    other, days = min(dated, key=lambda d: (d[1].earliest, d[0].document, d[0].number))
    evidence = (clue.sentence, other.sentence)
    name = world.names[other.document]
    if clue.event.status == "occurred":
        text = f"It tells as past what {name} dates to {say_interval(days)}."
        yield Vote(EVENT * NOT_YET if days.earliest > day else AGREES, "not-before-shared-event", text, evidence)
    elif clue.event.status == "planned":
        text = f"It announces what {name} dates to {say_interval(days)}."
        gone = max(t.latest for _, t in dated) < day
        yield Vote(EVENT * GONE_BY if gone else AGREES, "not-after-planned-event", text, evidence)


def _copied(day: date, copy: Copy, world: World) -> Iterator[Vote]:
    """Reports with the same words are of the same day or the next; a release comes before what quotes it."""
    other = world.published.get(copy.document)
    if other is None:
        return
    away = (day - other.earliest).days
    evidence = (copy.mine, copy.span)
    name = world.names[copy.document]
    said = [d for t in copy.said if (d := short(world.times[copy.document][t]))]
    if said:
        if any(d.meets(Interval(day, day)) for d in said):
            yield Vote(
                SAID_THEN,
                "shared-passage",
                f"{name} has these words said on {say_interval(said[0])}.",
                evidence,
            )
    elif copy.release and away < 0:
        yield Vote(
            BEFORE_RELEASE,
            "quotes-release",
            f"It quotes {name}, which is of {say_interval(other)}.",
            evidence,
        )
    elif copy.source and away > 0:
        yield Vote(
            BEFORE_RELEASE,
            "quoted-by-report",
            f"{name} quotes it, and is of {say_interval(other)}.",
            evidence,
        )
    elif 0 <= away <= 1 or (not copy.release and away == -1):
        yield Vote(
            SAME_WORDS,
            "shared-passage",
            f"It has words in common with {name}, of {say_interval(other)}.",
            evidence,
        )


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
            yield Vote(weight, "same-toll", f"{name}, of {say_interval(published)}, gives the same count.", evidence)
        elif more * away < 0:
            text = f"{name}, of {say_interval(published)}, has a {'lower' if more > 0 else 'higher'} count."
            yield Vote(TOLL_ORDER, "running-toll", text, evidence)
        elif away:
            text = f"{name}, of {say_interval(published)}, has a {'lower' if more > 0 else 'higher'} count."
            yield Vote(AGREES, "running-toll", text, evidence)


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
        f"It counts days from what {world.names[number]} dates to {say_interval(days)}.",
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
        f"It tells of what {world.names[number]} published on {say_interval(other)}.",
        (line.span, span),
    )
