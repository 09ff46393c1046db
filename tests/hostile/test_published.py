"""A published file that a stranger wrote: one line or a list of what does not hold, never more."""

from __future__ import annotations

import io
import json
import time
import zlib
from pathlib import Path
from typing import Any

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, StreamObject, TextStringObject

from briefing.cli import app
from briefing.errors import UsageError
from briefing.model.record import CLAIMS, RECORD
from tests.hostile.chain import lay
from tests.hostile.published import STORY, Json, blocks, built, carrying, forged, verified

ANYTHING: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


def test_what_was_built_holds() -> None:
    assert verified(built("html")) == ()
    assert verified(built("pdf"), "pdf") == ()
    assert verified(forged(lambda *_: None)) == ()


def places(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value within a value."""
    keys = value.keys() if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    return [at, *(way for key in keys for way in places(value[key], (*at, key)))]


def put(value: Any, way: tuple[Any, ...], new: Any) -> None:
    """Another value in a place; the place gone where it is the word "gone"."""
    for key in way[:-1]:
        value = value[key]
    if new == "gone":
        del value[way[-1]]
    else:
        value[way[-1]] = new


WAYS = [
    (which, way)
    for which, name in enumerate((RECORD, CLAIMS))
    for way in places(json.loads(blocks()[1][name]))
    if way and way[0] != "seal"
]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(st.tuples(st.sampled_from(WAYS), ANYTHING | st.just("gone")), min_size=1, max_size=3))
def test_a_record_or_claims_with_other_values(changes: list[tuple[tuple[int, tuple[Any, ...]], Any]]) -> None:
    def change(record: Json, claims: Json) -> None:
        for (which, way), new in changes:
            try:
                put((record, claims)[which], way, new)
            except (KeyError, IndexError, TypeError):  # an earlier change took the place away
                continue

    verified(forged(change))


@pytest.mark.parametrize(
    "block",
    [
        "",
        "null",
        "[]",
        "{}",
        "[" * 100_000,
        '{"a":' * 100_000,
        "1" * 10_000,
        '{"schema": "briefing/record/1", "claims": NaN}',
        '{"schema": "briefing/record/1", "a": 1e999}',
        '{"schema": "briefing/record/1", "a": ' + "[" * 900 + "]" * 900 + "}",
        '{"schema": "briefing/record/1", "a": "\\ud800"}',
        '{"schema": "briefing/record/1", "schema": []}',
    ],
)
def test_blocks_that_are_no_record(block: str) -> None:
    page, found = blocks()
    assert verified(carrying(page, block, found[CLAIMS]))
    assert verified(carrying(page, found[RECORD], block))


@pytest.mark.parametrize(
    "piece", ['<script type="application/json" id="a">', "<div>", "<b>", "<table>", "<svg>", "<a href=x>", "<p><b>"]
)
def test_a_page_of_one_thing_two_thousand_times(piece: str) -> None:
    page, found = blocks()
    before = time.process_time()
    verified(carrying(page.replace("<main", piece * 2_000 + "<main", 1), found[RECORD], found[CLAIMS]))
    assert time.process_time() - before < 10


def test_words_that_steer_a_terminal_are_shown_as_marks(here: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    def change(record: Json, _: Json) -> None:
        record["citations"][0][0], record["citations"][0][5] = "\x1b[2J\u202e\ud800\n", "x"

    lay(here, {"brief.html": forged(change)})
    assert app.run(["verify", "brief.html"]) == 1
    assert b"[U+001B][2J[U+202E][U+D800][U+000A]" in capfdbinary.readouterr().out
    assert app.run(["verify", "brief.html", "--json"]) == 1
    told = json.loads(capfdbinary.readouterr().out)
    assert told[0]["code"] == "citation-unresolved" or told[-1]["code"] == "page-changed"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("audience", "../../etc"),
        ("audience", "/etc"),
        ("audience", "nobody"),
        ("as_of", "yesterday"),
        ("tlp", "TLP:PINK"),
        ("annex", "all"),
        ("page", "A0"),
        ("language", "../x"),
        ("title", 5),
        ("silenced", [["a"]]),
        ("allowed", "all"),
        ("more", 1),
    ],
)
def test_what_is_asked_of_a_rebuild_is_checked_first(
    here: Path, key: str, value: object, capsys: pytest.CaptureFixture[str]
) -> None:
    def change(record: Json, _: Json) -> None:
        record["edition" if key == "audience" else "request"][key] = value

    lay(here, {"brief.html": forged(change), "in/a.txt": STORY})
    assert app.run(["verify", "brief.html", "-s", "in", "--rebuild"]) == 2
    assert "Traceback" not in capsys.readouterr().err


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=20), st.floats(0, 1))
def test_a_pdf_with_other_bytes(changes: list[tuple[float, int]], kept: float) -> None:
    data = bytearray(built("pdf"))
    for at, byte in changes:
        data[int(at * (len(data) - 1))] = byte
    verified(bytes(data), "pdf")
    verified(bytes(data[: int(kept * len(data))]), "pdf")


def pdf_with(names: Any, *more: Any) -> bytes:
    """A PDF of one empty page whose catalogue has ``names``; ``more`` are put beside, as objects 5 and on."""
    writer = pypdf.PdfWriter()
    writer.add_blank_page(10, 10)
    for each in more:
        writer._add_object(each)
    writer._root_object[NameObject("/Names")] = names
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def tree(**entries: Any) -> DictionaryObject:
    """A dictionary of PDF."""
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in entries.items()})


def attached(name: str, stream: StreamObject) -> DictionaryObject:
    """The names of a PDF with one file attached."""
    file = tree(UF=TextStringObject(name), EF=tree(F=stream))
    return tree(EmbeddedFiles=tree(Names=ArrayObject([TextStringObject(name), file])))


def bomb() -> StreamObject:
    """A stream of a megabyte that unpacks to a gigabyte."""
    packer = zlib.compressobj(9)
    stream = StreamObject()
    stream._data = b"".join(packer.compress(b"\0" * 2**20) for _ in range(1024)) + packer.flush()
    stream[NameObject("/Filter")] = NameObject("/FlateDecode")
    return stream


WRONG = {
    "a number": NumberObject(1),
    "a list": ArrayObject([NumberObject(1)]),
    "files that are a number": tree(EmbeddedFiles=NumberObject(1)),
    "kids that are a number": tree(EmbeddedFiles=tree(Kids=NumberObject(1))),
    "kids that are numbers": tree(EmbeddedFiles=tree(Kids=ArrayObject([NumberObject(1)]))),
    "names that are a number": tree(EmbeddedFiles=tree(Names=NumberObject(1))),
    "a file that is a number": tree(EmbeddedFiles=tree(Names=ArrayObject([TextStringObject("a"), NumberObject(1)]))),
    "a file without a stream": tree(EmbeddedFiles=tree(Names=ArrayObject([TextStringObject("a"), tree()]))),
    "a bomb": attached(RECORD, bomb()),
}


@pytest.mark.parametrize("names", WRONG.values(), ids=WRONG.keys())
def test_a_pdf_with_odd_names(names: Any) -> None:
    before = time.process_time()
    assert isinstance(verified(pdf_with(names), "pdf"), UsageError)
    assert time.process_time() - before < 5


def test_a_pdf_whose_names_lead_round_in_a_circle() -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(10, 10)
    node = tree()
    reference = writer._add_object(node)
    node[NameObject("/Kids")] = ArrayObject([reference] * 50)
    writer._root_object[NameObject("/Names")] = tree(EmbeddedFiles=reference)
    out = io.BytesIO()
    writer.write(out)
    assert isinstance(verified(out.getvalue(), "pdf"), UsageError)


@pytest.mark.parametrize("data", [b"", b"%PDF-", b"\xff\xfe\x00", b"<", b"PK\x03\x04", b"\0" * 5000])
def test_what_is_no_page_at_all(data: bytes) -> None:
    assert isinstance(verified(data), UsageError)
