"""The templates of an audience: a sandboxed Jinja2 environment bounded to the folders of the audience's chain."""

from __future__ import annotations

import pickle
import sys
import traceback
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from jinja2.bccache import Bucket
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from briefing.errors import TemplateError
from briefing.language.hidden import shown
from briefing.workspace import openable

MISTAKES = (jinja2.TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What a template's own text can raise, by what it gives to what it is given."""
COMPILING: Mapping[str, Any] = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True, "optimized": False}
"""How templates are compiled; not optimized, which takes longer than what it saves: hardly anything is constant."""
DAMAGED = (OSError, EOFError, ValueError, pickle.UnpicklingError)
"""What a file of compiled templates that was cut off or overwritten can raise."""


class Chain(jinja2.BaseLoader):
    """Loads templates from an audience's folders, its own first.

    A template has one full name, ``<folder>/<path>``. A template may ask for another in three ways: ``page.html`` is
    the nearest one in the chain, ``base/page.html`` the one of that folder, ``parent/page.html`` the nearest one in
    the folders behind the asking template's own.
    """

    def __init__(self, folders: Iterable[Path]) -> None:
        self.folders: dict[str, Path] = {}
        for position, folder in enumerate(folders):
            name = folder.name if folder.name not in self.folders else f"{folder.name}-{position}"
            self.folders[name] = folder.resolve()
        self._paths: dict[tuple[str, str], Path | None] = {}

    def full_name(self, name: str, asking: str | None = None) -> str:
        """The full name of the template that ``name`` means in the template ``asking`` (None: the writer asks)."""
        folder, _, rest = name.partition("/")
        if folder in self.folders and rest:
            return name
        names, wanted = list(self.folders), name
        if folder == "parent" and rest and asking:
            names, wanted = names[names.index(asking.partition("/")[0]) + 1 :], rest
        return next((f"{each}/{wanted}" for each in names if self._path(each, wanted)), name)

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002
        """The text of a template by its full name. Raises TemplateNotFound outside the chain's folders."""
        folder, _, name = template.partition("/")
        path = self._path(folder, name)
        if path is None:
            raise jinja2.TemplateNotFound(template)
        return path.read_text("utf-8"), template, lambda: True

    def place(self, name: str, line: int) -> str:
        """The file and line of the template of this full name."""
        folder, _, rest = name.partition("/")
        return f"{openable(self.folders[folder] / rest)}:{line}"

    def _path(self, folder: str, name: str) -> Path | None:
        """Where a template of a folder is, which every section asks of parts.html; None where there is none."""
        if (folder, name) not in self._paths:
            self._paths[folder, name] = self._found(folder, name)
        return self._paths[folder, name]

    def _found(self, folder: str, name: str) -> Path | None:
        root = self.folders.get(folder)
        if root is None or not name:
            return None
        path = (root / name).resolve()
        return path if path.is_file() and path.is_relative_to(root) else None


def _seen(value: object) -> object:
    """A text as a person may see it, hidden characters as marks; what is HTML already was made of such texts."""
    return shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value


class _InRun(jinja2.BytecodeCache):
    """Templates as they were compiled in this run, by name and text: a page for paper needs those of the screen."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a bucket what was kept of its template's name; of another text it is refused by its checksum."""
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template."""
        self.kept[bucket.key] = bucket.bytecode_to_string()


class _OnDisk(jinja2.FileSystemBytecodeCache):
    """Templates as an earlier run compiled them, in the folder that Jinja2 keeps for the user alone.

    What cannot be read or written there is compiled again: a run needs none of it.
    """

    def get_source_checksum(self, source: str) -> str:
        """A checksum of all that a compiled template was made of: its text, how it is compiled, and by what."""
        return super().get_source_checksum(f"{jinja2.__version__} {COMPILING} {source}")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a bucket what was kept of its template's name, unless it was of another text."""
        with suppress(*DAMAGED):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


@cache
def compiled() -> jinja2.BytecodeCache:
    """Where compiled templates are kept: for later runs too, where Python may keep its own and there is a folder."""
    if not sys.dont_write_bytecode:
        with suppress(OSError, RuntimeError):  # the temporary folder is read-only, or its own is not the user's alone
            return _OnDisk()
    return _InRun()


@cache
def _data(kind: type) -> frozenset[str]:
    """The fields and properties of a dataclass that hold data and are not private; none of any other type."""
    names = dir(kind) if is_dataclass(kind) else ()
    return frozenset(name for name in names if not name.startswith("_") and not callable(getattr(kind, name)))


class _Environment(ImmutableSandboxedEnvironment):
    def __init__(self, chain: Chain) -> None:
        super().__init__(
            loader=chain,
            undefined=jinja2.StrictUndefined,
            finalize=_seen,
            auto_reload=False,
            bytecode_cache=compiled(),
            **COMPILING,
        )
        self.chain = chain

    def getattr(self, obj: Any, attribute: str) -> Any:
        """What a template reads of an object, as the sandbox allows it, which has nothing against data.

        A page reads 90,000 fields of the model: to ask the sandbox of each takes a third of the time.
        """
        kind: Any = type(obj)
        return getattr(obj, attribute) if attribute in _data(kind) else super().getattr(obj, attribute)

    def join_path(self, template: str, parent: str) -> str:
        """The full name of ``template`` as the template ``parent`` names it."""
        return self.chain.full_name(template, parent)


def fill(folders: Iterable[Path], name: str, values: Mapping[str, Any]) -> str:
    """The template ``name`` of the chain ``folders``, filled with ``values`` (which macros see as well).

    Raises TemplateError, with template and line, where a template is missing, wrong, or uses what there is not.
    """
    environment = _Environment(Chain(folders))
    environment.globals.update(values)
    try:
        return environment.get_template(environment.chain.full_name(name)).render()
    except jinja2.TemplateNotFound as problem:
        raise TemplateError(f"template {problem.name}", "there is no such file", "add it or correct its name") from None
    except jinja2.TemplateSyntaxError as problem:
        place = environment.chain.place(str(problem.name), problem.lineno)
        raise TemplateError(place, str(problem.message), "correct the template") from None
    except MISTAKES as problem:
        raise TemplateError(_place(problem, environment), str(problem), "correct the template") from problem


def _place(problem: BaseException, environment: _Environment) -> str:
    """The template and line the problem arose in: the innermost frame of a template."""
    frames = traceback.extract_tb(problem.__traceback__)
    chain = environment.chain
    names = tuple(f"{folder}/" for folder in chain.folders)
    inner = (chain.place(f.filename, f.lineno or 1) for f in reversed(frames) if f.filename.startswith(names))
    return next(inner, "template")
