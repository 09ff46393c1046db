"""Styles: the sheets, fonts and script of a style, put together into what one page carries inside itself."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import TemplateError
from briefing.model.audience import Audience
from briefing.model.brand import Brand
from briefing.model.briefing import Briefing
from briefing.model.notice import Notice
from briefing.writers import typefaces

FIRST = "spine"
"""The style that others change: its sheets are always there, another style's come after them."""
SHEETS = {"screen": ("tokens.css", "page.css", "screen.css"), "print": ("tokens.css", "page.css", "print.css")}
PAGES = ("A4", "Letter")
NAME = re.compile(r"[\w-]+")
STACKS = ("serif", "sans")
"""The custom properties that are stacks of typefaces."""
FAMILY = re.compile(r'"([^"]+)"')
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
ROOT_RULE = re.compile(r":root\s*\{([^{}]*)\}")
CUSTOM = re.compile(r"(--[\w-]+)\s*:\s*([^;{}]*[^;{}\s])")
NAMED = re.compile(r"var\((--[\w-]+)\)")
MOST_NAMED = 5
"""Characters that a Notice names."""
DEEPEST = 4
"""How far the value of a custom property may lead from one to the next."""
OUTSIDE = re.compile(r"url\(|@import|</", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Style:
    """What a page carries: style sheet and script as text, and the source lists of its Content-Security-Policy."""

    sheet: str
    script: str
    policy: str


def style(
    audience: Audience, medium: str, text: str, paging: str = "", language: str = "", brand: Brand | None = None
) -> Style:
    """The style of an audience for "screen" or "print", with the fonts that ``text`` needs inside.

    A page's ``language`` has sheets of its own after the others, where a style has such: "ur.css", "ur-screen.css".
    ``brand`` has the last word on colours and typefaces. ``paging`` are style rules the writer itself adds. Raises
    TemplateError where the style is unknown or asks for anything outside the page. (Words that a style would print are
    for the gate to find, on the page.)
    """
    own = folders(audience)
    names = (*SHEETS[medium], f"{language}.css", f"{language}-{medium}.css")
    sheets = [_sheet(folder / name) for name in names for folder in own if (folder / name).is_file()]
    sheets += _typefaces(_root(audience) / "fonts", medium, sheets, text + paging)
    sheet = "\n".join([*sheets, *_branded(brand or Brand(), medium, sheets), paging])
    sheet = settled(sheet) if medium == "print" else sheet
    scripts = [folder / "page.js" for folder in own if (folder / "page.js").is_file()]
    script = scripts[-1].read_text("utf-8") if scripts and medium == "screen" else ""
    return Style(sheet, script, _policy(sheet, script))


def _branded(brand: Brand, medium: str, sheets: Iterable[str]) -> Iterator[str]:
    """The rules that give a page a brand's typefaces and colours, the darker ones for screens alone."""
    stacks = _custom(sheets)
    for token, address in brand.fonts.items():
        yield f'@font-face {{ font-family: "Brand {token}"; src: url({address}) format("woff2"); }}'
        yield f':root {{ --{token}: "Brand {token}", {stacks[f"--{token}"]}; }}'
    light, dark = (
        " ".join(f"--{token}: {colour};" for token, colour in colours.items())
        for colours in (brand.colours, brand.dark)
    )
    if light:
        yield f":root {{ {light} }}"
    if dark and medium == "screen":
        yield f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}"


def settled(sheet: str) -> str:
    """A style sheet with the values of its custom properties in their place, but for those that parts of it redefine.

    WeasyPrint reads every declaration that names one again for every element: a tenth of its time or more.
    """
    if "@media" in sheet:
        return sheet
    known = dict(pair for block in ROOT_RULE.findall(sheet) for pair in CUSTOM.findall(block))
    redefined = {name for name, _ in CUSTOM.findall(ROOT_RULE.sub("", sheet))}

    def value(found: re.Match[str]) -> str:
        """What stands for a custom property: its value, or its name as it was."""
        return found[0] if found[1] in redefined else known.get(found[1], found[0])

    for _ in range(DEEPEST):
        sheet = NAMED.sub(value, sheet)
    return sheet


def undrawn(briefing: Briefing) -> Iterator[Notice]:
    """A Notice of each source that has characters for which paper has no typeface, so that a box stands for each."""
    folder = _root(briefing.audience) / "fonts"
    own = typefaces.faces(folder / typefaces.EVERYWHERE)
    for source in briefing.claims.sources:
        _, rest = typefaces.for_rest(folder, typefaces.undrawn(own, source.text))
        if rest:
            some = ", ".join(rest[:MOST_NAMED]) + (", …" if len(rest) > MOST_NAMED else "")
            number = "1 character" if len(rest) == 1 else f"{len(rest)} characters"
            what = f"In the PDF a box stands for {number} of it ({some}): no typeface that is shipped has them."
            at = min(map(source.text.index, rest))
            yield Notice("undrawn-characters", what, source.id, at, at + 1, limits=False)


def _root(audience: Audience, name: str = FIRST) -> Path:
    """The ``styles`` folder that has the style: beside the templates of the audience or of one of its parents."""
    roots = [folder.parent.parent / "styles" for folder in audience.folders]
    found = next((root for root in roots if NAME.fullmatch(name) and (root / name).is_dir()), None)
    if found is None:
        raise TemplateError(f"audience {audience.name}", f"there is no style {name!r}", "name a folder of styles/")
    return found


def folders(audience: Audience) -> list[Path]:
    """The folders of an audience's style, what counts last at the end. Raises TemplateError where there is none."""
    first = _root(audience) / FIRST
    return [first] if audience.style == FIRST else [first, _root(audience, audience.style) / audience.style]


def _sheet(path: Path) -> str:
    sheet = COMMENT.sub("", path.read_text("utf-8"))
    problem = OUTSIDE.search(sheet)
    if problem:
        where, what = f"{path.parent.name}/{path.name}", f"{problem.group()!r} asks for another file or ends the style"
        raise TemplateError(where, what, "take it out of the style")
    return re.sub(r"\s*\n\s*", "\n", sheet).strip()


def _typefaces(folder: Path, medium: str, sheets: Sequence[str], text: str) -> Iterator[str]:
    """The rules of the typefaces that a page carries.

    A screen has typefaces of its own for what these lack; on paper nothing stands in any but these.
    """
    own = typefaces.named(typefaces.faces(folder / typefaces.EVERYWHERE), "\n".join(sheets), text)
    if medium == "screen":
        yield from (face.carried(ranged=True) for face in own)
        return
    others, rest = typefaces.for_rest(folder, typefaces.undrawn(own, text))
    boxes = typefaces.boxes(rest)
    yield from (face.carried(ranged=False) for face in (*own, *others))
    yield from boxes.values()
    families = [*(face.family for face in (*own, *others)), *boxes]
    stacks = _custom(sheets)
    for token in STACKS:
        asked = [family for family in FAMILY.findall(stacks[f"--{token}"]) if family in families]
        only = ", ".join(f'"{family}"' for family in dict.fromkeys([*asked, *families]))
        yield f":root {{ --{token}: {only}; }}"


def _custom(sheets: Iterable[str]) -> dict[str, str]:
    """The custom properties of a page with the values that they have last."""
    return dict(pair for sheet in sheets for block in ROOT_RULE.findall(sheet) for pair in CUSTOM.findall(block))


def _policy(sheet: str, script: str) -> str:
    """The Content-Security-Policy: nothing but the page's own style, script and inlined fonts and pictures."""
    rules = ["default-src 'none'", f"style-src {_hash(sheet)}", *([f"script-src {_hash(script)}"] if script else [])]
    return "; ".join([*rules, "font-src data:", "img-src data:", "base-uri 'none'", "form-action 'none'"])


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode('ascii')}'"
