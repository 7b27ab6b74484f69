"""Strategies for texts: any string at all, and strings made of what news is made of.

All of it composed, with invented names.
"""

from hypothesis import strategies as st

ANY = st.text(
    st.characters(exclude_categories=()), max_size=80
)  # lone surrogates and controls, too
ENDS = ("\n", "\n\n", "\r", "\r\n", "\u2028", "\u2029", "\x85", "\v", "\f", "\x1c")
MARKS = (
    "“", "”", '"', "'", "‘", "’", "«", "»", "„", "``", "''", "(", ")", "[", "]", " — ", " - ", "- ",
    "• ", "* ", "…", ": ", "? ", ". ", ", ",
)  # fmt: skip
WORDS = (
    "Ann Lee", "Mayor Bo Ek", "Dr. Ida Oyelaran-Voss", "McKay", "The Harbour Board", "she", "they",
    "He", "a spokesman for Norvale Council",
    "said", "told reporters", "according to", "According to", "denied", "believes", "that",
    "did not say", "asked", "wrote", "and", "the bridge will reopen",
    "By ", "By Ann Lee and Bo Ek", "LISBON (Reuters) -", "NORVALE, Feb. 3 (AP) —",
    "Related stories:", "Read more: ", "Reporting by ", "© 2026", "Q: ", "A: ",
    "Updated March 4, 2026", "ann.lee@example.org", "@annlee", "https://example.org/x", "12",
    "$3.5m", "e\u0301", "İ", "ﬁ", "😀", "\u200b", "\ufeff", "\xa0", "\x00", "\x1f",
    "\u202e", "שלום", "قال", "👩‍👩‍👧", "🇵🇹", "\u200d", "\ud83d", "\udc00", "â€œ", "&quot;",
    "&#8220;", "re-\nopen",
)  # fmt: skip
PIECES = st.sampled_from((" ", " ", ANY)).flatmap(
    lambda piece: st.just(piece) if isinstance(piece, str) else piece
)
NEWS = st.lists(
    st.one_of(st.sampled_from(ENDS), st.sampled_from(MARKS), st.sampled_from(WORDS), PIECES),
    max_size=60,
).map("".join)
TEXTS = st.one_of(NEWS, ANY)

SAID = st.sampled_from(
    (
        "We never sold the old bridge",
        "It is over",
        "Nobody was told, and nobody was asked",
        "The water came in at noon",
        "I don’t know",
        "They won’t vote, and we know why",
        "The boatmen’s boats are gone",
        "It’s the workers’ day",
    )
)
WHO = st.sampled_from(
    (
        "Ann Lee",
        "Mayor Bo Ek",
        "she",
        "a spokesman for the board",
        "Ida Oyelaran, the harbour master",
        "the council",
    )
)
CUE = st.sampled_from(("said", "told reporters", "wrote", "said on Monday", "insisted"))
CLAIM = st.sampled_from(
    (
        "the mill would close in May",
        "the ferry had been late all week",
        "nobody had called the harbour office",
    )
)
PLAIN = st.sampled_from(
    (
        "The bakery by the old gate opens at seven on most days.",
        "Rain fell over the valley for most of the week and the river rose.",
        "The ferry leaves from the second pier on Sundays.",
    )
)  # fmt: skip
QUOTED = st.one_of(
    st.builds("“{}.”".format, SAID),
    st.builds("“{},” {} {}.".format, SAID, WHO, CUE),
    st.builds("“{},” {} {}. “{}.”".format, SAID, WHO, CUE, SAID),
    st.builds("“{},” {} {}, “and that is all.”".format, SAID, WHO, CUE),
    st.builds("{} {}: “{}.”".format, WHO, CUE, SAID),
    st.builds("“They told us, ‘Come in,’ and we did,” {} {}.".format, WHO, CUE),
    st.builds("“He said ‘{}’ twice,” {} {}.".format, SAID, WHO, CUE),
    st.builds("{} {}, “{},” and left.".format, WHO, CUE, SAID),
    st.builds("{} called it a “great mistake” and left.".format, WHO),
)
SENTENCE = st.one_of(
    QUOTED,
    PLAIN,
    st.builds("{} said that {}.".format, WHO, CLAIM),
    st.builds("According to {}, {}.".format, WHO, CLAIM),
    st.builds("{} denied that {}.".format, WHO, CLAIM),
    st.builds("{} declined to comment.".format, WHO),
)
PARAGRAPH = st.lists(SENTENCE, min_size=1, max_size=3).map(
    lambda parts: " ".join(part[0].upper() + part[1:] for part in parts)
)
HEAD = st.sampled_from(
    (
        "",
        "Bridge to reopen in May\n\n",
        "Bridge to reopen in May\nBy Ann Lee\n\n",
        "Bridge to reopen in May\n\nBy Ann Lee and Bo Ek\n\nLISBON, March 4 (Reuters) - ",
        "LISBON (AP) — ",
    )
)  # fmt: skip
STORY = st.builds(
    lambda head, paragraphs: head + "\n\n".join(paragraphs),
    HEAD,
    st.lists(PARAGRAPH, min_size=1, max_size=5),
)
