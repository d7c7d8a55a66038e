"""What Allegedly does, measured: each module prints a table. Run one as ``python -m benchmarks.NAME``."""
