"""Derive lang/data/role_nouns.tsv and given_names.tsv.

    python tools/build_nouns.py LEXICONS_FOLDER

Sources: Open English WordNet (CC BY 4.0) and the PETRARCH agents (MIT) for the nouns, the counted given names of
office holders (CC0). Columns under CC BY-SA are not used.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

OUT = Path(__file__).parent.parent / "src" / "consilience" / "lang" / "data"
#: What stands above each table: what it is, from where, under which licence.
NOTES = {
    "role_nouns.tsv": "# Nouns for people and bodies, with PLOVER sectors. Derived by tools/build_nouns.py from Open English WordNet (CC BY 4.0)\n"
    "# and PETRARCH (MIT). CC BY 4.0.",
    "given_names.tsv": "# Given names and who bears them. Counted by tools/build_nouns.py over office holders in Wikidata (CC0). CC0.",
}
#: Nouns that name people or bodies in a dictionary and something else in the news.
NOT_ROLES = set("""party state power force body head face hand eye back side figure star model baby people person others other human being one man woman child
    girl boy self soul mind case number order line point member group team family friend life love home house school world nation country republic union agent source
    dog cat bear fox wolf shark snake rat pig cow horse bull angel devil god goddess beauty hero villain heart mouth nose tongue host guest match game play
    second third first minute principal cover contact subject object patient character mother father tanker carrier freighter cutter cruiser destroyer liner striker
    wave fall crash quake storm spring plant current mark mount will bill grace frank rich dick bob art drew sue dean dale glen cliff heath hunter mason potter walker
    male female adult minor senior junior white black asian young old dead wounded injured counter bomber fighter trader lead holder range speaker caller
    name record report letter press media paper answer question reply call talk visitor traffic camp bed street church ministerial general public private major
    """.split())  # fmt: skip
#: Own: what the sources lack.
MORE = {
    "person": """spokesman spokeswoman spokesperson minister president premier mayor governor senator lawmaker diplomat official ambassador envoy commander general admiral colonel
        captain chief chairman chairwoman chairperson secretary-general director leader lawyer prosecutor judge doctor nurse teacher driver owner manager fisherman shopkeeper baker engineer
        journalist correspondent reporter witness resident neighbour neighbor relative cousin brother sister widow mother father son daughter analyst expert activist candidate counterpart
        monitor observer rescuer firefighter soldier policeman sailor seafarer commando trooper officer protester protestor demonstrator rioter refugee migrant villager farmer worker employee
        head deputy adviser advisor aide secretary king queen prince princess sultan emir pope bishop imam critic opponent rival successor predecessor interlocutor colleague
        citizen voter civilian passenger student trader broker economist scientist volunteer organiser organizer negotiator mediator vice-president chancellor speaker coordinator
        excellency majesty highness hostage gunman militant insurgent rebel terrorist extremist attacker assailant suspect victim survivor casualty orphan paramedic medic pilot crewman consul attaché boss boy girl
        man woman child people person supporter member""",
    "organisation": """ministry presidency government cabinet parliament court police army navy military militia office administration authority agency commission committee council
        party coalition bloc alliance embassy consulate company firm bank union federation association organisation organization group mission department bureau directorate secretariat
        opposition assembly senate congress chamber regime junta force forces troops battalion brigade service hospital university newspaper broadcaster outlet agency watchdog charity
        foundation television radio tv institute tribunal panel board delegation movement front league syndicate crew team side staff press guard coastguard municipality state-owned operator regulator insurer
        capital's ngo""",
    "group": """officials authorities protesters demonstrators rioters diplomats ministers leaders presidents soldiers troops peacekeepers firefighters rescuers doctors workers residents
        relatives lawmakers officers sailors fishermen observers experts analysts journalists civilians refugees families survivors witnesses critics supporters organisers sides parties
        envoys ambassadors prosecutors investigators commandos militants rebels terrorists extremists crowd marchers voters citizens people victims casualties crew""",
}  # fmt: skip


def main(folder: Path) -> None:
    rows: dict[str, tuple[str, str]] = {}
    with (folder / "person_nouns.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            noun = row["noun"]
            common = (
                row["rank"] == "1"
                and (row["news_sector"] or row["occupational"] == "Y")
                and row["news_sector"] != "NAT"
            )
            if (
                row["kind"] == "person"
                and common
                and noun not in NOT_ROLES
                and noun.isalpha()
                and noun.islower()
                and len(noun) > 3
            ):
                rows.setdefault(noun, ("person", row["news_sector"]))
    for kind, nouns in MORE.items():
        for noun in nouns.split():
            rows[noun] = (kind, rows.get(noun, ("", ""))[1])
    write("role_nouns.tsv", ("noun", "kind", "sector"), sorted((noun, *rest) for noun, rest in rows.items()))
    names: dict[str, tuple[int, int]] = {}
    with (folder / "given_names/given_names.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            male, female = names.get(row["folded"], (0, 0))
            names[row["folded"]] = (male + int(row["male"] or 0), female + int(row["female"] or 0))
    kept = [
        (n, "m" if m > f else "f")
        for n, (m, f) in names.items()
        if max(m, f) >= 9 * min(m, f) and n.replace("-", "").isalpha()
    ]
    write("given_names.tsv", ("name", "gender"), sorted(kept))


def write(name: str, header: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    lines = [NOTES[name], "\t".join(header), *("\t".join(row) for row in rows)]
    (OUT / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
