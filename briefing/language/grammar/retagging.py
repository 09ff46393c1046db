"""Retagging: part-of-speech tags corrected where reporting verbs, capitals and quotations leave no doubt."""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import cache

from briefing.language.grammar.homographs import homographs
from briefing.language.grammar.lone_verbs import lone_verbs
from briefing.language.grammar.tagger import tagger
from briefing.language.grammar.tagsets import FINITE, HAVE, HELPERS, NOUN_LIKE, NOUN_TAGS
from briefing.language.lexicon import lexicon, word_set
from briefing.language.verbs import Verb, verb_forms

UNLIKELY_NAMES = frozenset(
    {"RB", "RBR", "VB", "VBD", "VBZ", "VBP", "VBN", "VBG", "UH", "IN", "WDT", "MD", "RP", "CC", "PRP$", "WP", "''"}
)
FUNCTION = frozenset(
    {"i", "and", "or", "but", "the", "his", "her", "its", "their", "our", "my", "who", "what", "that", "which"}
)
ENDERS = frozenset({"out", ".", ",", ":", '"', "that"})
SPEAKING = ("roles", "collective", "organisations", "bodies")
"""The lists of common nouns that can speak, things written apart."""
SUBJECTS = frozenset({"he", "she", "they", "we", "i"})


def retag(texts: Sequence[str], lows: Sequence[str], tags: list[str], named: Set[str] = frozenset()) -> None:
    """Correct the tags of one unit's items in place; ``named`` are words that the text shows to be names."""
    names(texts, lows, tags, named)
    modifiers(lows, tags)
    speakers(lows, tags)
    paired(lows, tags)
    infinitives(lows, tags)
    adverbs, past = word_set("syntax", "adverbs"), word_set("syntax", "past")
    forms = verb_forms()
    headless = not any(tag in ("VBD", "VBZ", "VBP", "MD") for tag in tags)
    for i, low in enumerate(lows):
        if (
            low in ("appear", "seem", "appears", "seems")
            and i
            and tags[i - 1] in NOUN_TAGS
            and lows[i + 1 : i + 2] == ["to"]
        ):
            tags[i] = "VBZ" if low.endswith("s") else "VBP"
        elif low in adverbs and (low != "next" or lows[i + 1 : i + 2] in ([], ["."], [","])):
            tags[i] = "RB"
        elif low == "cannot":
            tags[i] = "MD"
        elif low in past and (tags[i] == "RB" or (tags[i] == "NN" and i and tags[i - 1] not in ("DT", "JJ", "CD"))):
            tags[i] = "VBD"
        verb = forms.get(low)
        if verb is not None and verb.speech:
            tags[i] = verb_tag(lows, tags, i, verb, headless)
    plurals(lows, tags)
    nouns(lows, tags)
    participles(lows, tags)
    first_verb(lows, tags)
    after_quotation(lows, tags)
    lone_verbs(lows, tags)
    homographs(lows, tags)


def names(texts: Sequence[str], lows: Sequence[str], tags: list[str], named: Set[str]) -> None:
    """Tag as names what is capitalised inside a sentence, what ``named`` holds, and an unknown first word."""
    known, forms = tagger().known, verb_forms()
    capitals = sum(text[0].isupper() for text in texts)
    if capitals > 0.6 * len(texts):
        return
    for i, text in enumerate(texts):
        if not text[0].isupper() or lows[i] in FUNCTION:
            continue
        if i == 0 and text in named and lows[i] not in forms:
            tags[i] = "NNP"
        if tags[i] not in UNLIKELY_NAMES:
            continue
        if tags[i] in ("VBD", "VBZ", "VBP", "VB") and i and tags[i - 1] == "NNP" and lows[i] in forms:
            tags[i] = "NNP"
        strange = not (text in known or lows[i] in known or lows[i] in forms) and text.isalpha() and tags[i] != "VBG"
        if (i and lows[i - 1] not in (":", '"', "—", "-", "--", "...") and (tags[i] != "CD" or strange)) or (
            strange
            and i + 1 < len(tags)
            and (tags[i + 1] in ("VBD", "VBZ", "VBN", "MD", "NNP") or lows[i + 1 : i + 3] == [",", "who"])
        ):
            tags[i] = "NNP"


def modifiers(lows: Sequence[str], tags: list[str]) -> None:
    """Tag what describes a noun and was taken for a verb: "an estimated 300", "Defence minister …", "Aid agencies"."""
    for i in range(1, len(tags) - 1):
        if tags[i] in ("VBD", "VBN") and lows[i - 1] in ("a", "an", "the", "another") and tags[i + 1] == "CD":
            tags[i] = "JJ"
        standing = lows[i] in word_set("syntax", "postposed") and lows[i + 1] in ("to", "with")
        if standing and tags[i - 1] in ("NN", "NNS") and not FINITE.isdisjoint(tags[i + 1 :]):
            tags[i] = "JJ"
    for i in range(len(tags) - 1):
        if lows[i] in ("about", "around", "over") and (lows[i + 1] == "half" or tags[i + 1] == "CD"):
            tags[i] = "RB"  # "said about half of services should run"
    titled = lows[:1] and lows[0] in word_set("speakers", "title_parts") and tags[1:2] in (["NN"], ["NNP"])
    subject = tags[:1] in (["VB"], ["VBD"], ["VBP"]) and tags[1:2] == ["NNS"] and tags[2:3] and tags[2] in FINITE
    if tags and tags[0] not in NOUN_LIKE and (titled or (subject and lows[0] not in verb_forms())):
        tags[0] = "NN"


def speakers(lows: Sequence[str], tags: list[str]) -> None:
    """Tag as a noun who speaks right before a finite verb of speech and was taken for a verb ("…, police said")."""
    forms = verb_forms()
    for i in range(len(tags) - 1):
        fenced = i > 0 and lows[i - 1] in (",", '"', "—", "–", "--") and tags[i] in ("VB", "VBP", "VBZ")
        known = (
            lows[i] in speaking() and tags[i] in ("VB", "VBP", "VBD", "VBN", "RB") and (i == 0 or lows[i - 1] != "to")
        )
        if not (known or fenced) or lows[i] in HELPERS:
            continue
        m = i + 1
        while m + 1 < len(tags) and (tags[m] == "RB" or lows[m] in HAVE):
            m += 1
        verb = forms.get(lows[m])
        if not (verb and verb.speech):
            continue
        if (lows[m] in verb.past and (known or verb.irregular)) or (known and tags[m] in ("VBP", "VBZ", "VBD")):
            tags[i] = "NNS" if lows[i].endswith("s") or lows[i] in word_set("speakers", "collective") else "NN"


def paired(lows: Sequence[str], tags: list[str]) -> None:
    """Tag the verbs of "neither confirmed nor denied" as verbs."""
    forms = verb_forms()
    helped = False
    for i in range(1, len(tags) - 1):
        verb = forms.get(lows[i + 1])
        if lows[i] not in ("neither", "nor") or not (verb and verb.speech):
            continue
        if lows[i] == "neither":
            helped = tags[i - 1] == "MD" or lows[i - 1] in ("did", "does", "do")
        tags[i] = "RB" if lows[i] == "neither" else "CC"
        tags[i + 1] = "VB" if helped else "VBD" if lows[i + 1] in verb.past else tags[i + 1]


@cache
def speaking() -> frozenset[str]:
    """The common nouns that can speak."""
    return frozenset().union(*(word_set("speakers", key) for key in SPEAKING))


def infinitives(lows: Sequence[str], tags: list[str]) -> None:
    """Tag "to" before a verb's base form as the mark of an infinitive, and some words that the next one tells."""
    for i, low in enumerate(lows[:-1]):
        if low == "to" and (tags[i + 1] == "VB" or (tags[i + 1] == "RB" and tags[i + 2 : i + 3] == ["VB"])):
            tags[i] = "TO"
        elif low == "her" and tags[i + 1] in ("NN", "NNS", "JJ", "VBG"):
            tags[i] = "PRP$"
        elif low == "that" and tags[i] == "DT" and tags[i + 1] in ("CD", "NNS", "NNPS", "DT", "PRP", "PRP$", "EX"):
            tags[i] = "IN"
        elif low == "whom":
            tags[i] = "WP"
        elif low == "since" and lows[i - 1] in ("has", "have", "had") and tags[i + 1] in ("VBN", "VBD"):
            tags[i] = "RB"


def plurals(lows: Sequence[str], tags: list[str]) -> None:
    """Tag as a plural noun what looks like a verb in -s but stands before the verb of its clause."""
    forms = verb_forms()
    for i in range(len(tags) - 1):
        if tags[i] == "VBZ" and i and tags[i - 1] == "MD":
            tags[i] = "NNS"
        if tags[i] != "VBZ" or lows[i] in HELPERS or lows[i] in forms or not lows[i].endswith("s"):
            continue
        after = i + 1 + (tags[i + 1] in ("NN", "NNS"))
        if (
            after < len(tags)
            and tags[after] in ("VBD", "VBZ", "VBP", "MD")
            and (after == i + 1 or lows[after] in forms)
        ):
            tags[i] = "NNS"


def nouns(lows: Sequence[str], tags: list[str]) -> None:
    """Tag as a noun what looks like a verb but ends a phrase that "a" or "an" opened ("a Dakota native who …")."""
    forms = verb_forms()
    for i in range(1, len(tags)):
        after = lows[i + 1] if i + 1 < len(lows) else "."
        if tags[i] == "JJ" and after == "who" and lows[i] in speaking():
            tags[i] = "NN"
        if tags[i] in ("VBP", "VB") and lows[i] not in forms and tags[i - 1] in NOUN_TAGS - {"PRP"}:
            following = forms.get(after)
            if following and following.speech and after in following.past:
                tags[i] = "NN"
        if tags[i] in ("VBP", "VB") and lows[i] not in forms and tags[i - 1] in ("DT", "JJ", "NNP", "NN"):
            if tags[i - 1] == "NNP" and tags[i + 1 : i + 2] == ["NN"]:
                tags[i] = "NN"
            opened = any(low in ("a", "an") for low in lows[max(0, i - 3) : i])
            article = next((k for k in range(i - 1, -1, -1) if tags[k] not in ("NN", "JJ")), i)
            if lows[article] in ("a", "an") and article < i - 1:
                tags[i] = "NN"
            if opened and (after in ("who", ",", ".", "which", "in", "of", "from") or tags[i + 1] == "VBN"):
                tags[i] = "NN"


def after_quotation(lows: Sequence[str], tags: list[str]) -> None:
    """Tag the reporting verb of a clause that follows a quotation and has no other verb."""
    forms = verb_forms()
    quoted = clear = False
    for i, low in enumerate(lows):
        if tags[i] == "QUOTE":
            quoted = clear = True
        elif tags[i] in ("VBD", "VBZ", "VBP", "MD"):
            clear = False
        verb = forms.get(low)
        if (
            not (quoted and clear and verb and verb.speech)
            or low.endswith("ing")
            or tags[i - 1] in ("QUOTE", "DT", "IN", "TO")
        ):
            continue
        if i + 1 == len(lows) or lows[i + 1] in ENDERS or tags[i + 1] in ("IN", "RB", "QUOTE", "NNP"):
            tags[i] = "VBD" if low in verb.past else "VBP" if low == verb.lemma else "VBZ"
            clear = False


def participles(lows: Sequence[str], tags: list[str]) -> None:
    """Tell the past tense from the participle ("He closed with …", "officials briefed on the plan said …")."""
    forms = verb_forms()
    for i in range(1, len(tags)):
        if tags[i] == "VBN" and (lows[i - 1] in SUBJECTS or ends_description(lows, tags, i)):
            tags[i] = "VBD"
        elif tags[i] == "VBN" and tags[i - 1] == "CC" and tags[i + 1 : i + 2] in (["DT"], ["PRP"], ["PRP$"]):
            before = next((k for k in range(i - 2, -1, -1) if tags[k].startswith("V") or lows[k] in HELPERS), None)
            if before is not None and tags[before] == "VBD" and lows[before] not in HELPERS:
                tags[i] = "VBD"
        elif tags[i] == "VBD" and tags[i - 1] in ("NN", "NNS") and tags[i + 1 : i + 2] == ["IN"]:
            verb = forms.get(lows[i])
            if lows[i].endswith("ed") and not (verb and verb.clause) and said_of(lows, tags, i + 2):
                tags[i] = "VBN"


def ends_description(lows: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a verb of speech follows the end of a relative clause ("who asked not to be named said")."""
    verb = verb_forms().get(lows[i])
    return bool(verb and verb.speech) and tags[i - 1] == "VBN" and tags[i + 1 : i + 2] != ["IN"]


def said_of(lows: Sequence[str], tags: Sequence[str], start: int) -> bool:
    """Whether nothing but a noun phrase or two parts item ``start`` from a verb of speech in the past tense."""
    forms = verb_forms()
    for i in range(start, len(tags)):
        if tags[i] == "VBD":
            verb = forms.get(lows[i])
            return verb is not None and verb.speech
        if tags[i] not in NOUN_TAGS | {"DT", "JJ", "PRP$", "POS", "CD", "IN"} or lows[i] == "that":
            return False
    return False


def first_verb(lows: Sequence[str], tags: list[str]) -> None:
    """Tag the participle of the first clause as its verb where that clause has no other ("The nurse later sued, …")."""
    end = next(
        (i for i, low in enumerate(lows) if low in (",", ";", ":", "who", "which") or tags[i] == "QUOTE"), len(lows)
    )
    if end < 2 or tags[0] in ("IN", "VBG", "VBN", "WRB", "RB", "TO"):
        return
    if end < len(lows) and lows[end] in ("who", "which"):
        return
    if any(tags[i] in ("VBD", "VBZ", "VBP", "MD") for i in range(end)):
        return
    for i in range(1, end):
        subject = tags[i - 1] in NOUN_TAGS or (tags[i - 1] == "RB" and i > 1 and tags[i - 2] in NOUN_TAGS)
        verbal = tags[i] == "VBN" or (tags[i] in ("JJ", "NN") and lows[i].endswith("ed") and i + 1 < end)
        if subject and verbal and lows[i + 1 : i + 2] != ["by"]:
            tags[i] = "VBD"
            return


def before_day(lows: Sequence[str], tags: Sequence[str], i: int) -> int:
    """The item before item ``i``, the word of a day left out ("The Alliance today called on …")."""
    today = i > 1 and lows[i - 1] in word_set("syntax", "days") and tags[i - 1] in ("NN", "RB")
    return i - 2 if today and tags[i - 2] in NOUN_TAGS else i - 1


def verb_tag(lows: Sequence[str], tags: Sequence[str], i: int, verb: Verb, headless: bool) -> str:
    """The tag of a form of a reporting verb, given its neighbours; ``headless``: the unit has no other finite verb."""
    low, tag = lows[i], tags[i]
    last = before_day(lows, tags, i)
    before = tags[last] if last >= 0 else ""
    if before in ("POS", "PRP$") and low in lexicon("nouns"):
        return "NNS" if low.endswith("s") else "NN"
    if before in ("POS", "PRP$"):
        return "JJ" if low in verb.past else "NNS" if low.endswith("s") and tag.startswith("V") else tag
    after = lows[i + 1] if i + 1 < len(lows) else "."
    named = before in ("PRP", "NNP", "RB", "NNPS") or (before in ("NN", "NNS") and after in ENDERS)
    if low in verb.past and low != verb.lemma:
        helped = any(lows[k] in HELPERS and tags[k] != "POS" for k in range(max(0, i - 3), i))
        if tag in NOUN_LIKE | {"IN"} and (verb.irregular or named or before in ("NNS", "QUOTE")):
            return "VBN" if helped else "VBD"
        if tag == "VBN" and not helped and after != "by":
            final = after in (".", ",") and before not in ("CC", "RB", "IN", ",")
            joined = before == "CC" and after in ENDERS
            told = before in ("NNS", "NNPS") and verb.clause and "that" in lows[i + 1 : i + 4]
            if (
                joined
                or told
                or before in ("PRP", "NNP", "NNPS", "QUOTE")
                or (before in ("NN", "NNS") and (headless or verb.irregular or final))
            ):
                return "VBD"
    elif low == verb.lemma:
        if before == "MD" and tag in ("NN", "VBP"):
            return "VB"
        if tag in ("NN", "JJ") and before in ("NN", "NNS", "NNP") and low in word_set("verbs", "never_nouns"):
            return "VBP"
        if tag in ("NN", "VB", "JJ") and after == "that" and before in ("NNS", "NNPS", "PRP"):
            return "VBP"
        if tag == "NN" and verb.object and before in ("NN", "NNS", "NNP") and after in ("it", "this", "that"):
            return "VBP"  # "The police deny it"
    elif low.endswith("ing"):
        if tag in NOUN_LIKE | {"VBP"} and i and lows[i - 1] in (",", "by", "and"):
            return "VBG"
    elif headless and tag == "NNS" and before in ("NNP", "NNPS") and low.endswith("s") and after in verb.prepositions:
        return "VBZ"  # "Relief Alliance calls for access"
    elif low.endswith("s") and tag in NOUN_LIKE and before in ("PRP", "NNP", "CC"):
        if after in ENDERS or (i and lows[i - 1] == "but"):
            return "VBZ"
    elif (
        low.endswith("s")
        and tag == "NNS"
        and before in ("NN", "NNP")
        and tags[i + 1 : i + 2] in (["PRP"], ["DT"], ["EX"])
    ):
        return "VBZ"
    return tag
