"""Tables: a row a quote or a part, as CSV, TSV and JSON Lines, read back by the standard readers."""

import csv
import io
import json

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsquote
from newsquote import cli
from newsquote.codec import PART_COLUMNS, QUOTE_COLUMNS, part_rows, quote_rows
from newsquote.formats.table import (
    parts_csv,
    parts_tsv,
    quotes_csv,
    quotes_jsonl,
    quotes_tsv,
    table,
)

ANY = st.text(st.characters(exclude_categories=()), max_size=80)
TEXT = '"It is over 😀," said Ann Lee, "and we lost." Bo Ek said\the knew.'


def cells(value):
    return ["" if cell is None else str(cell) for cell in value.values()]


@pytest.mark.parametrize(
    ("write", "rows", "columns", "delimiter"),
    [
        (quotes_csv, quote_rows, QUOTE_COLUMNS, ","),
        (quotes_tsv, quote_rows, QUOTE_COLUMNS, "\t"),
        (parts_csv, part_rows, PART_COLUMNS, ","),
        (parts_tsv, part_rows, PART_COLUMNS, "\t"),
    ],
)
def test_a_table_is_read_back(story, write, rows, columns, delimiter):
    for article in (story, newsquote.parse(TEXT), newsquote.parse("")):
        header, *body = csv.reader(io.StringIO(write(article), newline=""), delimiter=delimiter)
        assert tuple(header) == (*columns, *article.meta)
        assert body == [cells(row) for row in rows(article)]


def test_a_part_has_offsets_of_its_own():
    article = newsquote.parse(TEXT)
    rows = part_rows(article)
    assert [(row["quote"], row["part"]) for row in rows] == [(0, 0), (0, 1), (1, 0)]
    assert all(TEXT[row["start_offset"] : row["end_offset"]] == row["text"] for row in rows)
    assert TEXT[rows[1]["inner_start_offset"] : rows[1]["inner_end_offset"]] == "and we lost."
    assert rows[2]["inner_start_offset"] is None


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_no_cell_is_a_formula(start, delimiter):
    written = table(["name"], [{"name": f"{start}1+1"}], delimiter)
    assert list(csv.reader(io.StringIO(written, newline=""), delimiter=delimiter))[1] == [
        f"'{start}1+1"
    ]


def test_json_lines_hold_the_rows_as_they_are(story):
    for article in (story, newsquote.parse(TEXT)):
        assert [json.loads(line) for line in quotes_jsonl(article).splitlines()] == quote_rows(
            article
        )


def test_json_lines_count_in_other_units():
    article = newsquote.parse(TEXT)
    for line, quote in zip(quotes_jsonl(article, "utf8").splitlines(), article.quotes, strict=True):
        row = json.loads(line)
        for name, span in (
            ("", quote.span),
            ("cue_", quote.cue.span),
            ("source_", quote.source.span),
        ):
            start, end = row[f"{name}start_offset"], row[f"{name}end_offset"]
            assert TEXT.encode()[start:end].decode() == TEXT[span.slice]


@pytest.mark.parametrize("write", [quotes_csv, quotes_tsv, parts_csv])
def test_the_name_of_an_own_field_is_no_formula_either(write):
    article = attrs.evolve(newsquote.parse(TEXT), meta={"=1+1": "=2"})
    header, first, *_ = csv.reader(
        io.StringIO(write(article), newline=""), delimiter="\t" if write is quotes_tsv else ","
    )
    assert (header[-1], first[-1]) == ("'=1+1", "'=2")


@given(ANY)
def test_every_text_can_be_written(text):
    article = newsquote.parse(f'{text}\n"{text} it," said {text} Lee.', id=text)
    for write in (quotes_csv, quotes_tsv, parts_csv, parts_tsv, quotes_jsonl):
        write(article).encode()


def test_an_id_that_cannot_be_encoded_is_still_written(story):
    assert quotes_csv(attrs.evolve(story, id="\ud800")).encode()


@pytest.mark.parametrize("name", ["csv", "tsv", "csv-parts", "tsv-parts", "jsonl"])
def test_the_command_line_prints_tables(capsys, tmp_path, name):
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode())
    assert cli.main(["parse", "--format", name, str(path)]) == 0
    assert "Ann Lee" in capsys.readouterr().out
