"""python -m tests.fuzz [MINUTES] [TARGET …]: random inputs for so long, the targets in turn; what was found, once each.

Exit status 1 where something was found. The inputs are written to build/fuzz/.
"""

from __future__ import annotations

import hashlib
import resource
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, Phase, Verbosity, given, seed, settings

from tests.fuzz.inputs import TARGETS

ROUND = 25
"""Inputs of one target before the next has its turn."""
FOUND = Path("build/fuzz")
MEMORY = 4_000_000_000
"""Bytes of memory, above which an input took too much: it ends in a MemoryError."""


def main(minutes: float, names: list[str]) -> int:
    """Runs for ``minutes`` of the processor's time; how many different failures there were."""
    ran: Counter[str] = Counter()
    found: dict[str, str] = {}
    end, number = time.process_time() + 60 * minutes, time.time_ns()
    told = time.process_time()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    while time.process_time() < end:
        name = names[number % len(names)]
        number += 1
        _round(name, number, ran, found)
        if time.process_time() > told + 60:
            print(f"{sum(ran.values()):,} inputs so far", flush=True)
            told = time.process_time()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    for name in names:
        print(f"{ran[name]:8,} inputs  {name}")
    print(f"{sum(ran.values()):8,} inputs, {len(found)} found", flush=True)
    return len(found)


def _round(name: str, number: int, ran: Counter[str], found: dict[str, str]) -> None:
    target, inputs = TARGETS[name]

    @seed(number)
    @settings(
        max_examples=ROUND,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        verbosity=Verbosity.quiet,
        suppress_health_check=list(HealthCheck),
    )
    @given(inputs)
    def once(arguments: tuple[object, ...]) -> None:
        """One input; a failure is written down, and the run goes on."""
        ran[name] += 1
        try:
            target(*arguments)
        except Exception as error:  # noqa: BLE001 - whatever it is, it was found
            _keep(name, arguments, error, found)

    once()


def _keep(name: str, arguments: tuple[object, ...], error: Exception, found: dict[str, str]) -> None:
    frames = traceback.extract_tb(error.__traceback__)
    last = next((frame for frame in reversed(frames) if "briefing" in frame.filename), frames[-1])
    kind = f"{type(error).__name__} {Path(last.filename).name}:{last.lineno} {str(error)[:60]}"
    key = hashlib.sha256(kind.encode("utf-8", "replace")).hexdigest()[:12]
    if key in found:
        return
    found[key] = kind
    FOUND.mkdir(parents=True, exist_ok=True)
    text = f"{name}\n{arguments!r}\n\n{''.join(traceback.format_exception(error))}"
    (FOUND / f"{key}.txt").write_text(text, "utf-8", errors="backslashreplace")
    print(f"found in {name}: {kind!a} ({FOUND / f'{key}.txt'})", flush=True)


if __name__ == "__main__":
    length = float(sys.argv[1]) if len(sys.argv) > 1 else 15.0
    sys.exit(min(1, main(length, sys.argv[2:] or list(TARGETS))))
