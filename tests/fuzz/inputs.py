"""The targets with the inputs they are given, as one table that tests and the long run share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from hypothesis import strategies as st

from briefing.readers import FORMATS
from tests.fuzz import targets
from tests.fuzz.decisions import choices, toml
from tests.fuzz.documents import disturbed, document
from tests.fuzz.texts import story, twin, word
from tests.hostile.published import built

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


files = st.dictionaries(
    st.sampled_from(["a.txt", "b.md"]), story.map(lambda s: s.encode("utf-8", "replace")), min_size=1
)

TARGETS: Mapping[str, Target] = {
    "chain": (targets.chain, st.tuples(files, title)),
    "chain.pdf": (partial(targets.chain, formats=("pdf",)), st.tuples(files, title)),
    "decided": (targets.decided, st.tuples(story, choices)),
    "ledger": (targets.ledger, st.tuples(toml | disturbed(toml))),
    "noted": (targets.noted, st.tuples(story, story)),
    "published.html": (targets.published, st.tuples(disturbed(st.builds(built, st.just("html"))), st.just(".html"))),
    "published.pdf": (targets.published, st.tuples(disturbed(st.builds(built, st.just("pdf"))), st.just(".pdf"))),
    "tellings": (targets.chain, st.tuples(st.builds(_told, twin, story, word), title)),
    **{f"read{ending}": (partial(targets.read, ending), st.tuples(document(ending))) for ending in FORMATS},
}
"""Name -> what is done, and the arguments it is given."""
