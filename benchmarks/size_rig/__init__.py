"""What `benchmarks.sizing` measures with."""
