"""Words that stand for, or lean on, what the text named before."""

from __future__ import annotations

from briefing.language.lexicon import word_set


def is_pronoun(word: str) -> bool:
    """Whether ``word`` is a subject pronoun in whose place a resolved name may be printed."""
    return word.lower() in word_set("pronouns", "subject")


def is_first_person(word: str) -> bool:
    """Whether ``word`` says that the speaker speaks of themselves ("we", "our")."""
    return word.lower() in word_set("pronouns", "first_person")


def leans(sentence: str) -> bool:
    """Whether a sentence begins with a word that means little without the sentence before it."""
    first = sentence.split(maxsplit=1)[:1]
    return bool(first) and first[0].strip(",").lower() in word_set("pronouns", "leaning")
