"""What the head of a web page says about the report: JSON-LD, OpenGraph, other meta elements, and htmldate's guess."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from htmldate import find_date
from lxml import etree, html

from consilience.model import Record

#: Types of schema.org that a report may have.
ARTICLE_TYPES = (
    "Article",
    "NewsArticle",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "BlogPosting",
    "LiveBlogPosting",
    "Report",
    "OpinionNewsArticle",
    "BackgroundNewsArticle",
)
#: Names of meta elements that give the time of publication, the surest first.
PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish_date",
    "date",
    "dc.date",
)


class Head(Record, frozen=True, kw_only=True):
    """The metadata of a page, as printed there; *published* is a day or a time with its zone."""

    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None


def read_head(markup: str) -> Head:
    """Return the metadata of a page. Broken markup gives what is left of it."""
    tree = _parsed(markup)
    if tree is None:
        return Head()
    meta, article = _meta(tree), _article(tree)
    return Head(
        title=_text(article.get("headline")) or meta.get("og:title") or _heading(tree) or _title(tree, meta),
        outlet=_name(article.get("publisher")) or meta.get("og:site_name"),
        published=_text(article.get("datePublished")) or _first(meta, PUBLISHED) or _guessed_day(markup),
        author=_name(article.get("author")) or meta.get("author"),
        url=_canonical(tree) or meta.get("og:url"),
        language=(tree.get("lang") or "")[:2].casefold() or None,
    )


def _parsed(markup: str) -> Any:
    try:
        return html.document_fromstring(markup.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    except (ValueError, etree.LxmlError):
        return None


def _meta(tree: Any) -> Mapping[str, str]:
    """Return the meta elements by name or property, in small letters; the first of a name counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = _text(element.get("content"))
        if name and content:
            found.setdefault(name.casefold(), content)
    return found


def _article(tree: Any) -> Mapping[str, Any]:
    """Return the first description of an article in the page's JSON-LD."""
    for script in tree.iter("script"):
        if (script.get("type") or "").casefold() == "application/ld+json":
            for thing in _things(_json(script.text or "")):
                if any(kind in ARTICLE_TYPES for kind in _listed(thing.get("@type"))):
                    return thing
    return {}


def _json(text: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _things(value: Any) -> Iterator[Mapping[str, Any]]:
    """Yield the things that a JSON-LD block describes: one, a list, or a graph."""
    for thing in _listed(value):
        if isinstance(thing, dict):
            yield thing
            yield from (t for t in _listed(thing.get("@graph")) if isinstance(t, dict))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _name(value: Any) -> str | None:
    """Return the names of people or organisations, joined by "and"."""
    names = [_text(one.get("name")) if isinstance(one, dict) else _text(one) for one in _listed(value)]
    return " and ".join(dict.fromkeys(name for name in names if name)) or None


def _text(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _first(meta: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _heading(tree: Any) -> str | None:
    heading = next(tree.iter("h1"), None)
    return _text(str(heading.text_content())) if heading is not None else None


def _title(tree: Any, meta: Mapping[str, str]) -> str | None:
    """Return the title of the page without the name of the site."""
    title = _text(tree.findtext(".//title"))
    site = meta.get("og:site_name")
    if title and site and title.casefold().endswith(site.casefold()):
        return title[: -len(site)].rstrip(" |-–—:·") or title
    return title


def _canonical(tree: Any) -> str | None:
    return next(
        (_text(e.get("href")) for e in tree.iter("link") if (e.get("rel") or "").casefold() == "canonical"), None
    )


def _guessed_day(markup: str) -> str | None:
    """Return the day that htmldate finds in the page, if it is sure of one."""
    try:
        found: str | None = find_date(markup, original_date=True, extensive_search=False, max_date="2100-01-01")
    except (ValueError, TypeError, AttributeError, RecursionError, etree.LxmlError):
        return None
    return found
