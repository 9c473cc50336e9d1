"""The English words of quantity, as plain data. Written for this project; CC0-1.0."""

from __future__ import annotations

from typing import Final

SMALL_NUMBERS: Final = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS: Final = {
    word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
SCALES: Final = {
    "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000,
    "lakh": 100_000, "crore": 10_000_000, "dozen": 12, "mn": 1_000_000, "bn": 1_000_000_000, "tn": 1_000_000_000_000,
    "m": 1_000_000, "k": 1_000,
}  # fmt: skip

#: Plurals and phrases with no number: lowest and highest value that they are taken to say; None is open.
VAGUE: Final[dict[str, tuple[float, float | None]]] = {
    "a few dozen": (24, 60), "several dozen": (24, 100), "a few hundred": (200, 900), "several hundred": (200, 999),
    "a few thousand": (2_000, 9_000), "several thousand": (2_000, 9_999), "many thousands": (2_000, None),
    "tens of thousands": (20_000, None), "hundreds of thousands": (200_000, None), "dozens": (24, None),
    "scores": (40, None), "hundreds": (200, None), "thousands": (2_000, None), "millions": (2_000_000, None),
    "several million": (2_000_000, 9_999_999), "a handful": (3, 9), "a couple": (2, 2), "a few": (3, 9),
    "several": (3, 9), "tens": (20, None),
}  # fmt: skip

#: What stands before a number and bounds it.
BEFORE: Final = {
    "at least": "from", "no fewer than": "from", "not fewer than": "from", "no less than": "from",
    "not less than": "from", "a minimum of": "from", "upwards of": "from", "more than": "above", "over": "above",
    "above": "above", "well over": "above", "just over": "above", "in excess of": "above", "exceeding": "above",
    "up to": "to", "as many as": "to", "as much as": "to", "at most": "to", "no more than": "to",
    "not more than": "to", "a maximum of": "to", "fewer than": "below", "less than": "below", "under": "below",
    "below": "below", "within": "to", "just under": "about", "nearly": "about", "almost": "about", "close to": "about",
    "about": "about", "around": "about", "some": "about", "roughly": "about", "approximately": "about",
    "an estimated": "about", "estimated": "about", "circa": "about", "or so": "about", "perhaps": "about",
}  # fmt: skip
#: What stands after a number and bounds it.
AFTER: Final = {
    "or more": "from", "and more": "from", "and counting": "from", "at least": "from", "or so": "about",
    "or fewer": "to", "or less": "to", "at most": "to", "plus": "from",
}  # fmt: skip

#: Before "up to", these say where a value moved and bound nothing: "revised up to 33".
MOVED_UP: Final = (
    "revised", "corrected", "adjusted", "updated", "went", "goes", "going", "gone", "came", "comes", "climbed", "moved",
    "brought", "shot", "jumped",
)  # fmt: skip

CURRENCY_SIGNS: Final = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₸": "KZT", "₺": "TRY"}
CURRENCY_PREFIXES: Final = {"US$": "USD", "A$": "AUD", "C$": "CAD", "NZ$": "NZD", "HK$": "HKD", "R$": "BRL"}
CURRENCY_CODES: Final = frozenset("USD EUR GBP JPY CHF CNY RUB INR TRY KZT UAH PLN SEK NOK DKK CAD AUD".split())
#: Names of currencies, with the code where the name alone tells it.
CURRENCIES: Final = {
    "dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR", "pound": "GBP", "pounds": "GBP", "yen": "JPY",
    "yuan": "CNY", "rouble": "RUB", "roubles": "RUB", "ruble": "RUB", "rubles": "RUB", "tenge": "KZT", "lira": "TRY",
    "hryvnia": "UAH", "hryvnias": "UAH", "zloty": "PLN", "zlotys": "PLN", "cents": "cents", "francs": "francs",
    "franc": "francs", "rupees": "rupees", "rupee": "rupees", "pesos": "pesos", "peso": "pesos", "dinars": "dinars",
    "dinar": "dinars", "reais": "BRL", "rand": "ZAR", "krona": "krona", "kronor": "kronor", "kroner": "kroner",
    "riyals": "riyals", "dirhams": "dirhams", "shillings": "shillings", "naira": "NGN", "won": "KRW", "baht": "THB",
    "rials": "rials", "rial": "rials", "som": "som", "manat": "manat", "lari": "GEL", "dram": "AMD", "shekels": "ILS",
    "kwacha": "kwacha", "birr": "ETB", "pence": "pence", "pennies": "pence", "reis": "reis", "forint": "HUF",
    "korunas": "korunas", "crowns": "crowns", "leu": "lei", "lei": "lei", "lev": "leva", "leva": "leva",
}  # fmt: skip
#: Adjectives that say whose money it is: "12 million Swiss francs".
MONEY_ADJECTIVES: Final = {
    ("us", "dollars"): "USD", ("american", "dollars"): "USD", ("canadian", "dollars"): "CAD",
    ("australian", "dollars"): "AUD", ("swiss", "francs"): "CHF", ("indian", "rupees"): "INR",
    ("mexican", "pesos"): "MXN", ("egyptian", "pounds"): "EGP", ("turkish", "lira"): "TRY", ("pakistani", "rupees"): "PKR",
}  # fmt: skip

#: Units that are measured, not counted, in their usual short form.
UNITS: Final = {
    "tonne": "tonnes", "tonnes": "tonnes", "ton": "tons", "tons": "tons", "kg": "kg", "kilo": "kg", "kilos": "kg",
    "kilogram": "kg", "kilograms": "kg", "kilogrammes": "kg", "gram": "g", "grams": "g", "km": "km", "kms": "km",
    "kilometre": "km", "kilometres": "km", "kilometer": "km", "kilometers": "km", "mile": "miles", "miles": "miles",
    "metre": "m", "metres": "m", "meter": "m", "meters": "m", "feet": "feet", "foot": "feet", "centimetres": "cm",
    "centimeters": "cm", "cm": "cm", "litre": "litres", "litres": "litres", "liter": "litres", "liters": "litres",
    "gallons": "gallons", "barrel": "barrels", "barrels": "barrels", "hectare": "hectares", "hectares": "hectares",
    "acre": "acres", "acres": "acres", "megawatts": "MW", "mw": "MW", "gigawatts": "GW", "kilowatts": "kW",
    "degrees": "degrees", "kmh": "km/h", "mph": "mph", "knots": "knots", "points": "points",
}  # fmt: skip
#: What a short unit behind a stroke stands for: "96 km/h".
PER: Final = {"h": "hour", "s": "second", "d": "day", "l": "litre", "t": "tonne"}
#: Units of length are those of areas and volumes behind these, where they are written in full.
POWERS: Final = ("square", "cubic")
WRITTEN_OUT: Final = {"m": "metres", "cm": "centimetres"}
DURATIONS: Final = {
    unit + plural: unit + "s"
    for unit in ("second", "minute", "hour", "day", "week", "month", "year", "decade")
    for plural in ("", "s")
}
FRACTIONS: Final = {
    "half": 0.5, "quarter": 0.25, "third": 1 / 3, "fifth": 0.2, "two-thirds": 2 / 3, "two thirds": 2 / 3,
    "three-quarters": 0.75, "three quarters": 0.75, "tenth": 0.1,
}  # fmt: skip
#: Verbs and adverbs that say by how often a quantity changed.
RATIOS: Final = {
    "doubled": 2.0, "doubling": 2.0, "tripled": 3.0, "tripling": 3.0, "trebled": 3.0, "quadrupled": 4.0,
    "halved": 0.5, "twofold": 2.0, "threefold": 3.0, "fourfold": 4.0, "fivefold": 5.0, "tenfold": 10.0,
}  # fmt: skip
RISES: Final = frozenset(
    "rise rose risen rises rising increase increased increases up gain gained gains jump jumped surge surged climb "
    "climbed soar soared grew grow grown higher hike hiked add added raise raised advance advanced".split()
)
FALLS: Final = frozenset(
    "fall fell fallen falls falling drop dropped drops decline declined decrease decreased down lose lost shed slump "
    "slumped sink sank plunge plunged shrank shrink shrunk lower cut reduced ease eased slipped slip dip dipped".split()
)

#: Lemmas that say what a number measures, nearest to it wins; verbs, participles and nouns alike.
MEASURES: Final = {
    word: measure
    for measure, words in {
        "killed": "kill killing die dead death fatality perish drown slay murder execute massacre body corpse victim toll "
        "lynch casualty martyr bury deceased decease behead life",
        "wounded": "wound injure injury hurt maim hospitalize hospitalise injured wounded burn critically",
        "missing": "missing unaccounted disappear untraced vanish",
        "detained": "detain arrest detainee imprison jail prisoner custody prison hold capture abduct kidnap "
        "intern incarcerate rearrest detention hostage captive inmate abductee",
        "displaced": "displace evacuate flee refugee homeless uproot shelter evacuee displaced cross idp resettle",
        "deployed": "deploy peacekeeper troop station mobilize mobilise contingent rescuer reinforcement dispatch send",
        "votes": "vote ballot",
        "members": "member membership",
    }.items()
    for word in words.split()
}
#: Of these, such as tell no measure unless they are verbs: people are not counted by them.
NOT_ALONE: Final = frozenset("hold send cross life shelter bury burn body member point station dispatch".split())
#: Things that are sent, and so are deployed; other things that are sent are only things. And the verbs of sending.
SENT: Final = frozenset(
    "plane aircraft ship vessel helicopter truck tank warship destroyer frigate jet boat ambulance dog vehicle drone".split()
)
SENDING: Final = frozenset("send deploy dispatch fly".split())
#: Words that make a percentage a share of the vote; near the second it is one of those who voted, or did not.
BALLOTS: Final = frozenset({"vote", "ballot"})
RACES: Final = frozenset("poll candidate runoff victory win elect".split())
NO_VOTES: Final = frozenset({"turnout", "abstention"})
PREMIUMS: Final = frozenset({"premium"})
#: Verbs whose object, and verbs whose subject, is people whatever its noun; unless it is one of these animals.
DONE_TO_PEOPLE: Final = frozenset(
    "kill wound injure murder execute detain arrest imprison abduct kidnap displace".split()
)
DONE_BY_PEOPLE: Final = frozenset("die flee drown perish disappear".split())
ANIMALS: Final = frozenset(
    "animal cow sheep goat pig horse dog cat bird chicken camel cattle fish whale elephant seal bee livestock".split()
)
#: Whom one is "treated for burns" or "treated in hospital", or who is "in critical condition", is hurt.
CARED_FOR: Final = frozenset({"treat", "hospitalize", "hospitalise"})
CARE: Final = frozenset(
    "hospital clinic ward care condition wound injury burn fracture bruise inhalation poisoning concussion".split()
)
TAKEN_TO_CARE: Final = frozenset("take rush bring admit airlift evacuate".split())
WARDS: Final = frozenset({"hospital", "clinic", "ward", "infirmary"})
IN_CARE: Final = frozenset("be remain stay lie".split())
#: A disaster costs lives; its victims lose theirs.
COSTS_LIVES: Final = frozenset("cost claim take lose".split())
#: Who is found so befell nothing, whatever was thought before.
UNHARMED: Final = frozenset("alive safe unhurt unharmed uninjured well".split())
#: Civilians who cross a border flee; soldiers who do invade.
CIVILIANS: Final = frozenset("people person refugee family civilian resident villager woman child migrant".split())
#: "Crew member" and its like are people, and no membership.
NO_MEMBERSHIP: Final = frozenset("crew family staff team household gang band".split())
#: Nouns that name a price where money is told per unit or changes.
PRICES: Final = frozenset("price cost rate tariff fare crude brent barrel premium fee rent wage benchmark oil".split())
#: "A child was killed" counts one; so do these.
CASUALTY_MEASURES: Final = frozenset({"killed", "wounded", "missing", "detained"})
#: Nouns that count people although no list of roles has them.
PERSONS: Final = frozenset(
    "people person men women children boys girls persons personnel crew others wounded injured dead casualties victims "
    "deaths fatalities bodies lives civilians troops forces police staff nationals citizens souls kids youths elderly "
    "refugees passengers detainees arrests firefighters firemen policemen migrants fishermen demonstrators "
    "fighters rebels militants gunmen insurgents officers guards minors attackers suspects lawmakers deputies mps crewmen patients voters customers users students teachers pupils vandals bystanders marchers survivors missing inhabitants corpses".split()
)

#: What has not happened, by the word that governs the clause.
PLANNED: Final = frozenset(
    "will shall would plan plans planned pledge pledged promise promised intend intends schedule scheduled due expected "
    "prepare preparing propose proposed offer offered".split()
)
HOPED: Final = frozenset(
    "hope hopes hoped demand demands demanded ask asked asks seek seeks sought want wants wanted request requested expects".split()
)
ALLEGED: Final = frozenset(
    "allege alleged allegedly claim claimed claims accuse accused purportedly reportedly".split()
)
DENIED: Final = frozenset("deny denied denies denying refute refuted reject rejected dismissed untrue false".split())

#: Words right before a number that make it a name or a place in a list.
LABELS: Final = frozenset(
    "no no. nos number article articles law laws route routes highway road flight pier hangar gate terminal statement "
    "resolution room page pages chapter section paragraph para tally bus line platform phase part version act decree "
    "bulletin update report communiqué communique channel apollo boeing airbus protocol order case figure table grade level "
    "unit block ward zone sector district apartment flat floor ak mig su type class brigade regiment battalion stage "
    "group area category camp annex point q day week step lot".split()
)
#: Nouns counted in talk, not in fact: no figure at one or two of them.
IDLE_NOUNS: Final = frozenset(
    "thing things way ways side sides part parts word words question questions time times hand hands eye eyes step "
    "steps point case cases kind kinds sort sorts door doors reason reasons choice chance moment day afternoon morning "
    "evening night other others another candidate round leader president minister country state nation neighbour "
    "neighbor end ends voice page front street voices".split()
)
#: Nouns that stand for a number of what was just spoken of.
RUNNING_COUNTS: Final = frozenset("count number figure tally total".split())
#: What has not been done to the missing: "124 people have not been heard from".
HEARD_FROM: Final = frozenset({"hear", "see", "trace", "find", "locate", "contact", "reach"})
#: Nouns that stand for the people a list counts: "29 are missing; the party, which spoke of 124 names, says 61".
LISTED_AS: Final = frozenset({"name"})
#: Who gives names backs a count with them, and gives none: "speaks of 700 but has given us 512 names".
HANDED_OVER: Final = frozenset("give hand provide submit send publish supply".split())
#: What stands before the value that another is set against: "eased to 0.4 percent from 0.5 percent".
BEFORE_FORMER: Final = ("from", "against", "compared (?:with|to)", "instead of")

#: Before a number: it is a whole ("an earlier toll of 17"), or a part of one told before ("including nine children").
WHOLES_OF: Final = ("toll", "total", "tally", "count")
PARTS_AFTER: Final = (
    "including", "includes?", "included", "among them", "among whom", "of them", "of whom", "of these", "of which", "counting",
)  # fmt: skip
#: A day beside one of these is that of the number that was published then.
PUBLISHING: Final = frozenset(
    "give announce publish report issue tell release count record register estimate put".split()
)
LISTED_BY: Final = ("and", ", and")
MOVED: Final = ("up", "down", "raised", "revised", "lowered", "cut")
GIVEN_OUT: Final = ("given", "announced", "published", "reported", "issued", "told", "released")
#: Between the values that somebody gave one after the other: "14, then of 29, later 31 dead".
THEN: Final = ("(?:and )?(?:then|later|finally|after that)",)
#: Behind a number: it is a part of one told before ("nine critically").
PARTS_BEFORE: Final = ("critically", "seriously", "gravely", "severely")
#: Verbs of which a sum or a value is what their subject comes to: "the damage amounts to two billion".
AMOUNTING: Final = frozenset("amount total come reach stand run exceed close trade".split())
