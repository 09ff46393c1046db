"""How far each language's labels are: which are missing, which no native reader has read, which do not fit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from babel.core import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message

from briefing.errors import UsageError
from briefing.language.labels import FIRST, GAP, entries, languages

REVIEW = "review: native"
"""The comment over an entry (after "#.") that no native reader has read yet."""
BRACKETED = re.compile(r"\[(\w+)\]")
"""The gaps that a script or a style sheet fills."""

HEAD = """\
# Labels in {language}: write each between the quotation marks of msgstr; keep every {{gap}}. The English stands above.
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {forms};\\n"
"""
"""How the file of a language begins."""


@dataclass(frozen=True, slots=True)
class Progress:
    """A language's labels: how many of those there are it has, and which keys are missing or await review."""

    language: str
    labels: int
    missing: tuple[str, ...]
    awaiting: tuple[str, ...]


def progress() -> tuple[Progress, ...]:
    """How far each language is but the first, in alphabetical order."""
    return tuple(_progress(language) for language in languages() if language != FIRST)


def _progress(language: str) -> Progress:
    known, own = _by_key(entries(FIRST)), _by_key(entries(language))
    missing = tuple(key for key in known if key not in own)
    awaiting = tuple(key for key, message in own.items() if REVIEW in message.auto_comments)
    return Progress(language, len(own), missing, awaiting)


def blank(language: str) -> str:
    """A catalogue of ``language`` with every label untranslated, its English text above it.

    Raises UsageError where nobody knows the language.
    """
    try:
        forms = Catalog(locale=Locale.parse(language, "-"))
    except (UnknownLocaleError, ValueError):
        raise UsageError(language, "is no language that is known", "write its tag, such as es or pt-BR") from None
    head = HEAD.format(language=language, forms=forms.plural_forms)
    return head + "".join(
        f"\n{''.join(_english(message))}{_empty(key, message, forms.num_plurals)}"
        for key, message in _by_key(entries(FIRST)).items()
    )


def _english(message: Message) -> Iterator[str]:
    return (f"#. {' '.join(text.split())}\n" for text in _texts(message))


def _empty(key: str, message: Message, forms: int) -> str:
    if isinstance(message.id, str):
        return f'msgid "{key}"\nmsgstr ""\n'
    return f'msgid "{key}"\nmsgid_plural "{key}"\n' + "".join(f'msgstr[{n}] ""\n' for n in range(forms))


def faults(language: str) -> tuple[str, ...]:
    """What is wrong with the catalogue of ``language``, a line each: unknown keys, other gaps, plural forms lacking."""
    known, catalogue = _by_key(entries(FIRST)), entries(language)
    return tuple(
        f"{key}: {fault}"
        for key, message in _by_key(catalogue).items()
        for fault in _faults(known.get(key), message, catalogue.num_plurals)
    )


def _faults(first: Message | None, message: Message, forms: int) -> Iterator[str]:
    if first is None:
        yield "there is no such label"
        return
    if isinstance(first.id, str) != isinstance(message.id, str):
        yield "only one of the two has plural forms"
    elif isinstance(message.id, tuple) and len(message.string or ()) != forms:
        yield f"it has not the {forms} plural forms of its language"
    wanted = _gaps(_texts(first)[-1])
    for text in _texts(message):
        if _gaps(text) != wanted:
            yield f"{text!r} has not the gaps {', '.join(wanted) or 'of one without any'}"


def _gaps(text: str) -> list[str]:
    return sorted({*GAP.findall(text), *BRACKETED.findall(text)})


def _texts(message: Message) -> tuple[str, ...]:
    """A message's text, or its plural forms."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def _by_key(catalogue: Catalog) -> dict[str, Message]:
    """The entries that have a text, by key."""
    found = {(m.id if isinstance(m.id, str) else m.id[0]): m for m in catalogue if m.id}
    return {key: message for key, message in found.items() if all(_texts(message))}
