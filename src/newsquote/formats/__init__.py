"""One file an output format, by the standard library alone."""
