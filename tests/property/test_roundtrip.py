"""Whatever is read can be written as JSON and read back, equal."""

import json

from hypothesis import example, given, settings
from hypothesis import strategies as st

import newsquote

PIECES = (
    '"It is over," said Mayor Ann Lee.',
    "By Ann Lee, Staff Writer",
    "LISBON, March 4 (Reuters) - Talks failed.",
    "Bo Ek and Ann Lee said they would vote.",
    "He declined to comment.",
    "Reporting by Ann Lee; Editing by Bo Ek",
    "Related stories:\n- Floods hit valley\n- Mill to close https://news.example/mill",
    "\ud800",
    "“",
    "”",
    "\r\n",
    "\n\n",
)

texts = (
    st.text()
    | st.text(st.characters(categories=("Cs", "Po", "Pi", "Pf", "Zl", "Lu", "Ll")))
    | st.lists(st.sampled_from(PIECES)).map("\n\n".join)
)


@settings(max_examples=100, deadline=None)
@example(text="", published=None, name=None)
@example(text="\n\n".join(PIECES), published=None, name="a1")
@given(text=texts, published=st.none() | st.dates() | st.datetimes(), name=st.none() | st.text())
def test_what_was_read_comes_back_equal(text, published, name):
    article = newsquote.parse(text, id=name, published=published)
    data = newsquote.to_dict(article)
    assert newsquote.from_dict(data) == article
    assert newsquote.from_dict(newsquote.to_dict(article, text=False), text=text) == article
    written = json.dumps(data)
    if all(
        json.loads(json.dumps(string)) == string for string in (text, name)
    ):  # JSON makes one character of two surrogates
        assert newsquote.from_dict(json.loads(written)) == article
