"""The English words by which a report says on whose word a number stands, as plain data. Written here; CC0-1.0."""

from __future__ import annotations

from typing import Final

#: Verbs whose subject vouches for a number that they govern: "the league counts 26", "the ministry put it at 3".
VOUCHING: Final = frozenset(
    "put count estimate report record tally list give say speak admit claim insist acknowledge assert maintain concede "
    "register cite confirm announce declare document calculate reckon state note warn tell verify certify publish "
    "quote observe assess find believe promise pledge ask want need guess launch appeal".split()
)
#: Verbs that vouch only with a number as their own object or behind these prepositions, else tell of a deed.
VOUCHING_OBJECTS: Final = frozenset(
    {"give", "find", "ask", "want", "need", "promise", "pledge", "launch", "publish", "observe"}
)
#: Verbs that vouch where their object is a count: "lowered its count to 12".
CORRECTING: Final = frozenset("lower raise revise cut correct increase reduce update bring adjust".split())
#: Verbs that make a length of time so, and tell of none.
DECREEING: Final = frozenset("declare announce order give".split())
#: Nouns that are somebody's count: "the government's figure of 11", "the ministry's list".
COUNTS: Final = frozenset(
    "figure count toll tally number estimate list total record register statistic data reckoning census sample survey "
    "poll report statement communique communiqué bulletin".split()
)
#: Words that make a heading or a letterhead that of a document by which a body speaks itself.
OFFICIAL_FORMS: Final = (
    "communiqué", "communique", "statement", "tally", "situation report", "sitrep", "press release", "news release",
    "bulletin", "declaration", "readout", "memorandum", "proclamation", "notice to the press",
)  # fmt: skip
#: The first person of a body that speaks for itself.
OURSELVES: Final = frozenset({"we", "our", "us", "ourselves"})
#: Words in the name of an organ of a state, and in the title of one who speaks for it.
STATE_ORGANS: Final = (
    "ministry", "government", "cabinet", "presidency", "authorities", "officials", "prosecutors?", "police", "army",
    "military", "armed forces", "navy", "coast guard", "interior ministry", "state media", "state television",
    "regime",
)  # fmt: skip
STATE_OFFICES: Final = (
    "minister",
    "president",
    "premier",
    "prosecutor",
    "governor",
    "police chief",
    "police spokesman",
)
#: Verbs of denial, and objects that stand for what was told just before.
DENYING: Final = frozenset({"deny", "refute", "reject", "dispute", "dismiss"})
DENIED_BY_PRONOUN: Final = frozenset({"it", "this", "that"})
#: A short answer that takes back all that was just said: "Not a cent," "Nonsense," "That is a lie".
FLAT_DENIALS: Final = (
    "no", "never", "not (?:a|one|a single) \\w+", "not true", "not so", "nothing of the kind", "(?:utter |pure |complete )?nonsense",
    "(?:all )?lies", "untrue", "rubbish", "false", "absurd", "(?:a )?(?:pure )?(?:invention|fabrication|fiction)",
    "(?:that|this|it) is (?:a lie|not true|untrue|false|nonsense|absurd)", "(?:that|this|it) (?:never happened|did not happen)",
)  # fmt: skip
#: How a report adds to somebody's words when they were spoken: ", a day after", ", hours before".
AFTER_A_TIME: Final = ("(?:minutes?|hours?|days?|weeks?|months?|years?) (?:after|before)", "shortly (?:after|before)")
#: Words that tell who says it, not what is said.
SAYING: Final = frozenset("say tell add note state accord announce statement ministry reporter spokesman".split())
