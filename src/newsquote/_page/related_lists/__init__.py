"""Related lists: the titles of other stories on the page."""
