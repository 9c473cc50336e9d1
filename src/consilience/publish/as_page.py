"""The record as one HTML page: no script, no network, nothing outside the file."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from consilience.model import Situation
from consilience.publish import charts, choice, words
from consilience.publish.citations import Citations, cell_id
from consilience.publish.index import Index
from consilience.publish.markup import visible
from consilience.publish.view import SHOWN, View

#: How many marks of one source stand open in a cell.
MARKS = 4

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
        view=View(situation, index, citations),
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
