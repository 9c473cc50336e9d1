"""A record as a person reviews it: names for ids, sentences for spans. `python tests/golden/digest.py` writes it anew."""

from __future__ import annotations

import json
from pathlib import Path

from consilience.model import Situation, Span, When

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples" / "reports"
GOLDEN = HERE / "example.json"


def digest(s: Situation) -> dict:
    """Return everything the record claims, without ids and offsets, in a stable order."""
    names = {e.id: e.name for e in s.entities}
    paths = {d.id: Path(d.path).name[:2] for d in s.documents}
    texts = {d.id: d.text for d in s.documents}

    def quote(span: Span) -> str:
        words = " ".join(texts[span.document][span.start : span.end].split())
        return f"{paths[span.document]}: {words if len(words) <= 90 else words[:60] + ' ... ' + words[-25:]}"

    def day(when: When | None) -> str | None:
        return f"{when.edtf} ({when.basis})" if when else None

    def who(ids) -> list[str]:
        return [names[i] for i in ids]

    return {
        "title": s.title,
        "reports": sorted(
            [paths[d.id], d.outlet, d.title, d.published and f"{d.published.edtf} ({d.published.basis})"]
            for d in s.documents
        ),
        "families": sorted(
            [f.reason, sorted(paths[d] for d in f.documents)] for f in s.families if f.reason != "alone"
        ),
        "entities": sorted(
            [e.kind, e.name, sorted({m.span.document and quote(m.span)[4:] for m in e.mentions if m.form == "name"})]
            for e in s.entities
            if any(m.form == "name" for m in e.mentions)
        ),
        "events": sorted(
            (
                {
                    "label": e.label,
                    "type": " ".join(x for x in (e.type, e.mode) if x),
                    "parties": [who(e.actors), who(e.recipients)],
                    "when": day(e.when),
                    "status": e.status,
                    "sources": f"{len(e.families)} / {len(e.documents)}",
                    "evidence": sorted(map(quote, e.evidence)),
                }
                for e in s.events
            ),
            key=lambda e: (e["when"] or "~", e["label"], e["evidence"]),
        ),
        "statements": sorted(
            [t.form, st.act, " + ".join(who(st.speakers)), " + ".join(who(st.addressees)), quote(t.content)]
            for st in s.statements
            for t in st.tellings
            if t.form != "nominal"
        ),
        "figures": sorted(
            (
                {
                    "figure": f"{f.measure}: {f.counted} ({f.unit}){' part' if f.part_of else ''}",
                    "readings": [
                        f"{r.low:g}..{'' if r.high is None else f'{r.high:g}'} {r.status}, {names.get(r.said_by or '')}, "
                        f"{day(r.as_of)}, {quote(r.value_span)}"
                        for r in f.readings
                    ],
                }
                for f in s.figures
            ),
            key=lambda f: (f["figure"], f["readings"]),
        ),
        "discrepancies": sorted([d.kind, d.relation, d.question, [x.value for x in d.sides]] for d in s.discrepancies),
    }


def as_text(s: Situation) -> str:
    return json.dumps(digest(s), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    from consilience.annotate.spacy_grammar import SpacyGrammar
    from consilience.pipeline import build
    from consilience.read import read

    GOLDEN.write_text(as_text(build(read([EXAMPLES]).documents, grammar=SpacyGrammar())), encoding="utf-8")
