"""A record with everything in it that breaks tables, markup and parsers."""

import pytest
from msgspec.structs import replace

HOSTILE = (
    "=HYPERLINK(1)", "+1\t\"quoted\"; 'and' so on", "-2\r\nBEGIN:VEVENT\n", "@cmd|' /C calc'!A0", "\u202eright to left\u202c",
    "w" * 10_000, "<script>alert(1)</script> & ]]> </text>", "nul \x00 bell \x07 \ufffe", "line\u2028separator, comma; semicolon\\n",
    "DROP TABLE \"events\"; --", "日本語 é ı ß 🌊",
)  # fmt: skip


@pytest.fixture(scope="session")
def hostile(situation):
    """The record made by hand, with hostile names, labels, titles, and hostile text before and after each report."""

    def text(n: int) -> str:
        return HOSTILE[n % len(HOSTILE)]

    trailer = "\n\n" + "\n".join(HOSTILE)
    documents = tuple(
        replace(
            d, title=text(n), outlet=text(n + 3), path=text(n + 5), url="javascript:alert(1)", text=d.text + trailer
        )
        for n, d in enumerate(situation.documents)
    )
    entities = tuple(
        replace(e, name=text(n), aliases=(text(n + 1), text(n + 2))) for n, e in enumerate(situation.entities)
    )
    events = tuple(replace(e, label=text(n)) for n, e in enumerate(situation.events))
    figures = tuple(replace(f, counted=text(n)) for n, f in enumerate(situation.figures))
    return replace(situation, title=HOSTILE[2], documents=documents, entities=entities, events=events, figures=figures)


@pytest.fixture(params=["situation", "hostile"])
def record(request):
    return request.getfixturevalue(request.param)


@pytest.fixture
def quote():
    """Return the words of a document from start to end."""
    return lambda record, document, start, end: next(
        d.text[int(start) : int(end)] for d in record.documents if d.id == document
    )
