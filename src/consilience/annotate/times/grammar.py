"""The grammar of time expressions: patterns over word classes (`words.py`), each with what it says.

Earlier rules win over later ones at the same word. A rule may refuse, then the words are no time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from consilience.annotate.times import points, shifts
from consilience.annotate.times.matching import Builder, Found, Match
from consilience.annotate.times.words import Word

#: A clock time; a number that counts units; a calendar period named or near.
CLOCK = r"(?:cP?Z?|nPZ?|YZ|nZ)(?:eI)?(?:\([cnY]P?Z?\))?"
COUNT = r"(?:(?:n|a|gO?|ag(?:O)?)(?:&ah)?)"
NEAR = r"(?:d?[lx]|t[lx]?)"
PERIOD = rf"(?:m(?:C?Y)?|d?oq(?:O(?:Y|{NEAR}u))?|Y|{NEAR}[umsq]|[dt]u|X|dX|s(?:O?Y)?|ds(?:OY)?|k|dk)"

_RULES: tuple[tuple[str, Builder], ...] = (
    (r"D", points.numeric),
    (r"[lxt](?:lm|m)", points.near_month),
    (rf"(?:wC?)?(?:m[no](?:C?Y)?|(?:d?o|n)O?m(?:C?Y)?)(?:{CLOCK})?(?:p(?!O))?(?![no]u|-u)", points.day_or_month),
    (rf"d?[lx]uOm(?:C?Y)?|[dt]?HO{PERIOD}|L{NEAR}u|ri(?:Y|{NEAR}[um])|(?<=i)u-?H(?!O)", points.part_of_near),
    (r"(?:[rRQ]-?)?m(?:O|C)?Y", points.day_or_month),
    (rf"d?[lx]{COUNT}-?u|{COUNT}xu|d[lx]u(?!O)", shifts.rolling),
    (r"d?oqO?(?:Y|d?[ltx]u)?|o-q", points.quarter),
    (r"(?:[EQr]i?)?[lxtf]w(?:p|O)?|d[xf]w(?:p)?|dw(?=[zb])|pi?w|(?:[rQE]i?)?wp?", shifts.weekday),
    (rf"(?:{CLOCK}|E|L|Q|r)?T(?:p)?(?:i?{CLOCK})?", shifts.near_day),
    (r"tp|lp", shifts.near_part),
    (rf"{COUNT}uA|uA", shifts.ago),
    (rf"{COUNT}u[EL]|u[EL]", shifts.later),
    (r"d[xfv]p(?![kquO])", shifts.following_part),
    (r"(?:dJ|tJ|jJ?)p(?![kquO])", shifts.same_part),
    (r"d[fv]u|duv|du[bz](?=[;C)]|$)|(?:a)u[bEL]|dxu|duE", shifts.following),
    (r"dJ[uI](?:lu|auA)|dJu|ju|[LE]idu", shifts.same),
    (r"t?[ltx][ukq]|tlu|ik(?=.)|dk|[ltxvf]k", shifts.near_period),
    (r"d?[rRQ]?-?o-?u", points.century),
    (r"d?[rRQ]?-?X", points.decade),
    (r"(?:[rRQ]-?)?m(?![no])", points.month),
    (rf"(?:[rRQ]-?)?{NEAR}s|d?(?:[rRQ]-?)?s(?:O?Y(?:-[Yn])?)?", points.season),
    (r"G", shifts.overnight),
    (CLOCK, shifts.clock_alone),
    (r"(?:[rRQ]-?)?Y(?!Z)", points.year),
    (rf"{COUNT}-?u|W|Vu|(?<=i)d?u", shifts.duration),
    (r"dp|(?<=i)p|(?<=b)p|(?<=z)p|(?<=>)p|(?<=F)p", shifts.moment),
    (r"V", shifts.vague_reference),
)
_GRAMMAR = re.compile("|".join(f"(?P<r{n}>{pattern})" for n, (pattern, _) in enumerate(_RULES)))


def expressions(letters: str, words: Sequence[Word]) -> Iterator[Found]:
    """Yield the time expressions of a text that is given as the classes of its words, in order, ranges still apart."""
    at = 0
    while (m := _GRAMMAR.search(letters, at)) is not None:
        found = _RULES[int((m.lastgroup or "r0")[1:])][1](Match(words, *m.span()))
        if found is not None and m.end() > m.start():
            yield Found(m.start(), m.end(), found)
            at = m.end()
        else:
            at = m.start() + 1
