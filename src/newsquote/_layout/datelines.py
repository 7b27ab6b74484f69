"""(Being written.)"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsquote._layout.records import DatelineRecord
    from newsquote.lang import LanguagePack

__all__ = ["read"]


def read(text: str, start: int, end: int, pack: LanguagePack) -> DatelineRecord | None:
    """The record of a line."""
    return None
