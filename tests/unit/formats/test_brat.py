"""brat's standoff files, read back line by line."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsquote
from newsquote import cli
from newsquote.formats.brat import CONFIGURATION, brat
from newsquote.formats.characters import encodable

ANY = st.text(st.characters(exclude_categories=()), max_size=80)
TURNS = "🏭 “We knew it,” said Ann Lee, “and so\tdid you.”\r\n\r\n“We were told.\n\n“Now we know,” said Bo Ek."


def read(article):
    """What the file says: entities as pieces of the text, attributes, relations and notes by what
    they are about.
    """
    written = brat(article)
    entities, attributes, relations, notes = {}, {}, [], {}
    lines = written.split("\n")
    assert lines.pop() == ""
    assert lines == written.splitlines()
    for line in lines:
        name, what, *rest = line.split("\t")
        match name[0]:
            case "T":
                kind, offsets = re.fullmatch(r"(\w+) (\d+ \d+(?:;\d+ \d+)*)", what).groups()
                spans = [tuple(map(int, pair.split())) for pair in offsets.split(";")]
                assert rest == [
                    " ".join(encodable(article.text[start:end]) for start, end in spans)
                ]
                assert all(one[1] < other[0] for one, other in pairwise(spans))
                entities[name] = kind, spans
            case "A":
                kind, of, value = what.split(" ")
                assert of in entities
                assert re.search(
                    rf"^{kind}\tArg:{entities[of][0]}, Value:(\w+\|)*{value}(\||$)",
                    CONFIGURATION,
                    re.MULTILINE,
                )
                attributes[of, kind] = value
            case "R":
                kind, one, other = re.fullmatch(r"([\w-]+) Arg1:(T\d+) Arg2:(T\d+)", what).groups()
                assert (
                    f"{kind}\tArg1:{entities[one][0]}, Arg2:{entities[other][0]}\n" in CONFIGURATION
                )
                relations.append((kind, one, other))
            case "#":
                kind, of = what.split(" ")
                notes[of] = rest[0]
    return entities, attributes, relations, notes


@pytest.mark.parametrize(
    "text",
    [
        TURNS,
        "",
        "Mill to close",
        "Corrow Rail denied that it had saved money. Ann Lee said and wrote that it was over.",
    ],
)
def test_what_was_found_is_read_back(text):
    article = newsquote.parse(text)
    entities, attributes, relations, notes = read(article)
    contents = [name for name, (kind, _) in entities.items() if kind == "Content"]
    assert len(contents) == len(article.quotes)
    for name, quote in zip(contents, article.quotes, strict=True):
        joined = "".join(article.text[start:end] for start, end in entities[name][1])
        assert (
            joined.split()
            == "".join(re.sub(r"\s*[\r\n\t]+\s*", "", part.text) for part in quote.parts).split()
            or "\t" in quote.text
        )
        assert attributes[name, "Kind"] == quote.kind
        assert attributes[name, "Mode"] == quote.mode
        assert notes.get(name) == (quote.speaker.name if quote.speaker else None)
        linked = {kind: entities[other][1] for kind, one, other in relations if one == name}
        assert linked.get("Cued-by") == (
            [(quote.cue.span.start, quote.cue.span.end)] if quote.cue else None
        )
        assert linked.get("Said-by") == (
            [(quote.source.span.start, quote.source.span.end)] if quote.source else None
        )


def test_the_story_is_read_back_with_what_stands_inside_what(story):
    entities, _, relations, _ = read(story)
    assert [kind for kind, _ in entities.values()].count("Content") == len(story.quotes)
    assert sum(kind == "Inside" for kind, _, _ in relations) == 1


def test_no_piece_goes_over_a_line_end():
    article = newsquote.parse(TURNS)
    entities, *_ = read(article)
    assert max(len(spans) for _, spans in entities.values()) > 1
    assert not any(
        set("\r\n\t") & set(article.text[start:end])
        for _, spans in entities.values()
        for start, end in spans
    )


@given(ANY)
def test_every_text_can_be_written(text):
    article = newsquote.parse(
        f'{text}\n"{text} it," said {text} Lee.\n\n{text} Bo Ek said that {text}.', id=text
    )
    read(article)
    brat(article).encode()


def test_the_command_line_prints_the_ann_file(capsys, tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(TURNS.encode())
    assert cli.main(["parse", "--format", "brat", str(path)]) == 0
    assert capsys.readouterr().out == brat(newsquote.parse(TURNS))
