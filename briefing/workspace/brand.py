"""brand.toml -> Brand: an organisation's name, logo, colours and typefaces, held to what is safe and readable."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from briefing.errors import UsageError
from briefing.model.brand import TEXTS, Brand
from briefing.model.project import project
from briefing.workspace.contrast import ENOUGH, contrast, nearest_readable
from briefing.workspace.toml import Schema, check, is_one_of, is_text, load

FILE = "brand.toml"
LARGEST_LOGO, LARGEST_FONT = 200_000, 1_000_000
"""Bytes of a logo and of a typeface at most: every page carries them."""
PNG, WOFF2 = b"\x89PNG\r\n\x1a\n", b"wOF2"
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
LIGHT = {"paper": "#ffffff", "tint": "#f4f0e8", "ink": "#1b1a1e", "muted": "#55505a", "on-highlight": "#1b1a1e"}
DARK = {"paper": "#17161a", "tint": "#221f25", "ink": "#ebe7e1", "muted": "#b3adb8", "on-highlight": "#fbf3d6"}
"""The colours of the pages that a brand leaves as they are, or changes, by token (styles/spine/tokens.css)."""
COLOURS = ("accent", "tint", "highlight")
SHAPES = ("path", "rect", "circle", "ellipse", "line", "polyline", "polygon")
FILLS = ("lineargradient", "radialgradient", "stop", "clippath")
DRAWN = frozenset(("svg", "g", "defs", "use", "symbol", "title", "desc", *SHAPES, *FILLS))
"""The elements an SVG logo may have: shapes, and what they are filled with."""


def _is_table(value: object) -> bool:
    return isinstance(value, dict)


def _is_colour(value: object) -> bool:
    return isinstance(value, str) and bool(COLOUR.fullmatch(value))


SCHEMA: Schema = {
    **dict.fromkeys(TEXTS, (is_text, "a text")),
    "logo": (_is_table, "a table with file and alt"),
    "colours": (_is_table, "a table of colours"),
    "dark": (_is_table, "a table of colours"),
    "fonts": (_is_table, "a table of files"),
    "language": (is_text, "a language that there are labels in"),
    "page-size": (is_one_of("A4", "Letter"), "A4 or Letter"),
}
COLOUR_SCHEMA: Schema = dict.fromkeys(COLOURS, (_is_colour, "a colour written #rrggbb"))
LOGO_SCHEMA: Schema = {"file": (is_text, "a file"), "alt": (is_text, "what is said in the picture's place")}
FONT_SCHEMA: Schema = dict.fromkeys(("serif", "sans"), (is_text, "a WOFF2 file"))
TABLES = {"colours": COLOUR_SCHEMA, "dark": COLOUR_SCHEMA, "logo": LOGO_SCHEMA, "fonts": FONT_SCHEMA}


def brand(path: str | Path | None) -> Brand | None:
    """The brand in the file ``path``; where none is named, in brand.toml beside briefing.toml; None without one.

    Files it names are found beside it. Raises UsageError where it or one of them is wrong or unsafe, or where a colour
    is not read on what is behind it: the message names the nearest that is.
    """
    file = Path(path) if path else project() / FILE
    if path is None and not file.exists():
        return None
    table = load(file, UsageError)
    check(file, table, SCHEMA, UsageError)
    for name, schema in TABLES.items():
        check(Path(f"{file}: {name}"), table.get(name, {}), schema, UsageError)
    logo = table.get("logo", {})
    if logo and set(logo) != set(LOGO_SCHEMA):
        raise UsageError(f"{file}: logo", "names no file or no alt", "give it both, since not everybody sees a picture")
    return Brand(
        **{name: table[name].strip() for name in TEXTS if name in table},
        logo=_logo(file.parent / logo["file"]) if logo else None,
        alt=logo["alt"].strip() if logo else None,
        colours=_colours(file, "colours", table.get("colours", {}), LIGHT),
        dark=_colours(file, "dark", _for_dark(table), DARK),
        fonts={name: _font(file.parent / each) for name, each in table.get("fonts", {}).items()},
        language=table.get("language"),
        page=table.get("page-size"),
    )


def _for_dark(table: Mapping[str, Any]) -> Mapping[str, str]:
    """The colours of dark pages: those given, and the accent of light ones in the nearest shade that is read there."""
    given = dict(table.get("dark", {}))
    accent = table.get("colours", {}).get("accent")
    if accent and "accent" not in given:
        behind = (DARK["paper"], given.get("tint", DARK["tint"]))
        given["accent"] = nearest_readable(accent, behind) or DARK["ink"]
    return given


def _colours(file: Path, name: str, given: Mapping[str, str], around: Mapping[str, str]) -> Mapping[str, str]:
    """The colours given, with those that stand on them. Raises UsageError for the first that is not read."""
    shades = {**around, **given}
    for token, colour in given.items():
        behind = [shades["paper"], shades["tint"]] if token == "accent" else []
        on_it = {"tint": ("ink", "muted"), "highlight": ("on-highlight",)}.get(token, ())
        against = [*behind, *(shades[each] for each in on_it)]
        _readable(f"{file}: {name}.{token}", colour, against)
    made = dict(given)
    if "accent" in given:
        made["on-accent"] = max("#ffffff", "#000000", key=lambda other: contrast(given["accent"], other))
    return made


def _readable(where: str, colour: str, against: Sequence[str]) -> None:
    """Raises UsageError where a colour has too little contrast with one of ``against``, with the nearest that has."""
    worst = min(against, key=lambda other: contrast(colour, other))
    if contrast(colour, worst) < ENOUGH:
        found = nearest_readable(colour, against)
        what = f"{colour} has a contrast of {contrast(colour, worst):.1f} with {worst}, less than {ENOUGH}"
        raise UsageError(where, what, f"the nearest that passes is {found}" if found else "choose another")


def _logo(path: Path) -> str:
    """A picture as a data: address. Raises UsageError where it is no PNG or plain SVG, too large, or holds more."""
    data = _read(path, LARGEST_LOGO)
    if data.startswith(PNG):
        return f"data:image/png;base64,{base64.b64encode(data).decode()}"
    problem = next(_unsafe(data), None)
    if problem:
        raise UsageError(str(path), problem, "save it as a PNG, or as an SVG of shapes alone with text as paths")
    return f"data:image/svg+xml;base64,{base64.b64encode(data).decode()}"


def _unsafe(data: bytes) -> Iterator[str]:
    """What an SVG holds that a picture on a page must not."""
    if re.search(rb"<!(?:DOCTYPE|ENTITY)|<\?xml-stylesheet", data, re.IGNORECASE):
        yield "declares entities, a document type or a style sheet"
        return
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError):
        yield "is neither a PNG nor an SVG picture"
        return
    for element in root.iter():
        name = str(element.tag).rpartition("}")[2].lower()
        if name not in DRAWN:
            yield f"holds <{name}>, which is no shape"
        for key, value in element.items():
            yield from _unsafe_attribute(key.rpartition("}")[2].lower(), value)


def _unsafe_attribute(name: str, value: str) -> Iterator[str]:
    if name.startswith("on"):
        yield f"runs code ({name})"
    outside = re.search(r"url\(\s*['\"]?(?!#)|@import", value, re.IGNORECASE)
    if outside or (name in ("href", "src") and not value.startswith("#")):
        yield f"asks for another file ({value[:40]})"


def _font(path: Path) -> str:
    data = _read(path, LARGEST_FONT)
    if not data.startswith(WOFF2):
        raise UsageError(str(path), "is no WOFF2 typeface", "convert it to WOFF2, and check that its licence lets you")
    return f"data:font/woff2;base64,{base64.b64encode(data).decode()}"


def _read(path: Path, most: int) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(str(path), f"cannot be read ({error.strerror})", "correct its name in brand.toml") from None
    if len(data) > most:
        raise UsageError(str(path), f"has {len(data):,} bytes, more than {most:,}", "make it smaller")
    return data
