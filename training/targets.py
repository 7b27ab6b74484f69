"""What would be right: how much of each candidate's chance it should have.

In: candidates, the gold attribution of their cue. Out: target chances, one a candidate; all zero
where a group is not to be learned from. Why: an edge that is one word off is nearly right, and says
so.
"""

import marked

FALSE_CUE, OTHER_WORD = None, "skip"
"""What stands for a gold attribution where a head is none: a false cue, another word of a cue."""
SAME = 0.97
"""From this share of common tokens on, two contents count as the same."""
NEAR = 0.5
NAMED_SHARE, UNNAMED_SHARE = 0.85, 0.15
"""How much of a choice's worth hangs on its source, and how much does not."""
PARTLY_NAMED = 0.6
"""Worth of a source that overlaps the right one."""
LEAST_WORTH = 0.3
"""Of the best choice, or else there is nothing to learn from the cue."""
SHARPNESS = 4
"""The power to which worths are raised, so that the best choice gets most."""


def edge_targets(gold, side, places):
    """For the edges of a cue; side: 0 its start, 1 its end."""
    return [float(isinstance(gold, marked.Gold) and gold.cue[side] == place) for place in places]


def source_targets(gold, ranges):
    """For the sources of a cue."""
    return [float(isinstance(gold, marked.Gold) and one == gold.source) for one in ranges]


def content_targets(gold, ranges):
    """For the contents of a cue, the first of which is none."""
    if gold is FALSE_CUE:
        return nothing_of(ranges)
    if gold == OTHER_WORD:
        return [0.0] * len(ranges)
    want = (gold.left[-1] if gold.left else None, gold.right[0] if gold.right else None)
    return [float(n > 0 and one == want) for n, one in enumerate(ranges)]


def joint_targets(gold, choices):
    """All on nothing for a false cue; else shared among the choices near the gold one."""
    if not isinstance(gold, marked.Gold):
        return nothing_of(choices)
    worths = [worth_of(choice, gold) for choice in choices]
    top = max(worths)
    if top < LEAST_WORTH:
        return [0.0] * len(choices)
    worths = [worth**SHARPNESS if worth >= 0.5 * top else 0.0 for worth in worths]
    total = sum(worths)
    return [worth / total for worth in worths]


def nothing_of(candidates):
    """All on the first candidate, which is nothing."""
    return [1.0] + [0.0] * (len(candidates) - 1)


def worth_of(choice, gold):
    """How near a choice of contents and source is to the gold one, 0 to 1."""
    left, right, source = choice
    want = {t for piece in gold.pieces for t in range(*piece)}
    have = {t for piece in (left, right) if piece for t in range(*piece)}
    likeness = len(want & have) / len(want | have)
    named = UNNAMED_SHARE + NAMED_SHARE * source_worth(source, gold.source)
    return content_worth(likeness) * named


def content_worth(likeness):
    """The worth of a content that shares so much of its tokens with the gold one."""
    if likeness > SAME:
        return 1.0
    return likeness**3 if likeness >= NEAR else 0.0


def source_worth(source, wanted):
    """1 for the right source, less for one that overlaps it."""
    if source == wanted:
        return 1.0
    overlaps = source and wanted and source[0] < wanted[1] and wanted[0] < source[1]
    return PARTLY_NAMED if overlaps else 0.0
