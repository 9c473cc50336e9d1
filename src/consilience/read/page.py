"""What a form's reader hands over: the text of one page and what its markup or its envelope says about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from consilience.errors import UnreadableInputError
from consilience.model import Record, Segment

#: Larger files are no reports, in bytes; nor are larger files inside archives.
LARGEST_FILE = 200_000_000
#: More unpacked bytes are refused: a small archive can hold a petabyte of zeros.
LARGEST_UNPACKED = 2_000_000_000


class Source(Record, frozen=True, kw_only=True):
    """The bytes of one input. *path* is as given, with the member's name behind it for an archive.

    *columns* are (field, column) as the user names them, for tables.
    """

    path: str
    content: bytes
    columns: tuple[tuple[str, str], ...] = ()

    @property
    def name(self) -> str:
        """The file name: the last part of the path, by either kind of slash."""
        return self.path.replace("\\", "/").rsplit("/", 1)[-1]


class Page(Record, frozen=True, kw_only=True):
    """One page before its lines have roles.

    *below* is the path from the folder that the user named: what may tell a day and is the same on every machine.
    *marks* are the roles that the markup already tells, in text order. *published* are dates as printed in the
    metadata, best first; *given* is the one that the user names beside the report.
    """

    path: str
    text: str
    below: str = ""
    marks: tuple[Segment, ...] = ()
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    language: str | None = None
    agencies: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    given: str | None = None
    notes: tuple[str, ...] = ()


#: Reads the pages of one input, in order; a page that cannot be read is the error that says why. Raises
#: `UnreadableInputError` if there is none to read.
Form = Callable[[Source], Iterator[Page | UnreadableInputError]]
#: Takes one input apart into others, in order; a part that cannot be read is the error that says why. Raises
#: `UnreadableInputError` if it cannot.
Unpacker = Callable[[Source], Iterator[Source | UnreadableInputError]]
