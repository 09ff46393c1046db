"""Decisions on a text that has changed, made again where their words still stand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.cli.app import run
from briefing.decisions import apply, renewals
from briefing.model.decision import Decision
from tests.chain_texts import STORIES, stories
from tests.decisions.cases import claims_of, on, read, saying, target

NOW = "2026-01-02T03:04:05+00:00"
CHANGED = {**STORIES, "gazette.txt": "Corrected version.\n\n" + STORIES["gazette.txt"]}


def test_a_decision_is_made_again_on_the_claim_with_its_words() -> None:
    sources, found = read()
    old = on(sources, saying(found, "40 families had left"), "correct", figure=0, changes=(("value", 41),), by="Ada")
    changed, fresh = read(CHANGED)
    (renewal,) = renewals(changed, fresh, [old], None, NOW)
    assert renewal.why == ""
    back, again = renewal.made
    assert (back.act, back.of, back.when) == ("withdraw", old.id, NOW)
    assert (again.act, again.changes, again.by, again.when) == ("correct", old.changes, "Ada", NOW)
    met = apply(changed, fresh, [old, back, again])
    assert [ruling.state for ruling in met.rulings] == ["withdrawn", "applied", "applied"]
    assert saying(met.extractions, "40 families had left").figures[0].value == 41


def test_an_orphan_that_is_taken_back_is_no_orphan() -> None:
    sources, found = read()
    old = on(sources, saying(found, "no insulin"), "reject")
    changed, fresh = read({**STORIES, "gazette.txt": "Another text.\n"})
    met = apply(changed, fresh, [old, Decision("withdraw", of=old.id)])
    assert [(ruling.state, ruling.why) for ruling in met.rulings] == [("withdrawn", ""), ("applied", "")]
    assert met.notices == ()


def test_a_pair_keeps_the_claim_whose_text_has_not_changed() -> None:
    sources, found = read()
    one, other = saying(found, "Nobody crosses"), saying(found, "Nobody will cross")
    pair = tuple(target(next(s for s in sources if s.id == c.source), c) for c in (one, other))
    changed, fresh = read(CHANGED)
    (renewal,) = renewals(changed, fresh, [Decision("merge", pair)], "Ben", NOW)
    again = renewal.made[1]
    assert (again.by, again.targets[1]) == ("Ben", pair[1])
    assert apply(changed, fresh, renewal.made[1:]).rulings[0].state == "applied"


@pytest.mark.parametrize(
    ("texts", "why"),
    [
        ({**STORIES, "gazette.txt": STORIES["gazette.txt"].replace("insulin", "water")}, "its words stand nowhere"),
        ({**CHANGED, "copy.txt": "A copy.\n\n" + STORIES["gazette.txt"]}, "its words stand in 2 places"),
    ],
)
def test_what_is_not_made_again_is_told(texts: dict[str, str], why: str) -> None:
    sources, found = read()
    old = on(sources, saying(found, "no insulin"), "reject")
    changed, fresh = read(texts)
    (renewal,) = renewals(changed, fresh, [old], None, NOW)
    assert (renewal.old, renewal.made, renewal.why) == (old, (), why)


def test_a_decision_made_since_is_not_overruled() -> None:
    sources, found = read()
    old = on(sources, saying(found, "no insulin"), "reject")
    changed, fresh = read(CHANGED)
    since = on(changed, saying(fresh, "no insulin"), "accept")
    (renewal,) = renewals(changed, fresh, [old, since], None, NOW)
    assert [made.act for made in renewal.made] == ["withdraw"]
    assert renewal.why == "it was decided otherwise since"
    met = apply(changed, fresh, [old, since, *renewal.made])
    assert next(c for c in claims_of(met.extractions) if "no insulin" in c.anchor.exact).accepted


def test_what_is_applied_or_names_no_claim_is_left_alone() -> None:
    sources, found = read()
    fine = on(sources, saying(found, "no insulin"), "reject")
    assert (
        renewals(sources, found, [fine, Decision("title", text="A"), Decision("withdraw", of="d-0")], None, NOW) == ()
    )


def insulin(capsys: pytest.CaptureFixture[str]) -> str:
    """The id of the claim on insulin in the folder "in"."""
    assert run(["extract", "in"]) == 0
    claims = json.loads(capsys.readouterr().out)["claims"]
    return next(str(claim["id"]) for claim in claims if "no insulin" in claim["exact"])


def test_on_the_command_line(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = stories(here / "in")
    name = insulin(capsys)
    assert run(["decide", "reject", name, "-s", "in", "--by", "Ada"]) == 0
    (folder / "gazette.txt").write_text(CHANGED["gazette.txt"], "utf-8")
    capsys.readouterr()
    assert run(["decisions", "in"]) == 1
    hint = "the words stand in gazette.txt, changed; briefing decisions --renew decides so there"
    assert hint in capsys.readouterr().out
    before = (here / "decisions.toml").read_bytes()
    assert run(["decisions", "in", "--renew"]) == 0
    line = capsys.readouterr().out
    assert line.startswith("d-")
    assert " renewed as d-" in line
    assert line.endswith(": reject “She added that the clinic has no insulin.”\n")
    assert (here / "decisions.toml").read_bytes().startswith(before)
    assert run(["decisions", "in"]) == 0
    assert "withdrawn" in capsys.readouterr().out
    assert run(["decisions", "in", "--renew"]) == 0
    assert capsys.readouterr().out == "nothing to renew in decisions.toml\n"


def test_on_the_command_line_as_json(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = stories(here / "in")
    name = insulin(capsys)
    run(["decide", "reject", name, "-s", "in"])
    (folder / "gazette.txt").write_text("Nothing of it is left.\n", "utf-8")
    capsys.readouterr()
    assert run(["decisions", "in", "--renew", "--json"]) == 1
    (told,) = json.loads(capsys.readouterr().out)
    assert (told["renewed_as"], told["why"]) == (None, "its words stand nowhere")
