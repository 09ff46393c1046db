"""Markup in what a source, its metadata, its name or a note says is text on the page, and nothing else."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
import tinyhtml5

from briefing.errors import TemplateError
from briefing.language.hidden import marked
from briefing.readers.markdown import parse
from briefing.writers.html import render
from briefing.writers.templates import fill
from tests.hostile.chain import built
from tests.writers.sample_briefing import sample_briefing

PAYLOADS = (
    "<script>alert(1)</script>",
    "</script><script src=//evil.example/x.js>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><text>words</text><animate onbegin=alert(1) attributeName=x></svg>",
    "<style>*{display:none}</style>",
    "</style><p style=color:red>",
    "</p></main></body></html><h1>",
    "<iframe src=javascript:alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "<a href='data:text/html,x'>x</a>",
    "<meta http-equiv=refresh content=0;url=//evil.example>",
    "<base href=//evil.example/>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<form action=//evil.example><button>x</button>",
    "<!--",
    "]]><![CDATA[",
    "&lt;b&gt;&#60;b&#62;",
    '" onmouseover="alert(1)" x="',
    "' autofocus onfocus='alert(1)",
    "{{ 7*7 }}{% if 1 %}{# x #}",
    "{{ briefing.__class__ }}",
    "${7*7} #{7*7} <%= 7*7 %>",
    "[x](javascript:alert(1)) ![x](https://evil.example/x.png) **b** `c`",
    "expression(alert(1)); } * { background: url(//evil.example/x) }",
    "\u202e<b>\u2066</b>\u200b",
    "\x00<b>\x1b]0;x\x07",
    "javascript:alert(1)",
)
SECTION = "bottom-line"
DATA = "application/json"
"""The type of a script that runs nothing: what a page carries for a program that reads it back."""


def sources() -> Iterator[tuple[str, str | bytes]]:
    """A source for each payload: in its words, its front matter, and what the analyst states of it."""
    stated = []
    for number, payload in enumerate(PAYLOADS):
        name = f"{number:02} {payload.replace('/', '∕').replace(chr(0), '')[:40]}"
        front = {"title": f"Title {payload}", "author": f"Author {payload}", "kind": payload, "rights": payload}
        yaml = "\n".join(f"{key}: {json.dumps(value)}" for key, value in front.items())
        text = (
            f"---\n{yaml}\nurl: https://a.example/{number}?{payload.split()[0] if number % 2 else ''}\n---\n\n"
            f"Mayor {payload} Ruiz said 4{number} families left Orrin after {payload} fell. “{payload} must leave,” "
            f"{payload} told reporters.\n\n- {payload} 12 tents\n- 3 boats\n"
        )
        yield f"in/{name}.txt", text.replace("---\n", "", 1) if number % 2 else f"{payload}\n\n{text}"
        yield f"in/{name}.md", text.replace("after", f"in {number} towns after")
        entry = f"file = {json.dumps(name + '.txt')}\npublisher = {json.dumps('Publisher ' + payload)}\n"
        stated.append(f"[[source]]\n{entry}title = {json.dumps('Stated ' + payload)}\n".replace("\\u007f", ""))
    yield "in/sources.toml", "\n".join(stated)
    words = " ".join(payload for payload in PAYLOADS if "](" not in payload and "`" not in payload)
    note = re.sub(r"""\d|["']""", "x", words)  # a number or quotation would have to be cited
    yield f"notes/{SECTION}.md", '---\nauthor: "Ana <b>{{ 1 }}"\n---\n' + note.replace("\n", " ")


def shape(page: str) -> dict[str, set[str]]:
    """The elements of a page, and which attributes each kind has."""
    found: dict[str, set[str]] = defaultdict(set)
    for element in elements(page):
        found[str(element.tag)] |= set(element.attrib)
    return found


def elements(page: str) -> Iterator[Element]:
    """Every element of a page as a browser reads it."""
    return (each for each in tinyhtml5.parse(page, namespace_html_elements=False).iter() if isinstance(each.tag, str))


def fixed(page: str) -> list[str]:
    """What of a page no source may touch: script, policy, and every rule of the style sheet but the fonts."""
    found = list(elements(page))
    style = "".join("".join(each.itertext()) for each in found if each.tag == "style").splitlines()
    script = ["".join(each.itertext()) for each in found if each.tag == "script" and each.get("type") != DATA]
    return script + [line for line in style if not line.startswith(("@font-face", "@page"))]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page of all payloads."""
    folder = tmp_path_factory.mktemp("markup")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        yield built(folder, dict(sources()), "--title", PAYLOADS[0] + PAYLOADS[18] + PAYLOADS[20])


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """The elements and attributes that pages without hostile words have."""
    folder, allowed = tmp_path_factory.mktemp("own"), shape(render(sample_briefing()))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        story = (
            "Mayor Ana Ruiz said 40 families left Orrin. “All must leave,” she told reporters.\n\nSaid:\n\n- 12 tents\n"
        )
        front = "---\ntitle: T\npublisher: P\nurl: https://a.example/\nrights: R\nauthor: A\nkind: news\n---\n"
        files = {"in/a.md": front + story, "in/b.txt": story + "A\ue000" + "b" * 40, "notes/bottom-line.md": "Words."}
        for tag, attributes in shape(built(folder, files)).items():
            allowed[tag] |= attributes
    return allowed


def test_there_are_only_our_own_elements_and_attributes(page: str, own: dict[str, set[str]]) -> None:
    assert {tag: names - own[tag] for tag, names in shape(page).items() if tag not in own or names - own[tag]} == {}
    assert {"script", "style", "main"} <= own.keys()
    assert not {"img", "iframe", "form", "base", "object", "embed", "link"} & own.keys()


def test_no_attribute_runs_or_fetches(page: str) -> None:
    for element in elements(page):
        for name, value in element.items():
            assert not name.startswith("on")
            assert name not in ("src", "srcset", "style", "action", "formaction", "ping", "background")
            if name.endswith("href"):
                assert value.startswith(("#", "https://a.example/"))


def test_script_and_style_are_the_program_s_own(page: str) -> None:
    assert fixed(page) == fixed(render(sample_briefing()))
    scripts = [each for each in elements(page) if each.tag == "script"]
    assert page.count("<script") == len(scripts)
    assert page.count("<style") == 1
    assert len([each for each in scripts if each.get("type") != DATA]) == 1
    assert not any("<" in "".join(each.itertext()) for each in scripts if each.get("type") == DATA)


@pytest.fixture(scope="module")
def printed(page: str) -> str:
    """The words of the page, white space folded."""
    spans = (each for each in elements(page) if each.tag == "span")
    return marked(" ".join(" ".join("".join(each.itertext()).split()) for each in spans))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_was_written_is_read_as_it_was_written(printed: str, payload: str) -> None:
    for said in (f"Author {payload}", f"Stated {payload}", f"Title {payload}"):
        assert " ".join(marked(said).split()) in printed


def test_templates_run_in_a_sandbox_with_everything_escaped(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()

    def filled(template: str, **values: Any) -> str:
        """What a template of one's own makes of the values."""
        (folder / "page.html").write_text(template)
        return fill([folder], "page.html", values)

    assert filled("{{ x }}<p title='{{ x }}'>", x="<b a='\">&") == (
        "&lt;b a=&#39;&#34;&gt;&amp;<p title='&lt;b a=&#39;&#34;&gt;&amp;'>"
    )
    assert filled("{{ x }}", x="{{ 7*7 }}") == "{{ 7*7 }}"
    for hostile in (
        "{{ x.__class__.__mro__[1].__subclasses__() }}",
        "{{ x.append(1) }}",
        "{{ label.__globals__ }}",
        "{% include '../../../etc/passwd' %}",
        "{% include '/etc/passwd' %}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ ''.__class__ }}{{ ().__class__.__base__ }}",
        "{{ '%s'.format_map(x) }}{{ '{0.__class__}'.format(x) }}{{ undefined_thing }}",
    ):
        with pytest.raises(TemplateError):
            filled(hostile, x=[1], label=fill)


@pytest.mark.parametrize("hidden", ["_kept", "__class__", "__dataclass_fields__", "told.__func__", "name.__class__"])
def test_of_an_object_templates_read_only_what_is_public(tmp_path: Path, hidden: str) -> None:
    @dataclass(frozen=True)
    class Card:
        """Something that a template is given."""

        name: str
        _kept: str = "nobody's business"

        @property
        def loud(self) -> str:
            """The name in capitals."""
            return self.name.upper()

        def told(self) -> str:
            """The name in a sentence."""
            return f"It is {self.name}."

    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "page.html").write_text("{{ x.name }} {{ x.loud }} {{ x.told() }}")
    assert fill([folder], "page.html", {"x": Card("a")}) == "a A It is a."
    (folder / "page.html").write_text(f"{{{{ x.{hidden} }}}}")
    with pytest.raises(TemplateError, match="unsafe"):
        fill([folder], "page.html", {"x": Card("a")})


def test_markdown_has_no_html() -> None:
    assert parse(b"<script>alert(1)</script>\n\n<b onclick=x>Water</b> rose.", "a.md").text == (
        "<script>alert(1)</script>\n\n<b onclick=x>Water</b> rose."
    )
