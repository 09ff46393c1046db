"""The golden cases of grouping: what several sources say together, as readable text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.grouping.cases import read, shown

FOLDER = Path(__file__).parent.parent / "golden" / "grouping"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_golden(path: Path) -> None:
    case = read(path)
    found = shown(case, case.grouped())
    assert {head: found[head] for head in case.expected} == dict(case.expected)
