"""When two tellings are of one utterance: the same words, few of them of one talk, or two translations of them."""

from __future__ import annotations

from typing import NamedTuple

from consilience.model import Interval, StatementMention, When
from consilience.reconcile.wording import containment, overlap, shared_in_meaning

#: Two tellings of one speaker that share this much of the shorter one's words, and this much of all, are one.
SHARED_OF_SHORTER, SHARED_OF_ALL = 0.6, 0.3
#: With fewer words than this a formula could be anyone's, on any day: both tellings must be the same.
FEW_WORDS = 4
#: Two translations of one utterance share this many words, and this much of the shorter one's.
SHARED_IN_TRANSLATION, HALF = 2, 0.5
#: What was said in one talk, or on one day, can be told in so few words, all of them found in a fuller telling.
SHORT_OF_TALK, SHORT_OF_DAY = 2, 3
#: What was asked for on a day that is known has its name: "asked for mercy".
SHORT_OF_REQUEST = 1
#: Reports of one utterance lie at most this many days apart.
NEAR = 10

#: Acts that one reporter tells by "asked for" and the other by "called for".
ASKED = frozenset({"request", "urge"})

_QUOTED = frozenset({"direct", "mixed"})


class Told(NamedTuple):
    """A telling with what tells utterances apart: its speakers and listeners, words, days, and the talk it is of."""

    document: int
    number: int
    mention: StatementMention
    speakers: tuple[str, ...]
    addressees: tuple[str, ...]
    listeners: frozenset[str]  # the addressees but for "his counterpart", who may be anybody
    words: frozenset[str]
    days: Interval | None
    when: When | None
    occasion: str | None
    relay: tuple[str, ...] = ()  # the office through which words of a talk are known


def is_told_in(inner: StatementMention, outer: StatementMention) -> bool:
    """Say whether one telling, with its verb, is part of what another tells: "says that he had warned her that ..."."""
    return inner is not outer and inner.cue_start is not None and outer.start <= inner.cue_start < outer.end


def can_be_one(a: Told, b: Told) -> bool:
    """Say whether nothing speaks against two tellings being one: other days or listeners, or one tells the other."""
    if a.document == b.document and (is_told_in(a.mention, b.mention) or is_told_in(b.mention, a.mention)):
        return False
    if a.days and b.days and abs((a.days.earliest - b.days.earliest).days) > NEAR:
        return False
    return not (a.listeners and b.listeners and not a.listeners & b.listeners)


def tell_the_same(a: Told, b: Told) -> bool:
    """Say whether two tellings give one speaker the same words, or words that can be of one utterance only."""
    if not set(a.speakers) & set(b.speakers):
        return False
    if a.document == b.document and "direct" in {a.mention.form, b.mention.form} and a.mention.form == b.mention.form:
        return a.words == b.words
    if _is_short_for(a, b) or _is_short_for(b, a):
        return True
    if min(len(a.words), len(b.words)) < FEW_WORDS:
        return a.words == b.words and a.mention.act == b.mention.act
    if _is_translated(a, b):
        return True
    return containment(a.words, b.words) >= SHARED_OF_SHORTER and overlap(a.words, b.words) >= SHARED_OF_ALL


def _is_translated(a: Told, b: Told) -> bool:
    """Say whether two reports quote one utterance in two translations: half of the words, of one day, to one party.

    An act told by its name alone ("his condolences") has no words to translate.
    """
    told = {a.mention.form, b.mention.form}
    return (
        a.document != b.document
        and bool(told & _QUOTED)
        and "nominal" not in told
        and _are_of_one_day(a, b)
        and bool(set(a.addressees) & set(b.addressees))
        and _is_half(a.words, b.words)
    )


def _is_half(a: frozenset[str], b: frozenset[str]) -> bool:
    shared = shared_in_meaning(a, b)
    return shared >= SHARED_IN_TRANSLATION and shared >= HALF * min(len(a), len(b))


def _is_short_for(short: Told, full: Told) -> bool:
    """Say whether a report tells in few words what another tells in full, of one talk or day.

    It quotes some words of it, or names the same act: "promised a visit of the Red Cross".
    """
    quoted = short.mention.form in _QUOTED
    named = _name_one_act(short, full)
    in_talk = _is_one_occasion(short, full) and len(short.words) >= SHORT_OF_TALK
    dated = short.days is not None and short.days.days == 1
    enough = SHORT_OF_REQUEST if dated and short.mention.act in ASKED else SHORT_OF_DAY
    of_day = named and _are_of_one_day(short, full) and len(short.words) >= enough
    return (
        short.document != full.document
        and (quoted or named)
        and (in_talk or of_day)
        and shared_in_meaning(short.words, full.words) == len(short.words)
    )


def _name_one_act(a: Told, b: Told) -> bool:
    """Say whether two tellings name one act, not only that something was said; to ask for a thing is to call for it."""
    acts = {a.mention.act, b.mention.act}
    return acts == ASKED or (len(acts) == 1 and acts != {"say"})


def _are_of_one_day(a: Told, b: Told) -> bool:
    return a.days is not None and b.days is not None and a.days.meets(b.days)


def _is_one_occasion(a: Told, b: Told) -> bool:
    return a.occasion is not None and a.occasion == b.occasion
