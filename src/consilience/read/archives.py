"""ZIP archives: the files in them, as if they lay in a folder."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from consilience.errors import UnreadableInputError
from consilience.read.page import Source

#: More unpacked bytes are refused: a small archive can hold a petabyte of zeros.
LARGEST_UNPACKED = 2_000_000_000


def unpack_zip(source: Source) -> Iterator[Source]:
    """Yield the files of an archive in the order of their names, hidden ones aside.

    Raises:
        UnreadableInputError: it is broken, locked or too large.
    """
    try:
        with ZipFile(BytesIO(source.content)) as archive:
            members = sorted((m for m in archive.infolist() if _is_report(m)), key=lambda m: m.filename)
            if sum(m.file_size for m in members) > LARGEST_UNPACKED:
                raise UnreadableInputError(f"{source.name} unpacks to more than 2 GB. Unpack it and name its folder.")
            for member in members:
                yield Source(path=f"{source.path}/{member.filename}", content=archive.read(member))
    except (BadZipFile, zlib.error, RuntimeError, NotImplementedError, OSError) as problem:
        raise UnreadableInputError(f"{source.name} cannot be unpacked: {problem}.") from problem


def _is_report(member: ZipInfo) -> bool:
    parts = member.filename.split("/")
    return not member.is_dir() and not any(part.startswith((".", "__MACOSX")) for part in parts)
