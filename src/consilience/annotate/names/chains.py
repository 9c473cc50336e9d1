"""Mentions of one report joined to chains: what a report itself says is the same.

First the names, over the whole report; then, from left to right, descriptions and pronouns, which take their meaning
from what stands before them. In doubt a description opens a chain of its own and a pronoun stays unresolved.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from consilience.model import Form, Gender, Holding, Kind


@dataclass(slots=True)
class Place:
    """A mention while chains are made: tokens `[first, last)`, head token, sentence, form."""

    first: int
    last: int
    head: int
    sentence: int
    form: Form


@dataclass(slots=True)
class Draft:
    """A chain in the making. Numbers of other chains are positions in the list of drafts."""

    number: int
    kind: Kind
    names: Counter[str] = field(default_factory=Counter)
    phrases: list[str] = field(default_factory=list)
    gender: Gender | None = None
    plural: bool = False
    country: str | None = None
    wikidata: str | None = None
    of: int | None = None
    lost_owner: bool = False  # described as somebody's whom the report does not show: not anybody else's
    holdings: list[Holding] = field(default_factory=list)
    offices: set[str] = field(default_factory=set)
    places: list[Place] = field(default_factory=list)

    @property
    def named(self) -> bool:
        """Whether the report gives it a name."""
        return bool(self.names)

    @property
    def name(self) -> str:
        """The fullest name, the more frequent of two, else the first description."""
        if not self.names:
            return self.phrases[0] if self.phrases else "?"
        return max(self.names, key=lambda n: (len(n.split()), not n.isupper(), self.names[n], n))

    def holds_all(self, title: str) -> bool:
        """Say whether every role known of it is this one."""
        return bool(self.holdings) and all(h.title == title for h in self.holdings)

    def holds(self, head: str) -> bool:
        """Say whether a role with this last word is known of it."""
        return any(h.title.split()[-1] == head for h in self.holdings if h.title)
