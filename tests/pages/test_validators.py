"""Pages held against the standards, by the standards' own checkers, where they are installed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from tests.pages.conftest import AUDIENCES, Pages

LOOKS = ("light 1280", "light 390", "dark 1280", "dark 390")


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("profile", ["PDFUA-1", "PDFA-3A"])
def test_one_pdf_passes_both_standards(
    pages: Pages, standards: Mapping[tuple[str, str], list[str]], audience: str, profile: str
) -> None:
    assert standards[profile, str(pages[audience]["pdf"])] == ["pass"]


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_markup_has_no_error(pages: Pages, markup: Mapping[str, list[str]], audience: str) -> None:
    assert markup[str(pages[audience]["html"])] == []


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("look", LOOKS)
def test_everybody_can_use_the_page(pages: Pages, browsed: Mapping[str, Any], audience: str, look: str) -> None:
    """WCAG 2.2 A and AA and best practice; nothing logged, nothing asked of the network, nothing to scroll sideways."""
    (found,) = (each for each in browsed[str(pages[audience]["html"])]["looks"] if each["look"] == look)
    assert found["passes"] > 20
    assert (found["violations"], found["heard"], found["overflow"]) == ([], [], 0)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_keyboard_reaches_the_passage_and_comes_back(
    pages: Pages, browsed: Mapping[str, Any], audience: str
) -> None:
    steps = browsed[str(pages[audience]["html"])]["keys"]
    assert steps.pop("heard") == []
    assert steps == dict.fromkeys(("reached", "shown", "whole", "dismissed", "opened", "wayBack", "returned"), True)
