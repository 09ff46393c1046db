"""Each promise of SECURITY.md names tests that are there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROW = re.compile(r"^\| (?!promise|---)(.+) \| (.+) \|$", re.MULTILINE)


def test_each_promise_names_tests_that_are_there() -> None:
    promised = (ROOT / "SECURITY.md").read_text("utf-8").partition("## Not promised")[0]
    rows = ROW.findall(promised)
    assert len(rows) > 15
    for promise, tests in rows:
        named = re.findall(r"`(tests/[\w/.]+)`", tests)
        assert named, promise
        assert all((ROOT / name).exists() for name in named), promise
