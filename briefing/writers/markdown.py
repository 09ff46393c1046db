"""Briefing -> Markdown (CommonMark with tables): its headings, lists and tables, each citation a link in the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefing.model.briefing import Briefing
from briefing.writers.outline import Block, Run, Table, outline

SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~&$]|!\Z)")
"""What would be markup; an exclamation mark before a citation's link would make it a picture."""
BEGINNING = re.compile(r"(\s*(?:\d+(?=[.)](?:\s|\Z)))?)([#+\-=>.)])")
"""What would begin a heading, list or quotation at the start of a line: the sign, and a number that it follows."""


def render(briefing: Briefing, page: str | None = None) -> str:
    """The Markdown of a briefing, with a line end at its end. Raises TemplateError where a template is wrong."""
    blocks = outline(briefing, page)
    wanted = frozenset(_targets(blocks))
    lines = [_front(briefing), *(_shown(block, wanted) for block in blocks)]
    return _joined(lines, blocks) + "\n"


def _front(briefing: Briefing) -> str:
    """A comment that names the language, for whoever reads the file as text."""
    return f"<!-- lang: {briefing.language} -->"


def _joined(lines: list[str], blocks: tuple[Block | Table, ...]) -> str:
    """Blocks with a blank line between them, items of one list without."""
    made = [lines[0]]
    before: Block | Table | None = None
    for block, line in zip(blocks, lines[1:], strict=True):
        together = _is_item(block) and before is not None and _is_item(before)
        made.append(line if together else f"\n{line}")
        before = block
    return "\n".join(made)


def _is_item(block: Block | Table) -> bool:
    return isinstance(block, Block) and block.kind in ("item", "fact")


def _targets(blocks: Iterable[Block | Table]) -> Iterator[str]:
    """The ids that something in the file leads to."""
    for block in blocks:
        for run in block.runs if isinstance(block, Block) else _runs(block):
            if run.href.startswith("#"):
                yield run.href[1:]


def _runs(table: Table) -> Iterator[Run]:
    yield from table.caption
    yield from (run for row in (table.heads, *table.rows) for cell in row for block in cell for run in block.runs)


def _shown(block: Block | Table, wanted: frozenset[str]) -> str:
    if isinstance(block, Table):
        return _table(block, wanted)
    places = _places(block.ids, wanted)
    text = places + _line(block.runs, strong=block.kind != "heading")
    if block.kind == "heading":
        return f"{'#' * block.level} {text}"
    if block.kind == "item":
        return f"- {text}"
    if block.kind == "fact":
        return f"- **{_line(block.term, strong=False)}:** {text}"
    if block.kind == "quote":
        return f"> {text}"
    if block.role in ("rail", "note"):
        return f"{places}*{_line(block.runs, strong=False)}*" if not any(r.href for r in block.runs) else text
    return text


def _places(ids: Iterable[str], wanted: frozenset[str]) -> str:
    return "".join(f'<a id="{each}"></a>' for each in dict.fromkeys(ids) if each in wanted)


def _line(runs: tuple[Run, ...], *, strong: bool) -> str:
    """The runs of a block as one line of Markdown."""
    text = "".join(_run(run, strong=strong) for run in runs)
    return BEGINNING.sub(lambda found: f"{found[1]}\\{found[2]}", text, count=1) if BEGINNING.match(text) else text


def _run(run: Run, *, strong: bool) -> str:
    bare = run.text.strip()
    if not bare:
        return run.text
    before, after = run.text[: len(run.text) - len(run.text.lstrip())], run.text[len(run.text.rstrip()) :]
    text = SPECIAL.sub(r"\\\1", bare)
    text = f"<mark>{text}</mark>" if run.marked else text
    text = f"**{text}**" if run.strong and strong else text
    text = f"[{text}]({run.href})" if run.href else text
    return f"{before}{text}{after}"


def _table(table: Table, wanted: frozenset[str]) -> str:
    columns = max((len(row) for row in (table.heads, *table.rows)), default=0)
    heads = [_cell(cell, frozenset()) for cell in table.heads] or [""] * columns
    rows = [[_cell(cell, wanted) for cell in row] + [""] * (columns - len(row)) for row in table.rows]
    caption = [f"{_line(table.caption, strong=False)}\n"] if table.caption else []
    ids = _places(table.ids, wanted)
    lines = [heads, ["---"] * columns, *rows]
    return "\n".join([*([f"{ids}\n"] if ids else []), *caption, *(f"| {' | '.join(line)} |" for line in lines)])


def _cell(cell: tuple[Block, ...], wanted: frozenset[str]) -> str:
    return "<br>".join(
        _places(block.ids, wanted) + "".join(_run(run, strong=True) for run in block.runs) for block in cell
    )
