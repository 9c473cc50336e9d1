"""What is given as somebody's words and denied: by another in the same report, or in another report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from consilience.ids import content_id
from consilience.lang.english_sources import DENIED_BY_PRONOUN, DENYING, FLAT_DENIALS
from consilience.lang.english_terms import ACTS_OF_SPEECH
from consilience.model import TESTIFYING_ROLES, Annotations, Discrepancy, Sentence, Span, Statement, StatementMention
from consilience.naming import fold
from consilience.reconcile.discrepancies.sides import side_of
from consilience.reconcile.entities import Register
from consilience.reconcile.sources import FamiliesBehind

#: Letters of a passage shown as the value of a side.
SHOWN = 160
#: Words told that are shorter ("they did") are shown with their sentence.
SHORTEST = 20
#: How many words before a verb its "never" may stand.
NEAR = 5
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_MARKS = " \n\"“”‘’'«»„,.!?;:—–-"
_FLAT = re.compile("|".join(FLAT_DENIALS), re.IGNORECASE)


class _Denial(NamedTuple):
    """Where a denial begins, its sentence, and the chain of who denies."""

    start: int
    sentence: Sentence
    denier: int | None


def denied_statements(
    notes: Sequence[Annotations], register: Register, statements: Sequence[Statement], families_behind: FamiliesBehind
) -> Iterator[Discrepancy]:
    """Yield what a report gives as somebody's words and then has another deny.

    By a verb ("Her office denied that she said so") or by a short answer ("Not a cent," the minister said).
    """
    ids = {(t.content.document, t.content.start, t.content.end): s.id for s in statements for t in s.tellings}
    writer = _Writer(register, ids, {e.id: e.name for e in register.entities}, families_behind)
    for n in notes:
        for denial in (*_denials(n), *_flat_denials(n)):
            told = _told_before(n, denial)
            if told:
                yield writer.denied(n, denial, told)


def _denials(n: Annotations) -> Iterator[_Denial]:
    """Yield the denials by a verb whose object stands for what was told just before."""
    p, text = n.parse, n.document.text
    for verb, lemma in enumerate(p.lemmas):
        if lemma not in DENYING or p.parts[verb] != "VERB" or not text[p.starts[verb] : p.ends[verb]].islower():
            continue
        below = [m for m in range(verb + 1, min(verb + 8, len(p.heads))) if _is_below(n, m, verb)]
        direct = [m for m in below if p.heads[m] == verb and p.relations[m] == "dobj"]
        if any(p.lemmas[m].casefold() in DENIED_BY_PRONOUN for m in direct) or any(
            text[p.starts[m] : p.ends[m]].casefold() == "so" for m in below if not direct
        ):
            sentence = _sentence_of(n, verb)
            yield _Denial(p.starts[verb], sentence, _subject_of(n, verb))


def _flat_denials(n: Annotations) -> Iterator[_Denial]:
    """Yield the quotations that are nothing but a denial: "Not a cent," "That is a lie."."""
    for s in n.statements:
        sentence = n.parse.sentences[s.sentence]
        words = n.document.text[s.start : s.end].strip(_MARKS)
        if s.form == "direct" and s.speakers and _FLAT.fullmatch(words):
            yield _Denial(sentence.start, sentence, s.speakers[0])


def _sentence_of(n: Annotations, token: int) -> Sentence:
    return next(s for s in n.parse.sentences if s.first <= token < s.last)


def _is_below(n: Annotations, token: int, verb: int) -> bool:
    seen: set[int] = set()
    while token not in seen:
        if token == verb:
            return True
        seen.add(token)
        token = n.parse.heads[token]
    return False


def _subject_of(n: Annotations, verb: int) -> int | None:
    """Return the chain of the subject of a verb."""
    subject = next((m for m, h in enumerate(n.parse.heads) if h == verb and n.parse.relations[m] in _SUBJECTS), None)
    return next((m.chain for m in n.mentions if subject is not None and m.head == subject), None)


def _told_before(n: Annotations, denial: _Denial) -> list[StatementMention]:
    """Return what others than the denier say before the denial, in its block or the one before."""
    start, denier, here = denial.start, denial.denier, denial.sentence
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


class _Writer(NamedTuple):
    """Puts a denial into the words of the record."""

    register: Register
    ids: Mapping[tuple[str, int, int], str]
    names: Mapping[str, str]
    families_behind: FamiliesBehind

    def denied(self, n: Annotations, denial: _Denial, told: Sequence[StatementMention]) -> Discrepancy:
        document, text, here = n.document.id, n.document.text, denial.sentence
        said = [_span(n, s) for s in told]
        about = sorted({i for s in told if (i := self.ids.get((document, s.start, s.end)))})
        denier = self.register.of(document, denial.denier)
        who = self.names.get(self.register.of(document, told[0].speakers[0]) or "", "One source")
        first = said[0]
        brief = told[0].end - told[0].start < SHORTEST
        shown = _shown(text, first.start if brief else told[0].start, first.end if brief else told[0].end)
        return Discrepancy(
            id=content_id("dis", "denied", document, denial.start),
            about=tuple(about) or (document,),
            kind="attribution",
            relation="source dispute",
            severity="factual",
            question=f"Is it so: {shown.rstrip('.,;')}?",
            sides=(
                side_of(shown, said, self.families_behind),
                side_of(
                    _shown(text, here.start, here.end),
                    [n.document.span(here.start, here.end), *_own_words_after(n, here)],
                    self.families_behind,
                ),
            ),
            explanation=f"{who} says so; {self.names.get(denier or '', 'another')} denies it.",
        )


def _shown(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split())[:SHOWN]


def _span(n: Annotations, s: StatementMention) -> Span:
    sentence = n.parse.sentences[s.sentence]
    return n.document.span(sentence.start, sentence.end)


def _own_words_after(n: Annotations, here: Sentence) -> list[Span]:
    """Return the quotation that follows a denial in its block and spells it out."""
    after = [s for s in n.parse.sentences if s.start >= here.end and s.block == here.block][:1]
    return [n.document.span(s.start, s.end) for s in after if n.document.text[s.start : s.start + 1] in {'"', "“", "«"}]


# --- "he never apologised"


def never_said(
    notes: Sequence[Annotations], register: Register, statements: Sequence[Statement], families_behind: FamiliesBehind
) -> Iterator[Discrepancy]:
    """Yield what one report says that somebody never said, and others report: a regret, and "He never apologised"."""
    texts = {n.document.id: n.document.text for n in notes}
    names = {e.id: e.name for e in register.entities}
    for n in notes:
        for verb, speaker in _never(n):
            who = register.of(n.document.id, speaker)
            stems = ACTS_OF_SPEECH[n.parse.lemmas[verb]]
            told = [s for s in statements if who in s.speakers and _is_told(s, stems, n.document.id, texts)]
            if not told or who is None:
                continue
            sentence = _sentence_of(n, verb)
            said = sorted({e for s in told for e in _sentences_of(s, notes)})
            denial = _shown(n.document.text, sentence.start, sentence.end)
            yield Discrepancy(
                id=content_id("dis", "never", n.document.id, n.parse.starts[verb]),
                about=tuple(s.id for s in told),
                kind="attribution",
                relation="source dispute",
                severity="factual",
                question=f"Did {names[who]} {n.parse.lemmas[verb]}?",
                sides=(
                    side_of(_shown(texts[said[0].document], said[0].start, said[0].end), said, families_behind),
                    side_of(denial, [n.document.span(sentence.start, sentence.end)], families_behind),
                ),
                explanation=f"Reports tell words of {names[who]} that another says were never spoken.",
            )


def _never(n: Annotations) -> Iterator[tuple[int, int]]:
    """Yield the verbs of speech that are denied outright, with the chain of their subject: "he never apologised"."""
    p = n.parse
    for verb, lemma in enumerate(p.lemmas):
        if lemma not in ACTS_OF_SPEECH or p.parts[verb] != "VERB":
            continue
        near = range(max(0, verb - NEAR), verb)
        below = [m for m in near if p.heads[m] == verb]
        past = p.tags[verb] in {"VBD", "VBN"} or any(p.lemmas[m] == "do" and p.tags[m] == "VBD" for m in below)
        denied = any(p.lemmas[m] == "never" or p.relations[m] == "neg" for m in below)
        subject = _subject_of(n, verb) if past and denied else None
        if subject is not None:
            yield verb, subject


def _is_told(s: Statement, stems: Sequence[str], elsewhere: str, texts: Mapping[str, str]) -> bool:
    """Say whether another report tells a statement in words that begin with one of *stems*: its cue, or what it is."""
    for t in s.tellings:
        if t.content.document == elsewhere:
            continue
        text = texts[t.content.document]
        cue = text[t.cue.start : t.cue.end] if t.cue else ""
        what = text[t.content.start : t.content.end] if t.form == "nominal" else ""
        if any(w.startswith(tuple(stems)) for w in fold(f"{cue} {what}").split()):
            return True
    return False


def _sentences_of(s: Statement, notes: Sequence[Annotations]) -> Iterator[Span]:
    by_id = {n.document.id: n for n in notes}
    for t in s.tellings:
        n = by_id[t.content.document]
        for sentence in n.parse.sentences:
            if sentence.start <= t.content.start < sentence.end and sentence.role in TESTIFYING_ROLES:
                yield n.document.span(sentence.start, sentence.end)
