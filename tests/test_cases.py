"""One file a phenomenon: short texts in which the quotations to be found are marked.

``cases/README.md`` says how.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace as Fake

import pytest

import newsquote

CASES = Path(__file__).parent / "cases"
MARK = re.compile(
    r"\{(?P<set>q\d+)\.(?P<name>\w+)=(?P<value>[^{}]*)\}"
    r"|\{(?P<open>q\d+(?:\.\w+)?(?: q\d+(?:\.\w+)?)*):|\}"
)
ATTRIBUTES = {
    "kind": lambda q: q.kind,
    "mode": lambda q: q.mode,
    "polarity": lambda q: q.cue and q.cue.polarity,
    "category": lambda q: q.cue and q.cue.category,
    "speaker": lambda q: q.speaker and q.speaker.name,
    "speaker_kind": lambda q: q.speaker and q.speaker.kind,
    "role": lambda q: q.speaker and q.speaker.role,
    "affiliation": lambda q: q.speaker and q.speaker.affiliation,
    "members": lambda q: q.speaker and " & ".join(member.name for member in q.speaker.members),
    "count": lambda q: q.speaker and q.speaker.count is not None and str(q.speaker.count),
    "anonymity": lambda q: q.speaker and q.speaker.anonymity,
    "relayed_by": lambda q: q.relayed_by and q.relayed_by.text,
    "addressee": lambda q: q.addressee and q.addressee.text,
    "occasion": lambda q: q.occasion and q.occasion.text,
    "when": lambda q: q.when and q.when.text,
    "lemma": lambda q: q.cue and q.cue.lemma,
}


@dataclass
class Case:
    text: str = ""
    quotes: dict[str, dict[str, list[tuple[int, int]]]] = field(
        default_factory=dict
    )  # label -> what ("" is content) -> spans
    values: dict[str, dict[str, str]] = field(default_factory=dict)

    def letters(self, *spans):
        return frozenset(
            i for start, end in spans for i in range(start, end) if self.text[i].isalnum()
        )

    def differences(self, found):
        left, out, matches = list(found), [], {}
        for label, marks in self.quotes.items():
            wanted = [
                [self.letters(span) for span in spans]
                for spans in (marks[""], marks.get("or"))
                if spans
            ]
            match = next(
                (
                    q
                    for q in left
                    if [self.letters((p.span.start, p.span.end)) for p in q.parts] in wanted
                ),
                None,
            )
            if match is None:
                out.append(f"{label} is missing: {[self.text[s:e] for s, e in marks['']]}")
                continue
            left.remove(match)
            matches[label] = match
            for what, mention in (("cue", match.cue), ("source", match.source)):
                if what in marks and not (
                    mention
                    and self.letters(*marks[what])
                    & self.letters((mention.span.start, mention.span.end))
                ):
                    out.append(
                        f"{label} has the {what} {mention and mention.text!r},"
                        f" not {[self.text[s:e] for s, e in marks[what]]}"
                    )
            got = {
                name: ATTRIBUTES[name](match) or ""
                for name in self.values.get(label, {})
                if name != "parent"
            }
            out += [
                f"{label} has the {name} {value!r}, not {self.values[label][name]!r}"
                for name, value in got.items()
                if value != self.values[label][name]
            ]
        for label, match in matches.items():
            parent = next(
                (other for other, one in matches.items() if getattr(match, "parent", None) is one),
                "",
            )
            if parent != self.values.get(label, {}).get("parent", parent):
                out.append(
                    f"{label} has the parent {parent!r}, not {self.values[label]['parent']!r}"
                )
        return out + [f"not expected: {[part.text for part in quote.parts]}" for quote in left]


def read(marked):
    """The case without its marks: their offsets are counted in the text that is left."""
    case, opened, last = Case(), [], 0
    for mark in MARK.finditer(marked):
        case.text += marked[last : mark.start()]
        last = mark.end()
        if mark["set"]:
            case.values.setdefault(mark["set"], {})[mark["name"]] = mark["value"]
        elif mark["open"]:
            opened.append((mark["open"].split(), len(case.text)))
        else:
            labels, start = opened.pop()
            for label, _, what in (name.partition(".") for name in labels):
                case.quotes.setdefault(label, {}).setdefault(what, []).append(
                    (start, len(case.text))
                )
    case.text += marked[last:]
    assert not opened, f"a mark is not closed: {opened}"
    assert all("" in marks for marks in case.quotes.values()), "a quote without content"
    assert case.values.keys() <= case.quotes.keys(), "values of a quote that is not there"
    return case


def blocks():
    for path in sorted(CASES.glob("*.txt")):
        for block in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            title, _, rest = block.partition("\n")
            head, body = re.match(
                r"((?:(?:(?:xfail|no comment|rejected)[^\n]*:[^\n]*|none|thoughts|nested)\n)*)(.*)",
                rest,
                re.DOTALL,
            ).groups()
            for way, model in (("trained", "default"), ("rules", None)):
                reason = re.search(rf"^xfail(?: {way})?: (.*)", head, re.MULTILINE)
                marks = [pytest.mark.xfail(reason=reason[1])] if reason else []
                yield pytest.param(
                    head.split("\n"),
                    body.strip(),
                    model,
                    id=f"{path.stem}: {title.strip()}, {way}",
                    marks=marks,
                )


def lists(head, article):
    """How the refusals and the rejected marks differ from those that a case names.

    A source and a cue need only share words.
    """
    silent = [
        (found.source.text if found.source else "", found.cue.text) for found in article.no_comments
    ]
    rejected = [(found.text, found.reason.value) for found in article.rejected]
    for name, got, same in (
        ("no comment", silent, lambda one, two: one in two or two in one),
        ("rejected", rejected, str.__eq__),
    ):
        lines = [line.partition(":")[2].strip() for line in head if line.startswith(f"{name}:")]
        wanted = [tuple(line.split(" | ")) for line in lines if line]
        if lines and not (
            len(wanted) == len(got)
            and all(any(all(map(same, one, two)) for two in got) for one in wanted)
        ):
            yield f"{name}: {got}, not {wanted}"


@pytest.mark.parametrize(("head", "marked", "model"), [*blocks()])
def test_exactly_the_marked_quotations_are_found(head, marked, model):
    case = read(marked)
    assert bool(case.quotes) != ("none" in head), "a case either marks quotations or says none"
    options = newsquote.ParseOptions(
        include_thoughts="thoughts" in head, include_nested="nested" in head, model=model
    )
    article = newsquote.parse(case.text, options=options)
    different = [*case.differences(article.quotes), *lists(head, article)]
    if different:  # the lines say all: a traceback of each known gap would cost a second
        pytest.fail("\n".join([case.text, *different]), pytrace=False)


def test_marks_are_read_and_every_kind_of_difference_is_seen():
    case = read(
        "{q1:“No,” {q2:nobody}} {q1.cue q2.cue:said} "
        "{q1.source:Ann {q2.or:Lee}}{q1.speaker=Ann Lee}. {q1:“Go.”}"
    )
    assert case.text == "“No,” nobody said Ann Lee. “Go.”"
    assert case.quotes["q1"] == {"": [(0, 12), (27, 32)], "cue": [(13, 17)], "source": [(18, 25)]}
    assert case.quotes["q2"] == {"": [(6, 12)], "cue": [(13, 17)], "or": [(22, 25)]}

    def part(start, end):
        return Fake(span=newsquote.Span(start, end), text=case.text[start:end])

    right = Fake(
        parts=[part(0, 12), part(27, 32)],
        cue=part(13, 17),
        source=part(18, 25),
        speaker=Fake(name="Ann Lee"),
    )
    other = Fake(parts=[part(22, 25)], cue=part(13, 17), source=None, speaker=None)
    assert case.differences([other, right]) == []
    wrong = Fake(parts=right.parts, cue=part(18, 25), source=None, speaker=None)
    assert len(case.differences([wrong, other])) == 3
    assert len(case.differences([right])) == 1
    assert len(case.differences([right, other, Fake(parts=[part(13, 17)])])) == 1
