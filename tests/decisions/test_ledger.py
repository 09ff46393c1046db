"""decisions.toml: read with care, added to and never rewritten."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.decisions import append, read
from briefing.errors import UsageError
from briefing.model.decision import Decision, Target

AT = Target("ab" * 32, 4, 13, "the “road”\nis", ((4, 9), (10, 13)), (4, 6))
CLAIM = '[[decision.claim]]\nsource = "' + "ab" * 32 + '"\nstart = 4\nend = 9\nexact = "river"\ncontent = [[4, 9]]\n'


def test_no_file_holds_no_decisions(tmp_path: Path) -> None:
    assert read(tmp_path / "decisions.toml") == ()


def test_a_file_a_person_wrote_is_read(tmp_path: Path) -> None:
    path = tmp_path / "decisions.toml"
    path.write_text(f'# mine\n[[decision]]\ndo = "reject"  # really\nreason = "hearsay"\nby = "R. A."\n{CLAIM}')
    (made,) = read(path)
    assert (made.act, made.reason, made.by, made.number) == ("reject", "hearsay", "R. A.", 1)
    assert made.targets == (Target("ab" * 32, 4, 9, "river", ((4, 9),)),)


def test_what_stands_in_the_file_stays_to_the_byte(tmp_path: Path) -> None:
    path = tmp_path / "decisions.toml"
    mine = b'# my own note\r\n\r\n[[decision]]\r\ndo="title"   # odd spacing\r\ntext = "Floods"'
    path.write_bytes(mine)
    append(path, [Decision("reject", (AT,), by="R. A.", when="2026-11-22T10:00:00+00:00")])
    assert path.read_bytes().startswith(mine)
    assert [each.act for each in read(path)] == ["title", "reject"]


WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).filter(str.strip)


@settings(max_examples=80, deadline=None)
@given(
    exact=WORDS, text=WORDS, now=WORDS, value=st.integers(0, 10**12) | st.tuples(st.integers(0, 9), st.integers(0, 9))
)
def test_what_is_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, exact: str, text: str, now: str, value: int | tuple[int, int]
) -> None:
    path = tmp_path_factory.mktemp("ledger") / "decisions.toml"
    at = Target("cd" * 32, 0, len(exact), exact, ((0, len(exact)),))
    of_figure = Target("cd" * 32, 0, len(exact), exact, ((0, len(exact)),), (0, 1))
    made = [
        Decision("correct", (at,), (("speaker", now), ("sectors", ("health", "wash"))), reason=text),
        Decision("correct", (of_figure,), (("value", value),), when="2026-11-22T10:00:00+00:00"),
        Decision("note", (at,), text=text),
        Decision("pin", (at,), place=2),
        Decision("merge", (at, of_figure)),
        Decision("title", text=text),
        Decision("withdraw", of="d-0123456789ab"),
    ]
    append(path, made[:3])
    append(path, made[3:])
    assert list(read(path)) == made
    assert [each.id for each in read(path)] == [each.id for each in made]


def test_many_hands_add_at_once_and_nothing_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "decisions.toml"
    hands = [
        threading.Thread(target=append, args=(path, [Decision("title", text=f"Title {number}")]))
        for number in range(12)
    ]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    assert {each.text for each in read(path)} == {f"Title {number}" for number in range(12)}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("nonsense", "cannot be read as TOML"),
        ('title = "x"', "holds more than decisions"),
        ("decision = 3", "holds more than decisions"),
        ("[[decision]]\nreason = 'x'", "does not say what is decided"),
        ("[[decision]]\ndo = 'rejct'", "'rejct' is not one of"),
        ("[[decision]]\ndo = 'reject'", "'reject' names no claim"),
        (f"[[decision]]\ndo = 'merge'\n{CLAIM}", "names fewer than two claims"),
        (f"[[decision]]\ndo = 'title'\ntext = 'x'\n{CLAIM}", "names a claim and needs none"),
        (f"[[decision]]\ndo = 'note'\n{CLAIM}", "'note' lacks 'text'"),
        (f"[[decision]]\ndo = 'correct'\n{CLAIM}", "'correct' lacks 'set'"),
        (f"[[decision]]\ndo = 'correct'\nset = {{ spekaer = 'x' }}\n{CLAIM}", "did you mean 'speaker'?"),
        (f"[[decision]]\ndo = 'correct'\nset = {{ force = 'proved' }}\n{CLAIM}", "'proved' is none there is"),
        (f"[[decision]]\ndo = 'correct'\nset = {{ sectors = ['homes'] }}\n{CLAIM}", "is no list of sectors"),
        (f"[[decision]]\ndo = 'correct'\nset = {{ value = 3 }}\n{CLAIM}", "a claim has no 'value'"),
        (f"[[decision]]\ndo = 'correct'\nset = {{ value = 'x' }}\n{CLAIM}figure = [4, 5]\n", "is no number"),
        (f"[[decision]]\ndo = 'correct'\nset = {{ value = true }}\n{CLAIM}figure = [4, 5]\n", "is no number"),
        (f"[[decision]]\ndo = 'reject'\n{CLAIM.replace('exact', 'exakt')}", "no such key; did you mean 'exact'?"),
        ("[[decision]]\ndo = 'reject'\n[[decision.claim]]\nstart = 4", "lacks 'source'"),
    ],
)
def test_what_is_not_understood_is_refused_in_one_line(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "decisions.toml"
    path.write_text(text)
    with pytest.raises(UsageError) as caught:
        read(path)
    assert says in str(caught.value)
    assert str(path) in str(caught.value)


def test_a_file_that_cannot_be_added_to_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "decisions.toml"
    path.write_text('decision = [{ do = "title", text = "x" }]')
    with pytest.raises(UsageError, match="nothing can be added to it"):
        append(path, [Decision("title", text="y")])
    assert path.read_text() == 'decision = [{ do = "title", text = "x" }]'
