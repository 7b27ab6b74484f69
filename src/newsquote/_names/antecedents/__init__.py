"""Mentions without a name of their own -> whom they take up: candidates, and the choice."""
