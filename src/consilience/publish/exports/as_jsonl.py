"""Every cell of the record as JSON lines."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from consilience.model import Record, Situation
from consilience.publish.exports.wording import whole_lines

_ENCODER = msgspec.json.Encoder(order="sorted")
#: The layers in the order of record.json.
LAYERS = (
    "documents", "families", "entities", "events", "statements", "figures", "discrepancies", "timeline",
)  # fmt: skip


class Line(Record, frozen=True):
    """A cell with the name of its layer."""

    layer: str
    cell: msgspec.Raw


def to_jsonl(situation: Situation) -> bytes:
    """Return one line a cell, `{"cell": {...}, "layer": "events"}`, layer by layer; the cell as in record.json.

    The first line, of layer `record`, holds what is no layer: schema, title, span and versions.
    """
    return whole_lines(b"".join(_ENCODER.encode(line) + b"\n" for line in _lines(situation)))


def _lines(situation: Situation) -> Iterator[Line]:
    head = {name: getattr(situation, name) for name in situation.__struct_fields__ if name not in LAYERS}
    yield Line("record", msgspec.Raw(_ENCODER.encode(head)))
    for layer in LAYERS:
        for cell in getattr(situation, layer):
            yield Line(layer, msgspec.Raw(_ENCODER.encode(cell)))
