"""Articles, who speaks in them and what they say, in one SQLite file that can be searched.

In: articles, and words to look for. Out: a database of the tables ``articles``, ``people``,
``speakers`` and ``quotes``, a full-text index of what was said, and typed hits. Why: whoever has
read a thousand articles asks who said what about something, and since when; SQLite is in every
Python, and Datasette, DuckDB and spreadsheets open its files as they are.
"""

from newsquote.database.database import Database
from newsquote.database.hits import HIT_COLUMNS, Hit, hit_row

__all__ = ["HIT_COLUMNS", "Database", "Hit", "hit_row"]
