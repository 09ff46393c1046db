"""Labels: plural forms, gaps, an audience's own texts, and a key that is also its text."""

from __future__ import annotations

import pytest

from briefing.errors import TemplateError, UsageError
from briefing.language.labels import Labels
from briefing.model.briefing import Count, Datum


def test_the_plural_form_follows_the_number() -> None:
    labels = Labels("en")
    assert labels.phrase("n-sources", n=Count(("a",))).text == "1 source"
    assert labels.phrase("n-sources", n=Count(("a", "b"))).text == "2 sources"
    assert labels.phrase("n-sources", n=Count(())).text == "0 sources"


def test_a_label_may_be_its_own_key() -> None:
    assert Labels("en").phrase("undated").text == "undated"


def test_an_audience_adds_and_replaces_labels() -> None:
    labels = Labels("en", {"undated": "date not given", "kind-press": "Press brief"})
    assert (labels.text("undated"), labels.text("kind-press")) == ("date not given", "Press brief")


def test_mistakes_are_named() -> None:
    labels = Labels("en")
    with pytest.raises(TemplateError, match="no such label"):
        labels.phrase("nothing-of-the-kind")
    with pytest.raises(TemplateError, match=r"nothing given for \{b\}"):
        labels.phrase("list-and", a=Datum("x", "request", "title"))
    with pytest.raises(UsageError, match="no labels in 'tlh'"):
        Labels("tlh")
