"""The record as JSON, and back."""

from __future__ import annotations

import msgspec

from consilience.errors import UnreadableInputError
from consilience.model import SCHEMA, Situation

_ENCODER = msgspec.json.Encoder(order="sorted")
_DECODER = msgspec.json.Decoder(Situation)


def to_json(situation: Situation) -> bytes:
    """Return the record as UTF-8 JSON: keys sorted, one space of indent, a newline at the end.

    The same situation gives the same bytes, so that two records can be compared line by line.
    """
    return msgspec.json.format(_ENCODER.encode(situation), indent=1) + b"\n"


def from_json(data: bytes) -> Situation:
    """Return the record that *data* holds.

    Raises:
        UnreadableInputError: it is not JSON, not of this schema, or has a field this version does not know.
    """
    try:
        situation = _DECODER.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UnreadableInputError(
            f"This is no record of schema {SCHEMA}: {error}. Build it again with `consilience run`."
        ) from error
    if situation.schema != SCHEMA:
        raise UnreadableInputError(
            f"The record has schema {situation.schema}, this version reads schema {SCHEMA}. "
            "Build it again with `consilience run`."
        )
    return situation
