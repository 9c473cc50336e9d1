"""What one source tells and another denies: deeds, words just reported, reports withdrawn."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from consilience.ids import content_id
from consilience.lang.english_sources import DENIED_BY_PRONOUN, DENYING
from consilience.model import (
    TESTIFYING_ROLES,
    Annotations,
    Discrepancy,
    Event,
    Sentence,
    Span,
    Statement,
    StatementMention,
)
from consilience.naming import fold
from consilience.reconcile.discrepancies.sides import side_of
from consilience.reconcile.entities import Register
from consilience.reconcile.sources import FamiliesBehind

#: What takes back a report, up to the clause that tells what it said.
WITHDRAWAL = re.compile(
    r"\b(?:withdr[ae]w(?:n|s)?|retract(?:ed|s)?|denie[sd]|den(?:y|ying)|took back|corrected)\s+"
    r"(?:its|the|a|their|his|her|that|an?\s+earlier)\s+(?:\w+\s+)?(?:reports?|claims?|stor(?:y|ies)|news)\s+that\b",
    re.IGNORECASE,
)
#: Letters of a passage shown as the value of a side.
SHOWN = 160
#: Words told that are shorter ("they did") are shown with their sentence.
SHORTEST = 20
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def denied_events(events: Sequence[Event], families_behind: FamiliesBehind) -> Iterator[Discrepancy]:
    """Yield the pairs of events of one deed and party of which one is told and the other denied.

    What is told and denied of the very same parties stands in the record as alleged, and is told all the same.
    """
    for no, yes in product([e for e in events if e.status == "denied"], events):
        if yes.status not in {"occurred", "alleged"} or yes.type != no.type or yes.type is None:
            continue
        parties = {*no.actors, *no.recipients}
        shared = parties & {*yes.actors, *yes.recipients}
        enough = len(shared) >= (2 if no.type == "CONSULT" else 1)  # everybody talks with somebody
        if enough and _label_words(yes) & _label_words(no) and _days_meet(yes, no):
            sides = (side_of("told", yes.evidence, families_behind), side_of("denied", no.evidence, families_behind))
            yield Discrepancy(
                id=content_id("dis", "denial", yes.id, no.id),
                about=(yes.id, no.id),
                kind="attribution",
                relation="source dispute",
                severity="factual",
                question=f"Did it happen: {yes.label}?",
                sides=sides,
                explanation="One report tells it, another denies it.",
            )


def _days_meet(a: Event, b: Event) -> bool:
    return a.when is None or b.when is None or a.when.interval.meets(b.when.interval)


def _label_words(e: Event) -> frozenset[str]:
    return frozenset(w[:5] for w in fold(e.label).split() if len(w) > 4)


# --- "the ministry denied this"


def denied_statements(
    notes: Sequence[Annotations], register: Register, statements: Sequence[Statement], families_behind: FamiliesBehind
) -> Iterator[Discrepancy]:
    """Yield what a report gives as somebody's words and then has another deny: "Her office denied that she said so"."""
    ids = {(t.content.document, t.content.start, t.content.end): s.id for s in statements for t in s.tellings}
    names = {e.id: e.name for e in register.entities}
    for n in notes:
        for verb in _denials(n):
            told = _told_before(n, verb, _denier(n, verb))
            if told:
                yield _denied(n, verb, told, register, ids, names, families_behind)


def _denials(n: Annotations) -> Iterator[int]:
    """Yield the verbs of denial whose object stands for what was told just before."""
    p, text = n.parse, n.document.text
    for verb, lemma in enumerate(p.lemmas):
        if lemma not in DENYING or p.parts[verb] != "VERB" or not text[p.starts[verb] : p.ends[verb]].islower():
            continue
        below = [m for m in range(verb + 1, min(verb + 8, len(p.heads))) if _is_below(n, m, verb)]
        direct = [m for m in below if p.heads[m] == verb and p.relations[m] == "dobj"]
        if any(p.lemmas[m].casefold() in DENIED_BY_PRONOUN for m in direct) or any(
            text[p.starts[m] : p.ends[m]].casefold() == "so" for m in below if not direct
        ):
            yield verb


def _is_below(n: Annotations, token: int, verb: int) -> bool:
    seen: set[int] = set()
    while token not in seen:
        if token == verb:
            return True
        seen.add(token)
        token = n.parse.heads[token]
    return False


def _denier(n: Annotations, verb: int) -> int | None:
    """Return the chain of the subject of a verb."""
    subject = next((m for m, h in enumerate(n.parse.heads) if h == verb and n.parse.relations[m] in _SUBJECTS), None)
    return next((m.chain for m in n.mentions if subject is not None and m.head == subject), None)


def _told_before(n: Annotations, verb: int, denier: int | None) -> list[StatementMention]:
    """Return what others than the denier say in the last block before the verb that has words of others."""
    start, here = n.parse.starts[verb], _sentence_of(n, verb)
    blocks = {here.block, here.block - 1}
    before = [
        s
        for s in n.statements
        if s.end <= start and s.speakers and denier not in s.speakers and n.parse.sentences[s.sentence].block in blocks
    ]
    if not before:
        return []
    told = [before.pop(before.index(max(before, key=lambda s: (s.end, s.start))))]
    while before and told[0].form == "direct":  # "He said it was so. 'So it was,' he said.": both are denied
        last = max(before, key=lambda s: (s.end, s.start))
        if told[0].sentence - last.sentence > 1:
            break
        told.insert(0, before.pop(before.index(last)))
    return told


def _sentence_of(n: Annotations, token: int) -> Sentence:
    return next(s for s in n.parse.sentences if s.first <= token < s.last)


def _denied(
    n: Annotations,
    verb: int,
    told: Sequence[StatementMention],
    register: Register,
    ids: Mapping[tuple[str, int, int], str],
    names: Mapping[str, str],
    families_behind: FamiliesBehind,
) -> Discrepancy:
    document, text = n.document.id, n.document.text
    here = _sentence_of(n, verb)
    denial = [n.document.span(here.start, here.end), *_own_words_after(n, here)]
    said = [_span(n, s) for s in told]
    about = sorted({i for s in told if (i := ids.get((document, s.start, s.end)))})
    denier = register.of(document, _denier(n, verb))
    who = names.get(register.of(document, told[0].speakers[0]) or "", "One source")
    first = _span(n, told[0])
    brief = told[0].end - told[0].start < SHORTEST
    shown = " ".join(text[first.start if brief else told[0].start : first.end if brief else told[0].end].split())[
        :SHOWN
    ]
    return Discrepancy(
        id=content_id("dis", "denied", document, n.parse.starts[verb]),
        about=tuple(about) or (document,),
        kind="attribution",
        relation="source dispute",
        severity="factual",
        question=f"Is it so: {shown.rstrip('.,;')}?",
        sides=(
            side_of(shown, said, families_behind),
            side_of(" ".join(text[here.start : here.end].split())[:SHOWN], denial, families_behind),
        ),
        explanation=f"{who} says so; {names.get(denier or '', 'another')} denies it.",
    )


def _span(n: Annotations, s: StatementMention) -> Span:
    sentence = n.parse.sentences[s.sentence]
    return n.document.span(sentence.start, sentence.end)


def _own_words_after(n: Annotations, here: Sentence) -> list[Span]:
    """Return the quotation that follows a denial in its block and spells it out."""
    after = [s for s in n.parse.sentences if s.start >= here.end and s.block == here.block][:1]
    return [n.document.span(s.start, s.end) for s in after if n.document.text[s.start : s.start + 1] in {'"', "“", "«"}]


# --- "withdrew its report that"


def withdrawn_reports(
    notes: Sequence[Annotations], register: Register, events: Sequence[Event], families_behind: FamiliesBehind
) -> Iterator[Discrepancy]:
    """Yield the events of which one report takes back that they happened: "withdrew its report that she fled"."""
    by_party: dict[str, list[Event]] = defaultdict(list)
    for e in events:
        for party in dict.fromkeys((*e.actors, *e.recipients)) if e.status in {"occurred", "alleged"} else ():
            by_party[party].append(e)
    for n in notes:
        text, document = n.document.text, n.document.id
        for s in n.parse.sentences:
            taken_back = WITHDRAWAL.search(text, s.start, s.end) if s.role in TESTIFYING_ROLES else None
            if taken_back is None:
                continue
            stems = {w[:5] for w in fold(text[taken_back.end() : s.end]).split() if len(w) > 4}
            inside = (m for m in n.mentions if taken_back.end() <= m.start < s.end and m.form == "name")
            parties = [p for m in inside if (p := register.of(document, m.chain)) is not None]
            told = [
                e
                for p in dict.fromkeys(parties)
                for e in by_party[p]
                if document not in e.documents and _deed_words(e, register) & stems
            ]
            if told:
                yield _withdrawn(told[0], n.document.span(s.start, s.end), families_behind)


def _deed_words(e: Event, register: Register) -> frozenset[str]:
    """Return the words of a label that are not the names of its parties."""
    parties = {*e.actors, *e.recipients}
    names = {w[:5] for x in register.entities if x.id in parties for w in fold(x.name).split()}
    return _label_words(e) - names


def _withdrawn(told: Event, denial: Span, families_behind: FamiliesBehind) -> Discrepancy:
    return Discrepancy(
        id=content_id("dis", "withdrawn", told.id, denial.document, denial.start),
        about=(told.id,),
        kind="attribution",
        relation="source dispute",
        severity="factual",
        question=f"Did it happen: {told.label}?",
        sides=(side_of("told", told.evidence, families_behind), side_of("withdrawn", [denial], families_behind)),
        explanation="A report tells it; another says that this report was withdrawn or denied.",
    )
