"""Every claim of a briefing can be opened in the file by its own link."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader


@pytest.fixture(scope="module")
def made(built: Path) -> Any:
    """The PDF of the sample stories, whose types make every step a union."""
    return PdfReader(next(built.glob("*.pdf")))


@pytest.fixture(scope="module")
def claims(built: Path) -> dict[str, Any]:
    """Each claim of claims.json by its id."""
    return {claim["id"]: claim for claim in json.loads((built / "claims.json").read_text())["claims"]}


def test_each_claim_is_a_named_destination(made: Any, claims: dict[str, Any]) -> None:
    names = list(made.trailer["/Root"]["/Names"]["/Dests"]["/Names"])[::2]
    assert names == sorted(names)  # a viewer looks names up by halving
    assert set(claims) <= set(names)


def test_a_claim_s_destination_is_where_its_words_are_printed(made: Any, claims: dict[str, Any]) -> None:
    pages = ["".join(page.extract_text().split()) for page in made.pages]
    pages = [page + after for page, after in zip(pages, [*pages[1:], ""], strict=True)]  # a passage may be parted
    places = made.named_destinations
    for id_, claim in claims.items():
        beginning = claim["exact"][claim["content"][0][0] - claim["start"] :].split("\n")[0][:24]
        assert "".join(beginning.split()) in pages[made.get_destination_page_number(places[id_])], claim["exact"]
