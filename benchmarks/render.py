"""CPU seconds a page of the PDF, beside bare WeasyPrint on other pages of about the same size, in one run.

    python benchmarks/render.py [BARE.html ...] [--sources 20 200] [--rounds 3]

Each PDF is made in a process of its own, start of WeasyPrint included: the briefing of so many made-up sources (tagged,
with its data attached, from the page on; composing and HTML are told apart), and each BARE page as WeasyPrint makes
it when nothing is asked for. Garbage is looked for as seldom as on the command line. The n-th BARE page is held
against the n-th number of sources. Both are measured in turn; of the rounds the quickest of each counts.
"""

from __future__ import annotations

import argparse
import gc
import json
import subprocess
import sys
import tempfile
import time
from itertools import zip_longest
from pathlib import Path

Measured = dict[str, float]
SELDOM = (100_000, 20, 20)
"""After how many new objects the command line has Python look for garbage (see briefing.cli.main)."""


def bare(page: Path) -> Measured:
    """What WeasyPrint takes for a page without any options."""
    start = time.process_time()
    import weasyprint

    document = weasyprint.HTML(filename=str(page)).render()
    document.write_pdf()
    return {"pages": len(document.pages), "pdf": time.process_time() - start}


def ours(folder: Path) -> Measured:
    """What each step from claims to PDF takes for the sources in ``folder``."""
    from briefing import composing, pipeline, verifying, workspace
    from briefing.model.request import Request
    from briefing.writers import html, pdf

    gc.set_threshold(*SELDOM)
    claims = pipeline.extract([folder])
    audience = workspace.audience("humanitarian")
    steps: Measured = {}
    start = time.process_time()
    briefing = composing.compose(claims, audience, Request(language=audience.language))
    steps["compose"], start = _since(start)
    page = html.render(briefing)
    steps["html"], start = _since(start)
    verifying.verify(briefing)
    verifying.verify_page(briefing, page, audience.folders)
    steps["gate"], start = _since(start)
    data = pdf.render(briefing)
    steps["pdf"], start = _since(start)
    from pypdf import PdfReader

    with tempfile.TemporaryFile() as file:
        file.write(data)
        steps["pages"] = len(PdfReader(file).pages)
    return steps


def _since(start: float) -> tuple[float, float]:
    now = time.process_time()
    return now - start, now


def apart(what: str, path: Path) -> Measured:
    """A measurement in a process of its own."""
    command = [sys.executable, __file__, "--one", what, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    measured: Measured = json.loads(done.stdout.splitlines()[-1])
    return measured


def in_turn(folder: Path, page: Path | None, rounds: int) -> tuple[Measured, Measured | None]:
    """The quickest of our measurements and of the bare page's, taken in turn: a machine's speed drifts."""
    mine, other = [], []
    for _ in range(rounds):
        mine.append(apart("ours", folder))
        other += [apart("bare", page)] if page else []
    return _quickest(mine), _quickest(other) if other else None


def _quickest(measured: list[Measured]) -> Measured:
    return min(measured, key=lambda steps: steps["pdf"])


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("bare", type=Path, nargs="*")
    parser.add_argument("--sources", type=int, nargs="+", default=[20, 200])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--one", choices=["bare", "ours"], help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        print(json.dumps({"bare": bare, "ours": ours}[asked.one](asked.bare[0])))
        return
    from made_up import write

    for count, page in zip_longest(asked.sources, asked.bare[: len(asked.sources)]):
        with tempfile.TemporaryDirectory() as folder:
            write(Path(folder), count)
            steps, other = in_turn(Path(folder), page, asked.rounds)
        each = steps["pdf"] / steps["pages"]
        told = ", ".join(f"{name} {steps[name]:.2f}" for name in ("compose", "html", "gate", "pdf"))
        print(f"{count} sources, {steps['pages']:.0f} pages: CPU s {told}; {1000 * each:.1f} ms a page", flush=True)
        if other:
            alone = other["pdf"] / other["pages"]
            told = f"{other['pages']:.0f} pages: CPU s pdf {other['pdf']:.2f}; {1000 * alone:.1f} ms a page"
            print(f"  bare WeasyPrint, {told}; ratio {each / alone:.2f}", flush=True)


if __name__ == "__main__":
    main()
