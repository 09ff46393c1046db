"""Grammar: which words of a sentence report somebody, who that is, and what is said. By tags and rules, for English."""

from briefing.language.grammar.assertions import own_words
from briefing.language.grammar.attribution import Report, reports
from briefing.language.grammar.units import paragraph_key, units

__all__ = ["Report", "own_words", "paragraph_key", "reports", "units"]
