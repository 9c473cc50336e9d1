"""Reports on a stream: NDJSON, one JSON object a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import msgspec

from consilience.errors import UnreadableInputError
from consilience.read.decoding import unified
from consilience.read.page import Page

Fields = dict[str, Any]


def pages_of_lines(
    lines: Iterable[str], path: str, *, named: Callable[[Fields], Fields] = dict
) -> Iterator[Page | UnreadableInputError]:
    """Yield a page for each line, or the error that says why there is none.

    An object has `text` and may have `path`, `outlet`, `url`, `published`, `title`, `agencies` and `language`.
    Without a path a page is called by its line. *named* brings fields with other names under these.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _page(line, f"{path}:{number}", named)


def page_of_fields(fields: Mapping[str, Any], path: str) -> Page:
    """Return the page that *fields* describe.

    Raises:
        UnreadableInputError: there is no text.
    """
    text = fields.get("text")
    if not isinstance(text, str) or not text.strip():
        raise UnreadableInputError(f'{path} has no text. Give the report in the field "text".')
    agencies = fields.get("agencies") or ()
    return Page(
        path=_string(fields, "path") or path,
        text=unified(text),
        title=_string(fields, "title"),
        outlet=_string(fields, "outlet"),
        url=_string(fields, "url"),
        language=_string(fields, "language"),
        agencies=tuple(str(a) for a in agencies)
        if isinstance(agencies, list)
        else (str(agencies),)
        if agencies
        else (),
        given=_string(fields, "published"),
    )


def _page(line: str, path: str, named: Callable[[Fields], Fields]) -> Page | UnreadableInputError:
    try:
        return page_of_fields(named(msgspec.json.decode(line, type=Fields)), path)
    except (msgspec.DecodeError, RecursionError) as problem:
        return UnreadableInputError(f"{path} is no JSON object on one line: {problem}.")
    except UnreadableInputError as problem:
        return problem


def _string(fields: Mapping[str, Any], name: str) -> str | None:
    value = fields.get(name)
    return value.strip() or None if isinstance(value, str) else None
