"""The label catalogue: every fixed text the program prints, by key, in one language (gettext, read with Babel)."""

from __future__ import annotations

import gettext
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib import resources
from importlib.resources.abc import Traversable

from babel.core import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from briefing.errors import TemplateError, UsageError
from briefing.language.rule_translations import rule_translations
from briefing.model.briefing import Count, Phrase, Piece, RuleText
from briefing.model.project import project
from briefing.model.stated import nearest

GAP = re.compile(r"\{(\w+)\}")
FIRST = "en"
"""The language whose catalogue has every key, and whose labels stand in for those that another lacks."""
ENDING = ".po"
FOLDER = "catalogues"
"""The folder of catalogues, in the package and, for an organisation's own, beside briefing.toml."""


@dataclass(frozen=True)
class Catalogue:
    """One language's catalogue: its translations, which keys have plural forms, and the texts without gaps."""

    translations: gettext.GNUTranslations
    plural: frozenset[str]
    single: frozenset[str]
    fixed: Mapping[str, str]


class Labels:
    """The labels of one language. ``extra`` are an audience's own labels (key -> text), which come first.

    A label that the language lacks is the English one.
    """

    def __init__(self, language: str, extra: Mapping[str, str] | None = None) -> None:
        self.language = language
        self._catalogues = (catalogue(language), catalogue(FIRST))
        self._extra = dict(extra or {})
        self.fixed: dict[str, str] = {**catalogue(FIRST).fixed, **catalogue(language).fixed, **self._extra}
        """Every label without a gap, by key."""

    def has(self, key: str) -> bool:
        """Whether there is a label of ``key``, with or without gaps."""
        return key in self._extra or self._of(key) is not None

    def _of(self, key: str) -> Catalogue | None:
        """The catalogue that has ``key``: the language's own, else the English one, else none."""
        return next((each for each in self._catalogues if key in each.single or key in each.plural), None)

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
        gaps = {name: self._told(piece) for name, piece in gaps.items()}
        pattern = self.pattern(key, len(number.ids) if isinstance(number, Count) else None)
        parts = _parts(pattern)
        missing = [name for name in parts[1::2] if name not in gaps]
        if missing:
            raise TemplateError(key, f"nothing given for {{{missing[0]}}}", "name it when the label is used")
        return Phrase(key, tuple([gaps[part] if at % 2 else part for at, part in enumerate(parts) if part]))

    def _told(self, piece: Piece) -> Piece:
        """A text of a rule in the language of the labels, where it is translated; any other piece as it is."""
        if not isinstance(piece, RuleText) or piece.text not in rule_translations(self.language):
            return piece
        return replace(piece, text=rule_translations(self.language)[piece.text], language=self.language)

    def pattern(self, key: str, number: int | None) -> str:
        """The label of ``key`` with its gaps unfilled, in the form for ``number`` where it has plural forms.

        Raises TemplateError where there is no such label.
        """
        if key in self._extra:
            return self._extra[key]
        found = self._of(key)
        if found is None:
            raise TemplateError(key, "no such label", "add it to the catalogue")
        if key in found.plural:
            return found.translations.ngettext(key, key, 1 if number is None else number)
        return found.translations.gettext(key)


@lru_cache(maxsize=4096)
def _parts(pattern: str) -> tuple[str, ...]:
    """A label's texts and the names of the gaps between them, in turn."""
    return tuple(GAP.split(pattern))


def languages() -> tuple[str, ...]:
    """The languages that there are labels in, in alphabetical order: a catalogue each."""
    return tuple(sorted(_files()))


@cache
def catalogue(language: str) -> Catalogue:
    """The catalogue of ``language``. Raises UsageError where there is none."""
    messages = entries(language)
    compiled = io.BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    texts = {m.id: m.string for m in messages if isinstance(m.id, str) and m.id and isinstance(m.string, str)}
    texts = {key: text for key, text in texts.items() if text}
    plural = (m.id[0] for m in messages if isinstance(m.id, tuple) and isinstance(m.string, tuple) and all(m.string))
    return Catalogue(
        translations=gettext.GNUTranslations(compiled),
        plural=frozenset(plural),
        single=frozenset(texts),
        fixed={key: text for key, text in texts.items() if not GAP.search(text)},
    )


def entries(language: str) -> Catalog:
    """The entries of the catalogue of ``language``, as they are written. Raises UsageError where there is none."""
    if language not in languages():
        todo = f"{nearest(language, languages())}use one of {', '.join(languages())}"
        raise UsageError("--lang", f"there are no labels in {language!r}", todo)
    file = _files()[language]
    try:
        Locale.parse(language, "-")  # dates and numbers are written as the language does
        with file.open("rb") as stream:
            return read_po(stream, abort_invalid=True)
    except (PoFileError, UnknownLocaleError, ValueError, OSError) as problem:
        raise UsageError(str(file), f"cannot be read as a catalogue ({problem})", "mend it") from None


def _files() -> dict[str, Traversable]:
    """The catalogue of each language: an organisation's own before the one that ships, but for that of FIRST."""
    shipped = _folder().iterdir()
    own = [file for file in (project() / FOLDER).glob(f"*{ENDING}") if file.stem != FIRST]
    return {file.name.removesuffix(ENDING): file for file in (*shipped, *own) if file.name.endswith(ENDING)}


def _folder() -> Traversable:
    return resources.files("briefing.language") / FOLDER
