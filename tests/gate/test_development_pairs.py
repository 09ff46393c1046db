"""Floors of grouping on the development data, where it is at hand: pairs of figures, one statement in two outlets."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from briefing.extractors import extract
from briefing.grouping import group
from briefing.model.finding import ClaimsFile
from briefing.readers import gather
from briefing.writers.claims import document, dumps


def claims(folder: Path) -> ClaimsFile:
    """The claims of a folder, grouped."""
    if not folder.is_dir():
        pytest.skip(f"no {folder.name} in the development data")
    sources = tuple(gather([str(folder)])[0])
    extractions = {source.id: extract(source) for source in sources}
    return ClaimsFile(sources, tuple(extractions.items()), group(sources, extractions))


def test_clusters(dev_data: Path, tmp_path: Path) -> None:
    dev = dev_data / "dev"
    files = []
    for folder in sorted((dev / "clusters" / "texts").glob("*/")):
        files.append(tmp_path / f"{folder.name}.json")
        files[-1].write_text(dumps(claims(folder)), encoding="utf-8")
    if not files:
        pytest.skip("no clusters in the development data")
    command: list[str | Path] = [sys.executable, dev / "score_claims.py", dev / "clusters", *files, "--json"]
    pairs = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)["pairs"]
    assert pairs["linked"] >= 0.85
    assert pairs["relation_right"] >= 0.8
    assert pairs["conflict_printed_as_agreement"] == 0
    assert pairs["non_pairs_linked"] <= 1


def test_one_ministers_figures_in_two_stories(dev_data: Path) -> None:
    findings: list[dict[str, Any]] = document(claims(dev_data / "seeds"))["findings"]
    counts = {
        finding["readings"][0]["text"]: (
            finding["support"],
            finding["outlets"],
            finding["origins"],
            len(finding["readings"]),
        )
        for finding in findings
        if finding["kind"] == "figure"
    }
    expected = ("same-origin", 2, 1, 1)
    assert {text: counts.get(text) for text in ("836", "13", "250 million")} == dict.fromkeys(
        ("836", "13", "250 million"), expected
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("no more protest notes", "no longer protest notes"),
        ("so-called Islamic Emirate", "their own caliphate"),
        ("must return home", "must return to their homeland"),
        ("must return home", "to return home"),
    ],
)
def test_wordings_of_one_statement_stand_side_by_side(dev_data: Path, one: str, other: str) -> None:
    findings = document(claims(dev_data / "seeds"))["findings"]
    texts = [
        [(reading["relation"], reading["text"]) for reading in finding["readings"]]
        for finding in findings
        if finding["kind"] == "statement" and finding["outlets"] == 2 and finding["origins"] == 1
    ]
    found = [told for told in texts if any(one in text for _, text in told) and any(other in text for _, text in told)]
    assert len(found) == 1
    assert all(relation in (None, "variant", "same") for relation, _ in found[0])
