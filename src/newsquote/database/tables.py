"""The tables of a database.

In: nothing. Out: the statements that make them, and the names of their columns. Why: what a table
and a column are called is a promise to whoever writes SQL, a Datasette page or a notebook on them.
No column is a reserved word. The full-text index holds no words of its own: it is kept by triggers,
so that it stays true whoever changes ``quotes``.
"""

from __future__ import annotations

__all__ = [
    "APPLICATION_ID",
    "ARTICLE_COLUMNS",
    "CONTEXT_COLUMNS",
    "SCHEMA",
    "VERSION",
    "context_view",
    "quoted",
]

APPLICATION_ID = 0x4E515544
"""What says, at the start of the file, whose database it is: "NQUD"."""

VERSION = 1
"""The version of the tables; a database of a later one is not opened."""

_ARTICLES = {
    "article": "INTEGER PRIMARY KEY",
    "id": "TEXT UNIQUE",
    "published": "TEXT",
    "headline": "TEXT",
    "authors": "TEXT NOT NULL",
    "place": "TEXT",
    "text": "TEXT NOT NULL",
    "digest": "TEXT NOT NULL",
    "meta": "TEXT NOT NULL",
}
_PEOPLE = {
    "id": "TEXT PRIMARY KEY",
    "name": "TEXT NOT NULL",
    "names": "TEXT NOT NULL",
    "kind": "TEXT NOT NULL",
    "articles": "INTEGER NOT NULL",
    "quotes": "INTEGER NOT NULL",
    "words": "INTEGER NOT NULL",
    "first_published": "TEXT",
    "last_published": "TEXT",
}
_SPEAKERS = {
    "speaker": "INTEGER PRIMARY KEY",
    "article": "INTEGER NOT NULL REFERENCES articles (article) ON DELETE CASCADE",
    "speaker_index": "INTEGER NOT NULL",
    "name": "TEXT NOT NULL",
    "kind": "TEXT NOT NULL",
    "role": "TEXT",
    "affiliation": "TEXT",
    "known_id": "TEXT",
    "person_id": "TEXT REFERENCES people (id)",
    "members": "TEXT",
    "quotes": "INTEGER NOT NULL",
    "words": "INTEGER NOT NULL",
}
_QUOTES = {
    "quote": "INTEGER PRIMARY KEY",
    "article": "INTEGER NOT NULL REFERENCES articles (article) ON DELETE CASCADE",
    "quote_index": "INTEGER NOT NULL",
    "kind": "TEXT NOT NULL",
    "mode": "TEXT NOT NULL",
    "text": "TEXT NOT NULL",
    "words": "TEXT NOT NULL",
    "sentence": "TEXT NOT NULL",
    "start_offset": "INTEGER NOT NULL",
    "end_offset": "INTEGER NOT NULL",
    "speaker": "INTEGER REFERENCES speakers (speaker) ON DELETE CASCADE",
    "speaker_index": "INTEGER",
    "speaker_name": "TEXT",
    "speaker_kind": "TEXT",
    "speaker_role": "TEXT",
    "speaker_affiliation": "TEXT",
    "person_id": "TEXT REFERENCES people (id)",
    "source_text": "TEXT",
    "source_start_offset": "INTEGER",
    "source_end_offset": "INTEGER",
    "cue_text": "TEXT",
    "cue_lemma": "TEXT",
    "cue_category": "TEXT",
    "cue_start_offset": "INTEGER",
    "cue_end_offset": "INTEGER",
    "polarity": "TEXT",
    "parent_index": "INTEGER",
    "paragraph": "INTEGER",
    "fingerprint": "TEXT NOT NULL",
    "confidence": "REAL NOT NULL",
}

ARTICLE_COLUMNS = tuple(_ARTICLES)

_CONTEXT = {
    "quote": "quotes.quote",
    "article_id": "articles.id",
    "published": "articles.published",
    "headline": "articles.headline",
    **{
        name: f"quotes.{name}"
        for name in (
            "words",
            "sentence",
            "kind",
            "mode",
            "speaker_name",
            "speaker_kind",
            "speaker_role",
            "speaker_affiliation",
            "person_id",
            "cue_text",
            "polarity",
            "confidence",
            "article",
            "quote_index",
            "start_offset",
            "end_offset",
            "fingerprint",
        )
    },
}
CONTEXT_COLUMNS = tuple(_CONTEXT)
"""The columns of the view ``quotes_in_context``, before the caller's own."""


def quoted(name: str) -> str:
    """A name of a table or a column as SQL has it.

    >>> print(quoted('the "day" before'))
    "the ""day"" before"
    """
    return '"' + name.replace('"', '""') + '"'


def _table(name: str, columns: dict[str, str]) -> str:
    inside = ",\n  ".join(f"{quoted(column)} {kind}" for column, kind in columns.items())
    return f"CREATE TABLE {quoted(name)} (\n  {inside}\n)"


def context_view(own: tuple[str, ...] = ()) -> str:
    """The statement that makes the view ``quotes_in_context``.

    :param own: the caller's own columns of ``articles``.
    """
    columns = [f"{path} AS {name}" for name, path in _CONTEXT.items()]
    columns += [f"articles.{quoted(name)} AS {quoted(name)}" for name in own]
    return (
        f"CREATE VIEW quotes_in_context AS SELECT {', '.join(columns)}"  # noqa: S608 - our names
        " FROM quotes JOIN articles ON articles.article = quotes.article"
    )


_OUT_OF_THE_INDEX = (
    "INSERT INTO quotes_fts (quotes_fts, rowid, words) VALUES ('delete', old.quote, old.words)"
)
_INTO_THE_INDEX = "INSERT INTO quotes_fts (rowid, words) VALUES (new.quote, new.words)"

SCHEMA = (
    _table("articles", _ARTICLES),
    _table("people", _PEOPLE),
    _table("speakers", _SPEAKERS),
    _table("quotes", _QUOTES),
    "CREATE INDEX articles_by_day ON articles (published)",
    "CREATE INDEX articles_by_digest ON articles (digest)",
    "CREATE INDEX speakers_by_article ON speakers (article)",
    "CREATE INDEX speakers_by_name ON speakers (name COLLATE NOCASE)",
    "CREATE INDEX speakers_by_person ON speakers (person_id)",
    "CREATE INDEX speakers_by_known_id ON speakers (known_id)",
    "CREATE INDEX people_by_name ON people (name COLLATE NOCASE)",
    "CREATE INDEX speakers_together ON speakers (article) WHERE members IS NOT NULL",
    "CREATE INDEX quotes_by_article ON quotes (article)",
    "CREATE INDEX quotes_by_speaker ON quotes (speaker)",
    "CREATE INDEX quotes_by_person ON quotes (person_id)",
    "CREATE INDEX quotes_by_fingerprint ON quotes (fingerprint)",
    # Datasette finds the index of a table by this spelling of content.
    (
        'CREATE VIRTUAL TABLE quotes_fts USING fts5 (words, content="quotes", content_rowid="quote"'
        ", tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
    ),
    f"CREATE TRIGGER quotes_added AFTER INSERT ON quotes BEGIN {_INTO_THE_INDEX}; END",
    f"CREATE TRIGGER quotes_deleted AFTER DELETE ON quotes BEGIN {_OUT_OF_THE_INDEX}; END",
    (
        "CREATE TRIGGER quotes_changed AFTER UPDATE OF words ON quotes BEGIN"
        f" {_OUT_OF_THE_INDEX}; {_INTO_THE_INDEX}; END"
    ),
    context_view(),
)
