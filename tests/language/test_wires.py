"""Wire lines: the agency whose copy a text is, and nothing that only looks like one."""

from __future__ import annotations

import time

import pytest

from briefing.language.lexicon import lexicon
from briefing.language.wires import agency, agency_named


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("KABUL (Reuters) – Water rose in Aru.", "Reuters"),
        ("KABUL, Oct 17 (Xinhua) -- Water rose in Aru.", "Xinhua"),
        ("PORT-AU-PRINCE, Haiti (AP) — Water rose.", "AP"),
        ("(Reuters) - Water rose.", "Reuters"),
        ("AFP – Water rose in Aru.", "AFP"),
        ("GENEVA, AFP – Water rose in Aru.", "AFP"),
        ("Bridge shut\n\nBy Jane Doe, Associated Press\n\nWater rose.", "AP"),
        ("Bridge shut\n\nBy Jane Doe of the Associated Press\n\nWater rose.", "AP"),
        ("Bridge shut\n\nJane Doe | AFP | 3 May 2024\n\nWater rose.", "AFP"),
        ("Bridge shut\nSource: Agence France-Presse\nWater rose.", "AFP"),
        ("Bridge shut\nReuters\nWater rose.", "Reuters"),
        ("Water rose in Aru.\n\n— AFP", "AFP"),
        ("Water rose in Aru. (dpa)\n", "dpa"),
        ("KABUL (Associated Press) – Water rose.\n\n(AP)", "AP"),
    ],
)
def test_a_signed_text_is_the_agency_s(text: str, name: str) -> None:
    assert agency(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Water rose, Reuters reported.",
        "Smoke over Aru (Reuters).\n\nWater rose.\n\nIt fell.\n\nIt rose again.",
        "Aru (AP) The town is under water.",
        "Water rose. (AFP, AP)",
        "KABUL (Reuters) – Water rose.\n\n(AFP)",
        "Bridge shut\n\nOne.\n\nTwo.\n\nThree.\n\nFour.\n\nKABUL (Reuters) – Water rose.\n\nFive.\n\nSix.",
        "MAP – of the town",
    ],
)
def test_what_only_names_one_or_names_several_is_not(text: str) -> None:
    assert agency(text) is None


def test_a_name_in_any_form_is_the_agency_s() -> None:
    assert (agency_named("The Associated Press"), agency_named("Aru Post"), agency_named(None)) == ("AP", None, None)


def test_no_form_is_two_agencies() -> None:
    forms = [form for forms in lexicon("agencies")["forms"].values() for form in forms]
    assert len(forms) == len(set(forms))


@pytest.mark.parametrize("text", ["Aa " * 100_000, "Aa, " * 100_000, "(" * 100_000, "AFP" * 100_000, "\n" * 100_000])
def test_no_text_takes_long(text: str) -> None:
    begun = time.process_time()
    agency(text)
    assert time.process_time() - begun < 0.5
