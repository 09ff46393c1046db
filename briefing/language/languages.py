"""Languages: which are understood, and which a text is in."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.language.lexicon import word_set

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

UNDERSTOOD = ("en",)
"""The languages in which claims are found, by their BCP 47 primary subtags."""

UNDETERMINED = "und"
"""BCP 47 for a language that is not known."""

FEWEST_LETTERS = 20
"""A text with fewer letters may be in any language."""

LOOKED_AT = 4000
"""Characters of a text that are looked at."""

SURE = 0.5
"""The probability from which a text is taken to be in a language: below it, English headlines pass for other ones."""

SHARE, DIFFERENT = 0.15, 5
"""The share of English small words, and how many different ones, with which a text is plainly English."""

NO_LANGUAGES = ("zxx", "pcm")
"""Of the identifier's: "no words", and a pidgin for which it takes English lists of places."""


def is_understood(language: str | None) -> bool:
    """Whether claims are found in texts of this language (a BCP 47 tag); one of unknown language counts as English."""
    return language is None or language.lower().split("-")[0] in UNDERSTOOD


def detected_language(text: str) -> str | None:
    """The language of ``text`` as a BCP 47 tag; None where it is too short or too mixed to tell.

    A text in letters other than Latin ones whose language cannot be told is "und": English it is not.
    """
    sample = text[:LOOKED_AT]
    if _is_plainly_english(sample):
        return "en"
    letters = re.findall(r"[^\W\d_]", sample)
    if len(letters) < FEWEST_LETTERS:
        return None
    language, probability = _identifier().classify(sample)
    if probability >= SURE:
        return str(language)
    latin = sum(letter < "\u0250" for letter in letters)
    return UNDETERMINED if latin < len(letters) / 2 else None


def _is_plainly_english(sample: str) -> bool:
    """Whether English small words show the language: most texts need no more, and the identifier takes
    half a second to load, and 100 MB."""
    words = re.findall(r"[^\W\d_]+", sample.lower())
    met = [word for word in words if word in word_set("languages", "english")]
    return len(set(met)) >= DIFFERENT and len(met) >= SHARE * len(words)


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # brings NumPy and its model: only where it is needed

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([language for language in identifier.labels if language not in NO_LANGUAGES])
    return identifier
