"""From what the user names to documents: files, folders and a stream, each input read or skipped with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from consilience.errors import UnreadableInputError
from consilience.model import Document, Record
from consilience.read.documents import make_document
from consilience.read.forms import read_source
from consilience.read.ndjson import pages_of_lines
from consilience.read.page import LARGEST_FILE, Page, Source
from consilience.read.sidecar import SIDECAR, Facts, facts_in, with_facts

Columns = tuple[tuple[str, str], ...]


class Skipped(Record, frozen=True):
    """An input that gave no report, and why, in words for people."""

    path: str
    reason: str


class Reading(Record, frozen=True):
    """What was read: the documents in the order of the inputs, and what was skipped."""

    documents: tuple[Document, ...]
    skipped: tuple[Skipped, ...]


def read(
    paths: Iterable[Path | str], *, stream: Iterable[str] = (), columns: Sequence[tuple[str, str]] = ()
) -> Reading:
    """Return the reports at *paths*: files, and folders with all that is in them, hidden files aside.

    The path `-` stands for *stream*, lines of NDJSON. A report that comes twice under the same path is read once.
    *columns* are (field, column): what the columns of tables are called; known names need none.
    """
    documents: dict[str, Document] = {}
    skipped: list[Skipped] = []
    for found in _found(paths, stream, tuple(columns)):
        if isinstance(found, Skipped):
            skipped.append(found)
            continue
        document = make_document(found)
        if document.id in documents:
            first = documents[document.id].path
            skipped.append(Skipped(document.path, f"The same report under the same name was read before, as {first}."))
        else:
            documents[document.id] = document
    return Reading(tuple(documents.values()), tuple(dict.fromkeys(skipped)))


def _found(paths: Iterable[Path | str], stream: Iterable[str], columns: Columns) -> Iterator[Page | Skipped]:
    for given in paths:
        path = Path(given)
        if str(given) == "-":
            for page in pages_of_lines(stream, "-"):
                yield Skipped("-", str(page)) if isinstance(page, UnreadableInputError) else page
        elif path.is_dir():
            yield from _in_folder(path, columns)
        else:
            facts, problems = facts_in([path.parent / SIDECAR])
            yield from (Skipped(str(table), why) for table, why in problems)
            yield from _in_file(path, path.name, facts, columns, named=True)


def _in_folder(folder: Path, columns: Columns) -> Iterator[Page | Skipped]:
    files = _files(folder)
    sidecars = [file for file in files if file.name == SIDECAR]
    facts, problems = facts_in(sidecars)
    yield from (Skipped(str(table), why) for table, why in problems)
    if len(files) == len(sidecars):
        yield Skipped(str(folder), "There is no file in this folder.")
    for file in files:
        if file.name != SIDECAR:
            yield from _in_file(file, file.relative_to(folder).as_posix(), facts, columns, named=False)


def _files(folder: Path) -> list[Path]:
    """Return the files below *folder* in the order of their paths, hidden ones aside."""
    inside = (f for f in folder.rglob("*") if f.is_file())
    seen = (f for f in inside if not any(part.startswith(".") for part in f.relative_to(folder).parts))
    return sorted(seen, key=lambda f: f.relative_to(folder).as_posix())


def _in_file(
    file: Path, below: str, facts: Mapping[Path, Facts], columns: Columns, *, named: bool
) -> Iterator[Page | Skipped]:
    """Yield the pages of a file; *named* says that the user named it rather than its folder."""
    try:
        source = replace(_opened(file), columns=columns)
    except UnreadableInputError as problem:
        yield Skipped(str(file), str(problem))
        return
    except OSError as problem:
        yield Skipped(str(file), f"{file.name} cannot be opened: {problem.strerror or problem}.")
        return
    for found in read_source(source, named=named):
        if isinstance(found, tuple):
            yield Skipped(*found)
        else:
            page = replace(found, below=below + found.path.removeprefix(source.path))
            yield with_facts(page, facts.get(file, {}))


def _opened(file: Path) -> Source:
    if file.stat().st_size > LARGEST_FILE:
        raise UnreadableInputError(f"{file.name} is larger than {LARGEST_FILE // 1_000_000} MB. Split it.")
    return Source(path=str(file), content=file.read_bytes())
