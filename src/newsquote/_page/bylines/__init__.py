"""Bylines: who wrote the story, read from lines of names."""
