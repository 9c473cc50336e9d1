"""Verbs and nouns of speech, with the act each names."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, cast

from consilience.lang.tables import several, table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from consilience.model import Act, SettingKind


class Cue(NamedTuple):
    """What may follow a verb of speech (c clause, i infinitive, o object, q quotation) and the act it names."""

    frames: frozenset[str]
    act: Act


@cache
def speech_verbs() -> Mapping[str, Cue]:
    """Return lemma -> cue."""
    rows = table("speech_verbs")
    return MappingProxyType({r["verb"]: Cue(frozenset(several(r["frames"])), cast("Act", r["act"])) for r in rows})


@cache
def speech_nouns() -> Mapping[str, Act]:
    """Return noun -> act."""
    return MappingProxyType({r["noun"]: cast("Act", r["act"]) for r in table("speech_nouns")})


@cache
def plain_tellings() -> frozenset[str]:
    """Return the words that tell no more than that something was said, in a clause or a quotation after them."""
    return frozenset(v for v, cue in speech_verbs().items() if cue.act == "say" and {"c", "q"} <= cue.frames) | {
        "statement"
    }


@cache
def settings() -> Mapping[str, SettingKind]:
    """Return noun, of one word or two -> the kind of setting in which somebody speaks."""
    return MappingProxyType({r["noun"]: cast("SettingKind", r["kind"]) for r in table("settings")})


#: Prepositions before where or how somebody speaks: "in an interview", "on X", "at a press conference".
SPOKEN_IN = frozenset("in at during on via through by to".split())
#: Verbs that name how something was said by themselves.
SAID_BY: Mapping[str, SettingKind] = MappingProxyType({"tweet": "post", "post": "post"})
#: Prepositions before who asks in an interview, or to whom a letter goes.
PARTNERS = frozenset("with to by".split())
#: Words for those who talked with each other: "the sides agreed", "both ministers stressed".
BOTH_WHO_TALKED = frozenset(
    "sides parties two presidents ministers leaders counterparts interlocutors diplomats secretaries chancellors".split()
)
#: Particles and prepositions that change the act of a verb: "call for", "rule out", "ask for", "warn of".
VERB_PARTICLES: Mapping[tuple[str, str], Act] = MappingProxyType(
    {
        ("call", "for"): "urge",
        ("call", "on"): "urge",
        ("call", "upon"): "urge",
        ("appeal", "for"): "urge",
        ("appeal", "to"): "urge",
        ("ask", "for"): "request",
        ("plead", "for"): "request",
        ("rule", "out"): "deny",
        ("warn", "of"): "threaten",
        ("warn", "against"): "urge",
        ("insist", "on"): "urge",
        ("thank", "for"): "thank",
        ("speak", "of"): "say",
        ("complain", "of"): "say",
        ("complain", "about"): "say",
        ("apologise", "for"): "say",
        ("apologize", "for"): "say",
        ("agree", "on"): "say",
    }
)
#: Verbs whose object names the act: "expressed his condolences".
LIGHT_VERBS = frozenset(
    [
        "express",
        "voice",
        "convey",
        "extend",
        "send",
        "offer",
        "reiterate",
        "reaffirm",
        "affirm",
        "declare",
        "announce",
        "renew",
        "repeat",
        "pay",
        "give",
        "make",
        "issue",
        "state",
        "underline",
    ]
)
#: Things in writing that say something: who speaks is whose they are.
DOCUMENTS = frozenset(
    (
        "account announcement article banner bulletin channel communique communiqué document letter memo memorandum "
        "message note page paper petition placard post poll poster readout release report resolution sign statement "
        "study survey telegram text tweet verdict website"
    ).split()
)
#: Parts of the names of offices that give out what somebody said.
PRESS_OFFICES = (
    "press office",
    "press service",
    "press department",
    "information department",
    "spokesperson",
    "office of",
)
#: Verbs by which somebody hands on another's words: "quoted him as saying".
QUOTING = frozenset("quote cite".split())
#: Verbs that name their object: "called it a farce". Without the name nothing is said: "called her on Friday".
NAMING = frozenset("call dub label brand".split())
#: Verbs that say what a thing is: "described it as", "dismissed it as", "spoke of".
DESCRIBING = NAMING | frozenset("describe characterise characterize portray speak dismiss reject".split())
#: Nouns before what a thing is one of: "an act of piracy".
INSTANCES = frozenset("act attempt case crime form kind".split())
#: What nobody calls a deed whose doer he does not accuse.
CRIMES = frozenset(
    "crime murder massacre slaughter sabotage arson piracy terrorism aggression assassination genocide atrocity theft "
    "robbery".split()
)
#: By calling a thing one of these somebody denies it.
FALSEHOODS = frozenset(
    "lie fake falsehood fabrication forgery hoax invention nonsense rumour rumor disinformation misinformation false untrue "
    "baseless unfounded".split()
)
#: What somebody denies who dismisses it; to dismiss anything else is to think little of it.
CLAIMS = frozenset(
    "claim allegation accusation charge report rumour rumor suggestion story speculation notion idea assertion criticism "
    "complaint objection concern fear warning".split()
)
#: What is asked for of all: "asked for restraint" is an appeal.
CALM = frozenset(
    "restraint moderation calm patience prudence dialogue de-escalation reconciliation unity peace ceasefire truce".split()
)
#: Verbs, with their preposition, of who takes somebody's side, and of who does not leave him "alone".
SIDING = frozenset({("stand", "with"), ("side", "with")})
LEAVING = frozenset("leave be stand".split())
#: Subjects of "this was a crime".
THESE = frozenset("it this that what".split())
#: Verbs that show what is written on a thing: "held up signs reading ...".
SHOWING = frozenset("hold carry wave raise brandish display unfurl bear".split())
#: Adjectives with which "make" tells speech: "made clear that ...", "made it plain that ...".
CLEAR = frozenset("clear plain".split())
#: Verbs whose object is the one spoken to.
TELLING = frozenset(
    (
        "tell inform notify assure remind urge ask thank warn invite order instruct advise congratulate request exhort "
        "implore"
    ).split()
)
#: Forms whose lemma taggers get wrong, with the right one.
LEMMA_SLIPS: Mapping[str, str] = MappingProxyType(
    {
        "hoped": "hope",
        "hoping": "hope",
        "slated": "slate",
        "staged": "stage",
        "staging": "stage",
        "fined": "fine",
        "rearrested": "rearrest",
        "reappointed": "reappoint",
        "retook": "retake",
        "retaken": "retake",
    }
)
#: Verbs of help: who says that he will do one of these makes an offer.
GIVING = frozenset("send help provide host donate assist deliver supply lend support give dispatch share".split())
#: A clause that opens with one of these is a question told, no statement.
QUESTION_WORDS = frozenset("what who why how whether which whom whose where".split())
#: Verbs after which such a clause tells what was said: "explained how the lock works", "noted what had changed".
NARRATING = frozenset("explain note describe recount recall point stress".split())
#: Auxiliaries with which nothing is said: "might say", "would claim".
MODALS = frozenset("would could should may might must".split())
#: Auxiliaries of what is to come: "will send", "said it would send".
FUTURE = frozenset(("will", "would", "'ll", "’ll"))
#: What somebody is who says he would do it.
READY = frozenset("ready willing prepared".split())
#: Prepositions before the one spoken to: "said to X", "agreed with X"; and after verbs that urge, "called on X".
TO_WHOM = frozenset("to with".split())
UPON_WHOM = frozenset("on upon".split())
#: Prepositions before the one whose document it is: "the report of the ministry".
OF_WHOM = frozenset("of by from".split())
#: The one who writes, spoken to: "told us".
TO_THE_WRITER = frozenset("me us".split())
#: The one who writes, speaking: a person, a body.
THE_WRITER = frozenset("i we".split())
THE_WRITERS = frozenset({"we"})
#: Verbs whose infinitive is not said yet, or not said: "wants to announce that", "refused to say that".
NOT_YET = frozenset("want hope wish plan intend expect refuse decline fail try hesitate".split())
#: Prepositions before what is not done: "banned from claiming that", "without saying that".
NOT_DOING = frozenset("from without against".split())
#: Verbs that tell speech with a particle or a "that" only: "pointed out".
NEEDS_PARTICLE = frozenset({"point"})
#: Words before what is only quoted as an example: "questions, including: ...".
EXAMPLES = frozenset("including like".split())
#: Nouns in "in the words of", and the particle of what somebody is quoted "as saying".
WORDS_OF = frozenset({"words"})
#: Verbs by which the one spoken to speaks.
ANSWERING = frozenset("reply answer respond retort".split())
#: Conjunctions that open a clause on when or why something was said.
EARLIER = frozenset("after before when while since because".split())
#: Whose hope or wish it is, of a person.
HIS = frozenset("his her".split())
#: Nouns for what a crowd calls out: "chants of “...”".
CALLS = frozenset("chant slogan cry".split())
#: Lengths of time in ", a day after two were wounded", which the reporter adds.
MOMENTS = frozenset("minute hour day week month year shortly".split())
#: Marks that open and close a quotation, in pairs.
QUOTE_PAIRS: Mapping[str, str] = MappingProxyType({"“": "”", "«": "»", "„": "“”", '"': '"'})

#: Acts that are aimed at somebody, and the prepositions that lead to whom: "support for Norway", "a threat against it".
AIMED = frozenset({"accuse", "condemn", "support", "threaten"})
ABOUT = frozenset({"for", "against"})
#: What leads from somebody charged or thanked to why: "accused the ministry of".
CHARGES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"accuse": ("of", "for"), "condemn": ("for",), "thank": ("for",)}
)
