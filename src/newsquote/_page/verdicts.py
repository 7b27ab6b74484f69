"""Verdicts: what a line of a page is, who said so, and what told.

In: nothing. Out: ``Verdict``, the enums of judges and of signs, and a sentence of plain English for
each. Why: a role that somebody doubts must be explained from what decided; what decided is an enum
member and a place in the text, and becomes a sentence only at the edge.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsquote._text.ranges import Chars
    from newsquote.kinds import BlockRole

__all__ = ["VERDICT_TEXTS", "Judge", "Sign", "Verdict"]


class Judge(Enum):
    """Who decided, in the order in which they are asked."""

    BYLINE_WORDS = auto()
    CREDIT = auto()
    WITHOUT_WORDS = auto()
    LISTED_PHRASE = auto()
    COPYRIGHT = auto()
    EDITORS_NOTE = auto()
    CAPTION = auto()
    STAMP = auto()
    ADDRESS = auto()
    CONTACT = auto()
    OFFER = auto()
    POST = auto()
    BESIDE_OFFER = auto()
    HEADLINE = auto()
    SITE_NAME = auto()
    PICTURE = auto()
    BYLINE_PLACE = auto()
    BIOGRAPHY = auto()
    DESK_HEADING = auto()
    KICKER = auto()
    SUBHEADLINE = auto()
    COMMENTS = auto()
    RELATED_TITLE = auto()
    RELATED_LIST = auto()
    LINE_WEIGHTS = auto()
    PARAGRAPH = auto()
    DATELINE = auto()


class Sign(Enum):
    """What told."""

    # bylines by their words
    BYLINE_OPENING = auto()
    HOUSE_ALONE = auto()
    BY_ALONE = auto()
    NAME_BELOW_BY = auto()
    # credits
    WIRE_SIGN = auto()
    CREDIT_OPENING = auto()
    CONTRIBUTION = auto()
    BORROWED_MATTER = auto()
    REPORTERS_AND_PLACES = auto()
    # furniture
    SIGNS_ALONE = auto()
    LISTED_LINE = auto()
    LISTED_START = auto()
    WEB_ADDRESS = auto()
    # rights and notes
    COPYRIGHT_CLAIM = auto()
    CORRECTED = auto()
    ADVISORY = auto()
    BELOW_DESK_HEADING = auto()
    LIFE_OF_AUTHOR = auto()
    LIFE_OF_JOURNALIST = auto()
    # captions by their own signs
    PICTURE_LABEL = auto()
    PICTURE_NUMBER = auto()
    CREDIT_AT_END = auto()
    WHO_STANDS_WHERE = auto()
    DATED_SCENE = auto()
    PICTURE_AGENCY = auto()
    PICTURE_SOURCE = auto()
    PICTURE_SIGNED = auto()
    # captions by the lines beside them
    PRINTED_TWICE = auto()
    PICTURE_SOURCE_BELOW = auto()
    PICTURE_BUTTON = auto()
    PICTURE_BUTTON_ABOVE = auto()
    # stamps
    STAMP_WORDS_ALONE = auto()
    ANNOUNCED_DATE = auto()
    FEW_OTHER_WORDS = auto()
    # ways to reach somebody
    ADDRESS_ALONE = auto()
    ADDRESS_IN_BRACKETS = auto()
    WAY_TO_REACH = auto()
    WAY_TO_FOLLOW = auto()
    # offers
    URGED_OFFER = auto()
    OFFER_IN_HOUSE_VOICE = auto()
    OFFER_NAMED = auto()
    OFFER_BESIDE = auto()
    # posts
    SIGNED_POST = auto()
    # around the headline
    ONLY_CANDIDATE = auto()
    BEST_CANDIDATE = auto()
    SHORT_FIRST_LINE = auto()
    HOUSE_ABOVE_HEADLINE = auto()
    PARTED_FROM_STORY = auto()
    RIGHT_ABOVE_HEADLINE = auto()
    # bylines by their place
    NAME_BELOW_HEADLINE = auto()
    NAME_BESIDE_STAMP = auto()
    NAME_BELOW_BYLINE = auto()
    BYLINE_GOES_ON = auto()
    AUTHORS_ROLE = auto()
    # related stories
    TITLE_BEHIND_LABEL = auto()
    TITLE_BEHIND_SITE = auto()
    TITLE_IN_BRACKETS = auto()
    TITLE_BEFORE_ADDRESS = auto()
    TITLE_IN_CAPITALS = auto()
    TITLE_TWICE = auto()
    TEASER_BELOW_TITLE = auto()
    BULLETED_TITLES = auto()
    BAND_OF_TITLES = auto()
    TITLES_BEHIND_STORY = auto()
    RELATED_HEADING = auto()
    UNDER_RELATED_HEADING = auto()
    HEADING_WITHOUT_TITLES = auto()
    # beside the story
    COMMENTS_HEADING = auto()
    BELOW_COMMENTS_HEADING = auto()
    WEIGHED_ABOVE = auto()
    WEIGHED_TOP = auto()
    WEIGHED_INSIDE = auto()
    WEIGHED_BELOW = auto()
    # the story
    NOTHING_AGAINST = auto()
    DATELINE_ALONE = auto()
    BULLET_OR_NUMBER = auto()
    LINE_OF_LIST = auto()
    TURN_LABEL = auto()
    QUESTION_LABEL = auto()
    QUESTION_ALONE = auto()
    PRINTED_IN_PARAGRAPH = auto()
    SHORT_WITHOUT_STOP = auto()


class Verdict(NamedTuple):
    """What a line is."""

    role: BlockRole
    judge: Judge
    why: Sign
    told_by: Chars | None = None
    """Where the phrase or the neighbour stands that told, if one did."""

    def told_at(self, where: Chars) -> Verdict:
        """The same verdict with the place of what told."""
        return Verdict(self.role, self.judge, self.why, where)


VERDICT_TEXTS: Mapping[Judge | Sign, str] = {
    Judge.BYLINE_WORDS: "Near the top, its own words are those of a byline.",
    Judge.CREDIT: "Its own words are those of a credit.",
    Judge.WITHOUT_WORDS: "It has no words.",
    Judge.LISTED_PHRASE: "Its words are listed among those that sites print around stories.",
    Judge.COPYRIGHT: "It says whose text it is.",
    Judge.EDITORS_NOTE: "It speaks of the story itself.",
    Judge.CAPTION: "Its own words are those of a caption.",
    Judge.STAMP: "It says when the story was published or changed.",
    Judge.ADDRESS: "It is an address.",
    Judge.CONTACT: "It says how somebody is reached.",
    Judge.OFFER: "It offers the reader something of the house's.",
    Judge.POST: "It is a post that is pasted into the story.",
    Judge.BESIDE_OFFER: "It stands beside an offer and has words of one.",
    Judge.HEADLINE: "It is the best line above the running text for a headline.",
    Judge.SITE_NAME: "It is the name of the site.",
    Judge.PICTURE: "It stands beside something that belongs to a picture.",
    Judge.BYLINE_PLACE: "It names an author where bylines stand.",
    Judge.BIOGRAPHY: "It tells who an author is.",
    Judge.DESK_HEADING: "It stands below the story, for editors.",
    Judge.RELATED_TITLE: "It names another story.",
    Judge.RELATED_LIST: "It belongs to a list of other stories.",
    Judge.SUBHEADLINE: "It stands between the headline and what parts it from the story.",
    Judge.KICKER: "It stands right above the headline.",
    Judge.COMMENTS: "It belongs to the readers' comments.",
    Judge.LINE_WEIGHTS: "Its words, its form, its place and its neighbours weigh most for it.",
    Judge.PARAGRAPH: "Nothing takes it from the story.",
    Judge.DATELINE: "The story's dateline stands in it.",
    Sign.BYLINE_OPENING: "It has “By” or the like, and names behind it.",
    Sign.HOUSE_ALONE: "It is nothing but the name of an agency or a desk.",
    Sign.BY_ALONE: "It is nothing but “By”, with a name below.",
    Sign.NAME_BELOW_BY: "The line above it is nothing but “By”.",
    Sign.WIRE_SIGN: "It is nothing but an agency's name, an end sign or initials.",
    Sign.CREDIT_OPENING: "It opens as credits do and goes on with names.",
    Sign.CONTRIBUTION: "It ends with what somebody contributed to the story.",
    Sign.BORROWED_MATTER: "It says whose reports or information the story uses.",
    Sign.REPORTERS_AND_PLACES: "It names no more than who reported from where.",
    Sign.SIGNS_ALONE: "It is made of signs, and none of them is a quotation mark.",
    Sign.LISTED_LINE: "The whole line is listed, numbers aside.",
    Sign.LISTED_START: "The words with which it begins are listed.",
    Sign.WEB_ADDRESS: "It is nothing but an address on the web.",
    Sign.COPYRIGHT_CLAIM: "It has the sign or the words of a copyright.",
    Sign.CORRECTED: "It says that the story was wrong or has been changed.",
    Sign.ADVISORY: "It tells editors what is new, or readers that names are changed.",
    Sign.BELOW_DESK_HEADING: "It stands below the heading of what is for editors only.",
    Sign.LIFE_OF_AUTHOR: "It says what an author of the story is or does.",
    Sign.LIFE_OF_JOURNALIST: "It says for whom or where a journalist works.",
    Sign.PICTURE_LABEL: "It opens with the label of a picture.",
    Sign.PICTURE_NUMBER: "It opens with a number among pictures or a glued label.",
    Sign.CREDIT_AT_END: "It ends with who took the picture.",
    Sign.WHO_STANDS_WHERE: "It says who is to be seen where, or what kind of picture it is.",
    Sign.DATED_SCENE: "It says in the present what is to be seen on a day.",
    Sign.PICTURE_AGENCY: "An agency signs a picture in it.",
    Sign.PICTURE_SIGNED: "Who made or sold a picture stands at its end or in front of it.",
    Sign.PICTURE_SOURCE: "It is nothing but the source of a picture.",
    Sign.PRINTED_TWICE: "The same sentence stands near it with no paragraph between.",
    Sign.PICTURE_SOURCE_BELOW: "The source of a picture stands below it.",
    Sign.PICTURE_BUTTON: "It is a button to see a picture.",
    Sign.PICTURE_BUTTON_ABOVE: "A button to see a picture stands above it.",
    Sign.STAMP_WORDS_ALONE: "It has nothing but numbers, months, days and words of stamps.",
    Sign.ANNOUNCED_DATE: "It says what it is the time of and gives a full date.",
    Sign.FEW_OTHER_WORDS: "It has hardly more than numbers, months, days and words of stamps.",
    Sign.ADDRESS_ALONE: "It is nothing but a mail address.",
    Sign.ADDRESS_IN_BRACKETS: "It opens with double brackets and has an address.",
    Sign.WAY_TO_REACH: "A verb of contact stands beside an address or a platform.",
    Sign.WAY_TO_FOLLOW: "It asks readers to follow somebody at an address or on a platform.",
    Sign.URGED_OFFER: "It urges the reader and has words of offers.",
    Sign.OFFER_IN_HOUSE_VOICE: "It says “we” or “you” and has words of offers.",
    Sign.OFFER_NAMED: "It is short and has several words of offers.",
    Sign.SIGNED_POST: "It ends with a name and a handle, or is signed below.",
    Sign.OFFER_BESIDE: "The line beside it is an offer.",
    Sign.ONLY_CANDIDATE: "No other line above the running text can be a headline.",
    Sign.BEST_CANDIDATE: "Its words, its length and its neighbours fit best, or nearly so.",
    Sign.SHORT_FIRST_LINE: "It is the first line, shorter than what follows a blank line.",
    Sign.HOUSE_ABOVE_HEADLINE: "It is the name of a house and stands above the headline.",
    Sign.NAME_BELOW_HEADLINE: "It is names right below the headline.",
    Sign.NAME_BESIDE_STAMP: "It is names beside a stamp or a button to follow.",
    Sign.NAME_BELOW_BYLINE: "It is names below another byline.",
    Sign.BYLINE_GOES_ON: "It is “and” between two lines of names.",
    Sign.AUTHORS_ROLE: "It says what the author on the line above is.",
    Sign.TITLE_BEHIND_LABEL: "A title stands behind a label.",
    Sign.TITLE_BEHIND_SITE: "A title stands behind the name of a site.",
    Sign.TITLE_IN_BRACKETS: "A title stands in square brackets.",
    Sign.TITLE_BEFORE_ADDRESS: "Its address stands behind it, or on the line below.",
    Sign.TITLE_IN_CAPITALS: "It is a headline in capitals between two paragraphs.",
    Sign.TITLE_TWICE: "It is the same title twice or more.",
    Sign.TEASER_BELOW_TITLE: "It breaks off and stands below a title.",
    Sign.BULLETED_TITLES: "It stands in a run of bulleted lines that read as titles.",
    Sign.BAND_OF_TITLES: "It stands in a long run of titles above the headline.",
    Sign.TITLES_BEHIND_STORY: "It stands in a run of titles behind the story.",
    Sign.RELATED_HEADING: "It is a heading over other stories.",
    Sign.UNDER_RELATED_HEADING: "It stands in the list under such a heading.",
    Sign.HEADING_WITHOUT_TITLES: "It is a heading over other stories, but none follow.",
    Sign.PARTED_FROM_STORY: "A byline or a stamp stands between it and the story.",
    Sign.RIGHT_ABOVE_HEADLINE: "It is short and stands right above the headline.",
    Sign.COMMENTS_HEADING: "It is the heading of the readers' comments.",
    Sign.BELOW_COMMENTS_HEADING: "It stands below the heading of the readers' comments.",
    Sign.WEIGHED_ABOVE: "It stands above the headline, or above all that is the story's.",
    Sign.WEIGHED_TOP: "It stands between the headline and the story.",
    Sign.WEIGHED_INSIDE: "It stands inside the story and is not the story's own.",
    Sign.WEIGHED_BELOW: "It stands below the end of the story.",
    Sign.NOTHING_AGAINST: "Nothing speaks against its being a paragraph.",
    Sign.DATELINE_ALONE: "The dateline stands alone on a line above the paragraph.",
    Sign.BULLET_OR_NUMBER: "It opens with a bullet or a number.",
    Sign.LINE_OF_LIST: "It stands in a list of bare lines.",
    Sign.TURN_LABEL: "It opens with the label of somebody who speaks.",
    Sign.QUESTION_LABEL: "It opens with the label of a question.",
    Sign.QUESTION_ALONE: "It is nothing but a question.",
    Sign.PRINTED_IN_PARAGRAPH: "Its words stand in a paragraph, too.",
    Sign.SHORT_WITHOUT_STOP: "It is short, has no stop and quotes nobody.",
}
"""What each judge and each sign mean, for people."""
