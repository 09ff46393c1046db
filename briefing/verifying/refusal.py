"""How the gate refuses: one error, told in one line."""

from __future__ import annotations

from typing import NoReturn

from briefing.errors import VerificationError

LONGEST = 80
"""Characters of a text that a refusal quotes at most."""


def refuse(where: str, what: str, todo: str = "compose it again from the sources") -> NoReturn:
    """Raise VerificationError: ``where`` may not be printed because of ``what``."""
    raise VerificationError(where, what, todo)


def shown(text: str) -> str:
    """``text`` in quotation marks, on one line, cut where it is long."""
    line = " ".join(text.split())
    return f"“{line if len(line) <= LONGEST else line[: LONGEST - 1] + '…'}”"
