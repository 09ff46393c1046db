"""Figures against cases written by hand: tests/golden/figures/*.txt, a line of text and the figures it holds."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from briefing.extractors.figures import figures
from briefing.language.passages import split
from briefing.model.claim import Figure
from briefing.model.source import File, Passage, Source

FOLDER = Path(__file__).parent.parent / "golden" / "figures"
HEDGES = {">=": ", at least", "<=": ", at most"}


class Case(NamedTuple):
    """A text and the lines that its figures must make."""

    text: str
    expected: tuple[str, ...]


def cases() -> list[object]:
    """Every case of every file, named by its file and text."""
    found: list[object] = []
    for file in sorted(FOLDER.glob("*.txt")):
        block: list[str] = []
        for line in [*file.read_text(encoding="utf-8").split("\n"), ""]:
            if line.strip() and not line.startswith("#"):
                block.append(line)
            elif block:
                texts = [part for part in block if not part.startswith("  ")]
                expected = tuple(part.strip() for part in block if part.startswith("  "))
                case = Case("\n".join(texts).replace("¶", "\n\n"), expected)
                found.append(pytest.param(case, id=f"{file.stem}: {texts[0][:60]}"))
                block = []
    return found


def shown(text: str, figure: Figure) -> str:
    """A figure as the golden files write it."""
    values = figure.value if isinstance(figure.value, tuple) else (figure.value,)
    number = " to ".join(str(value if value == int(value) else round(value, 4)) for value in values)
    hedge = HEDGES.get(figure.bound or "", ", about" if figure.approx else "")
    dated = f" | {text[slice(*figure.as_of_span)]}" if figure.as_of_span else ""
    said = f" | by {figure.said_by}" if figure.said_by else ""
    return f"{figure.text} = {number} {figure.unit}{hedge}: {figure.what}{dated}{said}"


@pytest.mark.parametrize("case", cases())
def test_golden(case: Case) -> None:
    source = Source(case.text, (File("golden.txt"),))
    found = figures(source, split(source.text))
    assert tuple(shown(case.text, figure) for figure in found) == tuple(e for e in case.expected if e != "-")


def test_a_figure_spans_its_numeral_only() -> None:
    source = Source("At least 4,000 people fled.", (File("a.txt"),))
    [figure] = figures(source, split(source.text))
    assert source.text[figure.start : figure.end] == figure.text == "4,000"
    assert figure.hedge_span == (0, 8)
    assert [source.text[a:b] for a, b in figure.what_spans] == ["people fled"]


def test_a_figure_at_the_end_of_a_broken_line_takes_its_noun_from_the_next() -> None:
    text = "Flooding hit 12\n\nvillages in the delta."
    passages = split(text)
    found = figures(Source(text, (File("a.txt"),)), passages)
    assert [(f.text, f.unit) for f in found] == [("12", "villages")]
    assert all(isinstance(p, Passage) for p in passages)
