"""Parts that templates print: statements, citations, facts and passages, in elements that carry their ids."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import TemplateError
from briefing.model.briefing import Citation, Datum, Fact, Statement, Words
from briefing.model.source import Locator
from briefing.writers.parts import Parts
from briefing.writers.pieces import Tongue
from briefing.writers.templates import fill
from tests.writers.sample_briefing import ONE, TWO, sample_briefing

AT = ONE.text.index("few beds")
CITATION = Citation("cite-9", ONE.id, 1, Locator(3), ONE.anchor(AT, AT + 8), "p-1-3", "1¶3, <Gazette>")
SAID = Statement("s-1", "counted", (Datum("Fish & chips", "request", "title"),), (CITATION, CITATION))
FRENCH = Statement("s-2", "reported", (Words(TWO.anchor(0, 12)),), language="fr")
BODY = '<span class="source-number">1</span><span class="locator">¶3</span></a>'
LINK = 'data-citation="cite-9" href="#p-1-3" aria-label="1¶3, &lt;Gazette&gt;">'


def parts(medium: str = "text", printed: tuple[str, ...] = ()) -> Parts:
    """The parts of the sample's page, where elements of the ids ``printed`` are there already."""
    briefing, seen = sample_briefing(), set(printed)
    first = lambda id_: not (id_ in seen or seen.add(id_))  # type: ignore[func-returns-value]  # noqa: E731
    return Parts(briefing, medium, briefing.labels.__getitem__, first, Tongue.of(briefing))


def test_a_statement_carries_its_id_class_and_language() -> None:
    assert parts().say(SAID) == '<span data-statement="s-1">Fish &amp; chips</span>'
    assert parts().say(SAID, "missing") == '<span data-statement="s-1" class="missing">Fish &amp; chips</span>'
    assert parts().say(FRENCH) == '<span data-statement="s-2" lang="fr" dir="ltr">Les familles</span>'


def test_citations_are_glued_to_the_statement_and_have_their_id_once() -> None:
    first = f'<a id="cite-9" class="citation glued" {LINK}{BODY}'
    assert parts().cited(SAID) == f'{parts().say(SAID)}{first} <a class="citation" {LINK}{BODY}'


def test_paper_has_the_place_as_it_stands() -> None:
    made = parts("print", printed=("cite-9",)).cite(CITATION)
    assert made == f'<a class="citation" {LINK}<span class="source-number">1</span>¶3</a>'


def test_the_screen_has_a_card_with_the_words_in_their_passage() -> None:
    made = parts("screen").cite(CITATION)
    assert made.startswith(f'<span class="cite"><a id="cite-9" class="citation" {LINK}{BODY}<span class="card" ')
    assert (
        '<span data-statement="source-1-title">Bridge at Orrin closes</span></span>\n<span class="card-words">' in made
    )
    assert ">She added that the clinic in Orrin has no insulin &amp; <mark>few beds</mark>.</span>\n" in made
    assert made.endswith("</span>\n</span></span>")


def test_a_fact_stands_under_its_label() -> None:
    fact = Fact("fact-publisher", SAID, FRENCH, missing=True)
    value = f"{parts().say(SAID, 'missing')}{parts().cites(SAID.citations, glued=True)}"
    row = f'<dt>Publisher</dt>\n<dd>{value} <span class="note">{parts().say(FRENCH)}</span></dd></div>\n'
    assert parts().facts((fact,), "four") == f'<dl class="facts four">\n<div>{row}</dl>\n'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{{ say(SAID, class="<b>") }}', '<span data-statement="s-1" class="&lt;b&gt;">Fish &amp; chips</span>'),
        ('\n{{ say(SAID, klass="b") }}', "a/x.html:2: there is no argument 'klass'"),
        ('\n{{ cited("words of my own") }}', "a/x.html:2: 'str' object has no attribute"),
        ("\n{{ say(SAID.nothing) }}", "a/x.html:2: .* has no attribute 'nothing'"),
        ("{{ say.__self__ }}", "a/x.html:1: access to attribute '__self__'"),
    ],
)
def test_a_template_calls_them_in_the_sandbox(here: Path, text: str, message: str) -> None:
    (here / "a").mkdir()
    (here / "a" / "x.html").write_text(text)
    values = {**parts().given, "SAID": SAID}
    if message.startswith("<"):
        assert fill([Path("a")], "x.html", values) == message
        return
    with pytest.raises(TemplateError, match=f"^{message}"):
        fill([Path("a")], "x.html", values)
