"""Terms of office fetched anew: the question to Wikidata, and its answer read into the user's own file.

Nothing here touches a network: whoever has one passes what was answered. An answer kept as a file gives the same again.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from consilience.errors import UsageError
from consilience.knowledge.offices import office_key
from consilience.knowledge.own_names import changed
from consilience.lang.states import states
from consilience.naming import fold

ENDPOINT = "https://query.wikidata.org/sparql"
#: How many characters of a day are known at Wikidata's precisions 9 (year), 10 (month) and 11 (day).
_PRECISION = {"9": 4, "10": 7, "11": 10}
_QUESTION = """SELECT ?person ?personLabel ?position ?positionLabel ?start ?startPrecision ?end ?endPrecision WHERE {{
  ?state wdt:P298 "{iso3}" . ?position wdt:P1001|wdt:P17 ?state . ?person p:P39 ?held . ?held ps:P39 ?position .
  ?held pqv:P580 [ wikibase:timeValue ?start ; wikibase:timePrecision ?startPrecision ] .
  OPTIONAL {{ ?held pqv:P582 [ wikibase:timeValue ?end ; wikibase:timePrecision ?endPrecision ] . }}
  FILTER(YEAR(?start) >= {since} || !BOUND(?end))
  SERVICE wikibase:label {{ bd:serviceParam wikibase:language "en" . }}
}} ORDER BY ?person ?position ?start"""


class FetchedTerm(NamedTuple):
    """A term of office as Wikidata gives it; days as precise as it gives them."""

    iso3: str
    qid: str
    person: str
    title: str
    since: str
    until: str


def question(iso3: str, since: int) -> str:
    """Return the SPARQL that asks for the terms of office in a state that began in *since* or later, or are open."""
    return _QUESTION.format(iso3=iso3, since=since)


def read_answer(iso3: str, answer: bytes) -> tuple[FetchedTerm, ...]:
    """Return the terms in Wikidata's JSON answer for a state, in its order, each once.

    Raises:
        UsageError: it is no such answer.
    """
    try:
        rows = json.loads(answer)["results"]["bindings"]
        return tuple(dict.fromkeys(_term(iso3, row) for row in rows if row["personLabel"]["value"][:1].isalpha()))
    except (ValueError, KeyError, TypeError) as problem:
        raise UsageError(f"the answer for {iso3} is not the JSON that Wikidata's query service gives.") from problem


def _term(iso3: str, row: dict[str, dict[str, str]]) -> FetchedTerm:
    days = {
        side: row[side]["value"].lstrip("+")[: _PRECISION.get(row[f"{side}Precision"]["value"], 4)]
        if side in row
        else ""
        for side in ("start", "end")
    }
    title = row["positionLabel"]["value"]
    return FetchedTerm(
        iso3, row["person"]["value"].rsplit("/", 1)[-1], row["personLabel"]["value"], title, days["start"], days["end"]
    )


def add_terms(terms: Sequence[FetchedTerm], own: Path, day: str) -> int:
    """Put *terms* into the user's file *own*, seen on *day*; return how many it then holds. All or none."""
    with changed(own) as database:
        for t in terms:
            values = (_entity(database, t), _office(database, t), t.since, t.until, day, "w")
            database.execute("insert or replace into term values (?, ?, ?, ?, ?, ?)", values)
        return int(database.execute("select count(*) from term").fetchone()[0])


def _entity(database: sqlite3.Connection, t: FetchedTerm) -> int:
    found = database.execute("select id from entity where qid = ?", (t.qid,)).fetchone()
    if found:
        return int(found[0])
    values = (t.qid, t.qid, "person", t.person, t.iso3, "GOV")
    made = database.execute(
        "insert into entity (ref, qid, kind, label, iso3, sector) values (?, ?, ?, ?, ?, ?)", values
    )
    database.execute(
        "insert into name values (?, ?, ?, 'label', null, null)", (fold(t.person), made.lastrowid, t.person)
    )
    return int(made.lastrowid or 0)


def _office(database: sqlite3.Connection, t: FetchedTerm) -> int:
    found = database.execute("select id from office where iso3 = ? and title = ?", (t.iso3, t.title)).fetchone()
    if found:
        return int(found[0])
    values = (t.iso3, t.title, office_key(_without_state(t)))
    return int(database.execute("insert into office (iso3, title, key) values (?, ?, ?)", values).lastrowid or 0)


def _without_state(t: FetchedTerm) -> str:
    """Return "Minister of Ports" of "Minister of Ports of Norland"."""
    names = sorted({n for s in states() if s.iso3 == t.iso3 for n in s.names}, key=len, reverse=True)
    for name in names:
        for ending in (f" of the {name}", f" of {name}", f", {name}"):
            if t.title.endswith(ending):
                return t.title.removesuffix(ending)
    return t.title
