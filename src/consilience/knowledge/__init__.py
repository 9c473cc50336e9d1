"""What is known of the world: states, holders of office, organisations, cities, outlets; SQLite in the package.

It names and codes what reports speak of, and is asked by every room; it never makes a cell of a record. `core` opens
it, `code_of` gives the codes of an actor.
"""

from __future__ import annotations

from consilience.knowledge.base import POINTING, Knowledge, Known, Membership, Term, core, seal, with_own
from consilience.knowledge.codes import Code, code_of
from consilience.knowledge.leaders import home_of
from consilience.knowledge.offices import office_key

__all__ = [
    "POINTING",
    "Code",
    "Knowledge",
    "Known",
    "Membership",
    "Term",
    "code_of",
    "core",
    "home_of",
    "office_key",
    "seal",
    "with_own",
]
