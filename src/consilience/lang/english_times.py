"""The English words of time, as plain data."""

from __future__ import annotations

from typing import Final

#: Full names, and the abbreviations that are written with or without a point before a number.
MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
#: Months whose name is another word too: without a day or year beside them they need a preposition of time before.
DOUBTFUL_MONTHS: Final = frozenset(
    {"may", "march", "april", "june", "august", "mar", "jan", "dec", "sep", "jun", "apr"}
)

WEEKDAYS: Final = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thur thurs", "friday fri", "saturday sat",
         "sunday sun")
    )
    for name in names.split()
}  # fmt: skip
#: Weekdays in names: "Black Friday", "Bloody Sunday"; "the Sunday Times".
BEFORE_NAMED_WEEKDAYS: Final = frozenset(
    "black bloody good palm ash cyber super holy easter shrove whit giving".split()
)
AFTER_NAMED_WEEKDAYS: Final = frozenset("times telegraph mail mirror express club group agreement school".split())

UNITS: Final = {
    "day": "day", "days": "day", "week": "week", "weeks": "week", "month": "month", "months": "month", "year": "year",
    "years": "year", "decade": "decade", "decades": "decade", "century": "century", "centuries": "century",
    "hour": "hour", "hours": "hour", "minute": "minute", "minutes": "minute", "fortnight": "week",
    "fortnights": "week",
}  # fmt: skip
#: How many of its unit a word stands for, where that is not one.
UNIT_FACTORS: Final = {"fortnight": 2, "fortnights": 2}
SEASONS: Final = {"spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter"}
#: Parts of the day by their TIMEX3 code.
PARTS_OF_DAY: Final = {
    "morning": "MO", "dawn": "MO", "daybreak": "MO", "sunrise": "MO", "noon": "12:00", "midday": "MI",
    "afternoon": "AF", "evening": "EV", "dusk": "EV", "sunset": "EV", "night": "NI", "midnight": "00:00",
}  # fmt: skip
#: Parts of the day that are a moment, said with "at", "before", "after" and no article.
MOMENTS: Final = frozenset({"dawn", "daybreak", "sunrise", "noon", "midday", "dusk", "sunset", "midnight"})

#: Days counted from the day of the report, with the part of the day they imply.
NEAR_DAYS: Final = {"today": (0, None), "yesterday": (-1, None), "tomorrow": (1, None), "tonight": (0, "NI")}

DECADES: Final = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip

NUMBERS: Final = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
} | {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "hundred": 100,
}  # fmt: skip
ORDINALS: Final = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
} | {"final": 4}

#: The class of each remaining word of the grammar (`annotate/times/grammar.py`): one letter a word.
CLASSES: Final = {
    word: letter
    for letter, words in {
        "a": "a an", "g": "few several couple", "d": "the", "t": "this", "j": "that", "J": "same", "l": "last past",
        "v": "previous preceding prior", "x": "next coming upcoming", "f": "following", "A": "ago", "E": "earlier",
        "L": "later", "b": "before", "z": "after", "r": "early", "R": "mid", "Q": "late",
        "H": "end start beginning middle",
        "h": "half", "O": "of", "i": "in on at during by for within over throughout around about", "F": "from",
        "B": "between", "&": "and", ">": "to until till through", "S": "since", "k": "weekend weekends", "q": "quarter",
        "G": "overnight", "P": "am pm", "Z": "gmt utc cet cest est edt bst ist", "V": "recently recent",
        "I": "period time", "W": "annual", "e": "local",
    }.items()
    for word in words.split()
}  # fmt: skip
#: Words of no day that TIMEX3 still marks, and where they point.
VAGUE_REFERENCES: Final = {"recently": "past", "recent": "past"}
#: What "the end of" and its like narrow a period to; "early" and its like narrow loosely.
PARTS: Final = {
    "start": "start", "beginning": "start", "middle": "middle", "end": "end", "early": "start", "mid": "middle",
    "late": "end",
}  # fmt: skip

#: Prepositions of time: after one of them a bare year, month or season is a time.
TIME_PREPOSITIONS: Final = frozenset(
    "in on at during by since from to until till through of before after between late early mid last next this "
    "for around back throughout circa".split()
)
#: "Over the next week" touches the report's day; "the next week" follows what was told last.
ROLLING_PREPOSITIONS: Final = frozenset("in over within for during throughout".split())
#: "Ten days after the vote", "three days since it": what days are counted from lies so before, or behind.
COUNTED_FROM: Final = {"after": 1, "since": 1, "following": 1, "follow": 1, "from": 1, "before": -1}
#: "In the evening", not "the big hit of the evening".
PART_OF_DAY_PREPOSITIONS: Final = frozenset("in during into through throughout late until since early".split())

#: Words before a number that make it no year.
NOT_BEFORE_YEARS: Final = frozenset(
    "some about nearly almost over than least most roughly approximately route no number flight boeing highway "
    "law resolution article statement room us up around another only hangar pier version type model".split()
)
#: Words after a number that make it a quantity and no year, and how such words end: "1709 schoolchildren".
NOT_AFTER_YEARS: Final = frozenset(
    "people percent per tonnes tons km kilometres kilometers miles metres meters troops soldiers men women "
    "children police officers dollars euros jobs workers employees homes houses barrels votes seats protesters "
    "feet acres members residents pounds hours gmt utc civilians refugees families students fans passengers "
    "planes or".split()
)
COUNTED_ENDINGS: Final = ("children", "people", "women", "workers", "officers", "soldiers", "protesters")

#: "Called a meeting for Monday": ahead of the call, whatever its tense.
APPOINTING_PREPOSITIONS: Final = frozenset({"for"})

#: Before a date that ends something: it may be ahead, whatever the tense of the verb.
DEADLINES: Final = frozenset({"by"})
#: A verb group around one of these points to the future.
FUTURE_SIGNALS: Final = frozenset(
    "will shall should may 'll ll would slated scheduled due expected expects planned plans plan planning hopes "
    "intends set upcoming forthcoming tomorrow deadline ahead aims prepares preparing anticipated projected "
    "poised until till coming next".split()
)
#: The present tense of what is on the programme: "Voting begins on Sunday".
PROGRAMME_VERBS: Final = frozenset(
    "begins begin starts start opens open reopens resumes resume meets meet takes votes arrives ends expires goes travels "
    "visits returns leaves convenes decides comes faces flies".split()
)
#: Words that make a programme's verb a noun: "a bright start".
ARTICLES: Final = frozenset("a an the this that its his her their our my your no".split())
#: "by Friday", "until October": what is still to come, unless a verb of the past says otherwise.
FUTURE_PREPOSITIONS: Final = frozenset({"by", "until", "till", "through"})
PAST_SIGNALS: Final = frozenset(
    "was were had did said told saw went came took gave made met held left became began got found knew thought "
    "felt ran fell rose won lost led broke brought built bought caught chose drew drove fought flew hit kept laid "
    "lay paid put read rode sang sat sent shot shut sold spoke spent stood stole struck swore taught "
    "threw wore wrote has have since ago arose hung heard killed".split()
)
#: -ed forms after these are no past tense: "to be signed".
PASSIVE_AUXILIARIES: Final = frozenset({"be", "been", "being", "is", "are", "get"})
NOT_PAST_IN_ED: Final = frozenset(
    "need united speed indeed breed feed seed bed red hundred wed shed exceed proceed succeed alleged armed "
    "unlimited wounded injured killed so-called proposed planned expected scheduled slated limited".split()
)
