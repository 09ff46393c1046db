"""What was published is checked without whoever made it: one changed digit anywhere is found."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdf
import pytest
from pypdf.generic import DecodedStreamObject, NameObject

from briefing.cli.app import run
from tests.chain_texts import stories


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the stories and the briefing of them as HTML and PDF."""
    folder = tmp_path_factory.mktemp("published")
    sources = stories(folder / "stories")
    (folder / "decisions.toml").write_bytes(b"")  # a file that is named must be there
    assert run(["build", str(sources), "-o", str(folder / "out"), "--decisions", str(folder / "decisions.toml")]) == 0
    return folder


def published(made: Path, kind: str) -> Path:
    """The HTML or the PDF."""
    return next((made / "out").glob(f"*.{kind}"))


def check(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, list[dict[str, str]]]:
    """The exit status of briefing verify, and what it found."""
    capsys.readouterr()
    status = run(["verify", *map(str, arguments), "--json"])
    out = capsys.readouterr().out
    return status, json.loads(out) if out.strip() else []


@pytest.mark.parametrize("kind", ["html", "pdf"])
def test_what_was_written_holds(made: Path, kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(capsys, published(made, kind)) == (0, [])
    assert check(capsys, published(made, kind), "--sources", made / "stories") == (0, [])


@pytest.mark.parametrize("kind", ["html", "pdf"])
def test_equal_inputs_give_equal_bytes(made: Path, kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    decided = made / "decisions.toml"
    arguments = [published(made, kind), "--sources", made / "stories", "--rebuild", "--decisions", decided]
    assert check(capsys, *arguments) == (0, [])


def test_built_again_with_another_decision_it_differs(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    decided = tmp_path / "decisions.toml"
    decided.write_text('[[decision]]\ndo = "title"\ntext = "Another title"\n')
    arguments = [published(made, "html"), "--sources", made / "stories", "--rebuild", "--decisions", decided]
    status, found = check(capsys, *arguments)
    assert (status, [each["code"] for each in found]) == (1, ["not-the-same"])


def visible(page: str) -> str:
    """The page with a digit of what a reader sees changed."""
    start = page.index("<body>")
    return page[:start] + re.sub(r"(?<=[>\s])40(?= families)", "41", page[start:], count=1)


def label(page: str) -> str:
    """The page with a word of its own changed."""
    return page.replace(">Key figures<", ">Key numbers<", 1)


def carried(page: str) -> str:
    """The page with a digit of its claims changed."""
    start = page.index('id="claims.json"')
    return page[:start] + page[start:].replace("40 families", "41 families", 1)


def recorded(page: str) -> str:
    """The page with a digit of its record changed."""
    start = page.index('id="record.json"')
    return page[:start] + page[start:].replace("40 families", "41 families", 1)


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        (visible, {"page-changed", "statement-changed"}),
        (label, {"page-changed"}),
        (carried, {"claims-changed", "claim-changed", "citation-unresolved"}),
        (recorded, {"record-changed"}),
    ],
)
def test_a_change_in_the_html_is_found(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], change: Callable[[str], str], codes: set[str]
) -> None:
    before = published(made, "html").read_text()
    after = change(before)
    assert after != before
    (tmp_path / "brief.html").write_text(after)
    status, found = check(capsys, tmp_path / "brief.html")
    assert status == 1
    assert {each["code"] for each in found} == codes


def test_a_changed_digit_is_named_with_what_it_was(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "brief.html").write_text(visible(published(made, "html").read_text()))
    _, found = check(capsys, tmp_path / "brief.html")
    (told,) = [each["what"] for each in found if each["code"] == "statement-changed"]
    assert "41 families" in told
    assert "40 families" in told


def rewritten(made: Path, to: Path, change: Callable[[pypdf.PdfWriter], None]) -> Path:
    """The PDF with something changed in it, written by another program."""
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(published(made, "pdf")))
    change(writer)
    writer.write(to)
    return to


def _drawn(writer: pypdf.PdfWriter) -> None:
    """Another glyph on the first page."""
    page = writer.pages[0]
    data = page.get_contents()
    assert data is not None
    before = data.get_data()
    place = re.search(rb"<([0-9a-fA-F]{4})", before)
    assert place is not None
    after = before[: place.start(1)] + b"0005" + before[place.end(1) :]
    made = DecodedStreamObject()
    made.set_data(after)
    page[NameObject("/Contents")] = writer._add_object(made)


def _attached(name: str) -> Callable[[pypdf.PdfWriter], None]:
    def change(writer: pypdf.PdfWriter) -> None:
        """Another digit in an attachment."""
        root: Any = writer._root_object
        names = root["/Names"]["/EmbeddedFiles"]["/Names"]
        file = next(entry.get_object() for entry in names[1::2] if entry.get_object()["/UF"] == name)
        stream = file["/EF"]["/F"].get_object()
        fresh = DecodedStreamObject()
        fresh.set_data(stream.get_data().replace(b"40 families", b"41 families", 1))
        file["/EF"][NameObject("/F")] = writer._add_object(fresh)

    return change


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (_drawn, "page-changed"),
        (_attached("claims.json"), "claims-changed"),
        (_attached("record.json"), "record-changed"),
    ],
)
def test_a_change_in_the_pdf_is_found(
    made: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    change: Callable[[pypdf.PdfWriter], None],
    code: str,
) -> None:
    status, found = check(capsys, rewritten(made, tmp_path / "brief.pdf", change))
    assert status == 1
    assert code in {each["code"] for each in found}


def test_a_pdf_that_another_program_wrote_anew_still_holds(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(capsys, rewritten(made, tmp_path / "brief.pdf", lambda _: None)) == (0, [])


@pytest.mark.parametrize("kind", ["html", "pdf"])
def test_a_source_that_has_silently_changed_is_named_with_what_changed(
    made: Path, tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(made / "stories", tmp_path / "stories")
    file = tmp_path / "stories" / "wire.txt"
    file.write_text(file.read_text().replace("At least 40 families", "At least 14 families"))
    status, found = check(capsys, published(made, kind), "--sources", tmp_path / "stories")
    assert status == 1
    told = [each for each in found if each["code"] == "source-changed"]
    assert told[0]["where"] == "wire.txt"
    assert "said “At least 40 families have left, she said.”" in told[0]["what"]
    assert "says “At least 14 families have left, she said.” now" in told[0]["what"]


def test_a_source_that_is_gone_is_named(made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(made / "stories", tmp_path / "stories")
    (tmp_path / "stories" / "wire.txt").unlink()
    status, found = check(capsys, published(made, "html"), "--sources", tmp_path / "stories")
    assert (status, [(each["code"], each["where"]) for each in found]) == (1, [("source-missing", "wire.txt")])


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("brief.html", b"<!DOCTYPE html><title>x</title>", "carries no claims"),
        ("brief.pdf", b"%PDF-1.7\nnonsense", "cannot be read as a PDF"),
        ("brief.txt", b"\xff\xfe\x00", "carries no claims"),
        ("brief.html", b'<script type="application/json" id="claims.json">{</script>', "carries no claims"),
    ],
)
def test_a_file_without_claims_is_told_so(
    tmp_path: Path, name: str, data: bytes, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_bytes(data)
    assert run(["verify", str(tmp_path / name)]) == 2
    assert says in capsys.readouterr().err


def test_a_file_that_is_not_there_is_told_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["verify", str(tmp_path / "nowhere.pdf")]) == 2
    assert "cannot be read" in capsys.readouterr().err
