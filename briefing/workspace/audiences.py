"""templates/<audience>/ -> Audience: its settings and labels, its parents' merged in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from briefing.errors import TemplateError, UsageError
from briefing.model.audience import Audience, Term
from briefing.model.stated import TLP_LABELS, nearest
from briefing.workspace.resources import template_places
from briefing.workspace.toml import Schema, check, is_count, is_number, is_one_of, is_text, is_texts, load

SETTINGS = "audience.toml"
LABELS = "labels.toml"
GLOSSARY = "glossary.toml"
TEMPLATE_API = 1
"""The version of what templates are given. It grows when a template of before would no longer work."""

SECTIONS = (
    "bottom-line",
    "key-figures",
    "differences",
    "judgements",
    "decisions",
    "quotations",
    "statements",
    "implications",
    "agreement",
    "claim-table",
    "glossary",
    "limitations",
    "sources",
    "annex",
)
REGISTERS = ("plain", "professional")
TITLES = ("quotation", "headline")


def _is_sections(value: object) -> bool:
    return is_texts(value) and isinstance(value, list) and bool(value) and set(value) <= set(SECTIONS)


def _is_titles(value: object) -> bool:
    return is_texts(value) and isinstance(value, list) and bool(value) and set(value) <= set(TITLES)


def _is_forms(value: object) -> bool:
    return is_texts(value) and bool(value)


def _is_weights(value: object) -> bool:
    return isinstance(value, dict) and all(is_number(points) for points in _flat(value).values())


def _is_length(value: object) -> bool:
    return isinstance(value, dict) and set(value) <= set(SECTIONS) and all(map(is_count, value.values()))


SCHEMA: Schema = {
    "template_api": (is_one_of(TEMPLATE_API), f"{TEMPLATE_API}, the only version this program knows"),
    "parent": (is_text, "the name of an audience"),
    "abstract": (is_one_of(True, False), "true or false"),
    "sections": (_is_sections, f"a list of {', '.join(SECTIONS)}"),
    "weights": (_is_weights, "a table of numbers"),
    "key_figures": (is_count, "a whole number, 0 or more"),
    "bottom_line": (is_count, "a whole number, 0 or more"),
    "statements": (is_count, "a whole number, 0 or more"),
    "per_actor": (is_count, "a whole number, 0 or more"),
    "per_sector": (is_count, "a whole number, 0 or more"),
    "matters": (is_count, "a whole number, 0 or more"),
    "title": (_is_titles, f"a list of {' and '.join(TITLES)}"),
    "style": (is_text, "the name of a style"),
    "page": (is_one_of("A4", "Letter"), "A4 or Letter"),
    "annex": (is_one_of("none", "excerpts", "full"), "none, excerpts or full"),
    "language": (is_text, "a language tag"),
    "tlp": (is_one_of(*TLP_LABELS), f"one of {', '.join(TLP_LABELS)}"),
    "length": (_is_length, "a table of sections and the most words each should have"),
    "differences": (is_count, "a whole number, 0 or more"),
    "ceiling": (is_one_of(*TLP_LABELS), f"one of {', '.join(TLP_LABELS)}"),
    "register": (is_one_of(*REGISTERS), " or ".join(REGISTERS)),
    "pages": (lambda value: is_count(value) and value > 0, "a whole number, 1 or more"),
    "front": (_is_sections, f"a list of {', '.join(SECTIONS)}"),
}
"""What audience.toml may hold."""
TERM: Schema = {
    "name": (is_text, "the word as the glossary names it"),
    "forms": (_is_forms, "a list of the ways texts write it"),
    "means": (is_text, "what it means, in plain words"),
}
"""What a table of glossary.toml holds."""
OF_FILE = ("template_api", "parent", "abstract")
"""The keys that speak of the file itself, and are not passed on."""


def audience(name: str) -> Audience:
    """The audience of this name, from the working folder's templates or the program's own.

    Raises UsageError where there is none or it is abstract, TemplateError where its settings or those of a parent are
    wrong.
    """
    folders = _chain(name)
    if _settings(folders[0]).get("abstract"):
        raise UsageError("--audience", f"{name!r} is there for others to build on", _known())
    merged: dict[str, Any] = {}
    for folder in reversed(folders):
        table = _settings(folder)
        merged |= {**table, "weights": {**merged.get("weights", {}), **_flat(table.get("weights", {}))}}
    if "sections" not in merged:
        raise TemplateError(str(folders[0] / SETTINGS), "names no sections", f"add sections = {list(SECTIONS)}")
    _check_front(folders[0], merged)
    labels = {key: text for folder in reversed(folders) for key, text in _labels(folder).items()}
    glossary = _glossary(folders) if "glossary" in merged["sections"] else {}
    terms = tuple(Term(id_, tuple(term["forms"])) for id_, term in glossary.items())
    labels |= {f"term-{id_}": term["name"] for id_, term in glossary.items()}
    labels |= {f"means-{id_}": term["means"] for id_, term in glossary.items()}
    kept = {key: tuple(value) if isinstance(value, list) else value for key, value in merged.items()}
    found: dict[str, Any] = {"labels": labels, "terms": terms, "translated": _translated(folders)}
    return Audience(name=name, folders=folders, **found, **_without(kept, *OF_FILE))


def names() -> tuple[str, ...]:
    """Every audience that can be named, in alphabetical order: those with settings that are not abstract."""
    found = {file.parent.name for place in template_places() for file in place.glob(f"*/{SETTINGS}")}
    return tuple(sorted(name for name in found if not _is_abstract(_named(name)[0])))


def _is_abstract(folder: Path) -> bool:
    try:
        return bool(_settings(folder).get("abstract"))
    except TemplateError:  # it can be named, and is told to be wrong when it is
        return False


def _chain(name: str) -> tuple[Path, ...]:
    folders: list[Path] = []
    wanted: str | None = name
    while wanted is not None:
        found = next((folder for folder in _named(wanted) if folder not in folders), None)
        if found is None:
            raise _unknown(wanted, folders)
        folders.append(found)
        wanted = _settings(found).get("parent")
    return tuple(folders)


def _named(name: str) -> list[Path]:
    """Folders of this name: the analyst's own first. One of one's own may have the program's as its parent."""
    if not name.strip(".") or Path(name).name != name:
        return []
    return [place / name for place in template_places() if (place / name).is_dir()]


def _unknown(name: str, folders: list[Path]) -> UsageError | TemplateError:
    if not folders:
        return UsageError("--audience", f"no audience {name!r}", nearest(name, names()) + _known())
    if _named(name):
        return TemplateError(
            f"{folders[-1] / SETTINGS}: parent", f"{name!r} leads back to itself", "name another parent"
        )
    return TemplateError(
        f"{folders[-1] / SETTINGS}: parent", f"no audience {name!r}", nearest(name, names()) + _known()
    )


def _known() -> str:
    return f"the audiences are {', '.join(names())}"


def _settings(folder: Path) -> dict[str, Any]:
    path = folder / SETTINGS
    table = load(path, TemplateError) if path.exists() else {}
    check(path, table, SCHEMA, TemplateError)
    return table


def _translated(folders: Sequence[Path]) -> Mapping[str, Mapping[str, str]]:
    """The labels of labels.<language>.toml, by language, a parent's merged in."""
    found: dict[str, dict[str, str]] = {}
    for folder in reversed(folders):
        for path in sorted(folder.glob("labels.*.toml")):
            found.setdefault(path.name.split(".")[1], {}).update(_labels(folder, path.name))
    return found


def _labels(folder: Path, name: str = LABELS) -> Mapping[str, str]:
    path = folder / name
    if not path.exists():
        return {}
    table = load(path, TemplateError)
    check(path, table, dict.fromkeys(table, (is_text, "a text")), TemplateError)
    return table


def _check_front(folder: Path, merged: Mapping[str, Any]) -> None:
    """The sections of the front are the first ones, in their order."""
    front = merged.get("front", [])
    if front != merged["sections"][: len(front)]:
        todo = "name the first of its sections, in their order"
        raise TemplateError(f"{folder / SETTINGS}: front", f"{front} are not the first sections", todo)


def _glossary(folders: Sequence[Path]) -> dict[str, Any]:
    """The terms of the audience and its parents, by id; its own come in the place of a parent's."""
    merged: dict[str, Any] = {}
    for path in (folder / GLOSSARY for folder in reversed(folders)):
        for id_, term in (load(path, TemplateError) if path.exists() else {}).items():
            if not isinstance(term, dict) or set(TERM) - set(term):
                raise TemplateError(f"{path}: {id_}", "is no whole term", f"write [{id_}] with {', '.join(TERM)}")
            check(path, term, TERM, TemplateError)
            merged[id_] = term
    return merged


def _flat(table: Mapping[str, Any]) -> dict[str, Any]:
    """Tables in tables as dotted names, one level down."""
    flat: dict[str, Any] = {}
    for key, value in table.items():
        inner = value.items() if isinstance(value, dict) else ()
        flat |= {f"{key}.{below}": points for below, points in inner} or {key: value}
    return flat


def _without(table: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    return {key: value for key, value in table.items() if key not in keys}
