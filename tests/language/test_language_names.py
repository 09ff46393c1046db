"""The names of languages: in the words of the page, and a tag where there is no name."""

from __future__ import annotations

import pytest

from briefing.language.language_names import printed_language


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("en", "English"),
        ("EN", "English"),
        ("fr-CA", "French (Canada)"),
        ("ps", "Pashto"),
        ("zh-Hant", "Chinese (Traditional)"),
        ("und", "Unknown language"),
        ("x-none", "x-none"),
        ("", ""),
    ],
)
def test_a_tag_is_named_in_the_words_of_the_page(tag: str, name: str) -> None:
    assert printed_language(tag, "en") == name


def test_the_words_are_those_of_the_page() -> None:
    assert printed_language("fr", "es") == "francés"
