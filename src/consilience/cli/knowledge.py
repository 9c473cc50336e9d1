"""`consilience kb`: look into the knowledge base, add one's own names, fetch terms of office anew."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from consilience.cli.folders import own_names_file
from consilience.errors import UsageError

if TYPE_CHECKING:
    from consilience.knowledge import Knowledge
    from consilience.knowledge.refreshing import FetchedTerm

app = typer.Typer(no_args_is_help=True, help="The knowledge base: what names and codes come from.")


def opened() -> Knowledge:
    """Return the knowledge base as this user has it."""
    from consilience.knowledge import with_own

    return with_own(own_names_file())


@app.command()
def info() -> None:
    """Say what the knowledge base holds, from which sources, of which dates, under which licences."""
    base = opened()
    typer.echo(f"version {base.version}")
    for kind, n in base.counts().items():
        typer.echo(f"{n:>8,}  {kind}")
    typer.echo("sources:")
    for source, licence, date, digest in base.meta():
        typer.echo(f"  {source}; {licence}; {date}; sha256 {digest[:12]}")


@app.command()
def find(name: Annotated[str, typer.Argument(metavar="NAME", help="A name, in any spelling of accents.")]) -> None:
    """Show what goes by a name: codes, offices with their terms, members."""
    base = opened()
    found = base.find(name)
    if not found:
        typer.echo(f"{name}: unknown to the knowledge base.")
        raise typer.Exit(1)
    for known in found:
        codes = [known.qid or "no Wikidata item", known.iso3 or "", known.sector or ""]
        typer.echo(
            f"{known.label} ({known.kind}; {', '.join(c for c in codes if c)}), found as {known.named}: {known.form}"
        )
        others = [n for n in base.names(known.ref) if n != known.label]
        if others:
            typer.echo(f"  also {', '.join(others[:8])}")
        for t in base.terms_of(known.ref):
            end = t.until or (f"open when last seen, {t.seen}" if t.seen else "unknown")
            typer.echo(f"  {t.title}, {t.iso3}: {t.since or 'unknown'} to {end} ({t.source})")
        members = [m for m in base.members(known.ref) if m.status == "member" and not m.until]
        if members:
            typer.echo(f"  members: {', '.join(m.iso3 for m in members)}")


@app.command()
def add(file: Annotated[Path, typer.Argument(help="A CSV, or FollowTheMoney JSON lines.", show_default=False)]) -> None:
    """Add one's own names: name, same_as or not_same, kind, qid, country, from, to. All rows, or none."""
    from consilience.knowledge.own_names import add_names, read_names

    if not file.is_file():
        raise UsageError(f"{file}: no such file.")
    rows = read_names(file)
    total = add_names(rows, own_names_file(), opened())
    typer.echo(f"{len(rows)} rows added; {own_names_file()} now holds {total} names.")


@app.command()
def refresh(
    states: Annotated[str, typer.Option(help="ISO 3166-1 alpha-3 codes, with commas: KAZ,TUR.")],
    since: Annotated[int, typer.Option(help="Terms that began in this year or later, and open ones.")] = 2022,
    answers: Annotated[
        Path | None, typer.Option(help="A folder of answers, CODE.json: kept there, or read if there.")
    ] = None,
) -> None:
    """Fetch terms of office from Wikidata into one's own file. The only command that needs a network."""
    from datetime import UTC, datetime

    from consilience.knowledge.refreshing import add_terms, question, read_answer

    today = datetime.now(UTC).date().isoformat()  # noqa: TID251 - a door
    terms: list[FetchedTerm] = []
    for iso3 in states.split(","):
        kept = answers / f"{iso3}.json" if answers else None
        answer = kept.read_bytes() if kept and kept.exists() else _asked(question(iso3, since))
        terms += read_answer(iso3, answer)
        if kept and not kept.exists():
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(answer)
    total = add_terms(terms, own_names_file(), today)
    typer.echo(f"{len(terms)} terms of office fetched; {own_names_file()} now holds {total}.")


def _asked(sparql: str) -> bytes:
    from urllib.error import URLError
    from urllib.parse import urlencode
    from urllib.request import Request, urlopen

    from consilience.knowledge.refreshing import ENDPOINT

    headers = {"Accept": "application/sparql-results+json", "User-Agent": "consilience (knowledge base refresh)"}
    request = Request(f"{ENDPOINT}?{urlencode({'query': sparql})}", headers=headers)  # noqa: S310 - a fixed address
    try:
        with urlopen(request, timeout=90) as answer:  # noqa: S310
            return bytes(answer.read())
    except (URLError, TimeoutError) as problem:
        raise UsageError(f"Wikidata could not be reached ({problem}). Try again, or give --answers.") from problem
