"""Bytes to text: decoded, line ends unified, nothing else."""

from __future__ import annotations

import re

from charset_normalizer import from_bytes

from consilience.errors import UnreadableInputError
from consilience.model import Record
from consilience.read.page import Source

#: A file with more control characters than this share is no text.
MOST_CONTROLS = 0.02
#: How much of a file the guess at its encoding looks at, in bytes.
GUESSED_FROM = 200_000
#: Marks of UTF-16 and UTF-32 files. The longer ones come first: the UTF-32 mark begins with that of UTF-16.
BYTE_ORDER_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


class Decoded(Record, frozen=True):
    """A text and what has to be said about how it was decoded."""

    text: str
    notes: tuple[str, ...] = ()


def decode(source: Source) -> Decoded:
    """Return the text of *source*: UTF-8 if it is, else what its mark or its bytes suggest, with a note.

    CR LF and CR become LF; a byte order mark is no part of the text.

    Raises:
        UnreadableInputError: the bytes are no text.
    """
    decoded = _by_mark(source.content) or _as_utf8(source.content) or _by_guess(source)
    text = unified(decoded.text)
    if _is_binary(text):
        raise UnreadableInputError(f"{source.name} is no text. Convert it to text, HTML, PDF or DOCX first.")
    return Decoded(text, decoded.notes)


def unified(text: str) -> str:
    """Return *text* with LF for every line end and without a byte order mark."""
    return text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")


def _by_mark(content: bytes) -> Decoded | None:
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return Decoded(content.decode(encoding, "replace"), (f"The file is {encoding.upper()}.",))
    return None


def _as_utf8(content: bytes) -> Decoded | None:
    try:
        return Decoded(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return None


def _by_guess(source: Source) -> Decoded:
    guess = from_bytes(source.content[:GUESSED_FROM]).best()
    if guess is None:
        raise UnreadableInputError(f"{source.name} is no text in any known encoding. Convert it to UTF-8.")
    text = source.content.decode(guess.encoding, "replace")
    return Decoded(text, (f"The file is not UTF-8; it was read as {guess.encoding}.",))


def _is_binary(text: str) -> bool:
    controls = len(re.findall(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]", text))
    return "\x00" in text[:4096] or controls > MOST_CONTROLS * len(text)
