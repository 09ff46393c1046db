"""What a correction sets in a claim: its speaker, force, sectors or nature, or what one of its figures says.

The words of the source, their anchor and the claim's id stay as they are: a correction says what the analyst reads in
them, and each one is kept with what was read before.
"""

from __future__ import annotations

from dataclasses import replace

from briefing.language.parties import party_id
from briefing.model.claim import PUBLISHER, Attribution, Claim, Figure
from briefing.model.decision import Correction, Decision, Stated


def corrected(claim: Claim, decision: Decision, figure: int | None) -> Claim:
    """The claim with what ``decision`` sets; ``figure`` is the index of the figure it is about, or None.

    A field that this decision set before is left alone. A value that is set already is no correction.
    """
    for name, value in decision.changes:
        known = [each for each in claim.corrections if (each.field, each.figure) == (name, figure)]
        if any(each.decision == decision.id for each in known):
            continue
        was, now = said(claim, name, figure), shown(value)
        first = known[0].was if known else was
        kept = tuple(each for each in claim.corrections if each not in known)
        claim = _set(claim, name, value) if figure is None else _with_figure(claim, name, value, figure)
        if first != now:
            made = Correction(name, first, now, decision.id, figure, decision.by)
            kept = (*kept, made)
        claim = replace(claim, corrections=kept, by="analyst" if kept else claim.by)
    return claim


def said(claim: Claim, name: str, figure: int | None) -> str:
    """What a claim, or one of its figures, says in a field, as printed."""
    if figure is not None:
        one = claim.figures[figure]
        values: dict[str, Stated | None] = {
            "value": one.value,
            "unit": one.unit,
            "what": one.what,
            "as-of": one.as_of,
            "said-by": one.said_by,
        }
        return shown(values[name])
    at = claim.attribution
    own: dict[str, Stated | None] = {
        "speaker": at.speaker,
        "force": at.force,
        "sectors": claim.sectors,
        "nature": claim.nature,
    }
    return shown(own[name])


def shown(value: Stated | None) -> str:
    """A value as printed: "12", "10–20", "health, wash"; "" where there is none."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        numbers = all(not isinstance(each, str) for each in value)
        return ("–" if numbers and value else ", ").join(map(shown, value))
    return f"{value:,}" if isinstance(value, int | float) else value


def _set(claim: Claim, name: str, value: Stated) -> Claim:
    if name == "speaker":
        return _spoken_by(claim, str(value))
    if name == "force":
        return replace(claim, attribution=replace(claim.attribution, force=str(value) or None))
    if name == "sectors":
        return replace(claim, sectors=value if isinstance(value, tuple) else (str(value),))  # type: ignore[arg-type]
    return replace(claim, nature=str(value))


def _spoken_by(claim: Claim, name: str) -> Claim:
    """The claim with another speaker; without one it is the source's own. Spans stay, since they make its id."""
    at = claim.attribution
    if not name:
        own = replace(PUBLISHER, speaker_span=at.speaker_span, cue_span=at.cue_span)
        return replace(claim, attribution=own, form="own")
    form = "indirect" if claim.form == "own" else claim.form
    named = Attribution(
        "named", party_id(name), name, at.speaker_span, at.cue, at.cue_span, at.force or "said", None, ()
    )
    return replace(claim, attribution=named, form=form)


def _with_figure(claim: Claim, name: str, value: Stated, index: int) -> Claim:
    figures = list(claim.figures)
    figures[index] = _figure(figures[index], name, value)
    return replace(claim, figures=tuple(figures))


def _figure(figure: Figure, name: str, value: Stated) -> Figure:
    if name == "value":
        return replace(figure, value=value)  # type: ignore[arg-type]
    if name == "unit":
        return replace(figure, unit=str(value))
    if name == "what":
        return replace(figure, what=str(value), what_spans=())
    if name == "as-of":
        return replace(figure, as_of=str(value) or None, as_of_span=None)
    return replace(figure, said_by=str(value) or None, said_by_span=None)
