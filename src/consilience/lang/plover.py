"""PLOVER's own tables: quad classes, and what type it gives to what has not happened or was only said.

Our record keeps statements in a layer of their own and tells of events whether they happened. PLOVER has both in one
list: what is promised, refused or alleged is an event of those who say so.

Source: PLOVER manual, draft 0.8 (Open Event Data Alliance, 2021).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from consilience.lang.event_grammar import PROMISED, REFUSED, THREATENED

if TYPE_CHECKING:
    from consilience.model import Status

#: Type -> quad class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
QUADS: Mapping[str, int] = MappingProxyType(
    dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), 1)
    | dict.fromkeys(("COOPERATE", "AID", "RETREAT"), 2)
    | dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3)
    | dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4)
)


def type_told(kind: str, status: Status) -> str:
    """Return the type that PLOVER gives a deed in view of its status: a promised withdrawal is AGREE, talks refused REJECT.

    The type stays where PLOVER has no other: a planned meeting is CONSULT, and only the status says that it has not
    been held.
    """
    if status == "planned":
        return "AGREE" if kind in PROMISED else "THREATEN" if kind in THREATENED else kind
    if status == "hoped":
        return "REQUEST"
    return "REJECT" if status == "denied" and kind in PROMISED | REFUSED else kind
