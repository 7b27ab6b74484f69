"""Names: which words name somebody, and which are one identity. Knows no quotes and no page."""
