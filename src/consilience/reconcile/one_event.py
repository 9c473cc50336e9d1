"""Whether two mentions are of one event: what speaks for it, and what against."""

from __future__ import annotations

from typing import NamedTuple

from consilience.lang.event_grammar import AT_A_TALK, BROUGHT, DEATHS, OF_ANY_FORM, ONCE_IN_A_LIFE, RARE, SPEECH_DEEDS
from consilience.lang.events import deed_of
from consilience.model import Basis, Interval
from consilience.reconcile.clues import BY_WORD, Clue, have_one_guest, tell_the_same
from consilience.reconcile.wording import are_of_one_matter

#: Days concluded from the days of two reports may lie this far apart and still be one.
NEAR = 3
#: What is planned for one day may come this many days later.
LATE = 3


class Told(NamedTuple):
    """A mention with its days, and how they are known."""

    clue: Clue
    days: Interval | None
    basis: Basis


def are_one(a: Told, b: Told) -> bool:
    if tell_the_same(a.clue, b.clue) or _is_one_talk(a, b) or _is_of_one_state(a, b):
        return True
    if _is_one_denial(a.clue, b.clue):
        return True
    return _is_brought(a, b) or _is_in_same_words(a, b) or _is_headline_of(a, b) or _is_one_visit(a, b)


def _is_one_denial(x: Clue, y: Clue) -> bool:
    """Say whether two mentions deny one talk: nobody has a name in the one who has none in the other.

    "There was no meeting between Holm and Berg", "a meeting of the president with the candidate never took place".
    """
    if x.event.type != "CONSULT" or x.family != y.family or {x.event.status, y.event.status} != {"denied"}:
        return False
    return bool(x.named & y.named) and (x.named <= y.named or y.named <= x.named)


def _is_headline_of(a: Told, b: Told) -> bool:
    """Say whether one mention is the headline above the other: one deed, told again in the lead, of nobody else named.

    "Hijackers free 30 hostages" stands above "the gunmen freed 30 women and children".
    """
    x, y = a.clue, b.clue
    if x.document != y.document or not ((x.in_headline and y.in_lead) or (y.in_headline and x.in_lead)):
        return False
    if x.family != y.family or x.event.type != y.event.type or x.event.status != y.event.status:
        return False
    sides = ((x.doers, y.doers), (x.sufferers, y.sufferers))
    return not any(p and q and not p & q and not _is_faceless(p) and not _is_faceless(q) for p, q in sides)


def _is_faceless(parties: frozenset[str]) -> bool:
    return all(p.startswith(BY_WORD) for p in parties)


def _is_one_visit(a: Told, b: Told) -> bool:
    """Say whether two mentions tell one visit: the same guest, named, on the same days, and one says only where."""
    return a.days is not None and b.days is not None and a.days.meets(b.days) and have_one_guest(a.clue, b.clue)


def _is_one_talk(a: Told, b: Told) -> bool:
    """Say whether one report takes up a call: "his discussion with her", "they exchanged views"; all have names."""
    x, y = a.clue, b.clue
    if x.event.type != "CONSULT" or y.event.type != "CONSULT" or x.document != y.document:
        return False
    loose = [c.event for c in (x, y) if c.event.lemma in OF_ANY_FORM]
    taken_up = any(not e.wording.verb or e.lemma in AT_A_TALK for e in loose)
    return taken_up and x.parties == y.parties and len(x.parties) > 1 and x.all_named


def _is_of_one_state(a: Told, b: Told) -> bool:
    """Say whether one mention has a state for the deed of its official: of the same thing, or in the headline above it.

    "Norway blames Sweden" stands above "the minister accused the Swedish operator".
    """
    x, y = a.clue, b.clue
    if x.family != y.family or x.event.type != y.event.type or x.event.type in {None, "CONSULT"}:
        return False
    state, official = (x, y) if x.doers <= x.acting_for else (y, x)
    if not state.doers or not state.doers <= official.acting_for or official.doers & state.doers:
        return False
    if state.sufferers and official.sufferers and not state.suffering_for & official.suffering_for:
        return False
    above = x.document == y.document and state.in_headline
    return above or len(x.things & y.things) > 1 or bool(x.things and x.things == y.things)


def _is_in_same_words(a: Told, b: Told) -> bool:
    """Say whether two mentions tell one deed of one thing, in two words or more, and one of them not by whose name."""
    x, y = a.clue, b.clue
    if x.family != y.family or x.event.type != y.event.type or x.event.type == "CONSULT":
        return False
    return len(x.things & y.things) > 1 and bool(x.doers and y.doers) and (x.is_faceless or y.is_faceless)


def _is_brought(a: Told, b: Told) -> bool:
    """Say whether what one mention plans to send is what the other tells to have arrived: "the 60 engineers"."""
    x, y = a.clue, b.clue
    if x.event.type not in BROUGHT or x.event.type != y.event.type:
        return False
    if {x.event.status, y.event.status} != {"planned", "occurred"} or a.days is None or b.days is None:
        return False
    return bool(x.words & y.words)


def vetoes(a: Told, b: Told) -> bool:
    """Say whether two mentions cannot be of one event: other days, other people on a side, one told and one denied."""
    x, y = a.clue, b.clue
    if {x.event.status, y.event.status} >= {"denied", "occurred"} and not _is_contested(a, b):
        return True
    if a.days and b.days and not a.days.meets(b.days) and not _are_near(a, b):
        return True
    if x.place and y.place and x.place != y.place and not x.parties & y.parties:
        return True
    if _have_other_content(x, y) or _are_other_things(x, y):
        return True
    if x.event.type == "CONSULT" and x.parties and y.parties and not _is_one_denial(x, y):
        return bool(x.parties - y.parties) and bool(y.parties - x.parties) and min(len(x.parties), len(y.parties)) > 1
    return bool(x.named_sufferers and y.named_sufferers) and not x.named_sufferers & y.named_sufferers


def _is_contested(a: Told, b: Told) -> bool:
    """Say whether one mention denies what the other tells: one deed of the same parties, all named, and no other day.

    A talk that has not been held may be any talk.
    """
    x, y = a.clue, b.clue
    if x.event.type in {None, "CONSULT"} or (x.event.type, x.event.mode) != (y.event.type, y.event.mode):
        return False
    same = x.family == y.family and x.doers == y.doers and x.sufferers == y.sufferers
    return same and bool(x.parties) and x.all_named


def _have_other_content(x: Clue, y: Clue) -> bool:
    """Say whether two promises or demands are of other matters, or it is not told of what: "agreed to speak again"."""
    if x.event.type not in SPEECH_DEEDS or x.sentence == y.sentence or x.named_sufferers & y.named_sufferers:
        return False
    return not are_of_one_matter(x.content, y.content) and not (x.in_headline or y.in_headline)


def _are_other_things(x: Clue, y: Clue) -> bool:
    """Say whether what one mention has as a thing is another than whom the other has as somebody without a name."""
    if x.parties and y.parties:
        return False
    return bool(x.words and y.words and not x.words & y.words and (x.is_anonymous or y.is_anonymous))


def _are_near(a: Told, b: Told) -> bool:
    """Say whether days that do not meet may still be of one event: one is only concluded, or a plan came late."""
    if a.days is None or b.days is None:
        return True
    if any(t.clue.event.status == "denied" and t.basis == "inferred" for t in (a, b)) and _is_contested(a, b):
        return True  # a denial is of the day of what it denies, whatever the day it is told on
    if _is_lasting(a, b):
        return True
    same_person = a.clue.parties & b.clue.parties and a.clue.family == b.clue.family
    if same_person and a.clue.family in ONCE_IN_A_LIFE:
        return True
    if a.clue.victims & b.clue.victims and _is_death(a) and _is_death(b):
        return True
    if same_person and a.clue.family in RARE:
        return abs((a.days.earliest - b.days.earliest).days) <= NEAR
    if "inferred" in {a.basis, b.basis}:
        return abs((a.days.earliest - b.days.earliest).days) <= NEAR
    plan, done = (a, b) if a.clue.event.status == "planned" else (b, a)
    if plan.clue.event.status != "planned" or done.clue.event.status != "occurred" or not plan.days or not done.days:
        return False
    both = plan.clue.sufferers & done.clue.sufferers and plan.clue.event.type != "CONSULT"
    both = both or _is_brought(plan, done)
    return bool(both) and 0 <= (done.days.earliest - plan.days.latest).days <= LATE


def _is_death(t: Told) -> bool:
    """Say whether a mention tells that somebody died: a report of the inquiry is of another day than the killing."""
    return deed_of(t.clue.event.lemma) in DEATHS


def _is_lasting(a: Told, b: Told) -> bool:
    """Say whether two nouns name one unrest of a place that goes on: "as protests continue", its day only concluded."""
    x, y = a.clue, b.clue
    named = x.place is not None and x.place == y.place and x.event.type == y.event.type == "PROTEST"
    general = not x.parties and not y.parties and not x.event.wording.verb and not y.event.wording.verb
    return named and general and "inferred" in {a.basis, b.basis}
