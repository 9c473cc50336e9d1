"""The English words by which reports take back, set right, narrow down and rule out, as plain data. Written here; CC0-1.0.

The entries are patterns of whole words, unless they say that they are beginnings.
"""

from __future__ import annotations

from typing import Final

from consilience.lang.english_quantities import MOVED

#: "Withdrew its earlier report that": verbs, determiners, nouns.
TAKING_BACK: Final = (
    "withdr[ae]w(?:n|s)?", "retract(?:ed|s)?", "denie[sd]", "den(?:y|ying)", "took back", "corrected",
)  # fmt: skip
WHOSE_REPORT: Final = ("its", "the", "a", "their", "his", "her", "that", r"an?\s+earlier")
REPORTS: Final = ("reports?", "claims?", "stor(?:y|ies)", "news")
#: "No casualties", "nobody was hurt", and what makes it one of a time: "no deaths since Monday"; beginnings of harm.
CASUALTIES: Final = ("deaths", "casualties", "fatalities", "injuries")
HARMED: Final = ("killed", "hurt", "injured", "wounded")
SINCE_THEN: Final = ("since", "after", "today")
WOUNDS: Final = ("injur", "hurt", "wound")
#: A count says what it includes or leaves out; beginnings.
INCLUDING: Final = ("includ", "exclud", "without", "not counting", "counts? also", "among them", "except")
#: The smaller count is of one hospital or town: where people are taken, and the places.
TAKEN: Final = ("brought", "taken", "admitted", "treated", "died")
WHICH_PLACE: Final = ("the", "this", "that", "one", "my", "our", "his", "her", "its", "their")
ALONE: Final = ("alone",)
ONE_PLACE: Final = ("city", "town", "village", "district", "hospital", "province", "camp")
#: Before the value that another is set against.
IN_PLACE_OF: Final = ("not", "rather than", "instead of", "against", "(?:earlier|previous|first|initial) reports?")
#: Before a count that another took the place of: "raising an earlier toll of 17", "up from 17".
EARLIER: Final = (
    r"(?:earlier|previous|former|initial|prior)\s+(?:death\s+)?(?:toll|count|figure|number|tally|estimate)s?\s+of",
    rf"(?:{'|'.join(MOVED)})\s+from",
)
#: Before a list that is all of a whole: "The crew are", "made up of", "By nationality:".
MADE_UP_OF: Final = (
    "are", "were", "is", "was", "comprises?", "comprised", "consist(?:s|ed)? of", "made up of", "composed of",
)  # fmt: skip
#: "The blast was not an accident": the verb, denials, and what may stand before the noun.
IS: Final = ("is", "was", "are", "were", "had been", "has been", "be")
NO: Final = ("not", "never", "no")
BEFORE_CHARACTER: Final = ("an?", "the", "pure", "simply", "just", "state", "another")
POINTING: Final = ("the", "this", "that", "his", "her", "its", "their")
CAPITAL: Final = "capital"
