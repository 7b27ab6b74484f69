"""The look-ups of marks and cues by token."""


def test_a_token_knows_its_marks_and_its_cue(read):
    text = read("Lee said: “No.” He left.").text
    opening = text.tokens.index("“")
    assert [text.is_marked(k) for k in (opening - 1, opening)] == [False, True]
    assert text.quotation_opening_at(opening) == 0
    assert text.quotation_opening_at(opening + 1) is None
    assert text.quotation_opening_at(opening - 1) is None
    assert text.marked_tokens(0) == (opening, opening + 4)
    assert text.marks_among(0, len(text.tokens)) == (0,)
    assert text.marks_among(0, opening) == ()
    assert [cue.lemma for cue in text.cue_starts.values()] == ["say"]


def test_ranges_of_tokens_and_marks_are_offsets_of_the_text(read):
    text = read("Lee said: “No.” He left.").text
    assert text.doc.text[slice(*text.chars(0, 2))] == "Lee said"
    assert text.doc.text[slice(*text.marked_chars(0))] == "“No.”"


def test_a_cue_knows_its_sentence_and_its_paragraph(read):
    reading = read("It rained.\nNobody came. Lee said no.")
    cue, text = reading.cue("said"), reading.text
    assert reading.words(text.sentence_start(cue), text.sentence_end(cue)) == "Lee said no."
    assert reading.words(*text.paragraph_of(cue)) == "Nobody came. Lee said no."
