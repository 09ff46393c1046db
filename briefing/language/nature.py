"""Nature: whether a statement is a fact the outlet states, something reported, or commentary."""

from __future__ import annotations

from functools import cache

from briefing.language.lexicon import lexicon, word_set
from briefing.language.terms import Terms, apart
from briefing.model.claim import Attribution

LISTS = ("outlook", "cues", "judgement", "hearsay", "not")


def nature(said: str, attribution: Attribution, kind: str | None = None) -> str:
    """One of NATURES, for what is said, who says it, and the kind of source it stands in, where that is stated.

    Content decides first: a forecast, plan, promise, appeal or judgement is commentary whoever utters it, and so is
    what somebody is said to have promised or predicted. What an opinion piece says in its own words is commentary too.
    """
    found = _terms().find(said)
    idle = found.get("not", [])
    has = {name for name, spans in found.items() if any(apart(span, idle) for span in spans)}
    promised = not _terms().find(attribution.cue or "").keys().isdisjoint(("outlook", "cues"))
    if attribution.force in word_set("nature", "forces") or promised or "outlook" in has or _is_told_to_do(said):
        return "commentary"
    if attribution.kind == "publisher" and (kind or "").strip().lower() in word_set("nature", "opinion"):
        return "commentary"
    if attribution.kind != "publisher" or "hearsay" in has:
        return "reported"
    return "commentary" if "judgement" in has else "fact"


def _is_told_to_do(said: str) -> bool:
    """Whether what is said is an infinitive, as after "told residents to" and "agreed to"."""
    return said.startswith("to ") and not said.startswith(("to have ", "to be "))


@cache
def _terms() -> Terms:
    known = lexicon("nature")
    return Terms({name: known[name] for name in LISTS}, "lexicons/nature.toml")
