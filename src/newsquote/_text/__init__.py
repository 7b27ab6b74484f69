"""Characters: marks, lines, tokens, sentences, dates. Knows nothing of news."""
