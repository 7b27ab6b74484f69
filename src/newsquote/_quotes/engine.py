"""(Being written.)"""
from __future__ import annotations
from newsquote._quotes.records import Reading
def read(doc, named, notes, headlines): return Reading()
def mentions(reading): return []
