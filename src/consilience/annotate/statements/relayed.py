"""Who passes on what is told in a document that is no press report: the office or body that issued it."""

from __future__ import annotations

from consilience.annotate.issuers import issuer_of
from consilience.lang.speech import PRESS_OFFICES
from consilience.model import Annotations, Segment
from consilience.naming import fold


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
        if chain.kind == "organisation" and any(w in name for w in PRESS_OFFICES) and _stands_in(m.start, outside):
            return m.chain
    return None


def narrator_of(notes: Annotations, relayer: int | None) -> int | None:
    """Return the chain of the one who says "I" or "we" in a document.

    Its only author, else *relayer*, the body behind it, else the paper, where the text names it.
    """
    author, paper = fold(notes.document.byline or ""), fold(notes.document.outlet or "").removeprefix("the ")
    named = next((n for n, c in enumerate(notes.chains) if c.kind == "person" and fold(c.name) == author), None)
    if named is not None or relayer is not None:
        return relayer if named is None else named
    papers = (n for n, c in enumerate(notes.chains) if c.kind == "organisation" and c.named and fold(c.name) == paper)
    return next(papers, None)


def _stands_in(at: int, segments: list[Segment]) -> bool:
    return any(s.start <= at < s.end for s in segments)
