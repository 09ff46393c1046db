"""Values that a person states of a source or a briefing: dates, handling marks, and words from a fixed list."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from datetime import date

TLP_LABELS = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")
"""The labels of TLP 2.0, from the widest sharing to the narrowest."""

ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?=\Z|[T ])", re.ASCII)


def iso_date(text: str) -> str | None:
    """The date of an ISO 8601 date or date and time ("2019-03-09", "2019-03-09T12:00Z"); None for anything else."""
    found = ISO_DATE.match(text.strip())
    if not found:
        return None
    try:
        return date.fromisoformat(found[0]).isoformat()
    except ValueError:
        return None


def tlp_label(text: str) -> str | None:
    """The TLP 2.0 label that ``text`` means, in any case and with or without "TLP:"; None where it means none."""
    wanted = text.strip().upper()
    wanted = wanted if wanted.startswith("TLP:") else f"TLP:{wanted}"
    return wanted if wanted in TLP_LABELS else None


def strictest(labels: Iterable[str | None]) -> str | None:
    """Of several TLP 2.0 labels the one that allows the least sharing; None where there are none."""
    return max((label for label in labels if label), key=TLP_LABELS.index, default=None)


def nearest(word: str, known: Iterable[str]) -> str:
    """What a person who wrote ``word`` may have meant: "did you mean …?" with the likeliest of ``known``, or ""."""
    spelt = {each.lower(): each for each in known}
    found = difflib.get_close_matches(word.lower(), spelt, n=1, cutoff=0.5)
    return f"did you mean {spelt[found[0]]!r}? " if found else ""
