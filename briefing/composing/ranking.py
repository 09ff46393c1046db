"""Which claims come first: an explainable score from the audience's own weights.

Each weight is a number under a dotted name in ``audience.toml``; a name that is absent counts nothing. The names are

- ``sector.<sector>``: the best of a claim's sectors counts in full, each further one a quarter
- ``form.<form>``, ``force.<force>``, ``modality.<modality>``, ``class.<class>``, ``passage.<kind>``
- ``figure.<kind>``, where the claim touches a sector
- ``nature.<nature>`` of the outlet, of "analysts" or of nobody named; ``said.<nature>`` of a named speaker or an
  office, whose demands and plans are commentary in nature and acts all the same
- ``outlets``: each outlet beyond the first; ``early``: full for the first paragraph, falling to nothing at the twelfth
- ``leaning``: the passage begins with a word that leans on the sentence before it ("Its", "But")
- ``pinned`` is no weight: what the analyst pinned comes before all else, in their order
- ``long``: each word of the passage beyond 45; ``short``: fewer than 6 words of what is said
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefing.composing.edition import Edition
from briefing.language.pronouns import leans
from briefing.model.claim import Claim

LONG, SHORT, LATE = 45, 6, 12
PINNED = 10_000
"""The points of a claim that the analyst pinned, less its place among the pinned: more than any weights give."""
ACCOUNTABLE = ("named", "role")


def score(edition: Edition, claim: Claim) -> float:
    """How much this audience wants the claim: the sum of its weights."""
    return edition.once(_scores)[claim.id]


def worth(edition: Edition, claim: Claim) -> float:
    """The same without regard to whether the analyst pinned it."""
    if claim.id not in edition.pins:
        return score(edition, claim)
    return sum(points for name, points in reasons(edition, claim) if name != "pinned")


def _scores(edition: Edition) -> dict[str, float]:
    return {claim.id: sum([points for _, points in _weighed(edition, claim)]) for claim in edition.claims}


def reasons(edition: Edition, claim: Claim) -> list[tuple[str, float]]:
    """What the claim scores and why: (name of the weight, points)."""
    return [(name, points) for name, points in _weighed(edition, claim) if points]


def _weighed(edition: Edition, claim: Claim) -> list[tuple[str, float]]:
    """What the claim has of each weight, which may be nothing."""
    weights, sort = edition.audience.weights, _sort(claim)
    known = edition.once(_of_sorts)
    if sort not in known:
        known[sort] = [(name, weights[name]) for name in _names(claim) if name in weights] + _sectors(weights, claim)
    found = known[sort] + _shape(weights, claim)
    if claim.id in edition.pins:
        found.append(("pinned", PINNED - edition.pins[claim.id]))
    outlets = edition.outlets_on(claim)
    if outlets > 1:
        found.append(("outlets", weights.get("outlets", 0) * (outlets - 1)))
    return found


def _sort(claim: Claim) -> tuple[object, ...]:
    """What the weights ask of a claim but for its words and place: few sorts of claims make up thousands."""
    at = claim.attribution
    kinds = frozenset([figure.kind for figure in claim.figures])
    return claim.form, claim.nature, claim.modality, at.kind, at.force, claim.passage.kind, claim.sectors, kinds


def _of_sorts(_: Edition) -> dict[tuple[object, ...], list[tuple[str, float]]]:
    """What each sort of claim scores and why, as far as it was asked for."""
    return {}


def _names(claim: Claim) -> list[str]:
    """The names of the weights that a claim's sort bears, but those of its sectors."""
    names = [f"form.{claim.form}", f"{_voice(claim)}.{claim.nature}", f"modality.{claim.modality}"]
    names += [f"class.{claim.attribution.kind}", f"passage.{claim.passage.kind}"]
    names += [f"force.{claim.attribution.force}"] if claim.attribution.force else []
    kinds = {figure.kind for figure in claim.figures} if claim.sectors else set()
    return names + [f"figure.{kind}" for kind in sorted(kinds)]


def _voice(claim: Claim) -> str:
    """Whose fact or commentary it is: "said" by somebody who answers for it, else the "nature" of the text."""
    return "said" if claim.attribution.kind in ACCOUNTABLE else "nature"


def _sectors(weights: Mapping[str, float], claim: Claim) -> list[tuple[str, float]]:
    ranked = sorted(((weights.get(f"sector.{name}", 0), f"sector.{name}") for name in claim.sectors), reverse=True)
    return [(name, points if index == 0 else points / 4) for index, (points, name) in enumerate(ranked)]


def _shape(weights: Mapping[str, float], claim: Claim) -> list[tuple[str, float]]:
    exact, start = claim.anchor.exact, claim.anchor.start
    found = []
    if claim.passage.locator.paragraph <= LATE:
        found.append(("early", weights.get("early", 0) * (1 - (claim.passage.locator.paragraph - 1) / LATE)))
    if len(exact) > 2 * LONG and (words := len(exact.split())) > LONG:
        found.append(("long", weights.get("long", 0) * (words - LONG)))
    if sum(len(exact[a - start : b - start].split(None, SHORT)) for a, b in claim.content) < SHORT:
        found.append(("short", weights.get("short", 0)))
    if leans(exact):
        found.append(("leaning", weights.get("leaning", 0)))
    return found


def ranked(edition: Edition, claims: Iterable[Claim]) -> list[Claim]:
    """The claims, the highest score first; equal scores in the order of sources and text."""
    places = edition.once(_places)
    return sorted(claims, key=lambda claim: places[claim.id])


def _places(edition: Edition) -> dict[str, int]:
    """The place of each claim among all, ranked, by its id."""
    scores, order = edition.once(_scores), edition.order
    return {id_: place for place, id_ in enumerate(sorted(scores, key=lambda id_: (-scores[id_], order[id_])))}
