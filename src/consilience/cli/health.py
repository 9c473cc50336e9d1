"""What `doctor` looks at."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from consilience import __version__
from consilience.annotate.spacy_grammar import SpacyGrammar
from consilience.cli.folders import cache_file
from consilience.errors import ModelMissingError

#: What a run needs, and what it needs it for.
NEEDED = {
    "spacy": "parsing",
    "msgspec": "records",
    "rapidfuzz": "names",
    "anyascii": "names",
    "trafilatura": "web pages",
    "htmldate": "dates of web pages",
    "jinja2": "the page",
    "charset-normalizer": "encodings",
    "py3langid": "languages",
    "networkx": "the network of contacts",
}
#: What some forms of input and output need: the extra, its library, the form.
EXTRAS = {
    "calendar": ("icalendar", "calendars"),
    "docx": ("mammoth", "Word documents"),
    "feeds": ("feedparser", "RSS and Atom feeds"),
    "parquet": ("pyarrow", "Parquet tables"),
    "pdf": ("pypdfium2", "PDF"),
    "rdf": ("rdflib", "Turtle and JSON-LD"),
    "warc": ("fastwarc", "web archives"),
}


def examine(model: str) -> tuple[tuple[str, ...], bool]:
    """Return what was found, a line each, and whether a run would work."""
    lines: list[str] = [f"consilience {__version__}, Python {platform.python_version()}"]
    missing = list(_missing(lines))
    lines += _extras()
    try:
        grammar = SpacyGrammar(model)
        lines.append(f"ok       language model {grammar.name}, files {grammar.fingerprint()}")
    except ModelMissingError as problem:
        missing.append(str(problem))
        lines.append(f"MISSING  {problem}")
    file = cache_file()
    size = f"{file.stat().st_size / 1e6:.1f} MB" if file.exists() else "empty"
    lines.append(f"ok       cache {file} ({size})")
    return tuple(lines), not missing


def _missing(lines: list[str]) -> Iterator[str]:
    for package, use in NEEDED.items():
        try:
            lines.append(f"ok       {package} {version(package)}, for {use}")
        except PackageNotFoundError:
            lines.append(f"MISSING  {package}, for {use}: pip install {package}")
            yield package


def _extras() -> Iterator[str]:
    for extra, (package, use) in EXTRAS.items():
        try:
            yield f"ok       {package} {version(package)}, for {use}"
        except PackageNotFoundError:
            yield f"without  {package}, for {use}: pip install 'consilience[{extra}]'"
