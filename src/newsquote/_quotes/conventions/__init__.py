"""Conventions of print that attribute without a clause: turns, interviews, letters, signatures, refusals."""
