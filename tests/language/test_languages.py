"""Which language a text is in: told for texts of some length, and never wrongly for English ones."""

from __future__ import annotations

import subprocess
import sys

import pytest

from briefing.language.languages import detected_language, is_understood

TEXTS = [
    ("en", "The mayor said 40 families had left their homes after the river rose."),
    ("en", "Police in Sula said two convoys were turned back at the crossing on Sunday."),
    ("en", "Bridge shut after floods; schools closed until Monday"),
    ("fr", "Le maire a déclaré que quarante familles avaient quitté leurs maisons après la crue."),
    ("es", "La alcaldesa dijo que cuarenta familias dejaron sus casas después de la crecida."),
    ("ar", "قال رئيس البلدية إن أربعين عائلة غادرت منازلها بعد ارتفاع منسوب النهر."),
    ("ur", "ناظم نے کہا کہ دریا میں پانی بڑھنے کے بعد چالیس خاندان اپنے گھر چھوڑ چکے ہیں۔"),
    ("ps", "ښاروال وویل چې د سیند د اوبو له لوړېدو وروسته څلوېښت کورنۍ خپل کورونه پرېښي دي."),
]


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_the_language_of_a_sentence(language: str, text: str) -> None:
    assert detected_language(text) == language


NOT_ENGLISH = [
    (
        "nl",
        "De burgemeester zei dat veertig gezinnen hun huizen in de stad hadden verlaten nadat de rivier was gestegen, "
        "en dat het water in de straten nog steeds hoog was; hij vroeg of de regering of het leger kon helpen, want "
        "in het dorp was op zondag geen brood meer te vinden.",
    ),
    (
        "af",
        "Die burgemeester het gesê dat veertig gesinne hul huise in die stad verlaat het nadat die rivier gestyg het, "
        "en dat die water in die strate nog hoog was; hy was by die skool in die dorp en het gevra of die weermag kan "
        "help, want daar was op Sondag by die winkel geen brood meer te koop nie.",
    ),
]


@pytest.mark.parametrize(("language", "text"), NOT_ENGLISH)
def test_languages_that_share_small_words_with_english(language: str, text: str) -> None:
    assert detected_language(text) == language


def test_plain_english_needs_no_model() -> None:
    text = (
        "The mayor said on Monday that forty families had left their homes after the river rose, and that the water "
        "was still high in the streets of the old town. She asked the army for boats, but none had come by the evening."
    )
    program = f"import sys; from briefing.language.languages import *; print(detected_language({text!r}), *sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    language, *loaded = done.stdout.split()
    assert language == "en"
    assert "numpy" not in loaded


@pytest.mark.parametrize("text", ["", "Aru", "12 340 ... 17", "Khawaja Asif warns Kabul over TTP"])
def test_what_is_too_short_or_only_names_is_not_told(text: str) -> None:
    assert detected_language(text) is None


@pytest.mark.parametrize("text", ["ᚠᚢᚦᚨᚱᚲᚷᚹᚺᚾᛁᛃᛇᛈᛉᛊᛏᛒᛖᛗᛚᛜᛟᛞ", "ⵜⴰⵎⴰⵣⵉⵖⵜ ⵜⴰⵎⴰⵣⵉⵖⵜ ⵜⴰⵎⴰⵣⵉⵖⵜ"])
def test_other_letters_are_never_english_even_where_the_language_cannot_be_told(text: str) -> None:
    assert not is_understood(detected_language(text))


@pytest.mark.parametrize(
    ("tag", "known"), [(None, True), ("en", True), ("EN-gb", True), ("fr", False), ("enm", False), ("und", False)]
)
def test_which_languages_are_understood(tag: str | None, known: bool) -> None:
    assert is_understood(tag) is known
