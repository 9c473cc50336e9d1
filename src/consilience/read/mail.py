"""Electronic mail: one message, or a mailbox of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr, parsedate_to_datetime

from consilience.errors import UnreadableInputError
from consilience.model import Segment
from consilience.read.decoding import Decoded, decode
from consilience.read.html import page_of_html
from consilience.read.page import Page, Source

_ENVELOPE = re.compile(rb"^From .*\r?\n", re.MULTILINE)
#: The headers that stand in front of the text, so that they can be cited.
_SHOWN = ("From", "Date", "Subject")


def read_message(source: Source) -> Iterator[Page]:
    """Yield the page of a message: its headers as metadata, its subject as headline, its text or the text of its HTML.

    Raises:
        UnreadableInputError: the message has no text.
    """
    try:
        message = message_from_bytes(source.content, policy=default)
        headers = {name: _header(message, name) for name in _SHOWN}
        kind, body = _body(message, source)
    except (MessageError, LookupError, ValueError, KeyError, IndexError, AttributeError) as problem:
        raise UnreadableInputError(f"{source.name} is no readable message: {problem}.") from problem
    if kind == "html":
        inner = page_of_html(source.path, body.text, body.notes)
    else:
        inner = Page(path=source.path, text=body.text, notes=body.notes)
    yield _with_headers(inner, headers)


def unpack_mailbox(source: Source) -> Iterator[Source]:
    """Yield the messages of a mailbox, called by their number."""
    messages = [part for part in _ENVELOPE.split(source.content) if part.strip()]
    for number, content in enumerate(messages, start=1):
        yield Source(path=f"{source.path}/{number}.eml", content=content)


def _header(message: EmailMessage, name: str) -> str:
    return " ".join(str(message.get(name) or "").split())


def _body(message: EmailMessage, source: Source) -> tuple[str, Decoded]:
    """Return "plain" or "html", and the text of that part."""
    part = message.get_body(preferencelist=("plain", "html"))
    content = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(content, bytes) or not content.strip():
        raise UnreadableInputError(f"{source.name} has no text; save its attachments as files of their own.")
    return part.get_content_subtype(), decode(Source(path=source.path, content=content), part.get_content_charset())


def _with_headers(inner: Page, headers: Mapping[str, str]) -> Page:
    """Return the page with the headers in front; the subject heads it unless the text has a headline of its own."""
    headed = any(mark.role == "headline" for mark in inner.marks)
    front, marks = "", []
    for name, value in headers.items():
        if value and not (name == "Subject" and headed):
            line = f"{name}: {value}"
            cut = len(front) + (len("Subject: ") if name == "Subject" else 0)
            if name == "Subject":
                marks.append(Segment(len(front), cut - 1, "metadata"))
            marks.append(Segment(cut, len(front) + len(line), "headline" if name == "Subject" else "metadata"))
            front += line + "\n"
    front += "\n" if front else ""
    moved = (Segment(m.start + len(front), m.end + len(front), m.role) for m in inner.marks)
    return Page(
        path=inner.path,
        text=front + inner.text,
        marks=(*marks, *moved),
        title=headers["Subject"] or inner.title,
        outlet=inner.outlet,
        byline=inner.byline or parseaddr(headers["From"])[0] or None,
        url=inner.url,
        language=inner.language,
        published=(*_day(headers["Date"]), *inner.published),
        notes=inner.notes,
    )


def _day(header: str) -> Iterator[str]:
    try:
        yield parsedate_to_datetime(header).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return
