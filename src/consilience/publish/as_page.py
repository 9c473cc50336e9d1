"""The record as one HTML page: no script, no network, nothing outside the file."""

from __future__ import annotations

from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from itertools import groupby
from typing import NamedTuple
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from consilience.model import Entity, Event, Figure, Report, Situation, Span, Statement, When
from consilience.publish import charts, choice, words
from consilience.publish.citations import CONTEXT, NAMING, Citations, Passage, cell_id
from consilience.publish.index import Index
from consilience.publish.markup import report_text, visible

#: How many rows a list shows before the rest is folded away.
SHOWN = 12
#: How many marks of one source stand open in a cell.
MARKS = 4
#: All reports together shorter than this stand open on the page, longer ones are folded.
OPEN_TEXT = 200_000

#: Speech acts in the past tense, as a sentence about them needs them.
ACTS = {
    "say": "said", "support": "supported", "condole": "condoled", "wish": "wished", "urge": "urged",
    "offer": "offered", "promise": "promised", "request": "requested", "accuse": "accused", "condemn": "condemned",
    "deny": "denied", "thank": "thanked", "threaten": "threatened", "order": "ordered", "announce": "announced",
}  # fmt: skip
FORMS = {
    "direct": "quoted", "mixed": "partly quoted", "indirect": "reported", "nominal": "told in a phrase",
    "headline": "headline",
}  # fmt: skip
#: A status always shows as a sign and its word, so that it reads without colour.
SIGNS = {"occurred": "●", "planned": "◷", "hoped": "☆", "denied": "✕", "alleged": "?"}
KINDS = (
    ("People", ("person",)),
    ("Organisations", ("organisation",)),
    ("States and places", ("state", "place")),
    ("Groups", ("group",)),
)
REASONS = {
    "alone": "stands on its own",
    "same text": "carry the same text",
    "same agency": "carry the same agency",
    "same readout": "carry the same official readout",
    "quotes": "one quotes the other",
}


class Day(NamedTuple):
    """The events of one day or interval."""

    when: When | None
    events: tuple[Event, ...]


class Voice(NamedTuple):
    """What one speaker said."""

    speaker: str | None
    statements: tuple[Statement, ...]


class NameForm(NamedTuple):
    """A form of a name, how often it is written, and the passage of its first cited use."""

    form: str
    uses: int
    passage: Passage | None


def to_page(situation: Situation) -> bytes:
    """Return *situation* as one self-contained HTML page in UTF-8.

    It needs no script and loads nothing: its policy forbids both. Text of reports is escaped, and an address becomes a
    link only if it is http or https.
    """
    style = _style()
    page = _environment().get_template("report.html")
    index, citations = Index(situation), Citations(situation)
    html = page.render(
        situation=situation,
        style=Markup(style),  # noqa: S704 - our own file, and its hash is in the policy
        policy=_policy(style),
        index=index,
        citations=citations,
        view=_View(situation, index, citations),
        now=choice.situation_now(situation),
        strip=charts.event_strip(situation.events),
    )
    return visible(html).encode("utf-8")


def _policy(style: str) -> str:
    digest = b64encode(sha256(style.encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"


@cache
def _style() -> str:
    return files("consilience.publish").joinpath("templates/report.css").read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("consilience.publish"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        ACTS=ACTS, FORMS=FORMS, KINDS=KINDS, MARKS=MARKS, REASONS=REASONS, SHOWN=SHOWN, SIGNS=SIGNS,
        cell=cell_id, choice=choice, figure_chart=charts.figure_chart, figure_shapes=charts.shapes, link=safe_link,
        words=words,
    )  # fmt: skip
    return environment


def safe_link(url: str | None) -> str | None:
    """Return *url* if it is an http or https address with a host, else None."""
    if not url or any(sign.isspace() for sign in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None


class _View:
    """The record's cells grouped and ordered as the page shows them."""

    def __init__(self, situation: Situation, index: Index, citations: Citations) -> None:
        self._situation = situation
        self._index = index
        self._citations = citations
        self._inner = _inner_marks(situation)
        self._companions = _companions(situation)

    def open_reports(self) -> bool:
        """Say whether the reports are short enough to stand open."""
        return sum(len(document.text) for document in self._situation.documents) <= OPEN_TEXT

    def days(self) -> tuple[Day, ...]:
        """Return the timeline by day or interval, in the record's order, without the undated."""
        dated = [
            (entry.when, event)
            for entry in self._situation.timeline
            if (event := self._event(entry.event)) and entry.when
        ]
        grouped = groupby(dated, key=lambda pair: (pair[0].earliest, pair[0].latest, pair[0].edtf))
        days = []
        for _, pairs in grouped:
            same_day = tuple(pairs)
            days.append(Day(same_day[0][0], tuple(event for _, event in same_day)))
        return tuple(days)

    def undated(self) -> tuple[Event, ...]:
        """Return the events of unknown day, in the record's order."""
        return tuple(
            event for entry in self._situation.timeline if entry.when is None and (event := self._event(entry.event))
        )

    def _event(self, identity: str) -> Event | None:
        return self._index.events.get(identity)

    def repeated(self, figures: Iterable[Figure]) -> tuple[Figure, ...]:
        """Return the figures that several readings were given for."""
        return tuple(figure for figure in figures if len(figure.readings) != 1)

    def told_once(self, figures: Iterable[Figure]) -> tuple[Figure, ...]:
        """Return the figures with one reading."""
        return tuple(figure for figure in figures if len(figure.readings) == 1)

    def voices(self) -> tuple[Voice, ...]:
        """Return statements by their first speaker, who said most first; without a speaker last."""
        by_speaker: dict[str | None, list[Statement]] = defaultdict(list)
        for statement in self._situation.statements:
            by_speaker[statement.speakers[0] if statement.speakers else None].append(statement)
        ordered = sorted(
            by_speaker.items(), key=lambda item: (item[0] is None, -len(item[1]), self._index.name(item[0]))
        )
        return tuple(Voice(speaker, tuple(statements)) for speaker, statements in ordered)

    def entities(self, kinds: tuple[str, ...]) -> tuple[Entity, ...]:
        """Return the entities of *kinds*, most named first."""
        return choice.by_mentions(entity for entity in self._situation.entities if entity.kind in kinds)

    def name_forms(self, entity: Entity) -> tuple[NameForm, ...]:
        """Return the forms in which reports write an entity's name, most used first."""
        uses: dict[str, list[Span]] = defaultdict(list)
        for mention in entity.mentions:
            if mention.form in NAMING:
                uses[" ".join(self._index.quote(mention.span).split())].append(mention.span)
        for alias in (entity.name, *entity.aliases):
            uses.setdefault(alias, [])
        forms = [NameForm(form, len(spans), self._first_cited(spans)) for form, spans in uses.items() if form]
        return tuple(sorted(forms, key=lambda form: (-form.uses, form.form)))

    def _first_cited(self, spans: Iterable[Span]) -> Passage | None:
        found = (self._citations.passage(span) for span in spans)
        return next((passage for passage in found if passage), None)

    def reports_naming(self, entity: Entity) -> int:
        """Return how many reports mention *entity*."""
        return len({mention.span.document for mention in entity.mentions})

    def shared_events(self) -> tuple[Event, ...]:
        """Return the events that more than one report tells, most told first."""
        shared = [event for event in self._situation.events if len(event.documents) > 1]
        return tuple(sorted(shared, key=lambda event: (-len(event.families), -len(event.documents), event.id)))

    def family_of(self, document: str) -> str:
        """Return in words what else goes back to the same origin as a report: "shares its source with B, C"."""
        others = sorted(self._companions.get(document, ()), key=self._index.rank)
        letters = [self._index.letters[other] for other in others if other in self._index.letters]
        if not letters:
            return "a source of its own"
        more = f" and {len(letters) - SHOWN} more" if len(letters) > SHOWN else ""
        return f"shares a source with {', '.join(letters[:SHOWN])}{more}"

    def context(self, passage: Passage) -> tuple[str, str]:
        """Return the words before and after a short passage in its paragraph; nothing around a whole sentence."""
        span = passage.span
        text = self._index.documents[span.document].text
        if span.end - span.start > CONTEXT // 2:
            return "", ""
        begin = max(text.rfind("\n", 0, span.start) + 1, span.start - CONTEXT)
        line_end = text.find("\n", span.end)
        end = min(len(text) if line_end < 0 else line_end, span.end + CONTEXT)
        return text[begin : span.start], text[span.end : end]

    def text(self, report: Report) -> Markup:
        """Return the full text of a report with its passages, quotations and values marked."""
        return report_text(report, self._citations.of(report.id), self._inner.get(report.id, ()))


def _companions(situation: Situation) -> dict[str, frozenset[str]]:
    """Return, by report, the other reports that go back to an origin of its own, wholly or in part."""
    found: dict[str, set[str]] = defaultdict(set)
    for family in situation.families:
        for document in family.documents:
            found[document].update(family.documents)
    return {document: frozenset(others - {document}) for document, others in found.items()}


def _inner_marks(situation: Situation) -> dict[str, tuple[tuple[int, int, str], ...]]:
    """Return, by report, what is marked within its sentences: quotations and the words that give a value."""
    found: dict[str, set[tuple[int, int, str]]] = defaultdict(set)
    for span, name in _words_within(situation):
        found[span.document].add((span.start, span.end, name))
    return {document: tuple(sorted(marks)) for document, marks in found.items()}


def _words_within(situation: Situation) -> Iterator[tuple[Span, str]]:
    for statement in situation.statements:
        for telling in statement.tellings:
            yield telling.content, "quoted"
    for figure in situation.figures:
        for reading in figure.readings:
            yield reading.value_span, "value"
