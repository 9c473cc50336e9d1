"""The table beside the reports that says what they do not say of themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec.structs import replace

from consilience.errors import UnreadableInputError
from consilience.read.decoding import decode
from consilience.read.page import Page, Source
from consilience.read.tables import rows_of

#: The name of the table.
SIDECAR = "reports.csv"
#: Its columns. `path` counts from the folder of the table, `origin` is the agency whose text the report is.
SIDECAR_COLUMNS = ("path", "outlet", "url", "published", "origin")
#: So many of the paths that lead nowhere are named.
NAMED = 5

Facts = Mapping[str, str]
Problem = tuple[Path, str]


def facts_in(sidecars: Iterable[Path]) -> tuple[Mapping[Path, Facts], tuple[Problem, ...]]:
    """Return what the tables beside the reports say of each file, and what is wrong with the tables."""
    facts: dict[Path, Facts] = {}
    problems: list[Problem] = []
    for sidecar in sidecars:
        try:
            rows = _rows(sidecar)
        except FileNotFoundError:
            continue
        except (OSError, UnreadableInputError) as problem:
            problems.append((sidecar, f"This table cannot be read, so nothing of it was used: {problem}"))
            continue
        told = [(sidecar.parent / row["path"].replace("\\", "/"), row) for row in rows if row["path"]]
        problems += ((sidecar, problem) for problem in _problems(told))
        facts |= told
    return facts, tuple(problems)


def with_facts(page: Page, facts: Facts) -> Page:
    """Return *page* with what the user says about it: that wins over what is found."""
    origin = facts.get("origin")
    return replace(
        page,
        outlet=facts.get("outlet") or page.outlet,
        url=facts.get("url") or page.url,
        given=facts.get("published") or page.given,
        agencies=(*page.agencies, origin) if origin else page.agencies,
    )


def _rows(sidecar: Path) -> list[Facts]:
    """Return the rows of a table, every column of it filled, if only with nothing.

    Raises:
        UnreadableInputError: it is no table, or has no column of paths.
    """
    source = Source(path=str(sidecar), content=sidecar.read_bytes())
    names, rows = rows_of(source, decode(source).text)
    known = {name.strip().casefold(): name for name in names}
    if "path" not in known:
        raise UnreadableInputError(f"it has no column “path”. Its columns may be {', '.join(SIDECAR_COLUMNS)}.")
    return [{c: str(row.get(known.get(c, c)) or "").strip() for c in SIDECAR_COLUMNS} for row in rows]


def _problems(told: list[tuple[Path, Facts]]) -> Iterator[str]:
    seen: dict[Path, Facts] = {}
    for file, row in told:
        if seen.setdefault(file, row) != row:
            yield f"It says two things of {row['path']}; the last row counts."
    gone = [row["path"] for file, row in told if not file.exists()]
    if gone:
        more = f" and {len(gone) - NAMED} more" if len(gone) > NAMED else ""
        yield f"There is no report at {', '.join(gone[:NAMED])}{more}, so its row was not used."
