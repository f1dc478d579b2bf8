"""What `benchmarks.understanding` measures with."""
