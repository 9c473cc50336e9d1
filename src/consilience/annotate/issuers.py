"""Who speaks in a document that is no press report: the body on its letterhead."""

from __future__ import annotations

import re
from collections import Counter

from consilience.lang import english_sources as lang
from consilience.model import Annotations
from consilience.naming import fold, initials

#: "We" and "our" outside quotations, this often, and no reporter is speaking.
OFTEN = 2
LONGEST_ACRONYM = 6
#: A letterhead stands among the first lines.
FIRST_SEGMENTS = 8
_FORM = re.compile(
    rf"^(?:\W|\d)*(?:\w+\s+)?(?:{'|'.join(map(re.escape, lang.OFFICIAL_FORMS))})\b|"
    rf"\b(?:{'|'.join(map(re.escape, lang.OFFICIAL_FORMS))})\s+(?:no\b\.?\s*)?\d",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")


def issuer_of(notes: Annotations) -> int | None:
    """Return the chain of the organisation that issues a document in its own name; None for the press.

    A letterhead that names an organisation of the text is not enough, newspapers have one too: the document must call
    itself a communiqué, a tally or the like, or speak of itself as "we" outside quotations.
    """
    if notes.document.agencies or not (_calls_itself_official(notes) or _speaks_for_itself(notes)):
        return None
    return _on_letterhead(notes)


def _lines(notes: Annotations) -> list[str]:
    text = notes.document.text
    return [
        text[s.start : s.end] for s in notes.document.segments[:FIRST_SEGMENTS] if s.role in {"metadata", "headline"}
    ]


def _calls_itself_official(notes: Annotations) -> bool:
    return any(_FORM.search(line) for line in _lines(notes))


def _speaks_for_itself(notes: Annotations) -> bool:
    text = notes.document.text
    body = " ".join(_QUOTED.sub(" ", text[s.start : s.end]) for s in notes.document.segments if s.role == "body")
    # A quotation left open at a paragraph's end is somebody else's "we".
    counts = Counter(w for w in re.findall(r"[a-z]+", re.sub(r"[“\"][^”\"]*$", " ", body).casefold()))
    return sum(counts[w] for w in lang.OURSELVES) >= OFTEN


def _on_letterhead(notes: Annotations) -> int | None:
    """Return the organisation of the text that the letterhead names or abbreviates, the longest name first."""
    heads = [*_lines(notes), notes.document.outlet or ""]
    words = {w for line in heads for w in fold(line).split()}
    short = {initials(line.title()) for line in heads} | {initials(line) for line in heads}
    told = Counter(m.chain for m in notes.mentions)
    found = []
    for n, chain in enumerate(notes.chains):
        if chain.kind not in {"organisation", "group"} or not chain.named:
            continue
        for name in (chain.name, *chain.aliases):
            tokens = fold(name).split()
            stands = set(tokens) <= words
            acronym = len(tokens) == 1 and name.isupper() and 1 < len(tokens[0]) <= LONGEST_ACRONYM
            abbreviated = len(name) > 1 and ("".join(tokens).upper() in short or (acronym and stands))
            if tokens and (abbreviated or stands):
                found.append((len(tokens) + 4 * abbreviated, told[n], -n))
    return -max(found)[2] if found else None
