"""Shapes: what is wrong in a file of an organisation's own, and on which line."""

from __future__ import annotations

import tomllib

import pytest

from briefing.language.shapes import flaws, line_of

SHIPPED = {"words": ["aid"], "most": 3, "steps": {"one": {"label": "x"}, "two": {"label": "y"}}, "rule": [{"id": "A"}]}
KEYS = "use one of words, most, steps, rule"
OWN = """# ours
words = ["help"]

[steps.three]
label = "z"
"""


def found(text: str) -> list[str]:
    return [flaw.text for flaw in flaws("rules/own.toml", text, tomllib.loads(text), SHIPPED)]


def test_a_file_of_the_shipped_shape_has_none() -> None:
    assert found(OWN) == []
    assert found("replace = true\nwords = []\n") == []


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (
            'word = ["x"]',
            "rules/own.toml:6: word: no such key; did you mean 'words'? " + KEYS,
        ),
        ('most = "x"', "rules/own.toml:6: most: is not a number; write a number"),
        ('words = "x"', "rules/own.toml:6: words: is not a list of texts; write a list of texts"),
        ("rule = [1]", "rules/own.toml:6: rule: is not a list of tables; write a list of tables"),
        ('replace = "yes"', "rules/own.toml:6: replace: is not true or false; write true or false"),
    ],
)
def test_a_flaw_is_told_with_file_line_and_key(line: str, says: str) -> None:
    assert found("\n" * 5 + line + "\n") == [says]


def test_a_key_inside_a_table_is_told_with_its_path() -> None:
    assert found("[steps.one]\nlabel = 4\n") == ["rules/own.toml:2: steps.one.label: is not a text; write a text"]


def test_the_line_of_a_word_is_where_it_is_quoted() -> None:
    assert line_of('a = [\n  "x",\n  "rain & shine",\n]\n', ("a",), "rain & shine") == 3


def test_the_line_of_what_is_not_written_is_its_table_else_the_first() -> None:
    assert line_of("[b]\nc = 1\n\n[a]\nd = 1\n", ("a", "missing")) == 4
    assert line_of("[b]\nc = 1\n", ("x",)) == 1
