"""QUOTATIONS HELD AGAINST A TEXT: what both have, and what was changed.

It knows no news and reads no article.
"""
