"""Names: which words name somebody, and which names are one identity. Knows no quotes and no layout."""
