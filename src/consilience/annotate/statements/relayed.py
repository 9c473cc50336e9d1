"""Who passes on what is told in a document that is no press report: the office or body that issued it."""

from __future__ import annotations

from consilience.annotate.issuers import issuer_of
from consilience.lang.speech import PRESS_OFFICES
from consilience.model import Annotations, Mention, Segment
from consilience.naming import fold

#: What parts a body from its office in a letterhead.
_PARTING = (" - ", " – ", " — ", " | ", ", ")


def relayer_of(notes: Annotations) -> int | None:
    """Return the chain of the body that issued the document; None for the press.

    It calls itself an official document, or an office that speaks for somebody stands outside its running text.
    """
    if notes.document.agencies:
        return None
    issuer = issuer_of(notes)
    if issuer is not None:
        return issuer
    outside = [s for s in notes.document.segments if s.role not in {"body", "caption", "link"}]
    for m in notes.mentions:
        chain = notes.chains[m.chain]
        name = chain.name.casefold()
        line = next((s for s in outside if s.start <= m.start < s.end), None)
        if chain.kind == "organisation" and any(w in name for w in PRESS_OFFICES) and line is not None:
            return _body_before(notes, m, line) if name.endswith(PRESS_OFFICES) else m.chain
    return None


def _body_before(notes: Annotations, office: Mention, line: Segment) -> int:
    """Return the body whose office stands behind it in a line, "Ministry of Ports - Press Office"; else the office."""
    text = notes.document.text
    before = (m for m in notes.mentions if line.start <= m.start and m.end <= office.start)
    parted = (m.chain for m in before if any(mark in text[m.end : office.end] for mark in _PARTING))
    return next((c for c in parted if notes.chains[c].kind == "organisation"), office.chain)


def narrator_of(notes: Annotations, relayer: int | None) -> int | None:
    """Return the chain of the one who says "I" or "we" in a document.

    Its only author, else *relayer*, the body behind it, else the paper, where the text names it, if only in short:
    "The Observer has learned" in The Northern Observer.
    """
    author, paper = fold(notes.document.byline or ""), fold(notes.document.outlet or "").removeprefix("the ")
    named = next((n for n, c in enumerate(notes.chains) if c.kind == "person" and fold(c.name) == author), None)
    if named is not None or relayer is not None:
        return relayer if named is None else named
    bodies = [(n, fold(c.name)) for n, c in enumerate(notes.chains) if c.kind == "organisation" and c.named]
    whole = next((n for n, name in bodies if name == paper), None)
    if whole is not None:
        return whole
    return next((n for n, name in bodies if name and f" {paper}".endswith(f" {name}")), None)
