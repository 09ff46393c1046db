"""The tagger: its shipped weights, the sums it keeps at hand, and the credit beside them."""

from __future__ import annotations

from importlib import resources

from briefing.language.grammar.tagger import Tagger, features, tagger


def test_plain_sentences() -> None:
    assert tagger().tag(["The", "minister", "said", "he", "would", "leave", "."]) == [
        "DT",
        "NN",
        "VBD",
        "PRP",
        "MD",
        "VB",
        ".",
    ]


def test_the_sums_kept_at_hand_are_those_of_the_features() -> None:
    model = tagger()
    plain = Tagger(model.tags, {}, model.weights)
    words = ["Aid", "workers", "in", "Maro", "reported", "3,000", "new", "cases", "of", "fever"]
    found = plain.tag(words)
    before, before2 = "-START-", "-START2-"
    for i, tag in enumerate(found):
        scores = [0] * len(model.tags)
        for feature in features(words, i, before, before2):
            for index, weight in model.weights.get(feature, ()):
                scores[index] += weight
        assert model.tags[scores.index(max(scores))] == tag
        before2, before = before, tag


def test_an_empty_sentence() -> None:
    assert tagger().tag([]) == []


def test_the_weights_are_small_and_credited() -> None:
    folder = resources.files("briefing.language.grammar")
    assert len((folder / "tagger.json.gz").read_bytes()) < 1_000_000
    credit = (folder / "tagger.txt").read_text("utf-8")
    assert "Georgetown University Multilayer Corpus" in credit
    assert "CC BY 4.0" in credit
