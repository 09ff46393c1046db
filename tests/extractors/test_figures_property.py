"""Figures of any text: nothing fails, every span lies in the text, nothing is counted twice."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.extractors.figures import figures
from briefing.language.passages import split
from briefing.model.source import File, Source

WORDS = (
    "12 1,200 3.500 2019 ten dozen % $ US$ Rs – - ( ) [ ] , . : ; | of whom them those to and or in one at least "
    "people families killed dead injured others more per million m hours old aged toll number rose from between said "
    "according told UN (DTM) since as May Monday the a Of In Arun’s ' \u201c \u201d \t \n \n\n- "
    "🙂 e\u0301 \u202e ½ ² ٣ km ha +"
)
TEXTS = st.one_of(
    st.text(max_size=150),
    st.lists(st.sampled_from(WORDS.split(" ")), max_size=40).map(" ".join),
)


@settings(derandomize=True, deadline=None, max_examples=400)
@given(TEXTS)
def test_any_text(text: str) -> None:
    source = Source(text, (File("a.txt", published="2021-05-10"),))
    found = figures(source, split(text))
    for figure in found:
        spans = [figure.span, *figure.what_spans]
        spans += [span for span in (figure.hedge_span, figure.as_of_span, figure.said_by_span) if span]
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert figure.text == text[figure.start : figure.end]
        assert figure.unit
        assert figure.what
    assert all(one.end <= other.start for one, other in pairwise(found))
