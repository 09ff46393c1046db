"""What is wrong in an audience's templates before they print anything: names, blocks, labels and sections unknown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path

import jinja2
from jinja2 import meta, nodes

from briefing.language.shapes import Flaw
from briefing.model.audience import Audience
from briefing.model.briefing import Briefing
from briefing.model.stated import nearest
from briefing.workspace import openable
from briefing.writers.contract import VALUES

GIVEN = {name.partition("(")[0] for name in VALUES}
DOCUMENT = {"body", "sheet", "script", "policy"}
"""What document.html is given beside."""
BUILT_IN = set(jinja2.defaults.DEFAULT_NAMESPACE) | {"self", "super", "loop", "caller", "varargs", "kwargs"}
LONGEST = 20
"""Words of a sentence of a label that a plain register may have."""
SENTENCE = re.compile(r"[^.!?:;]+")


def lint(audience: Audience, labels: Mapping[str, str], own: Path | None = None) -> list[Flaw]:
    """The flaws of an audience's templates: those of ``own``, one of its folders, or of all.

    ``labels`` are all that it may print, the catalogue's among them, with or without gaps.
    """
    environment = jinja2.Environment(autoescape=True)
    trees = {path: _parsed(environment, path) for path in _templates(audience)}
    flaws = list(_sections(audience))
    for path, tree in trees.items():
        if own is not None and not path.is_relative_to(own):
            continue
        if isinstance(tree, Flaw):
            flaws.append(tree)
            continue
        flaws += _variables(path, tree)
        flaws += _fields(path, tree)
        flaws += _labels(path, tree, labels)
        flaws += _blocks(audience, path, tree, trees)
    return flaws + list(_plain(audience))


def _templates(audience: Audience) -> list[Path]:
    return [path for folder in audience.folders for path in sorted(folder.rglob("*.html"))]


def _parsed(environment: jinja2.Environment, path: Path) -> nodes.Template | Flaw:
    try:
        return environment.parse(path.read_text("utf-8"))
    except jinja2.TemplateSyntaxError as problem:
        return Flaw(openable(path), problem.lineno, "template", str(problem.message), "correct it")


def _sections(audience: Audience) -> Iterator[Flaw]:
    """Sections that no template prints."""
    for section in audience.sections:
        if not any((folder / "sections" / f"{section}.html").is_file() for folder in audience.folders):
            path = audience.folders[0] / "audience.toml"
            todo = f"add sections/{section}.html, or take it out of sections"
            yield Flaw(openable(path), _line(path, section), section, "no template prints this section", todo)


def _line(path: Path, word: str) -> int:
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    return next((number for number, line in enumerate(lines, 1) if word in line), 1)


def _variables(path: Path, tree: nodes.Template) -> Iterator[Flaw]:
    given = GIVEN | BUILT_IN | (DOCUMENT if path.name == "document.html" else set())
    set_here = {each.target for each in tree.find_all(nodes.Import)}
    set_here |= {each.name for each in tree.find_all(nodes.Name) if each.ctx != "load"}
    for name in sorted(meta.find_undeclared_variables(tree) - given - set_here):
        line = next((each.lineno for each in tree.find_all(nodes.Name) if each.name == name), 1)
        todo = f"{nearest(name, sorted(given))}see briefing audiences show"
        yield Flaw(openable(path), line, name, "there is no such variable", todo)


def _fields(path: Path, tree: nodes.Template) -> Iterator[Flaw]:
    """Fields that a briefing does not have."""
    known = {field.name for field in fields(Briefing)} | {"assessed", "contents"}
    for each in tree.find_all(nodes.Getattr):
        if isinstance(each.node, nodes.Name) and each.node.name == "briefing" and each.attr not in known:
            todo = f"{nearest(each.attr, known)}see briefing audiences show"
            yield Flaw(openable(path), each.lineno, f"briefing.{each.attr}", "a briefing has no such field", todo)


def _labels(path: Path, tree: nodes.Template, labels: Mapping[str, str]) -> Iterator[Flaw]:
    """Labels that neither the catalogue nor labels.toml has."""
    for call in tree.find_all(nodes.Call):
        key = call.args[0] if call.args else None
        named = isinstance(call.node, nodes.Name) and call.node.name == "label"
        if named and isinstance(key, nodes.Const) and key.value not in labels:
            todo = f"{nearest(str(key.value), labels)}add it to labels.toml"
            yield Flaw(openable(path), call.lineno, str(key.value), "there is no such label", todo)


def _blocks(
    audience: Audience, path: Path, tree: nodes.Template, trees: Mapping[Path, nodes.Template | Flaw]
) -> Iterator[Flaw]:
    """Blocks of a template that extends another, which that other and those behind it do not have."""
    extended = next(iter(tree.find_all(nodes.Extends)), None)
    if extended is None or not isinstance(extended.template, nodes.Const):
        return
    wanted = str(extended.template.value)
    plain = {wanted, wanted.partition("/")[2]}
    behind = [folder / name for folder in audience.folders for name in plain if (folder / name) != path]
    known = {block.name for other in behind for block in _found(trees.get(other))}
    inside = {block.name for outer in tree.find_all(nodes.Block) for block in outer.find_all(nodes.Block)}
    for block in tree.find_all(nodes.Block):
        if block.name not in known | inside:
            todo = f"{nearest(block.name, known)}use one of {', '.join(sorted(known)) or 'none: there are no blocks'}"
            yield Flaw(openable(path), block.lineno, block.name, f"{wanted} has no such block", todo)


def _found(tree: nodes.Template | Flaw | None) -> Iterator[nodes.Block]:
    if isinstance(tree, nodes.Template):
        yield from tree.find_all(nodes.Block)


def _plain(audience: Audience) -> Iterator[Flaw]:
    """Labels of a plain register with a sentence that is long."""
    if audience.register != "plain":
        return
    path = next((folder / "labels.toml" for folder in audience.folders if (folder / "labels.toml").is_file()), None)
    for key, text in audience.labels.items():
        longest = max((len(sentence.split()) for sentence in SENTENCE.findall(text)), default=0)
        if longest > LONGEST and path is not None:
            what = f"has a sentence of {longest} words; a plain register has {LONGEST} at most"
            yield Flaw(openable(path), _line(path, key), key, what, "make two of it")
