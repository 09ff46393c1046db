"""What is stated of a source, checked field by field: nothing is invented, and nothing unclear is used."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from briefing.errors import SourceError
from briefing.language.dates import meanings, written_date
from briefing.model.notice import Notice
from briefing.model.stated import TLP_LABELS, nearest, tlp_label

LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
WEB_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)

Check = Callable[[str], str | None]


def _as_is(text: str) -> str | None:
    return text


def _web_address(text: str) -> str | None:
    return text if WEB_ADDRESS.fullmatch(text) else None


def _language_tag(text: str) -> str | None:
    return text if LANGUAGE_TAG.fullmatch(text) else None


FIELDS: Mapping[str, tuple[Check, str]] = {
    "title": (_as_is, ""),
    "publisher": (_as_is, ""),
    "author": (_as_is, ""),
    "published": (written_date, "a date written YYYY-MM-DD"),
    "url": (_web_address, "a web address (http or https)"),
    "language": (_language_tag, "a language tag (en, fr, ps)"),
    "kind": (_as_is, ""),
    "rights": (_as_is, ""),
    "tlp": (tlp_label, f"a TLP 2.0 label ({', '.join(TLP_LABELS)})"),
    "agency": (_as_is, ""),
    "retrieved": (written_date, "a date, or a date and time, of ISO 8601"),
}
"""Every field that may be stated as text: its check, and what it has to be."""

FLAGS = ("sample",)
LONGEST = 1_000
"""Characters of a field that is used: a page prints some of them beside every citation."""
MOST_DIGITS = 1_000
"""Of a number: Python refuses to print one of many more."""
NAMED = 80
"""Characters of a value that a Notice shows."""


def checked(stated: Mapping[str, object], where: str) -> tuple[dict[str, str | bool], tuple[Notice, ...]]:
    """The fields of ``stated`` that can be used, and a Notice for each that cannot. ``where`` names the file they
    stand in. ``published`` is a date, or a date and time with its zone where that is stated, in ISO 8601.

    Raises SourceError where the handling label is none of TLP 2.0: to print it unmarked would be a breach.
    """
    used: dict[str, str | bool] = {}
    notices: list[Notice] = []
    for key, value in stated.items():
        if key in FLAGS and isinstance(value, bool):
            used[key] = value
        elif key not in FIELDS:
            hint = nearest(key, (*FIELDS, *FLAGS))
            notices.append(_unused(where, f"{key!r} is not used; {hint}use one of {', '.join((*FIELDS, *FLAGS))}."))
        elif (text := _text(value)) and len(text) <= LONGEST and (good := FIELDS[key][0](text)):
            used[key] = good
        elif text or not _blank(value):
            notices.append(_refused(where, key, text or _named(value)))
    return used, tuple(notices)


def _refused(where: str, key: str, value: str) -> Notice:
    expected = FIELDS[key][1] or (f"text of at most {LONGEST:,} characters" if len(value) > LONGEST else "text")
    if key == "tlp":
        raise SourceError(
            where, f"states tlp {value!r}, which is no TLP 2.0 label", f"use one of {', '.join(TLP_LABELS)}"
        )
    if key == "published" and len(days := meanings(value)) > 1:
        message = f"published {value!r} may be {' or '.join(days)} and is not used."
        return Notice("ambiguous-date", message, path=where, limits=False)
    code = "unclear-date" if key == "published" else "unusable-field"
    shown = repr(value) if len(value) <= NAMED else f"{value[:NAMED]!r}…"
    return Notice(code, f"{key} {shown} is not {expected} and is not used.", path=where, limits=False)


def _unused(where: str, message: str) -> Notice:
    return Notice("unknown-field", message, path=where, limits=False)


def _text(value: object) -> str | None:
    """A value as one line of text; dates as ISO 8601, lists joined by commas; None for what is no text."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        value = ", ".join(value)
    if isinstance(value, bool) or not isinstance(value, str | int | float) or _too_long(value):
        return None
    return " ".join(str(value).split()) or None


def _too_long(value: object) -> bool:
    return isinstance(value, int) and abs(value) >= 10**MOST_DIGITS


def _named(value: object) -> str:
    """How a Notice names a value that is no text."""
    return "a number of too many digits" if _too_long(value) else repr(value)


def _blank(value: object) -> bool:
    return value in (None, []) or (isinstance(value, str) and not value.strip())
