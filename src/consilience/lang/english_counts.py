"""The English words that tell what a count is of: a difference, those let go, a number given up. Written here; CC0-1.0.

The entries are patterns of whole words.
"""

from __future__ import annotations

from typing import Final

#: Before a number, or behind it: a difference and no level: "lost three seats", "12 more than a week ago".
GAINED: Final = (
    "lost", "loses?", "losing", "gained", "gains?", "gaining", "another", "additional", "further", "added",
)  # fmt: skip
MORE: Final = ("more", "fewer", "less", "additional", "extra")
#: What became of the arrested: their number now, or of those let go, is not the number of arrests.
RELEASED: Final = ("releas\\w*", "freed", "set free", "let go", "pardon\\w*")
HELD: Final = (
    "in (?:prison|custody|jail|detention)", "behind bars", "being held", "held in", "are held", "prisoners", "detainees",
    "inmates", "remain (?:in|detained)", "thrown into prison",
)  # fmt: skip
SEIZED_AGAIN: Final = ("arrested again", "re-?arrested", "seized again")
#: A number given before and taken back: "Last week we gave 24. We withdraw one name."
GAVE: Final = ("gave", "counted", "reported", "put", "announced", "said", "had")
WITHDREW: Final = (
    "withdr[ae]w\\w*", "retract\\w*", "correct(?:s|ed)?", "take\\w* back", "was (?:wrong|an error)",
)  # fmt: skip
#: Words of a sentence whose time is that of a count, not of the harm: "the toll stood at 12 on Monday".
COUNTED_THEN: Final = (
    "counts?", "counted", "tolls?", "tally", "totals?", "numbers?", "figures?", "stood", "stands", "rose", "risen", "fell", "went",
    "reached", "lowered", "raised", "revised", "updated", "as of", "so far", "until", "since", "up to now", "to date",
)  # fmt: skip
#: Words that say no more than that people are counted.
ANYONE: Final = frozenset(
    "people persons men man dead killed wounded injured hurt missing detained displaced arrested victims casualties deaths "
    "fatalities others number toll count total lives arrests prisoners detainees inhabitants residents known names".split()
)
#: Whoever is arrested in unrest is called so by one side or the other: no group of their own among the arrested.
ARRESTED: Final = frozenset(
    "protesters demonstrators rioters vandals looters suspects members supporters militants activists opponents".split()
)
#: Those who fled are called so whoever they are.
DISPLACED: Final = frozenset(
    "refugees evacuees residents villagers inhabitants families civilians homeless idps".split()
)
#: Words for one group of people.
GROUPS: Final = (
    "police policemen officers security law enforcement gendarmes",
    "soldiers troops military army servicemen servicewomen conscripts",
    "firefighters firemen fireman firefighter",
    "children child minors boys girls kids schoolchildren",
    "women woman",
    "sailors crew crewmen seafarers seamen crewmember",
    "protesters demonstrators marchers",
    "rioters looters vandals",
    "journalists reporters",
    "fishermen fisherman fishers",
)
#: Words that go with a group and are none.
GROUP_FILLERS: Final = frozenset("personnel staff member forces nationals citizens other first local young".split())
#: Words that count what happened to people, and not people.
OUTCOMES: Final = frozenset("bodies deaths dead fatalities casualties injuries arrests detentions".split())
#: How nouns end of which there may be many, and units of which nobody asks how many.
COUNTABLE: Final = ("s", "people", "men", "women", "children")
UNCOUNTED: Final = frozenset({"percent", "%"})
