"""The second gate: the rendered page prints the briefing's statements, citations and labels, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from xml.etree.ElementTree import Element

from briefing.model.briefing import Briefing
from briefing.verifying.attributes import check_elements
from briefing.verifying.charts import check_bar
from briefing.verifying.filters import check_filters
from briefing.verifying.order import check_order
from briefing.verifying.printable import Printable
from briefing.verifying.refusal import refuse, shown
from briefing.verifying.rendered import Page, Part, fold, read

AROUND = 1_000
"""Characters around the cited words within which a citation's card may quote its source."""
BEGINNING = 40
"""Characters of the first cited word that the card shows at least."""


def verify_page(briefing: Briefing, html: str, folders: Sequence[Path] = ()) -> Page:
    """Hold the page ``html`` against ``briefing``; ``folders`` are the template folders that a refusal can name.

    Gives the page as it was read, for what else is held against it.

    An element with ``data-statement="ID"`` prints exactly that statement, and so ``data-citation``, ``data-passage``,
    ``data-card``, ``data-back``, ``data-locator``, ``data-source`` and ``data-handling`` what they name; one with
    ``data-bar`` draws the bar of that item. Every other text, also in attributes and style sheets, is a label. Every
    statement of the printed sections is there, in order.

    Raises VerificationError with the statement, or the template and line, where that is not so; where the page asks
    for anything outside itself; where a script is not the one that the page's policy names.
    """
    printable = Printable(briefing, folders)
    page = read(html)
    for part in page.parts:
        _CHECKS[part.role](printable, part)
    for place, text in page.loose:
        if not printable.is_label(text):
            printable.stop(text, "is neither a statement, a citation nor a label", place.name)
    check_elements(printable, page)
    _check_targets(printable, page)
    check_filters(printable, page)
    check_order(printable, page)
    return page


def _statement(printable: Printable, part: Part) -> None:
    statement = printable.statements.get(part.id)
    if statement is None:
        printable.stop(part.text, f"is printed as statement {part.id!r}, which there is not", part.id)
    wanted = fold(statement.text)
    if part.text == wanted:
        return
    extra = part.text.replace(wanted, "").strip() if wanted else part.text
    if wanted in part.text and extra:
        printable.stop(extra, f"is printed inside statement {part.id}", f"statement {part.id}")
    refuse(f"statement {part.id}", f"the page prints {shown(part.text)} for {shown(wanted)}", "print it unchanged")


def _citation(printable: Printable, part: Part) -> None:
    citation = printable.citations.get(part.id)
    if citation is None:
        refuse(f"citation {part.id}", "the page prints it and the briefing has none of that id")
    number = f"{citation.number}{citation.locator.mark}"
    if part.text != number:
        printable.stop(part.text, f"is printed for citation {part.id}, which is {number}", f"citation {part.id}")
    if part.element.get("href") != f"#{citation.target}":
        refuse(f"citation {part.id}", f"it leads to {part.element.get('href')!r}", f"lead it to #{citation.target}")
    if part.element.get("aria-label", citation.label) != citation.label:
        refuse(f"citation {part.id}", f"it is read out as {shown(part.element.attrib['aria-label'])}", "use its label")


def _passage(printable: Printable, part: Part) -> None:
    if part.id not in printable.passages:
        refuse(f"annex passage {part.id}", "the page prints it and the annex has none of that id")
    wanted = fold("".join(words.text for words in printable.passages[part.id][1].pieces))
    if part.text != wanted:
        refuse(
            f"annex passage {part.id}", f"the page prints {shown(part.text)} for {shown(wanted)}", "print it as it is"
        )


def _card(printable: Printable, part: Part) -> None:
    citation = printable.citations.get(part.id)
    if citation is None:
        refuse(f"card {part.id}", "the page prints it and the briefing has no citation of that id")
    anchor, source = citation.anchor, printable.sources[citation.source].text
    near = fold(source[max(0, anchor.start - AROUND) : anchor.end + AROUND])
    begins = fold(anchor.exact).split(" ")[0][:BEGINNING]
    if not any(text in near and begins in text for text in _without_labels(printable, part.texts)):
        what = f"is not what source {citation.number} says around the cited words"
        printable.stop(next(_without_labels(printable, part.texts)), what, f"card {part.id}")


def _without_labels(printable: Printable, texts: Sequence[str]) -> Iterator[str]:
    """The texts put together, labels at either end left out: all, then fewer, since a source may use such a word."""
    before = next((index for index, text in enumerate(texts) if not printable.is_label(text)), len(texts))
    after = next((index for index, text in enumerate(reversed(texts)) if not printable.is_label(text)), len(texts))
    starts, ends = range(before, -1, -1), range(len(texts) - after, len(texts) + 1)
    return (fold("".join(texts[start:end])) for start in starts for end in ends)


def _back(printable: Printable, part: Part) -> None:
    group = printable.backs.get(part.id, ())
    number = str(group.index(part.id) + 1) if group else ""
    if part.text != number:
        printable.stop(part.text or part.id, f"is no way back to citation {part.id}", f"way back to {part.id}")
    if part.element.get("href") != f"#{part.id}":
        refuse(f"way back to {part.id}", f"it leads to {part.element.get('href')!r}", f"lead it to #{part.id}")


def _locator(printable: Printable, part: Part) -> None:
    source, passage = printable.passages.get(part.id, (None, None))
    if source is None or passage is None or part.text != f"{source.number}{passage.locator.mark}":
        printable.stop(part.text, f"is not where passage {part.id!r} stands", f"passage {part.id}")


def _source(printable: Printable, part: Part) -> None:
    entry = printable.entries.get(part.id)
    if entry is None or part.text != str(entry.number):
        printable.stop(part.text, f"is not the number of source {part.id!r}", f"source {part.id}")


def _handling(printable: Printable, part: Part) -> None:
    if part.text != printable.briefing.handling:
        printable.stop(part.text, f"is not the handling mark {printable.briefing.handling}", "handling mark")


_CHECKS: Mapping[str, Callable[[Printable, Part], None]] = {
    "statement": _statement,
    "citation": _citation,
    "passage": _passage,
    "card": _card,
    "back": _back,
    "locator": _locator,
    "source": _source,
    "handling": _handling,
    "bar": check_bar,
}


def _check_targets(printable: Printable, page: Page) -> None:
    """Each id is there once; links within the page lead to one; a citation's is where its passage or source stands."""
    ids: dict[str, Element] = {}
    for place in page.places:
        name = place.element.get("id")
        if name is None:
            continue
        if name in ids:
            refuse(place.name, f"the page has two elements with the id {name!r}", "give each an id of its own")
        ids[name] = place.element
    for place in page.places:
        target = place.element.get("href", "")
        if target.startswith("#") and target[1:] not in ids:
            refuse(place.name, f"it leads to {target!r}, which is nowhere on the page", "print what it leads to")
    cited = [(part, printable.citations[part.id]) for part in page.parts if part.role == "citation"]
    held = {target: _held(ids[target]) for target in {citation.target for _, citation in cited}}
    for part, citation in cited:
        if not held[citation.target] & {citation.target, citation.source}:
            refuse(
                f"citation {part.id}", f"at {citation.target!r} stands no passage or source", "print what it leads to"
            )


def _held(element: Element) -> set[str]:
    """The passages and sources that stand in an element."""
    return {value for inner in element.iter() for key, value in inner.items() if key in HOLDS}


HOLDS = ("data-passage", "data-source")
"""The attributes that mark what a citation leads to."""
