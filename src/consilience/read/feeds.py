"""Feeds saved as files: RSS, Atom and JSON Feed, a report an entry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

from msgspec.structs import replace

from consilience.errors import UnreadableInputError
from consilience.read.decoding import decode
from consilience.read.extras import needed
from consilience.read.html import page_of_fragment
from consilience.read.page import Page, Source

#: Stands at a report of which the feed holds a summary only.
SUMMARY = "The text is the summary that the feed gives of the report."
_PROLOG = re.compile(r"\A\s*<\?xml[^>]*\?>")


def read_feed(source: Source) -> Iterator[Page | UnreadableInputError]:
    """Yield the entries of a feed, in its order: their full content where the feed has it, else their summary.

    Raises:
        UnreadableInputError: there is no entry in it, or the library is not installed.
    """
    decoded = decode(source)
    # The library believes a declaration before it tries UTF-8, and takes bytes for a path before it takes them for a
    # feed: so it gets a file in UTF-8 that declares nothing.
    content = _PROLOG.sub("", decoded.text).encode("utf-8", "replace")
    feed = needed("feedparser", "feeds", source).parse(BytesIO(content))
    if not feed.entries:
        raise UnreadableInputError(f"{source.name} is no feed, or one without entries.")
    outlet = _words(feed.feed.get("title"))
    for number, entry in enumerate(feed.entries, start=1):
        try:
            page = _page(entry, f"{source.path}:{number}", outlet)
            yield replace(page, notes=(*decoded.notes, *page.notes))
        except UnreadableInputError as problem:
            yield problem


def is_json_feed(value: object) -> bool:
    """Say whether a JSON value is a feed.

    Source: JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/
    """
    return isinstance(value, dict) and "jsonfeed.org/version" in str(value.get("version"))


def pages_of_json_feed(feed: Mapping[str, Any], source: Source) -> Iterator[Page | UnreadableInputError]:
    """Yield the entries of a JSON Feed, in its order: their full content where the feed has it, else their summary.

    Raises:
        UnreadableInputError: there is no entry in it.
    """
    entries = feed.get("items")
    if not isinstance(entries, list) or not entries:
        raise UnreadableInputError(f"{source.name} is a feed without entries.")
    for number, entry in enumerate(entries, start=1):
        try:
            yield _json_page(entry if isinstance(entry, dict) else {}, feed, f"{source.path}:{number}")
        except UnreadableInputError as problem:
            yield problem


def _page(entry: Any, path: str, outlet: str | None) -> Page:
    content = max((str(c.get("value") or "") for c in entry.get("content") or []), key=len, default="")
    summary = str(entry.get("summary") or "")
    printed = entry.get("published") or entry.get("updated")
    page = page_of_fragment(path, content or summary, _words(entry.get("title")))
    return replace(
        page,
        outlet=outlet,
        byline=_words(entry.get("author")),
        url=_words(entry.get("link")),
        published=(str(printed),) if printed else (),
        notes=() if content else (SUMMARY,),
    )


def _json_page(entry: Mapping[str, Any], feed: Mapping[str, Any], path: str) -> Page:
    title, markup, plain = _words(entry.get("title")), entry.get("content_html"), entry.get("content_text")
    full = markup or plain
    if markup:
        page = page_of_fragment(path, str(markup), title)
    else:
        lines = [title, "", *str(plain or entry.get("summary") or "").splitlines()]
        page = Page(path=path, text="\n".join(line for line in lines if line is not None).strip(), title=title)
        if not page.text:
            raise UnreadableInputError(f"{path} has no text.")
    authors = entry.get("authors") or [entry.get("author")]
    names = [_words(a.get("name")) for a in authors if isinstance(a, dict)] if isinstance(authors, list) else []
    printed = entry.get("date_published") or entry.get("date_modified")
    return replace(
        page,
        outlet=_words(feed.get("title")),
        byline=" and ".join(name for name in names if name) or None,
        url=_words(entry.get("url")) or _words(entry.get("external_url")),
        language=(_words(entry.get("language")) or _words(feed.get("language")) or "")[:2].casefold() or None,
        published=(str(printed),) if printed else (),
        notes=() if full else (SUMMARY,),
    )


def _words(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
