"""What a number counts: the unit after it, or the noun phrase it stands in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from consilience.annotate.figures.numbers import Number
from consilience.annotate.figures.places import token_from
from consilience.annotate.tokens import Tokens
from consilience.lang import english_quantities as lang
from consilience.lang import english_times as times
from consilience.lang.english_names import role_nouns

Sort = Literal["count", "percent", "money", "measured", "duration", "share", "elided"]

_MONTHS = frozenset(month.capitalize() for month in times.MONTHS)
_DATED = frozenset({*times.UNITS, *times.MONTHS, *times.WEEKDAYS, *times.SEASONS})
#: How many words a noun phrase may run on after its number.
LONGEST_PHRASE = 7
_PERCENT = re.compile(r"\s?(?:%|per\s?cent\b|percentage\s+points?\b|pct\b)", re.IGNORECASE)
_UNIT = re.compile(r"[\s-]?(?:(?P<adjective>[A-Za-z]+)\s+)?(?P<unit>[A-Za-z]+)\b")
_WORD = re.compile(rf"[\s-]?(?:(?P<power>{'|'.join(lang.POWERS)})\s+)?(?P<unit>[A-Za-z]+)\b", re.IGNORECASE)
_PER = re.compile(r"\s+(?:a|an|per|each|every)\s+(?P<unit>[a-z]+)\b(?!\s+[a-z]+ed\b)", re.IGNORECASE)
_SLASH = re.compile(r"/(?P<unit>[a-z]+)\b")
_STRONG = re.compile(r"[ -]strong\b", re.IGNORECASE)
_ABOARD = re.compile(r"[^\S\n]+(?:on\s+board|aboard)\b", re.IGNORECASE)
_PARTITIVE = re.compile(r"[^\S\n]+of\s+(?:them|whom|these|those|which)\b", re.IGNORECASE)


class Phrase(NamedTuple):
    """A number with what it counts.

    *noun* is the head noun's token, None where it is left out; *counted* the words that describe it; *unit* its short
    form; *end* the character where the phrase ends; *per* the unit of a rate.
    """

    number: Number
    sort: Sort
    noun: int | None
    counted: str
    unit: str
    end: int
    partitive: bool = False
    per: str = ""

    @property
    def start(self) -> int:
        return self.number.start


def is_person(tokens: Tokens, n: int) -> bool:
    """Say whether the noun *n* names people: a role, a nationality in the plural, or a word for people."""
    lower, lemma = tokens.lower[n], tokens.lemmas[n]
    if lower in lang.PERSONS or lemma in lang.PERSONS or role_nouns().get(lemma) == "person":
        return True
    return tokens.tags[n] == "NNPS" and lower.endswith(("ians", "ese", "ns", "os", "is", "ans"))


def is_time(tokens: Tokens, n: int) -> bool:
    """Say whether the token *n* is the unit, month, weekday or season of a date: "coal last year"."""
    return tokens.entities[n].endswith(("DATE", "TIME")) and tokens.lower[n] in _DATED


def phrase_of(tokens: Tokens, number: Number, first: int, last: int) -> Phrase:
    """Return what *number* counts; the tokens `[first, last)` are its sentence."""
    for read in _READERS:
        found = read(tokens, number, tokens.parse.ends[last - 1])
        if found:
            return found
    return _counted(tokens, number, first, last)


def _percent(tokens: Tokens, number: Number, end: int) -> Phrase | None:
    m = _PERCENT.match(tokens.source, number.end, end)
    return Phrase(number, "percent", None, "", "percent", m.end()) if m else None


def _money(tokens: Tokens, number: Number, end: int) -> Phrase | None:
    m = _UNIT.match(tokens.source, number.end, end)
    unit, stop = "", number.end
    if m:
        adjective, noun = (m["adjective"] or "").casefold(), m["unit"].casefold()
        if noun in lang.CURRENCIES and (not adjective or tokens.source[m.start("adjective")].isupper()):
            unit, stop = lang.MONEY_ADJECTIVES.get((adjective, noun), lang.CURRENCIES[noun]), m.end()
            unit = f"{m['adjective']} {noun}" if adjective and (adjective, noun) not in lang.MONEY_ADJECTIVES else unit
        elif adjective in lang.CURRENCIES:
            unit, stop = lang.CURRENCIES[adjective], m.end("adjective")
    if number.sign:
        unit = lang.CURRENCY_PREFIXES.get(number.sign) or lang.CURRENCY_SIGNS.get(number.sign) or number.sign
        stop = number.end
    if not unit:
        return None
    per = _PER.match(tokens.source, stop, end)
    return Phrase(number, "money", None, "", unit, per.end() if per else stop, per=per["unit"] if per else "")


def _measured(tokens: Tokens, number: Number, end: int) -> Phrase | None:
    m = _WORD.match(tokens.source, number.end, end)
    word = m["unit"].casefold() if m else ""
    if m is None or (word not in lang.UNITS and word not in lang.DURATIONS):
        return None
    if word in lang.DURATIONS:
        return _duration(number, lang.DURATIONS[word], m.end())
    counted, stop = _substance(tokens, m.end(), end)
    per = _PER.match(tokens.source, stop, end) or _SLASH.match(tokens.source, stop, end)
    unit = lang.UNITS[word]
    if m["power"]:
        unit = f"{m['power'].casefold()} {lang.WRITTEN_OUT.get(unit, unit)}"
    return Phrase(
        number, "measured", None, counted, unit, stop, per=lang.PER.get(per["unit"], per["unit"]) if per else ""
    )


def _substance(tokens: Tokens, at: int, end: int) -> tuple[str, int]:
    """Return what is measured, "flour" in "18 tonnes of flour", and the character where it ends."""
    last = token_from(tokens, end, 0, len(tokens))
    of = token_from(tokens, at, 0, last)
    if of >= last or tokens.lower[of] != "of":
        return "", at
    first = of + 1 + (of + 1 < last and tokens.tags[of + 1] == "DT")
    stop = first
    while stop < min(first + 3, last) and tokens.tags[stop][:2] in {"JJ", "NN"} and not is_time(tokens, stop):
        stop += 1
    while stop > first and stop < last and is_time(tokens, stop) and tokens.tags[stop - 1].startswith("JJ"):
        stop -= 1
    return (tokens.text(first, stop), tokens.ends[stop - 1]) if stop > first else ("", at)


def _duration(number: Number, unit: str, end: int) -> Phrase:
    """Return a length of time; weeks are told in days, so that "two weeks" and "14 days" are one value."""
    if unit != "weeks":
        return Phrase(number, "duration", None, "", unit, end)
    high = None if number.high is None else number.high * 7
    return Phrase(number._replace(low=number.low * 7, high=high), "duration", None, "", "days", end)


_READERS: tuple[Callable[[Tokens, Number, int], Phrase | None], ...] = (_percent, _money, _measured)


def _counted(tokens: Tokens, number: Number, first: int, last: int) -> Phrase:
    if _PARTITIVE.match(tokens.source, number.end):
        m = _PARTITIVE.match(tokens.source, number.end)
        return Phrase(number, "elided", None, "", "", m.end() if m else number.end, partitive=True)
    for pattern, counted in ((_ABOARD, "people on board"), (_STRONG, "strength")):
        m = pattern.match(tokens.source, number.end)
        if m:
            return Phrase(number, "count", None, counted, "persons", m.end())
    after = token_from(tokens, number.end, first, last)
    if after < last and tokens.lower[after] == "of" and number.vague:
        after += 1
    elif after < last and tokens.lower[after] == "of":
        return _part_of_noun(tokens, number, after, last)
    noun = _head_noun(tokens, after, last)
    if noun is None:
        return Phrase(number, "elided", None, "", "", number.end)
    end = _with_complement(tokens, noun, last)
    while after < noun and tokens.lower[after] in {"more", "additional", "further", "other"}:
        after += 1
    counted = tokens.text(after, end).strip()
    unit = "persons" if is_person(tokens, noun) else tokens.lower[noun]
    return Phrase(number, "count", noun, counted, unit, tokens.ends[noun])


def _part_of_noun(tokens: Tokens, number: Number, of: int, last: int) -> Phrase:
    """Return "seven of the nine judges", "42 of its party agents" with the noun behind "of"."""
    noun = _plural_after(tokens, of, last)
    if noun is None:
        return Phrase(number, "elided", None, "", "", number.end)
    words = [n for n in range(of + 1, noun + 1) if tokens.tags[n] not in {"DT", "CD", "PRP$"}]
    counted = " ".join(tokens.words[n] for n in words)
    unit = "persons" if is_person(tokens, noun) else tokens.lower[noun]
    return Phrase(number, "count", noun, counted, unit, tokens.ends[noun], partitive=True)


def _plural_after(tokens: Tokens, of: int, last: int) -> int | None:
    """Return the plural, or the dead and the wounded, behind "of the"."""
    for n in range(of + 1, min(of + LONGEST_PHRASE, last)):
        if tokens.tags[n] in {"NNS", "NNPS"} or (
            tokens.lower[n] in lang.PERSONS and tokens.tags[n] in {"JJ", "NN", "VBN"}
        ):
            return n
        if tokens.tags[n] not in {"DT", "PRP$", "CD", "JJ", "JJR", "NN", "NNP", "POS", "HYPH", "VBN"}:
            return None
    return None


def _head_noun(tokens: Tokens, after: int, last: int) -> int | None:
    """Return the last noun of the run of adjectives, participles and nouns after the number."""
    best = None
    for n in range(after, min(after + LONGEST_PHRASE, last)):
        tag, lower = tokens.tags[n], tokens.lower[n]
        if lower in times.NEAR_DAYS or lower in times.WEEKDAYS or (n > after and tokens.words[n] in _MONTHS):
            break
        if tag.startswith("NN") and lower not in {"percent", "cent"}:
            if best is not None and (tag.startswith("NNP") and not tokens.tags[best].startswith("NNP")):
                break
            best = n
            if tag in {"NNS", "NNPS"} and not (n + 1 < last and tokens.tags[n + 1] in {"NN", "NNS"}):
                break
        elif (
            tag in {"CC", ","}
            and best is None
            and n > after
            and n + 1 < last
            and tokens.tags[n + 1][:2] in {"JJ", "NN"}
        ) or (tag == "CC" and best is not None and _shares_noun(tokens, n, last)):
            continue
        elif (
            tag not in {"JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "POS", "DT"}
            or (tag == "DT" and lower != "other")
            or _is_elided_participle(tokens, n, last)
        ):
            break
    return best


def _shares_noun(tokens: Tokens, conjunction: int, last: int) -> bool:
    """Say whether "law enforcement and military personnel" goes on: a singular noun before, a plural to come."""
    before = tokens.tags[conjunction - 1]
    ahead = tokens.tags[conjunction + 1 : min(conjunction + 4, last)]
    run = next((i for i, t in enumerate(ahead) if t[:2] not in {"JJ", "NN"}), len(ahead))
    return before in {"NN", "JJ"} and run >= 2 and ahead[run - 1] == "NNS"


def _is_elided_participle(tokens: Tokens, n: int, last: int) -> bool:
    """Say whether "353 wounded" ends here: a word of harm with no noun behind it."""
    if tokens.lemmas[n] not in lang.MEASURES and tokens.lower[n] not in lang.MEASURES:
        return False
    return n + 1 >= last or tokens.tags[n + 1][:2] not in {"NN", "JJ"}


def _with_complement(tokens: Tokens, noun: int, last: int) -> int:
    """Return the token after the noun and a following "of ..." or "on board" without a number in it."""
    end = noun + 1
    if end < last and tokens.lower[end] == "of":
        stop = end + 1
        while stop < min(end + 5, last) and tokens.tags[stop] in {"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP$"}:
            stop += 1
        return stop if stop > end + 1 else end
    if end + 1 < last and (tokens.lower[end], tokens.lower[end + 1]) == ("on", "board"):
        return end + 2
    return end


def single_casualties(tokens: Tokens, first: int, last: int) -> Iterator[Phrase]:
    """Yield "a child" where the child was killed, wounded, detained or has died: there "a" counts one."""
    for n in range(first, last - 1):
        if tokens.lower[n] not in {"a", "an"} or tokens.relations[n] != "det":
            continue
        noun, verb = tokens.heads[n], tokens.heads[tokens.heads[n]]
        undergoes = tokens.relations[noun] in {"nsubjpass", "dobj"} and tokens.lemmas[verb] in lang.DONE_TO_PEOPLE
        dies = tokens.relations[noun] == "nsubj" and tokens.lemmas[verb] == "die"
        if n < noun < last and (undergoes or dies) and is_person(tokens, noun) and tokens.tags[noun] == "NN":
            number = Number(tokens.starts[n], tokens.ends[n], tokens.starts[n], 1.0, 1.0, approximate=False, word=True)
            yield Phrase(number, "count", noun, tokens.text(n + 1, noun + 1), "persons", tokens.ends[noun])
