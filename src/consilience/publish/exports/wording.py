"""What forms for other tools say in words: the status before the label, quotations on one line, text that XML bears."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from consilience.model import Event, Statement
from consilience.publish.index import Index
from consilience.publish.words import say_when

#: XML 1.0 has no place for these, escaped or not; UTF-8 has none for half characters.
_NOT_XML = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff\\ud800-\\udfff]")


def one_line(text: str) -> str:
    """Return *text* with every run of white space as one blank."""
    return " ".join(text.split())


def clean(text: str) -> str:
    """Return *text* with what XML or UTF-8 cannot hold replaced one by one, so that offsets stay."""
    return _NOT_XML.sub("\ufffd", text)


#: Line ends in the eyes of many readers, though none in JSON's.
_LINE_ENDS = tuple((mark.encode(), f"\\u{ord(mark):04x}".encode()) for mark in "\x85\u2028\u2029")


def json_lines(values: Iterable[object]) -> bytes:
    """Return *values* as JSON lines in UTF-8."""
    return whole_lines(
        "".join(f"{json.dumps(value, ensure_ascii=False)}\n" for value in values).encode("utf-8", "replace")
    )


def whole_lines(lines: bytes) -> bytes:
    """Return JSON lines with everything escaped that a reader might take for the end of a line."""
    for mark, escaped in _LINE_ENDS:
        lines = lines.replace(mark, escaped)
    return lines


def headed(event: Event, index: Index) -> str:
    """Return an event's label, led by its status unless it occurred: "[alleged by Anna Berg] the dam was opened"."""
    label = one_line(event.label)
    if event.status == "occurred":
        return label
    voice = f" by {index.name(event.said_by)}" if event.said_by else ""
    return f"[{event.status}{voice}] {label}"


def told(statement: Statement, index: Index) -> str:
    """Return who said what kind of thing: "Anna Berg: accuse (target: Karu)"."""
    speakers = index.names(statement.speakers) or "unnamed speaker"
    target = f" (target: {index.name(statement.target)})" if statement.target else ""
    return f"{speakers}: {statement.act}{target}"


def cited(event: Event, index: Index) -> str:
    """Return a paragraph for an event: status, day and its basis, sources, and each cited sentence with its outlet."""
    sources = f"Independent sources: {len(event.families)}; reports: {len(event.documents)}."
    voice = f", said by {index.name(event.said_by)}" if event.said_by else ""
    day = f"{say_when(event.when)} ({event.when.basis})" if event.when else "unknown"
    lines = [f"Status: {event.status}{voice}.", f"Day: {day}.", sources]
    for span in event.evidence:
        outlet, published = index.origin(span.document)
        lines.append(
            f"“{one_line(index.quote(span))}” ({outlet}, {published}; {span.document} {span.start}-{span.end})"
        )
    return "\n".join(lines)
