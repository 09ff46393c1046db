"""What is said of what is counted: the predicate behind it, the verb before it, the subject it comes to."""

from __future__ import annotations

from briefing.extractors.complements import has_object
from briefing.extractors.phrases import span
from briefing.language.lexicon import lexicon
from briefing.language.numbers import ADJECTIVES, HAPPENED, STOPS, Line, opening
from briefing.model.source import Span

_LINKS = frozenset(lexicon("counted")["links"]["words"])
_AUXILIARIES = frozenset(lexicon("counted")["links"]["auxiliaries"])
_PLACES = frozenset(lexicon("counted")["links"]["places"])
_STEPS = frozenset(lexicon("counted")["links"]["steps"])
_VERBS = frozenset(lexicon("counted")["predicates"]["objects"])
_CLAUSES = frozenset(lexicon("counted")["links"]["clauses"])
_AFTER_LINKS = frozenset(lexicon("counted")["links"]["periods"])
_NEGATIONS = frozenset(["not", "never"])
_FINITE = frozenset(["were", "was", "have", "has", "had"])


def predicate(line: Line, k: int) -> tuple[Span, ...]:
    """What the words from token ``k`` on say happened to what is counted ("have been completely displaced")."""
    k = _past_brackets(line, k)
    if line.word(k) in _PLACES:
        k = _past_place(line, k)
    first = k
    while k < first + 7 and (line.word(k) in _AUXILIARIES or line.word(k).endswith("ly")):
        k += 1
    word = line.word(k)
    if k == first and word in ("do", "does", "did") and line.word(k + 1) == "not" and line.word(k + 2)[:1].isalpha():
        return (span(line, k + 1, k + 3),)
    negated = next((at for at in range(first, k) if line.low[at] in _NEGATIONS), None)
    if negated is not None and word[:1].isalpha() and (word not in STOPS or word in HAPPENED):
        return (span(line, negated, k + 1),)
    if k == first and word in HAPPENED and has_object(line, k):
        return ()
    if word in HAPPENED or (k > first and word.endswith("ed") and word not in STOPS):
        end = k + 1
        while line.word(end) in ADJECTIVES and end < k + 3:
            end += 1
        return (span(line, k, end),)
    back = k - 1
    if back >= first and line.word(back) in HAPPENED:
        return (span(line, back, back + 1),)
    return ()


def _past_brackets(line: Line, k: int) -> int:
    if line.word(k) == ")":
        return k + 1
    if line.word(k) == ",":
        for end in range(k + 1, min(k + 9, len(line) - 1)):
            if line.low[end] == "," and line.low[end + 1] in _FINITE:
                return end + 1
    if line.word(k) == "(":
        for end in range(k + 1, min(k + 14, len(line))):
            if line.low[end] == ")":
                return end + 1
    return k


def _past_place(line: Line, k: int) -> int:
    """Past a phrase of place to the auxiliary behind it; ``k`` where there is none near."""
    for end in range(k + 1, min(k + 9, len(line))):
        word = line.low[end]
        if word in ("were", "was", "have", "has", "had", "are"):
            return end
        if not word[:1].isalpha() or line.numerals[end] is not None or word in _CLAUSES:
            return k
    return k


def verb_before(line: Line, i: int) -> tuple[Span, ...]:
    """The verb whose object the number begins ("killing at least 100")."""
    k = opening(line, i) - 1
    while k > 0 and line.low[k].endswith("ly"):
        k -= 1
    if k < 0 or line.low[k] not in _VERBS:
        return ()
    return (span(line, k, k + 1),)


def linked_subject(line: Line, i: int) -> int | None:
    """The last token of the subject that the number is said of; None where no linking word stands between."""
    k, linked = _past_links(line, opening(line, i) - 1)
    if not linked or k < 0:
        return None
    first = k
    while first > max(0, k - 4) and line.low[first] not in _AFTER_LINKS and line.low[first][:1].isalpha():
        first -= 1
    if line.low[first] in _AFTER_LINKS:  # "rose throughout the year to"
        before, again = _past_links(line, first - 1)
        if again and before >= 0:
            return before
    return k


def _past_links(line: Line, k: int) -> tuple[int, bool]:
    """The token before the linking words that end with token ``k``, and whether there are any."""
    last, linked = max(-1, k - 12), False
    while k > last and (
        line.low[k] in _LINKS or line.low[k] in _AUXILIARIES or line.low[k] in _STEPS or line.numerals[k]
    ):
        linked = linked or line.low[k] in _LINKS
        k -= 1
    return k, linked
