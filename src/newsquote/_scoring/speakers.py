"""Whether the speakers are the right ones.

In: who said a quote, by gold and by prediction. Out: shares. Why: a quote is worth what its speaker
is. *Named* means of kind person or organization.

end_to_end  share of the named attributions that are matched and whose predicted speaker has the
right name resolution  the same share among the named attributions that are matched with a source
that is correct kind        share of the matched attributions, of all kinds, whose predicted speaker
is of the right kind precision   share with the right name among the matched attributions whose
predicted speaker is a person or an organization

Each name measure comes ``strict`` and ``lenient`` (see names.py). No speaker, or one without a
name, is never right.
"""

from __future__ import annotations

from typing import Any

from newsquote._scoring.form import speaker_of
from newsquote._scoring.names import NAMED, near_name, same_name
from newsquote._scoring.tallies import Share


class NameShare:
    """A share by either comparison."""

    def __init__(self) -> None:
        self.strict, self.lenient = Share(), Share()

    def add(self, gold: str, pred: str | None) -> None:
        """``pred`` is None where there is nothing to compare."""
        self.strict.add(pred is not None and same_name(gold, pred))
        self.lenient.add(pred is not None and near_name(gold, pred))

    def result(self) -> dict[str, Any]:
        """Both shares."""
        return {"strict": self.strict.result(), "lenient": self.lenient.result()}


class SpeakerTask:
    """The counts over attributions."""

    def __init__(self) -> None:
        self.end_to_end = NameShare()
        self.resolution = NameShare()
        self.precision = NameShare()
        self.kind = Share()

    def judge(
        self, gold: dict[str, Any], speaker: dict[str, Any], *, found: bool, overlaps: bool
    ) -> None:
        """One attribution.

        :param gold: ``{"speaker", "kind"}``, the name of who said it and of what kind that is; a
            kind of None is not asked for.
        :param speaker: the predicted speaker, an empty dictionary if there is none.
        :param found: whether the attribution is matched.
        :param overlaps: whether it is with the correct source.
        """
        name = speaker.get("name") if found else None
        wanted, kind = gold["speaker"], gold["kind"]
        if kind is None or kind in NAMED:
            self.end_to_end.add(wanted, name)
            if overlaps:
                self.resolution.add(wanted, name)
        if not found:
            return
        if kind is not None:
            self.kind.add(speaker.get("kind") == kind)
        if speaker.get("kind") in NAMED:
            self.precision.add(wanted, name)

    def scores(self) -> dict[str, Any]:
        """The shares by measure."""
        return {
            "end_to_end": self.end_to_end.result(),
            "resolution": self.resolution.result(),
            "kind": self.kind.result(),
            "precision": self.precision.result(),
        }


def wanted_speaker(quote: dict[str, Any], article: dict[str, Any]) -> dict[str, Any] | None:
    """The name and kind of a gold quote's speaker.

    Several names are joined as names.py takes them apart.
    """
    speaker = speaker_of(quote, article)
    if not speaker:
        return None
    members = [article["speakers"][n]["name"] for n in speaker.get("members") or ()]
    return {"speaker": " & ".join(members) or speaker["name"], "kind": speaker.get("kind")}
