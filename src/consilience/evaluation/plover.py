"""What PLOVER codes of one report: deeds and acts of speech as (source country, type, target country).

Our record keeps statements in a layer of their own and tells of events whether they happened. PLOVER has both in one
list, and what is promised, refused or alleged is an event of those who say so. The rules here are that translation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from consilience.annotate.countries import Countries
from consilience.annotate.tokens import Tokens
from consilience.annotate.who import Who
from consilience.lang.event_grammar import ACT_TYPES, DEMANDING, HOPING, OCCASIONS, PROMISED, SPEECH_DEEDS, VOLITION
from consilience.lang.plover import type_told
from consilience.model import Annotations, EventMention, StatementMention

Triple = tuple[str, str, str]

NO_COUNTRY = "---"
#: Deeds done to a territory where nobody else is named: "sent troops to Karu", "shelled the suburbs of Karu".
_ON_GROUND = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "AID", "SANCTION", "CONSULT"})
#: Deeds of the authorities of a place where nobody is named: "was arrested in Karu".
_OF_POWER = frozenset({"COERCE", "SANCTION", "ACCUSE"})


def triples_of(notes: Annotations) -> Iterator[Triple]:
    """Yield the triples of a report, deeds first; one may come more than once."""
    coder = _Coder(notes)
    deeds = [t for event in notes.events for t in coder.of_event(event)]
    yield from deeds
    for statement in notes.statements:
        yield from (t for t in coder.of_statement(statement) if not any(d[1] == t[1] for d in deeds))


def plover_type(event: EventMention) -> str | None:
    """Return the type that PLOVER gives an event in view of its status; None for one it does not code.

    A refusal is one of its own; what only did not happen is none.
    """
    if event.type is None or event.definite:
        return None
    kind = type_told(event.type, event.status)
    return None if event.status == "denied" and kind == event.type else kind


def triples(kind: str, sources: Sequence[str], targets: Sequence[str], *, reciprocal: bool) -> Iterator[Triple]:
    """Yield each source with each target; of a reciprocal event each with each other."""
    if reciprocal and not targets:
        pairs = [(a, b) for n, a in enumerate(sources) for m, b in enumerate(sources) if n != m]
    else:
        pairs = [(a, b) for a in sources or [NO_COUNTRY] for b in targets or [NO_COUNTRY]]
    yield from ((a, kind, b) for a, b in pairs or [(s, NO_COUNTRY) for s in sources])


class _Coder:
    """Codes the events and statements of one report."""

    def __init__(self, notes: Annotations) -> None:
        self._tokens = Tokens(notes)
        self._who = Who(notes, self._tokens)
        self._countries = Countries(notes, self._tokens)
        self._statements = notes.statements
        self._triggers = frozenset(e.start for e in notes.events if e.type is not None)
        self._spoken = frozenset(e.head for e in notes.events if e.type in SPEECH_DEEDS)

    def of_event(self, event: EventMention) -> Iterator[Triple]:
        kind = plover_type(event)
        if kind is None or self._is_background(event.head):
            return
        if event.status in {"hoped", "planned"} and not self._spoken.isdisjoint(self._tokens.ancestors(event.head)):
            return  # "demanded that it end the curbs" is one demand
        ground = [event.place] if event.place is not None else []
        actors = event.actors or (ground if event.type in _OF_POWER or event.type == "ASSAULT" else ())
        targets = event.recipients or (ground if event.type in _ON_GROUND and not event.reciprocal else ())
        if event.status == "alleged" and event.said_by is not None and self._countries.of(event.said_by):
            kind, actors, targets = "ACCUSE", (event.said_by,), event.actors
        if event.status == "hoped":
            asking = self._asking(event)
            if asking:  # who asks for it does so of whoever is to do it
                actors, targets = asking, event.actors or targets
            elif event.type in PROMISED and self._is_own_wish(event.head):
                kind = "AGREE"
        untold = not event.recipients and not event.wording.subject_chain and not event.wording.subject
        if not actors and (untold or not event.wording.verb):
            return  # PLOVER has no event without an actor: "the release of Holm came as" is one that is taken up
        mutual = event.reciprocal or (event.type == "COOPERATE" and len(actors) > 1)
        yield from triples(kind, self._codes(actors), self._codes(targets), reciprocal=mutual)

    def _asking(self, event: EventMention) -> tuple[int, ...]:
        """Return who demands an event, or pleads for it, of others."""
        start = self._tokens.starts[event.head]
        asked = (s for s in self._statements if s.act in {"urge", "request"} and s.start <= start < s.end)
        return next((s.speakers for s in asked if not set(s.speakers) & set(event.actors)), ())

    def _is_own_wish(self, n: int) -> bool:
        """Say whether whoever is to do it is the one who wants it: "are seeking to mend ties"."""
        tokens, above = self._tokens, self._tokens.heads[n]
        return tokens.relations[n] == "xcomp" and tokens.lemmas[above] in HOPING and tokens.child(above, "dobj") is None

    def _is_background(self, n: int) -> bool:
        """Say whether a clause only says when, or what came long before: "years after it left", "who had fled"."""
        tokens = self._tokens
        mark = tokens.child(n, "mark")
        if tokens.relations[n] in {"advcl", "relcl"} and mark is not None and tokens.lower[mark] in OCCASIONS:
            return True
        had = any(tokens.lower[c] == "had" for c in tokens.all_children(n, "aux"))
        return had and tokens.relations[n] == "relcl"

    def of_statement(self, statement: StatementMention) -> Iterator[Triple]:
        """Yield what somebody does by saying it: "said that Karu must pull out" is a demand."""
        deed = statement.cue_start in self._triggers  # "agreed that" and "threatened to" are deeds already
        if deed or not statement.speakers or statement.form in {"direct", "mixed"}:
            return
        kind = self._act(statement)
        if kind is not None:
            whom = self._about(statement)
            yield from triples(kind, self._codes(statement.speakers), self._codes(whom), reciprocal=False)

    def _codes(self, parties: Iterable[int]) -> list[str]:
        return [self._countries.of(p) or NO_COUNTRY for p in parties]

    def _act(self, statement: StatementMention) -> str | None:
        verb = self._main_verb(statement)
        if verb is not None and statement.act in {"say", "announce", "offer", "promise", "deny", "urge"}:
            modal = self._modal(statement, verb)
            if modal is not None:
                return modal
        return ACT_TYPES.get(statement.act)

    def _modal(self, statement: StatementMention, verb: int) -> str | None:
        tokens = self._tokens
        auxiliaries = {tokens.lower[c] for c in tokens.all_children(verb, "aux")}
        if auxiliaries & DEMANDING:
            return "REQUEST"
        own = self._who.at(tokens.child(verb, "nsubj")) in statement.speakers
        willing = tokens.child(verb, "acomp")
        if own and (auxiliaries & VOLITION or (willing is not None and tokens.lower[willing] in VOLITION)):
            return "REJECT" if tokens.child(verb, "neg") is not None else "AGREE"
        return None

    def _main_verb(self, statement: StatementMention) -> int | None:
        tokens = self._tokens
        for n, start in enumerate(tokens.starts):
            if statement.start <= start < statement.end and tokens.parts[n] in {"VERB", "AUX"}:
                outside = not statement.start <= tokens.starts[tokens.heads[n]] < statement.end
                if outside or tokens.heads[n] == n:
                    return n
        return None

    def _about(self, statement: StatementMention) -> list[int]:
        """Return whom an act of speech is towards: the addressee, else the first party of what is said."""
        if statement.addressees:
            return list(statement.addressees)
        tokens, found = self._tokens, list[int]()
        for n, start in enumerate(tokens.starts):
            chain = self._who.at(n) if statement.start <= start < statement.end else None
            if chain is not None and chain not in statement.speakers and self._countries.of(chain):
                found.append(chain)
        return found[:1]
