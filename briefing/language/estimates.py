"""Words of estimate (ICD 203): how likely something is, how sure somebody is of it. Only the analyst may use them."""

from __future__ import annotations

from functools import cache, lru_cache

from briefing.language.lexicon import lexicon
from briefing.language.terms import Terms

LIKELIHOOD = "likelihood"
CONFIDENCE = "confidence"


@lru_cache(maxsize=4096)
def estimates(text: str) -> dict[str, str]:
    """The first word of each kind (LIKELIHOOD, CONFIDENCE) that stands in ``text``, by kind."""
    found = _terms().find(text)
    return {kind: text[slice(*spans[0])] for kind, spans in found.items()}


@cache
def _terms() -> Terms:
    known = lexicon("estimates")
    return Terms({kind: known[kind] for kind in (LIKELIHOOD, CONFIDENCE)}, "lexicons/estimates.toml")
