"""Styles: the sheets, fonts and script of a style, put together into what one page carries inside itself."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import TemplateError
from briefing.model.audience import Audience
from briefing.model.brand import Brand

FIRST = "spine"
"""The style that others change: its sheets are always there, another style's come after them."""
SHEETS = {"screen": ("tokens.css", "page.css", "screen.css"), "print": ("tokens.css", "page.css", "print.css")}
PAGES = ("A4", "Letter")
NAME = re.compile(r"[\w-]+")
FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}")
FONT_FILE = re.compile(r"url\(([\w./-]+\.woff2)\)")
FAMILY = re.compile(r'"[^"]+"')
UNICODE_RANGE = re.compile(r"unicode-range:([^;}]*)")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
ROOT_RULE = re.compile(r":root\s*\{([^{}]*)\}")
CUSTOM = re.compile(r"(--[\w-]+)\s*:\s*([^;{}]*[^;{}\s])")
NAMED = re.compile(r"var\((--[\w-]+)\)")
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
    fonts = _fonts(_root(audience) / "fonts" / "fonts.css", frozenset(text), "\n".join(sheets))
    sheet = "\n".join([fonts, *sheets, *_branded(brand or Brand(), medium, sheets), paging])
    sheet = settled(sheet) if medium == "print" else sheet
    scripts = [folder / "page.js" for folder in own if (folder / "page.js").is_file()]
    script = scripts[-1].read_text("utf-8") if scripts and medium == "screen" else ""
    return Style(sheet, script, _policy(sheet, script))


def _branded(brand: Brand, medium: str, sheets: Iterable[str]) -> Iterator[str]:
    """The rules that give a page a brand's typefaces and colours, the darker ones for screens alone."""
    stacks = dict(pair for sheet in sheets for block in ROOT_RULE.findall(sheet) for pair in CUSTOM.findall(block))
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


def _fonts(path: Path, characters: frozenset[str], sheets: str) -> str:
    """The font faces that the sheets name and whose range has any of the characters, each as a data: address."""
    faces = FONT_FACE.findall(path.read_text("utf-8"))
    return "\n".join(_embedded(face, path.parent) for face in faces if _needed(face, characters, sheets))


def _needed(face: str, characters: Iterable[str], sheets: str) -> bool:
    family = FAMILY.search(face)
    if family and family[0] not in sheets:
        return False
    declared = UNICODE_RANGE.search(face)
    if declared is None:
        return True
    bounds = [part.strip().removeprefix("U+").split("-") for part in declared.group(1).split(",")]
    spans = [(int(bound[0], 16), int(bound[-1], 16)) for bound in bounds]
    return any(low <= ord(character) <= high for character in characters for low, high in spans)


def _embedded(face: str, folder: Path) -> str:
    def inline(match: re.Match[str]) -> str:
        """The file a face names, as a data: URI."""
        data = base64.b64encode((folder / Path(match.group(1)).name).read_bytes()).decode("ascii")
        return f"url(data:font/woff2;base64,{data})"

    return FONT_FILE.sub(inline, " ".join(face.split()))


def _policy(sheet: str, script: str) -> str:
    """The Content-Security-Policy: nothing but the page's own style, script and inlined fonts and pictures."""
    rules = ["default-src 'none'", f"style-src {_hash(sheet)}", *([f"script-src {_hash(script)}"] if script else [])]
    return "; ".join([*rules, "font-src data:", "img-src data:", "base-uri 'none'", "form-action 'none'"])


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode('ascii')}'"
