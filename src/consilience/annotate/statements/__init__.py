"""Who said what to whom in one report: direct, mixed, indirect, told by a noun, told by a headline."""

from __future__ import annotations

from msgspec.structs import replace

from consilience.annotate.statements.clauses import find_clauses
from consilience.annotate.statements.draft import Draft
from consilience.annotate.statements.headlines import find_headlines
from consilience.annotate.statements.meant import act_meant
from consilience.annotate.statements.quoted import Quoted, find_quoted, quotations_of
from consilience.annotate.statements.relayed import narrator_of, relayer_of
from consilience.annotate.statements.settings import settings_of
from consilience.annotate.statements.targets import target_of
from consilience.annotate.statements.turns import in_first_person, source_goes_on, spoken_on
from consilience.annotate.tokens import Tokens
from consilience.annotate.who import Who
from consilience.model import Annotations, Setting, StatementMention, TimeMention

__all__ = ["find_statements"]

#: A clause that begins this many characters before its quotation is indirect speech that quotes.
AHEAD = 10


def find_statements(notes: Annotations) -> Annotations:
    """Return *notes* with its statements, in text order.

    A telling inside another names the outer speaker as `via`; one in a readout or communiqué the body that issued it.
    """
    tokens = Tokens(notes)
    who = Who(notes, tokens)
    quotations = quotations_of(notes.document, tokens)
    spoken = list(find_quoted(tokens, who, quotations))
    headed = (h for h in find_headlines(tokens, who) if not any(q.start <= h.start and h.end <= q.end for q in spoken))
    drafts = [*spoken, *headed]
    clauses = [_with_quotes(d, quotations, tokens.source) for d in find_clauses(tokens, who)]
    drafts = [d for d in drafts if not _closes_clause(d, clauses)]
    drafts = [
        d for d in drafts if d.form != "mixed" or not any(c.start <= d.start and d.end <= c.end + 1 for c in clauses)
    ]
    drafts += [d for d in clauses if not _is_quoted(d, drafts)]
    kept = _distinct(sorted(drafts, key=lambda d: (d.start, -d.end, d.cue or 0)))
    relayer = relayer_of(notes)
    kept = in_first_person(kept, tokens, who, narrator_of(notes, relayer))
    kept = spoken_on(source_goes_on(kept, tokens, who), tokens)
    kept = [d._replace(act=act_meant(d, tokens, who)) for d in kept]
    placed = zip(kept, settings_of(kept, tokens, who), strict=True)
    return replace(notes, statements=tuple(_mention(d, s, kept, tokens, who, notes, relayer) for d, s in placed))


def _closes_clause(d: Draft, clauses: list[Draft]) -> bool:
    """Say whether a quotation is the end of a clause that its verb began in other words: "said that ..., “...”"."""
    same = [c for c in clauses if c.cue == d.cue and c.form in {"indirect", "mixed"} and d.cue is not None]
    return any(c.start < d.start - AHEAD and d.end <= c.end + 1 for c in same)


def _with_quotes(d: Draft, quotations: tuple[Quoted, ...], source: str) -> Draft:
    """Mark an indirect telling that quotes some of its words as mixed; it ends before a quotation that runs past it."""
    past = next((q for q in quotations if d.start < q.start < d.end and d.end < q.end - 1), None)
    if past is not None and d.form == "indirect" and source[past.start - 2 : past.start].rstrip()[-1:] in {":", ","}:
        d = d._replace(end=d.start + len(source[d.start : past.start].rstrip(" \n:,")))
    quotes = any(d.start <= q.start and q.end <= d.end + 1 for q in quotations)
    return d._replace(form="mixed") if quotes and d.form == "indirect" else d


def _is_quoted(d: Draft, direct: list[Draft]) -> bool:
    """Say whether a clause is what a direct telling has already, or stands inside a quotation."""
    for q in direct:
        if q.form not in {"direct", "mixed"}:
            continue
        if q.start <= d.start and d.end <= q.end:
            return True
        if q.cue is not None and d.cue == q.cue and (d.form == "nominal" or q.form == "direct"):
            return True
    return False


def _overlap(a: Draft, b: Draft) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def _distinct(drafts: list[Draft]) -> list[Draft]:
    """Return one draft for each content; of two on nearly the same words the one with a speaker, then the first."""
    kept: list[Draft] = []
    for d in drafts:
        twin = next((k for k in kept if _overlap(k, d) > 0.85 * max(k.end - k.start, d.end - d.start)), None)
        if twin is None:
            kept.append(d)
        elif bool(d.speakers) > bool(twin.speakers) or (twin.form == "nominal" and d.form != "nominal"):
            kept[kept.index(twin)] = d
    return kept


def _mention(
    d: Draft,
    setting: Setting | None,
    drafts: list[Draft],
    tokens: Tokens,
    who: Who,
    notes: Annotations,
    relayer: int | None,
) -> StatementMention:
    outer = [
        o for o in drafts if o is not d and o.start <= d.start and d.end <= o.end and o.speakers and o.form != "nominal"
    ]
    around = min(outer, key=lambda o: o.end - o.start, default=None)
    via = d.via or (tuple(s for s in around.speakers if s not in d.speakers) if around else ())
    if not via and relayer is not None and d.speakers and relayer not in d.speakers:
        via = (relayer,)
    return StatementMention(
        start=d.start,
        end=d.end,
        sentence=d.sentence,
        cue_start=None if d.cue is None else tokens.starts[d.cue],
        cue_end=None if d.cue is None else tokens.ends[d.cue],
        form=d.form,
        act=d.act,
        speakers=d.speakers,
        addressees=d.addressees,
        via=via,
        target=target_of(d, tokens, who),
        time=_time(d, drafts, notes.times, tokens),
        setting=setting,
    )


def _time(d: Draft, drafts: list[Draft], times: tuple[TimeMention, ...], tokens: Tokens) -> int | None:
    """Return the time of the telling: the first of its cue's sentence that is not part of what was said."""
    number = d.sentence if d.cue is None else tokens.sentence_of[d.cue]
    told = [d, *(o for o in drafts if o.cue == d.cue and d.cue is not None)]
    outside = [
        n
        for n, t in enumerate(times)
        if t.sentence == number
        and not any(o.start <= t.start and t.end <= o.end for o in told)
        and not t.expression.duration
    ]
    return outside[0] if outside else None
