"""What is known of a source, as labelled facts: stated or missing, and what the program only worked out."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.composing.edition import Edition
from briefing.language.dates import printed_date
from briefing.language.language_names import printed_language
from briefing.language.printed_numbers import printed_number
from briefing.model.briefing import Datum, Fact, Phrase, Piece, Statement
from briefing.model.source import Source

DAY = len("2019-03-09")
DETECTED = "detected"


def facts(edition: Edition, source: Source, id: str) -> tuple[Fact, ...]:  # noqa: A002
    """The facts of ``source`` in printed order; ``id`` begins the ids of their statements."""
    words = Datum(printed_number(source.words, edition.labels.language), source.id, "words")
    digest = Datum(source.sha256[:16], source.id, "sha256")
    return (
        *_of_files(edition, source, id),
        *_of_text(edition, source, id),
        Fact("fact-length", edition.told(f"{id}-length", "length-words", words=words)),
        Fact("fact-sha256", edition.told(f"{id}-sha256", "digest", digest=digest)),
    )


def _of_files(edition: Edition, source: Source, id: str) -> Iterator[Fact]:  # noqa: A002
    """What the files state; of what nobody states, that it is missing."""
    for name in ("publisher", "author", "published", "url"):
        pieces = [_marked(edition, piece, known) for piece, known in _values(edition, source, name)]
        if pieces:
            yield Fact(f"fact-{name}", Statement(f"{id}-{name}", "counted", (edition.list_of(pieces),)))
        else:
            yield Fact(f"fact-{name}", edition.told(f"{id}-{name}", "not-stated"), missing=True)
    days = [file.retrieved[:DAY] for file in source.files if file.retrieved]
    if days:
        printed = printed_date(max(days), edition.labels.language)
        yield Fact("fact-retrieved", Statement(f"{id}-retrieved", "counted", (Datum(printed, source.id, "retrieved"),)))


def _values(edition: Edition, source: Source, name: str) -> Iterator[tuple[Piece, bool]]:
    """The different values that the files have for a field, each with whether anybody states it."""
    stated: dict[str, bool] = {}
    for file in source.files:
        if value := getattr(file, name):
            stated[value] = stated.get(value, False) or dict(file.provenance).get(name) != DETECTED
    for value, known in stated.items():
        yield edition.day(value, source.id) if name == "published" else Datum(value, source.id, name), known


def _of_text(edition: Edition, source: Source, id: str) -> Iterator[Fact]:  # noqa: A002
    """What is known of the text itself, where it is."""
    for name in ("language", "kind", "agency", "rights", "tlp"):
        if value := getattr(source, name):
            printed = printed_language(value, edition.labels.language) if name == "language" else value
            known = dict(source.provenance).get(name) != DETECTED
            piece = _marked(edition, Datum(printed, source.id, name), known)
            yield Fact(f"fact-{name}", Statement(f"{id}-{name}", "counted", (piece,)))


def _marked(edition: Edition, piece: Piece, known: bool) -> Piece | Phrase:
    """What is printed for a value: that it was detected, where nobody states it."""
    return piece if known else edition.phrase("fact-detected", value=piece)
