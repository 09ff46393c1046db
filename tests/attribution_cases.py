"""Texts with their reports written out by hand, and the reports the program finds, in the same form."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from briefing.extractors import extract
from briefing.model.source import Source, Span

FORMS = ("direct", "mixed", "indirect")
JOINT = " … "


class Case(NamedTuple):
    """A text's name, the text, and its reports: form, speaker ("-" for none), cue and what is said."""

    name: str
    text: str
    reports: list[tuple[str, ...]]


def cases(path: Path) -> list[Case]:
    """The cases of a file. A text may have blank lines; a case ends with the last of its report lines."""
    blocks: list[list[str]] = [[]]
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        if blocks[-1] and is_report(blocks[-1][-1]) and not is_report(line):
            blocks.append([])
        if line or blocks[-1]:
            blocks[-1].append(line)
    return [parsed(block) for block in blocks if block]


def is_report(line: str) -> bool:
    """Whether a line is a report, or says that there is none."""
    return line == "none" or line.split(" | ")[0] in FORMS


def parsed(lines: list[str]) -> Case:
    """A case from its lines."""
    first = next(i for i, line in enumerate(lines) if is_report(line))
    reports = [tuple(line.split(" | ")) for line in lines[first:] if line != "none"]
    return Case(lines[0], "\n".join(lines[1:first]), reports)


def told(text: str) -> list[tuple[str, ...]]:
    """The reports found in a text, in the order of their cues."""
    claims = [claim for claim in extract(Source(text, ())).claims if claim.form != "own"]

    def words(span: Span | None) -> str:
        return text[slice(*span)] if span else "-"

    found = [
        (at.cue_span or (0, 0), claim.content, (claim.form, words(at.speaker_span), words(at.cue_span)))
        for claim in claims
        for at in [claim.attribution]
    ]
    return [(*head, JOINT.join(words(span) for span in content)) for _, content, head in sorted(found)]
