"""What is measured against peers; one script per table, see docs/BENCHMARKS.md."""
