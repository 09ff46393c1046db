"""python -m tests.fuzz.guided TARGET [libFuzzer's options]: the same inputs, led by what they reach in the program.

Needs the package atheris, which installs on some machines only: pip install --group fuzz
"""

from __future__ import annotations

import sys

import atheris
from hypothesis import HealthCheck, given, settings

with atheris.instrument_imports(include=["briefing"]):
    from tests.fuzz.inputs import TARGETS


def main(name: str, options: list[str]) -> None:
    """Runs until something is found, or for as long as the options say (-max_total_time=60)."""
    target, inputs = TARGETS[name]

    @settings(deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(inputs)
    def holds(arguments: tuple[object, ...]) -> None:
        """The target does what it promises."""
        target(*arguments)

    atheris.Setup([sys.argv[0], *options], holds.hypothesis.fuzz_one_input)  # type: ignore[attr-defined]
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
