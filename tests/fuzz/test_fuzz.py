"""Every target on a few inputs, the same on every run."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from tests.fuzz.inputs import TARGETS

EXAMPLES = {
    "chain": 6,
    "tellings": 4,
    "chain.pdf": 1,
    "decided": 5,
    "noted": 5,
    "published.html": 10,
    "published.pdf": 10,
}
OF_A_READER = 30


@pytest.mark.parametrize("name", TARGETS)
def test_a_target(name: str) -> None:
    target, inputs = TARGETS[name]

    @settings(
        derandomize=True,
        deadline=None,
        database=None,
        max_examples=EXAMPLES.get(name, OF_A_READER),
        suppress_health_check=list(HealthCheck),
    )
    @given(inputs)
    def holds(arguments: tuple[object, ...]) -> None:
        """The target does what it promises."""
        target(*arguments)

    holds()
