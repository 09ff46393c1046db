"""Reads a PDF in a process of its own, bounded in time and memory: a small file may unpack to any size."""

from __future__ import annotations

import subprocess
import sys

from briefing.errors import SourceError
from briefing.readers.pdf.pages import DAMAGED, LOCKED, Pages, loads

SECONDS = 120
"""Processor time one file may take."""

MEMORY = 2_000_000_000
"""Bytes one file may take in memory."""

SPARE = 60
"""Seconds beyond SECONDS that a busy machine may take."""


def read(data: bytes, path: str) -> Pages:
    """The pages of a PDF. Raises SourceError where it is no PDF, damaged, encrypted, or takes too much to read."""
    if b"%PDF-" not in data[:1024]:
        raise SourceError(path, "is no PDF", "check what it is, and name it so")
    command = [sys.executable, "-m", loads.__module__]
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, check=False, timeout=SECONDS + SPARE, preexec_fn=_bound
        )
    except subprocess.TimeoutExpired:
        raise _too_much(path) from None
    except OSError as error:
        raise SourceError(path, f"cannot be read in a process of its own ({error.strerror})", "try again") from None
    if done.returncode:
        raise _too_much(path)
    pages = loads(done.stdout)
    if pages.flaw == LOCKED:
        raise SourceError(path, "is encrypted with a password", "save it without one")
    if pages.flaw == DAMAGED or not pages.sheets:
        raise SourceError(path, "is damaged", "open it in a PDF viewer and print it to a new PDF")
    return pages


def _bound() -> None:
    """Bounds this process, in the moment before it becomes the reader."""
    import resource

    for kind, most in ((resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_AS, MEMORY)):
        allowed = resource.getrlimit(kind)[1]  # a bound that is lower already cannot be raised
        bound = most if allowed == resource.RLIM_INFINITY else min(most, allowed)
        resource.setrlimit(kind, (bound, bound))


def _too_much(path: str) -> SourceError:
    what = f"takes more than {SECONDS} seconds or {MEMORY // 1_000_000_000} GB of memory to read"
    return SourceError(path, what, "print it to a new PDF, or save its text")
