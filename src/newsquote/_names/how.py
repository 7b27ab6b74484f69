"""How it was found whom a mention means.

In: nothing. Out: ``How``, and a sentence for each member. Why: "why is he Lee?" has one answer for
each way that the code distinguishes; the program compares members, and only people read the
sentences.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["HOW_TEXTS", "How"]


class How(StrEnum):
    """The ways from a mention to an identity, and to none."""

    OWN_NAME = "own-name"
    SHORT_NAME = "short-name"
    ACRONYM = "acronym"
    NAMESAKE = "namesake"
    DOUBTFUL_NAME = "doubtful-name"
    LAST_SPEAKER = "last-speaker"
    MOST_SALIENT = "most-salient"
    SUBJECT_AHEAD = "subject-ahead"
    RELATIVE = "relative"
    APPOSITION = "apposition"
    APPOSED = "apposed"
    NARRATOR = "narrator"
    FIRST_PERSON = "first-person"
    NAMED_TOGETHER = "named-together"
    QUANTITY = "quantity"
    DESCRIBED_SO = "described-so"
    KINDRED_NOUN = "kindred-noun"
    WORD_OF_NAME = "word-of-name"
    TERRITORY = "territory"
    PART_OF_WHOLE = "part-of-whole"
    UNPREPARED = "unprepared"
    UNNAMED = "unnamed"
    UNNAMED_AGAIN = "unnamed-again"
    HEADLINE_NAME = "headline-name"
    HEADLINE_ALONE = "headline-alone"
    NAMED_BELOW = "named-below"
    JOINT = "joint"
    NOBODY_FITS = "nobody-fits"
    NO_SUPPORT = "no-support"


HOW_TEXTS: dict[How, str] = {
    How.OWN_NAME: "it is the fullest name that the text gives",
    How.SHORT_NAME: "it is a part or another form of a name in the text",
    How.ACRONYM: "its letters stand for a name in the text",
    How.NAMESAKE: "several have this name; this one is nearest, or is named most",
    How.DOUBTFUL_NAME: "it is one word that opens a sentence, and may be no name",
    How.LAST_SPEAKER: "the pronoun fits whoever spoke before and stands out most",
    How.MOST_SALIENT: "the pronoun fits whoever stands out most before it",
    How.SUBJECT_AHEAD: "the pronoun fits the subject of the clause that follows",
    How.RELATIVE: "the relative pronoun takes up the words before it",
    How.APPOSITION: "the words before the relative pronoun describe the name before them",
    How.APPOSED: "the name of whom it describes stands right behind it",
    How.NARRATOR: "it is whoever writes",
    How.FIRST_PERSON: "it stands inside the words of this speaker",
    How.NAMED_TOGETHER: "these were named together before",
    How.QUANTITY: "the word stands for itself",
    How.DESCRIBED_SO: "the text describes this person so",
    How.KINDRED_NOUN: "the text describes this person with a kindred word",
    How.WORD_OF_NAME: "the noun fits this organisation's name or description",
    How.TERRITORY: "it is the place that was named last",
    How.PART_OF_WHOLE: "it is a part that speaks for this organisation",
    How.UNPREPARED: "nothing in the text describes anybody so; this one stands out most before it",
    How.UNNAMED: "it describes somebody without a name",
    How.UNNAMED_AGAIN: "it describes somebody without a name who was mentioned before",
    How.HEADLINE_NAME: "the headline has a name that the text has, too",
    How.HEADLINE_ALONE: "only the headline has this name",
    How.NAMED_BELOW: "the headline or lead describes somebody who is named below",
    How.JOINT: "these are named together as one source",
    How.NOBODY_FITS: "nobody who was mentioned before fits the pronoun",
    How.NO_SUPPORT: "nothing in the text says who is meant",
}
"""For people: what each way is."""
