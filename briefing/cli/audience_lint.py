"""What is wrong in an audience: in its settings, templates and colours, then on the pages it makes of sources."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from briefing import pipeline, verifying, workspace
from briefing.errors import BriefingError
from briefing.language.labels import Labels
from briefing.language.shapes import Flaw, line_of
from briefing.model.audience import Audience
from briefing.model.request import Request
from briefing.workspace.resources import shipped
from briefing.writers import contrast, html, layout_lint, template_lint

PLACE = re.compile(r"(.*?):(\d+)(?:$|: )")
KEY = re.compile(r"(.*?\.toml): ([\w-]+)")
SAMPLE = Path("base") / "sample"
"""Two stories of nothing that happened, beside the templates that ship."""


def flaws(name: str, sources: Sequence[Path] = ()) -> list[Flaw]:
    """The flaws of the audience of this name; pages are made of ``sources``, else of samples, once nothing else is
    wrong. Raises UsageError where there is no such audience or a source cannot be used."""
    try:
        audience = workspace.audience(name)
    except BriefingError as problem:
        if problem.where == "--audience":
            raise
        return [_flaw(problem)]
    labels = Labels(audience.language, audience.labels)
    found = template_lint.lint(audience, labels.fixed)
    try:
        found += contrast.weak(audience)
    except BriefingError as problem:
        found.append(_flaw(problem))
    return found or _of_pages(audience, sources or [shipped() / SAMPLE])


def _of_pages(audience: Audience, sources: Sequence[Path]) -> list[Flaw]:
    """What the gate refuses on the page, else what is wrong in its layout."""
    drawn = pipeline.draw(sources)
    briefing = pipeline.composed(pipeline.decide(drawn, ()), audience.name, Request(tlp=audience.tlp))
    try:
        verifying.verify_page(briefing, html.render(briefing, "print"), audience.folders)
        verifying.verify_page(briefing, html.render(briefing, "screen"), audience.folders)
    except BriefingError as problem:
        return [_flaw(problem)]
    return layout_lint.lint(briefing)


def _flaw(problem: BriefingError) -> Flaw:
    """A refusal as a flaw, with the file, and the line or key in it, that it names."""
    place, key = PLACE.match(problem.where), KEY.match(problem.where)
    if key is not None and Path(key[1]).is_file():
        line = line_of(Path(key[1]).read_text("utf-8-sig"), (key[2],))
        return Flaw(key[1], line, key[2], problem.what, problem.todo)
    file, line = (place[1], int(place[2])) if place else (problem.where, 1)
    return Flaw(file, line, "template", problem.what, problem.todo)
