"""The frame of a verb: its subject, its object and what follows it, and which sense of the verb that is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from consilience.annotate.events.nouns import doers, noun_sense
from consilience.annotate.tokens import Tokens
from consilience.annotate.who import Who, subject_of
from consilience.lang.event_grammar import (
    COLLECTIVES,
    COUNTING,
    FUTURE,
    GIVER,
    GOAL_PREPOSITIONS,
    MEANS,
    NOUN_CLASSES,
    OF_ARMIES,
    OFFERS,
    PERSONAL,
    PLANS,
    PRONOUNS,
    REMOTE,
    THOSE_TWO,
    VIOLENT,
)
from consilience.lang.events import Sense, event_nouns, event_verbs
from consilience.model import Kind

#: Kinds that can do and suffer. A place can, by its government: "Oslo said".
PARTY_KINDS: frozenset[Kind] = frozenset({"person", "organisation", "state", "group"})
#: What makes another verb of a verb ("call off", "insist on"), and how far behind it that may stand.
_PARTICLES, _NEAR = frozenset({"prt", "advmod", "acomp", "prep"}), 4


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb in its clause. *subject* is who does it (of a passive: the agent), *object* what it is done to.

    *doers* are the chains of those whose deed the subject or the words behind name: "killed in a raid by troops".
    """

    tokens: Tokens
    who: Who
    verb: int
    subject: int | None
    object: int | None
    passive: bool
    doers: tuple[int, ...] = ()

    def fits(self, sense: Sense) -> bool:
        """Say whether all that the sense asks for holds."""
        return all(self._holds(condition) for condition in sense.frame)

    def _holds(self, condition: str) -> bool:
        name, _, values = condition.partition("=")
        return _CONDITIONS[name](self, tuple(values.split("|")) if values else ())

    def kind(self, token: int | None) -> Kind | None:
        """Return the kind of what a token stands for; None for a thing."""
        chain = self.who.at(token)
        return None if chain is None else self.who.chains[chain].kind

    def is_party(self, token: int | None) -> bool:
        """Say whether a token stands for somebody; a body of people may do so without being an entity of the report."""
        if token is None or self.kind(token) in PARTY_KINDS:
            return token is not None
        return self.tokens.lower[token] in PERSONAL or self.tokens.lemmas[token].casefold() in COLLECTIVES

    def behind(self, *prepositions: str) -> tuple[int, ...]:
        """Return the nouns after any of the prepositions that follow the verb."""
        tokens = self.tokens
        heads = [p for p in prepositions_of(tokens, self.verb, "agent") if tokens.lower[p] in prepositions]
        return tuple(g for p in heads for g in tokens.all_children(p, "pobj"))

    @property
    def givers(self) -> tuple[int, ...]:
        """The nouns after "from" behind the verb or its object: "received arms from Norway"."""
        tokens = self.tokens
        own = () if self.object is None else tokens.all_children(self.object, "prep")
        after = (p for p in own if tokens.lower[p] == "from")
        return (*self.behind("from"), *(g for p in after for g in tokens.all_children(p, "pobj")))

    def is_one_of(self, token: int | None, words: Sequence[str]) -> bool:
        """Say whether the noun, its compound, or what it counts is one of *words*; `@class` stands for its members."""
        if token is None:
            return False
        wanted = frozenset().union(*(NOUN_CLASSES.get(w, frozenset({w})) for w in words))
        tokens = self.tokens
        heads = [token, *tokens.all_children(token, "conj")]
        if tokens.lower[token] in COUNTING or tokens.parts[token] == "NUM":
            heads += [g for p in tokens.all_children(token, "prep") for g in tokens.all_children(p, "pobj")]
        heads += [c for h in heads for c in tokens.all_children(h, "compound")]
        return any(tokens.lemmas[h].casefold() in wanted or tokens.lower[h] in wanted for h in heads)


def prepositions_of(tokens: Tokens, verb: int, *also: str) -> tuple[int, ...]:
    """Return the prepositions of a verb, those that parsers hang on its means too: "spoke by telephone with her"."""
    own = tokens.all_children(verb, "prep", "dative", *also)
    means = (g for p in own for g in tokens.all_children(p, "pobj") if tokens.lemmas[g] in MEANS)
    return (*own, *(q for g in means for q in tokens.all_children(g, "prep")))


def frame_of(tokens: Tokens, who: Who, verb: int) -> Frame:
    """Return the frame of a verb, active or passive, its own subject or the one it shares."""
    frame = _clause_of(tokens, who, verb)
    if frame.subject is None and not frame.passive:
        return frame
    deeds = (frame.subject,) if frame.subject is not None else frame.behind("in", "by", "during")
    found = [c for n in deeds for c in _doers_of(tokens, who, n)]
    return replace(frame, doers=tuple(dict.fromkeys(found))) if found else frame


def _doers_of(tokens: Tokens, who: Who, n: int) -> list[int]:
    """Return whose violent deed a noun names; parsers take "in Danish shelling" for a people and a verb."""
    deed = noun_sense(tokens, n)
    if deed is not None:
        return doers(tokens, who, n) if deed.type in VIOLENT else []
    after = n + 1
    misread = after < len(tokens) and tokens.tags[after] == "VBG" and tokens.relations[after] == "advcl"
    deed = event_nouns().get(tokens.lower[after]) if misread else None
    if deed is None or deed.mode not in OF_ARMIES:
        return []
    return [c for o in (n, *tokens.all_children(n, "amod", "compound")) for c in who.parties(o)]


def _clause_of(tokens: Tokens, who: Who, verb: int) -> Frame:
    below = _antecedent(tokens, tokens.child(verb, "nsubjpass"))
    agent = tokens.agent(verb)
    doer = tokens.child(agent, "pobj") if agent is not None else None
    if doer is not None and tokens.child(doer, "nummod") is not None and who.at(doer) is None:  # "delayed by a year"
        doer = None
    if doer is not None and tokens.lemmas[doer] in MEANS and who.at(doer) is None:  # "spoke by telephone"
        agent = doer = None
    bare = tokens.child(verb, "nsubj", "aux", "auxpass") is None  # not "the report that he had left"
    reduced = bare and tokens.relations[verb] == "acl" and tokens.tags[verb] == "VBN"  # "cargo seized from the ship"
    shared = _shared_passive(tokens, verb)
    if below is None and agent is None and not reduced and shared is None:
        direct = tokens.child(verb, "dobj")
        if direct is not None and any(verb < c < direct for c in tokens.all_children(verb, "advcl")):
            direct = None  # "gathered, chanting his name": that is what they chanted
        own = _antecedent(tokens, direct or tokens.child(verb, "dative") or _inner_subject(tokens, verb))
        if own is None and (called := tokens.child(verb, "oprd")) is not None and who.at(called) is not None:
            own = called  # "named Anna Berg as minister", read as what she is called
        return Frame(tokens, who, verb, _antecedent(tokens, _subject(tokens, verb)), own, passive=False)
    if below is None:
        below = tokens.heads[verb] if reduced else shared
    return Frame(tokens, who, verb, doer, below, passive=True)


def senses_of(frame: Frame) -> tuple[str, tuple[Sense, ...], Frame]:
    """Return a verb with its particle, the senses it has, and its frame: "called in the envoy" has an object."""
    tokens, verb = frame.tokens, frame.verb
    for words, c in _phrases(tokens, verb):
        if found := event_verbs().get(words):
            goal = tokens.child(c, "pobj")  # of a particle too: "sealed off the valley" is read so
            if tokens.relations[c] == "prep" and goal is not None and frame.object is not None:
                continue  # "gave the men in Oslo a week" is no giving in
            whole = replace(frame, object=goal) if goal is not None and frame.object is None else frame
            if tokens.relations[c] != "prep" or goal is None or any(whole.fits(s) for s in found):
                return words, found, whole
    particle = tokens.child(verb, "prt")
    lone = particle is None or tokens.lower[particle] not in {"off", "out", "up", "down"}
    return tokens.lemmas[verb], event_verbs().get(tokens.lemmas[verb], ()) if lone else (), frame


def _phrases(tokens: Tokens, verb: int) -> Iterator[tuple[str, int]]:
    """Yield a verb with what stands close behind it, the longest first, and the last word: "lash out at"."""
    near = [c for c in tokens.children[verb] if tokens.relations[c] in _PARTICLES and 0 < c - verb <= _NEAR]
    for c in near:
        further = (*tokens.all_children(verb, "prep"), *tokens.all_children(c, "prep"))
        yield from ((f"{tokens.lemmas[verb]} {tokens.lower[c]} {tokens.lower[p]}", p) for p in further if p == c + 1)
    yield from ((f"{tokens.lemmas[verb]} {tokens.lower[c]}", c) for c in near)


def _inner_subject(tokens: Tokens, verb: int) -> int | None:
    """Return whom a verb makes or finds something, read as the subject of that: "let her go", "found him guilty"."""
    inner = tokens.child(verb, "ccomp")
    if inner is None or tokens.tags[inner] not in {"VB", "JJ"} or tokens.child(inner, "aux", "mark") is not None:
        return None
    return tokens.child(inner, "nsubj")


def _subject(tokens: Tokens, verb: int) -> int | None:
    """Return the subject of a verb, its own, shared, or that of the adjective above it: "is due to vote"."""
    head = tokens.heads[verb]
    if (plan := plan_of(tokens, verb)) is not None:
        return plan
    if tokens.relations[verb] == "advcl" and tokens.child(verb, "nsubj", "nsubjpass") is None:
        agent = tokens.child(head, "agent")  # "was made by her while addressing"
        if agent is not None and (doer := tokens.child(agent, "pobj")) is not None:
            return doer
    if tokens.relations[verb] == "xcomp" and tokens.relations[head] == "acomp" and tokens.heads[head] != head:
        return tokens.child(verb, "nsubj") or subject_of(tokens, tokens.heads[head])
    return subject_of(tokens, verb)


def plan_of(tokens: Tokens, verb: int) -> int | None:
    """Return the noun whose plan or offer an infinitive tells: "the offer of Norway to host talks".

    Parsers hang the infinitive on the noun or on the verb that governs it.
    """
    if not any(tokens.lower[c] == "to" for c in tokens.all_children(verb, "aux")):
        return None
    head = tokens.heads[verb]
    noun = head if tokens.relations[verb] == "acl" else None
    if tokens.relations[verb] == "advcl":
        noun = next((n for n in tokens.all_children(head, "dobj") if n < verb), None)
    return noun if noun is not None and tokens.lemmas[noun] in PLANS | OFFERS else None


def _antecedent(tokens: Tokens, token: int | None) -> int | None:
    """Return what a relative pronoun stands for, and any other word itself."""
    if token is None or tokens.lower[token] not in {"who", "whom", "which", "that"}:
        return token
    verb = tokens.heads[token]
    cleft = tokens.child(tokens.heads[verb], "attr")
    if tokens.relations[verb] == "ccomp" and cleft is not None and cleft + 1 == token:
        return cleft  # "it was Norway that attacked"
    if tokens.relations[verb] != "relcl":
        return token
    noun = tokens.heads[verb]
    above = tokens.heads[tokens.heads[noun]]
    aside = tokens.lower[token] == "which" and token > 0 and tokens.words[token - 1] == ","
    if aside and tokens.relations[noun] == "pobj" and tokens.parts[above] == "VERB":
        return tokens.child(above, "dobj") or noun  # "asked the alliance for help, which sent troops"
    return noun


def _shared_passive(tokens: Tokens, verb: int) -> int | None:
    """Return the passive subject that a participle shares: "was arrested and released", "after being caught"."""
    head, relation = tokens.heads[verb], tokens.relations[verb]
    own = tokens.child(verb, "nsubj", "nsubjpass", "dobj") is not None
    if relation in {"conj", "pcomp", "xcomp", "advcl"} and tokens.child(verb, "auxpass") is not None and not own:
        return subject_of(tokens, verb)
    if relation != "conj" or head == verb:
        return None
    if tokens.tags[verb] != "VBN":
        return None
    if tokens.child(verb, "nsubj", "dobj", "aux") is not None:
        return None
    return tokens.child(head, "nsubjpass") or (
        tokens.heads[head] if tokens.relations[head] == "acl" and tokens.tags[head] == "VBN" else None
    )


# --- conditions of senses, by the names that `lang.events.Sense` explains


def _thing(f: Frame, _: Sequence[str]) -> bool:
    if f.object is None or f.is_party(f.object):
        return False
    return f.tokens.lower[f.object] == "it" or f.tokens.lower[f.object] not in PRONOUNS


def _actor(f: Frame, _: Sequence[str]) -> bool:
    unsaid = f.subject is None and f.passive and f.tokens.child(f.verb, "nsubjpass") is not None  # "was deported"
    return unsaid or _doer(f, _)


def _doer(f: Frame, _: Sequence[str]) -> bool:
    both = f.subject is not None and f.tokens.lower[f.subject] in THOSE_TWO  # "the two agreed"
    return both or bool(f.doers) or f.is_party(f.subject) or f.kind(f.subject) == "place"


def _person(f: Frame, _: Sequence[str]) -> bool:
    return f.kind(f.subject) == "person" or (f.subject is not None and f.tokens.lower[f.subject] in PERSONAL)


def _named(f: Frame, _: Sequence[str]) -> bool:
    chain = f.who.at(f.subject)
    return chain is not None and f.who.chains[chain].named


def _goal(f: Frame, _: Sequence[str]) -> bool:
    leads = [*f.behind(*sorted(GOAL_PREPOSITIONS))]
    bodies = [g for g in f.behind("to") if f.tokens.parts[g] == "PROPN"]  # a town may pass for an organisation
    return any(f.kind(g) in {"place", "state"} for g in leads) or any(f.kind(g) == "organisation" for g in bodies)


def _as(f: Frame, _: Sequence[str]) -> bool:
    goals = () if f.object is None else f.tokens.all_children(f.object, "prep")
    said = any(f.tokens.lower[p] == "as" for p in goals)
    return said or f.tokens.child(f.verb, "oprd") is not None or bool(f.behind("as"))


def _clause(f: Frame, _: Sequence[str]) -> bool:
    return f.tokens.child(f.verb, "ccomp") is not None


def _future(f: Frame, _: Sequence[str]) -> bool:
    clause = f.tokens.child(f.verb, "ccomp")
    return clause is not None and any(f.tokens.lower[a] in FUTURE for a in f.tokens.all_children(clause, "aux"))


def _to(f: Frame, _: Sequence[str]) -> bool:
    willing = f.tokens.child(f.verb, "acomp")
    goal = f.tokens.child(f.verb if willing is None else willing, "xcomp", "ccomp", "advcl")
    return goal is not None and any(f.tokens.lower[a] == "to" for a in f.tokens.all_children(goal, "aux"))


def _victim(f: Frame, _: Sequence[str]) -> bool:
    counted = f.object is not None and f.tokens.child(f.object, "nummod") is not None
    return f.passive and not counted and f.kind(f.object) == "person"


def _is_with_somebody(f: Frame) -> bool:
    """Say whether a party stands behind the object, where parsers hang it: "discussed the news with the leaders"."""
    tokens = f.tokens
    leads = () if f.object is None else tokens.all_children(f.object, "prep")
    return any(f.is_party(g) for p in leads if tokens.lower[p] == "with" for g in tokens.all_children(p, "pobj"))


def _into(f: Frame, words: Sequence[str]) -> bool:
    return any(f.is_one_of(g, words) for g in f.behind("into", "in", "on"))


def _behind(f: Frame, words: Sequence[str]) -> bool:
    pairs = (w.partition(":") for w in words)
    return any(f.is_one_of(g, nouns.split("+")) for p, _, nouns in pairs for g in f.behind(p))


#: Relations of what somebody is made, found or told to be or do: "found guilty", "let go", "set free", "said no".
_MADE = ("oprd", "acomp", "ccomp", "xcomp", "advcl", "advmod", "prt", "intj")


def _made(f: Frame, words: Sequence[str]) -> bool:
    tokens = f.tokens
    parts = tokens.all_children(f.verb, *_MADE)
    return any(tokens.lower[c] in words or tokens.lemmas[c] in words for c in parts)


def _attribute(f: Frame, words: Sequence[str]) -> bool:
    return f.is_one_of(f.tokens.child(f.verb, "attr"), words)


_CONDITIONS: Mapping[str, Callable[[Frame, Sequence[str]], bool]] = MappingProxyType(
    {
        "object": lambda f, _: f.object is not None,
        "bare": lambda f, _: f.object is None,
        "passive": lambda f, _: f.passive,
        "counted": lambda f, _: f.object is not None and f.tokens.child(f.object, "nummod") is not None,
        "party": lambda f, _: f.is_party(f.object),
        "thing": _thing,
        "guest": lambda f, _: f.kind(f.object) == "person",
        "victim": _victim,
        "place": lambda f, _: f.kind(f.object) in {"place", "state"},
        "actor": _actor,
        "doer": _doer,
        "person": _person,
        "body": lambda f, _: f.kind(f.subject) in {"organisation", "state"},
        "named": _named,
        "goal": _goal,
        GIVER: lambda f, _: any(f.is_party(g) or f.kind(g) == "place" for g in f.givers),
        "home": lambda f, _: any(f.tokens.lower[c] == "home" for c in f.tokens.children[f.verb]),
        "phone": lambda f, _: any(f.tokens.lower[g] in REMOTE for g in f.behind("by", "over", "on", "via")),
        "as": _as,
        "to": _to,
        "clause": _clause,
        "future": _future,
        "with": lambda f, _: bool(f.behind("with")) or _is_with_somebody(f),
        "prep": lambda f, words: (
            bool(f.behind(*words)) or any(w in f.tokens.lower[f.verb + 1 : f.verb + 2] for w in words)
        ),
        "into": _into,
        "obj": lambda f, words: f.is_one_of(f.object, words),
        "subj": lambda f, words: f.is_one_of(f.object if f.passive else f.subject, words),
        "attr": _attribute,
        "behind": _behind,
        "made": _made,
    }
)
