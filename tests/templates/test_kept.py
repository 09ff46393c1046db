"""Templates that were written for template_api 1 and kept as they were still print a whole briefing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from briefing import pipeline
from briefing.errors import TemplateError
from briefing.model.request import Request
from briefing.workspace.resources import shipped
from tests.chain_texts import stories

KEPT = Path(__file__).parent / "kept"


@pytest.mark.parametrize("folder", sorted(KEPT.iterdir()), ids=lambda folder: folder.name)
def test_kept_templates_print_a_whole_briefing_that_the_gate_passes(here: Path, folder: Path) -> None:
    shutil.copytree(folder, here / "templates" / "kept")
    shutil.copytree(shipped().parent / "styles", here / "styles")
    result = pipeline.build([stories(here / "stories")], ["kept"], ["html", "pdf"], here / "out", Request())
    page = next(path for path in result.made[0].paths if path.suffix == ".html").read_text("utf-8")
    assert "Nobody crosses before spring" in page
    assert '<h2 id="annex">' in page


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{{ breifing.title }}", "'breifing' is undefined"),
        ("{{ briefing.titel }}", "has no attribute 'titel'"),
        ("{{ briefing.title.text.nothing.more }}", "has no attribute 'nothing'"),
    ],
)
def test_a_mistake_names_file_line_and_variable_in_one_line(here: Path, text: str, told: str) -> None:
    folder = here / "templates" / "mine"
    (folder / "sections").mkdir(parents=True)
    (folder / "audience.toml").write_text('template_api = 1\nparent = "humanitarian"\n', "utf-8")
    (folder / "sections" / "bottom-line.html").write_text(f"<p>\n{text}\n</p>\n", "utf-8")
    with pytest.raises(TemplateError) as caught:
        pipeline.build([stories(here / "stories")], ["mine"], ["html"], here / "out", Request())
    assert caught.value.where == "templates/mine/sections/bottom-line.html:2"
    assert told in caught.value.what
    assert "\n" not in str(caught.value)
