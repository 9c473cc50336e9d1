"""One utterance across reports: tellings of one speaker joined where their words agree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from msgspec.structs import replace

from consilience.ids import content_id
from consilience.lang import english_names as en
from consilience.model import Annotations, Chain, Event, Span, Statement, StatementMention, Telling, When
from consilience.reconcile.appearances import appearances_of
from consilience.reconcile.dates import Calendar
from consilience.reconcile.entities import Register
from consilience.reconcile.events import Events
from consilience.reconcile.occasions import Talk, both_of, occasion_of, relayed_by, talks_of
from consilience.reconcile.offices import called
from consilience.reconcile.sources import Sources
from consilience.reconcile.timing import days_of_mention, when_of
from consilience.reconcile.utterances import Told, can_be_one, is_told_in, tell_the_same
from consilience.reconcile.voices import voices_of
from consilience.reconcile.wording import content_words


class Statements(NamedTuple):
    """The utterances, by id, and the events that are only the occasions of some: interviews, posts and the like."""

    statements: tuple[Statement, ...]
    occasions: tuple[Event, ...]


def merge_statements(
    notes: Sequence[Annotations],
    register: Register,
    calendar: Calendar,
    events: Events,
    sources: Sources,
) -> Statements:
    """Return the utterances of all reports with their occasions."""
    talks = [talks_of(n, register, events) for n in notes]
    told = [
        _told(d, number, n, register, calendar, talks[d])
        for d, n in enumerate(notes)
        for number in range(len(n.statements))
    ]
    persons = frozenset(e.id for e in register.entities if e.kind == "person")
    told = _with_running_days(told, notes, persons)
    groups: list[list[Told]] = []
    by_speaker: dict[str, list[list[Told]]] = {}
    for t in told:
        candidates = [g for s in t.speakers for g in by_speaker.get(s, ())]
        home = next(
            (
                g
                for g in candidates
                if all(can_be_one(t, other) for other in g) and any(tell_the_same(t, other) for other in g)
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
    outlets = {n.document.id: n.document.outlet for n in notes}
    whens = [retold.get(n) or _when(g) for n, g in enumerate(groups)]
    occasions, by_group = appearances_of(groups, whens, notes, register, sources)
    made = (_statement(g, notes, register, sources, outlets, whens[n], by_group.get(n)) for n, g in enumerate(groups))
    return Statements(tuple(sorted(made, key=lambda s: s.id)), occasions)


def _told(
    d: int, number: int, notes: Annotations, register: Register, calendar: Calendar, talks: Sequence[Talk]
) -> Told:
    document = notes.document.id
    mention = notes.statements[number]
    found = days_of_mention(
        notes, calendar.times[document], calendar.published[document], mention.time, _dating_sentence(notes, mention)
    )
    span = _sentence(notes, mention)
    speakers = both_of(mention, talks, notes) or register.all_of(document, mention.speakers)
    addressees = tuple(a for a in register.all_of(document, mention.addressees) if a not in speakers)
    here = any(t.known and t.sentence == mention.sentence for t in talks)
    in_talk = mention.setting is None and (here or not addressees or mention.time is None)  # an interview is no call
    talk = occasion_of(mention, speakers, talks, notes) if in_talk else None
    inner = {s for m in notes.statements if is_told_in(m, mention) for s in register.all_of(document, m.speakers)}
    if talk is not None and inner & set(talk.parties):
        talk = None  # who tells what was said in a talk does so after it
    others = tuple(p for p in talk.parties if p not in speakers) if talk else ()
    addressees = addressees or (others if len(others) == 1 else ())
    counterparts = [c for c in mention.addressees if _is_counterpart(notes.chains[c])]
    return Told(
        d,
        number,
        mention,
        speakers,
        addressees,
        frozenset(addressees) - frozenset(register.all_of(document, counterparts)),
        content_words(notes.document.text[mention.start : mention.end]),
        found[0] if found else None,
        when_of(*found, (span,)) if found else None,
        talk.event if talk and (not addressees or set(addressees) & set(talk.parties)) else None,
        relayed_by(mention, talk, notes) if talk and not set(speakers) & set(talk.teller) else (),
    )


def _dating_sentence(notes: Annotations, mention: StatementMention) -> int:
    """Return the sentence that may date a telling, -1 for none: what is told of Monday was not said on Monday."""
    own = [t for t in notes.times if t.sentence == mention.sentence]
    inside = own and all(mention.start <= t.start and t.end <= mention.end for t in own)
    return -1 if inside and mention.form != "nominal" else mention.sentence


def _with_running_days(told: Sequence[Told], notes: Sequence[Annotations], persons: frozenset[str]) -> list[Told]:
    """Return the tellings in their order, those without a day of their own with that of the sentence before.

    "On Monday Holm told the council that ... She promised ...", in one paragraph and of one speaker, or of the person
    spoken to, who answers.
    """
    found: list[Told] = []
    dated: dict[tuple[int, tuple[str, ...]], Told] = {}
    for t in told:
        before = dated.get((t.document, t.speakers)) if t.speakers else None
        goes_on = before is not None and t.mention.time is None and _goes_on(before, t, notes[t.document])
        if before is not None and goes_on:
            t = t._replace(days=before.days, when=before.when and replace(before.when, basis="inferred"))
        if goes_on or (t.mention.time is not None and t.days is not None):
            heard = t.addressees or (before.addressees if before is not None and goes_on else ())
            for party in (t.speakers, heard if persons.issuperset(heard) else ()):
                dated[t.document, party] = t._replace(addressees=heard)
        found.append(t)
    return found


def _goes_on(before: Told, t: Told, notes: Annotations) -> bool:
    """Say whether a telling follows another in its paragraph, at once, and that one was not to come."""
    first, second = before.mention.sentence, t.mention.sentence
    sentences = notes.parse.sentences
    past = before.days is not None and t.days is not None and before.days.latest <= t.days.latest
    return past and 0 <= second - first <= 1 and sentences[first].block == sentences[second].block


def _is_counterpart(chain: Chain) -> bool:
    return not chain.named and chain.name.split()[-1] in en.COUNTERPARTS


def _sentence(notes: Annotations, mention: StatementMention) -> Span:
    s = notes.parse.sentences[mention.sentence]
    return notes.document.span(s.start, s.end)


def _statement(
    group: Sequence[Told],
    notes: Sequence[Annotations],
    register: Register,
    sources: Sources,
    outlets: Mapping[str, str | None],
    when: When | None,
    appearance: str | None,
) -> Statement:
    """Return the utterance of a group; *appearance* is its occasion where it was said in no talk."""
    first = group[0]
    document = notes[first.document].document
    speakers = [set(t.speakers) for t in group if t.speakers]
    shared = set.intersection(*speakers) if speakers else set()
    acts = [t.mention.act for t in group]
    sentences = tuple(sorted({_sentence(notes[t.document], t.mention) for t in group}))
    return Statement(
        id=content_id("stm", document.id, first.mention.start, first.mention.end, first.mention.form),
        speakers=tuple(s for s in first.speakers if s in shared) or first.speakers,
        addressees=next((t.addressees for t in sorted(group, key=lambda t: not t.listeners) if t.addressees), ()),
        act=next((a for a in acts if a != "say"), "say"),
        target=next(
            (
                register.of(notes[t.document].document.id, t.mention.target)
                for t in group
                if t.mention.target is not None
            ),
            None,
        ),
        when=when,
        occasion=next((t.occasion for t in group if t.occasion), appearance),
        tellings=tuple(_telling(t, notes[t.document], register, sources, outlets) for t in group),
        families=sources.families_behind(sentences, voices=_voices(group, notes, register)),
    )


def _when(group: Sequence[Told]) -> When | None:
    """Return the day of an utterance: the surest that its tellings give.

    What one report told already was not said on a later day.
    """
    whens = [t.when for t in group if t.when]
    known = min((w.latest for w in whens), default=None)
    possible = [w for w in whens if known is not None and w.earliest <= known]
    return min(possible, key=lambda w: (w.basis == "inferred", w.interval.days, w.earliest), default=None)


def _days_of_retellings(groups: Sequence[Sequence[Told]]) -> dict[int, When]:
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


def _voices(group: Sequence[Told], notes: Sequence[Annotations], register: Register) -> Mapping[Span, str]:
    """Return the body whose words each sentence tells."""
    return voices_of(((_sentence(notes[t.document], t.mention), s) for t in group for s in t.speakers[:1]), register)


def _telling(
    t: Told, notes: Annotations, register: Register, sources: Sources, outlets: Mapping[str, str | None]
) -> Telling:
    m, document = t.mention, notes.document
    cue = None if m.cue_start is None or m.cue_end is None else document.span(m.cue_start, m.cue_end)
    via = register.all_of(document.id, m.via) or t.relay
    if not via:
        via = _agency_behind(_sentence(notes, m), notes, register, sources, outlets)
    return Telling(content=document.span(m.start, m.end), cue=cue, form=m.form, via=via)


def _agency_behind(
    sentence: Span, notes: Annotations, register: Register, sources: Sources, outlets: Mapping[str, str | None]
) -> tuple[str, ...]:
    """Return the agency from whose report a sentence is taken, where the report credits it and names it."""
    outlet = outlets.get(sources.origin_of(sentence) or "")
    if outlet is None or outlet == notes.document.outlet or outlet not in notes.document.agencies:
        return ()
    found = called(outlet, notes, register)
    return tuple(found) if len(found) == 1 else ()
