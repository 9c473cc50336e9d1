"""The language of a report: plain English by its function words, any other by a detector.

The detector is py3langid (Lui and Baldwin 2012, "langid.py: An Off-the-shelf Language Identification Tool"): BSD-3, 97
languages and more in 5 MB, the same answer every time. It takes .6 s and 100 MB to load, so it is loaded for the first
report that is not plainly English, and not at all for a pile that is.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Protocol

from consilience.lang.english_function_words import FUNCTION_WORDS
from consilience.lang.languages import UNKNOWN

#: How much of a text is looked at, in characters.
LOOKED_AT = 4_000
#: Of the words of English news two in five are function words; of another language's hardly one in ten is in the list.
PLAINLY_ENGLISH = 0.25
#: Fewer words tell nothing by their share.
FEW_WORDS = 8
#: The detector's probability from which it is believed. Of single words and lists of names it gives far less.
SURE = 0.5


class _Detector(Protocol):
    def classify(self, text: str) -> tuple[str, float]:
        """Return the ISO 639 code of the likeliest language, and how likely it is."""
        ...


def detect_language(text: str) -> str:
    """Return the ISO 639-1 code of the language of *text*, "und" where it cannot be told: too short, or only names."""
    opening = text[:LOOKED_AT]
    words = re.findall(r"[^\W\d_]+", opening.casefold())
    if len(words) >= FEW_WORDS and sum(word in FUNCTION_WORDS for word in words) >= PLAINLY_ENGLISH * len(words):
        return "en"
    language, probability = _detector().classify(opening)
    return language if probability >= SURE else UNKNOWN


@cache
def _detector() -> _Detector:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    detector = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    # Without the varieties that have no code of two letters: Wu shares the votes for Chinese.
    detector.set_languages([code for code in detector.labels if len(code) == 2])
    found: _Detector = detector
    return found
