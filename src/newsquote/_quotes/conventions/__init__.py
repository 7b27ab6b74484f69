"""Conventions of print that attribute without a clause, such as turns, letters and refusals."""
