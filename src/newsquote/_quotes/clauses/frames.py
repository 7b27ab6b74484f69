"""The frames of a reporting verb, by the letters with which the lists of verbs write them.

In: nothing. Out: a name for each letter. Why: ``"z" in cue.frames`` says nothing to a reader; the
heads of ``cue_verbs.txt`` and ``cue_phrases.txt`` describe the letters, these constants name them.
"""

from __future__ import annotations

__all__ = [
    "ADDRESSEE",
    "AMBIGUOUS",
    "BARE_CLAUSE",
    "BARE_PREDICATE",
    "INFINITIVE",
    "OBJECT",
    "OBJECT_AND_FOR",
    "OBJECT_AND_OF",
    "OBJECT_AND_PREDICATE",
    "OPTIONAL_ADDRESSEE",
    "QUESTION_CLAUSE",
    "QUOTATION",
    "THAT_CLAUSE",
]

QUOTATION = "q"
"""A quotation, or a clause into which the verb is inserted or which it follows."""
THAT_CLAUSE = "c"
BARE_CLAUSE = "z"
"""A clause without "that"."""
INFINITIVE = "i"
QUESTION_CLAUSE = "w"
ADDRESSEE = "a"
"""A noun phrase before the content is whoever is spoken to: "told Lee that"."""
OPTIONAL_ADDRESSEE = "b"
"""It may be: "asked Lee whether", but "asked whether"."""
OBJECT_AND_OF = "o"
"""The content stands behind "of" or "about": "accused Lee of"."""
OBJECT_AND_FOR = "f"
OBJECT_AND_PREDICATE = "d"
"""The content has a predicate with "as", or one of its own: "described the plan as"."""
BARE_PREDICATE = "k"
"""The predicate needs no "as": "called the plan “a farce”"."""
OBJECT = "n"
"""A noun phrase alone is the content."""
AMBIGUOUS = "x"
"""Other senses of the verb are frequent."""
