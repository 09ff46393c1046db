"""Markdown becomes plain blocks of text; its front matter becomes metadata."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.errors import SourceError
from briefing.readers.markdown import parse

BLOCKS = """\
# Camp *Aru* floods

Water rose
overnight, [the mayor](http://aru.example) said.\\
Nobody was hurt.

Seen there:

- tents,
  all wet
- 2 **boats**

  one of them leaks
  1. the red
  2. the blue

3. third
4. fourth

> A quoted line.

| place | people |
|-------|-------:|
| Aru   | 40     |

***

    kept as it is

![a boat](boat.png) <b>raw</b> &amp; `code`
"""

PLAIN = """\
Camp Aru floods

Water rose overnight, the mayor said.
Nobody was hurt.

Seen there:

- tents, all wet
- 2 boats

one of them leaks

1. the red
2. the blue
3. third
4. fourth

A quoted line.

| place | people |
| --- | --- |
| Aru | 40 |

kept as it is

a boat <b>raw</b> & code"""


def test_blocks_become_lines() -> None:
    assert parse(BLOCKS.encode(), "a.md").text == PLAIN


def test_front_matter_is_metadata_and_no_text() -> None:
    found = parse(b"---\ntitle: Aru floods\npublished: 2024-05-03\ntags: [a]\n---\n\nWater rose.\n", "a.md")
    assert found.text == "Water rose."
    assert found.stated == {"title": "Aru floods", "published": date(2024, 5, 3), "tags": ["a"]}


def test_empty_front_matter_states_nothing() -> None:
    found = parse(b"---\n---\nWater rose.\n", "a.md")
    assert (found.text, found.stated) == ("---\n\nWater rose.".removeprefix("---\n\n"), {})


@pytest.mark.parametrize("body", ["---\n\nWater rose.\n\n---\n\nIt fell.\n", "Water rose.\n\n---\n\nIt fell.\n"])
def test_a_rule_is_no_front_matter(body: str) -> None:
    found = parse(body.encode(), "a.md")
    assert (found.text, found.stated) == ("Water rose.\n\nIt fell.", {})


@pytest.mark.parametrize(
    ("front", "line"),
    [("title: [unclosed", "line 3"), ("published: 2024-13-45", "month must be in 1..12"), ("a: " + "[" * 50, "nested")],
)
def test_wrong_front_matter_is_a_mistake_of_one_line(front: str, line: str) -> None:
    with pytest.raises(SourceError) as caught:
        parse(f"---\n{front}\n---\nWater rose.\n".encode(), "a.md")
    assert caught.value.what.startswith("has front matter that is not YAML")
    assert line in caught.value.what


def test_front_matter_alone_is_no_source() -> None:
    with pytest.raises(SourceError, match="no words beside its front matter"):
        parse(b"---\ntitle: Aru floods\n---\n", "a.md")


@pytest.mark.parametrize(("mark", "deepest"), [("> ", 99), ("- ", 49)])
def test_blocks_nested_too_deeply_are_read_as_plain_text_and_told(mark: str, deepest: int) -> None:
    after = "deep\n\nThe river rose.\n"
    assert parse((mark * deepest + after).encode(), "a.md").notices == ()
    found = parse(f"---\ntitle: Aru\n---\n{mark * (deepest + 1)}{after}".encode(), "a.md")
    assert (found.text, found.stated) == (mark * (deepest + 1) + after, {"title": "Aru"})
    (notice,) = found.notices
    assert (notice.code, notice.path) == ("deep-nesting", "a.md")
    assert notice.message == "Read as plain text, marks and all: its blocks are nested deeper than 100 levels."


@pytest.mark.parametrize("hostile", ["> " * 5_000 + "deep", "[" * 5_000 + "deep", "- " * 5_000 + "deep", "*a_" * 5_000])
def test_hostile_nesting_ends(hostile: str) -> None:
    assert parse(hostile.encode(), "a.md").text
