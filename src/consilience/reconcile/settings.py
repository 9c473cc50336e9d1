"""Events done at another one: what a cabinet declared at its meeting was on the day and at the place of the meeting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from consilience.lang.event_grammar import AT_AN_EVENT
from consilience.model import Annotations, Event, EventMention, Interval, When
from consilience.reconcile.timing import when_of

#: Which mention of which report an event is told by: (document id, number) -> event id.
ByMention = Mapping[tuple[str, int], str]


def with_settings(notes: Sequence[Annotations], events: Sequence[Event], by_mention: ByMention) -> tuple[Event, ...]:
    """Return the events, in order, those told to have been done at another one with its day and place."""
    found = {e.id: e for e in events}
    for n in notes:
        for number, mention in enumerate(n.events):
            made = found.get(by_mention.get((n.document.id, number), ""))
            at = _setting(n, mention)
            setting = None if at is None else found.get(by_mention.get((n.document.id, at), ""))
            if made is not None and setting is not None and made.id != setting.id and not mention.definite:
                found[made.id] = _set_at(made, setting)
    return tuple(found[e.id] for e in events)


def _set_at(made: Event, setting: Event) -> Event:
    if setting.status != "occurred" or made.status not in {"occurred", "alleged"}:
        return made
    place = made.place if made.place is not None else setting.place
    return replace(made, place=place, when=_narrowed(made.when, setting.when))


def _narrowed(own: When | None, other: When | None) -> When | None:
    """Return the days of an event in view of those it was done on: narrower ones, where the two agree."""
    if other is None or (own is not None and not own.interval.meets(other.interval)):
        return own
    if own is None:
        return when_of(other.interval, "inferred", other.evidence)
    days = Interval(max(own.earliest, other.earliest), min(own.latest, other.latest))
    if days == own.interval and own.basis != "inferred":
        return own
    return when_of(days, own.basis, tuple(sorted({*own.evidence, *other.evidence})))


def _setting(notes: Annotations, mention: EventMention) -> int | None:
    """Return the number of the mention at which another was done: "at its meeting, the cabinet declared mourning"."""
    parse = notes.parse
    deed = _verb_of(notes, mention.head)
    for number, other in enumerate(notes.events):
        if other.sentence != mention.sentence or other.head == mention.head or other.type != "CONSULT":
            continue
        preposition = parse.heads[other.head]
        if (
            parse.relations[other.head] == "pobj"
            and parse.lemmas[preposition].casefold() in AT_AN_EVENT
            and parse.relations[preposition] == "prep"
            and parse.heads[preposition] == deed
        ):
            return number
    return None


def _verb_of(notes: Annotations, head: int) -> int:
    """Return the verb that an event is told with: that of a noun it is the object of."""
    parse = notes.parse
    while parse.parts[head] not in {"VERB", "AUX"} and parse.relations[head] in {"dobj", "conj"}:
        head = parse.heads[head]
    return head
