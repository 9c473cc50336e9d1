"""What one telling says of the next: who goes on speaking and to whom, and who "we" and "us" are."""

from __future__ import annotations

from collections.abc import Sequence

from consilience.annotate.statements.draft import Draft
from consilience.annotate.tokens import Tokens
from consilience.annotate.who import Who, subject_of
from consilience.lang.speech import DOCUMENTS, TELLING, THE_WRITER, THE_WRITERS, TO_THE_WRITER

_BODIES = frozenset({"organisation", "state", "group"})


def in_first_person(drafts: Sequence[Draft], tokens: Tokens, who: Who, narrator: int | None) -> list[Draft]:
    """Give the one who writes what "we" or "I" say outside quotations, and what is told "us" or "me"."""
    if narrator is None:
        return list(drafts)
    quoted = [(o.start, o.end) for o in drafts if o.form == "direct"]
    writers = THE_WRITER if who.chains[narrator].kind == "person" else THE_WRITERS
    found = []
    for d in drafts:
        cue = d.cue
        if cue is None or any(start <= tokens.starts[cue] < end for start, end in quoted):
            found.append(d)
            continue
        subject = subject_of(tokens, cue)
        writes = not d.speakers and subject is not None and tokens.lower[subject] in writers
        told = any(tokens.lower[n] in TO_THE_WRITER for n in tokens.all_children(cue, "dobj", "dative"))
        listens = not d.addressees and not writes and (told or _was_asked(d, tokens, who))
        own = d._replace(speakers=(narrator,)) if writes else d
        found.append(own._replace(addressees=(narrator,)) if listens else own)
    return found


def _was_asked(d: Draft, tokens: Tokens, who: Who) -> bool:
    """Say whether the writer tells just before that he asked the speaker: "when I asked him"."""
    last = tokens.parse.sentences[d.sentence].first
    first = tokens.parse.sentences[max(0, d.sentence - 1)].first
    for n in range(first, last):
        subject, goal = tokens.child(n, "nsubj"), tokens.child(n, "dobj")
        asks = tokens.lemmas[n] in TELLING and subject is not None and tokens.lower[subject] in THE_WRITER
        if asks and goal is not None and who.at(goal) in d.speakers:
            return True
    return False


def source_goes_on(drafts: Sequence[Draft], tokens: Tokens, who: Who) -> list[Draft]:
    """Give what "it" says at the head of a sentence to the body on whose word the sentence before was told.

    So too what "the statement" or "the letter" says, where nobody is named whose it is: it is the last speaker's.
    """
    found: list[Draft] = []
    for d in drafts:
        subject = _source(tokens, d.cue) if d.cue is not None else None
        opens = subject is not None and tokens.lower[subject] == "it" and subject == tokens.sentence(subject).first
        paper = not d.speakers and subject is not None and _is_known_paper(tokens, subject)
        before = [o for o in found if o.sentence == d.sentence - 1 and o.form != "nominal" and o.speakers]
        near = before and _block(tokens, before[-1]) == _block(tokens, d)
        if near and (paper or (opens and all(who.chains[s].kind in _BODIES for s in before[-1].speakers))):
            d = d._replace(speakers=before[-1].speakers)
        found.append(d)
    return found


def _source(tokens: Tokens, cue: int) -> int | None:
    """Return the noun that speaks: the subject of a verb, or whom or what something is told "according to"."""
    if tokens.lower[cue] != "according" or tokens.lower[cue + 1] != "to":
        return subject_of(tokens, cue)
    return tokens.child(cue + 1, "pobj")


def _is_known_paper(tokens: Tokens, noun: int) -> bool:
    """Say whether a noun is a paper that was spoken of before: "the statement says"."""
    definite = any(tokens.lower[m] in {"the", "this"} for m in tokens.all_children(noun, "det"))
    return tokens.lemmas[noun] in DOCUMENTS and definite


def spoken_on(drafts: Sequence[Draft], tokens: Tokens) -> list[Draft]:
    """Give what one goes on to say in a paragraph the addressees of what he said before: "told the Bee ... he said"."""
    found: list[Draft] = []
    for d in drafts:
        earlier = (o for o in reversed(found) if o.speakers == d.speakers and _block(tokens, o) == _block(tokens, d))
        before = next(earlier, None)
        goes_on = before is not None and not d.addressees and d.speakers and d.form != "nominal"
        found.append(d._replace(addressees=before.addressees) if goes_on and before is not None else d)
    return found


def _block(tokens: Tokens, d: Draft) -> int:
    return tokens.parse.sentences[d.sentence].block
