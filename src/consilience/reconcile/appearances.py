"""Occasions that are no talk: the press conference, interview, speech, post, letter or statement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from consilience.ids import content_id
from consilience.lang.labels import AND, APPEARING, OTHERS, TO_PARTNER
from consilience.model import Annotations, Entity, Event, SettingKind, Span, When
from consilience.reconcile.entities import Register
from consilience.reconcile.sources import Sources
from consilience.reconcile.utterances import Told

#: What somebody can do more than once a day: two of a kind are one only where they share an utterance.
_MANY_A_DAY: frozenset[SettingKind] = frozenset({"post", "letter", "video", "statement"})
#: A label names at most so many speakers.
_NAMED = 2


class _Appearance(NamedTuple):
    """One occasion while it is found: what it is, who spoke, who asked, when, and the sentences that tell it."""

    kind: SettingKind
    speakers: tuple[str, ...]
    partner: str | None
    when: When | None
    told: tuple[tuple[int, int, Span], ...]  # (number of the report, start of the word, sentence)
    groups: tuple[int, ...]


def appearances_of(
    groups: Sequence[Sequence[Told]],
    whens: Sequence[When | None],
    notes: Sequence[Annotations],
    register: Register,
    sources: Sources,
) -> tuple[tuple[Event, ...], Mapping[int, str]]:
    """Return the occasions as events, by id, and which one each utterance has, by number of its group.

    An utterance of a talk (a call, a meeting) keeps the talk. One occasion needs one speaker, kind and day and no two
    partners; the posts and statements of one day are as many as are told in different sentences.
    """
    found: list[_Appearance] = []
    for number, group in enumerate(groups):
        one = _appearance(number, group, whens[number], notes, register)
        if one is None or any(t.occasion for t in group):
            continue
        home = next((n for n, other in enumerate(found) if _is_one(one, other)), None)
        if home is None:
            found.append(one)
        else:
            found[home] = _joined(found[home], one)
    entities = {e.id: e for e in register.entities}
    events = [_event(a, notes, entities, sources) for a in found]
    by_group = {g: e.id for a, e in zip(found, events, strict=True) for g in a.groups}
    return tuple(sorted(events, key=lambda e: e.id)), by_group


def _appearance(
    number: int, group: Sequence[Told], when: When | None, notes: Sequence[Annotations], register: Register
) -> _Appearance | None:
    told = [(t, s) for t in group if (s := t.mention.setting) is not None]
    if not told or not told[0][0].speakers:
        return None
    kind = told[0][1].kind
    of_kind = [(t, s) for t, s in told if s.kind == kind]
    asked = (register.of(notes[t.document].document.id, s.partner) for t, s in of_kind if s.partner is not None)
    spots = ((t.document, s.start, _sentence_at(notes[t.document], s.start)) for t, s in of_kind)
    return _Appearance(
        kind, told[0][0].speakers, next((p for p in asked if p), None), when, tuple(sorted(spots)), (number,)
    )


def _is_one(a: _Appearance, b: _Appearance) -> bool:
    """Say whether two utterances were said on one occasion."""
    if a.kind != b.kind or a.speakers != b.speakers or (a.partner and b.partner and a.partner != b.partner):
        return False
    if {spot[:2] for spot in a.told} & {spot[:2] for spot in b.told}:
        return True  # one word tells the setting of both
    days = a.when is not None and b.when is not None and a.when.interval.meets(b.when.interval)
    return days and a.kind not in _MANY_A_DAY


def _joined(a: _Appearance, b: _Appearance) -> _Appearance:
    when = min((w for w in (a.when, b.when) if w), key=lambda w: (w.basis == "inferred", w.interval.days), default=None)
    told = tuple(sorted({*a.told, *b.told}))
    return a._replace(partner=a.partner or b.partner, when=when, told=told, groups=(*a.groups, *b.groups))


def _event(a: _Appearance, notes: Sequence[Annotations], entities: Mapping[str, Entity], sources: Sources) -> Event:
    first_document, start, _ = a.told[0]
    evidence = tuple(sorted({span for _, _, span in a.told}))
    partner = () if a.partner is None or a.partner in a.speakers else (a.partner,)
    return Event(
        id=content_id("evt", notes[first_document].document.id, start, a.kind, *a.speakers),
        label=_label(a, partner, entities),
        type=None,
        mode=None,
        contexts=(),
        actors=a.speakers,
        recipients=partner,
        reciprocal=False,
        when=a.when,
        place=None,
        status="occurred",
        said_by=None,
        documents=tuple(sorted({notes[d].document.id for d, _, _ in a.told})),
        evidence=evidence,
        families=sources.families_behind(evidence),
    )


def _label(a: _Appearance, partner: Sequence[str], entities: Mapping[str, Entity]) -> str:
    """Return "Ada Holm gives an interview to the Courier"."""
    names = [entities[s].name for s in a.speakers[:_NAMED]]
    names += [OTHERS] if len(a.speakers) > _NAMED else []
    subject = f" {AND} ".join(names) if len(names) < _NAMED + 1 else f"{', '.join(names[:-1])} {AND} {names[-1]}"
    one, several = APPEARING[a.kind]
    plural = len(names) > 1 or entities[a.speakers[0]].kind == "group"
    to = f" {TO_PARTNER} {entities[partner[0]].name}" if partner else ""
    label = f"{subject} {several if plural else one}{to}"
    return label[:1].upper() + label[1:]


def _sentence_at(notes: Annotations, at: int) -> Span:
    s = next(s for s in notes.parse.sentences if s.start <= at < s.end)
    return notes.document.span(s.start, s.end)
