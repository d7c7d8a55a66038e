"""The trees that say from which article a statement is, and which voices are one: fitted to ``benchmarks/origins``."""
