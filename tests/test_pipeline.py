"""The chain: what is read is told and printed, audiences need no Python, every file is made in one run."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from briefing import pipeline
from briefing.errors import TemplateError, VerificationError
from briefing.model.request import Request
from briefing.writers.templates import fill

ROOT = Path(__file__).parent.parent
GUIDE = (ROOT / "docs" / "adding-an-audience.md").read_text(encoding="utf-8")

STORIES = {
    "a.txt": "Aru under water\n\nThe mayor of Aru, Ada Obi, said on Monday that 40 people had left their homes. "
    "“We need clean water today,” she said.\n",
    "b.txt": "Floods reach Aru\n\nAt least 40 people fled their homes in Aru, Mayor Ada Obi said. Wells are spoilt.\n",
    "c.txt": "Relief for Aru\n\nThe Red Cross said it had brought 200 blankets to the school in Aru. 🌊\n",
}


@pytest.fixture
def stories(here: Path) -> Path:
    """A folder of three short stories of one event."""
    (here / "stories").mkdir()
    for name, text in STORIES.items():
        (here / "stories" / name).write_text(text, encoding="utf-8")
    return here / "stories"


def build(audience: str = "humanitarian", formats: tuple[str, ...] = ("html",)) -> str:
    """Builds the stories for one audience; the text of the first file made."""
    result = pipeline.build(["stories"], [audience], formats, Path("out"), Request())
    return result.made[0].paths[0].read_text(encoding="utf-8")


def test_a_file_that_is_left_out_of_a_folder_is_printed_as_a_limit(stories: Path) -> None:
    (stories / "d.txt").write_bytes(b"\0")
    (stories / "e.pdf").write_bytes(b"%PDF-1.7")
    (stories / "f.xls").write_bytes(b"\0")
    (stories / "g.txt").write_bytes("L’eau monte à Aru, “déjà haute”, a dit la maire.".encode("cp1252"))
    page = build()
    assert "2 files left out as unreadable." in page
    assert "1 file left out as of a format that is not read." in page
    assert "1 source whose encoding had to be guessed: letters may be wrong." in page


def test_a_source_may_use_the_words_that_label_a_page(stories: Path) -> None:
    words = (
        "# Sources\n\nThe ministry said 40 people are ill.\n\n- Health\n- Education\n- Reported\n- 40 schools closed\n"
    )
    (stories / "a.md").write_text(words, encoding="utf-8")
    assert "Health" in build()


def put_guide_s_audience(here: Path) -> None:
    """The audience that docs/adding-an-audience.md describes, file by file."""
    settings, labels = re.findall(r"^```toml\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)
    (template,) = re.findall(r"^```jinja\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)
    folder = here / "templates" / "press"
    (folder / "sections").mkdir(parents=True)
    (folder / "audience.toml").write_text(settings, encoding="utf-8")
    (folder / "labels.toml").write_text(labels, encoding="utf-8")
    (folder / "sections" / "statements.html").write_text(template, encoding="utf-8")


def test_the_audience_of_the_guide_builds(here: Path, stories: Path) -> None:  # noqa: ARG001
    put_guide_s_audience(here)
    page = build("press")
    assert '<p class="kicker">For the press desk</p>' in page
    assert "TLP:GREEN" in page
    assert 'class="implications"' not in page


def test_a_template_with_a_made_up_sentence_is_refused(here: Path, stories: Path) -> None:  # noqa: ARG001
    put_guide_s_audience(here)
    template = here / "templates" / "press" / "sections" / "statements.html"
    template.write_text(
        template.read_text(encoding="utf-8").replace("{{ super() }}", "{{ super() }}\n<p>5 million displaced</p>"),
        encoding="utf-8",
    )
    with pytest.raises(VerificationError) as caught:
        build("press")
    assert "5 million displaced" in str(caught.value)
    assert caught.value.where == "templates/press/sections/statements.html:6"
    assert list((here / "out").iterdir()) == []


def test_a_template_that_is_wrong_is_a_mistake_of_one_line(here: Path, stories: Path) -> None:  # noqa: ARG001
    put_guide_s_audience(here)
    template = here / "templates" / "press" / "sections" / "statements.html"
    template.write_text("{% if %}", encoding="utf-8")
    with pytest.raises(TemplateError, match=r"^templates/press/sections/statements\.html:1: ") as caught:
        build("press")
    assert "\n" not in str(caught.value)


def test_several_audiences_are_made_in_one_run(here: Path, stories: Path) -> None:  # noqa: ARG001
    put_guide_s_audience(here)
    audiences = ["humanitarian", "press", "humanitarian"]
    result = pipeline.build(["stories"], audiences, ["html", "json"], Path("out"), Request(title="Aru"))
    names = [path.name for made in result.made for path in made.paths]
    assert names == [
        f"aru-{audience}.{ending}" for audience in ("humanitarian", "press") for ending in ("html", "json")
    ]
    evidence = [path.relative_to("out").as_posix() for path in result.evidence]
    assert evidence == ["claims.json", *(f"sources/{each.id}.txt" for each in result.made[0].briefing.claims.sources)]


def test_each_page_is_made_once_for_the_gate_and_the_files(
    here: Path,  # noqa: ARG001
    stories: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[tuple[str, object]] = []

    def counted(folders: Sequence[Path], name: str, values: Mapping[str, object]) -> str:
        made.append((name, values["medium"]))
        return fill(folders, name, values)

    monkeypatch.setattr("briefing.writers.html.fill", counted)
    pipeline.build([stories], ["humanitarian"], ["html", "pdf", "md", "docx"], Path("out"), Request())
    assert [medium for name, medium in made if name == "page.html"] == ["screen", "print", "text"]


def test_the_sample_stories_keep_what_makes_them_hard(root: Path) -> None:
    claims = pipeline.extract([root / "seeds"])
    wire, daily, bulletin = claims.sources
    assert all(source.sample and source.tlp == "TLP:CLEAR" for source in claims.sources)
    assert [source.stated("published") for source in (wire, daily, bulletin)] == ["2025-10-17", None, "2025-10-18"]
    assert wire.text.count("\n-\n") == 9
    assert "“Asif wrote: ‘" in daily.text
    assert daily.text.endswith(" indeed")


def test_what_only_a_briefing_needs_is_not_loaded_to_extract(stories: Path) -> None:
    program = (
        "import sys; from briefing.cli.app import run;"
        f"status = run(['extract', {str(stories)!r}, '-o', {str(stories.parent / 'claims.json')!r}]);"
        "print(status, *sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    status, *loaded = done.stdout.splitlines()[-1].split()
    assert status == "0"
    assert not {"babel", "jinja2", "markdown_it", "tinycss2", "tinyhtml5", "weasyprint", "yaml"} & set(loaded)
