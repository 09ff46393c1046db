"""Reports are found where the text makes them: golden cases, written out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.extractors import extract
from briefing.model.source import Source, Span

GOLDEN = Path(__file__).parent.parent / "golden" / "attribution" / "cases.txt"
FORMS = ("direct", "mixed", "indirect")


def cases() -> list[tuple[str, str, list[str]]]:
    """Name, text and expected lines of each case; a text may have blank lines, its reports have none."""
    return [parsed(block) for block in blocks(GOLDEN.read_text("utf-8"))]


def blocks(content: str) -> list[list[str]]:
    """The lines of each case: it ends with the last of its report lines."""
    out: list[list[str]] = [[]]
    for line in content.splitlines()[3:]:
        if out[-1] and is_report(out[-1][-1]) and not is_report(line):
            out.append([])
        out[-1].append(line)
    return [block for block in out if any(block)]


def is_report(line: str) -> bool:
    return line == "none" or line.split(" | ")[0] in FORMS


def parsed(block: list[str]) -> tuple[str, str, list[str]]:
    lines = block[next(i for i, line in enumerate(block) if line) :]
    first = next(i for i, line in enumerate(lines) if is_report(line))
    return lines[0], "\n".join(lines[1:first]), [line for line in lines[first:] if line != "none"]


def told(text: str) -> list[str]:
    """The reports of a text, one a line, in the order of their cues."""
    claims = [claim for claim in extract(Source(text, ())).claims if claim.form != "own"]

    def words(span: Span | None) -> str:
        return text[slice(*span)] if span else "-"

    lines = [
        (at.cue_span or (0, 0), claim.content, f"{claim.form} | {words(at.speaker_span)} | {words(at.cue_span)} | ")
        for claim in claims
        for at in [claim.attribution]
    ]
    return [line + " … ".join(words(span) for span in content) for _, content, line in sorted(lines)]


@pytest.mark.parametrize(("name", "text", "expected"), cases(), ids=[case[0] for case in cases()])
def test_golden(name: str, text: str, expected: list[str]) -> None:
    assert told(text) == expected, name
