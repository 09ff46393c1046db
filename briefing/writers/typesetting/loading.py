"""WeasyPrint, loaded without what a PDF of ours has no use for."""

from __future__ import annotations

import contextlib
import importlib
import sys
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

SELDOM = ("fontTools.subset", "fontTools.varLib.instancer")
"""What cuts typefaces down where HarfBuzz cannot, and makes one of those that vary: a quarter of what is loaded."""


class _Later(ModuleType):
    """Stands for a module of functions and classes until one of them is called."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("__"):
            raise AttributeError(name)

        def called(*of: Any, **told: Any) -> Any:
            """Loads the module, and calls what is meant."""
            return getattr(importlib.import_module(self.__name__), name)(*of, **told)

        return called


@contextlib.contextmanager
def seldom_used_later() -> Iterator[None]:
    """Let modules that are imported meanwhile have those SELDOM used only once they call something of them."""
    absent = [name for name in SELDOM if name not in sys.modules]
    sys.modules.update({name: _Later(name) for name in absent})
    try:
        yield
    finally:
        for name in absent:
            if isinstance(sys.modules.get(name), _Later):
                del sys.modules[name]
