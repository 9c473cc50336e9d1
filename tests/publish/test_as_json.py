import json

import pytest
from msgspec.structs import replace

from consilience.errors import UnreadableInputError
from consilience.publish import from_json, to_json


def test_a_record_read_back_is_the_same_record(situation):
    assert from_json(to_json(situation)) == situation


def test_two_writings_are_the_same_bytes_and_end_in_a_newline(situation):
    assert to_json(situation) == to_json(situation)
    assert to_json(situation).endswith(b"}\n")


def test_keys_are_sorted_and_indented_so_that_records_can_be_compared_by_line(situation):
    lines = to_json(situation).decode().splitlines()

    assert lines[1].startswith(' "built_with"')
    assert [line[2:] for line in lines if line.startswith(' "')] == sorted(
        line[2:] for line in lines if line.startswith(' "')
    )


def test_names_are_those_of_the_contract(situation):
    record = json.loads(to_json(situation))

    assert set(record["entities"][0]) == {"id", "kind", "name", "aliases", "wikidata", "country", "roles", "mentions"}
    (role,) = next(entity for entity in record["entities"] if entity["id"] == "telmari")["roles"]
    assert {"from", "to"} <= set(role)


@pytest.mark.parametrize("data", [b"", b"{}", b"[1]", b"\xff\xfe", b'{"schema": "one"}'])
def test_what_is_no_record_is_refused_with_advice(data):
    with pytest.raises(UnreadableInputError, match="consilience run"):
        from_json(data)


def test_a_field_we_do_not_know_is_refused_rather_than_lost(situation):
    record = json.loads(to_json(situation)) | {"verdict": "true"}

    with pytest.raises(UnreadableInputError, match="verdict"):
        from_json(json.dumps(record).encode())


def test_another_schema_is_refused(situation):
    with pytest.raises(UnreadableInputError, match="schema 2"):
        from_json(to_json(replace(situation, schema=2)))
