"""The record as one HTML page: no network, nothing outside the file, everything there without its script."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.resources import files
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from consilience.model import Situation
from consilience.publish import charts, choice, words
from consilience.publish.citations import Citations, cell_id
from consilience.publish.contacts import contacts, network
from consilience.publish.coverage import COLUMNS, coverage, sources_of, told_alone
from consilience.publish.index import Index
from consilience.publish.maps import map_of
from consilience.publish.markup import visible
from consilience.publish.news import day_by_day
from consilience.publish.sharing import say_sharing
from consilience.publish.view import SHOWN, View

#: How many marks of one source, and how many sources, stand open in a cell.
MARKS, GROUPS = 4, 8
#: How many of a short list stand open, how many shared passages have their words beside them, how many more their
#: marks, and how many of the cells that cite a passage it leads back to.
FEW, PAIRS, REST, USES = 6, 12, 48, 3
#: Marks of a record of more reports lead to the sentence in its report and hold no second copy of it to open.
OPENING = 300
#: How the signs of the coverage table are read out.
READ = {"●": "tells it", "≠": "tells it, in dispute"}

#: Speech acts in the past tense, and what stands between one and its addressee.
ACTS = {
    "say": ("said", "to"), "support": ("supported", "to"), "condole": ("condoled", "with"), "wish": ("wished", ""),
    "urge": ("urged", ""), "offer": ("offered", "to"), "promise": ("promised", "to"), "request": ("requested", "of"),
    "accuse": ("accused", "before"), "condemn": ("condemned", "before"), "deny": ("denied", "to"),
    "thank": ("thanked", ""), "threaten": ("threatened", ""), "order": ("ordered", ""), "announce": ("announced", "to"),
}  # fmt: skip
FORMS = {
    "direct": "quoted", "mixed": "partly quoted", "indirect": "reported", "nominal": "told in a phrase",
    "headline": "headline",
}  # fmt: skip
#: Blank lines that templates leave between tags.
_BLANK = re.compile(r"(?<=>)\s*\n\s*(?=<)")

#: A status always shows as a sign and its word, so that it reads without colour.
SIGNS = {"occurred": "●", "planned": "◷", "hoped": "☆", "denied": "✕", "alleged": "?"}
KINDS = (
    ("People", ("person",)),
    ("Organisations", ("organisation",)),
    ("States and places", ("state", "place")),
    ("Groups", ("group",)),
)


def to_page(situation: Situation, *, texts: bool = True, skipped: Iterable[tuple[str, str]] = ()) -> bytes:
    """Return *situation* as one self-contained HTML page in UTF-8.

    It loads nothing, and the one script it may run is its own, which adds filters and search: its policy names both by
    their hashes and forbids the rest. Text of reports is escaped, and an address becomes a link only if it is http or
    https. Without *texts* the page holds of each report only the sentences it cites. *skipped*: (path, reason) of the
    inputs that gave no report, which a record does not hold; the method names them, sorted.
    """
    style, script = _part("report.css"), _part("report.js")
    page = _environment().get_template("report.html")
    index, found = Index(situation), contacts(situation)
    citations = Citations(situation, opens=len(situation.documents) <= OPENING)
    html = page.render(
        situation=situation,
        style=Markup(style),  # noqa: S704 - our own file, and its hash is in the policy
        script=Markup(script),  # noqa: S704 - likewise
        policy=_policy(style, script),
        texts=texts,
        index=index,
        citations=citations,
        view=View(situation, index, citations),
        now=choice.situation_now(situation),
        strip=charts.event_strip(situation.events),
        news=day_by_day(situation),
        contacts=found,
        network=network(found),
        map=map_of(situation),
        sources=sources_of(situation),
        matrix=coverage(situation),
        alone=told_alone(situation),
        skipped=sorted(set(skipped)),
    )
    return _compact(visible(html)).encode("utf-8")


def _compact(html: str) -> str:
    """Return *html* without the blank lines between its tags, the texts of the reports left as they are."""
    head, begin, rest = html.partition('<section id="reports">')
    texts, end, tail = rest.partition('<section id="method">')
    return "".join((_BLANK.sub("\n", head), begin, texts, end, _BLANK.sub("\n", tail)))


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}"


@cache
def _part(name: str) -> str:
    return files("consilience.publish").joinpath("templates", name).read_text(encoding="utf-8")


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
        ACTS=ACTS, COLUMNS=COLUMNS, FEW=FEW, FORMS=FORMS, GROUPS=GROUPS, KINDS=KINDS, MARKS=MARKS, PAIRS=PAIRS,
        READ=READ, REST=REST, SHOWN=SHOWN, SIGNS=SIGNS, USES=USES,
        cell=cell_id, choice=choice, figure_chart=charts.figure_chart, figure_shapes=charts.shapes, link=safe_link,
        say_sharing=say_sharing, words=words,
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
