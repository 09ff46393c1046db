"""Parity: one changed fact in one edition is found, and told by its code."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefing.cli.app import run
from briefing.model.record import SEAL, seal
from tests.chain_texts import stories

AUDIENCES = ("humanitarian", "policy", "press")
NOTE = "---\nauthor: A. Analyst\n---\nThe road decides who leaves.\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What building three editions made, with a note on the key figures."""
    folder = tmp_path_factory.mktemp("parity")
    (folder / "notes").mkdir()
    (folder / "notes" / "key-figures.md").write_text(NOTE, "utf-8")
    (folder / "rules").mkdir()
    sources = stories(folder / "stories")
    (folder / "stories" / "order.txt").write_text(
        "Border order\n\nMinister Tal Oru said that all Lomar nationals in Orrin must leave the country by May.\n",
        "utf-8",
    )
    arguments = ["build", str(sources), "-o", str(folder / "out"), "--notes", str(folder / "notes")]
    arguments += [part for name in AUDIENCES for part in ("-a", name)]
    assert run([*arguments, "-f", "html", "-f", "json"]) == 0
    return folder / "out"


@pytest.fixture
def out(made: Path, tmp_path: Path) -> Path:
    """A copy of it, to change."""
    return shutil.copytree(made, tmp_path / "out")


def compared(folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, Any]]:
    capsys.readouterr()
    status = run(["parity", str(folder), "--json"])
    return status, json.loads(capsys.readouterr().out)


def change(folder: Path, audience: str, spoil: Callable[[dict[str, Any]], object]) -> None:
    """Changes the JSON edition for an audience."""
    path = next(folder.glob(f"*-{audience}.json"))
    edition = json.loads(path.read_text("utf-8"))
    spoil(edition)
    path.write_text(json.dumps(edition), "utf-8")


def carried(folder: Path, audience: str, name: str, spoil: Callable[[dict[str, Any]], object]) -> None:
    """Changes the claims or the record inside an HTML edition, sealed anew."""
    path = next(folder.glob(f"*-{audience}.html"))
    page = path.read_text("utf-8")
    begin = page.index(f'id="{name}">') + len(f'id="{name}">')
    end = page.index("</script>", begin)
    held = json.loads(page[begin:end])
    spoil(held)
    if SEAL in held:
        held[SEAL] = seal(held)
    path.write_text(page[:begin] + json.dumps(held).replace("<", "\\u003c") + page[end:], "utf-8")


def test_editions_of_one_run_say_the_same(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, found = compared(made, capsys)
    assert (status, found["differences"]) == (0, [])
    assert len(found["editions"]) == 6
    ids = {claim["id"] for claim in json.loads((made / "claims.json").read_text("utf-8"))["claims"]}
    assert {row["claim"] for row in found["rows"]} <= ids
    bridge = next(row for row in found["rows"] if "Nobody crosses before spring" in row["words"])
    assert bridge["cells"].count("printed") >= 4


def test_the_table_names_each_edition_and_claim(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["parity", str(made)]) == 0
    out = capsys.readouterr().out
    assert "-press.html" in out
    assert out.rstrip().endswith("in 6 editions, 0 differences")


def _other_words(claims: dict[str, Any]) -> None:
    claims["claims"][1]["exact"] += " not"


def _other_speaker(claims: dict[str, Any]) -> None:
    claims["claims"][1]["attribution"]["speaker"] = "Somebody Else"


def _other_force(claims: dict[str, Any]) -> None:
    claims["claims"][1]["attribution"]["force"] = "ordered"


def _other_figure(claims: dict[str, Any]) -> None:
    next(claim for claim in claims["claims"] if claim["figures"])["figures"][0]["value"] = 41


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (_other_words, "other-words"),
        (_other_speaker, "other-speaker"),
        (_other_force, "other-force"),
        (_other_figure, "other-figure"),
    ],
)
def test_a_claim_that_one_edition_tells_otherwise(
    out: Path, capsys: pytest.CaptureFixture[str], spoil: Callable[[dict[str, Any]], None], code: str
) -> None:
    carried(out, "policy", "claims.json", spoil)
    status, found = compared(out, capsys)
    assert status == 1
    assert code in {failure["code"] for failure in found["differences"]}
    assert all("-policy.html: claim " in failure["where"] for failure in found["differences"])


def _words(edition: dict[str, Any]) -> None:
    words = edition["quotations"][0]["pieces"][0]["anchor"]
    words["exact"] = words["exact"].replace("Nobody", "Somebody").replace("All", "Few").replace("will", "may")


def _claim(edition: dict[str, Any]) -> None:
    edition["quotations"][0]["claims"] = ["c-0000000000000000"]


def _numeral(edition: dict[str, Any]) -> None:
    card = next(card for card in edition["key_figures"] if card["numeral"])
    anchor = card["numeral"]["pieces"][0]["anchor"]
    anchor["start"], anchor["end"], anchor["exact"] = 0, 5, "Orrin"


def _author(edition: dict[str, Any]) -> None:
    edition["assessments"][0]["author"] = None


def _place(edition: dict[str, Any]) -> None:
    edition["request"]["notes"] = []


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (_words, "other-words"),
        (_claim, "unknown-claim"),
        (_numeral, "unknown-figure"),
        (_author, "no-author"),
        (_place, "no-place"),
    ],
)
def test_what_an_edition_prints_and_the_claims_do_not_have(
    out: Path, capsys: pytest.CaptureFixture[str], spoil: Callable[[dict[str, Any]], None], code: str
) -> None:
    change(out, "press", spoil)
    status, found = compared(out, capsys)
    assert status == 1
    assert code in {failure["code"] for failure in found["differences"]}


def test_a_consideration_without_its_rule(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def unruled(record: dict[str, Any]) -> None:
        assert record["considerations"]
        record["considerations"] = [[id_, None] for id_, _ in record["considerations"]]

    carried(out, "humanitarian", "record.json", unruled)
    status, found = compared(out, capsys)
    assert (status, {failure["code"] for failure in found["differences"]}) == (1, {"no-rule"})


def test_editions_of_another_run_are_told_in_a_line_each(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (out.parent / "b.txt").write_text("Wells in Teral\n\nThe clerk said on Monday that 12 wells were dry.\n", "utf-8")
    assert run(["build", str(out.parent / "b.txt"), "-o", str(out), "-f", "html", "--title", "Wells"]) == 0
    status, found = compared(out, capsys)
    assert status == 1
    html = sorted(path.name for path in out.glob("*.html") if not path.name.startswith("wells"))
    told = [(each["code"], each["where"]) for each in found["differences"]]
    assert [each for each in told if each[1].endswith(".html")] == [("another-run", name) for name in html]
    what = "it was made of other sources than claims.json: build it again, or take it away"
    assert found["differences"][0]["what"] == what


def test_a_folder_without_editions_is_a_mistake(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["parity", str(tmp_path)]) == 2
    assert "holds no edition" in capsys.readouterr().err
