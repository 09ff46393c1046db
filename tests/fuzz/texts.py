"""Stories by a small grammar: who says what, with numbers, quotation marks, markup and characters of every kind."""

from __future__ import annotations

from hypothesis import strategies as st

NAMES = (
    *("Ana Ruiz", "Mayor Ana Ruiz", "the mayor of Orrin", "a doctor", "officials", "UNHCR", "Dr. O’Neil-Ba Jr.", "she"),
    *("Аna Ruiz", "Khawaja Asif", "the Ministry of Water", "residents", "ANA RUIZ", "Ruiz’s office", "two sources"),
)
SAYS = ("said", "told reporters", "says", "claimed", "wrote on X", "according to", "denied", "urged", "warned", ":")
NUMBERS = (
    *("40", "5,000", "1.250,75", "3 million", "2–3", "between 10 and 20", "at least 9", "ten", "½", "٣٠٠", "5️⃣", "0"),
    *("-7", "1e999", "9" * 400, "0" * 300, "1,234,567,890,123,456,789", "MMXIX", "4/5/2017", "$3.5bn", "100%", "3rd"),
    *("more than 1,200", "about half", "no", "dozens of", "thousands", "1 000 000", "１２", "²", "12.5.3.1", "1/0"),
)
COUNTED = (
    *("families", "people displaced", "dead", "households", "km", "tents", "schools", "injured", "of 60 people", "men"),
    *("children under 5", "cases of cholera", "USD", "million people in need", "homes destroyed", ""),
)
CLAUSES = (
    *("had left Orrin", "were killed in the flood", "need water", "must return home", "cannot cross before spring"),
    *("were displaced from Aru to Teral", "have no insulin", "crossed the border on Monday", "have been injured"),
)
MARKUP = (
    *("<script>alert(1)</script>", "<b onclick=x()>", "</p></main>", "{{ 7*7 }}", "{% raw %}", "{# #}", "&lt;b&gt;"),
    *(
        "[a](javascript:alert(1))",
        "![x](data:image/svg+xml,<svg/>)",
        "**bold**",
        "`code`",
        "<!--",
        "]]>",
        "<svg/onload=x>",
    ),
    *("=1+1", "@SUM(A1)", "| a | b |", "<style>*{}</style>", "\\u202e", "%s %d {0} {name}", "[…]", "[U+202E]", "[he]"),
)
ODD = (
    *(
        "\u202e12\u202c",
        "\u2067قال\u2069",
        "\u200b",
        "\u2060",
        "\ufeff",
        "\u00ad",
        "\u00a0",
        "\x00",
        "\x1b[31m",
        "\x85",
    ),
    *("👩🏽\u200d🚒", "🏴\U000e0067\U000e0062\U000e007f", "e\u0301tat", "נפתח", "می\u200cخواهم", "\ufffd", "\uffff"),
    *("\u2028", "\x0c", "ﬁ", "ẞ", "ı", "Zürich", "a\u0300" * 30, "\U0010ffff", "一二三", "ก็", "\u115f", "\ue000"),
)
QUOTES = ("“{}”", '"{}"', "‘{}’", "'{}'", "«{}»", "„{}“", "“{}", "{}”", '"{}', "({})", "“{} ‘{}’”", "[{}]")
ENDS = (".", ".", ".", "?", "!", "", ":", ".”", "…", ";", ",", " -", ".)")
BREAKS = ("\n\n", "\n\n", "\n", " ", " ", "\r\n\r\n", "\r", "\n- ", "\n-\n", "\n1. ", "\n\n\n\n", "\t", " | ", "\n# ")

word = st.sampled_from([*MARKUP, *ODD, *NUMBERS, *NAMES, "the", "of", "and", "that", "not", "in", "Monday", "—", "’s"])
clause = st.builds(
    "{} {} {}".format, st.sampled_from(NUMBERS), st.sampled_from(COUNTED), st.sampled_from(CLAUSES)
) | st.lists(word, min_size=1, max_size=8).map(" ".join)
quoted = st.builds(lambda marks, words: marks.replace("{}", words), st.sampled_from(QUOTES), clause)
name, says = st.sampled_from(NAMES), st.sampled_from(SAYS)
sentence = (
    st.builds("{} {} that {}".format, name, says, clause)
    | st.builds("{} {} {}".format, quoted, name, says)
    | st.builds("{}, {} {}, {}".format, quoted, says, name, quoted)
    | st.builds("{} {}".format, name, clause)
    | clause
    | quoted
    | st.text(max_size=12)
)
line = st.tuples(sentence, st.sampled_from(ENDS), st.sampled_from(BREAKS)).map("".join)
story = st.lists(line, min_size=1, max_size=10).map("".join)
"""A text of up to ten sentences."""
twin = story.flatmap(lambda text: st.tuples(st.just(text), st.sampled_from(("40", "said", "Ruiz", ".", " ")), word))
"""A story, a word of it, and what a second telling has in that word's place."""
