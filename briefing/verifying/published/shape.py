"""What the record and the claims that a file carries have to look like before anything is read out of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

from briefing.model.brand import Brand
from briefing.model.stated import TLP_LABELS, iso_date

Shape = type | Callable[[Any], bool] | Mapping[str, Any] | list[Any] | tuple[Any, ...]
"""A type; a test; keys of an object (one ending in "?" may lack); a list of one shape; a list of just these shapes."""


def one_of(*values: object) -> Callable[[Any], bool]:
    """A test that a value is one of ``values``."""
    return lambda value: any(value is each or (isinstance(value, str) and value == each) for each in values)


def is_text_or_none(value: object) -> bool:
    """Whether a value is text or none."""
    return value is None or isinstance(value, str)


def is_day_or_none(value: object) -> bool:
    """Whether a value is an ISO 8601 date or none."""
    return value is None or (isinstance(value, str) and iso_date(value) == value)


def is_texts_by_text(value: object) -> bool:
    """Whether a value is an object of texts."""
    return isinstance(value, dict) and all(isinstance(each, str) for each in value.values())


def is_page(value: object) -> bool:
    """Whether a value holds the hash of a page of HTML, or those of a PDF's pages."""
    return is_like(value, {"sha256": str}) or is_like(value, {"pages": [str]})


BRAND = frozenset(field.name for field in fields(Brand))


def is_brand(value: object) -> bool:
    """Whether a value is what a brand is written down as, or none."""
    tables = ("colours", "dark", "fonts")
    return value is None or (
        isinstance(value, dict)
        and value.keys() == BRAND
        and all(is_texts_by_text(value[key]) if key in tables else is_text_or_none(value[key]) for key in BRAND)
    )


REQUEST: Mapping[str, Any] = {
    "title?": is_text_or_none,
    "as_of?": is_day_or_none,
    "tlp?": one_of(None, *TLP_LABELS),
    "annex?": one_of(None, "none", "excerpts", "full"),
    "page?": one_of(None, "A4", "Letter"),
    "language?": is_text_or_none,
    "brand?": is_brand,
    "silenced": [(str, str)],
    "allowed": [str],
}


def is_request(value: object) -> bool:
    """Whether a value asks for what a briefing can be asked, and for nothing else."""
    known = {key.removesuffix("?") for key in REQUEST}
    return isinstance(value, dict) and value.keys() <= known and is_like(value, REQUEST)


RECORD: Shape = {
    "edition": {"audience": str},
    "request": is_request,
    "hashes": {"claims": str, "sources": is_texts_by_text},
    "page": is_page,
    "statements": [(str, str, [str], [(str, int, int)])],
    "citations": [(str, str, str, int, int, str)],
    "excerpts": [(str, int, int, str)],
}
CLAIMS: Shape = {
    "sources": [{"id": str, "sha256": str, "files": [{"path": str}]}],
    "claims": [{"id": str, "source": str, "start": int, "end": int, "exact": str}],
}


def is_like(value: object, shape: Shape) -> bool:
    """Whether a value read from JSON has the shape; keys that it has beside are let be."""
    if isinstance(shape, type):
        return isinstance(value, shape) and not isinstance(value, bool)
    if isinstance(shape, Mapping):
        return isinstance(value, dict) and all(_has(value, key, inner) for key, inner in shape.items())
    if isinstance(shape, list):
        return isinstance(value, list) and all(is_like(each, shape[0]) for each in value)
    if isinstance(shape, tuple):
        same = isinstance(value, list) and len(value) == len(shape)
        return same and all(map(is_like, value, shape))  # type: ignore[call-overload]
    return shape(value)


def _has(value: Mapping[str, Any], key: str, shape: Shape) -> bool:
    name = key.removesuffix("?")
    return is_like(value[name], shape) if name in value else name != key
