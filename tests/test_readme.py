"""README says what is so: its commands run, its map is the tree, its tables are complete."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing import errors
from briefing.cli.app import run
from briefing.workspace.audiences import SCHEMA, SECTIONS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def lines(language: str, beginning: str) -> list[str]:
    """The lines of the code blocks in one language that begin so, without their comments."""
    found = [line for kind, block in BLOCKS if kind == language for line in block.splitlines()]
    return [line.partition("  #")[0].rstrip() for line in found if line.startswith(beginning)]


def table(head: str) -> list[list[str]]:
    """The rows of the table whose first column has this head."""
    _, _, below = README.partition(f"| {head} |")
    rows = below.splitlines()[2:]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in _until_empty(rows)]


def _until_empty(rows: list[str]) -> Iterator[str]:
    for row in rows:
        if not row.startswith("|"):
            return
        yield row


def map_entries() -> Iterator[str]:
    """Every path in the map."""
    (block,) = [block for kind, block in BLOCKS if not kind]
    folder = ""
    for line in block.splitlines():
        name = line.split()[0]
        if not line.startswith(" "):
            folder = name
            yield name
        else:
            yield folder + name


def listing() -> set[str]:
    """What lies at the top of the tree and in the package, as git knows it; folders end in a slash."""
    command = ["git", "ls-files", "--cached"]  # what README's commands make in a clone is nobody's business
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    if done.returncode:
        pytest.skip("not a git checkout: the tree cannot be told from what lies beside it")
    paths = [Path(line) for line in done.stdout.splitlines() if (ROOT / line).exists()]
    found = {f"{path.parts[0]}/" if len(path.parts) > 1 else path.name for path in paths}
    rooms = [path.parts[1:] for path in paths if path.parts[0] == "briefing"]
    return found | {f"briefing/{parts[0]}{'/' if len(parts) > 1 else ''}" for parts in rooms}


def test_the_map_is_the_tree() -> None:
    unlisted = {"README.md", ".gitignore", "briefing/__init__.py"}
    assert set(map_entries()) == listing() - unlisted


def test_every_dependency_is_explained() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert [row[0] for row in table("package")] == [re.split(r"[><=]", each)[0] for each in project["dependencies"]]


def test_every_exit_status_is_explained() -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, Exception)]
    assert {int(row[0]) for row in table("exit status")} == {0, 1, errors.INTERRUPTED} | {
        kind.exit_code for kind in kinds if issubclass(kind, errors.BriefingError)
    }


@pytest.mark.parametrize("line", lines("sh", "make "))
def test_make_knows_the_two_commands(line: str) -> None:
    if not shutil.which("make"):
        pytest.skip("no make on this machine")
    subprocess.run([*line.split(), "--dry-run"], cwd=ROOT, check=True, capture_output=True)


def test_the_first_command_runs(built: Path) -> None:
    assert lines("sh", "briefing ")[0] == "briefing build seeds"
    assert {path.suffix for path in built.iterdir()} == {".html", ".pdf", ".json", ""}


@pytest.mark.parametrize("line", [*lines("sh", "briefing ")[1:], *lines("sh", "cat ")])
def test_every_command_runs(line: str, here: Path) -> None:
    shutil.copytree(ROOT / "seeds", here / "seeds")
    program = f'"{sys.executable}" -c "from briefing.cli import main; main()"'
    command = re.sub(r"\bbriefing (?=build|extract|figures|audiences|doctor)", lambda _: f"{program} ", line)
    done = subprocess.run(command, shell=True, cwd=here, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout


def test_the_examples_of_settings_are_right(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sources, settings = [block for kind, block in BLOCKS if kind == "toml"]
    shutil.copytree(ROOT / "seeds", here / "seeds")
    (here / "seeds" / "sources.toml").write_text(sources, encoding="utf-8")
    (here / "briefing.toml").write_text(settings, encoding="utf-8")
    assert run(["extract"]) == 0
    said = capsys.readouterr().err
    assert "is not used" not in said
    assert "No publisher is stated. (02-sample-daily.txt, 03-sample-bulletin.md)" in said


def test_links_and_pictures_lead_somewhere() -> None:
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_page_on_claims_names_every_part_of_the_schema() -> None:
    page = (ROOT / "docs" / "claims.md").read_text(encoding="utf-8")
    schema = json.loads((ROOT / "briefing" / "writers" / "claims.schema.json").read_text(encoding="utf-8"))
    rows = [line.split("|")[1] for line in page.splitlines() if line.startswith("| `")]
    assert [key for row in rows for key in re.findall(r"`(\w+)`", row)] == list(schema["properties"])


def test_the_guide_to_audiences_names_every_setting_and_section() -> None:
    guide = (ROOT / "docs" / "adding-an-audience.md").read_text(encoding="utf-8")
    (settings,) = [block for block in re.findall(r"```toml\n(.*?)```", guide, re.DOTALL) if "template_api" in block]
    assert set(tomllib.loads(settings)) == set(SCHEMA)
    assert [section for section in SECTIONS if f"`{section}`" not in guide] == []
