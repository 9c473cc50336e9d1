"""PLOVER JSON and POLECAT: what is coded, as what, and that nothing looks like a fact that is none."""

import csv
import io
import json

import pytest
from msgspec.structs import replace

from consilience.publish import Coding, left_out
from consilience.publish.exports.as_plover import to_plover
from consilience.publish.exports.as_polecat import COLUMNS, OWN_COLUMNS, to_polecat
from consilience.publish.exports.coding import coded

ALL = Coding(all_statuses=True, statements=True)
ONLY_DEEDS = Coding()


def plover(record, coding=ONLY_DEEDS):
    return {event["id"]: event for event in map(json.loads, to_plover(record, coding).decode().splitlines())}


def polecat(record, coding=ONLY_DEEDS):
    text = io.StringIO(to_polecat(record, coding).decode(), newline="")
    return {row["Event ID"]: row for row in csv.DictReader(text, delimiter="\t")}


def test_polecat_has_its_forty_columns_and_then_ours(record):
    header = next(csv.reader(io.StringIO(to_polecat(record).decode()), delimiter="\t"))

    assert len(COLUMNS) == 40
    assert tuple(header) == (*COLUMNS, *OWN_COLUMNS)
    assert all(name.startswith("cons_") for name in OWN_COLUMNS)


@pytest.mark.parametrize("read", [plover, polecat])
def test_only_what_occurred_is_coded_unless_all_is_asked_for(read, record):
    assert {event["cons_status"] for event in read(record).values()} == {"occurred"}
    assert "vienna" not in read(record)
    assert read(record, Coding(all_statuses=True))["vienna"]["cons_status"] == "planned"


def test_what_is_left_out_is_counted_with_its_reason(situation):
    counts = left_out(situation, Coding())

    assert counts == {"without a PLOVER type": 3, "not occurred (--all-statuses takes them in)": 2}
    assert len(plover(situation)) + counts.total() == len(situation.events)
    assert left_out(situation, Coding(all_statuses=True))["of unknown day"] == 1


def test_a_call_has_both_parties_as_actors_with_state_sector_and_office(situation):
    call = plover(situation)["call"]

    assert (call["event"], call["mode"], call["quad_code"], call["date"]) == (["CONSULT"], ["phone"], 1, "2025-03-11")
    assert [actor["identifier_text"] for actor in call["actor"]] == ["Davit Qorashvan", "Ilian Brodesku"]
    assert call["actor"][0] | {"sector": "GOV", "office": "president"} == call["actor"][0]
    assert call["recipient"] == []
    assert (len(call["cons_families"]), len(call["cons_reports"])) == (4, 5)


@pytest.mark.parametrize(
    ("kind", "status", "said_by", "expected", "actor"),
    [
        ("RETREAT", "planned", None, "AGREE", "qorashvan"),
        ("ASSAULT", "planned", None, "THREATEN", "qorashvan"),
        ("CONSULT", "planned", None, "CONSULT", "qorashvan"),
        ("AID", "hoped", None, "REQUEST", "qorashvan"),
        ("AID", "denied", None, "REJECT", "qorashvan"),
        ("ASSAULT", "alleged", "telmari", "ACCUSE", "telmari"),
    ],
)
def test_what_has_not_happened_has_the_type_plover_gives_it(situation, kind, status, said_by, expected, actor):
    deed = replace(situation.events[1], type=kind, mode=None, status=status, said_by=said_by)

    (one,) = coded(replace(situation, events=(deed,)), Coding(all_statuses=True))

    assert (one.type, one.deed, one.status, one.actors[0].entity.id) == (expected, kind, status, actor)


def test_a_charge_names_the_charged_as_recipient(situation):
    deed = replace(situation.events[1], type="ASSAULT", status="alleged", said_by="telmari")

    (one,) = coded(replace(situation, events=(deed,)), Coding(all_statuses=True))

    assert (one.mode, [party.entity.id for party in one.recipients]) == ("allege", ["qorashvan"])


def test_demands_charges_and_promises_are_events_only_when_asked_for(situation):
    told = plover(situation, Coding(statements=True))

    assert told["midnight"]["event"] == ["ACCUSE"]
    assert told["stay"]["event"] == ["AGREE"]
    assert "front" not in told  # saying is no event
    assert "soldier" not in told  # PLOVER has no event without an actor
    assert told["midnight"]["cons_layer"] == "statement"
    assert "midnight" not in plover(situation)


def test_numbers_are_given_only_where_there_is_one(situation):
    figure = replace(situation.figures[1], part_of=None, event="call")
    disputed = replace(situation, figures=(replace(situation.figures[0], event="call"),))

    assert plover(replace(situation, figures=(figure,)))["call"]["dead"] == 9
    assert "dead" not in plover(disputed)["call"]


def test_every_id_is_of_the_record_and_every_citation_quotes_its_text(record, quote):
    entities = {e.id for e in record.entities}
    cells = {c.id for c in (*record.events, *record.statements)}
    for event in plover(record, ALL).values():
        assert event["id"] in cells
        assert {party["cons_entity"] for party in (*event["actor"], *event["recipient"])} <= entities
        words = [quote(record, c["document"], c["start"], c["end"]) for c in event["text_info"]]
        assert [" ".join(w.split()) for w in words] == event["event_text"]
    for row in polecat(record, ALL).values():
        first, _, place = row["cons_evidence"].split("; ")[0].rpartition(":")
        assert " ".join(quote(record, first, *place.split("-")).split()) == row["cons_quote"].removeprefix("'")
        assert set(filter(None, row["cons_actor_ids"].split("; "))) <= entities


def test_no_cell_of_the_table_is_a_formula_or_breaks_its_row(hostile):
    lines = to_polecat(hostile, ALL).decode().split("\n")

    assert all(line.count("\t") == len(COLUMNS) + len(OWN_COLUMNS) - 1 for line in lines if line)
    assert not [cell for line in lines for cell in line.split("\t") if cell.startswith(("=", "+", "-", "@"))]


def test_a_party_has_the_office_it_held_then(situation):
    role = situation.entities[2].roles[0]
    later = replace(role, title="patron", since=situation.events[10].when)
    people = tuple(replace(e, roles=(role, later)) if e.id == "qorashvan" else e for e in situation.entities)

    rows = polecat(replace(situation, entities=people))

    assert rows["call"]["Actor Title"].split("; ")[0] == "president"
    assert rows["call"]["cons_actor_ids"] == "qorashvan; brodesku"
