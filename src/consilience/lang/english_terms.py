"""Words for one thing between which a reader hears a difference, as plain data. Written for this project; CC0-1.0."""

from __future__ import annotations

from typing import Final

#: Groups of (word shown, pattern of its forms). A word stands in one group only.
TERMS: Final = (
    (
        ("protest", r"protest(?:s|ed|ing)?|demonstrat(?:ion|ions|ed|ing)|march(?:es|ed|ing)?|rall(?:y|ies)"),
        ("riot", r"riot(?:s|ed|ing)?|rampage"),
        ("terrorism", r"terroris[mt]s?|terrorist attacks?"),
        ("coup", r"coup(?: attempt)?|putsch"),
    ),
    (
        ("demonstrators", r"demonstrators?|protesters?|marchers"),
        ("rioters", r"rioters?|vandals?|looters?|hooligans?|thugs?"),
        ("terrorists", r"terrorists"),
    ),
    (
        ("seized", r"seiz(?:e|es|ed|ing|ure)"),
        ("confiscated", r"confiscat(?:e|es|ed|ing|ion)"),
        ("hijacked", r"hijack(?:s|ed|ing)?"),
        ("detained", r"(?:ship|vessel|tanker)s? (?:was |were )?detained"),
    ),
    (("resigned", r"resign(?:s|ed|ing|ation)?|stepped down|quit"), ("gave up", r"gave up|was dismissed|was sacked")),
    (("missing", r"missing"), ("unaccounted for", r"unaccounted for")),
    (("killed", r"shot dead|gunned down"), ("murdered", r"murder(?:s|ed|ing)?|massacred?"), ("executed", r"execut(?:ed|ion|ions)")),
    (("clemency", r"clemency"), ("mercy", r"mercy"), ("pardon", r"pardon(?:s|ed)?")),
    (("invasion", r"invasion|invad(?:ed|es|ing)"), ("operation", r"(?:special|military) operation"), ("incursion", r"incursion")),
    (("attack", r"attack(?:s|ed|ing)?"), ("incident", r"incident"), ("accident", r"accident")),
    (("annexation", r"annex(?:ed|ation|ing)"), ("reunification", r"reunif(?:ied|ication)"), ("occupation", r"occup(?:ied|ation)")),
)  # fmt: skip
