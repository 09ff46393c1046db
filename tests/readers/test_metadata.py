"""What is stated of a source is checked field by field; nothing is invented, nothing unclear is used."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from briefing.errors import SourceError
from briefing.readers.metadata import checked


def test_every_field_can_be_stated() -> None:
    stated = {
        "title": "Floods  in\nAru",
        "publisher": "Aru Post",
        "author": ["A. Mayor", "B. Clerk"],
        "published": date(2024, 5, 3),
        "url": "https://aru.example/1?x=y",
        "language": "en-GB",
        "kind": "news",
        "rights": "CC BY 4.0",
        "tlp": "green",
        "sample": True,
    }
    assert checked(stated, "sources.toml") == (
        {**stated, "title": "Floods in Aru", "author": "A. Mayor, B. Clerk", "published": "2024-05-03"}
        | {"tlp": "TLP:GREEN"},
        (),
    )


@pytest.mark.parametrize(
    ("stated", "used"),
    [
        ("2024-05-03", "2024-05-03"),
        (" 2024-05-03T22:10:00+02:00 ", "2024-05-03T22:10:00+02:00"),
        (datetime(2024, 5, 3, 22, 10), "2024-05-03T22:10:00"),
        ("May 3, 2024", "2024-05-03"),
        ("25/12/2017", "2017-12-25"),
    ],
)
def test_dates_that_mean_one_day_are_used(stated: object, used: str) -> None:
    assert checked({"published": stated}, "a.md") == ({"published": used}, ())


@pytest.mark.parametrize("stated", ["Friday", "20240503", "2024-02-30", 2024, "May 2024"])
def test_other_dates_are_a_notice_and_not_used(stated: object) -> None:
    used, (notice,) = checked({"published": stated}, "a.md")
    assert used == {}
    assert (notice.code, notice.path, notice.limits) == ("unclear-date", "a.md", False)
    assert notice.message == f"published {str(stated)!r} is not a date written YYYY-MM-DD and is not used."


@pytest.mark.parametrize(
    ("stated", "days"), [("4/5/2017", "2017-05-04 or 2017-04-05"), ("03.05.2024", "2024-05-03 or 2024-03-05")]
)
def test_a_date_that_may_mean_two_days_is_flagged_and_not_guessed(stated: str, days: str) -> None:
    used, (notice,) = checked({"published": stated}, "a.csv")
    assert used == {}
    assert (notice.code, notice.message) == (
        "ambiguous-date",
        f"published {stated!r} may be {days} and is not used.",
    )


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        (
            "url",
            "javascript:alert(1)",
            "url 'javascript:alert(1)' is not a web address (http or https) and is not used.",
        ),
        ("language", "English!", "language 'English!' is not a language tag (en, fr, ps) and is not used."),
        ("title", {"a": 1}, "title \"{'a': 1}\" is not text and is not used."),
    ],
)
def test_other_values_that_cannot_be_used(field: str, value: object, message: str) -> None:
    used, (notice,) = checked({field: value}, "a.md")
    assert used == {}
    assert (notice.code, notice.message) == ("unusable-field", message)


def test_an_unknown_field_names_the_nearest() -> None:
    used, (notice,) = checked({"publsher": "Aru Post"}, "sources.toml")
    assert used == {}
    assert notice.code == "unknown-field"
    assert notice.message.startswith("'publsher' is not used; did you mean 'publisher'? use one of title, ")


@pytest.mark.parametrize("empty", [None, "", "  ", []])
def test_an_empty_value_states_nothing(empty: object) -> None:
    assert checked({"title": empty}, "a.md") == ({}, ())


def test_an_unknown_handling_label_stops_the_run() -> None:
    with pytest.raises(
        SourceError, match=r"^a\.md: states tlp 'TLP:YELLOW', which is no TLP 2\.0 label; use one of TLP:CLEAR, "
    ):
        checked({"tlp": "TLP:YELLOW"}, "a.md")
