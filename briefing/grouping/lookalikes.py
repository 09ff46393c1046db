"""Names that look alike and are not: of speakers and outlets, in letters that only resemble those of another name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from briefing.model.claim import Claim
from briefing.model.notice import Notice
from briefing.model.source import Source, Span

SHARED = ["COMMON", "INHERITED"]
"""What is of no script: digits, marks, accents."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A name, and where it is met first."""

    name: str
    source: str
    span: Span | None = None

    def notice(self, code: str, message: str) -> Notice:
        """A Notice at the name."""
        start, end = self.span or (None, None)
        return Notice(code, message, self.source, start, end)


def lookalikes(claims: Iterable[Claim], sources: Mapping[str, Source]) -> Iterator[Notice]:
    """A Notice for each name that mixes two scripts, and for each that looks like another name.

    Such names are counted as different: whether one is a trick, a misprint or the other in its own script, a person
    has to tell.
    """
    names = _names(claims, sources)
    odd = [named for named in names.values() if not named.name.isascii()]
    if not odd:
        return
    from confusable_homoglyphs import categories, confusables  # rarely needed, and slow to import

    look = {name: _look(name, confusables.confusables_data) for name in names}
    alike: dict[str, list[str]] = {}
    for name in names:
        alike.setdefault(look[name], []).append(name)
    for named in odd:
        if confusables.is_mixed_script(named.name, SHARED):
            scripts = sorted(categories.unique_aliases(named.name) - set(SHARED))
            letters = " and ".join(script.title() for script in scripts)
            yield named.notice("mixed-scripts", f"The name “{named.name}” has letters of {letters}.")
        for twin in (name for name in alike[look[named.name]] if name != named.name):
            message = f"The names “{named.name}” and “{twin}” look alike and are of different letters: counted as two."
            yield named.notice("lookalike-names", message)


def _names(claims: Iterable[Claim], sources: Mapping[str, Source]) -> dict[str, _Named]:
    found: dict[str, _Named] = {}
    for claim in claims:
        at = claim.attribution
        if at.speaker:
            found.setdefault(at.speaker, _Named(at.speaker, claim.source, at.speaker_span))
    for source in sources.values():
        for outlet in source.outlets:
            found.setdefault(outlet, _Named(outlet, source.id))
    return found


def _look(name: str, alike: Mapping[str, list[Mapping[str, str]]]) -> str:
    """The name in the ASCII letters that its letters look like, where they look like any."""
    return "".join(letter if letter.isascii() else _plain(letter, alike) for letter in name)


def _plain(letter: str, alike: Mapping[str, list[Mapping[str, str]]]) -> str:
    plain = (each["c"] for each in alike.get(letter, ()) if each["c"].isascii() and each["c"].isalpha())
    return next(plain, letter)
