"""Dates and handling labels as people state them."""

from __future__ import annotations

import pytest

from briefing.model.stated import iso_date, nearest, strictest, tlp_label


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024-05-03", "2024-05-03"),
        (" 2024-05-03 10:00 ", "2024-05-03"),
        ("2024-05-03T10:00:00Z", "2024-05-03"),
        ("2024-05-03abc", None),
        ("2023-02-29", None),
        ("2024-W18-5", None),
        ("٢٠٢٤-٠٥-٠٣", None),
        ("3 May 2024", None),
        ("", None),
    ],
)
def test_iso_date(text: str, date: str | None) -> None:
    assert iso_date(text) == date


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("TLP:RED", "TLP:RED"),
        (" tlp:amber+strict ", "TLP:AMBER+STRICT"),
        ("clear", "TLP:CLEAR"),
        ("white", None),
        ("TLP: RED", None),
        ("", None),
    ],
)
def test_tlp_label(text: str, label: str | None) -> None:
    assert tlp_label(text) == label


def test_the_strictest_label_shares_least() -> None:
    assert strictest(["TLP:CLEAR", None, "TLP:AMBER", "TLP:GREEN"]) == "TLP:AMBER"
    assert strictest([None]) is None


def test_the_nearest_word_is_offered_and_nothing_far_off() -> None:
    assert nearest("publsher", ["title", "publisher"]) == "did you mean 'publisher'? "
    assert nearest("gren", ["TLP:RED", "GREEN"]) == "did you mean 'GREEN'? "
    assert nearest("zzz", ["title", "publisher"]) == ""
