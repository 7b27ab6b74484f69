"""Names: which words name somebody, and which names are one identity.

This room knows no quotes and no layout.
"""
