"""(Being written.)"""
from __future__ import annotations
from newsquote._people.records import People
def link(doc, named, mentions, notes, known_people): return People(identities=[], meant={})
