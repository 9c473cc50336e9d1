"""Numbers that are no quantity: dates, ages, clock times, labels, list numbers, telephone numbers, turns of phrase."""

from __future__ import annotations

import re
from collections.abc import Sequence

from consilience.annotate.figures.fates import is_witness
from consilience.annotate.figures.numbers import Number
from consilience.annotate.figures.phrase import Phrase
from consilience.annotate.figures.places import token_over
from consilience.annotate.tokens import Tokens
from consilience.lang import english_quantities as lang
from consilience.model import TimeMention

_AGE_BEFORE = re.compile(r"(?:\baged?\s|\bage\s+of\s|\bturn(?:ed|s|ing)?\s|\bat\sthe\sage\sof\s)$", re.IGNORECASE)
_AGE_AFTER = re.compile(r"[\s-]?years?[\s-](?:old|olds)\b|[\s-]?(?:month|day|week)s?[\s-]old\b", re.IGNORECASE)
_APPOSED = re.compile(r"\s*(?:,|\)|\.\s*$|$)")
_NAME_BEFORE = re.compile(r"[A-ZÀ-ÞŠ-Ž][^\W\d_]*['’]?(?:,\s|\s\()$")
_CLOCK_AFTER = re.compile(
    r":\d|\s*o['’]clock\b|\s+in\s+the\s+(?:morning|afternoon|evening)\b|\s?[ap]\.?m\b", re.IGNORECASE
)
_CLOCK_BEFORE = re.compile(r"(?:\d:|\b(?:half|quarter)\s+(?:past|to)\s+)$", re.IGNORECASE)
_PASSING = re.compile(r"\s+(?:after|before|from|ago|later|earlier|older|younger|into|away|since)\b|\s+in\s+[A-Z]")
_COMPOUND = re.compile(r"[-‑](?!strong\b)[A-Za-z]")
_NAME = r"(?:[A-ZÀ-ÞŠ-Ž][\w'’-]*)"
_NAME_RIGHT_BEFORE = re.compile(rf"(?<![.:;|]\s){_NAME}\s$")
_LIST_BEFORE = re.compile(rf"(?:[,:;|]|\band)\s+(?:the\s+)?(?:{_NAME}\s+){{1,4}}$")
_LIST_AFTER = re.compile(r"\s*(?:[,;]|and\b)\s+(?:the\s+|and\s+)?[A-ZÀ-ÞŠ-Ž]")
_VOTE = re.compile(r"\bvot(?:e|ed|es|ing)\s+(?:\d+\s*[-–]\s*)?$", re.IGNORECASE)
_ONE_IN = re.compile(r"\b(?:one\s+(?:in|out\s+of)|no|every)\s+$", re.IGNORECASE)
_YEARS_AGO = re.compile(r"\b(?:for|in|since|over|than|after|last|past)\s+(?:\w+\s+)?$", re.IGNORECASE)
_IN_PRISON = re.compile(r"\s+(?:in|behind|of)\s+(?:prison|jail|bars|custody|hard)\b", re.IGNORECASE)
_NEXT_NUMBER = re.compile(r"[\s/-]\+?\d")
_COUNTERFACTUAL = re.compile(r"\b(?:would|could|might)\s+have\b|\bif\s+.*\bhad\b", re.IGNORECASE)
_IN_TEN = re.compile(
    rf"\s+(?:in|out\s+of)\s+(?:every\s+)?(?:{'|'.join([*lang.SMALL_NUMBERS, *lang.SCALES])}|\d{{1,2}}|100)\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(r"\s+another\b", re.IGNORECASE)
_OLDEST = 110
#: So many vouch for something by name or by number; more are a crowd that says something.
_FEW = 9
#: How many characters to either side of a number are asked.
VIEW = 160


def is_quantity(tokens: Tokens, phrase: Phrase, first: int, last: int, times: Sequence[TimeMention]) -> bool:
    """Say whether a number is a quantity that its sentence, the tokens `[first, last)`, tells."""
    number, text = phrase.number, tokens.source
    start = max(tokens.starts[first], number.start - VIEW)
    end = min(tokens.ends[last - 1], number.end + VIEW)
    before, after = text[start : number.core], text[number.end : end]
    if any(t.start < number.end and number.core < t.end and not _may_be_counted(t, phrase) for t in times):
        return False
    return not (
        _is_age(tokens, phrase, before, after)
        or _is_clock(before, after)
        or _is_passing_time(phrase, before, text[phrase.end : end])
        or _is_label(tokens, phrase, before)
        or _is_designation(tokens, phrase, text[start : phrase.start], after)
        or _is_code(number, text, start, end)
        or (phrase.sort != "duration" and _COMPOUND.match(after) is not None)
        or _is_named(tokens, phrase)
        or _is_list_number(number, before, after)
        or _is_idle(tokens, phrase, before)
        or _ANOTHER.match(after) is not None
        or _is_ratio(phrase, after)
        or _tells_who_says(tokens, phrase)
        or _is_spoken_wildly(phrase, text, start)
        or _COUNTERFACTUAL.search(text[start : min(end, number.end + 60)]) is not None
    )


def _may_be_counted(time: TimeMention, phrase: Phrase) -> bool:
    e = time.expression
    lasting = e.duration or (e.count is not None and e.direction == "future")
    return lasting and phrase.sort == "duration"


def _is_clock(before: str, after: str) -> bool:
    return _CLOCK_AFTER.match(after) is not None or _CLOCK_BEFORE.search(before) is not None


def _is_passing_time(phrase: Phrase, before: str, after: str) -> bool:
    """Say whether a length of time only places something: "three days after", "for 30 years"."""
    if phrase.sort != "duration":
        return False
    vague_years = phrase.unit in {"years", "decades"} and _YEARS_AGO.search(before) and not _IN_PRISON.match(after)
    return bool(vague_years) or _PASSING.match(after) is not None


def _is_age(tokens: Tokens, phrase: Phrase, before: str, after: str) -> bool:
    number = phrase.number
    if _AGE_AFTER.match(after) or _AGE_BEFORE.search(before):
        return True
    young = number.low <= _OLDEST and number.low == number.high and not number.word and phrase.sort == "elided"
    if not (young and _NAME_BEFORE.search(before) and _APPOSED.match(after)):
        return False
    # "teams from France (55)": a place in front of brackets has no age.
    name = max(token_over(tokens, number.core - 1, 0, len(tokens)) - 1, 0)
    return not (before.endswith("(") and tokens.entities[name].endswith(("GPE", "LOC", "NORP")))


def _is_label(tokens: Tokens, phrase: Phrase, before: str) -> bool:
    """Say whether the number names something: "Route 6", "No. 118", "Group of Seven"."""
    number, words = phrase.number, before.split()
    if not words:
        return False
    last = words[-1].strip("(\"“'’").casefold()
    if last in lang.LABELS and not (last in {"line", "lines", "q", "case"} and phrase.sort == "count"):
        return phrase.sort in {"elided", "count"} and not number.word
    capital = number.word and tokens.source[number.core].isupper() and len(words) > 0
    if (
        capital
        and not before.rstrip().endswith((".", ":", "“", '"', "-", "–", "—", ";", "\n"))
        and not before.isupper()
    ):
        return not tokens.source[number.start : phrase.end].isupper()
    return False


def _is_named(tokens: Tokens, phrase: Phrase) -> bool:
    """Say whether the noun is a name in the singular: "Ten Downing Street"."""
    return phrase.noun is not None and tokens.tags[phrase.noun] == "NNP" and not phrase.partitive


def _is_designation(tokens: Tokens, phrase: Phrase, before: str, after: str) -> bool:
    """Say whether a lone number follows a name: "Hill 252"; "Arda 18, Belo 7" is a list."""
    if phrase.number.word or phrase.sort != "elided" or not _NAME_RIGHT_BEFORE.search(before):
        return False
    name = max(token_over(tokens, phrase.number.core, 0, len(tokens)) - 1, 0)
    if tokens.tags[name] == "DT":  # "Another 12 are missing"
        return False
    return _LIST_BEFORE.search(before) is None and _LIST_AFTER.match(after) is None


def _is_code(number: Number, text: str, start: int, end: int) -> bool:
    """Say whether digits belong to a code, a score, a telephone number, an ordinal or a designation such as F-16."""
    digits = text[number.core : number.end]
    if number.word:
        return False
    before, after = text[max(start, number.core - 2) : number.core], text[number.end : min(end, number.end + 2)]
    if len(digits) > 1 and digits[0] == "0" and digits[1].isdigit():
        return True
    if after[:1].isalpha() and not re.match(
        r"(?:kg|km|m|mw|bn|mn|g)\b", text[number.end : number.end + 3], re.IGNORECASE
    ):
        return True
    if _VOTE.search(text[max(start, number.core - 30) : number.core]):
        return False
    if re.search(r"(?:\w[-/]|[+#/]|\d\s)$", before) or (_NEXT_NUMBER.match(after) and number.low == number.high):
        return True
    return after[:1] == "/"


def _is_list_number(number: Number, before: str, after: str) -> bool:
    return not before.strip() and not number.word and re.match(r"[.)](?:\s|$)", after) is not None


def _is_idle(tokens: Tokens, phrase: Phrase, before: str) -> bool:
    """Say whether one or two are only a way of speaking: "one of the", "the two sides", "two other words"."""
    number = phrase.number
    if number.high is None or number.low != number.high or phrase.sort not in {"count", "elided"}:
        return phrase.noun is not None and tokens.lemmas[phrase.noun] in {"time", "way"}
    noun = tokens.lower[phrase.noun] if phrase.noun is not None else ""
    if noun in {"times", "time", "fold", "degrees"}:
        return True
    if number.low <= 3 and noun in lang.IDLE_NOUNS:
        return True
    if _ONE_IN.search(before):
        return True
    definite = before.rstrip().casefold().endswith((" the", "the", " these", " those", " other"))
    return number.low <= 3 and number.word and definite and not phrase.partitive


def _is_ratio(phrase: Phrase, after: str) -> bool:
    """Say whether a number is the first of "one in four", "three out of ten"."""
    return phrase.sort == "elided" and phrase.number.low <= _FEW and _IN_TEN.match(after) is not None


def _tells_who_says(tokens: Tokens, phrase: Phrase) -> bool:
    """Say whether a few are counted as those who vouch for something, and nothing is told of them: "two aides said"."""
    few = phrase.noun is not None and phrase.unit == "persons" and phrase.number.low <= _FEW
    return few and phrase.noun is not None and is_witness(tokens, phrase.noun)


def _is_spoken_wildly(phrase: Phrase, text: str, start: int) -> bool:
    """Say whether "a thousand" stands inside a quotation, where nothing is counted."""
    words = text[phrase.number.core : phrase.number.end].casefold()
    if not re.fullmatch(r"an?\s+\w+", words) or phrase.sort not in {"count", "elided"}:
        return False
    paragraph = text[max(text.rfind("\n", 0, start) + 1, start - 400) : phrase.start]
    opened = paragraph.count("“") - paragraph.count("”")
    straight = paragraph.count('"')
    person = phrase.noun is not None and phrase.unit == "persons"
    return (opened > 0 or straight % 2 == 1) or not person
