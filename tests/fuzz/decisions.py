"""What analysts may decide, and files of decisions that are nearly TOML."""

from __future__ import annotations

from hypothesis import strategies as st

from briefing.model.claim import FORCES, NATURES, SECTORS
from briefing.model.decision import ACTS, CLAIM_FIELDS, FIGURE_FIELDS
from tests.fuzz.texts import clause, word

KEYS = ("source", "start", "end", "exact", "content", "figure", "set", "text", "place", "when", "by", "of", "odd")
VALUES = (
    *("1", "-1", "1e999", "nan", "9" * 5000, "[[1, 2]]", "[1, 2]", "[[2, 1]]", "[[]]", "2026-05-04", "00:00", "true"),
    *("{ value = 1 }", "{ sectors = [[]] }", "{ force = 1 }", '"\\u202e"', f'"{"a" * 64}"', "[" * 2000, '"""', "{}"),
)
PIECES = ("[[decision]]\n", "[[decision.claim]]\n", "[decision]\n", "[decision.set]\n", "\n", "=", "[", "]", '"', "#")

choices = st.lists(
    st.tuples(
        st.sampled_from(ACTS),
        st.integers(0, 20),
        st.sampled_from(CLAIM_FIELDS + FIGURE_FIELDS),
        word | clause | st.sampled_from([*FORCES, *NATURES, *SECTORS]),
    ),
    min_size=1,
    max_size=6,
)
"""Decisions: the act, the number of a claim, the field that is set, and the words."""
_entry = st.builds("{} = {}\n".format, st.sampled_from(KEYS), st.sampled_from(VALUES))
_act = st.builds('do = "{}"\n'.format, st.sampled_from(ACTS))
toml = st.lists(st.sampled_from(PIECES) | _entry | _act | word, max_size=30).map(
    lambda pieces: "".join(pieces).encode("utf-8", "replace")
)
"""The bytes of a file of decisions, sound or not."""
