"""Whether words are those of a text: one declared normalisation of quotation marks, dashes and white space.

Case, digits, signs and words are never dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_MARKS = {
    **dict.fromkeys("“”„«»‟〝〞「」『』", '"'),
    **dict.fromkeys("‘’‚‹›‛`´", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
}
_TABLE = str.maketrans(_MARKS)
_DOUBLED = re.compile(r"''")
_DASHES = re.compile(r"\s?-{1,3}\s|\s-{1,3}\s?|--+")


def normalised(text: str) -> str:
    """``text`` with each kind of quotation mark and of dash as one, and white space folded."""
    plain = _DOUBLED.sub('"', text.translate(_TABLE))
    return " ".join(_DASHES.sub(" - ", plain).split())


def stand_in(stretches: Iterable[str], text: str) -> bool:
    """Whether all ``stretches`` stand in ``text``, in their order, cutting no word of it at an end, all normalised."""
    within, at = normalised(text), 0
    for wanted in map(normalised, stretches):
        before, after = (r"(?<!\w)" if wanted[:1].isalnum() else ""), (r"(?!\w)" if wanted[-1:].isalnum() else "")
        found = re.compile(before + re.escape(wanted) + after).search(within, at)
        if found is None:
            return False
        at = found.end()
    return True
