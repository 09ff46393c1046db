"""The whole chain: what must hold whatever the sources say, from the file that is read to the page that is written."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
from itertools import permutations
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from briefing import composing, pipeline, verifying, workspace, writers
from briefing.model.request import Request
from briefing.writers.claims import document, dumps
from tests.chain_texts import ODD_TEXTS, STORIES, stories

SCHEMA = json.loads((Path(pipeline.__file__).parent / "writers" / "claims.schema.json").read_text("utf-8"))
QUICK = settings(derandomize=True, deadline=None, max_examples=20, phases=[Phase.generate])


def extracted(texts: dict[str, bytes]) -> tuple[dict[str, Any], dict[str, str]]:
    """claims.json of files with these contents, and the canonical text of each source by id."""
    with tempfile.TemporaryDirectory() as folder:
        for name, data in texts.items():
            (Path(folder) / name).write_bytes(data)
        claims = pipeline.extract([folder])
    return json.loads(dumps(claims)), {source.id: source.text for source in claims.sources}


@QUICK
@given(ODD_TEXTS, st.booleans())
def test_every_anchor_is_exactly_where_it_says(text: str, marked: bool) -> None:
    made, texts = extracted({"a.txt": (b"\xef\xbb\xbf" if marked else b"") + text.encode()})
    jsonschema.validate(made, SCHEMA)
    for claim in made["claims"]:
        source, start, end = texts[claim["source"]], claim["start"], claim["end"]
        assert source[start:end] == claim["exact"]
        assert source[max(0, start - 32) : start] == claim["prefix"]
        assert source[end : end + 32] == claim["suffix"]
        for figure in claim["figures"]:
            assert source[figure["start"] : figure["end"]] == figure["text"]
            assert start <= figure["start"] < figure["end"] <= end
        for low, high in (*claim["content"], *claim["quotes"]):
            assert start <= low < high <= end


@QUICK
@given(ODD_TEXTS)
def test_every_sentence_is_in_a_claim_or_unused(text: str) -> None:
    made, texts = extracted({"a.txt": text.encode()})
    for source, canonical in texts.items():
        spans = [
            (part["start"], part["end"]) for part in (*made["claims"], *made["unused"]) if part["source"] == source
        ]
        accounted = {at for span in spans for at in range(*span)}
        left = "".join(c for at, c in enumerate(canonical) if at not in accounted)
        assert not any(character.isalnum() for character in left)


@QUICK
@given(ODD_TEXTS)
def test_the_canonical_text_is_the_files_own_but_for_mark_and_line_ends(text: str) -> None:
    _, texts = extracted({"a.txt": b"\xef\xbb\xbf" + text.encode()})
    assert list(texts.values()) == [text.replace("\r\n", "\n").replace("\r", "\n")]


@settings(QUICK, max_examples=6)
@given(st.lists(ODD_TEXTS, min_size=1, max_size=3))
def test_whatever_the_sources_say_the_gate_passes_what_is_composed(texts: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            (Path(folder) / f"{number}.txt").write_bytes(text.encode())
        claims = pipeline.extract([folder])
    briefing = composing.compose(claims, workspace.audience("humanitarian"), Request())
    verifying.verify(briefing)
    verifying.verify_page(briefing, writers.FORMATS["html"](briefing).decode(), briefing.audience.folders)


def test_the_order_of_the_sources_changes_no_finding(tmp_path: Path) -> None:
    stories(tmp_path)
    seen = set()
    for order in permutations(STORIES):
        claims = pipeline.extract([tmp_path / name for name in order])
        findings = sorted(document(claims)["findings"], key=lambda finding: str(finding["id"]))
        seen.add(json.dumps(findings, sort_keys=True))
    assert len(seen) == 1
    assert len(json.loads(seen.pop())) > 0


def test_another_source_leaves_ids_as_they_are(tmp_path: Path) -> None:
    stories(tmp_path)
    alone = document(pipeline.extract([tmp_path / "gazette.txt"]))
    among = document(pipeline.extract([tmp_path]))
    assert {source["id"] for source in alone["sources"]} <= {source["id"] for source in among["sources"]}
    assert {claim["id"] for claim in alone["claims"]} <= {claim["id"] for claim in among["claims"]}


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """What two processes with other hash seeds, folders and file orders make of the same stories."""
    made = []
    for seed in ("1", "2"):
        home = tmp_path_factory.mktemp(f"run-{seed}")
        stories(home / "sources")
        for path in random.Random(seed).sample(sorted((home / "sources").iterdir()), k=4):
            path.write_bytes(path.read_bytes())
        command = [str(Path(sys.executable).with_name("briefing")), "build", "sources", "-o", "out"]
        formats = ["-f", "html", "-f", "pdf", "-f", "json"]
        subprocess.run(
            command + formats, check=True, cwd=home, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True
        )
        files = sorted(path for path in (home / "out").rglob("*") if path.is_file())
        made.append({path.relative_to(home / "out").as_posix(): path.read_bytes() for path in files})
    return made[0], made[1]


def test_equal_sources_give_equal_bytes(twice: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    first, second = twice
    assert {Path(name).suffix for name in first} == {".html", ".pdf", ".json", ".txt"}
    assert list(first) == list(second)
    for name, data in first.items():
        assert data == second[name], name


def test_the_canonical_texts_are_kept_beside_the_claims(twice: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    made = json.loads(twice[0]["claims.json"])
    jsonschema.validate(made, SCHEMA)
    kept = {source["id"]: twice[0][f"sources/{source['id']}.txt"].decode() for source in made["sources"]}
    assert sorted(kept.values()) == sorted(STORIES.values())
    for claim in made["claims"]:
        assert kept[claim["source"]][claim["start"] : claim["end"]] == claim["exact"]
