"""What stands on a news page besides the report, in English: cue words compiled to patterns, and the news agencies."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from consilience.lang.tables import several, table
from consilience.model import Record


class PageCues(Record, frozen=True, kw_only=True):
    """The cue words of `page_en.toml`: *lists* by "section.key"; *patterns* made of them, matched without case."""

    lists: dict[str, tuple[str, ...]]
    patterns: dict[str, re.Pattern[str]]

    def starts(self, section: str, text: str) -> re.Match[str] | None:
        """Return the cue of *section* that *text* begins with."""
        return self.patterns[f"{section}.starts"].match(text)

    def has(self, key: str, text: str) -> bool:
        """Say whether a cue of the list *key* ("section.list") stands anywhere in *text*."""
        return self.patterns[key].search(text) is not None

    def is_one_of(self, key: str, text: str) -> bool:
        """Say whether *text* as a whole is a cue of the list *key*."""
        return self.patterns[key].fullmatch(text) is not None


@cache
def page_cues() -> PageCues:
    """Return the cues of English pages, loaded once."""
    sections = tomllib.loads((files("consilience.lang") / "data" / "page_en.toml").read_text(encoding="utf-8"))
    lists = {key: tuple(words) for key, words in _lists(sections)}
    return PageCues(
        lists=lists,
        patterns={key: _any_of(words) for key, words in lists.items()},
    )


@cache
def agency_names() -> Mapping[str, str]:
    """Return every form an agency is credited by, with its short credit: "Agence France-Presse" is "AFP"."""
    rows = table("agencies")
    forms = {form: row["credit"] for row in rows for form in (row["name"], *several(row["other_forms"]))}
    return forms | {row["credit"]: row["credit"] for row in rows}


def _lists(sections: Mapping[str, Any]) -> Iterable[tuple[str, list[str]]]:
    return ((f"{section}.{key}", words) for section, keys in sections.items() for key, words in keys.items())


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda w: (-len(w), w))
    spelt = (re.escape(w).replace(r"\ ", r"\s+").replace("'", "['’]") for w in longest_first)
    return re.compile(rf"(?<!\w)(?:{'|'.join(spelt)})(?!\w)", re.IGNORECASE)
