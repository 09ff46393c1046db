"""Audiences are folders of data: found by name, merged with their parents, checked key by key."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import BriefingError, TemplateError, UsageError
from briefing.model.audience import Term
from briefing.workspace import audience, names
from briefing.workspace.resources import shipped

pytestmark = pytest.mark.usefixtures("here")


def put(name: str, settings: str, labels: str | None = None) -> Path:
    folder = Path("templates") / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "audience.toml").write_text(settings, encoding="utf-8")
    if labels is not None:
        (folder / "labels.toml").write_text(labels, encoding="utf-8")
    return folder


def test_every_shipped_audience_loads() -> None:
    assert "humanitarian" in names()
    found = audience("humanitarian")
    assert found.folders == (shipped() / "humanitarian", shipped() / "base")
    assert found.sections
    assert all(isinstance(points, int | float) for points in found.weights.values())


def test_a_child_changes_what_it_names_and_keeps_the_rest() -> None:
    top = put(
        "top",
        'sections = ["bottom-line", "sources"]\nkey_figures = 4\n[weights]\nearly = 1\nsector.health = 2\n',
        'greeting = "Hello"\nfarewell = "Bye"\n',
    )
    own = put(
        "press",
        'template_api = 1\nparent = "top"\npage = "Letter"\ntlp = "TLP:GREEN"\ntitle = ["headline"]\n'
        '[weights]\n"sector.health" = 5\n',
        'farewell = "Goodbye"\n',
    )
    found = audience("press")
    assert (found.name, found.folders, found.sections) == ("press", (own, top), ("bottom-line", "sources"))
    assert (found.key_figures, found.bottom_line, found.page) == (4, 2, "Letter")
    assert (found.tlp, found.title) == ("TLP:GREEN", ("headline",))
    assert found.weights == {"early": 1, "sector.health": 5}
    assert found.labels == {"greeting": "Hello", "farewell": "Goodbye"}


def test_one_s_own_audience_comes_before_the_program_s_and_may_build_on_it() -> None:
    own = put("humanitarian", 'parent = "humanitarian"\nkey_figures = 3\n')
    found = audience("humanitarian")
    assert found.folders == (own, shipped() / "humanitarian", shipped() / "base")
    assert found.key_figures == 3


def test_the_program_s_own_tree_as_working_folder(monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    monkeypatch.chdir(root)
    assert audience("humanitarian").folders == (shipped() / "humanitarian", shipped() / "base")


@pytest.mark.parametrize("name", ["humanitarain", "../templates/humanitarian", "", ".."])
def test_an_unknown_audience_names_the_known_ones(name: str) -> None:
    put("press", 'sections = ["sources"]\n')
    with pytest.raises(UsageError) as caught:
        audience(name)
    assert caught.value.where == "--audience"
    assert caught.value.what == f"no audience {name!r}"
    assert caught.value.todo.endswith(f"the audiences are {', '.join(names())}")
    assert {"humanitarian", "press"} <= set(names())


def test_an_abstract_audience_is_for_others_to_build_on() -> None:
    put("top", 'abstract = true\nsections = ["sources"]\n')
    put("press", 'parent = "top"\n')
    put("plain", 'abstract = false\nparent = "top"\n')
    assert {"plain", "press"} <= set(names())
    assert "top" not in names()
    assert audience("press").sections == audience("plain").sections == ("sources",)
    with pytest.raises(UsageError, match=r"^--audience: 'top' is there for others to build on; the audiences are "):
        audience("top")


def test_one_s_own_audience_of_an_abstract_one_s_name_can_be_named() -> None:
    put("base", 'parent = "base"\n')
    assert "base" in names()
    assert audience("base").name == "base"


def test_an_audience_whose_settings_are_wrong_is_still_among_the_names() -> None:
    put("press", "= 3")
    assert names() == ("humanitarian", "policy", "press", "public")
    with pytest.raises(UsageError, match="no audience 'zzz'; the audiences are humanitarian, policy, press, public"):
        audience("zzz")


def test_a_near_miss_is_named() -> None:
    with pytest.raises(UsageError, match="did you mean 'humanitarian'"):
        audience("humanitarain")


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        ("sectons = []", "sectons: no such key; did you mean 'sections'? use one of template_api, parent, "),
        ('sections = ["prologue"]', "sections: ['prologue'] is not a list of bottom-line, "),
        ("sections = []", "sections: [] is not a list of bottom-line, "),
        ("key_figures = -1", "key_figures: -1 is not a whole number, 0 or more; write a whole number, 0 or more"),
        ("key_figures = true", "key_figures: True is not a whole number, 0 or more; "),
        ('abstract = "yes"', "abstract: 'yes' is not true or false; write true or false"),
        ('page = "A5"', "page: 'A5' is not A4 or Letter; write A4 or Letter"),
        ('annex = "some"', "annex: 'some' is not none, excerpts or full; "),
        ('tlp = "RED"', "tlp: 'RED' is not one of TLP:CLEAR, "),
        ('[weights]\nearly = "much"', "weights: {'early': 'much'} is not a table of numbers; "),
        ("weights.early = nan", "weights: {'early': nan} is not a table of numbers; "),
        ("template_api = 2", "template_api: 2 is not 1, the only version this program knows; "),
        ('parent = "desk"', "parent: 'desk' leads back to itself; name another parent"),
        ('parent = "nobody"', "parent: no audience 'nobody'; "),
    ],
)
def test_wrong_settings_are_one_line(settings: str, line: str) -> None:
    folder = put("desk", settings)
    with pytest.raises(TemplateError) as caught:
        audience("desk")
    assert str(caught.value).startswith(f"{folder / 'audience.toml'}: {line}")


def test_an_audience_without_sections() -> None:
    folder = put("press", "key_figures = 3")
    with pytest.raises(TemplateError) as caught:
        audience("press")
    assert str(caught.value).startswith(f"{folder / 'audience.toml'}: names no sections; add sections = ['bottom-line'")


@pytest.mark.parametrize(
    ("file", "text"), [("audience.toml", "= 3"), ("labels.toml", "[a\n"), ("labels.toml", "a = 3")]
)
def test_a_file_that_is_wrong_is_named(file: str, text: str) -> None:
    folder = put("press", 'sections = ["sources"]')
    (folder / file).write_text(text, encoding="utf-8")
    with pytest.raises(BriefingError, match=file):
        audience("press")


def test_the_glossary_is_merged_term_by_term_and_makes_labels() -> None:
    put("top", 'sections = ["glossary", "sources"]\n')
    put("desk", 'parent = "top"\n')
    camp = '[camp]\nname = "Camp"\nforms = ["camp"]\nmeans = "Tents."\n'
    terms = camp + '[aid]\nname = "Aid"\nforms = ["aid"]\nmeans = "Help."\n'
    (Path("templates") / "top" / "glossary.toml").write_text(terms, encoding="utf-8")
    own = '[camp]\nname = "Camps"\nforms = ["camp", "camps"]\nmeans = "Where people stay."\n'
    (Path("templates") / "desk" / "glossary.toml").write_text(own, encoding="utf-8")
    found = audience("desk")
    assert {term.id: term.forms for term in found.terms} == {"camp": ("camp", "camps"), "aid": ("aid",)}
    assert (found.labels["term-camp"], found.labels["means-camp"]) == ("Camps", "Where people stay.")
    assert found.labels["means-aid"] == "Help."


def test_a_term_that_lacks_something_is_one_line() -> None:
    put("desk", 'sections = ["glossary", "sources"]\n')
    (Path("templates") / "desk" / "glossary.toml").write_text('[camp]\nname = "Camp"\n', encoding="utf-8")
    with pytest.raises(TemplateError, match=r"glossary\.toml: camp: is no whole term; write \[camp\] with name, forms"):
        audience("desk")


@pytest.mark.parametrize(
    ("form", "text", "found"),
    [
        ("refugee", "Refugee camps", "Refugee"),
        ("refugee", "refugees", None),
        ("UN", "the UN said", "UN"),
        ("UN", "fun and un", None),
        ("cease-fire", "A cease-fire holds", "cease-fire"),
    ],
)
def test_a_term_is_found_as_a_whole_word(form: str, text: str, found: str | None) -> None:
    match = Term("t", (form,)).found(text)
    assert (match and match[0]) == found


def test_the_front_is_made_of_the_first_sections() -> None:
    put("desk", 'sections = ["bottom-line", "sources"]\nfront = ["sources"]\n')
    with pytest.raises(TemplateError, match=r"front: .* are not the first sections"):
        audience("desk")
