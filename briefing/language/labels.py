"""The label catalogue: every fixed text the program prints, by key, in one language (gettext, read with Babel)."""

from __future__ import annotations

import gettext
import io
import re
from collections.abc import Mapping
from functools import cache
from importlib import resources

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from briefing.errors import TemplateError, UsageError
from briefing.model.briefing import Count, Phrase, Piece

GAP = re.compile(r"\{(\w+)\}")


class Labels:
    """The labels of one language. ``extra`` are an audience's own labels (key -> text), which come first."""

    def __init__(self, language: str, extra: Mapping[str, str] | None = None) -> None:
        self.language = language
        self._catalogue = _catalogue(language)
        self._extra = dict(extra or {})
        self.fixed: dict[str, str] = {**fixed_texts(language), **self._extra}
        """Every label without a gap, by key."""

    def has(self, key: str) -> bool:
        """Whether there is a label of ``key``, with or without gaps."""
        return key in self._extra or self._catalogue.gettext(key) != key

    def text(self, key: str) -> str:
        """The label of ``key``, which has no gaps. Raises TemplateError where there is none."""
        if key not in self.fixed:
            raise TemplateError(key, "no such label", "add it to the audience's labels.toml")
        return self.fixed[key]

    def phrase(self, key: str, **gaps: Piece) -> Phrase:
        """The label of ``key`` with each gap ``{name}`` filled by the piece of that name.

        A label with plural forms takes the form for the piece called ``n``, a Count. Raises TemplateError where the
        key is unknown or a gap is not filled.
        """
        number = gaps.get("n")
        pattern = self.pattern(key, len(number.ids) if isinstance(number, Count) else None)
        missing = [name for name in GAP.findall(pattern) if name not in gaps]
        if missing:
            raise TemplateError(key, f"nothing given for {{{missing[0]}}}", "name it when the label is used")
        parts = (part for part in GAP.split(pattern))
        filled = tuple(gaps[part] if index % 2 else part for index, part in enumerate(parts))
        return Phrase(key, tuple(part for part in filled if part != ""))

    def pattern(self, key: str, number: int | None) -> str:
        """The label of ``key`` with its gaps unfilled, in the form for ``number`` where it has plural forms.

        Raises TemplateError where there is no such label.
        """
        if key in self._extra:
            return self._extra[key]
        found = self._catalogue.gettext(key) if number is None else self._catalogue.ngettext(key, key, number)
        if found == key:  # a label without plural forms, used with a number
            found = self._catalogue.gettext(key)
        if found == key:
            raise TemplateError(key, "no such label", "add it to the catalogue")
        return found


@cache
def _catalogue(language: str) -> gettext.GNUTranslations:
    file = resources.files("briefing.language") / "catalogues" / f"{language}.po"
    if not file.is_file():
        raise UsageError("--lang", f"there are no labels in {language!r}", "use one of the catalogues' languages")
    with file.open("rb") as stream:
        catalogue = read_po(stream, abort_invalid=True)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


@cache
def fixed_texts(language: str) -> Mapping[str, str]:
    """Every label of the catalogue that has no gap and no plural forms, by key."""
    with (resources.files("briefing.language") / "catalogues" / f"{language}.po").open("rb") as stream:
        catalogue = read_po(stream, abort_invalid=True)
    return {
        message.id: message.string
        for message in catalogue
        if isinstance(message.id, str) and message.id and isinstance(message.string, str)
        if not GAP.search(message.string)
    }
