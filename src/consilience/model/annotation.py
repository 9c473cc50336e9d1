"""What is found in one report before reports meet. All offsets are code points of the document's text."""

from __future__ import annotations

from typing import Literal

from consilience.model.base import Record
from consilience.model.document import Document, Role

Kind = Literal["person", "organisation", "state", "place", "group"]
Form = Literal["name", "adjective", "nominal", "pronoun"]
Gender = Literal["m", "f", "n"]
Status = Literal["occurred", "planned", "hoped", "denied", "alleged"]
SettingKind = Literal["conference", "interview", "statement", "speech", "post", "letter", "video"]
TellingForm = Literal["direct", "mixed", "indirect", "nominal", "headline"]
Measure = Literal[
    "killed", "wounded", "missing", "detained", "displaced", "deployed", "votes", "price", "money", "duration",
    "members", "other",
]  # fmt: skip
Act = Literal[
    "say", "support", "condole", "wish", "urge", "offer", "promise", "request", "accuse", "condemn", "deny", "thank",
    "threaten", "order", "announce",
]  # fmt: skip
PloverType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip


class Sentence(Record, frozen=True):
    """A sentence: its characters `[start, end)`, its tokens `[first, last)`, the role and number of its block."""

    start: int
    end: int
    first: int
    last: int
    role: Role
    block: int


class Parse(Record, frozen=True, kw_only=True):
    """A dependency parse as columns, one entry a token, whatever model made it.

    *heads* are token numbers, a root is its own head. *tags* are Penn tags, *parts* universal parts of speech,
    *relations* ClearNLP labels as the English spaCy models give them, *entities* `B-PERSON`, `I-PERSON` or "".
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    lemmas: tuple[str, ...]
    tags: tuple[str, ...]
    parts: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    entities: tuple[str, ...]
    sentences: tuple[Sentence, ...]


class Holding(Record, frozen=True):
    """A role somebody holds or held as one report says it: "foreign minister", of which chain, on which words."""

    title: str
    of: int | None
    former: bool
    start: int
    end: int


class Chain(Record, frozen=True, kw_only=True):
    """One thing that a report names or describes, whatever the words: a coreference chain.

    *name* is its fullest name in the report, or, without a name, its description ("the health ministry"). *named* says
    which. *country* is ISO 3166-1 alpha-3, *of* the chain it belongs to (a ministry's state, an office's holder).
    """

    kind: Kind
    name: str
    named: bool
    aliases: tuple[str, ...]
    country: str | None
    wikidata: str | None
    gender: Gender | None
    plural: bool
    of: int | None
    holdings: tuple[Holding, ...]


class Mention(Record, frozen=True):
    """Words that stand for a chain: `[start, end)`, sentence number, form, chain number, and the head token."""

    start: int
    end: int
    sentence: int
    form: Form
    chain: int
    head: int


#: What a time expression is counted from: nothing (it is absolute), the day of the report, or the time last spoken of.
Anchor = Literal["absolute", "published", "preceding"]
#: Which way it points from its anchor.
Direction = Literal["past", "future", "none"]
Unit = Literal["day", "week", "weekend", "month", "quarter", "season", "year", "decade", "century", "hour", "minute"]


class TimeExpression(Record, frozen=True, kw_only=True):
    """What a time expression says, before the day of its report is known. `chronology.resolve` makes days of it.

    - a calendar point: *year*, *month*, *day* as far as given ("May 14": month 5, day 14, year None);
      *quarter* 1 to 4, *season* "spring" ..., *weekday* 0 (Monday) to 6;
    - a shift from the anchor: *shift* counts *unit* ("two days ago": -2 day; "last week": -1 week; "today": 0 day);
      *count* is how many units it lasts ("over the next 10 days": shift 0, count 10, direction future);
    - a range: *until* holds its other end.
    """

    anchor: Anchor
    direction: Direction = "none"
    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    season: Literal["spring", "summer", "autumn", "winter"] | None = None
    weekday: int | None = None
    shift: int | None = None
    unit: Unit | None = None
    count: float | None = None
    part: Literal["start", "middle", "end"] | None = None
    approximate: bool = False
    duration: bool = False
    clock: str | None = None
    until: TimeExpression | None = None


class TimeMention(Record, frozen=True):
    """A time expression in a report: `[start, end)`, sentence number, what it says."""

    start: int
    end: int
    sentence: int
    expression: TimeExpression


class Change(Record, frozen=True):
    """A quantity told as a change: "doubled" is ratio 2.0, "rose by 35 percent" is rise 35.0."""

    kind: Literal["ratio", "rise", "fall"]
    by: float | None


class FigureMention(Record, frozen=True, kw_only=True):
    """A quantity in a report.

    `[start, end)` are the words that give the value with what they count ("two sailors"). *low* and *high* bound it,
    both included; *high* None is open ("more than 600"); equal unless the words are vague. *counted* describes what is
    counted, in the report's words. *part_of* is the number of the figure mention it is a subset of ("including 19").
    *said_by*, *about*, *place* and *time* are numbers of a chain (on whose word), a chain (whose votes or seats), a
    chain and a time mention.
    """

    start: int
    end: int
    sentence: int
    low: float
    high: float | None
    approximate: bool
    measure: Measure
    counted: str
    unit: str
    change: Change | None = None
    status: Status = "occurred"
    part_of: int | None = None
    said_by: int | None = None
    about: int | None = None
    place: int | None = None
    time: int | None = None


class Setting(Record, frozen=True):
    """Where or how somebody spoke, at the word `[start, end)` that tells it; *partner* is the chain that asked."""

    kind: SettingKind
    start: int
    end: int
    partner: int | None = None


class StatementMention(Record, frozen=True, kw_only=True):
    """A telling of an utterance in a report.

    Content is `[start, end)` without the cue and without "that"; a direct quotation with its marks. *speakers*,
    *addressees*, *via* and *target* are chain numbers, *time* is the number of a time mention; *setting* is where or
    how it was said, as far as its own words or those before it in the paragraph tell.
    """

    start: int
    end: int
    sentence: int
    cue_start: int | None
    cue_end: int | None
    form: TellingForm
    act: Act
    speakers: tuple[int, ...] = ()
    addressees: tuple[int, ...] = ()
    via: tuple[int, ...] = ()
    target: int | None = None
    time: int | None = None
    setting: Setting | None = None


class Wording(Record, frozen=True, kw_only=True):
    """How a clause tells an event, for its label: heads without their clauses, in the report's words ("" where none).

    *verb* is a lemma, with its particle ("call off"). *subject_chain* and *object_chain* are what these words stand
    for. *passive*: nobody is named who did it. *tail* closes the clause ("as acting minister").
    """

    subject: str = ""
    subject_chain: int | None = None
    plural: bool = False
    verb: str = ""
    passive: bool = False
    object: str = ""
    object_chain: int | None = None
    tail: str = ""


class EventMention(Record, frozen=True, kw_only=True):
    """A mention of an event in a report.

    `[start, end)` is the trigger, *lemma* its word ("resign" for "resignation" too). *actors*, *recipients*, *place*
    and *said_by* are chain numbers, *time* the number of a time mention. *wording* gives its label its words.
    *definite*: the words take up an event already told ("the call"), and say too little to be one of their own. *lag*:
    how many days after the time of its sentence it came: -1 for the arrival in "met on Friday, a day after they came".
    """

    start: int
    end: int
    sentence: int
    head: int
    lemma: str
    type: PloverType | None
    mode: str | None
    contexts: tuple[str, ...] = ()
    actors: tuple[int, ...] = ()
    recipients: tuple[int, ...] = ()
    reciprocal: bool = False
    place: int | None = None
    time: int | None = None
    status: Status = "occurred"
    said_by: int | None = None
    lag: int = 0
    definite: bool = False
    wording: Wording = Wording()


class Annotations(Record, frozen=True, kw_only=True):
    """A report with everything found in it. Each layer is in text order; annotators add a layer and edit none."""

    document: Document
    parse: Parse
    chains: tuple[Chain, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    figures: tuple[FigureMention, ...] = ()
    statements: tuple[StatementMention, ...] = ()
    events: tuple[EventMention, ...] = ()
