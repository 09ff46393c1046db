"""The desk: what is decided is on the disk, what is changed by hand counts, and nothing is lost."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from briefing import decisions, pipeline
from briefing.errors import UsageError, VerificationError
from briefing.model.request import Request
from briefing.review import Desk
from briefing.review.desk import UNPRINTED
from tests.chain_texts import stories
from tests.review.desks import claim, desk


def test_every_claim_stands_in_one_list(tmp_path: Path) -> None:
    made = desk(tmp_path)
    listed = [each for claims in made.sections.values() for each in claims]
    assert sorted(listed) == sorted(made.rows())
    assert list(made.sections)[-1] == UNPRINTED or UNPRINTED not in made.sections


def test_a_decision_is_on_the_disk_and_shown(tmp_path: Path) -> None:
    made = desk(tmp_path)
    insulin = claim(made, "no insulin")
    decided = made.decide("reject", [insulin], {}, reason="hearsay")
    (read,) = decisions.read(tmp_path / "decisions.toml")
    assert (read.id, read.reason, read.by) == (decided.id, "hearsay", "R. Analyst")
    assert made.rows()[insulin]["rejected"]
    assert made.line(insulin) is None


def test_a_correction_shows_in_the_line_as_it_would_print(tmp_path: Path) -> None:
    made = desk(tmp_path)
    doctor = claim(made, "A doctor said")
    made.decide("correct", [doctor], {"value": 6}, figure=0)
    line = made.line(doctor)
    assert line is not None
    assert "A doctor said 5 people had drowned." in line.text
    assert "Set right by the analyst: value “6”, read before as “5”." in line.notes


def test_what_is_written_by_hand_meanwhile_counts_and_stays(tmp_path: Path) -> None:
    made = desk(tmp_path)
    insulin, doctor = claim(made, "no insulin"), claim(made, "A doctor said")
    before = made.version
    made.decide("accept", [insulin], {})
    path = tmp_path / "decisions.toml"
    path.write_text("# my own remark\n" + path.read_text().replace('do = "accept"', 'do = "reject"'))
    assert made.rows()[insulin]["rejected"]
    made.decide("accept", [doctor], {})
    assert path.read_text().startswith("# my own remark\n")
    assert [each.act for each in decisions.read(path)] == ["reject", "accept"]
    assert made.version != before


def test_undo_takes_back_the_last_that_holds(tmp_path: Path) -> None:
    made = desk(tmp_path)
    insulin, doctor = claim(made, "no insulin"), claim(made, "A doctor said")
    made.decide("accept", [insulin], {})
    made.decide("reject", [doctor], {})
    assert (undone := made.undo()) is not None
    assert undone.act == "reject"
    assert (undone := made.undo()) is not None
    assert undone.act == "accept"
    assert made.undo() is None
    assert not made.rows()[insulin]["accepted"]
    assert len(decisions.read(tmp_path / "decisions.toml")) == 4


def test_a_second_review_begins_where_the_first_ended(tmp_path: Path) -> None:
    first = desk(tmp_path)
    first.accept(list(first.rows())[:5])
    again = desk(tmp_path)
    assert sum(row["accepted"] for row in again.rows().values()) == 5


def test_accepting_what_is_on_the_screen_leaves_rejected_claims_alone(tmp_path: Path) -> None:
    made = desk(tmp_path)
    insulin, doctor = claim(made, "no insulin"), claim(made, "A doctor said")
    made.decide("reject", [insulin], {})
    assert made.accept([insulin, doctor, doctor, "c-0123456789abcdef"]) == 1
    assert made.accept([doctor]) == 0
    rows = made.rows()
    assert (rows[insulin]["rejected"], rows[doctor]["accepted"]) == (True, True)


def test_progress_counts_what_the_briefing_prints(tmp_path: Path) -> None:
    made = desk(tmp_path)
    printed = [each for name, claims in made.sections.items() if name != UNPRINTED for each in claims]
    assert made.progress(made.rows()) == (0, len(printed))
    made.accept(printed)
    assert made.progress(made.rows()) == (len(printed), len(printed))


@pytest.mark.parametrize(
    ("act", "changes", "figure", "says"),
    [
        ("explode", {}, None, "is nothing to decide"),
        ("correct", {}, None, "lacks 'set'"),
        ("correct", {"force": "proved"}, None, "is none there is"),
        ("correct", {"value": 3}, 9, "has no such figure"),
        ("merge", {}, None, "names fewer than two claims"),
    ],
)
def test_what_is_no_decision_is_refused_and_writes_nothing(
    tmp_path: Path, act: str, changes: dict[str, object], figure: int | None, says: str
) -> None:
    made = desk(tmp_path)
    with pytest.raises(UsageError, match=says):
        made.decide(act, [claim(made, "A doctor said")], changes, figure)
    assert not (tmp_path / "decisions.toml").exists()


def test_many_hands_decide_at_once(tmp_path: Path) -> None:
    made = desk(tmp_path)
    hands = [threading.Thread(target=made.decide, args=("accept", [each], {})) for each in list(made.rows())[:8]]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    assert sum(row["accepted"] for row in made.rows().values()) == 8


def test_a_note_that_could_not_be_printed_is_refused_before_it_is_written(tmp_path: Path) -> None:
    made = desk(tmp_path)
    with pytest.raises(VerificationError, match="the number “70” is in no claim"):
        made.decide("note", [claim(made, "A doctor said")], {}, text="At least 70 people drowned.")
    assert not (tmp_path / "decisions.toml").exists()


def test_two_claims_are_merged_and_shown_so(tmp_path: Path) -> None:
    made = desk(tmp_path)
    one, other = claim(made, "Nobody crosses"), claim(made, "Nobody will cross")
    made.decide("merge", [one, other], {})
    rows = made.rows()
    assert [row["id"] for row in rows.values() if row["merged"]] == [one, other]
    made.undo()
    assert not any(row["merged"] for row in made.rows().values())


def test_a_claim_is_named_by_the_beginning_of_its_id(tmp_path: Path) -> None:
    made = desk(tmp_path)
    one = claim(made, "Nobody crosses")
    assert made.named(one[:12]) == one
    for start, what in (("c-", "begins the ids of"), ("x", "is no claim"), ("", "is no claim")):
        with pytest.raises(UsageError, match=what):
            made.named(start)


def test_what_is_above_the_ceiling_is_listed_and_not_in_the_line(tmp_path: Path) -> None:
    folder = stories(tmp_path / "stories")
    told = (folder / "sources.toml").read_text()
    (folder / "sources.toml").write_text(told.replace('"Valley Wire"\n', '"Valley Wire"\ntlp = "TLP:AMBER"\n'))
    drawn = pipeline.draw([folder])
    made = Desk(drawn, tmp_path / "decisions.toml", "press", Request(), None)
    doctor, mayor = claim(made, "A doctor said"), claim(made, "Nobody crosses")
    rows = made.rows()
    assert (rows[doctor]["kept"], rows[mayor]["kept"]) == (True, False)
    assert doctor in made.sections[UNPRINTED]
    assert made.line(doctor) is None
    printed = made.line(mayor)
    assert printed is not None
    assert "Valley Wire" not in " ".join((printed.text, *printed.notes))
    open_to_all = Desk(drawn, tmp_path / "decisions.toml", "humanitarian", Request(), None)
    assert not any(row["kept"] for row in open_to_all.rows().values())
    assert open_to_all.line(doctor) is not None
