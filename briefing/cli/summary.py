"""What a run made, in words for a person and as JSON for a program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from briefing.model.notice import Notice
from briefing.model.source import Source

if TYPE_CHECKING:
    from briefing.model.briefing import Briefing
    from briefing.pipeline import Result

MOST = (4, 5)
"""How many places a sentence names, and how many sentences of one kind are told; all are in claims.json."""
UNREAD = {"unreadable-file": (12, 50), "unknown-format": (12, 50), "not-read": (12, 50)}
"""The kinds that say which files were not read, told first, and how many of those."""


def lines(result: Result) -> Iterator[str]:
    """The summary of a build: each briefing's title and where it came from, then the notices."""
    for made in result.made:
        name = made.briefing.audience.name
        yield f"title for {name}: {made.briefing.title.text} ({title_place(made.briefing)}; --title changes it)"
    yield from notice_lines(result.notices, _files(result))


def notice_lines(notices: Iterable[Notice], files: Mapping[str, str]) -> Iterator[str]:
    """How many notices there are, then their sentences with the places they were met in, a few of each kind.

    ``files`` names the file of each source, by source id.
    """
    kinds: dict[str, dict[str, list[str]]] = {}
    count = 0
    for notice in notices:
        count += 1
        place = notice.path or files.get(notice.source or "", "")
        kinds.setdefault(notice.code, {}).setdefault(notice.message, []).append(place)
    yield f"{count} {'notice' if count == 1 else 'notices'}"
    for code in sorted(kinds, key=lambda code: code not in UNREAD):
        most_places, most = UNREAD.get(code, MOST)
        for message, places in list(kinds[code].items())[:most]:
            yield f"  {message}{_shown(places, most_places)}"
        if len(kinds[code]) > most:
            yield f"  and {len(kinds[code]) - most} more of the kind {code}, all in claims.json"


def _shown(places: list[str], most: int) -> str:
    known = list(dict.fromkeys(place for place in places if place))
    more = f" and {len(known) - most} more" if len(known) > most else ""
    return f" ({', '.join(known[:most])}{more})" if known else ""


def title_place(briefing: Briefing) -> str:
    """Where a title comes from: the file and paragraph it is cited from, or the analyst."""
    if not briefing.title.citations:
        return "the analyst's" if briefing.title.voice == "analyst" else "nothing to quote"
    citation = briefing.title.citations[0]
    source = next(each for each in briefing.claims.sources if each.id == citation.source)
    return f"{source.files[0].path}, paragraph {citation.locator.mark.removeprefix('¶')}"


def summary(result: Result) -> dict[str, Any]:
    """The summary of a build as an object of JSON."""
    return {
        "briefings": [
            {
                "audience": made.briefing.audience.name,
                "title": made.briefing.title.text,
                "title_from": title_place(made.briefing),
                "files": [str(path) for path in made.paths],
            }
            for made in result.made
        ],
        "evidence": [str(path) for path in result.evidence],
        "notices": [
            {"code": notice.code, "message": notice.message, "source": notice.source, "path": notice.path}
            for notice in result.notices
        ],
    }


def _files(result: Result) -> dict[str, str]:
    return file_names(result.made[0].briefing.claims.sources)


def file_names(sources: Iterable[Source]) -> dict[str, str]:
    """The file each source was read from, by source id."""
    return {source.id: source.files[0].path for source in sources}
