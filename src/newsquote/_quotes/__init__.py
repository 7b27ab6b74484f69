"""Who said what: where quotations are, with which cue and source. Knows no layout."""
