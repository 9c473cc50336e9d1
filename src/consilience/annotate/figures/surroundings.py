"""The names and figures of each sentence of a report, for those who ask whose and where a figure is."""

from __future__ import annotations

from itertools import groupby

from consilience.annotate.tokens import Tokens
from consilience.annotate.who import Who
from consilience.model import Annotations, FigureMention, Mention


class Surroundings:
    """What stands around the figures of one report. Nothing here changes."""

    def __init__(self, notes: Annotations) -> None:
        """See the names and figures of *notes*."""
        self.notes = notes
        self.tokens = Tokens(notes)
        self.who = Who(notes, self.tokens)
        self.names: dict[int, list[Mention]] = {
            s: sorted(ms, key=lambda m: m.start)
            for s, ms in groupby(sorted(notes.mentions, key=lambda m: m.sentence), key=lambda m: m.sentence)
        }
        self.figures: dict[int, list[FigureMention]] = {
            s: list(fs)
            for s, fs in groupby(sorted(notes.figures, key=lambda f: (f.sentence, f.start)), key=lambda f: f.sentence)
        }

    def head(self, f: FigureMention) -> int | None:
        """Return the token of the figure's words that governs the others."""
        tokens, s = self.tokens, self.notes.parse.sentences[f.sentence]
        inside = [n for n in range(s.first, s.last) if f.start <= tokens.starts[n] < f.end]
        return next((n for n in inside if tokens.heads[n] not in inside or tokens.heads[n] == n), None)

    def stands(self, chain: int) -> bool:
        """Say whether a chain may stand for votes: a person, a party, a group."""
        return self.notes.chains[chain].kind in {"person", "organisation", "group"}
