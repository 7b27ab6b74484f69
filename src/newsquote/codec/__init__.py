"""An article as plain JSON values, and back.

In: an ``Article``, or a dictionary in the JSON form. Out: the other one, equal to where it came
from; and flat rows for tables. Why: the JSON form is a promise to other programs, so it is written
down once, as one table of records and fields (``table``): writing (``encode``), reading
(``decode``) and the published schema (``schema``) all follow that table.
"""

from newsquote.codec.decode import from_dict
from newsquote.codec.encode import counted_in, to_dict
from newsquote.codec.offsets import UNITS, Offsets
from newsquote.codec.rows import (
    PART_COLUMNS,
    QUOTE_COLUMNS,
    article_cells,
    own_columns,
    part_rows,
    quote_rows,
)
from newsquote.codec.schema import schema
from newsquote.codec.table import SCHEMA_VERSION
from newsquote.models.given import moment

__all__ = [
    "PART_COLUMNS",
    "QUOTE_COLUMNS",
    "SCHEMA_VERSION",
    "UNITS",
    "Offsets",
    "article_cells",
    "counted_in",
    "from_dict",
    "moment",
    "own_columns",
    "part_rows",
    "quote_rows",
    "schema",
    "to_dict",
]
