"""Third-person subject pronouns: the words that a resolved name may stand in for at the head of a statement."""

from __future__ import annotations

PRONOUNS = frozenset({"he", "she", "they", "it"})


def is_pronoun(word: str) -> bool:
    """Whether ``word`` is such a pronoun, in any case."""
    return word.lower() in PRONOUNS
