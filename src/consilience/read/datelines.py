"""The dateline before a report's first words: place, day and agency."""

from __future__ import annotations

import re
from functools import cache

from consilience.lang.english_times import MONTHS

#: A dateline is at most this long, in characters.
LONGEST = 110


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    months = "|".join(sorted(MONTHS, key=len, reverse=True))
    months = rf"(?i:{months})\b\.?"
    day = rf"(?:{months}\s+\d{{1,2}}|\d{{1,2}}\s+{months})(?:,?\s+\d{{4}})?"
    capitals = r"[^\W\d_a-zß-öø-ÿ][^\W\d_a-zß-öø-ÿ'’.]+(?:[\s/-][^\W\d_a-zß-öø-ÿ][^\W\d_a-zß-öø-ÿ'’.]*)*"
    place = r"[^\W\d_][\w'’.]*(?:[\s/-][^\W\d_][\w'’.]*){0,3}"
    agency = r"\((?P<agency>[^()]{2,30})\)"
    bare_agency = r"[A-Z][\w.]{1,14}"
    dash = r"\s*(?:--|[-–—])\s*"
    return (
        # CITY, Country, Mar 9 (AGENCY) -   |   CITY - | CITY, Mar 9 AGENCY -
        re.compile(
            rf"(?:{capitals})(?:\.?,?\s+{place})?(?:[.,]?\s+{day})?[.,]?\s*(?:{agency}|,\s*{bare_agency})?[.,]?{dash}(?=\S)"
        ),
        # City, Country, Mar 9 (AGENCY) -
        re.compile(rf"{place}(?:,\s+{place})?(?:[.,]?\s+{day})?[.,]?\s*{agency}{dash}(?=\S)"),
        re.compile(rf"{place}(?:,\s+{place})?[.,]?\s+{day}[.,]?\s*{agency}?{dash}(?=\S)"),
        # (AGENCY) -   |   Mar 9 (AGENCY) -
        re.compile(rf"(?:{day}[.,]?\s*)?{agency}{dash}(?=\S)"),
        # CITY, Mar 9. /AGENCY/.
        re.compile(
            rf"{capitals}(?:[.,]?\s+{place})?[.,]?\s+{day}[.,]?\s*/(?P<slashed>[^/()]{{2,30}})/\s*[.:–—-]*\s*(?=\S)"
        ),
        # City, 7 September The ... | CITY, 7 September: The ...
        re.compile(rf"{place}(?:,\s+{place})?,\s+{day}(?:\s*{agency})?[.:]?\s+(?=[A-Z\"“«])"),
    )


def dateline_end(text: str) -> int:
    """Return where the dateline that *text* opens with ends, its dash left out of the report; 0 if there is none."""
    opening = text[: LONGEST + 1]
    for pattern in _patterns():
        match = pattern.match(opening)
        if match and match.end() <= LONGEST:
            return match.end()
    return 0


def dateline_agency(dateline: str) -> str | None:
    """Return who is named in brackets or between slashes in a dateline: "(KNA)", "/KNA/"."""
    match = re.search(r"[(/]([^()/\d]{2,30})[)/]", dateline)
    return match[1].strip() if match else None
