"""Texts that the tests of the whole chain are run on: stories of their own making, odd characters included."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

STORIES = {
    "gazette.txt": (
        "Orrin bridge shut after flood\n\n"
        "Mayor Ana Ruiz said on Friday that at least 40 families had left Orrin. She added that the clinic has no "
        "insulin.\n\n"
        "“Nobody crosses before spring,” Ruiz told reporters. “All residents of the valley must leave.”\n\n"
        "The mayor listed:\n-\n12 tents\n-\n3 boats\n\n"
        "Analysts say the road may stay shut for two years. For families in the valley the wait is cruel.\n"
    ),
    "wire.txt": (
        "Mayor urges valley to leave\n\n"
        "Ana Ruiz, the mayor of Orrin, urged residents of the valley to leave. At least 40 families have left, she "
        "said.\n\n"
        "“Nobody will cross before the spring,” the mayor said in a statement on Facebook. A doctor said 5 people had "
        "drowned.\n"
    ),
    "bulletin.txt": (
        "Floods in Orrin\n\n"
        "The district office counted 9 dead and 1,250 people displaced. Reports indicated that wells are spoilt.\n"
    ),
}
METADATA = (
    '[[source]]\nfile = "gazette.txt"\npublisher = "Teral Gazette"\npublished = 2024-03-09\n\n'
    '[[source]]\nfile = "wire.txt"\npublisher = "Valley Wire"\npublished = 2024-03-10\n'
)


def stories(folder: Path) -> Path:
    """The stories and what is stated of them, written into ``folder``, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in STORIES.items():
        (folder / name).write_text(text, "utf-8")
    (folder / "sources.toml").write_text(METADATA, "utf-8")
    return folder


WORDS = st.sampled_from(
    [
        *("Ruiz", "said", "that", "40", "families", "left", "5,000", "people", "died", "“Go,”", "he", "told", "‘no’"),
        *("👩🏽‍🚒", "e\u0301tat", "ا\u0644ناس", "נפתח", "\u202e12\u202c", "\u2067قال\u2069", "5️⃣", "½", "٣٠٠", "Zürich"),
        *(
            "\u00a0",
            "\u200b",
            "\u2060",
            "\ufeff",
            "\u00ad",
            "-",
            "—",
            "«",
            "»",
            '"',
            "'",
            "(",
            ")",
            "{{",
            "}}",
            "<b>",
            "&",
        ),
        *("The", "mayor", "claimed", "according", "to", "Aru", "must", "return", "home", "ten", "million", "%", "$3"),
    ]
)
SENTENCE = (
    st.lists(WORDS, min_size=1, max_size=14)
    .map(" ".join)
    .flatmap(lambda words: st.sampled_from([".", "?", "!", "", ":", ".”", "…"]).map(lambda stop: words + stop))
)
LINE_ENDS = st.sampled_from(["\n", "\n\n", "\r\n\r\n", "\r", " ", "\n- ", "\n-\n"])
ODD_TEXTS = st.lists(st.tuples(SENTENCE, LINE_ENDS), min_size=1, max_size=12).map(
    lambda parts: "The mayor said 5 people died. " + "".join(sentence + end for sentence, end in parts)
)
"""Texts with emoji, combining marks, right-to-left words, marks of every kind, and all line ends."""
