"""Reports are found where the text makes them: golden cases, written out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.attribution_cases import Case, cases, told

GOLDEN = Path(__file__).parents[2] / "golden" / "attribution" / "cases.txt"


@pytest.mark.parametrize("case", cases(GOLDEN), ids=lambda case: case.name)
def test_golden(case: Case) -> None:
    assert told(case.text) == case.reports, case.name
