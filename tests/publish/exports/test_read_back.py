"""Each form is read back by the library that its users read it with."""

import csv
import io
import json
import sqlite3
import zipfile
from datetime import date

import msgspec
import pytest

from consilience.model import Situation
from consilience.publish import EXPORTERS
from consilience.publish.exports.as_jsonl import LAYERS
from consilience.publish.exports.as_rdf import IDS, OA, PROV, SEM, TERMS

HYPOTHETICAL = {"gates", "crossing", "vienna", "water"}


def ids_of(record):
    layers = (record.documents, record.families, record.entities, record.events, record.statements, record.figures)
    return {c.id for layer in (*layers, record.discrepancies) for c in layer} | {
        r.id for f in record.figures for r in f.readings
    }


def tables_of(record):
    with zipfile.ZipFile(io.BytesIO(EXPORTERS["csv"](record))) as archive:
        return {
            name.removesuffix(".csv"): list(csv.DictReader(io.StringIO(archive.read(name).decode(), newline="")))
            for name in archive.namelist()
        }


def test_csv_has_every_cell_of_every_layer(record):
    tables = tables_of(record)

    for layer in ("documents", "families", "entities", "events", "statements", "figures", "discrepancies", "timeline"):
        assert len(tables[layer]) == len(getattr(record, layer)), layer
    assert len(tables["readings"]) == sum(len(f.readings) for f in record.figures)
    assert {row["id"]: row["status"] for row in tables["events"]} == {e.id: e.status for e in record.events}


def test_csv_citations_quote_their_text_and_lead_to_cells(record, quote):
    tables, ids = tables_of(record), ids_of(record)

    for row in tables["citations"]:
        assert row["cell"].split("/")[0] in ids
        assert quote(record, row["document"], row["start"], row["end"]) == row["text"].removeprefix("'")


def test_csv_has_no_formula(hostile):
    cells = [cell for rows in tables_of(hostile).values() for row in rows for cell in row.values()]

    assert "'=HYPERLINK(1)" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "\t", "\r"))]


def test_jsonl_holds_the_whole_record(record):
    lines = [json.loads(line) for line in EXPORTERS["jsonl"](record).splitlines()]
    whole = lines[0]["cell"] | {layer: [x["cell"] for x in lines if x["layer"] == layer] for layer in LAYERS}

    assert msgspec.convert(whole, Situation) == record


@pytest.fixture
def base(record):
    connection = sqlite3.connect(":memory:")
    connection.deserialize(EXPORTERS["sqlite"](record))
    yield connection
    connection.close()


def test_sqlite_keeps_its_foreign_keys_and_is_whole(base, record):
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert base.execute("SELECT id FROM events ORDER BY rowid").fetchall() == [(e.id,) for e in record.events]
    assert base.execute("SELECT event, entity FROM event_parties WHERE event = 'call'").fetchall() == [
        ("call", "qorashvan"),
        ("call", "brodesku"),
    ]


def test_sqlite_finds_sentences_and_who_cites_them(base, record):
    found = base.execute("SELECT rowid FROM sentences_fts WHERE sentences_fts MATCH 'upstream OR dam'").fetchall()
    query = "SELECT s.document, s.start, s.end, s.text, c.cell FROM citations c JOIN sentences s ON s.id = c.sentence"

    assert found
    for document, start, end, text, cell in base.execute(query):
        assert next(d for d in record.documents if d.id == document).text[start:end] == text
        assert cell.split("/")[0] in ids_of(record)


def test_sqlite_finds_what_sqlite_cannot_fold(situation):
    words = situation.documents[0].text[:40]
    name = msgspec.structs.replace(
        situation.documents[0], text="Kılıçdaroğlu".ljust(40) + situation.documents[0].text[40:]
    )
    event = msgspec.structs.replace(situation.events[0], evidence=(msgspec.structs.replace(situation.events[0].evidence[0], document=name.id, start=0, end=12),))  # fmt: skip
    record = msgspec.structs.replace(
        situation, documents=(name, *situation.documents[1:]), events=(event, *situation.events[1:])
    )
    connection = sqlite3.connect(":memory:")
    connection.deserialize(EXPORTERS["sqlite"](record))

    found = connection.execute("SELECT text FROM sentences_fts WHERE sentences_fts MATCH 'kilicdaroglu'").fetchall()

    connection.close()
    assert words
    assert found == [("Kılıçdaroğlu",)]


def test_datasette_metadata_describes_the_tables_of_the_database(base, record):
    described = json.loads(EXPORTERS["datasette"](record))["databases"]["record"]["tables"]
    made = {name for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}

    assert set(described) <= made
    assert made - set(described) <= {n for n in made if n.startswith("sentences_fts")} | {"about"}


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_the_network_is_read_by_networkx_with_status_and_sentence(form, record, quote):
    networkx = pytest.importorskip("networkx")
    read = {"graphml": networkx.read_graphml, "gexf": networkx.read_gexf}[form]

    graph = read(io.BytesIO(EXPORTERS[form](record)))

    assert set(graph.nodes) <= {e.id for e in record.entities}
    edges = [about for _, _, about in graph.edges(data=True)]
    assert {about["cell"] for about in edges} == {"call", "second-call", "front"}
    for about in edges:
        words = quote(record, about["document"], about["from"], about["upto"])
        assert " ".join(words.split()) == " ".join(about["quote"].split())


def test_a_planned_meeting_is_no_contact_that_took_place(situation):
    networkx = pytest.importorskip("networkx")
    meeting = msgspec.structs.replace(situation.events[2], status="planned")

    graph = networkx.read_graphml(
        io.BytesIO(EXPORTERS["graphml"](msgspec.structs.replace(situation, events=(meeting,))))
    )

    (edge,) = [about for _, _, about in graph.edges(data=True) if about["layer"] == "event"]
    assert edge["status"] == "planned"
    assert edge["label"].startswith("[planned] ")


def test_timeline_slides_are_dated_laned_by_status_and_hold_no_markup_of_reports(record):
    slides = json.loads(EXPORTERS["timeline"](record))

    assert {s["unique_id"] for s in slides["events"]} == {e.id for e in record.events if e.when}
    assert slides["title"]["text"]["text"] == "1 event of unknown day not shown."
    for slide in slides["events"]:
        assert ("[" + slide["group"] in slide["text"]["headline"]) == (slide["group"] != "occurred")
        assert "<script" not in slide["text"]["headline"] + slide["text"]["text"] + slides["title"]["text"]["headline"]


def test_the_calendar_has_whole_days_and_says_what_is_uncertain(record):
    icalendar = pytest.importorskip("icalendar")

    calendar = icalendar.Calendar.from_ical(EXPORTERS["ics"](record))

    entries = {str(e["uid"]).removesuffix("@consilience"): e for e in calendar.walk("VEVENT")}
    assert set(entries) == {e.id for e in record.events if e.when}
    assert (entries["gates"]["dtstart"].dt, entries["gates"]["dtend"].dt) == (date(2025, 3, 9), date(2025, 3, 11))
    assert "The day is uncertain" in entries["gates"]["description"]
    assert (entries["call"]["status"], entries["vienna"]["status"]) == ("CONFIRMED", "TENTATIVE")
    assert entries["vienna"]["summary"].startswith("[planned] ")
    assert all(not entries[e]["summary"].startswith("[") for e in entries.keys() - HYPOTHETICAL)


@pytest.mark.parametrize(("form", "parser"), [("turtle", "turtle"), ("jsonld", "json-ld")])
def test_linked_data_keeps_what_occurred_apart_from_the_rest(form, parser, record):
    rdflib = pytest.importorskip("rdflib")
    graph = rdflib.Graph().parse(data=EXPORTERS[form](record), format=parser)

    happened = {str(s).removeprefix(IDS) for s in graph.subjects(rdflib.RDF.type, rdflib.URIRef(SEM + "Event"))}

    assert happened == {e.id for e in record.events} - HYPOTHETICAL
    with_actors = {str(s).removeprefix(IDS) for s in graph.subjects(rdflib.URIRef(SEM + "hasActor"))}
    assert with_actors <= happened
    labels = {e: str(graph.value(rdflib.URIRef(IDS + e), rdflib.RDFS.label)) for e in HYPOTHETICAL}
    assert all(label.startswith("[") for label in labels.values())


def test_web_annotations_find_their_words_by_position_and_by_quotation(record):
    rdflib = pytest.importorskip("rdflib")
    graph = rdflib.Graph().parse(data=EXPORTERS["turtle"](record), format="turtle")
    texts = {d.id: d.text for d in record.documents}
    known = ids_of(record)

    def one(subject, term):
        return graph.value(subject, rdflib.URIRef(term))

    notes = list(graph.subjects(rdflib.RDF.type, rdflib.URIRef(OA + "Annotation")))
    assert len(notes) > 30
    for note in notes:
        target = one(note, OA + "hasTarget")
        text = texts[str(one(target, OA + "hasSource")).removeprefix(IDS)]
        position, words = (rdflib.URIRef(f"{target}:{name}") for name in ("position", "quote"))
        start, end = (int(one(position, OA + name)) for name in ("start", "end"))
        exact, prefix, suffix = (str(one(words, OA + name) or "") for name in ("exact", "prefix", "suffix"))
        assert text[start:end] == exact
        assert prefix + exact + suffix in text.replace("\x00", "\ufffd").replace("\x07", "\ufffd")
        assert str(one(note, OA + "hasBody")).removeprefix(IDS) in known


def test_turtle_and_jsonld_say_the_same(situation):
    rdflib = pytest.importorskip("rdflib")

    turtle = rdflib.Graph().parse(data=EXPORTERS["turtle"](situation), format="turtle")
    jsonld = rdflib.Graph().parse(data=EXPORTERS["jsonld"](situation), format="json-ld")

    assert set(turtle) == set(jsonld)
    assert rdflib.URIRef(PROV + "wasDerivedFrom") in set(turtle.predicates())
    assert rdflib.URIRef(TERMS + "independentSource") in set(turtle.predicates())


def test_follow_the_money_entities_lead_only_to_one_another(record):
    entities = {e["id"]: e for e in map(json.loads, EXPORTERS["ftm"](record).decode().splitlines())}

    assert set(entities) <= ids_of(record)
    assert entities["call"]["schema"] == "Call"
    assert entities["vienna"]["schema"] == "Event"
    assert entities["vienna"]["properties"]["name"][0].startswith("[planned] ")
    for one in entities.values():
        for name in ("involved", "proof", "caller", "receiver"):
            assert set(one["properties"].get(name, ())) <= set(entities)
        assert "javascript" not in str(one["properties"].get("sourceUrl"))


def test_follow_the_money_reads_every_property(situation):
    ftm = pytest.importorskip("followthemoney")

    for line in EXPORTERS["ftm"](situation).decode().splitlines():
        told = json.loads(line)
        proxy = ftm.model.get_proxy(told, cleaned=False)
        assert proxy.to_dict()["properties"].keys() == told["properties"].keys(), told
        assert not proxy.schema.validate(told)
