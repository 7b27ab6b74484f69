"""The rules of a clause: cue, source, content, and what stands beside them."""
