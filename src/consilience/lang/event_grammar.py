"""The grammar of telling events in English: which words carry, plan, deny and place them. Written here; CC0-1.0."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Classes of nouns that frames name with `@`.
NOUN_CLASSES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "@ship": _set("ship tanker vessel boat freighter trawler ferry cargo container barge yacht"),
        "@force": _set(
            "troop troops soldier force frigate destroyer warship carrier fleet commando marine battalion brigade tank "
            "reinforcement peacekeeper squadron contingent submarine armour artillery regiment paratrooper warplane gunship jet "
            "sniper garrison flotilla armada"
        ),
        "@weapon": _set("missile rocket weapon gun tank launcher bomber drone"),
        "@aid": _set(
            "rescuer aid supplies supply team doctor medic hospital medicine food tent blanket relief generator plane "
            "aircraft helicopter bed engineer water assistance shipment convoy firefighter expert flight truck "
            "equipment nurse money medics ambulance"
        ),
        "@site": _set(
            "port border embassy airspace airport road bridge school strait crossing office university market consulate "
            "harbour harbor factory plant pipeline station shop dam sluice mine newspaper"
        ),
        "@pact": _set(
            "deal agreement treaty accord pact memorandum truce ceasefire cease-fire protocol declaration compromise "
            "settlement consensus understanding"
        ),
        "@text": _set(
            "report count result list finding figure communique statement letter law document name story claim data"
        ),
        "@offer": _set("support candidacy offer proposal application bid complaint backing recognition confidence"),
        "@arms": _set(
            "bomb mine rocket shell missile grenade drone jet warplane helicopter gunship artillery tank gun mortar torpedo "
            "bomber airstrike aircraft barrage"
        ),
        "@talks": _set(
            "talk talks negotiation meeting session conference summit dialogue round consultation parley mediation discussion"
        ),
        "@envoy": _set("ambassador envoy diplomat charge attache consul chargé attaché"),
        "@money": _set("euro dollar pound fund money crown franc million billion grant loan"),
    }
)
#: Bodies of people that can do and suffer without being an entity of a report: "the tribe", "the garrison".
COLLECTIVES = _set(
    "state republic kingdom island islander nation country tribe tribesman clan community province airline "
    "consortium fund academy club house museum railway mill smelter broadcaster publisher refinery fighter gang mob gunman "
    "garrison jury sect procession inmate youth schoolchild occupier captor besieger paramilitary ally striker fan thousand "
    "hundred dozen admiralty palace conference guild fleet flotilla squad platoon patrol regent herder settler squatter "
    "congregation family household neighbour neighbor creditor donor lender bondholder capital cell column "
    "convoy contingent jailer kidnapper smuggler trafficker looter arsonist trucker cyclist jihadist invader monk nun "
    "deserter conscript recruit reservist paratrooper marine ranger sniper fugitive convict captive spy"
)
#: Deeds that lead somewhere: the place after "to" or "at" is theirs.
MOVING = frozenset(
    {
        "arrive", "land", "visit", "enter", "send aid", "send troops", "fly", "deploy", "deliver", "march", "depart", "leave",
    }
)  # fmt: skip
#: Pronouns that stand for somebody.
PERSONAL = _set("he she they we him her them")
#: A count stands before what it counts: "the first of two convoys", "hundreds of soldiers".
COUNTING = _set(
    "first second last half one two three some dozens scores hundreds thousands millions group team number series"
)
#: Verbs that only carry their object noun: "held talks", "declared a curfew".
CARRIERS = _set(
    "hold have make conduct give take launch stage carry begin start open announce declare impose call convene order sign "
    "reach host chair do join continue resume end cancel lead extend prolong lift suspend send issue spend finish "
    "complete face undergo set receive attend address hand introduce decree proclaim mount mark observe postpone break pay impose win"
)
#: Carriers of talks only: who receives a warning does not threaten.
ATTENDING = _set("receive host attend address chair lead")
#: The condition of frames of those who get something: the deed is that of whoever follows "from", towards the subject.
GIVER = "giver"
#: Types of deeds in which somebody is killed, a strike among them: as a word alone it may be either.
VIOLENT = frozenset({"ASSAULT", "COERCE", "PROTEST"})
#: Modes of deeds that only armies do.
OF_ARMIES = frozenset({"heavy-weapons", "aerial", "drone"})
#: Deeds without a will: who dies or takes an office is not the one who does it.
SUFFERED = _set("die appoint release")
#: Deeds that are not of whoever calls them: a court that orders an election does not vote.
NOT_OF_CALLER = _set("elect")
#: Deeds of a whole country, where it is told whose they are: "Norway's election".
OF_A_COUNTRY = _set("elect")
#: Deeds done by announcing them: "announced its resignation".
DECLARED = _set("resign")
#: Deeds of whoever wrote what they are done to: "a report by the council, published on Monday".
WRITTEN = _set("publish")
#: Parts of a body that act for it: "the plenary of the council".
ORGANS = _set("plenary plenum board leadership secretariat presidium executive")
#: Those who act for a force told of in the same report: "officers arrested him" is the police.
ACTING_FOR: Mapping[str, str] = MappingProxyType({"officers": "police", "policemen": "police"})
#: Deeds done to other deeds, whose words tell them apart: "put off the ruling", "called off the strike".
DONE_TO_DEEDS = _set("cancel extend prolong resume lift")
#: Deeds done to a state through its envoy.
DIPLOMATIC = _set("summon recall expel")
#: Deeds a person does or suffers once in a while: two reports of one that differ by a day or two tell the same one.
RARE = _set("resign sack appoint")
#: Deeds of which there is one in a life.
ONCE_IN_A_LIFE = _set("die")
#: Deeds that nobody suffers twice.
DEATHS = _set("die kill murder")
#: Words for a talk, be it a call or a meeting.
OF_ANY_FORM = _set("talk talks discuss discussion conversation exchange confer")
#: Verbs that only say what happened at a talk: "the ministers exchanged views".
AT_A_TALK = _set("discuss confer")
#: Types of deeds that bring something somewhere: what is sent arrives.
BROUGHT = frozenset({"AID", "MOBILIZE"})
#: Carriers with which an event ends, and what the end of an event of a type is an event of.
ENDING = _set("end lift cancel suspend postpone break")
ENDINGS: Mapping[str, tuple[str, str | None]] = MappingProxyType(
    {
        "COERCE": ("CONCEDE", "ease"),
        "SANCTION": ("CONCEDE", "ease"),
        "PROTEST": ("CONCEDE", None),
        "ASSAULT": ("RETREAT", "ceasefire"),
        "CONSULT": ("REJECT", "meet"),
        "AGREE": ("REJECT", None),
        "COOPERATE": ("SANCTION", "discontinue"),
        "AID": ("SANCTION", "discontinue"),
        "MOBILIZE": ("RETREAT", "withdraw"),
    }
)
#: Carriers with which an event is still to come: "called a meeting for Monday", "announced a march".
CALLING = _set("call announce order schedule")
#: Types of deed that are done by announcing them: "announced a curfew".
DONE_BY_SAYING = frozenset({"COERCE", "SANCTION", "ACCUSE"})
#: Verbs an event noun is the subject of: "the blast tore through", "talks took place".
HAPPEN = _set(
    "happen occur begin start take break erupt follow kill wound rip tear flatten shake hit last end continue spread come "
    "fail collapse leave destroy rock trigger spark force cut stop resume open go wreck damage injure rage flare intensify subside "
    "strike jolt batter"
)
#: Verbs with which an event noun is to come: "talks are planned for Friday", "the vote is due".
SCHEDULING = _set("plan schedule expect slate set due")
#: What one speaks or travels by: no agent of a passive.
MEANS = _set(
    "telephone phone video videolink videoconference letter mail email e-mail radio bus train car air sea road boat"
)
#: Types of measures that last, and verbs and adjectives with which one is over: "the curfew expired", "has been gone".
LASTING = frozenset({"COERCE", "SANCTION"})
OVER = _set("end expire lapse go cease gone over finished")
#: What a telling is called that is not true: "It is a lie".
UNTRUE = _set("lie falsehood fabrication invention slander untruth fiction hoax false untrue fabricated invented")
#: What is said of an event that is to come: "the planned summit".
AHEAD = _set("planned scheduled upcoming forthcoming proposed intended expected")
#: Prepositions with which a sentence names the occasion of what it tells.
OCCASIONS = _set("during in after before at following since on by")
#: Verbs whose complement has not happened: it is planned.
PLANNING = _set(
    "plan intend expect schedule prepare promise vow pledge agree undertake set decide threaten slate offer "
    "commit aim due announce inform assure confirm"
)
#: Verbs whose complement is part of them and no event of its own: "agreed to withdraw", "threatened to close".
SPEECH_DEEDS = frozenset({"AGREE", "REQUEST", "THREATEN", "REJECT", "ACCUSE"})
#: Nouns whose infinitive is planned, and those whose infinitive is only offered: "a plan to", "the offer to".
PLANS = _set("plan initiative decision intention commitment pledge promise agreement")
OFFERS = _set("offer proposal request appeal call demand")
#: Verbs whose complement is hoped for or asked for.
HOPING = _set(
    "hope wish urge call demand ask appeal request want seek advise recommend insist invite press plead propose suggest"
)
#: What they deny is named by these nouns: "denied an attack"; of a talk or a pact they refuse one.
DENIED_DEEDS = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", None})
#: Verbs, with their particle, whose object did not happen: "ruled out an attack".
DENYING_PLAINLY = frozenset({"deny", "refute", "rule out", "dispute"})
#: Verbs whose object, a telling, is taken back: "withdrew its report that he had resigned".
RETRACTING = _set("withdraw retract recant disown correct")
TELLINGS = _set("report claim story allegation accusation assertion rumour rumor statement suggestion article account")
#: Verbs whose complement says what a crowd is against: "marched to denounce the sanctions".
AGAINST = _set("protest demonstrate denounce oppose condemn")
#: What may stand for "had" as well as for "would".
HAD_OR_WOULD = _set("'d ’d")
#: Who declines to do these only says nothing.
SILENT = _set("say comment tell discuss elaborate answer disclose speculate identify name reveal specify give")
#: A complement of these has not come about: "failed to reach", "refused to withdraw".
FAILING = _set("fail refuse decline neglect")
#: With an object, the complement of these is as true as they are: "used tear gas to disperse the crowd".
USING = _set("use")
#: The complement of these is over, or is to be: "agreed to stop firing" tells no shot.
STOPPING = _set("stop cease quit halt refrain")
#: Types of deeds that say what somebody thinks or wants of another one, whose day is not theirs.
OPINIONS = frozenset({"AGREE", "REQUEST", "THREATEN", "REJECT", "ACCUSE", "SUPPORT"})
#: A complement of these may or may not have come about.
UNDECIDED = _set(
    "use mean try attempt seek want pretend hesitate consider able likely unlikely ready willing prepared poised reluctant unwilling"
)
#: Verbs whose complement somebody claims.
CLAIMING = _set("allege claim accuse suspect rumour believe purport")
#: Auxiliaries of the future.
FUTURE = _set("will would shall 'll wo ’ll 'd ’d")
#: Auxiliaries of what may be: such a clause tells no event.
POSSIBLE = _set("could may might should must can ca cannot")
#: Words that open a clause of condition or purpose.
CONDITIONS = _set("if unless until once whether lest")
#: Those of them with which somebody threatens: "would strike unless it was paid".
UNDER_CONDITION = _set("if unless")
#: Adverbs and determiners with which nothing happened.
NEVER = _set("never no not neither nor n't without")
#: Words for nobody, of whom nothing is told that happened.
OF_NONE = _set("none nobody neither noone")
#: Passives with which people are thought to have done something: "is thought to have left".
HELD = _set("think understand know consider presume assume")
#: What those claim who say that they did something, and the verbs with which they do.
RESPONSIBILITY, OWNING_UP = _set("responsibility credit blame"), _set("claim accept admit acknowledge assume take")
#: Adverbs with which something is only told, and those with which it did not come about.
ALLEGEDLY, ALMOST = (
    _set("allegedly reportedly purportedly supposedly ostensibly rumouredly"),
    _set("almost nearly"),
)
#: Who does these keeps from what follows: "avoided attacking".
AVOIDING = _set("avoid contemplate mull weigh risk resist delay postpone discuss debate oppose")
#: Verbs with which somebody is kept from a deed, or found not to have done it: "prevented from", "cleared of".
PREVENTING = _set(
    "prevent stop keep bar deter dissuade block ban prohibit restrain refrain discourage hinder forbid protect"
)
CLEARING = _set("clear acquit absolve exonerate")
#: Verbs, with their particle, whose object did not come about: "averted an attack".
FOILING = frozenset({"avert", "avoid", "foil", "thwart", "prevent", "forestall", "stave off", "head off", "fend off"})
#: Auxiliaries that open a condition without "if": "had they attacked".
INVERTED = _set("had were should")
#: Nouns whose content may come or not, those of what is only told, and those of what would prove it.
FEARS = _set("fear worry concern risk danger possibility chance prospect likelihood")
#: What is said of a deed that may come: "a possible attack", "a meeting is possible"; and verbs and nouns that look out for it.
MAYBE = _set(
    "possible potential likely unlikely impossible threatened feared would-be looming imminent hypothetical impending"
)
AWAITING = _set("fear predict await anticipate risk foresee dread")
IN_PROSPECT, NEGOTIATIONS = _set("event threat warning preparation"), _set("talk negotiation discussion")
#: What is called off has not been held.
CALLING_OFF = frozenset({"cancel", "call off", "scrap", "shelve"})
RUMOURS = _set("rumour rumor allegation claim speculation accusation report suspicion theory suggestion assertion")
PROOFS = _set("evidence proof sign indication confirmation trace")
#: Places of an event follow these.
PLACE_PREPOSITIONS = _set("in at near on outside inside off around across through into over")
#: Places that movement leads to follow these.
GOAL_PREPOSITIONS = _set("to in at into for on")
#: A counterpart follows these: "spoke with", "a call to", "between".
PARTY_PREPOSITIONS = _set("with between to against from")
#: Whom a promise, a demand or a threat is about follows these.
TOWARDS = _set("to from by against with on upon for of in")
#: Verbs that are a talk only with someone: "spoke by telephone with".
TALKING = _set("speak talk")
#: What is said of talks that are one with each: "separate calls with the presidents".
SEPARATE = _set("separate individual respective separately individually")
#: Words for one talk in the plural.
ONE_IN_PLURAL = _set("talks discussions negotiations consultations")
#: A talk over these is a call.
REMOTE = _set("telephone phone videoconference video")
#: Adjectives of doubt.
DOUBTED = _set("alleged so-called supposed purported reported reputed rumoured rumored")
#: Words that stand for an event already told: "the call", "that meeting".
DEFINITE = _set("the this that these those its their his her our both")
#: Words that take a plural verb and stand for a noun.
PLURAL_PRONOUNS = _set("they we both many")
#: Words that are no name of anybody: labels never begin with them.
PRONOUNS = _set(
    "he she it they we i you who whom which that this these those him her them us one some none nobody someone each both "
    "his its their our my your there what all many"
)

#: Words that open a clause which dates the one above it: "when the dam broke on Monday".
DATING_CLAUSES = _set("when as while")
#: Words that open a clause of what came before: "after prices doubled on 2 January".
FOLLOWING_CLAUSES = _set("after since")
#: Adverbs of what is told as following on something else, on a day not told.
NARRATING = _set("later soon subsequently eventually afterwards afterward previously")
#: The verb with which a text says of what day it is: "a letter dated 4 February".
DATED = "date"
#: Subjects with which a sentence goes on from the one before it.
TAKING_UP = _set("he she they it")
#: Verbs that only say: of two sayings in two reports few are one.
SAYING = _set("say tell report announce state add claim confirm note write explain ask speak declare reveal inform")
#: Prepositions that lead to what somebody wants, plans or claims: "calls for talks", "accused of firing".
ARGUMENTS = _set("for of to")
#: Prepositions behind an object that say what it did: "accused him of firing", "kept them from entering".
OF_THE_OBJECT = _set("as of from")
#: Deeds whose infinitive only says what for: "named her to succeed him".
WITH_A_TASK = _set("appoint")
#: Pronouns for two who have just talked, and what two who talked are called: "both", "the two ministers", "the sides".
BOTH, THOSE_TWO = _set("they both"), _set("both two")
PAIRS = _set("side leader minister president premier man woman party pair head counterpart colleague official")
#: What stands before those told of already.
PLURAL_ARTICLES = _set("the two both these those")
#: Prepositions that lead to the talk at which something is done: "in the call", "at its meeting", "during the summit".
AT_AN_EVENT = _set("in at during")
#: Deeds that one side charges the other with.
CHARGES = frozenset({"ASSAULT", "COERCE", "ACCUSE", "THREATEN", "REJECT", "SANCTION"})
#: Words in the description of somebody without a name who speaks for a body or as a witness, and is as good as one.
SPOKEN_FOR = _set(
    "spokesman spokeswoman spokesperson minister president premier speaker statement official officer commander doctor "
    "director judge prosecutor lawyer chief head mayor governor witness correspondent reporter"
)

# --- how PLOVER codes what is said, and what has not happened (manual, draft 0.8)

#: A promise of these is an agreement, a plan of those a threat; what is not done of the last is refused.
PROMISED = frozenset({"SUPPORT", "COOPERATE", "AID", "RETREAT", "CONCEDE"})
THREATENED = frozenset({"SANCTION", "COERCE", "ASSAULT", "PROTEST"})
REFUSED = frozenset({"AGREE", "CONSULT"})
#: What somebody does by saying something.
ACT_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "support": "SUPPORT",
        "condole": "SUPPORT",
        "thank": "SUPPORT",
        "urge": "REQUEST",
        "request": "REQUEST",
        "offer": "AGREE",
        "promise": "AGREE",
        "accuse": "ACCUSE",
        "condemn": "ACCUSE",
        "deny": "REJECT",
        "threaten": "THREATEN",
    }
)
#: Auxiliaries with which somebody is told to do something.
DEMANDING = _set("must should ought needs")
#: Words with which a speaker says what he himself will do.
VOLITION = _set("will would 'll ’ll shall willing ready prepared")
