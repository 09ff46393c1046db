"""The targets with the inputs they are given, as one table that tests and the long run share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from hypothesis import strategies as st

from briefing.readers import FORMATS
from tests.fuzz import targets
from tests.fuzz.documents import document
from tests.fuzz.texts import story, twin, word

Target = tuple[Callable[..., None], st.SearchStrategy[Any]]

title = st.none() | st.builds("{} {}".format, word, word)


def _told(parts: tuple[str, str, str], more: str, stated: str) -> dict[str, bytes]:
    """Two tellings of one story, a third text, and what is stated of the first."""
    text, old, new = parts
    front = f"---\ntitle: {stated}\npublisher: {stated}\npublished: 2026-05-04\n---\n"
    return {
        "a.md": (front + text).encode("utf-8", "replace"),
        "b.txt": text.replace(old, new).encode("utf-8", "replace"),
        "c.txt": more.encode("utf-8", "replace"),
    }


TARGETS: Mapping[str, Target] = {
    "chain": (
        targets.chain,
        st.tuples(
            st.dictionaries(
                st.sampled_from(["a.txt", "b.md"]), story.map(lambda s: s.encode("utf-8", "replace")), min_size=1
            ),
            title,
        ),
    ),
    "tellings": (targets.chain, st.tuples(st.builds(_told, twin, story, word), title)),
    **{f"read{ending}": (partial(targets.read, ending), st.tuples(document(ending))) for ending in FORMATS},
}
"""Name -> what is done, and the arguments it is given."""
