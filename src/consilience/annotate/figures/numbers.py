"""Numbers in a sentence, in digits and words, with what bounds them: where they stand and what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from consilience.lang import english_quantities as lang


class Number(NamedTuple):
    """A number on `[start, end)` of a text with its bounds; *core* is where the bare number starts, behind its bound.

    *sign* is the currency sign or code before it, *word* is true for a number without digits, *vague* for "dozens".
    """

    start: int
    end: int
    core: int
    low: float
    high: float | None
    approximate: bool
    sign: str = ""
    word: bool = False
    vague: bool = False


def _alternatives(words: Iterator[str] | Sequence[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=lambda w: (-len(w), w)))


_SCALE = rf"(?:{_alternatives([w for w in lang.SCALES if len(w) > 2])})"
_WORD = rf"(?:{_alternatives([*lang.SMALL_NUMBERS, *lang.TENS])})"
_SIGNS = _alternatives([*lang.CURRENCY_PREFIXES, *lang.CURRENCY_SIGNS])
_CURRENCY = rf"(?:{_SIGNS}|(?:{_alternatives(sorted(lang.CURRENCY_CODES))})\s)"
_NUMBER = re.compile(
    rf"""(?P<sign>{_CURRENCY})?\s?
    (?P<digits>(?<![\w.])\d{{1,3}}(?:[,.\u00a0\u202f']\d{{3}})+(?![\d])(?:\.\d+)?|(?<![\w.,])\d+(?:[.,]\d+)?)
        (?:[\s-]?(?P<scale>{_SCALE}s?\b(?!\s+of\s+thousands)|(?:bn|mn|tn|m|k)\b(?!/)))?
    |\b(?P<vague>{_alternatives(list(lang.VAGUE))})\b
    |\b(?P<half>half\s+an?\s+(?={_SCALE}))?
     (?P<words>{_WORD}(?:[\s-](?:(?:(?<=hundred\s)|(?<=thousand\s)|(?<=million\s))and\s+)?(?:{_WORD}|{_SCALE})\b)*|an?\s+{_SCALE}|(?<=an\s){_SCALE}|(?<=a\s){_SCALE})\b""",
    re.VERBOSE | re.IGNORECASE,
)
_BEFORE = re.compile(rf"(?:\b(?P<bound>{_alternatives(list(lang.BEFORE))})|[~>])\s*(?:the\s+|a\s+)?$", re.IGNORECASE)
_MOVED_UP = re.compile(rf"\b(?:{_alternatives(lang.MOVED_UP)})\s+$", re.IGNORECASE)
_AFTER = re.compile(rf"\+|,?[\s-](?P<bound>{_alternatives(list(lang.AFTER))})\b", re.IGNORECASE)
_TO = re.compile(r"\s*(?:-|–|—|to)\s*", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)


def numbers_in(text: str, start: int, end: int) -> list[Number]:
    """Return the numbers of `text[start:end]`, in order, with the words that bound them; ranges are one number."""
    bare = [n for m in _NUMBER.finditer(text, start, end) if (n := _read(m))]
    joined: list[Number] = []
    for number in bare:
        last = joined[-1] if joined else None
        joined_range = _range(text, start, last, number) if last else None
        if joined_range:
            joined[-1] = joined_range
        else:
            joined.append(number)
    return [_bounded(text, start, end, n) for n in joined]


def _read(m: re.Match[str]) -> Number | None:
    start = m.start("sign") if m["sign"] else _first(m)
    sign = (m["sign"] or "").strip()
    if m["digits"]:
        value = digits_value(m["digits"]) * _scale(m["scale"])
        return Number(start, m.end(), m.start("digits"), value, value, False, sign)
    if m["vague"]:
        low, high = lang.VAGUE[re.sub(r"\s+", " ", m["vague"].casefold())]
        return Number(start, m.end(), start, low, high, high is None or low < high, word=True, vague=True)
    half = 0.5 if m["half"] else 1.0
    value = spelled_value(m["words"])
    return Number(start, m.end(), start, value * half, value * half, False, word=True)


def _first(m: re.Match[str]) -> int:
    return min(m.start(group) for group in ("digits", "vague", "half", "words") if m[group])


def digits_value(digits: str) -> float:
    """Return 12000 for "12,000", "12.000" and "12'000", 1.5 for "1.5" and "1,5"."""
    plain = re.sub(r"(?<=\d)[,.\u00a0\u202f'](?=\d{3}(?!\d))", "", digits)
    whole, _, part = plain.replace(",", ".").partition(".")
    return float(f"{whole[:15]}.{part.replace('.', '')[:9] or 0}")


def _scale(word: str | None) -> float:
    if not word:
        return 1.0
    lower = word.casefold()
    return float(lang.SCALES.get(lower) or lang.SCALES.get(lower.removesuffix("s"), 1))


def spelled_value(words: str) -> float:
    """Return the value of English number words: "two hundred and six thousand", "a dozen", "forty-one"."""
    total = current = 0.0
    for word in re.split(r"[\s-]+", words.casefold()):
        scale = lang.SCALES.get(word)
        if scale is None:
            current += lang.SMALL_NUMBERS.get(word) or lang.TENS.get(word, 0)
        elif scale in {12, 100}:
            current = (current or 1) * scale
        else:
            total, current = total + (current or 1) * scale, 0.0
    return total + current


def _range(text: str, start: int, a: Number, b: Number) -> Number | None:
    """Return "20 to 30", "164-225", "between 300 and 400" as one number."""
    between = text[a.end : b.start]
    if a.high is None or b.high is None or a.low >= b.low or a.vague or b.vague or a.low != a.high:
        return None
    spoken = (
        _BETWEEN.search(text, max(start, a.start - 12), a.start) is not None and between.strip().casefold() == "and"
    )
    if not spoken and (not _TO.fullmatch(between) or _is_change(text, start, a.start)):
        return None
    first = a.start - len("between ") if spoken else a.start
    scale = b.low / a.low if a.low else 0
    low = a.low * 10 ** (len(str(int(b.low))) - len(str(int(a.low)))) if scale >= 10_000 else a.low
    return Number(max(first, start), b.end, a.core, low, b.high, True, a.sign or b.sign, a.word)


def _is_change(text: str, start: int, at: int) -> bool:
    """Say whether "from 60 to 120" tells two values and not a range."""
    return re.search(r"\bfrom\s+(?:a\s+|some\s+|about\s+)?$", text[max(start, at - 14) : at], re.IGNORECASE) is not None


def _bounded(text: str, start: int, end: int, n: Number) -> Number:
    before = _BEFORE.search(text[max(start, n.start - 24) : n.start])
    if before and not (before.group().startswith("up to") and _MOVED_UP.search(before.string[: before.start()])):
        kind = lang.BEFORE[re.sub(r"\s+", " ", before["bound"].casefold())] if before["bound"] else "about"
        first = n.start - (len(before.string) - before.start())
        return _apply(kind, n._replace(start=first))
    after = _AFTER.match(text, n.end, end)
    if after:
        kind = lang.AFTER[re.sub(r"\s+", " ", after["bound"].casefold())] if after["bound"] else "from"
        return _apply(kind, n._replace(end=after.end()))
    return n


def _apply(kind: str, n: Number) -> Number:
    if kind in {"from", "above"}:
        return n._replace(high=None)
    if kind in {"to", "below"}:
        return n._replace(low=0.0, high=n.high if n.high is not None else n.low)
    return n._replace(approximate=True)
