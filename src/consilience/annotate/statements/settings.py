"""Where or how somebody spoke: at a press conference, in an interview, in a post, a letter or a statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consilience.annotate.statements.draft import Draft
from consilience.annotate.tokens import Tokens
from consilience.annotate.who import Who
from consilience.lang.speech import PARTNERS, SAID_BY, SPOKEN_IN, TELLING, settings
from consilience.model import Setting, SettingKind


def settings_of(drafts: Sequence[Draft], tokens: Tokens, who: Who) -> list[Setting | None]:
    """Return the setting of each telling, in their order; None where the report tells none.

    Who goes on speaking in a paragraph does so in the same setting.
    """
    found: list[Setting | None] = []
    for n, d in enumerate(drafts):
        own = _told(d, drafts, tokens, who)
        before = next((k for k in range(n - 1, -1, -1) if drafts[k].speakers == d.speakers), None)
        goes_on = own is None and d.speakers and before is not None and _goes_on(drafts[before], d, tokens)
        found.append(found[before] if goes_on and before is not None else own)
    return found


def _goes_on(before: Draft, d: Draft, tokens: Tokens) -> bool:
    first, second = tokens.parse.sentences[before.sentence], tokens.parse.sentences[d.sentence]
    return first.block == second.block and 0 <= d.sentence - before.sentence <= 2


def _told(d: Draft, drafts: Sequence[Draft], tokens: Tokens, who: Who) -> Setting | None:
    """Return the setting that the sentence of a telling's verb names for it."""
    if d.cue is None:
        return None
    for n in _beside(d, drafts, tokens):
        kind = kind_at(tokens, n)
        if kind is not None and (_is_where(tokens, d.cue, n) or _is_whose(tokens, d.cue, n)):
            return Setting(
                kind, tokens.starts[n], tokens.ends[n], _partner(tokens, who, n, d) if kind == "interview" else None
            )
    kind = SAID_BY.get(tokens.lemmas[d.cue])
    return Setting(kind, tokens.starts[d.cue], tokens.ends[d.cue]) if kind is not None else None


def _beside(d: Draft, drafts: Sequence[Draft], tokens: Tokens) -> Iterator[int]:
    """Yield the tokens of the sentence of a telling's verb that are no part of what anybody says in clauses."""
    told = [(o.start, o.end) for o in drafts if o.form != "nominal"]
    for n in tokens.within(d.cue or 0):
        if not any(start <= tokens.starts[n] < end for start, end in told):
            yield n


def kind_at(tokens: Tokens, n: int) -> SettingKind | None:
    """Return the kind of setting that a noun names: "conference" only as "press conference"."""
    if tokens.parts[n] not in {"NOUN", "PROPN"}:
        return None
    two = settings().get(f"{tokens.lower[n - 1]} {tokens.lemmas[n]}") if n else None
    one = settings().get(tokens.lemmas[n]) if tokens.words[n].islower() else None  # no "wrote in the Post"
    return two or one or settings().get(tokens.words[n].rstrip("."))  # "wrote on X."


def _is_where(tokens: Tokens, cue: int, n: int) -> bool:
    """Say whether a verb of speech tells by a noun where: "said in an interview", "speaking at ..., he said"."""
    if tokens.relations[n] == "dobj":
        return tokens.heads[n] == cue and tokens.lemmas[cue] in TELLING  # "told a press conference"
    preposition = tokens.heads[n]
    if tokens.relations[n] not in {"pobj", "npadvmod"} or tokens.lower[preposition] not in SPOKEN_IN:
        return False
    above = list(tokens.ancestors(preposition))
    upto = above[: above.index(cue)] if cue in above else None
    return upto is not None and all(tokens.tags[v] in {"VBG", "VBN", "NN"} for v in upto)


def _is_whose(tokens: Tokens, cue: int, n: int) -> bool:
    """Say whether the paper itself speaks: "the letter says", "signed a statement saying"."""
    return tokens.heads[n] == cue and tokens.relations[n] == "nsubj"


def _partner(tokens: Tokens, who: Who, n: int, d: Draft) -> int | None:
    """Return who asked in an interview: "in an interview with Reuters", "told Reuters in an interview"."""
    for preposition in tokens.all_children(n, "prep"):
        if tokens.lower[preposition] in PARTNERS:
            found = who.at(tokens.child(preposition, "pobj"))
            if found is not None and found not in d.speakers:
                return found
    return d.addressees[0] if len(d.addressees) == 1 else None
