"""(Being written.)"""
from __future__ import annotations
def find(doc): return []
