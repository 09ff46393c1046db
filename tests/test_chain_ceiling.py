"""A handling ceiling, from the source to every byte of an edition: what is above it is nowhere, and that is said."""

from __future__ import annotations

import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefing import decisions, pipeline
from briefing.model.ceiling import kept
from briefing.model.decision import Decision
from briefing.model.note import Note, NoteBlock, NotePart, Reference
from briefing.model.request import Request
from briefing.model.source import File, Source
from briefing.proof import prove, read, rebuilt
from tests.decisions.cases import target

OPEN = """Ferry stops at Quay Lomar

The harbour office said on Monday that 30 families had left Quay Lomar. “Nobody sails before June,” Harbour Master
Ines Dorr said.
"""
SECRET = """Zorvane units move on Quay Lomar

“We will shut the Zorvane road and every house on it must be left by dawn,” Colonel Petrik Vaumikel said. He said that
7,113 people had been told to leave. Zorvane has no clinic.
"""
SIDECAR = (
    '[[source]]\nfile = "open.txt"\npublisher = "Lomar Post"\npublished = 2024-05-02\n\n'
    '[[source]]\nfile = "zorvane-cable.txt"\npublisher = "Vaumikel Desk"\nurl = "https://desk.example/zorvane"\n'
    'author = "P. Vaumikel"\ntitle = "Zorvane cable"\npublished = 2024-05-03\ntlp = "TLP:AMBER"\n'
)
WORDS = ("zorvane", "petrik", "vaumikel", "7,113", "7113", "2024-05-03", "3 may 2024", "shut the", "by dawn", "dawn")
"""What only the withheld source, or what is stated of it, says."""
LIMITED = ("press", "public")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("ceiling")
    (made / "in").mkdir()
    (made / "in" / "open.txt").write_text(OPEN, "utf-8")
    (made / "in" / "zorvane-cable.txt").write_text(SECRET, "utf-8")
    (made / "in" / "sources.toml").write_text(SIDECAR, "utf-8")
    return made


@pytest.fixture(scope="module")
def ledger(folder: Path) -> Path:
    """The analyst's decisions, each on a claim of the withheld source: pinned, noted, and made the title."""
    found = pipeline.draw([folder / "in"])
    secret = next(source for source in found.sources if source.tlp)
    claim = found.extractions[secret.id].claims[1]
    path = folder / "decisions.toml"
    about = (target(secret, claim),)
    noted = Decision("note", about, text="The Zorvane road is the only one", by="Vaumikel")
    decisions.append(path, [Decision("pin", about, reason="dawn"), noted, Decision("withdraw", of=noted.id)])
    decisions.append(path, [noted])
    return path


@pytest.fixture(scope="module")
def result(folder: Path, ledger: Path) -> pipeline.Result:
    found = pipeline.draw([folder / "in"])
    secret = next(source for source in found.sources if source.tlp)
    claim = found.extractions[secret.id].claims[1].id
    told = (
        NoteBlock((NotePart("They shut the road.", (Reference(claim, 1),)),), 1),
        NoteBlock((NotePart("I hear that every house on it must be left soon."),), 3),
        NoteBlock((NotePart("The ferry matters most."),), 5),
    )
    request = Request(notes=(Note("key-figures", "key-figures.md", told, "A. Analyst"),))
    formats = ["html", "pdf", "md", "docx", "json"]
    return pipeline.build([folder / "in"], ["humanitarian", *LIMITED], formats, folder / "out", request, decided=ledger)


def unpacked(path: Path) -> Iterator[bytes]:
    """A file's bytes, and those of everything that is packed in it."""
    data = path.read_bytes()
    yield path.name.encode()
    yield data
    if path.suffix == ".docx":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield from (name.encode() + archive.read(name) for name in archive.namelist())
    if path.suffix == ".pdf":
        yield from streams(data)


def streams(data: bytes) -> Iterator[bytes]:
    """Every stream of a PDF, inflated where it is deflated; and what the pages draw, as letters."""
    from pdfminer.high_level import extract_text

    yield extract_text(io.BytesIO(data)).encode()
    for part in data.split(b"stream\n")[1:]:
        try:
            yield zlib.decompressobj().decompress(part)
        except zlib.error:
            continue


def tells(path: Path) -> list[str]:
    """The words of WORDS that a file holds, in UTF-8 or UTF-16, whatever their case; digits inside a number of a PDF's
    drawing ("599.271137") are none."""
    texts = [blob.decode("utf-8", "ignore").lower() for blob in unpacked(path)]
    texts += [blob.decode("utf-16-be", "ignore").lower() for blob in unpacked(path)]
    patterns = {word: re.compile(rf"(?<![\d.]){re.escape(word)}(?!\d)") for word in WORDS}
    return [word for word, pattern in patterns.items() if any(pattern.search(text) for text in texts)]


def test_the_search_finds_what_an_edition_without_a_ceiling_says(result: pipeline.Result) -> None:
    for path in result.made[0].paths:
        assert {"zorvane", "7,113", "by dawn"} <= set(tells(path)), path.name
    assert result.made[0].briefing.handling == "TLP:AMBER"


def test_no_byte_of_a_limited_edition_tells_of_a_withheld_source(result: pipeline.Result) -> None:
    paths = [path for made in result.made[1:] for path in made.paths]
    assert len(paths) == 10
    assert {path.name: tells(path) for path in paths if tells(path)} == {}


def test_a_limited_edition_says_how_many_sources_are_withheld(result: pipeline.Result) -> None:
    for made in result.made[1:]:
        assert made.briefing.handling is None
        assert [each.id for each in made.briefing.limitations if each.id == "limit-withheld-source"]
        assert len(made.briefing.claims.sources) == 1
        assert [each.text for each in made.briefing.limitations if each.text.startswith("1 file left out")]


def test_of_a_note_only_what_tells_nothing_is_printed(result: pipeline.Result) -> None:
    whole, limited = (made.briefing.assessed("key-figures")[0].judgements for made in result.made[:2])
    assert len(whole) == 3
    assert [judgement.text for judgement in limited] == ["The ferry matters most."]
    assert [notice.code for notice in result.notices].count("note-withheld") == 2


def test_a_limited_edition_holds_against_its_sources_and_is_built_again(
    result: pipeline.Result, folder: Path, ledger: Path
) -> None:
    page = next(path for path in result.made[1].paths if path.suffix == ".html")
    carried = read(page)
    assert prove(carried, [folder / "in"]) == ()
    notes = (
        Note("key-figures", "key-figures.md", (NoteBlock((NotePart("The ferry matters most."),), 5),), "A. Analyst"),
    )
    assert rebuilt(page, carried, [folder / "in"], notes, ledger) == ()


def test_what_the_run_keeps_for_the_analyst_is_whole(result: pipeline.Result, folder: Path) -> None:
    claims = json.loads((folder / "out" / "claims.json").read_text("utf-8"))
    assert len(claims["sources"]) == len(result.evidence) - 1 == 2


def source(text: str, tlp: str | None) -> Source:
    return Source(text=text, files=(File(path=f"{text[:4]}.txt"),), tlp=tlp)


@pytest.mark.parametrize(
    ("ceiling", "left"),
    [
        (None, ["none", "CLEAR", "AMBER", "RED"]),
        ("TLP:RED", ["none", "CLEAR", "AMBER", "RED"]),
        ("TLP:AMBER", ["none", "CLEAR", "AMBER"]),
        ("TLP:GREEN", ["none", "CLEAR"]),
        ("TLP:CLEAR", ["none", "CLEAR"]),
    ],
)
def test_a_ceiling_keeps_out_what_is_stricter_and_lets_pass_what_carries_no_mark(
    ceiling: str | None, left: list[str]
) -> None:
    sources = [source("none", None), *(source(each, f"TLP:{each}") for each in ("CLEAR", "AMBER", "RED"))]
    assert [each.text for each in kept(sources, ceiling).shown] == left


def test_words_that_an_open_source_has_too_are_no_secret() -> None:
    said = "the bridge over the river Tal is shut until June"
    secret, shown = source(f"{said} at night", "TLP:RED"), source(f"{said} again", None)
    above = kept([secret, shown], "TLP:CLEAR")
    assert not above.tells("They say the bridge over the river Tal is shut")
    assert above.tells("is shut until June at night")
    title = above.request(replace(Request(), title="shut until June at night")).title
    assert title is None
