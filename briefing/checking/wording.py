"""Words a reader would stumble over: acronyms nobody spells out, quotations of a word or two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from briefing.checking.printed import Printed, shown
from briefing.language.knowledge import tables
from briefing.model.remark import Remark

ACRONYM = re.compile(r"(?<![\w.-])[A-Z](?:[A-Z&]|[a-z](?=[A-Z]))*[A-Z]s?(?![\w-])")
LOWER = re.compile(r"[a-zà-ÿ]")
LABEL = re.compile(r"\.?(?: [A-Z]+\.?){0,4}:")
"""What follows a word of a label in capitals ("NOTE TO DESKS:")."""
BETWEEN = r"[a-z]*(?:[ -](?:and|for|in|of|on|the|to))*[ -]"
"""The rest of a word of a name and what stands before the next that begins with a capital."""


@cache
def rules() -> Mapping[str, Any]:
    """What rules/editing.toml holds, an organisation's own merged in."""
    return tables("checking/rules", "editing")


def undefined_acronyms(printed: Printed) -> Iterator[Remark]:
    """Acronyms in printed words that no source spells out, each where it is first printed."""
    known, told = set(rules()["known"]), set[str]()
    for words in printed.words:
        text = words.anchor.exact
        if not LOWER.search(text):
            continue  # a headline in capitals
        for found in ACRONYM.finditer(text):
            name = found[0]
            if name in known or name in told or LABEL.match(text, found.end()):
                continue
            if _spelt_out(printed, name) or _is_a_name(printed, name):
                continue
            told.add(name)
            source, start = words.anchor.source, words.anchor.start + found.start()
            where = f"source {printed.numbers[source]} ({printed.sources[source].files[0].path})"
            what = f"{name} is spelt out by no source: {shown(text)}"
            yield Remark("undefined-acronym", where, what, "explain it in a note", source, start, start + len(name))


def _is_a_name(printed: Printed, name: str) -> bool:
    """Whether a word in capitals is a name that some source writes otherwise: a dateline, a speaker in a transcript."""
    pattern = re.compile(rf"\b{re.escape(name.capitalize())}\b")
    return any(pattern.search(source.text) for source in printed.sources.values())


def _spelt_out(printed: Printed, name: str) -> bool:
    """Whether a source puts acronym or full name in brackets behind the other, or has a name of these initials."""
    bare = re.escape(name.removesuffix("s"))
    words = BETWEEN.join(letter for letter in name if letter.isupper())
    pattern = re.compile(rf"\(\s*(?:the )?{bare}s?\s*[),;]|\b{bare}s?\s*\([^()]{{6,80}}\)|\b{words}[a-z]+")
    return any(pattern.search(source.text) for source in printed.sources.values())


def quotation_fragments(printed: Printed) -> Iterator[Remark]:
    """Quotations printed by themselves that hold too few words to say anything."""
    claims = {claim.id: claim for claim in printed.claims}
    for statement in printed.statements:
        count = sum(len(words.anchor.exact.split()) for words in _words(statement.pieces))
        if statement.voice == "quoted" and statement.claims and count < rules()["fragment"]:
            what = f"a quotation of {count} {'word' if count == 1 else 'words'}: {shown(statement.text)}"
            yield printed.remark(
                "quotation-fragment", claims[statement.claims[0]], what, "reject it or correct its form"
            )


def _words(pieces: tuple[Any, ...]) -> Iterator[Any]:
    return (piece for piece in pieces if hasattr(piece, "anchor"))
