"""The judges: each looks at a line, or at a line and its neighbours, and says what it is."""
