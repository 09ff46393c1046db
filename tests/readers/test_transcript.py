"""Transcripts: who speaks when, as the file says, and what stands in it beside speech left out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import SourceError
from briefing.model.source import Mark
from briefing.readers.cues import cues
from briefing.readers.document import Document
from briefing.readers.transcript import parse

VTT = """WEBVTT - Press conference in Aru
Kind: captions
Language: en-GB

NOTE made by hand

STYLE
::cue { color: red }

first
00:01.000 --> 00:04.000 align:start
<v Jane Doe>Forty families have left
their homes.</v>

00:04.500 --> 00:06.000
<v Jane Doe>We need 300 tents.

00:08.000 --> 00:10.000
[APPLAUSE]

00:12.000 --> 00:15.000
<v.loud Ana Ruiz>The <i>bridge</i> &amp; the road<00:13.000> are shut.

01:01:12.000 --> 01:01:15.000
<v Ana Ruiz>They open on Monday.
"""

SRT = """1
00:00:01,000 --> 00:00:04,000
JANE DOE: Forty families
have left their homes.

2
00:00:04,500 --> 00:00:06,000
Note: we need tents.

3
00:00:07,000 --> 00:00:09,000
- Is the road open?
- It is shut.

4
00:00:10,000 --> 00:00:12,000
>> MAYOR RUIZ (ARU): {\\an8}It opens at 10:30.
"""


def spoken(document: Document) -> list[tuple[str, str]]:
    return [(document.text[slice(*turn.speaker)], document.text[slice(*turn.words)]) for turn in document.turns]


def test_voices_of_webvtt_are_speakers_and_times_are_kept() -> None:
    document = parse(VTT.encode(), "a.vtt")
    assert document.text == (
        "Jane Doe: Forty families have left their homes. We need 300 tents.\n\n"
        "Ana Ruiz: The bridge & the road are shut.\n\n"
        "They open on Monday."
    )
    assert spoken(document) == [
        ("Jane Doe", "Forty families have left their homes. We need 300 tents."),
        ("Ana Ruiz", "The bridge & the road are shut."),
        ("Ana Ruiz", "They open on Monday."),
    ]
    assert document.marks == (Mark(0, time="00:00:01"), Mark(68, time="00:00:12"), Mark(111, time="01:01:12"))
    assert (document.stated, document.detected) == (
        {"title": "Press conference in Aru", "language": "en-GB"},
        {"kind": "transcript"},
    )


def test_names_before_a_colon_are_speakers_and_a_dash_is_somebody_else() -> None:
    document = parse(SRT.replace("\n", "\r\n").encode(), "a.srt")
    assert document.text == (
        "JANE DOE: Forty families have left their homes. Note: we need tents.\n\n"
        "Is the road open?\n\n"
        "It is shut.\n\n"
        "MAYOR RUIZ (ARU): It opens at 10:30."
    )
    assert spoken(document) == [
        ("JANE DOE", "Forty families have left their homes. Note: we need tents."),
        ("MAYOR RUIZ (ARU)", "It opens at 10:30."),
    ]


def test_lines_that_roll_are_read_once() -> None:
    rolling = "00:01.000 --> 00:02.000\nWater rose\n\n00:02.000 --> 00:03.000\nWater rose\nin Aru.\n"
    assert parse(rolling.encode(), "a.vtt").text == "Water rose in Aru."


@pytest.mark.parametrize("text", ["WEBVTT\n\n", "Water rose.", "1\n00:00:01,000 --> 00:00:02,000\n[MUSIC]\n"])
def test_a_file_without_timed_words_is_one_line(text: str) -> None:
    with pytest.raises(SourceError, match=r"^a\.srt: holds no timed lines with words; give a WebVTT or SubRip file"):
        parse(text.encode(), "a.srt")


@settings(derandomize=True, deadline=None)
@given(st.lists(st.sampled_from(["00:01.000 --> 00:02.000", "A B: c.", "<v X>y", "- z", "", ">>", "<v", "[a]", "é"])))
def test_any_mixture_of_lines_keeps_turns_inside_the_text(lines: list[str]) -> None:
    said = list(cues("\n".join(lines)))
    if said:
        document = parse("\n".join(lines).encode(), "a.vtt")
        for turn in document.turns:
            assert 0 <= turn.speaker[0] < turn.speaker[1] <= turn.words[0] < turn.words[1] <= len(document.text)
