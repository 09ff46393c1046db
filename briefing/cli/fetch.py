"""briefing fetch."""

from __future__ import annotations

import json
from pathlib import Path

import click

from briefing.cli.command import Command, as_json
from briefing.cli.streams import progress, show, tell
from briefing.errors import UsageError


@click.command(cls=Command)
@click.argument("addresses", type=click.Path())
@click.option("-o", "--output", required=True, type=click.Path(), help="Folder of sources to save the pages into.")
@click.option("--refresh", is_flag=True, help="Fetch again what is there already.")
@click.option("--timeout", default=60.0, show_default=True, type=click.FloatRange(1), help="Seconds a page may take.")
@click.option("--max-size", default=20.0, show_default=True, type=click.FloatRange(0.001), help="MB a page may have.")
@click.option("--pause", default=1.0, show_default=True, type=click.FloatRange(0), help="Seconds between two requests.")
@as_json
def fetch(
    addresses: str, output: str, refresh: bool, timeout: float, max_size: float, pause: float, as_json: bool
) -> int:
    """Save the web pages of ADDRESSES into a folder of sources.

    ADDRESSES is a file with an address a line, or - for standard input. Each page is one file, with its address, the
    time and its hash in the folder's sources.toml. What is there already is left alone. robots.txt is honoured. Prints
    the paths of the pages; exit status 1 where one could not be had.

    \b
    Examples:
      briefing fetch urls.txt -o stories/
      briefing fetch urls.txt -o stories/ --refresh --json
    """
    from briefing import fetching

    limits = fetching.Limits(seconds=timeout, size=int(max_size * 1_000_000), pause=pause)
    urls = fetching.addresses(_text(addresses), addresses)
    results = list(fetching.fetch(urls, Path(output), limits, refresh=refresh, progress=progress()))
    tell(f"{each.notice.message} ({each.url})" for each in results if each.notice)
    objects = [
        {"url": each.url, "status": each.status, "file": each.file, "sha256": each.sha256}
        | {"message": each.notice.message if each.notice else None}
        for each in results
    ]
    paths = [str(Path(output) / each.file) for each in results if each.file]
    show(json.dumps(objects, ensure_ascii=False, indent=1) if as_json else "\n".join(paths))
    return int(any(each.status == "failed" for each in results))


def _text(addresses: str) -> str:
    try:
        with click.open_file(addresses, encoding="utf-8", errors="replace") as stream:
            return str(stream.read())
    except OSError as error:
        raise UsageError(
            addresses, f"cannot be read ({error.strerror})", "name a file with an address a line"
        ) from None
