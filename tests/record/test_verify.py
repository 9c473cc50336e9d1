"""A record that breaks a promise is refused."""

import pytest
from msgspec.structs import replace

from consilience.errors import UnsoundRecordError
from consilience.model import Span
from consilience.record import verify


@pytest.fixture(scope="module")
def record(built, report):
    return built(report("Police arrested Tuuli Holm in Oslo on Monday.", outlet="A", published="2025-03-11"))


def test_a_sound_record_is_returned_as_it_is(record):
    assert verify(record) is record


@pytest.mark.parametrize(
    ("field", "value", "complaint"),
    [
        ("evidence", (), "evidence is empty"),
        ("evidence", (Span("doc-none", 0, 4),), "no span of a document"),
        ("evidence", (Span("doc-none", 4, 4),), "no span of a document"),
        ("actors", ("ent-none",), "actors leads to ent-none"),
        ("families", ("fam-none",), "families leads to fam-none"),
    ],
)
def test_a_broken_promise_is_named(record, field, value, complaint):
    broken = replace(record, events=tuple(replace(e, **{field: value}) for e in record.events))

    with pytest.raises(UnsoundRecordError, match=complaint):
        verify(broken)


def test_two_cells_of_one_id_are_refused(record):
    with pytest.raises(UnsoundRecordError, match="is used 2 times"):
        verify(replace(record, events=record.events * 2))
