"""Tagsets: the classes of tags and small words that the grammar goes by."""

from __future__ import annotations

QUOTE = "QUOTE"
"""The tag of an item that is a whole quotation."""
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
VERBS = frozenset({"VB", "VBD", "VBZ", "VBP", "VBN", "VBG"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
HEADS = NOUNS | {"PRP", "CD", "DT", "ADD", "FW", "EX", "WP", "JJ", "JJS", "VBG", "VBN"}
NOMINAL = NOUNS | {
    "PRP", "DT", "JJ", "JJR", "JJS", "CD", "POS", "PRP$", "FW", "PDT", "$", "#", "HYPH", "AFX", "SYM", "ADD",
    "RBS", "NFP",
}  # fmt: skip
BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "am", "'re", "'m"})
HAVE = frozenset({"has", "have", "had", "having", "'ve"})
AUXILIARIES = BE | HAVE | {"do", "does", "did", "'s", "'d", "'ll", "n't", "not", "get", "gets", "got"}
FENCES = frozenset({",", "—", "–", "--", "-", "(", ")", ";", ":"})
NOUN_LIKE = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "UH", "FW", "RB"})
COMMON = NOUN_LIKE - {"NNP", "NNPS"}
NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
HELPERS = BE | HAVE | {"get", "got", "'s", "not", "n't"}
