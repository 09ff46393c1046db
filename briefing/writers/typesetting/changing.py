"""Changes to a module for as long as they are wanted."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from typing import Any


@contextlib.contextmanager
def exchanged(package: str, name: str, old: Any, new: Any) -> Iterator[None]:
    """Let ``new`` stand for ``old`` in every module of ``package`` that knows it by ``name``."""
    holders = [m for key, m in list(sys.modules.items()) if key.startswith(package) and vars(m).get(name) is old]
    for holder in holders:
        setattr(holder, name, new)
    try:
        yield
    finally:
        for holder in holders:
            setattr(holder, name, old)


@contextlib.contextmanager
def replaced(owner: Any, **names: Any) -> Iterator[None]:
    """Let attributes of a class or module have other values."""
    old = {name: vars(owner)[name] for name in names}
    for name, new in names.items():
        setattr(owner, name, new)
    try:
        yield
    finally:
        for name, kept in old.items():
            setattr(owner, name, kept)
