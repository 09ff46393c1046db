"""Every language has every label, with the same gaps and all its plural forms."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.language import labels, translations
from briefing.language.labels import Labels, languages
from briefing.language.printed_numbers import grouping, printed_number
from briefing.language.translations import faults, progress
from briefing.model.briefing import Count, Datum, RuleText

OTHERS = tuple(language for language in languages() if language != "en")


def test_there_are_catalogues_in_four_languages() -> None:
    assert {"ar", "en", "fr", "ur"} <= set(languages())


@pytest.mark.parametrize("language", OTHERS)
def test_no_label_is_missing_or_has_other_gaps(language: str) -> None:
    assert {each.language: each.missing for each in progress()}[language] == ()
    assert faults(language) == ()


def counted(language: str, number: int) -> str:
    """ "n sources" in a language."""
    return Labels(language).phrase("n-sources", n=Count(tuple(map(str, range(number))), grouping(language))).text


def test_arabic_counts_in_six_forms() -> None:
    printed = [counted("ar", number) for number in (0, 1, 2, 3, 11, 100)]
    assert printed == ["0 مصدر", "1 مصدر", "2 مصدران", "3 مصادر", "11 مصدرًا", "100 مصدر"]
    assert counted("ar", 103) == "103 مصادر"


def test_french_counts_nothing_in_the_singular() -> None:
    assert [counted("fr", number) for number in (0, 1, 2)] == ["0 source", "1 source", "2 sources"]


def test_thousands_are_grouped_as_the_language_does_in_western_digits() -> None:
    printed = {language: printed_number(12345, language) for language in ("en", "fr", "ar", "ur")}
    assert printed == {"en": "12,345", "fr": "12\u00a0345", "ar": "12,345", "ur": "12,345"}


def test_handling_is_never_translated() -> None:
    for language in OTHERS:
        assert not [text for text in Labels(language).fixed.values() if "TLP" in text]


def small(folder: Path, name: str, forms: str, body: str) -> None:
    """A catalogue of one's own."""
    head = f'msgid ""\nmsgstr ""\n"Language: {name}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    (folder / f"{name}.po").write_text(f'{head}"Plural-Forms: {forms};\\n"\n\n{body}', "utf-8")


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of catalogues in the place of the program's."""
    monkeypatch.setattr(labels, "_folder", lambda: tmp_path)
    monkeypatch.setattr(labels, "catalogue", labels.catalogue.__wrapped__)
    two = "nplurals=2; plural=(n != 1)"
    many = 'msgid "n-sources"\nmsgid_plural "n-sources"\nmsgstr[0] "{n} source"\nmsgstr[1] "{n} sources"\n'
    small(tmp_path, "en", two, f'msgid "hello"\nmsgstr "Hello {{name}}"\n\nmsgid "bye"\nmsgstr "Bye"\n\n{many}')
    return tmp_path


def test_a_missing_label_is_said_and_printed_in_english(own: Path) -> None:
    small(own, "es", "nplurals=2; plural=(n != 1)", '#. review: native\nmsgid "hello"\nmsgstr "Hola {name}"\n')
    (made,) = translations.progress()
    assert (made.language, made.labels, made.missing) == ("es", 1, ("bye", "n-sources"))
    assert made.awaiting == ("hello",)
    assert Labels("es").text("bye") == "Bye"
    assert Labels("es").phrase("hello", name=Datum("Ana", "request", "author")).text == "Hola Ana"


def test_what_does_not_fit_is_named(own: Path) -> None:
    wrong = 'msgid "hello"\nmsgstr "Hola {nombre}"\n\nmsgid "adios"\nmsgstr "Adiós"\n'
    small(own, "es", "nplurals=2; plural=(n != 1)", wrong)
    assert faults("es") == ("hello: 'Hola {nombre}' has not the gaps name", "adios: there is no such label")


def test_a_text_of_a_rule_is_translated_where_somebody_has() -> None:
    step, other = RuleText("ladder", "in-need", "people in need"), RuleText("EXPEL", "title", "return demanded")
    told = Labels("fr").phrase("list-and", a=step, b=other)
    assert [(part.text, part.language) for part in told.parts if isinstance(part, RuleText)] == [
        ("personnes dans le besoin", "fr"),
        ("return demanded", "en"),
    ]
    assert Labels("en").phrase("list-one", a=step).parts == (step,)
