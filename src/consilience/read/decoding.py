"""Bytes to text: decoded, line ends unified, nothing else."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from charset_normalizer import from_bytes
from msgspec.structs import replace

from consilience.errors import UnreadableInputError
from consilience.model import Record
from consilience.read.page import Source

#: Of a text or page that becomes one report no more bytes are decoded: whatever the encoding, they hold all of it that
#: is read.
BEGINNING = 8_000_000
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

#: Where most files that are neither UTF-8 nor say what they are come from: a Windows set to a Western language.
WESTERN = "cp1252"
#: The Windows code pages of the Latin script: a text that is ASCII for the most part is not in one of DOS or Macintosh.
LATIN = ["cp1252", "cp1250", "cp1254", "cp1257"]
#: Other bytes than ASCII, as a share of a text's visible ones: up to the first it is Western whatever statistics say of
#: a few accents, above the second its script is not Latin. Names in an English report give .01 to .07, French and
#: German .05 to .17, Polish and Czech .13 to .20, Russian, Greek and Japanese above .8.
FEW_ACCENTS, MOST_LATIN = 0.10, 0.5
#: So few other bytes than ASCII are no ground for statistics.
TOO_FEW = 8
#: Files say in their first bytes what they are encoded in. HTML asks for it in the first 1,024, many pages are later.
DECLARED_WITHIN = 4096
_DECLARATION = re.compile(
    rb"""<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([\w.:-]+)|<meta[^>]{0,500}?\scharset\s*=\s*["']?\s*([\w.:-]+)"""
    rb"""|<meta[^>]{0,500}?;\s*charset\s*=\s*([\w.:-]+)""",
    re.IGNORECASE,
)
#: Declared where UTF-8 was found not to hold, or by codecs that take text for program source: no encodings of a file.
_NO_SUCH = ("utf", "unicode", "raw")
#: Web pages that declare these are in `WESTERN`. Source: WHATWG, Encoding Standard, section 4.2.
_MEANS_WESTERN = frozenset({"iso8859-1", "ascii"})
_CHARACTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
#: Of all bytes that are not ASCII, so many make characters of UTF-8 if a file is UTF-8 in part; chance makes a few, as
#: in "Schluß…" in cp1252.
MIXED = 0.1
#: Large files are counted and taken apart in blocks of so many bytes: a match for each character would fill the memory.
BLOCK = 1_000_000
_OTHERS = bytes(range(0x80, 0x100))
#: Quotation marks, dashes and dots: the same in every code page of Windows, so they tell none from another.
_PUNCTUATION = bytes((0x82, 0x84, 0x85, *range(0x91, 0x98)))
_CONTROLS = "".join(map(chr, (*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0xFFFD)))


class Decoded(Record, frozen=True):
    """A text and what has to be said about how it was decoded."""

    text: str
    notes: tuple[str, ...] = ()


def decode(source: Source, declared: str | None = None) -> Decoded:
    """Return the text of *source*: UTF-8 if it is, else as its mark, its declaration or its bytes say, with a note.

    *declared* is the encoding that an envelope names; without it the file's own declaration is looked for. A file
    written in two encodings is decoded line by line. CR LF and CR become LF; a byte order mark is no part of the text.

    Raises:
        UnreadableInputError: the bytes are no text.
    """
    content = source.content
    decoded = _by_mark(content) or _as_utf8(content)
    if decoded is None:
        name = _encoding(declared or _declaration(content))
        # Any bytes at all can be read as Western, UTF-8 too, so that claim is heard after the look at the lines.
        decoded = (_as(content, name) if name != WESTERN else None) or _by_lines(content) or _as(content, name)
    decoded = decoded or _by_guess(source)
    text = unified(decoded.text)
    if _is_binary(text):
        raise UnreadableInputError(f"{source.name} is no text. Convert it to text, HTML, PDF or DOCX first.")
    return Decoded(text, decoded.notes)


def beginning(source: Source) -> Source:
    """Return a text or page without what stands too far behind to be read; no character of UTF-8 is cut in two."""
    if len(source.content) <= BEGINNING:
        return source
    end = next(n for n in range(BEGINNING, 0, -1) if not 0x80 <= source.content[n] < 0xC0 or n == BEGINNING - 4)
    return replace(source, content=source.content[:end])


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
    except UnicodeDecodeError as problem:
        # Half a character at the end is a cut if others in the file begin like it; "René" at the end of one is none.
        begins = content[problem.start : problem.start + 1]
        if problem.reason == "unexpected end of data" and begins in content[: problem.start]:
            return Decoded(content.decode("utf-8-sig", "replace"), ("The file breaks off within a character.",))
        return None


def _declaration(content: bytes) -> str:
    """Return what a page says of its encoding in its head, "" if nothing."""
    found = _DECLARATION.search(content[:DECLARED_WITHIN])
    return next(filter(None, found.groups())).decode("ascii", "replace") if found else ""


def _encoding(declared: str) -> str | None:
    """Return the codec of an encoding by its name; None if there is none, or if it is UTF-8, which was tried."""
    try:
        name = codecs.lookup(declared).name
    except (LookupError, ValueError):
        return None
    return WESTERN if name in _MEANS_WESTERN else None if name.startswith(_NO_SUCH) else name


def _as(content: bytes, encoding: str | None) -> Decoded | None:
    try:
        return Decoded(content.decode(encoding), (_told(encoding),)) if encoding else None
    except (LookupError, ValueError):
        return None


def _by_lines(content: bytes) -> Decoded | None:
    """Return the text of a file that is UTF-8 in some lines and not in others; None if it is none such."""
    known, others = (sum(map(count, _blocks(content))) for count in (_in_utf8, _others))
    if not known or known < MIXED * others:
        return None
    foreign = _foreign_lines(content)
    if 2 * known <= others and not _is_latin(foreign):
        return None
    encoding = (_guess(foreign) if foreign else None) or WESTERN
    text = "".join(_of_lines(block, encoding) for block in _blocks(content))
    return Decoded(text, (f"The file is UTF-8 in some lines and {encoding} in others; it was decoded line by line.",))


def _blocks(content: bytes) -> Iterator[bytes]:
    """Yield whole lines, about `BLOCK` bytes at a time."""
    start = 0
    while start < len(content):
        end = content.find(b"\n", start + BLOCK) + 1 or len(content)
        yield content[start:end]
        start = end


def _foreign_lines(content: bytes) -> bytes:
    """Return lines that are not UTF-8, as many as a guess looks at."""
    found = bytearray()
    for block in _blocks(content):
        for line in block.split(b"\n"):
            if not _is_utf8(line):
                found += line + b"\n"
        if len(found) > GUESSED_FROM:
            break
    return bytes(found[:GUESSED_FROM])


def _of_lines(block: bytes, encoding: str) -> str:
    """Return the text of lines: those of UTF-8 with a stray byte here and there as Western, others in *encoding*."""
    decoded = (
        line.decode("utf-8", STRAYS) if _is_utf8(line) else line.decode(encoding, "replace")
        for line in block.split(b"\n")
    )
    return "\n".join(decoded)


def _is_utf8(line: bytes) -> bool:
    """Say whether most bytes that are not ASCII make characters of UTF-8: a page may be all one line."""
    return 2 * _in_utf8(line) >= _others(line) if not line.isascii() else True


def _in_utf8(content: bytes) -> int:
    return len(content) - len(_CHARACTER.sub(b"", content))


def _others(content: bytes) -> int:
    return len(content) - len(content.translate(None, _OTHERS))


def _by_guess(source: Source) -> Decoded:
    encoding = _guess(source.content)
    if encoding is None:
        raise UnreadableInputError(f"{source.name} is no text in any known encoding. Convert it to UTF-8.")
    return Decoded(source.content.decode(encoding, "replace"), (_told(encoding),))


def _guess(content: bytes) -> str | None:
    """Return the encoding of bytes that are not UTF-8; None if they are no text."""
    if not _is_latin(content):
        return _statistics(content)
    accents = _others(content.translate(None, _PUNCTUATION))
    few = accents < TOO_FEW or accents <= FEW_ACCENTS * _visible(content)
    if few and _as(content, WESTERN):
        return WESTERN
    return _statistics(content, LATIN) or _statistics(content)


def _statistics(content: bytes, among: list[str] | None = None) -> str | None:
    guess = from_bytes(content[:GUESSED_FROM], cp_isolation=among).best()
    return guess.encoding if guess else None


def _is_latin(content: bytes) -> bool:
    return _others(content) <= MOST_LATIN * _visible(content)


def _visible(content: bytes) -> int:
    return len(content) - sum(map(content.count, (b" ", b"\n", b"\r", b"\t")))


def _told(encoding: str) -> str:
    return f"The file is not UTF-8; it was read as {encoding}."


def _is_binary(text: str) -> bool:
    return "\x00" in text[:4096] or sum(map(text.count, _CONTROLS)) > MOST_CONTROLS * len(text)


def _stray(problem: UnicodeError) -> tuple[str, int]:
    """Read bytes that are no UTF-8 as Western."""
    if not isinstance(problem, UnicodeDecodeError):
        raise problem
    return problem.object[problem.start : problem.end].decode(WESTERN, "replace"), problem.end


#: How a codec is told to read stray bytes.
STRAYS = "consilience-western"
codecs.register_error(STRAYS, _stray)
