"""Fifth room: a situation becomes bytes. Nothing is computed here that is not in the record; counting and ordering are.

A new form is one module with one function and one line in `EXPORTERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from consilience.publish.as_brief import to_brief, to_plain_brief
from consilience.publish.as_json import from_json, to_json
from consilience.publish.as_page import to_page
from consilience.publish.as_table import to_table
from consilience.publish.exports.as_calendar import to_calendar
from consilience.publish.exports.as_csv import to_csv
from consilience.publish.exports.as_ftm import to_ftm
from consilience.publish.exports.as_jsonl import to_jsonl
from consilience.publish.exports.as_network import to_gexf, to_graphml
from consilience.publish.exports.as_plover import to_plover
from consilience.publish.exports.as_polecat import to_polecat
from consilience.publish.exports.as_rdf import to_jsonld, to_turtle
from consilience.publish.exports.as_sqlite import to_datasette, to_sqlite
from consilience.publish.exports.as_timeline import to_timeline
from consilience.publish.exports.coding import Coding, left_out

#: Every form a record can take, by the name the command line and the documentation use. All are deterministic; those
#: in `CODED` also take a `Coding`. What a form needs of heavy libraries it imports when it is asked for.
EXPORTERS: Mapping[str, Callable[..., bytes]] = MappingProxyType(
    {
        "json": to_json,
        "page": to_page,
        "brief": to_brief,
        "table": to_table,
        "plover": to_plover,
        "polecat": to_polecat,
        "csv": to_csv,
        "jsonl": to_jsonl,
        "graphml": to_graphml,
        "gexf": to_gexf,
        "timeline": to_timeline,
        "ics": to_calendar,
        "jsonld": to_jsonld,
        "turtle": to_turtle,
        "ftm": to_ftm,
        "sqlite": to_sqlite,
        "datasette": to_datasette,
    }
)

#: Forms of event data: what goes into them can be chosen.
CODED = frozenset({"plover", "polecat"})

#: What a folder of results calls each form.
FILE_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "json": "record.json",
        "page": "report.html",
        "brief": "brief.md",
        "table": "events.csv",
        "plover": "events.plover.jsonl",
        "polecat": "events.polecat.tsv",
        "csv": "layers.zip",
        "jsonl": "layers.jsonl",
        "graphml": "contacts.graphml",
        "gexf": "contacts.gexf",
        "timeline": "timeline.json",
        "ics": "events.ics",
        "jsonld": "record.jsonld",
        "turtle": "record.ttl",
        "ftm": "entities.ftm.json",
        "sqlite": "record.db",
        "datasette": "datasette.json",
    }
)

__all__ = [
    "CODED",
    "EXPORTERS",
    "FILE_NAMES",
    "Coding",
    "from_json",
    "left_out",
    "to_brief",
    "to_json",
    "to_page",
    "to_plain_brief",
    "to_table",
]
