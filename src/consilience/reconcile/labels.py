"""Labels of events: one short clause made of the names of the parties and the verb in a fixed form."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from consilience.lang.event_grammar import CALLING
from consilience.lang.inflection import past_participle, third_person
from consilience.lang.labels import (
    AFTER,
    AGAINST,
    AND,
    ARTICLES,
    FIXED,
    HOSTING,
    IN,
    LEADING_TO,
    NAMED,
    NOUN_AFTER,
    OTHERS,
    SAID,
    SAID_TO_BE,
    TO,
    TO_BE,
    WITH_ARTICLE,
    WITH_ONE,
)
from consilience.model import Entity, Status
from consilience.reconcile.clues import Clue

#: A described entity is named "press office (Anna Berg)": what it is, and whose.
_DESCRIBED = re.compile(r"^(?P<what>[^()]+) \((?P<whose>[^()]+)\)$")


def label_of(
    clue: Clue, status: Status, parties: Sequence[str], place: str | None, entities: Mapping[str, Entity]
) -> str:
    """Return the label of an event: "Police arrest Arvo Lindqvist in Oslo".

    *clue* is the telling with the most to say; *parties* are all who took part, in order, as entity ids.
    """
    where = _where(entities[place].name, TO if clue.event.lemma in LEADING_TO else IN) if place is not None else ""
    wording = clue.event.wording
    fixed = FIXED.get(clue.event.lemma)
    if clue.event.type == "CONSULT" and fixed:
        return _finished(_talk(clue, status, parties, place, entities), where)
    subject = _subject(clue, entities)
    goal = _object(clue, entities) if clue.object is None or clue.object != clue.subject else ""
    verb = fixed[0] if fixed else wording.verb
    if not verb:
        noun = _bare(wording.object)
        return _finished(f"{noun}{NOUN_AFTER.get(status, '')}", where)
    if verb in CALLING and status == "planned" and wording.object:
        return _finished(f"{_bare(wording.object)}{NOUN_AFTER[status]}", where)
    if fixed:
        subject, goal = subject or _names(clue.actors, entities), ""
    alone = clue.subject in clue.actors and not wording.plural  # "Holm discusses the news", with others
    several = (len(clue.actors) > 1 and not alone) or (wording.plural and not _is_named(clue.actors, entities))
    if subject and not wording.passive:
        clause = _active(subject, verb, goal, status, several=several)
    else:
        clause = _passive(goal or subject, verb, status)
    tail = f" {wording.tail}" if wording.tail and not fixed else ""
    return _finished(f"{clause}{tail}{AFTER.get(status, '')}", where)


def _talk(clue: Clue, status: Status, parties: Sequence[str], place: str | None, entities: Mapping[str, Entity]) -> str:
    verb, tail = FIXED[clue.event.lemma]
    if clue.event.lemma in {"visit", "receive"}:
        names = _names(clue.actors, entities)
        hosts = _object(clue, entities) if clue.event.lemma == "visit" else _names(clue.recipients, entities)
        if not hosts and place is not None and clue.event.lemma == "visit":
            hosts = _names([place], entities)
        first, second = (hosts, names) if clue.event.lemma == "receive" else (names, hosts)
        if not first:
            return _passive(second, verb, status)
        return _active(first, verb, second, status, several=len(clue.actors) > 1 and first == names) + AFTER.get(
            status, ""
        )
    named = [p for p in parties if _is_named((p,), entities)]
    names = _names(named if len(named) > 1 else parties, entities)
    wording = clue.event.wording
    if len(parties) == 1 and not _is_named(parties, entities) and wording.subject:
        names = _bare(wording.subject)
    if wording.verb in HOSTING:
        hosts = _names(clue.actors, entities) if clue.actors else names
        clause = _active(hosts, wording.verb, _bare(wording.object), status, several=len(clue.actors) > 1)
        return clause + AFTER.get(status, "")
    if len(parties) == 1 and not wording.plural and clue.event.lemma in WITH_ONE:
        if wording.verb != "meet":
            return WITH_ONE[clue.event.lemma].format(names) + NOUN_AFTER.get(status, "")
        return _active(names, verb, tail, status, several=False) + AFTER.get(status, "")
    return _active(names, verb, tail, status, several=True) + AFTER.get(status, "")


def _active(subject: str, verb: str, goal: str, status: Status, *, several: bool) -> str:
    if status == "planned":
        form = f"{TO} {verb}"
    elif status == "alleged":
        form = f"{SAID} {past_participle(verb)}"
    else:
        form = verb if several else third_person(verb)
    return f"{subject} {form} {goal}".strip()


def _passive(goal: str, verb: str, status: Status) -> str:
    form = past_participle(verb)
    if status == "planned":
        return f"{goal} {TO_BE} {form}"
    return f"{goal} {SAID_TO_BE} {form}" if status == "alleged" else f"{goal} {form}"


def _subject(clue: Clue, entities: Mapping[str, Entity]) -> str:
    wording = clue.event.wording
    if clue.subject is not None or not wording.subject:
        own = [a for a in clue.actors if clue.subject is None or a == clue.subject or _is_named((a,), entities)]
        if _is_named(own[:1], entities) or not wording.subject:
            return _names(own or clue.actors, entities)
    return _bare(wording.subject)


def _object(clue: Clue, entities: Mapping[str, Entity]) -> str:
    wording = clue.event.wording
    if clue.object is not None and (_is_named((clue.object,), entities) or not wording.object):
        whom = clue.recipients if clue.object in clue.recipients else (clue.object,)
        return _names([w for w in whom if w == clue.object or _is_named((w,), entities)], entities)
    others = [r for r in clue.recipients if r != clue.subject]
    if wording.object or wording.tail or not others:
        return _bare(wording.object)
    return f"{AGAINST} {_names(others, entities)}" if clue.event.type == "PROTEST" else _names(others, entities)


def _is_named(ids: Sequence[str], entities: Mapping[str, Entity]) -> bool:
    return bool(ids) and all(not entities[i].name.startswith("-") and entities[i].is_named for i in ids)


def _names(ids: Sequence[str], entities: Mapping[str, Entity]) -> str:
    names = list(dict.fromkeys(_name(entities[i].name) for i in ids))
    if len(names) > NAMED:
        names = [*names[: NAMED - 1], OTHERS]
    return f" {AND} ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _name(name: str) -> str:
    found = _DESCRIBED.match(name)
    return f"{found['what']} of {found['whose']}" if found else name.strip("- ")


def _bare(words: str) -> str:
    """Return words without a leading article."""
    first, _, rest = words.partition(" ")
    return rest if first.casefold() in ARTICLES and rest else words


def _where(name: str, preposition: str) -> str:
    article = "the " if name.casefold().partition(" ")[0] in WITH_ARTICLE else ""
    return f"{preposition} {article}{_name(name)}"


def _finished(clause: str, where: str) -> str:
    place = where.partition(" ")[2].removeprefix("the ")
    if where and place.casefold() not in clause.casefold():
        status = next((s for s in sorted({*AFTER.values(), *NOUN_AFTER.values()}) if clause.endswith(s)), "")
        clause = f"{clause.removesuffix(status)} {where}{status}"
    text = " ".join(clause.split()).strip(" ,;:")
    return text[:1].upper() + text[1:]
