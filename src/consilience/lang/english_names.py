"""What English news does with names: titles, heads of bodies and places, pronouns."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from consilience.lang.tables import table

if TYPE_CHECKING:
    from collections.abc import Mapping


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Stand before a name and say nothing of a role.
HONORIFICS = _words(
    "h.e. excellency majesty highness esteemed mr mrs ms miss dr prof sir dame lord lady madam mr. mrs. ms. dr. prof. st. sheikh ayatollah hon. rev."
)
#: Abbreviated titles with the role they mean.
SHORT_TITLES: Mapping[str, str] = MappingProxyType(
    {"pm": "prime minister", "vp": "vice president", "fm": "foreign minister", "mp": "lawmaker", "gen": "general",
     "gen.": "general", "col.": "colonel", "lt.": "lieutenant", "sen.": "senator", "rep.": "representative", "gov.": "governor",
     "premier": "prime minister", "amb.": "ambassador", "capt.": "captain", "sgt.": "sergeant", "maj.": "major",
     "col": "colonel", "capt": "captain", "lt": "lieutenant", "sgt": "sergeant", "maj": "major", "adm": "admiral",
     "adm.": "admiral", "brig": "brigadier", "brig.": "brigadier", "cmdr": "commander", "cmdr.": "commander"}
)  # fmt: skip
#: Stand inside a title before its noun: "Deputy Foreign Minister".
TITLE_WORDS = _words(
    "prime foreign interior defence defense finance health justice energy deputy vice first second acting interim former "
    "caretaker outgoing incoming then-  ex- emergency emergencies transport ports economy economic trade education agriculture culture "
    "labour labor environment internal home external affairs security national information digital state chief senior "
    "general executive special permanent lead opposition party press armed police army navy air fire brigade regional city "
    "provincial district presidential government cabinet supreme military field rear lieutenant major secretary attorney "
    "prosecutor co- minister president head honorary resident humanitarian"
)  # fmt: skip
FORMER = _words("former ex- ex outgoing ousted late then")
#: The last or first word of a body's name.
BODY_HEADS = _words(
    "ministry council organization organisation office committee commission league front court bank university federation "
    "association union agency authority party department service force forces army navy police guard parliament assembly "
    "senate congress house directorate bureau board institute foundation company corporation group holding ltd inc llc plc "
    "gazette times post herald tribune courier monitor mirror observer chronicle journal radio television tv news press wire "
    "mission embassy consulate movement coalition alliance society society's network center centre hospital syndicate cabinet "
    "administration presidency secretariat fund programme program cross crescent brigade battalion regiment command club "
    "institution observatory initiative forum bloc junta chamber college school academy maritime airlines airways lines shipping rights"
)  # fmt: skip
#: The last word of a place's name.
PLACE_HEADS = _words(
    "street avenue road square church cathedral mosque port harbour harbor river gulf sea ocean strait straits lake mount "
    "mountain mountains bay island islands province region district city town village valley desert bridge airport pier "
    "hangar dam cape peninsula hill hills market tower terminal canal lane county state republic field basin delta quay base "
    "palace prison square plaza station crossing border guildhall"
)  # fmt: skip
#: Names of places that begin so: "Port of X", "Strait of X".
PLACE_OPENERS = _words(
    "port strait gulf bay lake mount cape city town province region republic sultanate emirate kingdom isle"
)
#: Join parts of a personal name.
PARTICLES = _words("de da do dos das del di du von van der den al el bin ibn bint la le ter zu y e")
#: Lead to a place: "near X"; those that only a place can follow.
PLACE_PREPOSITIONS = _words("in at near from to into outside across around toward towards off through")
SURE_PLACE_PREPOSITIONS = _words("in at near outside into")
#: Nouns and verbs whose "in" leads to people: "confidence in X"; elsewhere "in X" is no person.
TRUST = _words("confidence trust faith belief hope interest believe confide delight result see find invest")
#: Bodies that every state has: two of one name may be of two states.
STATE_BODIES = _words(
    "ministry government cabinet presidency parliament assembly senate congress court army navy police guard force forces "
    "embassy consulate council office service department commission mission bank administration secretariat"
)
#: Deeds of a person rather than of a body.
PERSONAL_VERBS = _words("say tell add resign smile laugh recall speak talk telephone phone")
#: Words in names that say nothing of whose they are.
NAME_FILLERS = _words("of the for and in on to a an bin binti anak ben abu ul")
#: Words beside a name that it may have or lack: forms of states, titles of other languages.
NAME_COMPANIONS = _words(
    "republic kingdom state states democratic islamic federal federative independent union commonwealth people peoples "
    "socialist province dr ir drs hj haji hadji tun tan datuk dato seri engineer eng shaikh sheikh sayyid former president "
    "minister prime na jr sr"
)
#: Join parts of a body's name.
JOINERS = _words("of for and on & to in against de des du la")
#: Offices that one person holds at a time, by the last word of the title.
SINGLE_OFFICES = _words("president minister premier chancellor king queen sultan emir secretary-general mayor governor")
#: Heads of bodies and of people, and the sector they stand for in PLOVER's letters.
SECTOR_HEADS: Mapping[str, str] = MappingProxyType(
    {noun: sector for sector, nouns in {
        "GOV": "government ministry minister president presidency cabinet administration premier chancellor king queen sultan emir mayor governor "
               "spokesman spokeswoman spokesperson official authority department secretariat embassy ambassador diplomat monarch regime",
        "MIL": "army military navy troop soldier force brigade battalion regiment general admiral colonel major commander sailor peacekeeper conscript",
        "COP": "police policeman policewoman officer gendarmerie gendarme constable coastguard guard",
        "LEG": "parliament assembly senate congress lawmaker senator deputy mp speaker legislator",
        "JUD": "court tribunal judge prosecutor justice judiciary",
        "REB": "rebel insurgent militant militia guerrilla fighter militiaman separatist",
        "OPP": "opposition dissident",
        "MED": "newspaper broadcaster agency journalist reporter media television radio press",
        "BUS": "company corporation firm bank executive trader airline shipowner",
        "CVL": "civilian protester demonstrator resident citizen villager crowd worker people student activist farmer driver",
        "EDU": "university school teacher professor lecturer",
        "HLT": "hospital doctor nurse paramedic medic",
        "REL": "church bishop imam priest mufti patriarch",
        "LAB": "union striker",
        "SPY": "intelligence spy",
        "REF": "refugee migrant",
        "CRM": "criminal gang smuggler trafficker looter",
    }.items() for noun in nouns.split()}
)  # fmt: skip
#: Words of titles that mean the same.
OFFICE_WORDS: Mapping[str, str] = MappingProxyType(
    {"defense": "defence", "external": "foreign", "internal": "interior", "home": "interior", "premier": "prime minister", "ministers": "minister",
     "labor": "labour", "economic": "economy", "emergencies": "emergency", "transports": "transport", "chairperson": "chairman",
     "chairwoman": "chairman", "spokeswoman": "spokesman", "spokesperson": "spokesman", "queen": "monarch", "king": "monarch"}
)  # fmt: skip
#: Words of titles that tell no office from another.
OFFICE_FILLERS = _words(
    "affairs the a an acting interim federal national union state-  former ex elect current new outgoing incoming caretaker"
)
#: Words that tell which end of a term of office a time is.
SINCE_WORDS = _words("since from")
UNTIL_WORDS = _words("until till to through")
APPOINTING = _words("appointed named elected became installed sworn nominated confirmed reelected promoted")
LEAVING = _words("resigned dismissed sacked ousted removed quit retired fired deposed")
SERVING = _words("served was worked acted been held ruled governed")
#: Verbs whose complement is what their subject is, and those that say it with "as".
MAKING = _words("be become appoint name elect nominate install reelect remain")
SERVING_AS = _words("serve work act resign quit rule")
#: Words that may stand between a title and the time of its term.
BESIDE_A_TERM = _words("of the in on from since between until till for and to at as again office")
#: Name the one who holds the same office elsewhere.
COUNTERPARTS = _words("counterpart interlocutor")
#: Descriptions of an organisation of states, and the words that end the name of one.
BLOCS, NAMES_OF_BLOCS = (
    _words("bloc"),
    _words("union league alliance community association organisation organization council coalition pact"),
)
#: Glued to the state that leads an alliance.
LED = ("-led", "–led", " led")
#: Descriptions of a head of state that name no office.
HEADS_OF_STATE = frozenset({"excellency", "majesty", "highness", "state head", "head of state"})
#: Offices of a head of state.
HIGHEST_OFFICES = frozenset({"president", "king", "queen", "sultan", "emir", "acting president", "interim president"})
#: Ends of capitalised words that are adjectives of no state: "Turkic leaders".
ADJECTIVE_ENDINGS = ("ic", "ist", "ern")
#: Words behind the source of a picture, in brackets.
PICTURES = _words("photo photos photograph picture pictures image images")
#: Words before the number of a series.
NUMBERING = _words("no nr number")
#: Nouns of bodies that, with nothing before them, mean none: "the use of force", "in power".
BODIES_WITH_ARTICLE = _words("force power office")
#: Before "reports": who reports.
PRESS = _words("media press")
#: What leads from a body to the name it had: "(formerly the Northern Council)".
FORMERLY = _words("formerly previously")
#: Descriptions of an office by another name than its own.
SAME_OFFICES: Mapping[str, str] = MappingProxyType(
    {"top diplomat": "foreign minister", "chief diplomat": "foreign minister", "premier": SHORT_TITLES["premier"]}
)
#: Words of a title that say that another holds the office, held it or will.
STANDING_IN = _words("acting interim caretaker deputy successor predecessor elect outgoing incoming designate")
#: Words that open the name of a company or a broadcaster.
BODY_OPENERS = _words("air radio")
#: Words that describe whoever holds one of these.
LEADERS = _words("leader head")
#: What stands between the names of a list, and before whose each is: "X of Kestria and Y of Marovia".
LISTING = frozenset({",", "and", "of", "the"})
#: Words that stand before a plural which means exactly those told of: "the two presidents", "both ministers".
BOTH = frozenset({"the", "the two", "both", "both the", "these two"})
#: Answers that stand behind what they are given to: "Ransom, no."
YES_OR_NO = _words("yes no never please always")
#: Label lines of metadata.
METADATA_LABELS = _words("outlet published author url title date source description updated section")
#: Never part of a name, though often capitalised.
NOT_NAMES = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec spring summer "
    "autumn winter christmas easter ramadan eid gmt utc cet est am pm a.m. p.m. i no no. nos. mr mrs ms dr god x url pdf covid "
    "live flash urgent update breaking exclusive print share read more photo picture image file advertisement home editing "
    "reporting additional statement communique communiqué bulletin page vol part chapter law article resolution km mph lpg lng "
    "neighbouring neighboring nearby internet earth bible koran quran olympics euro dollar brent english french-speaking"
)  # fmt: skip
#: Things at sea and elsewhere that bear names of people.
VESSELS = _words(
    "ship tanker vessel freighter ferry frigate destroyer cruiser carrier trawler yacht boat submarine liner tug barge ss mv hms uss"
)
#: Who is aboard a vessel, and what it has.
CREW = _words("captain crew master skipper mate hull deck seizure boarding sailors crewmen")
#: Common nouns of places: "the port of X", "X, a city of".
PLACE_NOUNS = _words(
    "port city town village capital province region district state island strait gulf river harbour harbor airport suburb "
    "hospital market streets outskirts coast"
)
#: What leads to a place: "on its way to X".
WAYS = _words("way route road voyage trip flight journey visit return")
#: A capitalised phrase that ends so is an event or a paper, not a name.
NOT_NAME_HEADS = _words(
    "meeting meetings conference summit session election elections agreement treaty accord statement statements declaration "
    "day week year plan deal talks visit war protests riots update report edition memorandum address speech conversation"
)
#: Pronouns that open a clause about what stands before them.
RELATIVES = _words("who which that")
#: Pronouns with (gender, plural): m, f, n; None for any.
PRONOUNS: Mapping[str, tuple[Literal["m", "f", "n"] | None, bool]] = MappingProxyType(
    {"he": ("m", False), "him": ("m", False), "his": ("m", False), "himself": ("m", False),
     "she": ("f", False), "her": ("f", False), "hers": ("f", False), "herself": ("f", False),
     "it": ("n", False), "its": ("n", False), "itself": ("n", False),
     "they": (None, True), "them": (None, True), "their": (None, True), "themselves": (None, True)}
)  # fmt: skip
REFLEXIVE = _words("himself herself itself themselves")
#: Role nouns that tell the gender.
GENDERED: Mapping[str, Literal["m", "f"]] = MappingProxyType(
    {"spokesman": "m", "spokeswoman": "f", "chairman": "m", "chairwoman": "f", "king": "m", "queen": "f", "prince": "m",
     "princess": "f", "sultan": "m", "emir": "m", "pope": "m", "bishop": "m", "imam": "m", "brother": "m", "sister": "f",
     "widow": "f", "mother": "f", "father": "m", "son": "m", "daughter": "f", "man": "m", "woman": "f", "boy": "m",
     "girl": "f", "mr": "m", "mr.": "m", "mrs": "f", "mrs.": "f", "ms": "f", "ms.": "f", "sir": "m", "dame": "f", "lord": "m",
     "congressman": "m", "congresswoman": "f", "policeman": "m", "policewoman": "f", "husband": "m", "wife": "f"}
)  # fmt: skip
#: Endings of one surname as men and as women bear it, folded.
GENDERED_SURNAMES = (
    ("ov", "ova"), ("ev", "eva"), ("in", "ina"), ("yn", "yna"), ("sky", "skaya"), ("skiy", "skaya"), ("skyi", "ska"),
    ("sky", "ska"), ("ski", "ska"), ("cki", "cka"), ("zki", "zka"),
)  # fmt: skip
#: Offices whose noun alone names nobody.
ROLES_OF_TWO_WORDS = frozenset(
    {("chief", "justice"), ("associate", "justice"), ("first", "lady"), ("solicitor", "general"), ("head", "coach")}
    | {(word, "elements") for word in ("armed", "criminal", "hostile", "rogue", "extremist", "terrorist", "rebel")}
)
#: Words with which a description tells another than the one there is: "a new government".
ANEW = _words("new next future another")
#: Matters after which bodies are named: "Peace and Security Council", "Food and Drug Administration".
TOPICS = _words(
    "health safety peace security trade industry ports transport fisheries agriculture education culture sport sports energy "
    "environment science technology labour labor social welfare disarmament research development finance planning housing "
    "justice home veterans tourism commerce infrastructure mines forestry food drug securities exchange law order truth "
    "reconciliation human rights foreign interior defence defense internal external economic political water power oil gas "
    "communications information media press youth women family migration asylum border customs revenue budget investment"
)
#: Words after an office that somebody has won or been given and not yet taken: "the president-elect".
COMING = _words("elect designate")
#: Those after whom bodies are named: "People's Alternative".
PEOPLES = _words("people women men children")
#: Offices told with their business: "of the Interior".
MINISTERS, AFFAIRS = _words("minister secretary"), _words("affairs affair")
#: Relatives.
KIN = _words(
    "son daughter wife husband mother father brother sister parents children sons daughters child widow cousin uncle aunt nephew niece"
)
#: Nouns for anybody: "a patient man" holds no office.
ANYBODY = _words("man woman person boy girl guy people friend hero")
#: Words for whoever leads a state, whatever the office.
ANY_LEADER = _words("leader ruler strongman counterpart")
#: States in whose names the family's stands first: "Xi Jinping" is Mr Xi.
FAMILY_NAME_FIRST = frozenset({"CHN", "KHM", "KOR", "PRK", "TWN", "VNM"})
#: Who speaks for one person, or is his kin: "he" in what they tell is that person.
CLOSE_TO = KIN | _words("lawyer attorney spokesman spokeswoman spokesperson doctor physician aide friend")
#: Words before somebody told of for the first time.
INDEFINITE = _words("a an one another")
#: Nouns that mean the state spoken of: "the country".
STATE_NOUNS = _words("country nation state republic kingdom sultanate")


@cache
def role_nouns() -> Mapping[str, str]:
    """Return noun -> person, organisation or group."""
    return MappingProxyType({row["noun"]: row["kind"] for row in table("role_nouns")})


@cache
def role_sectors() -> Mapping[str, str]:
    """Return noun of a role -> its sector in PLOVER's letters, where it has one."""
    return MappingProxyType({row["noun"]: row["sector"] for row in table("role_nouns") if row["sector"]})


@cache
def given_names() -> Mapping[str, Literal["m", "f"]]:
    """Return folded given name -> m or f."""
    return MappingProxyType({row["name"]: "m" if row["gender"] == "m" else "f" for row in table("given_names")})


def body_words(name: str) -> frozenset[str]:
    """Return the words of a body's name that a description would use: "Ministry of Health" gives health, ministry."""
    return frozenset(w for w in name.casefold().split() if w not in JOINERS and w != "the")
