"""HOW GOOD IT IS: gold annotations and predictions in, scores out.

Knows the JSON form and nothing else of the package; the standard library is all it needs.
``newsquote evaluate`` and the project's own evaluation count by the same code.
"""
