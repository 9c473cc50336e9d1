"""What happened, in one report: events with type, parties, place, time and status."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from consilience.annotate.countries import Countries
from consilience.annotate.events.apart import apart
from consilience.annotate.events.pairs import with_pair
from consilience.annotate.events.parties import Parties, parties_of
from consilience.annotate.events.status import status_of
from consilience.annotate.events.times import lag_of, time_of
from consilience.annotate.events.triggers import ENDED, Finder, Trigger
from consilience.annotate.events.wording import wording_of
from consilience.annotate.issuers import issuer_of
from consilience.annotate.tokens import Tokens
from consilience.annotate.who import Who
from consilience.lang.english_sources import OURSELVES
from consilience.lang.event_grammar import CHARGES, NEVER, SPEECH_DEEDS, SPOKEN_FOR, THREATENED, UNTRUE, WITH_A_TASK
from consilience.lang.events import Sense, context_cues
from consilience.model import Annotations, Chain, EventMention, StatementMention, Status, TimeMention

__all__ = ["find_events"]

#: An event has at most this many contexts, those with the most cues.
MOST_CONTEXTS = 3


def find_events(notes: Annotations) -> Annotations:
    """Return *notes* with its events, in text order."""
    tokens = Tokens(notes)
    who = Who(notes, tokens)
    direct = [(s.start, s.end) for s in notes.statements if s.form == "direct"]
    quoted = frozenset(n for n in range(len(tokens)) if any(a <= tokens.starts[n] < b for a, b in direct))
    countries = Countries(notes, tokens)
    triggers = tuple(Finder(tokens, who, notes.times, quoted).find())
    outer = {t.token: t for t in triggers}
    issuer = issuer_of(notes)
    threats = {t.token for t in triggers if _is_threat(tokens, t, triggers)}
    kept = [
        t._replace(word=t.word._replace(type="THREATEN")) if t.token in threats else t
        for t in triggers
        if not _is_inner(tokens, t, outer)
    ]
    found: list[EventMention] = []
    for t in kept:
        mention = _mention(tokens, who, countries, t, notes, t.token in quoted, found, issuer)
        if mention is not None:
            found += apart(tokens, who, t, mention)
    ended = {e.time for e in found if e.lemma.startswith(ENDED)}
    return replace(
        notes, events=tuple(found), times=tuple(_begun(t) if n in ended else t for n, t in enumerate(notes.times))
    )


def _begun(time: TimeMention) -> TimeMention:
    """Return the day on which something ended, which is no stretch: "the curfew has been gone since Saturday"."""
    until = time.expression.until
    open_ended = until is not None and until.anchor == "published" and until.shift == 0
    return replace(time, expression=replace(time.expression, until=None)) if open_ended else time


def _is_inner(tokens: Tokens, trigger: Trigger, outer: dict[int, Trigger]) -> bool:
    """Say whether an event is only what another promises or is for: "agreed to withdraw", "crossed to reach it"."""
    verb = trigger.verb if trigger.verb is not None else trigger.token
    if tokens.relations[verb] == "pobj" and _names(outer.get(tokens.heads[tokens.heads[verb]]), verb):
        return True  # "engaged the patrol in a firefight"
    above = outer.get(tokens.heads[verb]) if tokens.relations[verb] == "xcomp" else None
    if above is None or above.token == trigger.token:
        return False
    return (
        above.word.type in SPEECH_DEEDS
        or above.word.lemma in WITH_A_TASK
        or (above.word.type is not None and above.word.type == trigger.word.type)
    )


def _is_threat(tokens: Tokens, trigger: Trigger, triggers: Sequence[Trigger]) -> bool:
    """Say whether somebody promises to do harm: "vowed to drive out the settlers"."""
    if trigger.word.type != "AGREE" or trigger.word.lemma == "agree" or trigger.token != trigger.verb:
        return False
    promised = {c for c in tokens.all_children(trigger.token, "xcomp") if not _is_negated(tokens, c)}
    return any(t.word.type in THREATENED for t in triggers if t.token in promised or t.verb in promised)


def _names(trigger: Trigger | None, noun: int) -> bool:
    """Say whether the sense of a verb asks for a noun after its preposition, so that both are one event."""
    if trigger is None or trigger.frame is None:
        return False
    asked = [c.removeprefix("into=").split("|") for c in trigger.word.frame if c.startswith("into=")]
    return any(trigger.frame.is_one_of(noun, words) for words in asked)


def _is_negated(tokens: Tokens, verb: int) -> bool:
    """Say whether a verb is told with a no, its own or one before its "to": "vowed never to attack"."""
    own = tokens.all_children(verb, "neg", "advmod", "preconj")
    return any(tokens.lower[c] in NEVER for c in (*own, *tokens.all_children(tokens.heads[verb], "neg")))


def _mention(
    tokens: Tokens,
    who: Who,
    countries: Countries,
    trigger: Trigger,
    notes: Annotations,
    quoted: bool,
    before: Sequence[EventMention],
    issuer: int | None,
) -> EventMention | None:
    status = "occurred" if trigger.alluded else status_of(tokens, trigger)
    own = parties_of(tokens, who, trigger)
    parties = _by_ourselves(trigger, with_pair(tokens, who, trigger, own, before), issuer)
    if trigger.alluded:
        parties = Parties((), (), parties.place)
    wording = wording_of(tokens, who, trigger)
    if parties.actors != own.actors:
        wording = replace(wording, subject="", subject_chain=None, plural=True)
    if (
        status is None
        or _is_toll(tokens, trigger, parties, notes.times)
        or not (trigger.definite or _is_told(trigger, parties, bool(wording.object or wording.subject)))
    ):
        return None
    word, n = trigger.word, trigger.token
    told = _telling(notes.statements, tokens.starts[n])
    return EventMention(
        start=tokens.starts[n],
        end=tokens.ends[n],
        sentence=tokens.sentence_of[n],
        head=n,
        lemma=word.lemma,
        type=word.type,
        mode=word.mode,
        contexts=_contexts(tokens, n),
        actors=parties.actors,
        recipients=tuple(r for r in parties.recipients if not _only_tells(notes, told, r)),
        reciprocal=word.type in {"CONSULT", "AGREE"} and word.mode != "visit" and len(parties.actors) > 1,
        place=parties.place,
        time=time_of(tokens, trigger, notes.times),
        status=_as_told(
            status,
            told,
            quoted,
            false=_is_called_untrue(tokens, told, tokens.sentence_of[n]),
            doubtful=_is_hearsay(notes, told) or _is_charge(notes.chains, countries, told, parties, word),
        ),
        said_by=told.speakers[0] if told is not None and told.speakers and not trigger.alluded else None,
        lag=lag_of(tokens, trigger, notes.times),
        definite=trigger.definite,
        wording=wording,
    )


def _by_ourselves(trigger: Trigger, parties: Parties, issuer: int | None) -> Parties:
    """Return the parties with the body that speaks in a document as "we": "we shall call a strike"."""
    frame = trigger.frame
    if issuer is None or frame is None or frame.subject is None or parties.actors:
        return parties
    ourselves = frame.tokens.lower[frame.subject] in OURSELVES
    others = tuple(r for r in parties.recipients if r != issuer)
    return Parties((issuer,), others, parties.place) if ourselves else parties


def _only_tells(notes: Annotations, told: StatementMention | None, chain: int) -> bool:
    """Say whether somebody stands only outside of what he says, and parsers took him for a part of it."""
    if told is None or chain not in told.speakers:
        return False
    return not any(m.chain == chain and told.start <= m.start < told.end for m in notes.mentions)


def _as_told(status: Status, told: StatementMention | None, quoted: bool, *, false: bool, doubtful: bool) -> Status:
    """Return the status in view of who tells it: what somebody denies did not happen, what he is quoted with is his."""
    if status != "occurred" or told is None:
        return status
    if told.act == "deny" or false:
        return "denied"
    return "alleged" if quoted or doubtful or told.act == "accuse" else status


def _is_called_untrue(tokens: Tokens, told: StatementMention | None, sentence: int) -> bool:
    """Say whether the next sentence calls what somebody tells here untrue: "The agency wrote ... It is a lie"."""
    if told is None or sentence + 1 >= len(tokens.parse.sentences):
        return False
    after = tokens.parse.sentences[sentence + 1]
    if after.block != tokens.parse.sentences[sentence].block:
        return False
    root = next((n for n in range(after.first, after.last) if tokens.relations[n] == "ROOT"), after.first)
    subject = tokens.child(root, "nsubj")
    said = tokens.all_children(root, "attr", "acomp")
    what = subject is not None and tokens.lower[subject] in {"it", "this", "that"}
    return what and tokens.child(root, "neg") is None and any(tokens.lower[n] in UNTRUE for n in said)


def _is_hearsay(notes: Annotations, told: StatementMention | None) -> bool:
    """Say whether the only one who tells it is somebody without a name: "a diplomat said", no organ's spokesman."""
    if told is None or len(told.speakers) != 1:
        return False
    speaker = notes.chains[told.speakers[0]]
    single = speaker.kind == "person" and not speaker.named and not speaker.plural
    return single and not any(word in SPOKEN_FOR for word in speaker.name.casefold().split())


def _is_charge(
    chains: Sequence[Chain], countries: Countries, told: StatementMention | None, parties: Parties, word: Sense
) -> bool:
    """Say whether one side tells what the other has done to it: a party to the matter is no witness.

    Somebody's lawyer or cousin tells of him, and speaks for no state.
    """
    if told is None or word.type not in CHARGES or set(told.speakers) & set(parties.actors):
        return False
    if set(told.speakers) & set(parties.recipients):
        return True
    ours = {c for s in told.speakers if not _is_of_a_person(chains, s) and (c := countries.told_of(s))}
    theirs = {c for a in parties.actors if (c := countries.told_of(a))}
    suffered = {c for r in parties.recipients if (c := countries.told_of(r))}
    return bool(theirs and ours & suffered and not ours & theirs)


def _is_of_a_person(chains: Sequence[Chain], number: int) -> bool:
    owner = chains[number].of
    return owner is not None and chains[owner].kind == "person"


def _is_told(trigger: Trigger, parties: Parties, worded: bool) -> bool:
    """Say whether enough is told for an entry: somebody took part, or a thing of the world happened somewhere."""
    if trigger.word.type == "CONSULT":
        return bool(parties.actors or parties.recipients)
    return bool(parties.actors or parties.recipients or parties.place is not None or worded)


def _is_toll(tokens: Tokens, trigger: Trigger, parties: Parties, times: tuple[TimeMention, ...]) -> bool:
    """Say whether a clause only counts ("391 persons were released"): that is a figure, no event."""
    frame = trigger.frame
    if frame is None or not frame.passive or frame.object is None or parties.actors or parties.place is not None:
        return False
    counted = frame.object if tokens.parts[frame.object] == "NUM" else tokens.child(frame.object, "nummod")
    return counted is not None and not trigger.scheduled and time_of(tokens, trigger, times) is None


def _telling(statements: tuple[StatementMention, ...], at: int) -> StatementMention | None:
    """Return the narrowest telling around a character, a denial before all others."""
    around = [s for s in statements if s.start <= at < s.end and s.form != "nominal"]
    denied = [s for s in around if s.act == "deny"]
    return min(denied or around, key=lambda s: (s.end - s.start, s.start), default=None)


def _contexts(tokens: Tokens, n: int) -> tuple[str, ...]:
    """Return the contexts that the words of the sentence are cues of, the best attested first."""
    sentence, cues = tokens.sentence(n), context_cues()
    found: dict[str, int] = {}
    for lemma in tokens.lemmas[sentence.first : sentence.last]:
        context = cues.get(lemma.casefold())
        if context:
            found[context] = found.get(context, 0) + 1
    return tuple(sorted(found, key=lambda c: (-found[c], c))[:MOST_CONTEXTS])
