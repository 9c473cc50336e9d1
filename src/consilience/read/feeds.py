"""RSS and Atom feeds saved as files: a report an entry."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from consilience.errors import UnreadableInputError
from consilience.read.extras import needed
from consilience.read.html import page_of_fragment
from consilience.read.page import Page, Source


def read_feed(source: Source) -> Iterator[Page | UnreadableInputError]:
    """Yield the entries of a feed, in its order: their full content where the feed has it, else their summary.

    Raises:
        UnreadableInputError: there is no entry in it, or the library is not installed.
    """
    feed = needed("feedparser", "feeds", source).parse(source.content)
    if not feed.entries:
        raise UnreadableInputError(f"{source.name} is no feed, or one without entries.")
    outlet = str(feed.feed.get("title") or "").strip() or None
    for number, entry in enumerate(feed.entries, start=1):
        try:
            yield _page(entry, f"{source.path}:{number}", outlet)
        except UnreadableInputError as problem:
            yield problem


def _day(entry: Any) -> tuple[str, ...]:
    printed = entry.get("published") or entry.get("updated")
    return (str(printed),) if printed else ()


def _page(entry: Any, path: str, outlet: str | None) -> Page:
    contents = [str(c.get("value") or "") for c in entry.get("content") or []]
    markup = max([*contents, str(entry.get("summary") or "")], key=len)
    title = " ".join(str(entry.get("title") or "").split()) or None
    page = page_of_fragment(path, markup, title)
    return replace(
        page,
        outlet=outlet,
        byline=str(entry.get("author") or "").strip() or None,
        url=str(entry.get("link") or "").strip() or None,
        published=_day(entry),
        notes=("The text is what the feed gives of the report.",),
    )
