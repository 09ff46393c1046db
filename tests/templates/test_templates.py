"""An audience's folder: what it may change, and what happens where it is wrong."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import jinja2
import pytest

from briefing.errors import TemplateError
from briefing.model.briefing import Briefing
from briefing.writers.html import render
from briefing.writers.templates import Chain, compiled, fill
from tests.writers.sample_briefing import FOLDERS, sample_briefing


def audience(tmp_path: Path, **files: str) -> Briefing:
    """The sample for an audience whose folder has these files ("sections__annex" is sections/annex.html)."""
    folder = tmp_path / "mine"
    folder.mkdir()
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    briefing = sample_briefing()
    return replace(briefing, audience=replace(briefing.audience, name="mine", folders=(folder, *FOLDERS)))


def test_an_audience_of_data_alone_prints_its_parents_page(tmp_path: Path) -> None:
    assert render(audience(tmp_path)) == render(sample_briefing())


def test_sections_are_printed_in_the_briefings_order() -> None:
    page = render(replace(sample_briefing(), sections=("sources", "bottom-line")))
    assert page.index('<h2 id="sources">') < page.index('<h2 id="bottom-line">')
    assert '<h2 id="annex">' not in page


def test_a_block_can_differ_and_the_rest_stay(tmp_path: Path) -> None:
    own = '{% extends "parent/sections/statements.html" %}{% block legend %}<hr>{% endblock %}'
    page = render(audience(tmp_path, sections__statements=own))
    assert "<hr>" in page
    assert 'class="legend"' not in page
    assert 'id="actor-1"' in page


def test_the_page_itself_can_differ(tmp_path: Path) -> None:
    own = '{% extends "base/page.html" %}{% block masthead %}<h1>{{ parts.say(briefing.title) }}</h1>{% endblock %}'
    page = render(audience(tmp_path, page='{% import "parts.html" as parts %}' + own))
    assert '<p class="kind">' not in page
    assert '<h2 id="annex">' in page


def test_parent_is_the_next_folder_that_has_the_file(tmp_path: Path) -> None:
    for name, text in (("a", '{% extends "parent/x.html" %}'), ("b", "{# none #}"), ("c", "from c")):
        (tmp_path / name).mkdir()
        (tmp_path / name / ("y.html" if name == "b" else "x.html")).write_text(text)
    assert fill([tmp_path / "a", tmp_path / "b", tmp_path / "c"], "x.html", {}) == "from c"


def test_two_folders_of_one_name_are_told_apart(tmp_path: Path) -> None:
    own, shipped = tmp_path / "own" / "press", tmp_path / "shipped" / "press"
    for folder, text in ((own, '{% extends "parent/x.html" %}'), (shipped, "shipped")):
        folder.mkdir(parents=True)
        (folder / "x.html").write_text(text)
    assert fill([own, shipped], "x.html", {}) == "shipped"


@pytest.mark.parametrize("name", ["../secret.html", "a/../../secret.html", "/etc/hostname", "a/link.html"])
def test_nothing_outside_the_folders_is_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.html").write_text("secret")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "link.html").symlink_to(tmp_path / "secret.html")
    (tmp_path / "a" / "x.html").write_text(f'{{% include "{name}" %}}')
    with pytest.raises(TemplateError, match="there is no such file; add it or correct its name"):
        fill([tmp_path / "a"], "x.html", {})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("\n{{ nobody }}", r"a/x.html:2: 'nobody' is undefined"),
        ("\n\n{% if %}", r"a/x.html:3: Expected an expression"),
        ("{{ 1 / 0 }}", r"a/x.html:1: division by zero"),
        ("\n{{ ''.__class__.__mro__ }}", r"a/x.html:2: access to attribute '__class__'"),
        ("{{ (1).missing }}", r"a/x.html:1: .* has no attribute 'missing'"),
        ('{% extends "parent/x.html" %}', r"template parent/x.html: there is no such file"),
    ],
)
def test_a_mistake_is_named_with_its_line(here: Path, text: str, message: str) -> None:
    (here / "a").mkdir()
    (here / "a" / "x.html").write_text(text)
    with pytest.raises(TemplateError, match=f"^{message}"):
        fill([Path("a")], "x.html", {})


@pytest.mark.parametrize("text", ["{% if %}", "{{ nobody }}"])
def test_a_mistake_in_the_program_s_templates_is_named_by_the_whole_path(
    tmp_path_factory: pytest.TempPathFactory, here: Path, text: str
) -> None:
    shipped = tmp_path_factory.mktemp("shipped")
    for folder, content in ((here / "press", '{% include "base/x.html" %}'), (shipped / "base", text)):
        folder.mkdir()
        (folder / "x.html").write_text(content)
    with pytest.raises(TemplateError) as caught:
        fill([Path("press"), shipped / "base"], "x.html", {})
    assert caught.value.where == f"{shipped}/base/x.html:1"


def test_values_are_escaped(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.html").write_text("{{ text }}")
    assert fill([tmp_path / "a"], "x.html", {"text": "<script>"}) == "&lt;script&gt;"


def test_a_template_cannot_change_what_it_is_given(here: Path) -> None:
    (here / "a").mkdir()
    (here / "a" / "x.html").write_text("{{ values.append(1) }}")
    with pytest.raises(TemplateError, match=r"^a/x.html:1: access to attribute 'append'"):
        fill([here / "a"], "x.html", {"values": []})


def test_full_names_are_kept() -> None:
    chain = Chain(FOLDERS)
    assert chain.full_name("page.html") == "base/page.html"
    assert chain.full_name("base/page.html") == "base/page.html"


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A run in which nothing has been compiled yet and Python may keep what it compiles."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    compiled.cache_clear()
    yield
    compiled.cache_clear()


def one(folder: Path, text: str) -> str:
    """What a template of this text prints."""
    folder.mkdir(exist_ok=True)
    (folder / "x.html").write_text(text)
    return fill([folder], "x.html", {})


@pytest.mark.usefixtures("fresh")
def test_a_template_that_changed_is_compiled_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert one(tmp_path / "a", "{{ 1 + 1 }} tents") == "2 tents"
    compiled.cache_clear()
    assert one(tmp_path / "a", "{{ 1 + 2 }} tents") == "3 tents"


@pytest.mark.usefixtures("fresh")
def test_what_an_earlier_run_compiled_is_taken_where_it_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    one(tmp_path / "a", "{{ 1 + 1 }} tents")
    (kept,) = tmp_path.rglob("*.cache")
    compiled.cache_clear()
    with monkeypatch.context() as patched:
        patched.setattr(jinja2.Environment, "compile", None)
        assert one(tmp_path / "a", "{{ 1 + 1 }} tents") == "2 tents"
    whole = kept.read_bytes()
    for cut in range(0, len(whole), 7):
        kept.write_bytes(whole[:cut])
        compiled.cache_clear()
        assert one(tmp_path / "a", "{{ 1 + 1 }} tents") == "2 tents"


@pytest.mark.usefixtures("fresh")
def test_a_temporary_folder_that_cannot_be_written_stops_no_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = tmp_path / "file"
    nowhere.write_text("")
    monkeypatch.setattr(tempfile, "tempdir", str(nowhere))
    assert one(tmp_path / "a", "{{ 1 + 1 }} tents") == "2 tents"
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    compiled.cache_clear()
    kept = compiled()
    assert isinstance(kept, jinja2.FileSystemBytecodeCache)
    kept.directory = str(nowhere)
    assert one(tmp_path / "a", "{{ 1 + 1 }} people") == "2 people"


@pytest.mark.usefixtures("fresh")
def test_nothing_is_kept_where_python_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert one(tmp_path / "a", "{{ 1 + 1 }} tents") == "2 tents"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
