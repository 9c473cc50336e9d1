"""One utterance across reports: tellings of one speaker joined where their words agree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from msgspec.structs import replace

from consilience.ids import content_id
from consilience.model import Annotations, Interval, Span, Statement, StatementMention, Telling, When
from consilience.reconcile.dates import Calendar
from consilience.reconcile.entities import Register
from consilience.reconcile.events import Events
from consilience.reconcile.occasions import Talk, occasion_of, talks_of
from consilience.reconcile.sources import FamiliesBehind
from consilience.reconcile.timing import days_of_mention, when_of
from consilience.reconcile.voices import voices_of
from consilience.reconcile.wording import containment, content_words, overlap

#: Two tellings of one speaker that share this much of the shorter one's words, and this much of all, are one.
SHARED_OF_SHORTER, SHARED_OF_ALL = 0.6, 0.3
#: With fewer words than this a formula could be anyone's, on any day: both tellings must be the same.
FEW_WORDS = 4
#: Two translations of one utterance share this many words, and this much of the shorter one's.
SHARED_IN_TRANSLATION, HALF = 2, 0.5
#: Reports of one utterance lie at most this many days apart.
NEAR = 10


class _Told(NamedTuple):
    document: int
    number: int
    mention: StatementMention
    speakers: tuple[str, ...]
    addressees: tuple[str, ...]
    words: frozenset[str]
    days: Interval | None
    when: When | None
    occasion: str | None


def merge_statements(
    notes: Sequence[Annotations],
    register: Register,
    calendar: Calendar,
    events: Events,
    families_behind: FamiliesBehind,
) -> tuple[Statement, ...]:
    """Return the utterances of all reports, by id."""
    talks = [talks_of(n, register, events) for n in notes]
    told = [
        _told(d, number, n, register, calendar, talks[d])
        for d, n in enumerate(notes)
        for number in range(len(n.statements))
    ]
    groups: list[list[_Told]] = []
    by_speaker: dict[str, list[list[_Told]]] = {}
    for t in told:
        candidates = [g for s in t.speakers for g in by_speaker.get(s, ())]
        home = next(
            (
                g
                for g in candidates
                if all(_compatible(t, other) for other in g) and any(_same(t, other) for other in g)
            ),
            None,
        )
        if home is None:
            home = []
            groups.append(home)
        home.append(t)
        for s in t.speakers:
            if not any(g is home for g in by_speaker.setdefault(s, [])):
                by_speaker[s].append(home)
    retold = _days_of_retellings(groups)
    made = (_statement(g, notes, register, families_behind, retold.get(n)) for n, g in enumerate(groups))
    return tuple(sorted(made, key=lambda s: s.id))


def _told(
    d: int, number: int, notes: Annotations, register: Register, calendar: Calendar, talks: Sequence[Talk]
) -> _Told:
    document = notes.document.id
    mention = notes.statements[number]
    found = days_of_mention(
        notes, calendar.times[document], calendar.published[document], mention.time, mention.sentence
    )
    span = _sentence(notes, mention)
    speakers = register.all_of(document, mention.speakers)
    addressees = tuple(a for a in register.all_of(document, mention.addressees) if a not in speakers)
    talk = occasion_of(mention, speakers, talks, notes) if not addressees or mention.time is None else None
    inner = {s for m in notes.statements if _is_told_in(m, mention) for s in register.all_of(document, m.speakers)}
    others = tuple(p for p in talk.parties if p not in speakers and p not in inner) if talk else ()
    return _Told(
        d,
        number,
        mention,
        speakers,
        addressees or (others if len(others) == 1 else ()),
        content_words(notes.document.text[mention.start : mention.end]),
        found[0] if found else None,
        when_of(*found, (span,)) if found else None,
        talk.event if talk and (not addressees or set(addressees) & set(talk.parties)) else None,
    )


def _sentence(notes: Annotations, mention: StatementMention) -> Span:
    s = notes.parse.sentences[mention.sentence]
    return notes.document.span(s.start, s.end)


def _is_told_in(inner: StatementMention, outer: StatementMention) -> bool:
    """Say whether one telling, with its verb, is part of what another tells: "says that he had warned her that ..."."""
    return inner is not outer and inner.cue_start is not None and outer.start <= inner.cue_start < outer.end


def _compatible(a: _Told, b: _Told) -> bool:
    """Say whether nothing speaks against two tellings being one: other days or listeners, or one tells the other."""
    if a.document == b.document and (_is_told_in(a.mention, b.mention) or _is_told_in(b.mention, a.mention)):
        return False
    if a.days and b.days and abs((a.days.earliest - b.days.earliest).days) > NEAR:
        return False
    return not (a.addressees and b.addressees and not set(a.addressees) & set(b.addressees))


def _same(a: _Told, b: _Told) -> bool:
    if not set(a.speakers) & set(b.speakers):
        return False
    if a.document == b.document and "direct" in {a.mention.form, b.mention.form} and a.mention.form == b.mention.form:
        return a.words == b.words
    if min(len(a.words), len(b.words)) < FEW_WORDS:
        return a.words == b.words and a.mention.act == b.mention.act
    if _is_translated(a, b):
        return True
    return containment(a.words, b.words) >= SHARED_OF_SHORTER and overlap(a.words, b.words) >= SHARED_OF_ALL


def _is_translated(a: _Told, b: _Told) -> bool:
    """Say whether two reports quote one utterance in two translations: half of the words, of one day, to one party.

    An act told by its name alone ("his condolences") has no words to translate.
    """
    told = {a.mention.form, b.mention.form}
    same_day = a.days and b.days and a.days.earliest <= b.days.latest and b.days.earliest <= a.days.latest
    return (
        a.document != b.document
        and bool(told & {"direct", "mixed"})
        and "nominal" not in told
        and bool(same_day)
        and bool(set(a.addressees) & set(b.addressees))
        and len(a.words & b.words) >= SHARED_IN_TRANSLATION
        and containment(a.words, b.words) >= HALF
    )


def _statement(
    group: Sequence[_Told],
    notes: Sequence[Annotations],
    register: Register,
    families_behind: FamiliesBehind,
    retold: When | None,
) -> Statement:
    first = group[0]
    document = notes[first.document].document
    speakers = [set(t.speakers) for t in group if t.speakers]
    shared = set.intersection(*speakers) if speakers else set()
    acts = [t.mention.act for t in group]
    sentences = tuple(sorted({_sentence(notes[t.document], t.mention) for t in group}))
    return Statement(
        id=content_id("stm", document.id, first.mention.start, first.mention.end, first.mention.form),
        speakers=tuple(s for s in first.speakers if s in shared) or first.speakers,
        addressees=next((t.addressees for t in group if t.addressees), ()),
        act=next((a for a in acts if a != "say"), "say"),
        target=next(
            (
                register.of(notes[t.document].document.id, t.mention.target)
                for t in group
                if t.mention.target is not None
            ),
            None,
        ),
        when=retold or _when(group),
        occasion=next((t.occasion for t in group if t.occasion), None),
        tellings=tuple(_telling(t, notes[t.document], register) for t in group),
        families=families_behind(sentences, voices=_voices(group, notes, register)),
    )


def _when(group: Sequence[_Told]) -> When | None:
    """Return the day of an utterance: the surest that its tellings give.

    What one report told already was not said on a later day.
    """
    whens = [t.when for t in group if t.when]
    known = min((w.latest for w in whens), default=None)
    possible = [w for w in whens if known is not None and w.earliest <= known]
    return min(possible, key=lambda w: (w.basis == "inferred", w.interval.days, w.earliest), default=None)


def _days_of_retellings(groups: Sequence[Sequence[_Told]]) -> dict[int, When]:
    """Return the days of what is told only in a passage that retells earlier reports, by number of its group.

    A report that goes on from one speaker's words to his next, without a day of their own, and half of which or more
    were told by a report of an earlier day, retells that day: an old readout at the end of a new statement.
    """
    whens = [_when(g) for g in groups]
    sources = [{t.document for t in g} for g in groups]
    told = sorted(
        ((t.document, t.mention.start, n, t) for n, g in enumerate(groups) for t in g if t.speakers),
        key=lambda x: x[:3],
    )
    found: dict[int, When] = {}
    for _, run in groupby(told, key=lambda x: (x[0], x[3].speakers)):
        passage = [(n, t) for _, _, n, t in run if t.mention.time is None]
        earlier = [
            w for n, t in passage if len(sources[n]) > 1 and (w := whens[n]) and t.days and w.latest < t.days.earliest
        ]
        if earlier and 2 * len(earlier) >= len(passage):
            day = replace(min(earlier, key=lambda w: (w.interval.days, w.earliest)), basis="inferred")
            found |= {n: day for n, _ in passage if len(sources[n]) == 1}
    return found


def _voices(group: Sequence[_Told], notes: Sequence[Annotations], register: Register) -> Mapping[Span, str]:
    """Return the body whose words each sentence tells."""
    return voices_of(((_sentence(notes[t.document], t.mention), s) for t in group for s in t.speakers[:1]), register)


def _telling(t: _Told, notes: Annotations, register: Register) -> Telling:
    m, document = t.mention, notes.document
    cue = None if m.cue_start is None or m.cue_end is None else document.span(m.cue_start, m.cue_end)
    return Telling(content=document.span(m.start, m.end), cue=cue, form=m.form, via=register.all_of(document.id, m.via))
