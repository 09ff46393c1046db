"""Knowledge: what an organisation's own files do to the shipped ones."""

from __future__ import annotations

from briefing.language.knowledge import ROOMS, digest, merged, shipped

SHIPPED = {
    "words": ["aid", "relief"],
    "most": 3,
    "health": {"sure": ["clinic"], "not": ["health club"]},
    "rule": [{"id": "A", "ask": "who?"}, {"id": "B", "ask": "when?"}],
}


def test_tables_are_merged_and_lists_joined_without_doubles() -> None:
    own = {"words": ["relief", "help"], "health": {"sure": ["infirmary"]}}
    assert merged(SHIPPED, own) == {
        **SHIPPED,
        "words": ["aid", "relief", "help"],
        "health": {"sure": ["clinic", "infirmary"], "not": ["health club"]},
    }


def test_a_single_value_is_replaced_and_a_new_table_added() -> None:
    found = merged(SHIPPED, {"most": 5, "mines": {"sure": ["mine"]}})
    assert (found["most"], found["mines"], found["words"]) == (5, {"sure": ["mine"]}, ["aid", "relief"])


def test_replace_takes_the_table_whole() -> None:
    assert merged(SHIPPED, {"health": {"replace": True, "sure": ["ward"]}})["health"] == {"sure": ["ward"]}
    assert merged(SHIPPED, {"replace": True, "words": []}) == {"words": []}


def test_a_rule_of_a_known_id_replaces_it_in_its_place_and_a_new_one_comes_last() -> None:
    own = {"rule": [{"id": "C", "ask": "how?"}, {"id": "A", "ask": "whom?"}]}
    assert merged(SHIPPED, own)["rule"] == [
        {"id": "A", "ask": "whom?"},
        {"id": "B", "ask": "when?"},
        {"id": "C", "ask": "how?"},
    ]


def test_off_takes_a_rule_out() -> None:
    assert merged(SHIPPED, {"rule": [{"id": "A", "off": True}]})["rule"] == [{"id": "B", "ask": "when?"}]


def test_merging_leaves_what_ships_as_it_was() -> None:
    before = repr(SHIPPED)
    merged(SHIPPED, {"words": ["x"], "health": {"sure": ["y"]}, "rule": [{"id": "A", "off": True}]})
    assert repr(SHIPPED) == before


def test_the_digest_is_sixteen_hex_digits_and_all_rooms_hold_files() -> None:
    assert len(digest()) == 16
    assert int(digest(), 16) >= 0
    assert "sectors" in shipped("language/lexicons")
    assert {"considerations", "ladder", "gaps"} <= set(shipped("composing/rules"))


def test_no_two_rooms_have_a_file_of_one_name_in_folders_of_one_name() -> None:
    names = [(room.rpartition("/")[2], name) for room in ROOMS for name in shipped(room)]
    assert len(names) == len(set(names))
