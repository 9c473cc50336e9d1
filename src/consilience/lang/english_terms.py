"""Words for one thing between which a reader hears a difference, as plain data. Written for this project; CC0-1.0."""

from __future__ import annotations

from typing import Final

from consilience.lang.english_quantities import SMALL_NUMBERS

#: Groups of (word shown, pattern of its forms). A word stands in one group only.
TERMS: Final = (
    (
        ("protest", r"protest(?:s|ed|ing)?|demonstrat(?:ion|ions|ed|ing)|march(?:es|ed|ing)?|rall(?:y|ies)"),
        ("riot", r"riot(?:s|ed|ing)?|rampage"),
        ("terrorism", r"terroris[mt]s?|terrorist attacks?"),
        ("coup", r"coup(?: attempt)?|putsch"),
    ),
    (
        ("demonstrators", r"demonstrators?|protesters?|marchers"),
        ("rioters", r"rioters?|vandals?|looters?|hooligans?|thugs?"),
        ("terrorists", r"terrorists"),
    ),
    (
        ("seized", r"seiz(?:e|es|ed|ing|ure)"),
        ("confiscated", r"confiscat(?:e|es|ed|ing|ion)"),
        ("hijacked", r"hijack(?:s|ed|ing)?"),
        ("detained", r"(?:ship|vessel|tanker)s? (?:was |were )?detained"),
    ),
    (("resigned", r"resign(?:s|ed|ing|ation)?|stepped down|quit"), ("gave up", r"gave up|was dismissed|was sacked")),
    (("missing", r"missing"), ("unaccounted for", r"unaccounted for")),
    (("killed", r"shot dead|gunned down"), ("murdered", r"murder(?:s|ed|ing)?|massacred?"), ("executed", r"execut(?:ed|ion|ions)")),
    (("clemency", r"clemency"), ("mercy", r"mercy"), ("pardon", r"pardon(?:s|ed)?")),
    (("invasion", r"invasion|invad(?:ed|es|ing)"), ("operation", r"(?:special|military) operation"), ("incursion", r"incursion")),
    (("attack", r"attack(?:s|ed|ing)?"), ("incident", r"incident"), ("accident", r"accident")),
    (("annexation", r"annex(?:ed|ation|ing)"), ("reunification", r"reunif(?:ied|ication)"), ("occupation", r"occup(?:ied|ation)")),
)  # fmt: skip
#: Deeds that one party does, or suffers, once in a crisis: two days for one are a contradiction, not two deeds.
ONCE: Final = frozenset(
    [
        "resign", "resignation", "quit", "appoint", "elect", "die", "arrest", "rearrest", "release",
        "sentence", "dismiss", "sack", "annul", "assassinate", "sign", "swear", "inaugurate", "abdicate",
    ]
)  # fmt: skip
#: The same by their mode, whatever the verb ("gave up", "stepped down").
ONCE_MODES: Final = frozenset({"resign", "arrest", "release"})
#: What one side calls a deed and another does not: kinds between which a hearer must choose, with their nouns.
CHARACTERS: Final = {
    "accident": (
        "accidents?", "mishaps?", "malfunctions?", "technical (?:fault|failure)s?", "human error", "natural disasters?",
        "acts? of god", "natural causes", "bad luck",
    ),
    "crime": (
        "crimes?", "murders?", "massacres?", "sabotage", "arson", "piracy", "robbery", "theft", "kidnapping", "abduction",
        "terrorism", "acts? of (?:terror|war|aggression|sabotage|piracy|terrorism|violence|revenge)", "aggression", "assassination",
        "genocide", "attack", "terrorist attack", "(?:unlawful|illegal|criminal) (?:act|action|attack|deed)s?", "atrocity",
        "execution",
    ),
    "mistake": ("mistakes?", "misunderstanding", "negligence", "incompetence", "oversight", "clerical error", "errors?"),
    "quarrel": ("quarrels?", "family (?:quarrel|matter)s?", "disputes?", "spat", "(?:internal|domestic) (?:matter|affair)s?"),
    "lawful act": (
        "self-?defen[cs]e", "lawful (?:act|action|arrest|inspection)", "routine (?:inspection|check|exercise|operation)",
        "law enforcement", "legitimate (?:act|action|response)", "inspections?",
    ),
    "coup": ("coups?", "coup attempt", "putsch", "seizure of power", "power grab"),
    "uprising": ("uprising", "revolution", "popular uprising", "will of the people"),
    "suicide": ("suicide",),
}  # fmt: skip
#: Words that writers slip between, of things that are not the same and would not both be in one event.
CONFUSABLE: Final = (
    ("ammonia", "ammonium nitrate"), ("chlorine", "chloride"), ("methane", "methanol"), ("ethanol", "methanol"),
    ("nitrate", "nitrite"), ("sulphur", "sulphuric acid"), ("sulfur", "sulfuric acid"),
    ("epicentre", "hypocentre"), ("epicenter", "hypocenter"),
)  # fmt: skip
#: Verbs of speech, with what the words begin with by which others report the same act.
ACTS_OF_SPEECH: Final = {
    "apologise": ("apolog", "regret", "sorry"), "apologize": ("apolog", "regret", "sorry"),
    "promise": ("promis", "pledg", "vow"), "pledge": ("promis", "pledg", "vow"), "vow": ("promis", "pledg", "vow"),
    "threaten": ("threat", "warn"), "warn": ("threat", "warn"), "admit": ("admit", "admission", "acknowledg", "conced"),
    "concede": ("admit", "admission", "acknowledg", "conced"), "confess": ("confess", "admit"),
    "condemn": ("condemn", "denounc"), "demand": ("demand",), "request": ("request", "ask"), "offer": ("offer",),
    "congratulate": ("congratulat",),
}  # fmt: skip
#: What makes a plan no promise, and what becomes of plans: the beginnings of words.
CONDITIONS: Final = ("if", "unless", "should")
CALLED_OFF: Final = (
    "cancel", r"call\w* off", "put off", "postpone", r"turn\w* back", "delay", "withdraw", "abandon", "scrap",
)  # fmt: skip
#: Words that the labels of events share by chance.
PLAIN_IN_LABELS: Final = frozenset(
    "planned denied with from have been will send sends said president minister meeting telephone first second".split()
)
#: Things under the most general of their names, where reports use several for one.
SAME_THINGS: Final = {
    word: words.split()[0]
    for words in (
        "aircraft plane planes aeroplane airplane airplanes jet jets airliner airlift flight flights",
        "ship ships vessel vessels boat boats warship warships frigate destroyer tanker freighter",
        "troops soldiers forces contingent",
        "talks meeting negotiations summit session",
        "election elections vote poll ballot",
        "ruling verdict judgment judgement decision",
    )
    for word in words.split()
}
#: What tells that a deed is done once more.
ONCE_MORE: Final = ("again", "anew", "once more", "a second time", "re-?arrested", "re-?detained", "recaptured")
#: Verbs of orders, each given by one; with a person and what is to be done the second; and the noun.
ORDERING: Final = frozenset("order decree authorise authorize command instruct".split())
TELLING_TO: Final = frozenset({"tell", "direct", "instruct", "order", "command"})
ORDER: Final = "order"
GIVING: Final = frozenset({"give", "issue", "sign"})
#: Who decides so was told by nobody.
DECIDING: Final = frozenset({"decide", "act", "choose"})
ALONE: Final = frozenset({"alone", "itself", "himself", "herself", "themselves", "independently", "unilaterally"})
#: Deeds that befall a person by one hand: who is named for one did what no other did.
BY_ONE_HAND: Final = frozenset(
    "kill murder assassinate shoot poison appoint name dismiss sack abduct kidnap behead".split()
)
#: Words in the names of bodies that say what they are and not which.
BODY_WORDS: Final = frozenset(
    "authority administration management office agency directorate department service company the of".split()
)
#: How words begin that tell that somebody came to an office or left it.
SUCCESSION: Final = (
    "appoint", "resign", "dismiss", "sack", "swear", "sworn", "elect", "succeed", "replac", "oust", "step", "name", "nominat",
    "quit", "fire", "remov", "inaugurat", "overthrow", "topple", "depose", "die", "death", "kill", "assassinat", "take",
)  # fmt: skip
#: "A day later than promised": how much, which way, than planned.
LATER_THAN_PLANNED: Final = (
    rf"\b(?P<count>an?|{'|'.join(SMALL_NUMBERS)}|\d+) (?P<unit>days?|weeks?) (?P<way>later|earlier) than "
    r"(?:originally |first |had been |was |it had |he had |she had |they had )*"
    r"(?:planned|promised|announced|scheduled|expected|agreed|due|intended|foreseen)\b"
)
