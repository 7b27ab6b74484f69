"""A mention in a line of capitals -> whom it means.

In: a phrase in a headline or the like. Out: a name that the body has, a description of somebody in
it, or what is printed. Why: in such a line capitals make no names, and articles are left out.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newsquote._names.antecedents import pointing
from newsquote._names.antecedents.antecedent import Antecedent
from newsquote._names.how import How
from newsquote._names.identities.title_lines import person_of_line
from newsquote._names.phrases.records import Phrase
from newsquote._names.records import PERSON

if TYPE_CHECKING:
    from newsquote._names.antecedents.discourse import Discourse
    from newsquote._names.antecedents.nominals import Nominals
    from newsquote._names.antecedents.unnamed import Unnamed
    from newsquote._text.ranges import Tokens

__all__ = ["Headlines"]

_SURE, _SURE_OF_GROUP, _SURE_OF_OTHERS = 0.85, 0.8, 0.5
_SEVERAL = 2


class Headlines:
    """Finds whom the headline of one text means."""

    def __init__(
        self,
        discourse: Discourse,
        nominals: Nominals,
        unnamed: Unnamed,
    ) -> None:
        self._discourse, self._doc = discourse, discourse.doc
        self._nominals, self._unnamed = nominals, unnamed

    def antecedent(self, phrase: Phrase) -> Antecedent:
        """Whom a mention in a line of capitals means."""
        i, j = phrase.i, phrase.j
        known = self._discourse.register.index.between(i, j)
        joiners = self._doc.pack.closed("joiners")
        joined = not joiners.isdisjoint(self._doc.lowers[i:j])
        if len(known) >= _SEVERAL and joined:
            group = self._discourse.group(known)
            return Antecedent(group, _SURE_OF_GROUP, How.HEADLINE_NAME)
        if known:
            first, last = known[0], known[-1]
            named = last if last.kind == PERSON else first
            return Antecedent(named, _SURE, How.HEADLINE_NAME)
        common = self._as_common_noun(phrase)
        register = self._discourse.register
        alone = person_of_line(self._doc, i, j, register.index, register.forms)
        found = self._nominals.named_antecedent(common)
        if found is not None:
            return found
        if alone is not None:
            return Antecedent(alone, _SURE_OF_OTHERS, How.HEADLINE_ALONE)
        cluster = self._unnamed.described(common)
        how = How.UNNAMED_AGAIN if cluster.mentions else How.UNNAMED
        return Antecedent(cluster, _SURE_OF_OTHERS, how)

    def _as_common_noun(self, phrase: Phrase) -> Phrase:
        """A phrase as if its last word were a common noun."""
        head = phrase.head if phrase.head >= 0 else phrase.j - 1
        words = partial(self._discourse.reader.roles.telling.beside, phrase.i, phrase.j, head)
        return Phrase(
            i=phrase.i,
            j=phrase.j,
            head=head,
            end=head + 1,
            words=words,
        )

    def named_below(self, tokens: Tokens) -> Antecedent | None:
        """Whom a headline or lead describes who is named further down.

        That is clear only when the text below has been read.
        """
        phrase = self._discourse.reader.phrase(*tokens)
        if phrase.head < 0 or not pointing.in_headline(self._discourse, phrase):
            return None
        found = self._nominals.named_antecedent(phrase)
        return None if found is None else found._replace(how=How.NAMED_BELOW)
