"""Events of single reports seen through the entities: what lets two reports be about the same thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from consilience.lang.event_grammar import CHARGES, DONE_TO_DEEDS, OPINIONS
from consilience.lang.events import deed_family, deed_of, event_nouns
from consilience.lang.synonyms import may_tell_one_deed
from consilience.model import Annotations, Entity, EventMention, Span
from consilience.naming import fold
from consilience.reconcile.entities import Register

#: Words are compared by their first letters, so that "hospital" meets "hospitals".
_STEM = 5
#: So many sentences of a report tell again what its headline tells.
LEAD = 2
#: Begins the key of a party that has no name, only a word: "~crowd".
BY_WORD = "~"


@dataclass(frozen=True)
class Clue:
    """An event mention with its parties as entities: the number of its report and of the mention, its sentence.

    *subject* and *object* are the entities that the clause's own subject and object stand for. *doers* and *sufferers*
    are actors and recipients as reports can be compared by: entities that have a name, the head words of others.
    *in_lead*: in one of the first `LEAD` sentences of its report. *acting_for* and *suffering_for* are the states that
    actors and recipients are of or hold office in, *beside* all that the report speaks of. *victims*
    are the persons with a name that it was done to.
    """

    document: int
    number: int
    event: EventMention
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    said_by: str | None
    sentence: Span
    subject: str | None
    object: str | None
    doers: frozenset[str]
    sufferers: frozenset[str]
    in_headline: bool
    in_lead: bool
    acting_for: frozenset[str]
    suffering_for: frozenset[str]
    beside: frozenset[str]
    victims: frozenset[str]

    @cached_property
    def parties(self) -> frozenset[str]:
        """All who took part, so that reports can be compared."""
        return self.doers | self.sufferers

    @cached_property
    def named_sufferers(self) -> frozenset[str]:
        """Those it was done to who have a name."""
        return frozenset(s for s in self.sufferers if not s.startswith(BY_WORD))

    @cached_property
    def named(self) -> frozenset[str]:
        """Those who took part and have a name."""
        return frozenset(p for p in self.parties if not p.startswith(BY_WORD))

    @cached_property
    def all_named(self) -> bool:
        """Say whether every party has a name."""
        return not any(p.startswith(BY_WORD) for p in self.parties)

    @cached_property
    def is_faceless(self) -> bool:
        """Say whether those who did it have no name: officers in one report may be the police of another."""
        return all(d.startswith(BY_WORD) for d in self.doers)

    @cached_property
    def is_anonymous(self) -> bool:
        """Say whether parties took part and none has a name."""
        return bool(self.parties) and all(p.startswith(BY_WORD) for p in self.parties)

    @cached_property
    def family(self) -> str:
        """The family of deeds its word belongs to."""
        return deed_family(self.event.lemma)

    @cached_property
    def things(self) -> frozenset[str]:
        """The stems of the words for what it was done to or with, where that is no party."""
        words = f"{self.event.wording.object} {self.event.wording.subject if not self.actors else ''}"
        # "the blast" and "the explosion" are words for the deed, not for what it was done to
        deeds = event_nouns() if self.family not in DONE_TO_DEEDS else ()
        return stems(" ".join(w for w in fold(words).split() if w not in deeds))

    @cached_property
    def content(self) -> frozenset[str]:
        """The stems of the words for what is promised, demanded or refused."""
        return stems(f"{self.event.wording.object} {self.event.wording.tail}")

    @cached_property
    def party_words(self) -> frozenset[str]:
        """The stems of the words for parties without a name: another report may have them as the thing."""
        return frozenset(p.removeprefix(BY_WORD) for p in self.parties if p.startswith(BY_WORD))

    @cached_property
    def shareable(self) -> frozenset[str]:
        """What must be in common where the words for the deed differ: those with a name it was done to, or things."""
        return self.named_sufferers | self.things

    @cached_property
    def words(self) -> frozenset[str]:
        """The stems of the words for what or whom without a name it was done by, to or with."""
        return self.things | self.party_words


def stems(words: str) -> frozenset[str]:
    """Return the stems of words, those of articles and the like left out."""
    return frozenset(w[:_STEM] for w in fold(words).split() if len(w) >= _STEM - 1)


def clues_of(notes: Sequence[Annotations], register: Register) -> tuple[Clue, ...]:
    """Return the event mentions of all reports, in the order of the reports and of their texts."""
    keys = {e.id: _key(e) for e in register.entities}
    states = frozenset(e.id for e in register.entities if e.kind == "state")
    people = frozenset(e.id for e in register.entities if e.kind == "person" and e.is_named)
    found = []
    for d, n in enumerate(notes):
        document = n.document.id
        beside = frozenset(register.by_chain[document])
        lead = [number for number, s in enumerate(n.parse.sentences) if s.role == "body"][:LEAD]
        for number, event in enumerate(n.events):
            s = n.parse.sentences[event.sentence]
            actors, recipients = register.all_of(document, event.actors), register.all_of(document, event.recipients)
            found.append(
                Clue(
                    d,
                    number,
                    event,
                    actors,
                    recipients,
                    register.of(document, event.place),
                    register.of(document, event.said_by),
                    n.document.span(s.start, s.end),
                    register.of(document, event.wording.subject_chain),
                    register.of(document, event.wording.object_chain),
                    frozenset(keys[a] for a in actors),
                    frozenset(keys[r] for r in recipients),
                    s.role == "headline",
                    event.sentence in lead,
                    states & _owners(n, register, event.actors),
                    states & _owners(n, register, event.recipients),
                    beside,
                    people.intersection(recipients),
                )
            )
    return tuple(found)


def _owners(notes: Annotations, register: Register, chains: Sequence[int]) -> frozenset[str]:
    """Return whose parties are: their own entities, the bodies and states they belong to or hold office in."""
    document = notes.document.id
    own = [notes.chains[c] for c in chains]
    above = [c.of for c in own] + [h.of for c in own for h in c.holdings if not h.former]
    found = (register.of(document, c) for c in (*chains, *above))
    return frozenset(entity for entity in found if entity is not None)


def _key(entity: Entity) -> str:
    """Return what a party is compared by: itself where it has a name, else the head word of its description."""
    if entity.is_named:
        return entity.id
    what = fold(entity.name.partition(" (")[0]).split()
    return f"{BY_WORD}{what[-1][:_STEM]}" if what else entity.id


def tell_the_same(a: Clue, b: Clue) -> bool:
    """Say whether two mentions may be of one event, leaving time aside: the same deed, and parties in common."""
    if not _same_deed(a, b) or _are_two_opinions(a, b):
        return False
    if a.event.type == "CONSULT" or b.event.type == "CONSULT":
        shared = a.parties & b.parties
        if (a.is_anonymous or b.is_anonymous) and not shared:  # "an emergency cabinet meeting", "its emergency meeting"
            return bool(a.things & b.things)
        if len(shared) >= 2 or (shared and len(a.parties) == len(b.parties) == 1):
            return True
        if _party_is_thing(a, b):  # "called a cabinet meeting", "the cabinet met"
            return True
        # "the call of the president" may be any he made; "he spoke with her", her unknown, is a call of its own.
        fewer = min(a, b, key=lambda c: len(c.parties))
        return bool(shared) and len(fewer.parties) == 1 and not fewer.event.wording.verb
    if a.named_sufferers and b.named_sufferers:
        if not a.sufferers & b.sufferers:
            return False
        return bool(a.doers & b.doers) or not a.doers or not b.doers or a.is_faceless or b.is_faceless
    if a.sufferers & b.sufferers and not a.is_anonymous:
        return True
    if a.parties & b.parties:
        return a.sentence == b.sentence or _same_things(a, b)
    if a.parties and b.parties:
        return a.family == b.family and _party_is_thing(a, b)
    if a.family != b.family or (a.place != b.place and a.place is not None and b.place is not None):
        return False
    one_deed = deed_of(a.event.lemma) == deed_of(b.event.lemma)  # an attack need not be the shooting of that day
    return _same_things(a, b) if one_deed else bool(a.things & b.things)


def have_one_guest(a: Clue, b: Clue) -> bool:
    """Say whether two mentions tell visits of one guest, who has a name, and not to two hosts."""
    if a.event.mode != "visit" or b.event.mode != "visit":
        return False
    hosts = a.sufferers & b.sufferers or not a.sufferers or not b.sufferers
    return bool(hosts) and any(not guest.startswith(BY_WORD) for guest in a.doers & b.doers)


def _same_deed(a: Clue, b: Clue) -> bool:
    if a.family == b.family or _are_synonyms(a, b):
        return True
    same_type = a.event.type is not None and (a.event.type, a.event.mode) == (b.event.type, b.event.mode)
    return same_type and a.event.mode is not None and bool(a.named_sufferers & b.named_sufferers)


def _are_two_opinions(a: Clue, b: Clue) -> bool:
    """Say whether two others support, blame or ask somebody, each for himself."""
    return a.event.type in OPINIONS and bool(a.doers and b.doers) and not a.doers & b.doers


def _are_synonyms(a: Clue, b: Clue) -> bool:
    """Say whether both tell in two words what was done to or with the same: who is killed dies."""
    same_type = a.event.type is not None and a.event.type == b.event.type
    shared = bool(a.shareable & b.shareable) if same_type else bool(a.victims & b.victims)
    return shared and may_tell_one_deed(a.event.lemma, b.event.lemma)


def _party_is_thing(a: Clue, b: Clue) -> bool:
    """Say whether what one report has as a party without a name is to the other the thing: "the hospital plane".

    Where one side does harm that party is the one harmed: police who shot are not the police post that was attacked.
    """
    return bool(_that_may_be_things(a) & b.things or _that_may_be_things(b) & a.things)


def _that_may_be_things(clue: Clue) -> frozenset[str]:
    if clue.event.type not in CHARGES:
        return clue.party_words
    return frozenset(s.removeprefix(BY_WORD) for s in clue.sufferers if s.startswith(BY_WORD))


def _same_things(a: Clue, b: Clue) -> bool:
    """Say whether what was acted on may be the same: a word in common, or one of the two says nothing of it."""
    return not a.things or not b.things or bool(a.things & b.things)
