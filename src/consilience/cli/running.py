"""What the commands touch of the world: files in, files out, the cache, the terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from textwrap import shorten

from consilience.annotate.cache import Shelf
from consilience.chronology import say_days
from consilience.errors import UsageError
from consilience.model import Document, Situation
from consilience.pipeline import Progress, stories_in
from consilience.publish import EXPORTERS, FILE_NAMES, from_json
from consilience.publish.markup import visible
from consilience.read import COLUMNS, Reading, Skipped, read
from consilience.reconcile import MOST_REPORTS, printed_days
from consilience.record import check_bytes

#: So many stories of a mixed pile are listed.
LISTED = 10
#: A headline in a list is cut to so many characters.
TITLE = 90


def reading_of(paths: Sequence[str], columns: str = "") -> Reading:
    """Return what is read at *paths*, `-` being NDJSON on stdin; *columns* is "text=body,date=day".

    Raises:
        UsageError: a path does not exist, a column is named for no field, or nothing at all could be read.
    """
    missing = [p for p in paths if p != "-" and not Path(p).exists()]
    if missing:
        raise UsageError(f"{missing[0]}: no such file or folder.")
    found = read(paths, stream=sys.stdin if "-" in paths else (), columns=tuple(_columns(columns)))
    if not found.documents:
        why = f" {found.skipped[0].path}: {found.skipped[0].reason}" if found.skipped else ""
        raise UsageError(f"no report was found in {', '.join(paths)}.{why}")
    return found


def _columns(told: str) -> Iterator[tuple[str, str]]:
    for pair in filter(None, told.split(",")):
        field, _, column = (part.strip() for part in pair.partition("="))
        field = "published" if field == "date" else field
        if field not in COLUMNS or not column:
            raise UsageError(f"--columns {pair}: write FIELD=COLUMN. Fields are {', '.join(COLUMNS)}.")
        yield field, column


def apart(
    documents: Sequence[Document], out: Path, *, split: bool, shelf: Shelf | None = None
) -> list[tuple[Sequence[Document], Path]]:
    """Return the reports to make one record of, and its folder: all, with a warning where they tell several stories.

    With *split* each story is a record of its own, the one of most reports in `story-1`.
    """
    stories = stories_in(documents, shelf)
    if len(documents) > MOST_REPORTS:
        print(f"{len(documents)} reports are taken for one story; up to {MOST_REPORTS} are compared.", file=sys.stderr)
    if len(stories) > 1 and split:
        return [(story, out / f"story-{n}") for n, (story, _) in enumerate(stories, start=1)]
    if len(stories) > 1:
        print(f"The reports seem to tell {len(stories)} stories; --split writes a record of each:", file=sys.stderr)
        for story, names in stories[:LISTED]:
            print("\n".join(_listed(story, names)), file=sys.stderr)
        if len(stories) > LISTED:
            print(f"        and {len(stories) - LISTED} more", file=sys.stderr)
    return [(documents, out)]


def _listed(story: Sequence[Document], names: Sequence[str]) -> Iterator[str]:
    """Yield the lines that tell one story of a pile: reports, days, the names it has to itself, a headline."""
    days = [d for d in map(printed_days, story) if d]
    when = say_days(min(d.earliest for d in days), max(d.latest for d in days)) if days else ""
    count = f"{len(story)} report{'s' if len(story) > 1 else ''}"
    yield "  " + "; ".join(part for part in (count, when, ", ".join(names)) if part)
    yield f"      “{shorten(story[0].title, TITLE, placeholder=' …')}”"


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """Give a function that draws progress on stderr when that is a terminal, and does nothing else."""
    if not sys.stderr.isatty():
        yield lambda _done, _all: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda done, everything: bar.update(task, completed=done, total=everything)


def write_record(
    situation: Situation, folder: Path, forms: Iterable[str], skipped: Iterable[Skipped] = ()
) -> dict[str, Path]:
    """Write the forms of a record into *folder* and return their files; its page names what was *skipped*.

    All are written beside their places first and moved there together, so that an interrupted run leaves what was
    there whole.
    """
    made: list[tuple[str, Path, Path]] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for form in dict.fromkeys(forms):
            file = folder / FILE_NAMES[form]
            made.append((form, file.with_name(f".{file.name}.part"), file))
            told = {"skipped": [(s.path, s.reason) for s in skipped]} if form == "page" else {}
            made[-1][1].write_bytes(EXPORTERS[form](situation, **told))
        for _, beside, file in made:
            beside.replace(file)
    except OSError as problem:
        raise UsageError(f"{folder}: cannot be written ({problem.strerror}). Name another folder with -o.") from problem
    finally:
        for _, beside, _ in made:
            beside.unlink(missing_ok=True)
    return {form: file for form, _, file in made}


def write_file(file: Path, data: bytes) -> None:
    """Write *data* to *file*, whole or not at all.

    Raises:
        UsageError: it cannot be written.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        beside = file.with_name(f".{file.name}.part")
        beside.write_bytes(data)
        beside.replace(file)
    except OSError as problem:
        raise UsageError(f"{file}: cannot be written ({problem.strerror}). Name another file with -o.") from problem


def skips(skipped: Sequence[Skipped]) -> Iterator[str]:
    """Yield what was skipped and why, a line each; a name can neither break its line nor steer a terminal."""
    yield f"{len(skipped)} input{' was' if len(skipped) == 1 else 's were'} skipped:"
    for one in skipped:
        yield "  " + " ".join(visible(f"{one.path}: {one.reason}").splitlines())


def totals(situation: Situation) -> Iterator[str]:
    """Yield the totals of a record, a line each."""
    sources = len(situation.families)
    rows = (
        (len(situation.documents), f"reports, {sources} source families"),
        (len(situation.entities), "people, organisations, states and places"),
        (len(situation.events), "events"),
        (len(situation.statements), "statements"),
        (sum(len(f.readings) for f in situation.figures), f"readings of {len(situation.figures)} figures"),
        (len(situation.discrepancies), "places where reports disagree"),
    )
    for number, what in rows:
        yield f"{number:>6}  {what}"


def bytes_of(file: Path) -> bytes:
    """Return the content of a file.

    Raises:
        UsageError: it cannot be read.
    """
    try:
        return file.read_bytes()
    except OSError as problem:
        raise UsageError(f"{file}: cannot be read ({problem.strerror}). Name a record with --record.") from problem


def load_record(file: Path) -> Situation:
    """Return the record in *file*.

    Raises:
        UsageError: it cannot be read or is no sound record.
    """
    data = bytes_of(file)
    problems = check_bytes(data)
    if problems:
        raise UsageError(f"{file}: {problems[0]}. `consilience check {file}` tells all.")
    return from_json(data)
