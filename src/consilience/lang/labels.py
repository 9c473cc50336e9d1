"""How an event is put in one clause: templates of labels, and the words that change with its status."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from consilience.model import SettingKind, Status

#: Deeds told by nouns or by many verbs have one fixed verb: (for several parties, its tail).
FIXED: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "call": ("speak", "by telephone"),
        "talk": ("talk", ""),
        "meet": ("meet", ""),
        "visit": ("visit", ""),
        "receive": ("receive", ""),
        "resign": ("resign", ""),
    }
)
#: What one party does with another where only one of them is told.
WITH_ONE: Mapping[str, str] = MappingProxyType(
    {"call": "Telephone call of {}", "talk": "Talks with {}", "meet": "Meeting of {}"}
)
#: Verbs that keep their own word: who hosts talks need not talk.
HOSTING = frozenset({"host", "chair", "attend", "lead", "call", "convene", "cancel", "postpone", "join"})
#: What somebody does who speaks in a setting: (one, several).
APPEARING: Mapping[SettingKind, tuple[str, str]] = MappingProxyType(
    {
        "conference": ("holds a press conference", "hold a press conference"),
        "interview": ("gives an interview", "give an interview"),
        "statement": ("issues a statement", "issue a statement"),
        "speech": ("gives a speech", "give a speech"),
        "post": ("posts online", "post online"),
        "letter": ("writes a letter", "write a letter"),
        "video": ("releases a video", "release a video"),
    }
)
TO_PARTNER = "to"
#: What whoever is told to have been the source of something did.
GIVING = "give"
#: What stands around a clause, by status. Planned and alleged clauses also change their verb.
AFTER: Mapping[Status, str] = MappingProxyType({"denied": " (denied)", "hoped": " (hoped for)"})
NOUN_AFTER: Mapping[Status, str] = MappingProxyType(
    {"denied": " (denied)", "hoped": " (hoped for)", "planned": " (planned)", "alleged": " (alleged)"}
)
#: A noun that carries no plural of its own.
AND, OTHERS, IN, TO, TO_BE, SAID, AGAINST = "and", "others", "in", "to", "to be", "said to have", "against"
SAID_TO_BE = "said to have been"
THAT, WILL, BE = "that", "will", "be"
#: At most this many parties are named.
NAMED = 3
#: Places whose names want an article after "in".
WITH_ARTICLE = frozenset({"strait", "gulf", "sea", "bay", "valley", "river", "isle"})
#: Deeds that lead to their place, and do not take place in it.
LEADING_TO = frozenset({"send aid", "send troops", "fly", "deliver", "march", "supply arms"})

#: Articles that labels leave out, as headlines do.
ARTICLES = frozenset({"a", "an", "the", "this", "that", "these", "those", "another", "no", "any"})
