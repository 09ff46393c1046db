"""briefing audiences: listed, shown, made, changed and checked as a person would, by somebody who knows no Python."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing import workspace
from briefing.cli.app import run
from briefing.workspace.audiences import SECTIONS
from briefing.workspace.resources import shipped
from briefing.writers import contract, html
from tests.conftest import ROOT
from tests.writers.sample_briefing import sample_briefing

STORY = "Orrin bridge shut\n\nMayor Ana Ruiz said that 40 families had left Orrin. “Nobody crosses,” Ruiz said.\n"


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    capsys.readouterr()
    status = run(list(arguments))
    shown = capsys.readouterr()
    return status, shown.out + shown.err


@pytest.fixture
def project(here: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a briefing.toml, and the working folder two below it."""
    (here / "briefing.toml").write_text("", "utf-8")
    (here / "work" / "deep").mkdir(parents=True)
    monkeypatch.chdir(here / "work" / "deep")
    return here


def test_the_four_that_ship_are_listed(here: Path, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: ARG001
    status, out = said(capsys, "audiences", "list", "--json")
    assert status == 0
    told = {each["name"]: each for each in json.loads(out)}
    assert set(told) == {"humanitarian", "policy", "press", "public"}
    assert {each["origin"] for each in told.values()} == {"shipped"}
    assert "implications" not in told["press"]["sections"]
    assert told["press"]["sections"][0] == "quotations"


def test_a_new_audience_works_at_once_beside_briefing_toml(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _ = said(capsys, "audiences", "new", "donors", "--from", "policy")
    assert status == 0
    assert sorted(path.name for path in (project / "templates" / "donors").iterdir()) == [
        "audience.toml",
        "labels.toml",
    ]
    assert workspace.audience("donors").sections == workspace.audience("policy").sections
    Path("story.txt").write_text(STORY, "utf-8")
    status, _ = said(capsys, "build", "story.txt", "-a", "donors", "-f", "html")
    assert status == 0
    page = next((project / "out").glob("*-donors.html")).read_text("utf-8")
    assert ">Donors<" in page
    assert "own" in said(capsys, "audiences", "list")[1]


def test_without_briefing_toml_it_is_made_in_the_working_folder(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "audiences", "new", "donors")[0] == 0
    assert (here / "templates" / "donors" / "audience.toml").is_file()


@pytest.mark.parametrize("name", ["../donors", "Donors", "", "donors/x"])
def test_a_name_that_cannot_be_a_folder_is_a_mistake(here: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "audiences", "new", name)[0] == 2
    assert list(here.iterdir()) == []


def test_what_is_there_is_not_written_over(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "audiences", "new", "donors")[0] == 0
    (here / "templates" / "donors" / "labels.toml").write_text('a = "b"\n')
    status, out = said(capsys, "audiences", "new", "donors")
    assert (status, "is there already" in out) == (2, True)
    assert (here / "templates" / "donors" / "labels.toml").read_text() == 'a = "b"\n'


def test_an_ejected_template_takes_the_place_of_the_shipped_one(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out = said(capsys, "audiences", "eject", "policy", "sections/judgements.html")
    assert (status, out.strip()) == (0, "templates/policy/sections/judgements.html")
    own = here / "templates" / "policy" / "sections" / "judgements.html"
    own.write_text(own.read_text("utf-8").replace('class="', 'class="'), "utf-8")
    assert workspace.audience("policy").folders[0] == Path("templates/policy")
    assert said(capsys, "audiences", "eject", "policy", "sections/judgements.html")[0] == 2
    status, out = said(capsys, "audiences", "eject", "policy", "sections/judgments.html")
    assert (status, "did you mean 'sections/judgements.html'" in out) == (2, True)


def test_what_is_shown_is_what_the_documentation_says(capsys: pytest.CaptureFixture[str]) -> None:
    told = contract.text((shipped() / "humanitarian", shipped() / "base"))
    documented = (ROOT / "docs" / "adding-an-audience.md").read_text("utf-8")
    assert told in documented, "put what briefing audiences show humanitarian prints into docs/adding-an-audience.md"
    status, out = said(capsys, "audiences", "show", "humanitarian")
    assert status == 0
    assert told.rstrip() in out
    assert 'style = "spine"' in out


def test_the_contract_has_every_name_that_templates_are_given() -> None:
    given = html._values(sample_briefing(), "screen")
    assert {name.partition("(")[0] for name in contract.VALUES} == set(given)
    assert list(contract.SECTIONS) == list(SECTIONS)


LINTED = {
    "variable": ("{{ breifing.title.text }}", "breifing: there is no such variable; did you mean 'briefing'?"),
    "field": ("{{ briefing.titel }}", "briefing.titel: a briefing has no such field; did you mean 'title'?"),
    "label": ('{{ label("kontents") }}', "kontents: there is no such label; did you mean 'contents'?"),
    "syntax": ("{% if %}", "template: Expected an expression"),
    "sentence": ("<p>A sentence of my own.</p>", "is neither a statement, a citation nor a label"),
    "level": ('<h5 id="x">{{ label("contents") }}</h5>', "is a heading of level 5 after one of level 2"),
    "wide": (
        '<div style="width: 20px; white-space: nowrap">{{ label("section-limitations") }}</div>',
        "pixels wider than its box",
    ),
}


@pytest.mark.parametrize("kind", LINTED)
def test_lint_names_what_is_wrong_and_where(here: Path, kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "audiences", "new", "mine")[0] == 0
    text, expected = LINTED[kind]
    folder = here / "templates" / "mine"
    with (folder / "audience.toml").open("a", encoding="utf-8") as file:
        file.write('sections = ["bottom-line", "sources"]\n')
    (folder / "sections").mkdir()
    own = '{% extends "parent/sections/bottom-line.html" %}\n{% import "parts.html" as parts %}\n'
    own += f"{{% block heading %}}\n{{{{ super() }}}}\n{text}\n{{% endblock %}}\n"
    (folder / "sections" / "bottom-line.html").write_text(own, "utf-8")
    status, out = said(capsys, "audiences", "lint", "mine")
    assert status == 1
    assert expected in out
    if kind in ("variable", "field", "label", "syntax", "sentence"):
        assert "templates/mine/sections/bottom-line.html:5: " in out


def test_lint_names_an_unknown_block_a_missing_section_and_a_weak_colour(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = here / "templates" / "mine"
    (folder / "sections").mkdir(parents=True)
    settings = 'template_api = 1\nsections = ["bottom-line", "sources"]\nstyle = "pale"\n'
    (folder / "audience.toml").write_text(f'{settings}parent = "humanitarian"\n', "utf-8")
    own = '{% extends "parent/sections/sources.html" %}\n{% block contnet %}{% endblock %}\n'
    (folder / "sections" / "sources.html").write_text(own, "utf-8")
    (here / "styles" / "pale").mkdir(parents=True)
    (here / "styles" / "pale" / "tokens.css").write_text(":root {\n  --muted: #999999;\n}\n")
    status, out = said(capsys, "audiences", "lint", "mine")
    assert status == 1
    assert "sources.html:2: contnet: parent/sections/sources.html has no such block; did you mean 'content'?" in out
    assert "styles/pale/tokens.css:2: --muted: #999999 on paper #ffffff has a contrast of 2.8:1; use #" in out
    (folder / "audience.toml").write_text(settings, "utf-8")
    status, out = said(capsys, "audiences", "lint", "mine")
    assert "audience.toml:2: bottom-line: no template prints this section" in out


def test_lint_tells_of_too_many_pages_and_of_a_front_that_is_two(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = here / "templates" / "mine"
    folder.mkdir(parents=True)
    front = '["bottom-line", "key-figures", "statements", "implications"]'
    settings = f'template_api = 1\nparent = "humanitarian"\npages = 1\nfront = {front}\n'
    (folder / "audience.toml").write_text(settings, "utf-8")
    status, out = said(capsys, "audiences", "lint", "mine")
    assert status == 1
    assert "1 pages at most" in out
    assert "the first page does not stand alone" in out


def test_the_audiences_that_ship_have_no_flaw(here: Path, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: ARG001
    assert said(capsys, "audiences", "lint") == (0, "")


def test_lint_of_what_there_is_not(here: Path, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: ARG001
    status, out = said(capsys, "audiences", "lint", "polcy")
    assert (status, "did you mean 'policy'" in out) == (2, True)


def test_an_older_api_is_refused_in_one_line(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = here / "templates" / "mine"
    folder.mkdir(parents=True)
    (folder / "audience.toml").write_text('template_api = 2\nparent = "base"\n', "utf-8")
    status, out = said(capsys, "audiences", "lint", "mine")
    assert (status, out.count("\n")) == (1, 1)
    assert "template_api: 2 is not 1, the only version this program knows" in out
