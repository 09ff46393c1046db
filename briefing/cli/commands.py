"""The commands. Each loads what it needs when it runs, so that help is fast."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import click

from briefing import __version__, workspace
from briefing.cli.messages import usage_error
from briefing.cli.options import IsoDate, OutputFile, Title, TlpLabel
from briefing.errors import BriefingError

INTERRUPTED = 130

EXITS = """\b
Exit status: 0 done, 1 a check found something, 2 a mistake in what was asked,
3 something missing on the machine, 4 refused by verification."""

sources = click.argument("sources", nargs=-1, type=click.Path(), envvar="BRIEFING_SOURCES")


def main() -> None:
    """Runs the command line and ends the process with its exit status."""
    sys.exit(run())


def run(arguments: list[str] | None = None) -> int:
    """Runs one command; the exit status. A mistake is one line on standard error."""
    try:
        status = app.main(arguments, prog_name="briefing", standalone_mode=False)
    except click.exceptions.Abort:
        return INTERRUPTED
    except click.ClickException as problem:
        return _complain(usage_error(problem))
    except BriefingError as problem:
        return _complain(problem)
    return status if isinstance(status, int) else 0


def _complain(problem: BriefingError) -> int:
    _say(" ".join(str(problem).split()))
    return problem.exit_code


def _say(line: str) -> None:
    click.echo(line, err=True)


class _Command(click.Command):
    """A command that does not run where the settings are wrong; its help is there all the same."""

    def invoke(self, ctx: click.Context) -> object:
        """What the command returns. Raises the BriefingError that the settings were refused with."""
        if isinstance(ctx.obj, BriefingError):
            raise ctx.obj
        return super().invoke(ctx)


class _Group(click.Group):
    command_class = _Command


@click.group(cls=_Group, epilog=EXITS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefing")
@click.pass_context
def app(ctx: click.Context) -> None:
    """Briefings in which every sentence and number is provably in its sources.

    \b
    Example:
      briefing build stories/ --tlp green
    """
    ctx.color = False if os.environ.get("NO_COLOR") else None
    try:
        ctx.default_map = dict(workspace.settings())
    except BriefingError as problem:
        ctx.obj = problem  # raised when the command runs


@app.command(epilog=EXITS)
@sources
@click.option(
    "-o",
    "--output",
    default="out",
    show_default=True,
    type=click.Path(),
    envvar="BRIEFING_OUTPUT",
    help="Folder to write to.",
)
@click.option(
    "-a",
    "--audience",
    "audiences",
    multiple=True,
    default=["humanitarian"],
    show_default=True,
    envvar="BRIEFING_AUDIENCE",
    help="Who reads it; may be given several times.",
)
@click.option(
    "-f",
    "--format",
    "formats",
    multiple=True,
    default=["html", "pdf"],
    show_default=True,
    type=click.Choice(["html", "pdf", "json"]),
    envvar="BRIEFING_FORMAT",
    help="May be given several times.",
)
@click.option("--title", type=Title(), envvar="BRIEFING_TITLE", help="Title; else a quotation or headline of a source.")
@click.option(
    "--as-of",
    type=IsoDate(),
    envvar="BRIEFING_AS_OF",
    help="Day the briefing speaks of; else the latest publication date of the sources.",
)
@click.option("--tlp", type=TlpLabel(), envvar="BRIEFING_TLP", help="Handling label of TLP 2.0.")
@click.option(
    "--annex",
    type=click.Choice(["none", "excerpts", "full"]),
    envvar="BRIEFING_ANNEX",
    help="How much of the sources to print; else what the audience sets.",
)
@click.option("--json", "as_json", is_flag=True, help="Print a summary as JSON instead of paths.")
def build(
    sources: tuple[str, ...],
    output: str,
    audiences: tuple[str, ...],
    formats: tuple[str, ...],
    title: str | None,
    as_of: str | None,
    tlp: str | None,
    annex: str | None,
    as_json: bool,
) -> None:
    """Make a briefing of SOURCES: files, folders, or - for standard input.

    Prints the paths of what it made.

    \b
    Examples:
      briefing build stories/
      briefing build a.txt b.md -f html --as-of 2025-10-17 --tlp amber
      pbpaste | briefing build - --title "Border closed"
    """
    from briefing import pipeline
    from briefing.cli.summary import lines, summary
    from briefing.model.request import Request

    request = Request(title, as_of, tlp, annex)
    result = pipeline.build(sources, audiences, formats, Path(output), request, _progress())
    _tell(lines(result))
    made = [path for each in result.made for path in each.paths]
    text = json.dumps(summary(result), ensure_ascii=False, indent=1) if as_json else None
    _print(text or "\n".join(str(path) for path in (*made, *result.evidence)))


@app.command(epilog=EXITS)
@sources
@click.option("-o", "--output", type=OutputFile(), help="File to write; else standard output.")
def extract(sources: tuple[str, ...], output: str | None) -> None:
    """Print what SOURCES say, claim by claim, as claims.json.

    \b
    Examples:
      briefing extract stories/ -o claims.json
      briefing extract a.txt | jq '.claims[].exact'
    """
    from briefing import pipeline
    from briefing.cli.summary import file_names, notice_lines
    from briefing.writers.claims import dumps

    claims = pipeline.extract(sources, _progress())
    text = dumps(claims)
    _tell(notice_lines(claims.all_notices, file_names(claims.sources)))
    _hand_over(text, output)


@app.command(epilog=EXITS)
@sources
@click.option(
    "-f",
    "--format",
    default="table",
    show_default=True,
    type=click.Choice(["table", "csv", "json", "md"]),
    help="How to lay the figures out.",
)
@click.option("-o", "--output", type=OutputFile(), help="File to write; else standard output.")
def figures(sources: tuple[str, ...], format: str, output: str | None) -> None:  # noqa: A002
    """Print every figure of SOURCES: what it counts, who says so, and whether the sources agree.

    One row a figure, in the order of the text.

    \b
    Examples:
      briefing figures stories/
      briefing figures stories/ --format csv -o figures.csv
    """
    from briefing import pipeline
    from briefing.cli.summary import file_names, notice_lines
    from briefing.writers.figures import write

    claims = pipeline.extract(sources, _progress())
    text = write(claims, format)
    _tell(notice_lines(claims.all_notices, file_names(claims.sources)))
    _hand_over(text, output)


@app.command(epilog=EXITS)
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
def doctor(as_json: bool) -> int:
    """Say what this machine lacks; exit status 1 where it lacks something.

    \b
    Example:
      briefing doctor
    """
    from briefing.cli.doctor import checks

    found = checks()
    lines = [f"{'ok' if check.good else 'lacking'}: {check.name}: {check.says}" for check in found]
    objects = [{"name": check.name, "good": check.good, "says": check.says} for check in found]
    _print(json.dumps(objects, indent=1) if as_json else "\n".join(lines))
    return int(not all(check.good for check in found))


def _hand_over(text: str, output: str | None) -> None:
    """Data into the file that was named, whose path is printed; else onto standard output."""
    if output is None:
        _print(text.removesuffix("\n"))
    else:
        workspace.write_whole(Path(output), text.encode())
        _print(output)


def _progress() -> Callable[[str], None]:
    """Tells a person at a terminal what is being done; silent elsewhere."""
    return (lambda step: _say(click.style(f"… {step}", dim=True))) if sys.stderr.isatty() else (lambda _: None)


def _tell(lines: Iterable[str]) -> None:
    for line in lines:
        _say(line)


def _print(text: str) -> None:
    """Prints data: UTF-8 whatever the terminal's own encoding, lone surrogates as they are in file names."""
    click.echo(text.encode("utf-8", "surrogateescape"))
