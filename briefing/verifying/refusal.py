"""How the gate refuses: one error, told in one line."""

from __future__ import annotations

from typing import NoReturn

from briefing.errors import VerificationError
from briefing.language.estimates import estimates

LONGEST = 80
"""Characters of a text that a refusal quotes at most."""


def refuse(where: str, what: str, todo: str = "compose it again from the sources") -> NoReturn:
    """Raise VerificationError: ``where`` may not be printed because of ``what``."""
    raise VerificationError(where, what, todo)


def refuse_estimate(where: str, text: str) -> None:
    """Refuse a text of the program's own that says how likely something is (ICD 203): only the analyst may."""
    found = estimates(text)
    if found:
        word = next(iter(found.values()))
        refuse(where, f"{shown(word)} is a word of estimate", "leave estimates to the analyst's own text")


def shown(text: str) -> str:
    """``text`` in quotation marks, on one line, cut where it is long."""
    line = " ".join(text.split())
    return f"“{line if len(line) <= LONGEST else line[: LONGEST - 1] + '…'}”"
