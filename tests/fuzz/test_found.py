"""Inputs that the long run found, in short: each broke a promise once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz import targets

CHAIN = {
    "one claim with figures of two parties, in findings with the same counts": {
        "c.txt": "“of 1 tent thousands, according to Dr. O’Neil-Ba Jr., [Mayor Ana Ruiz and in 40].\n\n"
        "„of =1+1 thousands \u200b ﬁ“, according to Dr. O’Neil-Ba Jr., [Mayor Ana Ruiz and in 40].\n\n"
        "the Ministry of Water ² USD were displaced from Aru to Teral.) ",
    },
}


def test_an_exclamation_before_a_citation_makes_no_picture_in_markdown() -> None:
    targets.chain({"a.txt": b"Mayor Ana Ruiz said 40 families left Orrin!"}, formats=("md",))


@pytest.mark.parametrize("words", ["👩🏽\u200d🚒", "می\u200cخواهم", "ad\u200dmin", "(\u200fשלום\u200f)"])
def test_joiners_that_a_pdf_shapes_and_does_not_draw(words: str) -> None:
    text = f"{words} of 40 homes fell, a nurse said.\n"
    targets.chain({"a.txt": text.encode()}, formats=("pdf",))


def test_a_title_longer_than_a_word_file_may_state() -> None:
    targets.chain({"a.txt": b"Mayor Ana Ruiz said 40 families left Orrin."}, "River " * 60)


@pytest.mark.parametrize("words", ["\x00", "\x1b", "\x0c", "\ufffe", "\uffff", "\ud800", "\U0001fffe"])
def test_what_no_xml_can_hold_in_title_and_text(words: str) -> None:
    text = f"Mayor Ana{words} Ruiz said 40 families{words} left Orrin."
    targets.chain({"a.txt": text.encode("utf-8", "surrogatepass")}, f"a{words}b")
    targets.chain({"a.txt": f"{words}: {text}\n\n{text} {words}\n".encode("utf-8", "surrogatepass")})


@pytest.mark.parametrize("files", CHAIN.values(), ids=CHAIN.keys())
def test_the_chain(files: dict[str, str]) -> None:
    targets.chain({name: text.encode() for name, text in files.items()})


def test_a_feed_with_carriage_returns() -> None:
    targets.read(".json", b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"content_text": "A\\rb."}]}')


BOUND = """
import resource
resource.setrlimit(resource.RLIMIT_AS, (1_500_000_000, 1_500_000_000))
from tests.fuzz import targets
targets.read(".pdf", b"%PDF-")
"""


def test_a_pdf_where_less_memory_is_allowed_than_its_reader_may_take() -> None:
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", BOUND], cwd=root, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "rows", ["<tr><table><td>A<td>b.", "<table><td>A.<table><tr><table><td>B.<td>c.</table><td>d."]
)
def test_a_table_in_a_row_without_a_cell(rows: str) -> None:
    targets.read(".html", f"<table>{rows}</table><p>Water rose.</p>".encode())
