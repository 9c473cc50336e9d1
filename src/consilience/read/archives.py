"""Archives and packed files: what is in them, as if it lay in a folder."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from consilience.errors import UnreadableInputError
from consilience.read.page import LARGEST_FILE, Source

#: An archive of more files is no pile of reports.
MOST_MEMBERS = 100_000
#: Begins each entry of an archive's table of contents, which is read whole. Source: PKWARE, .ZIP File Format, 4.3.12.
ENTRY = b"PK\x01\x02"
#: Text packs about fivefold, tables of numbers twentyfold. What is larger than this, in bytes, and packs so many times
#: is made to fill the memory.
SMALL, MOST_PACKED = 10_000_000, 100


def unpack_zip(source: Source) -> Iterator[Source | UnreadableInputError]:
    """Yield the files of an archive in the order of their names, hidden ones aside; an error for one too large.

    They are unpacked one at a time, each when it is asked for.

    Raises:
        UnreadableInputError: it is broken, locked, or holds too many files.
    """
    if source.content.count(ENTRY) > MOST_MEMBERS:
        raise UnreadableInputError(f"{source.name} holds more than {MOST_MEMBERS:,} files. Unpack it and split it.")
    try:
        with ZipFile(BytesIO(source.content)) as archive:
            members = sorted((m for m in archive.infolist() if _is_report(m)), key=lambda m: m.filename)
            for member in members:
                yield _member(archive, member, f"{source.path}/{member.filename}")
    except BROKEN_ARCHIVE as problem:
        raise UnreadableInputError(f"{source.name} cannot be unpacked: {problem}.") from problem


#: What the standard library raises on a broken or locked archive.
BROKEN_ARCHIVE = (BadZipFile, zlib.error, RuntimeError, NotImplementedError, OSError, EOFError, ValueError)


def unpack_gzip(source: Source) -> Iterator[Source]:
    """Yield the one file that is packed in another, under its name without the last ending.

    Raises:
        UnreadableInputError: it is broken or too large.
    """
    try:
        with gzip.open(BytesIO(source.content)) as packed:
            content = packed.read(LARGEST_FILE + 1)
    except BROKEN_ARCHIVE as problem:
        raise UnreadableInputError(f"{source.name} cannot be unpacked: {problem}.") from problem
    if len(content) > LARGEST_FILE:
        raise UnreadableInputError(f"{source.name} unpacks to more than {LARGEST_FILE // 1_000_000} MB. Split it.")
    yield Source(path=source.path.rpartition(".")[0], content=content)


def _member(archive: ZipFile, member: ZipInfo, path: str) -> Source | UnreadableInputError:
    if member.file_size > LARGEST_FILE:
        return UnreadableInputError(f"{member.filename} is larger than {LARGEST_FILE // 1_000_000} MB. Split it.")
    if member.file_size > max(SMALL, MOST_PACKED * member.compress_size):
        return UnreadableInputError(f"{member.filename} unpacks more than {MOST_PACKED}-fold, as no report does.")
    return Source(path=path, content=archive.read(member))


def _is_report(member: ZipInfo) -> bool:
    parts = member.filename.split("/")
    return not member.is_dir() and not any(part.startswith((".", "__MACOSX")) for part in parts)
